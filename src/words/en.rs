//! English, as a good civil servant speaks to a resident: short, concrete, without slogans.

#[cfg(feature = "ssr")]
pub mod card;
pub mod chances;
pub mod checklist;
#[cfg(feature = "ssr")]
pub mod document;
mod names;
mod pictures;
pub mod search;
pub mod step_list;
pub mod table;
pub mod what_if;

use crate::words::*;

/// So many of something, which is called `one` where there is one.
fn counted(n: u64, one: &str, several: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { several })
}

/// The same of a number that is written already, or of two with a dash.
fn written(n: &str, one: &str, several: &str) -> String {
    format!("{n} {}", if n == "1" { one } else { several })
}

/// A, B and C.
fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A name as it stands within a sentence.
fn within(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_lowercase(), characters.as_str()))
}

/// What opens a sentence.
fn opening(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| format!("{}{}", first.to_ascii_uppercase(), characters.as_str()))
}

fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("“{name}”")).collect()
}

pub static WORDS: Words = Words {
    site: Site {
        name: "Paoyici",
        home: "Home",
        runs: "Trial runs",
        about: "About",
        table: "All comparisons",
        chances: "What could be better",
        menu: "Main menu",
        languages: "Language",
        skip_to_content: "Skip to the content",
        page_title: |page| if page == "Paoyici" { page.to_owned() } else { format!("{page} · Paoyici") },
        supposed_page: |page| format!("Supposed: {page}"),
        not_a_guide: "This is not a guide to any service. What the office tells you counts.",
        source_line: "Of real services only what was reported is told. What was not reported is left open.",
        illustrative: "Example",
        illustrative_line: "Made-up example. Do not rely on it at an office.",
        not_told: "not in the source",
    },
    loading: Loading {
        under_way: "Getting the data, one moment please.",
        unreachable: "No connection",
        unreachable_advice: "The network may be down, or the service may be restarting. Wait a moment and try again.",
        broken: "The data did not come",
        broken_advice: "Something went wrong on our side, not on yours. You can try again.",
        retry: "Try again",
    },
    not_found: NotFound {
        title: "Page not found",
        advice: "There is nothing at this address. The link may be incomplete, or the page may have moved.",
        way_home: "Go to the home page",
    },
    home: Home {
        title: "From many places, windows and visits to one of each",
        turns: &[("Many places", "one place"), ("Many windows", "one window"), ("Many visits", "one visit")],
        lead: "Officials take the place of the people they serve, run an errand from start to end, find what is hard about it and change it. See here how many places, windows, visits and days it took before, and how many it takes now.",
        search_label: "Find a service",
        search_hint: "In Chinese or pinyin: beian",
        search_button: "Search",
        search_failed: "There is no connection, so nothing can be found for now. What you typed is still there; tap the field again to retry.",
        totals_note: "Totals “to date” as reported, not the sum of the ten services below. The report gives no date.",
        totals_title: "Totals of the district",
        cards_title: "Ten services in the report",
        cards_note: "All of it comes from one report. What it does not tell is left open.",
        both_told: "Before and after are told",
        after_told: "Only after is told",
        planned: "Not open yet",
        told_in_words: "A change is told, without numbers",
        problems_told: "Problems and measures",
        count: |n| counted(n as u64, "service", "services"),
        problems_and_repairs: |problems, repairs| {
            let problems_told = counted(problems.into(), "problem", "problems");
            let repairs_told = counted(repairs.into(), "measure", "measures");
            match (problems, repairs) {
                (0, _) => repairs_told,
                (_, 0) => problems_told,
                _ => format!("{problems_told}, {repairs_told}"),
            }
        },
        result_not_told: "The source tells no result",
        result_by_own_word: "Repaired, says the report; not verified",
        examples_title: "The demonstration district: every step laid open",
        examples_note: "The demonstration district is made up. It shows how steps, windows and papers become fewer.",
        more_examples: |n| match n {
            1 => "One more of the demonstration district is in the table of all comparisons".to_owned(),
            n => format!("{n} more of the demonstration district are in the table of all comparisons"),
        },
    },
    service: Service {
        from_before: "Before",
        to_after: "After",
        way_a: "Way A",
        way_b: "Way B",
        same_version: "The same version",
        swap: "Swap the two",
        show_chosen: "Show",
        two_ways_note: "These are two ways beside each other. Neither came first, and neither saves anything over the other.",
        backwards_note: "This looks back from after to before.",
        same_note: "Both sides are the same version, so nothing changes.",
        unread: |what| format!("Part of the address could not be understood and was left out: {what}."),
        no_such_version: "There is no such version",
        no_such_version_advice: "This service does not have the version in the address. The link may be incomplete.",
        show_default: "Show before and after",
        two_services: |first, second| format!("“{first}” and “{second}”"),
        only_this: |service| format!("Only “{service}”"),
        other_not_found: "The other service did not come",
        other_not_found_advice: "The other service in the address may not exist, or the network may be down.",
        outcome: |outcome| format!("You get: {outcome}"),
        numbers_title: "What changed, in numbers",
        more_numbers: "Also known",
        over_all: |first, second| format!("Over all situations: {first} / {second}"),
        tap_a_number: "Tap a number to see how it is counted.",
        tap_a_report: "Tap a number to read the words of the report.",
        not_told_list: |what| format!("Not in the source: {}", what.to_lowercase()),
        reduction: |rate, baseline| format!("{rate} less than {}", within(baseline)),
        arrow: "becomes",
        beside: ", the other way ",
        said_title: "What the report says",
        quoted: "The words in quotation marks are the report’s own.",
        repairs_title: "What was done",
        readings_title: "How we read the report",
        illustrated_by: "See an example with every step",
        illustrated_note: "The report does not tell the steps. The demonstration district has a made-up example of how it usually goes.",
        runs_title: "Trial runs",
        lighter_title: "Saved",
        heavier_title: "Added",
        nothing_lighter: "Nothing was saved.",
        nothing_heavier: "Nothing was added.",
        evidence_title: "Where the numbers come from",
        sources_title: "Sources",
        published_on: |date| format!("Published on {date}"),
        undated: "The source has no date",
        conditions_title: "Who can apply",
        to_checklist: "Make my list",
        as_picture: "See it as a picture to pass on",
    },
    in_short: InShort {
        title: "In short",
        no_trip: "no need to go anywhere",
        one_window: "all at one window, in one visit",
        goes: listed,
        counted: [
            |n| written(n, "place", "places"),
            |n| written(n, "window", "windows"),
            |n| written(n, "visit", "visits"),
        ],
        trip_names: ["places to go to", "windows to find", "visits to make"],
        before_after: |first, second| format!("before: {first}; now: {second}"),
        after_before: |first, second| format!("after: {first}; before: {second}"),
        two_ways: |first, second| format!("way A: {first}; way B: {second}"),
        both: |way| format!("both ways: {way}"),
        now: |way| format!("Now: {}", within(way)),
        unchanged: |way| format!("as before: {way}"),
        supposing: |first, second| format!("now: {first}; supposed: {second}"),
        unchanged_supposing: |way| format!("as it is now: {way}"),
        fell: |what, first, second| format!("{} down from {first} to {second}", within(what)),
        rose: |what, first, second| format!("{} up from {first} to {second}", within(what)),
        amount_two_ways: |what, first, second| format!("{}: way A {first}, way B {second}", within(what)),
        amount_after_before: |what, first, second| {
            format!("{}: after {first}, before {second}", within(what))
        },
        heavier: |change, steps, count| {
            let mut named = quoted(steps);
            if count > named.len() {
                named.push(format!("{} more", count - named.len()));
            }
            format!("{}: {}", within(change), listed(&named))
        },
        sentence: |parts| format!("{}.", opening(&parts.join("; "))),
    },
    situations: Situations {
        title: "Your situation",
        unsure: "Not sure",
        assumed: |answers| {
            format!("What you leave open is counted as what takes the fewest visits: {answers}.")
        },
        assumed_answer: |question, answer| format!("{question} {answer}"),
        all_answered: "The numbers, pictures and steps below are for your situation.",
    },
    standard: Standard {
        title: "One place, one window, one visit",
        met: "All three are met",
        faceless: "No need to go anywhere or to see anybody",
        not_met: |parts| format!("Not yet: {parts}"),
        part: |what, value| format!("{value} {}", within(what)),
        unknown: "The steps are not told, so nobody can say",
    },
    runs: Runs {
        title: "Trial runs",
        description: |title, as_whom| format!("Trial run: {title}. As: {as_whom}."),
        lead: "An official does the errand as an applicant would, writes down what is hard, and follows how it is changed.",
        real_title: "In the report",
        as_whom: "As",
        place: "Place",
        on: "Date",
        walked_title: "Steps that were walked",
        timed_title: "How long each step took",
        timed_not_on_step: "not timed",
        scores_title: "Marks for the five questions",
        score: |n| format!("{n} of 5"),
        score_names: [
            "Is everything there that the service needs?",
            "Is the procedure good?",
            "Is the service skilled?",
            "Are the policies put into practice?",
            "Is it a good experience?",
        ],
        problems_title: "Problems found",
        no_problem: "No problem was written down.",
        history: "How far it has come",
        at_step: |step| format!("At the step “{step}”"),
        lead_unit: |unit| format!("In charge: {unit}"),
        resolved_by: "Mended in",
        see_version: |version| format!("See what “{version}” changed"),
        repairs_title: "Measures",
        result_title: "Result",
        result_not_told: "The source tells no result.",
        result_by_own_word: "This is what the report itself says. Nobody has run it again to verify it.",
        see_service: |service| format!("See the service: {service}"),
    },
    about: About {
        title: "About the campaign",
        lead: "“Change places, run the errand once”: officials take the place of residents and companies, do an errand from start to end, find what is hard about it, and see that it is changed.",
        aims_title: "What it should become",
        questions_title: "Five questions to ask on the way",
        moves_title: "Four moves",
        totals_title: "So far",
        how_title: "How we count",
        how_lead: "Every number is counted by the same rule, and opens to the steps and papers that make it up. These are the rules of this site; they are not the national stages of acceptance, review and decision.",
        standard_rule: "The standard: one place, one window, one visit is met where none of the three is more than one. Where all three are zero, nobody has to be seen. What is not known does not count as met.",
        rate_rule: "Reduction: before less after, divided by before, rounded to one decimal. It is not computed where before is zero, unknown or a range.",
        relation_rule: "Before and after: only a version that was made out of another can be compared like this. Two ways that exist side by side are only put beside each other; neither saves anything over the other.",
        unknown_rule: "What was not told is called “not in the source”. It is not taken as zero, and not guessed.",
        evidence_title: "Why a number can be believed",
        source_title: "Source",
    },
    preferences: &Preferences {
        title: "Display",
        size: PreferenceWords {
            name: "Letters",
            choices: &[("", "Normal"), ("large", "Large"), ("huge", "Very large")],
        },
        theme: PreferenceWords {
            name: "Light or dark",
            choices: &[("", "As the phone is set"), ("light", "Light"), ("dark", "Dark")],
        },
        motion: PreferenceWords { name: "Motion", choices: &[("", "As the phone is set"), ("less", "None")] },
    },
    elder: Elder {
        to_elder: "Large print",
        to_usual: "Usual pages",
        call: "Call",
        read_aloud: "Read to me",
        screens: "Back and on",
        screen_of: |at, all| format!("{at} of {all}"),
        back: "Back",
        on: "On",
    },
    names: names::NAMES,
};

pub static COMPARISON: ComparisonWords = ComparisonWords {
    why: Why {
        title: |what| format!("{what}: how it is counted"),
        close: "Close",
        rule: "Rule",
        parts_of: |version| version.to_owned(),
        nothing_counts: "None at all",
        handed_in_times: |n| format!("The same paper is handed in {}", counted(n as u64, "time", "times")),
        visit_number: |n| format!("Visit {n}"),
        unknown: "not known",
        over_all: |range| format!("In other situations or ways: {range}."),
        range_note: "Some waits can be shorter or longer, so this is a range. The list below is of the longest.",
        declared_visits: |n| format!("Visits that the office itself declares: {n}"),
        waived: |n| format!("{} more need not be handed in", n),
    },
    trips: pictures::TRIPS,
    strips: pictures::STRIPS,
    steps: Steps {
        title: "What became of each step",
        count: |n| counted(n as u64, "step", "steps"),
        not_there_before: |version| format!("{version} has no such step"),
        not_there_after: |version| format!("{version} no longer needs it"),
        changed_to: "becomes",
        nothing: "none",
        unknown: "not known",
        back_office: "Done in the back office, not by you",
        fewer_papers: "No longer handed in",
        more_papers: "Also handed in",
        paper_note: |paper, provision| format!("{paper} ({})", within(provision)),
        all_kept: "Every step is the same.",
        more_differs: |n| counted(n as u64, "more difference", "more differences"),
        only_first: "Only in way A",
        only_second: "Only in way B",
        same: "The same",
        differs: "Different",
    },
    beside_another: "Put it beside another service",
};
