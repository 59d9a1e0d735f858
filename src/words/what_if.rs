//! The sentences of 假设: what can be supposed, what is, and why something can't be.

/// See the part of the same name.
pub struct WhatIf {
    pub mark: &'static str,
    pub title: &'static str,
    pub entry_title: &'static str,
    pub entry: fn(&str) -> String,
    pub caution: &'static str,
    pub base: &'static str,
    pub leave: &'static str,
    pub supposed: fn(usize) -> String,
    pub nothing_supposed: &'static str,
    pub undo: &'static str,
    pub clear: &'static str,
    pub remove: &'static str,
    pub remove_which: fn(&str) -> String,
    pub refused: &'static str,
    pub refusal: fn(&str, &str) -> String,
    pub steps: &'static str,
    pub change_step: &'static str,
    pub change_which: fn(&str) -> String,
    pub menu: fn(&str) -> String,
    pub close: &'static str,
    pub nothing_possible: &'static str,
    pub result: &'static str,
    pub no_difference: &'static str,
    pub unknown: &'static str,
    pub edit: Edits,
    pub offer: Offers,
    pub why: Whys,
}

/// What is supposed, in words. Steps and papers by their names.
pub struct Edits {
    pub drop: fn(&str) -> String,
    pub move_online: fn(&str) -> String,
    pub merge: fn(&str, &str) -> String,
    pub shorten: fn(&str, &str, &str) -> String,
    pub waive: fn(&str, &str) -> String,
}

/// What can be supposed of one step.
pub struct Offers {
    pub drop: &'static str,
    pub move_online: &'static str,
    pub merge: &'static str,
    pub merge_now: &'static str,
    pub shorten: fn(&str, &str) -> String,
    pub shorten_now: fn(&str) -> String,
    pub waive: &'static str,
    pub waive_now: &'static str,
    pub way: fn(&str, &str) -> String,
}

/// Why something can't be supposed. Steps and papers by their names.
pub struct Whys {
    pub no_such_step: &'static str,
    pub no_such_paper: &'static str,
    pub last_step: &'static str,
    pub not_on_site: &'static str,
    pub with_itself: &'static str,
    pub comes_between: fn(&str) -> String,
    pub front_and_back: &'static str,
    pub not_taken_together: &'static str,
    pub time_not_told: fn(&str) -> String,
    pub not_shorter: fn(&str) -> String,
    pub already_waived: &'static str,
    pub not_issued: &'static str,
    pub too_many: &'static str,
    pub contradiction: &'static str,
}
