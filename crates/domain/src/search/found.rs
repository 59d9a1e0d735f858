//! What is asked of a search, and what it answers.

use serde::{Deserialize, Serialize};

use super::EntryKind;
use crate::service::Audience;

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// As it was typed; without a word nothing is found.
    pub words: String,
    /// Only in this 片区, as it is written.
    pub area: Option<String>,
    /// Only what is for these people; what is for both is for each.
    pub audience: Option<Audience>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Results {
    /// How many there are.
    pub total: u32,
    /// The first of them: real ones before examples, the best of each first.
    pub found: Vec<Found>,
    /// In which areas the words find something, whatever area was asked for.
    pub areas: Vec<String>,
    /// For whom the words find something, whoever was asked for.
    pub audiences: Vec<Audience>,
}

/// One that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Found {
    /// What it is.
    pub kind: EntryKind,
    /// Its id among those of its kind.
    pub id: String,
    /// Its name, and what of it was typed.
    pub name: Marked,
    /// The other name by which it was found, where it was not by the name alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alias: Option<Marked>,
    /// 片区
    pub area: String,
    /// 服务对象; `None` where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Whether it belongs to the demonstration district.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
}

/// A text of which something is marked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Marked {
    /// The text.
    pub text: String,
    /// From which character to which, the latter not included; in order and apart from each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<(u32, u32)>,
}

impl Marked {
    /// The text in pieces, each with whether it is marked.
    pub fn pieces(&self) -> Vec<(bool, String)> {
        let is_marked = |at: u32| self.marks.iter().any(|(from, to)| (*from..*to).contains(&at));
        let mut pieces: Vec<(bool, String)> = Vec::new();
        for (at, character) in (0..).zip(self.text.chars()) {
            match pieces.last_mut() {
                Some((marked, piece)) if *marked == is_marked(at) => piece.push(character),
                _ => pieces.push((is_marked(at), character.to_string())),
            }
        }
        pieces
    }
}

/// Ranges in order; those that touch are one.
pub(super) fn joined(mut marks: Vec<(u32, u32)>) -> Vec<(u32, u32)> {
    marks.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::with_capacity(marks.len());
    for (from, to) in marks {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}
