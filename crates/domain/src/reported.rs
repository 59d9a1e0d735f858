//! 报道值: figures and words that somebody reported. They are no count of ours; they are carried
//! exactly as told, each with its clause, and what was not told stays empty.

use serde::{Deserialize, Serialize};

use crate::evidence::Evidence;
use crate::key::{SubjectKey, VersionId};
use crate::measure::MeasureKind;
use crate::span::{Span, TimeUnit};

/// A limit somebody states (法定 or 承诺 办结时限) or has measured (实测).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// How long.
    pub time: Span,
    /// Who says so.
    pub evidence: Evidence,
}

/// Words somebody reported, with their clause: a repair, a problem, a result.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// In our words.
    pub text: String,
    /// Why it may be believed; the clause itself is its quotation.
    pub evidence: Evidence,
}

/// One reported figure, or a change told without a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// What it is about; the same key means the same thing measured in the same way.
    pub key: SubjectKey,
    /// What it is about, in words.
    pub subject: String,
    /// The measure of ours that it speaks of, where it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<MeasureKind>,
    /// The unit of `before` and `after`; only a report without figures has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// 改前; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Figure>,
    /// 改后; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Figure>,
    /// A change told as such.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<ToldChange>,
    /// Why it may be believed.
    pub evidence: Evidence,
}

/// A number in the unit of its [`Reported`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// How many, in the unit of the report it stands in.
    pub value: u32,
    /// The version of the service it is true of, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
}

/// A change that was told instead of two figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ToldChange {
    /// By so many percent, signed as told: +16 is a rise of 16 %.
    Percent(i32),
    /// In words, without a figure.
    Words(String),
}

/// The unit of a reported figure. In a file one word: the name of a unit of time, or a counter in
/// Chinese.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
pub enum Unit {
    /// A unit of time.
    Time(TimeUnit),
    /// A thing that is counted, by its counter: 次, 个站点.
    Counted(String),
}

impl From<String> for Unit {
    fn from(word: String) -> Unit {
        TimeUnit::ALL.into_iter().find(|unit| unit.name() == word).map_or(Unit::Counted(word), Unit::Time)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> String {
        match unit {
            Unit::Time(unit) => unit.name().to_owned(),
            Unit::Counted(counter) => counter,
        }
    }
}
