//! What was asked: the parameters of a request, checked against the list of those the endpoint knows.
//!
//! A parameter that nobody reads is a mistake of the caller that would otherwise go unnoticed — a filter
//! misspelled finds everything — so unknown and repeated ones are refused.

use std::str::FromStr;

use api::ErrorCode;
use app::language::Language;

use crate::failure::Failure;

/// The longest text that may be searched for, in characters.
pub const LONGEST_TEXT: usize = 100;

/// The longest list of names that may be asked for, in characters; every column of a table at once is less.
pub const LONGEST_LIST: usize = 500;

/// A parameter of an endpoint.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name in the address.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// What it holds.
    pub kind: Kind,
    /// What it is for, for developers.
    pub about: &'static str,
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query, and must be there.
    Required,
    /// In the query, or not there.
    Optional,
}

/// What a parameter holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A key as [`domain::key`] spells it.
    Key,
    /// A year in four digits.
    Year,
    /// Any text of at most [`LONGEST_TEXT`] characters; an empty one is as none.
    Text,
    /// The tag of a language of the interface.
    Language,
    /// A list that may be longer, of at most [`LONGEST_LIST`] characters.
    LongText,
}

/// In which language an answer for people is.
pub const LANGUAGE: Parameter = Parameter {
    name: api::endpoint::LANGUAGE,
    place: Place::Optional,
    kind: Kind::Language,
    about: "The language of what the interface says; what the data say stays as it is",
};

fn language(tag: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.tag() == tag)
}

/// The parameters of one request.
#[derive(Debug, Default)]
pub struct Asked(Vec<(&'static str, String)>);

impl Asked {
    /// Reads them from the parameters of the path and from the query.
    pub fn read<'a>(
        known: &'static [Parameter],
        path: impl IntoIterator<Item = (&'a str, &'a str)>,
        query: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Asked, Failure> {
        let mut asked = Asked::default();
        for (name, value) in path {
            let parameter = known.iter().find(|parameter| parameter.name == name).ok_or_else(|| {
                // The list of endpoints is tested for it.
                Failure::Broken(format!("the path names a parameter that is not declared: {name}"))
            })?;
            // What its kind can't hold names nothing: see `named`.
            if parameter.kind.holds(value) {
                asked.0.push((parameter.name, value.to_owned()));
            }
        }
        for (name, value) in query {
            let parameter = known
                .iter()
                .find(|parameter| parameter.place != Place::Path && parameter.name == name)
                .ok_or_else(|| Failure::bad_parameter(&name))?;
            let repeated = asked.text(parameter.name).is_some();
            if repeated || !parameter.kind.holds(&value) {
                return Err(Failure::bad_parameter(&name));
            }
            asked.0.push((parameter.name, value));
        }
        let missing = known
            .iter()
            .find(|parameter| parameter.place == Place::Required && asked.text(parameter.name).is_none());
        missing.map_or(Ok(asked), |parameter| Err(Failure::bad_parameter(parameter.name)))
    }

    /// A parameter that names what is asked for. One that can't be a name at all names nothing, which is
    /// the same refusal as a name that nothing has.
    pub fn named<K: FromStr>(&self, name: &str, otherwise: ErrorCode) -> Result<K, Failure> {
        self.text(name).and_then(|text| text.parse().ok()).ok_or_else(|| otherwise.into())
    }

    /// A key that may be left out.
    pub fn key<K: FromStr>(&self, name: &str) -> Result<Option<K>, Failure> {
        let Some(text) = self.text(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| Failure::bad_parameter(name))
    }

    /// A key that must be there.
    pub fn required_key<K: FromStr>(&self, name: &str) -> Result<K, Failure> {
        self.key(name)?.ok_or_else(|| Failure::bad_parameter(name))
    }

    /// The text of a parameter as it was written.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The language of the answer: the one that is spoken where none is asked for.
    pub fn language(&self) -> Language {
        self.text(LANGUAGE.name).and_then(language).unwrap_or(Language::ALL[0])
    }

    /// The text of a parameter by which is searched; an empty one is as none.
    pub fn filter(&self, name: &str) -> Option<&str> {
        self.text(name).map(str::trim).filter(|text| !text.is_empty())
    }
}

impl Kind {
    fn holds(self, value: &str) -> bool {
        match self {
            Kind::Key => value.parse::<domain::ServiceId>().is_ok(),
            Kind::Year => value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit()),
            Kind::Text => value.chars().count() <= LONGEST_TEXT,
            Kind::Language => language(value).is_some(),
            Kind::LongText => value.chars().count() <= LONGEST_LIST,
        }
    }
}
