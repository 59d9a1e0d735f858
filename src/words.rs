//! Every sentence of the product, once: a typed catalogue per language.
//!
//! A sentence that a language lacks does not compile; one that nobody shows fails tidy. Sentences
//! with numbers are functions, so that each language counts in its own way.

#[cfg(feature = "ssr")]
pub mod card;
pub mod chances;
pub mod checklist;
#[cfg(feature = "ssr")]
pub mod document;
#[cfg(any(feature = "ssr", feature = "en"))]
mod en;
pub mod pictures;
pub mod search;
pub mod step_list;
pub mod table;
pub mod what_if;
#[cfg(any(feature = "ssr", not(any(feature = "en", feature = "zh-hant"))))]
mod zh_hans;
/// Made of `zh_hans` by `build.rs`.
#[cfg(any(feature = "ssr", feature = "zh-hant"))]
mod zh_hant {
    include!(concat!(env!("OUT_DIR"), "/zh_hant.rs"));
}

use domain::material::Provision;
use domain::measure::MeasureKind;
use domain::reported::{ToldChange, Unit};
use domain::service::{Audience, InForceState};
use domain::step::{Channel, Side};
use domain::{
    ChangeKind, Difference, Direction, EvidenceKind, Field, ProblemCategory, ProblemState, Share, Span,
    WhyUnknown,
};

use crate::language::Language;

/// A catalogue of the language that is spoken. A program for the browser has no other.
#[cfg(not(feature = "ssr"))]
macro_rules! spoken {
    ($($catalogue:tt)+) => {{
        #[cfg(feature = "en")]
        use en as spoken;
        #[cfg(not(any(feature = "en", feature = "zh-hant")))]
        use zh_hans as spoken;
        #[cfg(feature = "zh-hant")]
        use zh_hant as spoken;
        &spoken::$($catalogue)+
    }};
}

/// A catalogue of the language that is spoken.
#[cfg(feature = "ssr")]
macro_rules! spoken {
    ($($catalogue:tt)+) => {
        match Language::current() {
            Language::ZhHans => &zh_hans::$($catalogue)+,
            Language::ZhHant => &zh_hant::$($catalogue)+,
            Language::En => &en::$($catalogue)+,
        }
    };
}

/// The sentences of the current language.
pub fn words() -> &'static Words {
    spoken!(WORDS)
}

/// The sentences of 对比总表, apart from the others: only that page loads them.
pub fn table_words() -> &'static table::TableWords {
    spoken!(table::TABLE)
}

/// The sentences of 可以改进的地方, apart from the others: only that page loads them.
pub fn chances_words() -> &'static chances::ChancesWords {
    spoken!(chances::CHANCES)
}

/// The sentences of 我的清单, apart from the others: only that page loads them.
pub fn checklist_words() -> &'static checklist::ChecklistWords {
    spoken!(checklist::CHECKLIST)
}

/// The sentences about what a search has found, apart from the others: only what finds loads them.
pub fn search_words() -> &'static search::SearchWords {
    spoken!(search::SEARCH)
}

/// The sentences of 假设, apart from the others: only the page that supposes something loads them.
pub fn what_if() -> &'static what_if::WhatIf {
    spoken!(what_if::WHAT_IF)
}

/// The sentences of the list of steps, of the papers and of what saved what. Apart from the others, so that
/// they are loaded with the page that says them.
pub fn step_list_words() -> &'static step_list::StepListWords {
    spoken!(step_list::STEP_LIST)
}

/// The sentences of cards, which are drawn natively only.
#[cfg(feature = "ssr")]
pub fn card_words() -> &'static card::CardWords {
    spoken!(card::CARD)
}

/// The sentences of a comparison in detail. Apart from the others, so that they are loaded with the page that
/// says them.
pub fn comparison_words() -> &'static ComparisonWords {
    spoken!(COMPARISON)
}

/// The sentences of the document around every page, which only the server writes.
#[cfg(feature = "ssr")]
pub fn document_words() -> &'static document::DocumentWords {
    spoken!(document::DOCUMENT)
}

/// What a language calls itself, whichever is spoken.
pub const fn own_name(language: Language) -> &'static str {
    match language {
        Language::ZhHans => "简体",
        Language::ZhHant => "繁體",
        Language::En => "English",
    }
}

/// See [`comparison_words`].
pub struct ComparisonWords {
    pub why: Why,
    pub trips: pictures::Trips,
    pub strips: pictures::Strips,
    pub steps: Steps,
    pub beside_another: &'static str,
}

/// All sentences of one language.
pub struct Words {
    pub site: Site,
    pub loading: Loading,
    pub not_found: NotFound,
    pub home: Home,
    pub service: Service,
    pub in_short: InShort,
    pub situations: Situations,
    pub standard: Standard,
    pub runs: Runs,
    pub about: About,
    /// Apart, because who refers to what lies in the catalogue brings all of it along.
    pub preferences: &'static Preferences,
    pub elder: Elder,
    pub names: Names,
}

/// What only 长辈版 says, and the way there and back.
pub struct Elder {
    pub to_elder: &'static str,
    pub to_usual: &'static str,
    pub call: &'static str,
    pub read_aloud: &'static str,
    pub screens: &'static str,
    pub screen_of: fn(usize, usize) -> String,
    pub back: &'static str,
    pub on: &'static str,
}

/// See the part of the same name.
pub struct Preferences {
    pub title: &'static str,
    pub size: PreferenceWords,
    pub theme: PreferenceWords,
    pub motion: PreferenceWords,
}

/// What can be chosen: each choice by the value that the document carries.
pub struct PreferenceWords {
    pub name: &'static str,
    pub choices: &'static [(&'static str, &'static str)],
}

/// What stands on every page.
pub struct Site {
    pub name: &'static str,
    pub home: &'static str,
    pub runs: &'static str,
    pub about: &'static str,
    pub table: &'static str,
    pub chances: &'static str,
    pub menu: &'static str,
    pub languages: &'static str,
    pub skip_to_content: &'static str,
    pub page_title: fn(&str) -> String,
    pub supposed_page: fn(&str) -> String,
    pub not_a_guide: &'static str,
    pub source_line: &'static str,
    pub illustrative: &'static str,
    pub illustrative_line: &'static str,
    pub not_told: &'static str,
}

/// See the page or part of the same name.
pub struct Loading {
    pub under_way: &'static str,
    pub unreachable: &'static str,
    pub unreachable_advice: &'static str,
    pub broken: &'static str,
    pub broken_advice: &'static str,
    pub retry: &'static str,
}

/// See the page or part of the same name.
pub struct NotFound {
    pub title: &'static str,
    pub advice: &'static str,
    pub way_home: &'static str,
}

/// See the page or part of the same name.
pub struct Home {
    pub title: &'static str,
    /// What there was much of, and the one that is left of it.
    pub turns: &'static [(&'static str, &'static str)],
    pub lead: &'static str,
    pub search_label: &'static str,
    pub search_hint: &'static str,
    pub search_button: &'static str,
    pub search_failed: &'static str,
    pub totals_note: &'static str,
    pub totals_title: &'static str,
    pub cards_title: &'static str,
    pub cards_note: &'static str,
    pub both_told: &'static str,
    pub after_told: &'static str,
    pub planned: &'static str,
    pub told_in_words: &'static str,
    pub problems_told: &'static str,
    pub count: fn(usize) -> String,
    pub problems_and_repairs: fn(u32, u32) -> String,
    pub result_not_told: &'static str,
    pub result_by_own_word: &'static str,
    pub examples_title: &'static str,
    pub examples_note: &'static str,
    pub more_examples: fn(u32) -> String,
}

/// See the page or part of the same name.
pub struct Service {
    pub from_before: &'static str,
    pub to_after: &'static str,
    pub way_a: &'static str,
    pub way_b: &'static str,
    pub same_version: &'static str,
    pub swap: &'static str,
    pub show_chosen: &'static str,
    pub two_ways_note: &'static str,
    pub backwards_note: &'static str,
    pub same_note: &'static str,
    pub unread: fn(&str) -> String,
    pub no_such_version: &'static str,
    pub no_such_version_advice: &'static str,
    pub show_default: &'static str,
    pub two_services: fn(&str, &str) -> String,
    pub only_this: fn(&str) -> String,
    pub other_not_found: &'static str,
    pub other_not_found_advice: &'static str,
    pub outcome: fn(&str) -> String,
    pub numbers_title: &'static str,
    pub more_numbers: &'static str,
    pub over_all: fn(&str, &str) -> String,
    pub tap_a_number: &'static str,
    pub tap_a_report: &'static str,
    pub not_told_list: fn(&str) -> String,
    pub reduction: fn(&str, &str) -> String,
    pub arrow: &'static str,
    pub beside: &'static str,
    pub said_title: &'static str,
    pub quoted: &'static str,
    pub repairs_title: &'static str,
    pub readings_title: &'static str,
    pub illustrated_by: &'static str,
    pub illustrated_note: &'static str,
    pub runs_title: &'static str,
    pub lighter_title: &'static str,
    pub heavier_title: &'static str,
    pub nothing_lighter: &'static str,
    pub nothing_heavier: &'static str,
    pub evidence_title: &'static str,
    pub sources_title: &'static str,
    pub published_on: fn(&str) -> String,
    pub undated: &'static str,
    pub conditions_title: &'static str,
    pub to_checklist: &'static str,
    pub as_picture: &'static str,
}

/// See the page or part of the same name. Halves of sentences tell what one has to go through.
pub struct InShort {
    pub title: &'static str,
    pub no_trip: &'static str,
    pub one_window: &'static str,
    pub goes: fn(&[String]) -> String,
    /// So many places, windows, visits.
    pub counted: [fn(&str) -> String; 3],
    pub trip_names: [&'static str; 3],
    pub before_after: fn(&str, &str) -> String,
    pub after_before: fn(&str, &str) -> String,
    pub two_ways: fn(&str, &str) -> String,
    pub both: fn(&str) -> String,
    pub now: fn(&str) -> String,
    pub unchanged: fn(&str) -> String,
    pub supposing: fn(&str, &str) -> String,
    pub unchanged_supposing: fn(&str) -> String,
    pub fell: fn(&str, &str, &str) -> String,
    pub rose: fn(&str, &str, &str) -> String,
    pub amount_two_ways: fn(&str, &str, &str) -> String,
    pub amount_after_before: fn(&str, &str, &str) -> String,
    /// A change for the worse, the first names of the steps, and how many steps there are.
    pub heavier: fn(&str, &[String], usize) -> String,
    pub sentence: fn(&[String]) -> String,
}

/// See the page or part of the same name.
pub struct Situations {
    pub title: &'static str,
    pub unsure: &'static str,
    pub assumed: fn(&str) -> String,
    pub assumed_answer: fn(&str, &str) -> String,
    pub all_answered: &'static str,
}

/// See the page or part of the same name.
pub struct Standard {
    pub title: &'static str,
    pub met: &'static str,
    pub faceless: &'static str,
    pub not_met: fn(&str) -> String,
    pub part: fn(&str, &str) -> String,
    pub unknown: &'static str,
}

/// See the page or part of the same name.
pub struct Why {
    pub title: fn(&str) -> String,
    pub close: &'static str,
    pub rule: &'static str,
    pub parts_of: fn(&str) -> String,
    pub nothing_counts: &'static str,
    pub handed_in_times: fn(usize) -> String,
    pub visit_number: fn(u32) -> String,
    pub unknown: &'static str,
    pub range_note: &'static str,
    pub over_all: fn(&str) -> String,
    pub declared_visits: fn(u32) -> String,
    pub waived: fn(usize) -> String,
}

/// See the page or part of the same name.
pub struct Steps {
    pub title: &'static str,
    pub count: fn(usize) -> String,
    pub not_there_before: fn(&str) -> String,
    pub not_there_after: fn(&str) -> String,
    pub changed_to: &'static str,
    pub nothing: &'static str,
    pub unknown: &'static str,
    pub back_office: &'static str,
    pub fewer_papers: &'static str,
    pub more_papers: &'static str,
    pub paper_note: fn(&str, &str) -> String,
    pub all_kept: &'static str,
    pub more_differs: fn(usize) -> String,
    pub only_first: &'static str,
    pub only_second: &'static str,
    pub same: &'static str,
    pub differs: &'static str,
}

/// See the page or part of the same name.
pub struct Runs {
    pub title: &'static str,
    pub description: fn(&str, &str) -> String,
    pub lead: &'static str,
    pub real_title: &'static str,
    pub as_whom: &'static str,
    pub place: &'static str,
    pub on: &'static str,
    pub walked_title: &'static str,
    pub timed_title: &'static str,
    pub timed_not_on_step: &'static str,
    pub scores_title: &'static str,
    pub score: fn(u8) -> String,
    pub score_names: [&'static str; 5],
    pub problems_title: &'static str,
    pub no_problem: &'static str,
    pub history: &'static str,
    pub at_step: fn(&str) -> String,
    pub lead_unit: fn(&str) -> String,
    pub resolved_by: &'static str,
    pub see_version: fn(&str) -> String,
    pub repairs_title: &'static str,
    pub result_title: &'static str,
    pub result_not_told: &'static str,
    pub result_by_own_word: &'static str,
    pub see_service: fn(&str) -> String,
}

/// See the page or part of the same name.
pub struct About {
    pub title: &'static str,
    pub lead: &'static str,
    pub aims_title: &'static str,
    pub questions_title: &'static str,
    pub moves_title: &'static str,
    pub totals_title: &'static str,
    pub how_title: &'static str,
    pub how_lead: &'static str,
    pub standard_rule: &'static str,
    pub rate_rule: &'static str,
    pub relation_rule: &'static str,
    pub unknown_rule: &'static str,
    pub evidence_title: &'static str,
    pub source_title: &'static str,
}

/// Names of things and of values; exhaustive, so that a new thing without a name does not compile.
pub struct Names {
    pub measure: fn(MeasureKind) -> &'static str,
    pub measure_plain: fn(MeasureKind) -> &'static str,
    pub rule: fn(MeasureKind) -> &'static str,
    /// What so many of a measure are.
    pub counter: fn(MeasureKind, u32) -> &'static str,
    /// The bare 量词, where the name of the measure stands beside it.
    pub measure_word: fn(MeasureKind, u32) -> &'static str,
    pub evidence: fn(EvidenceKind) -> &'static str,
    pub evidence_meaning: fn(EvidenceKind) -> &'static str,
    pub change: fn(ChangeKind) -> &'static str,
    pub field: fn(Field) -> &'static str,
    pub why_unknown: fn(&WhyUnknown) -> &'static str,
    pub audience: fn(Audience) -> &'static str,
    pub channel: fn(Channel) -> &'static str,
    pub side: fn(Side) -> &'static str,
    pub provision: fn(Provision) -> &'static str,
    pub in_force: fn(InForceState) -> &'static str,
    pub problem_state: fn(ProblemState) -> &'static str,
    pub problem_category: fn(ProblemCategory) -> &'static str,
    /// What so many of a reported figure are.
    pub unit: fn(&Unit, u32) -> String,
    /// What so many units of time are.
    pub time_unit: fn(domain::TimeUnit, u32) -> &'static str,
    pub span: fn(&Span) -> String,
    /// Time of one's own, from so many minutes to so many.
    pub own_time: fn(u32, u32) -> String,
    pub range: fn(u32, u32) -> String,
    pub difference: fn(&Difference) -> String,
    /// Less or more by what is told in words.
    pub difference_told: fn(Direction, &str) -> String,
    pub difference_long: fn(&Difference, &str) -> String,
    pub permille: fn(i64) -> String,
    pub told_change: fn(&ToldChange) -> String,
    pub share: fn(Share, Share) -> String,
    pub date: fn(i16, i8, i8) -> String,
    pub yuan: fn(u32, u32) -> String,
    pub list: fn(&[String]) -> String,
}
