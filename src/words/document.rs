//! The sentences of `index.html`, the document around every page. Only the server writes it.

/// See the module.
pub struct DocumentWords {
    pub description: &'static str,
    pub not_running: &'static str,
    pub opening: &'static str,
    pub needs_program: &'static str,
    /// What stands before and behind the day on which a page was kept.
    pub kept: (&'static str, &'static str),
    pub open_again: &'static str,
    pub new_build: &'static str,
    pub take_new_build: &'static str,
}
