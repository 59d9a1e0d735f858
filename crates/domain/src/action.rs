//! 「换位跑一次」 as a whole: its totals, its five questions, its four moves.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::error::ParseError;
use crate::evidence::{Evidence, Source};
use crate::key::SubjectKey;
use crate::reported::Told;
use crate::validate;

/// The action, known to be free of contradiction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "ActionDocument")]
pub struct Action(ActionDocument);

impl Action {
    /// Reads the action's file. The error names the place in the input and what is wrong there.
    ///
    /// # Errors
    ///
    /// [`ParseError`] where it is no JSON, not in the format, or contradicts itself.
    pub fn parse(text: &str) -> Result<Action, ParseError> {
        crate::error::read_document::<ActionDocument>(text)?.try_into()
    }
}

impl Deref for Action {
    type Target = ActionDocument;
    fn deref(&self) -> &ActionDocument {
        &self.0
    }
}

impl TryFrom<ActionDocument> for Action {
    type Error = ParseError;
    fn try_from(document: ActionDocument) -> Result<Action, ParseError> {
        let proof = validate::Proof::of(&document.sources, false)?;
        validate::text(&"name", &document.name)?;
        validate::text(&"district", &document.district)?;
        for (i, total) in document.totals.iter().enumerate() {
            validate::text(&format_args!("totals[{i}].label"), &total.label)?;
            validate::text(&format_args!("totals[{i}].counted"), &total.counted)?;
            proof.check(&format_args!("totals[{i}].evidence"), &total.evidence)?;
        }
        for (list, entries) in
            [("questions", &document.questions), ("moves", &document.moves), ("aims", &document.aims)]
        {
            for (i, entry) in entries.iter().enumerate() {
                validate::text(&format_args!("{list}[{i}].text"), &entry.text)?;
                proof.check(&format_args!("{list}[{i}].evidence"), &entry.evidence)?;
            }
        }
        Ok(Action(document))
    }
}

/// What the action's file says, before anybody has asked whether it makes sense.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ActionDocument {
    /// The version of the format; 1.
    pub format: u32,
    /// 换位跑一次
    pub name: String,
    /// The district.
    pub district: String,
    /// Totals of the whole action.
    pub totals: Vec<Total>,
    /// What is asked in a run.
    pub questions: Vec<Told>,
    /// How a run goes.
    pub moves: Vec<Told>,
    /// What it changes, from and to.
    pub aims: Vec<Told>,
    /// 出处
    pub sources: Vec<Source>,
}

/// A total of the whole action, as reported.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// What is counted.
    pub key: SubjectKey,
    /// In words.
    pub label: String,
    /// How many, of what [`Total::label`] says.
    pub value: u32,
    /// The counter in Chinese.
    pub counted: String,
    /// Why it may be believed.
    pub evidence: Evidence,
}
