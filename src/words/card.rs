//! What only cards say. They are drawn natively, so no browser loads this.

/// See the module.
pub struct CardWords {
    pub scan: &'static str,
    /// Which two stand beside each other: one before the other, or two ways.
    pub one_after_another: fn(&str, &str) -> String,
    pub two_ways: fn(&str, &str) -> String,
    /// The words of the source.
    pub quoted: fn(&[&str]) -> String,
    pub published: &'static str,
    /// What the picture shows, for who can't see it.
    pub alternative: fn(&str) -> String,
}
