//! English: the table of all comparisons.

use super::counted;
use crate::words::table::TableWords;

pub static TABLE: TableWords = TableWords {
    title: "All comparisons",
    lead: "One row is one pair of versions: before, after, and the difference.",
    legend: "“Unknown” is what the source does not tell or what cannot be counted. A service with one version has it under “After”. Real services always come before examples.",
    words: "Name, area or version",
    any: "any",
    change_kind: "Change",
    reality: "Real or example",
    only_real: "Only real ones",
    only_examples: "Only examples",
    columns: "Choose columns",
    columns_shown: "Columns",
    aspects_told: "What is told of each measure",
    count: |real, examples| match (real, examples) {
        (real, 0) => counted(real as u64, "row", "rows"),
        (0, examples) => format!("{}, all of examples", counted(examples as u64, "row", "rows")),
        (real, examples) => {
            format!("{} of real services, {examples} of examples", counted(real as u64, "row", "rows"))
        }
    },
    nothing: "Nothing fits. Choose less.",
    show_all: "Show all",
    as_xlsx: "Save as a spreadsheet (XLSX, in Chinese)",
    as_csv: "Save as CSV (in Chinese)",
    service: "Service",
    versions: "Versions",
    area: "Area",
    audience: "For whom",
    reported: "As reported",
    fees: "Fees (yuan)",
    standard: "Standard",
    changes: "Changes",
    evidence: "Evidence",
    cases: "Cases a year",
    yearly_hours: "Hours a year, all applicants",
    difference: "Change",
    rate: "Reduction",
    from_to: |from, to| format!("{from} → {to}"),
    times: |what, n| format!("{what}: {n}"),
    signed_permille: |permille| {
        let sign = if permille < 0 { "−" } else { "" };
        format!("{sign}{}.{}%", permille.abs() / 10, permille.abs() % 10)
    },
    large_range: |min, max| if min == max { min.to_string() } else { format!("{min}–{max}") },
    faceless: "nobody to see",
    met: "met",
    not_met: "not met",
    unknown: "unknown",
    sums: "Sums",
    sums_note: "Only what the table lists. Each service counts once: its first version, and the last one made out of it. Where one side is unknown it is left out. Real services and examples are summed apart.",
    real_sum: |n| counted(n.into(), "real service", "real services"),
    examples_sum: |n| counted(n.into(), "example", "examples"),
    standard_sum: |first, second, unknown| {
        let told = format!("One place, one window, one visit: {first} before, {second} after");
        if unknown == 0 { told } else { format!("{told}; {unknown} with an unknown side left out") }
    },
    summed: "Measure",
    counted_in: "Counted in",
    known_and_unknown: |known, unknown| {
        let known = counted(known.into(), "service", "services");
        if unknown == 0 { known } else { format!("{known}, {unknown} unknown") }
    },
    sum_unknown: |what| {
        format!("Not known on both sides for any service, so not summed: {}", what.to_lowercase())
    },
    pick: |name, version| format!("Pick to put side by side: {name}, {version}"),
    picked: "Picked to put side by side",
    picked_count: |n, most| format!("{n} picked, {most} at most"),
    pick_another: "Pick one more to put them side by side.",
    side_by_side: "Put side by side",
    unpick: "Remove",
};
