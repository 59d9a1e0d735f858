//! What a browser accepts and what it already has, read from its request.

use axum::http::header::{ACCEPT_ENCODING, GetAll};
use axum::http::{HeaderMap, HeaderValue};

/// In which of the encodings that answers are made in one is to be sent, by its name.
pub fn preferred_encoding(asked: &HeaderMap) -> &'static str {
    let made = [("br", ()), ("gzip", ())];
    preferred(made.into_iter(), asked.get_all(ACCEPT_ENCODING)).map_or("identity", |(name, ())| name)
}

/// The first of the available encodings that the browser accepts.
pub fn preferred<T>(
    mut available: impl Iterator<Item = (&'static str, T)>,
    accept_encoding: GetAll<HeaderValue>,
) -> Option<(&'static str, T)> {
    let accepted: Vec<(&str, bool)> = members(accept_encoding).map(coding).collect();
    available.find(|(name, _)| {
        let named = accepted.iter().find(|(coding, _)| coding.eq_ignore_ascii_case(name));
        let any = accepted.iter().find(|(coding, _)| *coding == "*");
        named.or(any).is_some_and(|(_, wanted)| *wanted)
    })
}

/// Whether one of the browser's tags is `etag`; weak tags count, as the standard asks for here.
pub fn is_known(etag: &str, if_none_match: GetAll<HeaderValue>) -> bool {
    members(if_none_match).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// The members of a list that may be spread over several headers.
fn members<'a>(headers: GetAll<'a, HeaderValue>) -> impl Iterator<Item = &'a str> {
    headers
        .into_iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|list| list.split(','))
        .map(str::trim)
}

/// `gzip;q=0` means: anything but gzip.
fn coding(member: &str) -> (&str, bool) {
    let (name, parameters) = member.split_once(';').unwrap_or((member, ""));
    let quality =
        parameters.trim().strip_prefix("q=").map(|quality| quality.trim().parse::<f32>().unwrap_or(0.0));
    (name.trim(), quality != Some(0.0))
}
