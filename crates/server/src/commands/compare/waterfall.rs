//! Which change saved what, in columns: for each measure that differs, a row for each change that makes
//! the difference, and what of it is gone and new. The difference is that of the most.

use domain::{
    Booking, Cause, ChangeKind, Comparison, MeasureKind, Part, Relation, StepGroup, Waterfall, Weight,
};

use super::{group_name, kinds};
use crate::commands::output::columns;
use crate::commands::process_file::Chosen;
use crate::commands::words;

/// The title over all of them. Only what was made from another saved something.
pub(super) fn title(relation: Relation) -> &'static str {
    match relation {
        Relation::BeforeAfter => "哪一处改动省下的",
        Relation::AfterBefore | Relation::TwoWays | Relation::Same => "差别出在哪里",
    }
}

/// The measures that differ, each with its rows below it.
pub(super) fn told(first: &Chosen, second: &Chosen, comparison: &Comparison) -> String {
    let mut text = String::new();
    for waterfall in comparison.waterfalls.iter().filter(|waterfall| waterfall.total != 0) {
        let unit = waterfall.kind.counter().unwrap_or_else(|| words::unit(waterfall.unit));
        let by_most = if is_range(comparison, waterfall.kind) { "（按最多算）" } else { "" };
        let difference = amount(waterfall.total, unit);
        text.push_str(&format!("  {}{by_most}：{difference}\n", waterfall.kind.term()));
        let told = Told { first, second, groups: &comparison.steps, waterfall, unit };
        let rows: Vec<Vec<String>> = waterfall.rows.iter().map(|row| told.row(row)).collect();
        for line in columns(&rows).lines() {
            text.push_str(&format!("  {line}\n"));
        }
    }
    text
}

fn is_range(comparison: &Comparison, kind: MeasureKind) -> bool {
    let of_kind = comparison.measures.iter().filter(|change| change.first.kind == kind);
    let values = of_kind.flat_map(|change| [&change.first.value, &change.second.value]);
    values.filter_map(|value| value.range()).any(|(least, most)| least != most)
}

fn amount(amount: i64, unit: &str) -> String {
    match amount {
        0 => "换".to_owned(),
        less if less < 0 => format!("少 {} {unit}", -less),
        more => format!("多 {more} {unit}"),
    }
}

/// The kinds of change that go the way of an amount, or all where none does.
fn of_direction(kinds: &[ChangeKind], amount: i64) -> Vec<ChangeKind> {
    let weight = match amount {
        0 => Weight::Neither,
        less if less < 0 => Weight::Lighter,
        _ => Weight::Heavier,
    };
    let that_way: Vec<ChangeKind> = kinds.iter().copied().filter(|kind| kind.weight() == weight).collect();
    if that_way.is_empty() { kinds.to_vec() } else { that_way }
}

struct Told<'a> {
    first: &'a Chosen,
    second: &'a Chosen,
    groups: &'a [StepGroup],
    waterfall: &'a Waterfall,
    unit: &'a str,
}

impl Told<'_> {
    fn row(&self, row: &Booking) -> Vec<String> {
        let (what, who) = match row.cause {
            Cause::Change(at) => (kinds(&of_direction(&self.groups[at].kinds, row.amount)), self.name(at)),
            Cause::Stated => (String::new(), "写明的时限".to_owned()),
        };
        let with: Vec<String> = row.with.iter().map(|at| self.name(*at)).collect();
        let with =
            if with.is_empty() { String::new() } else { format!("（另有：{}）", with.join("、")) };
        vec![amount(row.amount, self.unit), what, who, self.exchanged(row) + &with]
    }

    fn name(&self, group: usize) -> String {
        group_name(self.first, self.second, &self.groups[group])
    }

    /// What is gone and what is new: 甲、乙 → 丙.
    fn exchanged(&self, row: &Booking) -> String {
        let gone = counted(row.gone.iter().filter_map(|part| told_part(self.first, part)));
        let new = counted(row.new.iter().filter_map(|part| told_part(self.second, part)));
        match (gone.as_str(), new.as_str()) {
            ("", "") => String::new(),
            (gone, "") if self.has_left_the_chain(row) => format!("{gone}，不再卡在这里"),
            ("", new) if self.has_left_the_chain(row) => format!("{new}，现在卡在这里"),
            (gone, "") => gone.to_owned(),
            ("", new) => format!("→ {new}"),
            (gone, new) => format!("{gone} → {new}"),
        }
    }

    /// Whether a step that stands on both sides is on only one of the longest chains.
    fn has_left_the_chain(&self, row: &Booking) -> bool {
        let Cause::Change(at) = row.cause else { return false };
        let stands = !self.groups[at].first.is_empty() && !self.groups[at].second.is_empty();
        stands && matches!(self.waterfall.kind, MeasureKind::ComputedLimit | MeasureKind::WholeTime)
    }
}

/// Things by name, those of one name counted.
fn counted(names: impl Iterator<Item = String>) -> String {
    let mut counted: Vec<(String, u32)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|(known, _)| *known == name) {
            Some((_, times)) => *times += 1,
            None => counted.push((name, 1)),
        }
    }
    let told = counted.into_iter().map(|(name, times)| match times {
        1 => name,
        times => format!("{name}×{times}"),
    });
    told.collect::<Vec<String>>().join("、")
}

/// A part by its name or size; nothing for a step, which the row names already.
fn told_part(of: &Chosen, part: &Part) -> Option<String> {
    let place = |key| of.service.place(key).map_or_else(String::new, |place| place.name.clone());
    match part {
        Part::Step { .. } => None,
        Part::Place { place: key, .. } => Some(place(key)),
        Part::Window { place: key, window, .. } => {
            let at = of.service.place(key)?;
            let window = at.windows.iter().find(|other| other.key == *window)?;
            Some(format!("{}{}", at.name, window.name))
        }
        Part::Visit { place: key, .. } => Some(format!("去{}", place(key))),
        Part::Document { material, .. }
        | Part::Waived { material, .. }
        | Part::Submission { material, .. } => Some(of.version.material(material)?.name.clone()),
        Part::OwnTime { time, .. } => Some(format!("办理 {}", time.term())),
        Part::Travel { place: key, time, .. } => Some(format!("去{} {}", place(key), time.term())),
        Part::Wait { time, .. } => Some(format!("等 {}", time.term())),
        Part::Fee { fee, .. } => Some(format!("{} 元", domain::terms::range(fee.min_yuan, fee.max_yuan))),
        Part::Stated { time, .. } => Some(time.term()),
    }
}
