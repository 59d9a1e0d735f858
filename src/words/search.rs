//! The sentences about what a search has found. Apart from the others, so that they are loaded with what finds.

/// See the part of the same name.
pub struct SearchWords {
    pub title: &'static str,
    pub found: fn(u32) -> String,
    pub found_nothing: fn(&str) -> String,
    pub found_nothing_here: fn(&str) -> String,
    pub show_all: &'static str,
    pub area: &'static str,
    pub audience: &'static str,
    pub any: &'static str,
    /// What stands before and behind another name.
    pub also_called: (&'static str, &'static str),
    pub more: fn(u32) -> String,
}
