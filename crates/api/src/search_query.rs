//! What is looked for, as an address spells it: the same for 首页 and for the interface.

use domain::search::{LONGEST, Query};
use domain::service::Audience;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The names of the parameters; the table calls them the same.
pub mod parameter {
    pub use crate::table_query::parameter::{AREA, AUDIENCE, WORDS};
}

/// The value of a parameter of that name, where there is one.
pub type Value<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads a query; what is too long is cut, and what nobody understands is as if it were not there.
pub fn read(value: Value) -> Query {
    let text = |name| -> Option<String> {
        let text: String = value(name)?.trim().chars().take(LONGEST).collect();
        (!text.is_empty()).then_some(text)
    };
    Query {
        // Without words nothing is looked for.
        words: text(parameter::WORDS).unwrap_or_default(),
        area: text(parameter::AREA),
        audience: text(parameter::AUDIENCE).and_then(|text| audience(&text)),
    }
}

/// A query, as what [`read`] reads.
pub fn value(query: &Query, name: &str) -> Option<String> {
    match name {
        parameter::WORDS => Some(query.words.clone()),
        parameter::AREA => query.area.clone(),
        parameter::AUDIENCE => query.audience.map(|audience| spelled(audience).to_owned()),
        _ => None,
    }
}

/// How an address spells an audience.
pub fn spelled(audience: Audience) -> &'static str {
    match audience {
        Audience::NaturalPerson => "natural_person",
        Audience::LegalPerson => "legal_person",
        Audience::Both => "both",
    }
}

/// One of the audiences that can be asked for, as [`spelled`] spells it.
pub fn audience(text: &str) -> Option<Audience> {
    [Audience::NaturalPerson, Audience::LegalPerson].into_iter().find(|one| spelled(*one) == text)
}

/// The query of an address, without its `?`, as [`read`] reads it; empty where nothing is looked for.
pub fn in_address(asked: Value) -> String {
    let query = read(asked);
    let mut address = String::new();
    // A range without words is nothing to look for.
    if query.words.is_empty() {
        return address;
    }
    for name in [parameter::WORDS, parameter::AREA, parameter::AUDIENCE] {
        if let Some(text) = value(&query, name) {
            let joint = if address.is_empty() { "" } else { "&" };
            // What `NON_ALPHANUMERIC` leaves needs no escaping anywhere.
            let text = utf8_percent_encode(&text, NON_ALPHANUMERIC);
            address.extend([joint, name, "="].into_iter().chain(text));
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let query = Query {
            words: "备案 &=<".to_owned(),
            area: Some("度假区".to_owned()),
            audience: Some(Audience::LegalPerson),
        };
        let address = in_address(&|name| value(&query, name));
        let read_back = |name: &str| {
            let pairs = address.split('&').filter_map(|pair| pair.split_once('='));
            let found = pairs.into_iter().find(|(known, _)| *known == name)?;
            Some(percent_encoding::percent_decode_str(found.1).decode_utf8().ok()?.into_owned())
        };
        assert_eq!(read(&read_back), query);
        let nothing = Query { words: " ".to_owned(), ..query };
        assert_eq!(in_address(&|name| value(&nothing, name)), "");
    }

    #[test]
    fn what_nobody_understands_is_left_out() {
        let query = read(&|_| Some("备".repeat(LONGEST + 1)));
        assert_eq!((query.words.chars().count(), query.audience), (LONGEST, None));
    }
}
