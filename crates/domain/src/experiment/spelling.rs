//! How an edit is written in an address: `drop:review`, `merge:accept:review`, `wait:review:3`.
//!
//! Keys are safe in an address as they are, and `:` and `,` need no escaping in a query. An edit reads
//! back as it was written.

use std::fmt;
use std::str::FromStr;

use super::{Edit, TimePart, Waiver};

/// A text that is no edit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoEdit(pub String);

impl fmt::Display for NoEdit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no edit", self.0)
    }
}

impl std::error::Error for NoEdit {}

impl TimePart {
    fn word(self) -> &'static str {
        match self {
            TimePart::Prepare => "prepare",
            TimePart::Queue => "queue",
            TimePart::Counter => "counter",
            TimePart::Wait => "wait",
        }
    }
}

impl Waiver {
    fn word(self) -> &'static str {
        match self {
            Waiver::Sharing => "share",
            Waiver::Licence => "licence",
        }
    }
}

impl fmt::Display for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Edit::Drop { step } => write!(f, "drop:{step}"),
            Edit::MoveOnline { step } => write!(f, "online:{step}"),
            Edit::Merge { into, step } => write!(f, "merge:{into}:{step}"),
            Edit::Shorten { step, part, to } => write!(f, "{}:{step}:{to}", part.word()),
            Edit::Waive { material, by } => write!(f, "{}:{material}", by.word()),
        }
    }
}

impl FromStr for Edit {
    type Err = NoEdit;
    fn from_str(text: &str) -> Result<Edit, NoEdit> {
        read(text).ok_or_else(|| NoEdit(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Edit> {
    let parts: Vec<&str> = text.split(':').collect();
    let part = |word: &str| TimePart::ALL.into_iter().find(|part| part.word() == word);
    match parts[..] {
        ["drop", step] => Some(Edit::Drop { step: step.parse().ok()? }),
        ["online", step] => Some(Edit::MoveOnline { step: step.parse().ok()? }),
        ["merge", into, step] => Some(Edit::Merge { into: into.parse().ok()?, step: step.parse().ok()? }),
        ["share", paper] => Some(Edit::Waive { material: paper.parse().ok()?, by: Waiver::Sharing }),
        ["licence", paper] => Some(Edit::Waive { material: paper.parse().ok()?, by: Waiver::Licence }),
        [word, step, to] => {
            Some(Edit::Shorten { step: step.parse().ok()?, part: part(word)?, to: to.parse().ok()? })
        }
        _ => None,
    }
}
