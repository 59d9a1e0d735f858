//! The sentences of the list of steps, of the papers and of what saved what. Apart from the others, so that
//! they are loaded with the page that says them.

use domain::Reason;
use domain::align::Confidence;
use domain::align::papers::PaperChange;

/// See the module.
pub struct StepListWords {
    pub legend: &'static str,
    pub all_kinds: &'static str,
    pub shown: fn(usize, usize) -> String,
    pub stepper: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub changes: fn(usize) -> String,
    pub change_of: fn(usize, usize) -> String,
    pub reason: fn(Reason) -> &'static str,
    pub taken_as_one: fn(&str, Confidence) -> String,
    pub why_one: &'static str,
    pub papers_title: &'static str,
    pub steps_title_of_one: &'static str,
    pub papers_title_of_one: &'static str,
    pub papers_count: fn(usize, usize) -> String,
    pub papers_count_of_one: fn(usize) -> String,
    pub paper_kept: &'static str,
    pub paper_change: fn(PaperChange) -> &'static str,
    pub paper_change_between_ways: fn(PaperChange) -> &'static str,
    pub only_bundled: &'static str,
    pub waterfall_title: &'static str,
    pub waterfall_title_between_ways: &'static str,
    pub waterfall_rule: &'static str,
    pub waterfall_measure: &'static str,
    pub waterfall_cause: &'static str,
    pub waterfall_amount: &'static str,
    pub waterfall_picture: &'static str,
    pub stated: &'static str,
    pub with: fn(&str) -> String,
    pub unchanged: &'static str,
    pub findings_title: &'static str,
    pub findings_lead: &'static str,
    pub no_findings: &'static str,
    pub findings_unknown: &'static str,
}
