//! Stable keys: how one thing in a process file names another.
//!
//! Each kind of thing has a key type of its own, so a window can't stand where a place is meant.
//! All share one spelling — 1 to 64 lower-case ASCII letters, digits and hyphens, starting with a
//! letter or digit — so that a key is safe in an address, a file name and a log line as it is.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text is no key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError(String);

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "`{}` is not a key: use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit",
            self.0.chars().take(80).collect::<String>()
        )
    }
}

impl std::error::Error for KeyError {}

fn spelled_as_key(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && !text.starts_with('-')
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

macro_rules! key {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The key as it is written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = KeyError;
            fn try_from(text: String) -> Result<Self, KeyError> {
                if spelled_as_key(&text) { Ok(Self(text)) } else { Err(KeyError(text)) }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,63}$"})
            }
        }

        impl std::str::FromStr for $name {
            type Err = KeyError;
            fn from_str(text: &str) -> Result<Self, KeyError> {
                Self::try_from(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(key: $name) -> String {
                key.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

key!(/// Names a service (事项) everywhere, its address included.
    ServiceId);
key!(/// Names a version (流程版本) within its service.
    VersionId);
key!(/// Names a step (环节) within its version, and the same step in other versions of the service.
    StepKey);
key!(/// Names a place (地) within its service.
    PlaceKey);
key!(/// Names a window (窗) within its place.
    WindowKey);
key!(/// Names a material (材料) within its version, and the same paper in other versions.
    MaterialKey);
key!(/// Names a question (情形) within its service.
    SituationKey);
key!(/// Names one answer to a question.
    AnswerKey);
key!(/// Names a group of steps of which exactly one is taken.
    ChoiceKey);
key!(/// Names a source (出处) within its file.
    SourceKey);
key!(/// Names what a reported figure is about; two figures with one key are about the same thing.
    SubjectKey);
key!(/// Names a run (换位跑) everywhere, its address included.
    RunId);
key!(/// The code by which a problem (问题) is asked for: 查询码.
    ProblemCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_safe_in_an_address() {
        for good in ["a", "7", "investment-filing", &"x".repeat(64)] {
            assert!(good.parse::<ServiceId>().is_ok(), "{good}");
        }
        for bad in ["", "-a", "A", "a b", "a/b", "..", "投资", "a\u{202e}", &"x".repeat(65)] {
            assert!(bad.parse::<ServiceId>().is_err(), "{bad}");
        }
    }
}
