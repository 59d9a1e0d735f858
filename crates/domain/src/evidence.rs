//! Evidence (依据): why a number may be believed.

use serde::{Deserialize, Serialize};

use crate::key::SourceKey;

/// The longest clause that may be quoted from a source, in characters.
pub const LONGEST_QUOTE: usize = 40;

/// How a number came to be known, strongest first: the order of the variants is the order of
/// strength, and [`EvidenceKind::weakest`] of the parts is the evidence of a computed number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// 实测: timed in runs or cases.
    Measured,
    /// 公布: published in a cited source.
    Published,
    /// 推算: computed from steps.
    Computed,
    /// 自报: a unit's own word.
    SelfReported,
    /// 示例: illustrative, true of no real place.
    Example,
}

impl EvidenceKind {
    /// The weakest of several, or `None` of none: a computed number is worth no more than its
    /// weakest part, and at most 推算.
    pub fn weakest(kinds: impl IntoIterator<Item = EvidenceKind>) -> Option<EvidenceKind> {
        kinds.into_iter().max()
    }
}

/// Evidence as a process file states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(!try_from))]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "Written")]
pub enum Evidence {
    /// Timed; the number is the median of `n` runs or cases.
    Measured {
        /// How many runs or cases, at least 1.
        n: u32,
    },
    /// Published in a source that the file lists.
    Published {
        /// Which source.
        source: SourceKey,
        /// The exact clause, at most [`LONGEST_QUOTE`] characters.
        quote: String,
    },
    /// Computed from steps.
    Computed {},
    /// A unit's own word.
    SelfReported {
        /// Which unit; a unit, never a person.
        by: String,
    },
    /// Illustrative: made up to show what the product can do.
    Example {},
}

/// Evidence before it is known that its fields fit its kind. Reading flat fields keeps serde from
/// buffering what it reads, which costs the browser more than all evidence there is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    kind: EvidenceKind,
    #[serde(default)]
    n: Option<u32>,
    #[serde(default)]
    source: Option<SourceKey>,
    #[serde(default)]
    quote: Option<String>,
    #[serde(default)]
    by: Option<String>,
}

impl TryFrom<Written> for Evidence {
    type Error = &'static str;
    fn try_from(written: Written) -> Result<Evidence, &'static str> {
        let Written { kind, n, source, quote, by } = written;
        match (kind, n, source, quote, by) {
            (EvidenceKind::Measured, Some(n), None, None, None) => Ok(Evidence::Measured { n }),
            (EvidenceKind::Published, None, Some(source), Some(quote), None) => {
                Ok(Evidence::Published { source, quote })
            }
            (EvidenceKind::Computed, None, None, None, None) => Ok(Evidence::Computed {}),
            (EvidenceKind::SelfReported, None, None, None, Some(by)) => Ok(Evidence::SelfReported { by }),
            (EvidenceKind::Example, None, None, None, None) => Ok(Evidence::Example {}),
            (EvidenceKind::Measured, ..) => Err("evidence of the kind `measured` has `n` and no more"),
            (EvidenceKind::Published, ..) => {
                Err("evidence of the kind `published` has `source`, `quote` and no more")
            }
            (EvidenceKind::SelfReported, ..) => {
                Err("evidence of the kind `self_reported` has `by` and no more")
            }
            (EvidenceKind::Computed, ..) => Err("evidence of the kind `computed` has no other field"),
            (EvidenceKind::Example, ..) => Err("evidence of the kind `example` has no other field"),
        }
    }
}

impl Evidence {
    /// Its kind.
    pub fn kind(&self) -> EvidenceKind {
        match self {
            Evidence::Measured { .. } => EvidenceKind::Measured,
            Evidence::Published { .. } => EvidenceKind::Published,
            Evidence::Computed {} => EvidenceKind::Computed,
            Evidence::SelfReported { .. } => EvidenceKind::SelfReported,
            Evidence::Example {} => EvidenceKind::Example,
        }
    }

    /// The exact clause of the source, where there is one.
    pub fn quote(&self) -> Option<&str> {
        match self {
            Evidence::Published { quote, .. } => Some(quote),
            _ => None,
        }
    }
}

/// A source (出处) that evidence can point to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// How evidence points here.
    pub key: SourceKey,
    /// What it is called.
    pub title: String,
    /// Who answers for it.
    pub publisher: String,
    /// The day it was published; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub published_on: Option<jiff::civil::Date>,
    /// What a reader should know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_never_becomes_stronger_in_company() {
        use EvidenceKind::*;
        assert_eq!(EvidenceKind::weakest([Published, Example, Measured]), Some(Example));
        assert_eq!(EvidenceKind::weakest([Measured, Published]), Some(Published));
        assert_eq!(EvidenceKind::weakest([]), None);
    }
}
