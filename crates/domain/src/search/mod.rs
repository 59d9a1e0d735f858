//! 查一件事: finds what somebody looks for by its name, another name of it, or its area, in characters, in
//! pinyin, in initials, or in any mixture of them, and forgives one typing mistake.
//!
//! The server makes the [`Index`], because the readings of characters are a large table of which an index
//! needs a small part. Server and browser make a [`Finder`] of the same index and search it by the same code,
//! so they find the same.
//!
//! What is typed is taken apart at spaces, and each word of it must stand in the name, in one other name, or in
//! the area of what is found. A word stands where it can be read off consecutive characters: each as itself
//! (traditional ones are read as simplified ones), by any reading of it, or by the first letter of one (`q`,
//! `zh`); the last may be unfinished. Where nothing is found like this, a word may be in two pieces of two characters
//! or more with something between them (`企业备案` in 企业投资项目备案), or with the first of them in the area. Where
//! that finds nothing either, one mistake is forgiven in each word of four letters or three characters: one too many,
//! one missing, a wrong one, two exchanged.

mod alphabet;
mod finder;
mod found;
mod index;
mod machine;

pub use finder::Finder;
pub use found::{Found, Marked, Query, Results};
pub use index::{Entry, EntryKind, Index, Lines, Reading};

/// The longest text that is searched for, in characters; the rest of a longer one is not looked at.
pub const LONGEST: usize = 100;

/// How many of what was found are shown.
pub const SHOWN: usize = 24;
