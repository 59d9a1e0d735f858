//! What is looked for, as an address spells it: the same for 首页 and for the interface.

use domain::search::{LONGEST, Query};
use domain::service::Audience;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// The names of the parameters.
pub mod parameter {
    /// What was typed.
    pub const WORDS: &str = "q";
    /// 片区
    pub const AREA: &str = "area";
    /// 服务对象
    pub const AUDIENCE: &str = "audience";
}

/// The value of a parameter of that name, where there is one.
pub type Value<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads a query; what is too long is cut, and what nobody understands is as if it were not there.
pub fn read(value: Value) -> Query {
    let asked = understood(value, parameter::AUDIENCE);
    let audiences = [Audience::NaturalPerson, Audience::LegalPerson];
    Query {
        words: understood(value, parameter::WORDS).unwrap_or_default(),
        area: understood(value, parameter::AREA),
        audience: audiences.into_iter().find(|one| asked.as_deref() == Some(spelled(*one))),
    }
}

fn understood(value: Value, name: &str) -> Option<String> {
    let text: String = value(name)?.trim().chars().take(LONGEST).collect();
    let is_audience = || text == "natural_person" || text == "legal_person";
    let means_something = !text.is_empty() && (name != parameter::AUDIENCE || is_audience());
    means_something.then_some(text)
}

/// A query, as what [`read`] reads.
pub fn value(query: &Query, name: &str) -> Option<String> {
    match name {
        parameter::WORDS => Some(query.words.clone()),
        parameter::AREA => query.area.clone(),
        _ => query.audience.map(|audience| spelled(audience).to_owned()),
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

/// The query of an address, without its `?`, as [`read`] reads it; empty where nothing is looked for.
pub fn in_address(value: Value) -> String {
    let mut address = String::new();
    for name in [parameter::WORDS, parameter::AREA, parameter::AUDIENCE] {
        match understood(value, name) {
            Some(text) => {
                let joint = if address.is_empty() { "" } else { "&" };
                // What `NON_ALPHANUMERIC` leaves needs no escaping anywhere.
                let text = utf8_percent_encode(&text, NON_ALPHANUMERIC);
                address.extend([joint, name, "="].into_iter().chain(text));
            }
            // A range without words is nothing to look for.
            None if address.is_empty() => break,
            None => {}
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
