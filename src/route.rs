//! Every address of the product, once: the only file that spells a path. What the query of a comparison
//! asks is in [`asked`].
//!
//! The language of the interface is the first segment of a path: `/en/about`, `/zh-Hant/about`; 简体 has none. A
//! path that is made here is one of the language that is spoken, so every link keeps it.

mod asked;
pub mod table;

use ::api::{endpoint, search_query};
use domain::{RunId, ServiceId, VersionId};
use leptos::prelude::*;

use crate::edition::Edition;
use crate::language::Language;
use crate::navigation::{Address, use_navigation};

pub use asked::{
    AskedComparison, ComparisonAddress, SUPPOSED, answer_field, read_answers, use_comparison_address,
};

/// A page and what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// 首页
    Home,
    /// 事项
    Service(ServiceId),
    /// 我的清单
    Checklist(ServiceId),
    /// 对比总表
    Table,
    /// 可以改进的地方
    Chances,
    /// 换位跑记录, all of them
    Runs,
    /// 换位跑记录, one
    Run(RunId),
    /// 关于行动
    About,
    /// 找不到页面
    NotFound,
}

impl Route {
    /// The page at a path, in whichever language. An id that is no id is nowhere; it never becomes some other id.
    pub fn parse(path: &str) -> Route {
        let (_, _, segments) = apart(path);
        match &segments[..] {
            [] => Route::Home,
            ["services", id] => id.parse().map_or(Route::NotFound, Route::Service),
            ["services", id, "checklist"] => id.parse().map_or(Route::NotFound, Route::Checklist),
            ["table"] => Route::Table,
            ["chances"] => Route::Chances,
            ["runs"] => Route::Runs,
            ["runs", id] => id.parse().map_or(Route::NotFound, Route::Run),
            ["about"] => Route::About,
            _ => Route::NotFound,
        }
    }

    /// The path of all pages of a kind, for those who count and do not look at which.
    pub fn template(&self) -> &'static str {
        match self {
            Route::Home | Route::NotFound => "/",
            Route::Service(_) => "/services/{id}",
            Route::Checklist(_) => "/services/{id}/checklist",
            Route::Table => "/table",
            Route::Chances => "/chances",
            Route::Runs => "/runs",
            Route::Run(_) => "/runs/{id}",
            Route::About => "/about",
        }
    }

    /// The path of a page in the language that is spoken.
    pub fn path(&self) -> String {
        self.path_in(Language::current())
    }

    /// The path of a page in a language.
    pub fn path_in(&self, language: Language) -> String {
        let path = match self {
            Route::Home | Route::NotFound => "/".to_owned(),
            Route::Service(id) => format!("/services/{id}"),
            Route::Checklist(id) => format!("/services/{id}/checklist"),
            Route::Table => "/table".to_owned(),
            Route::Chances => "/chances".to_owned(),
            Route::Runs => "/runs".to_owned(),
            Route::Run(id) => format!("/runs/{id}"),
            Route::About => "/about".to_owned(),
        };
        in_language(language, &in_edition(Edition::current(), &path))
    }
}

/// A path taken apart: its language, its edition, and the segments of the page.
fn apart(path: &str) -> (Language, Edition, Vec<&str>) {
    let mut segments = path.split('/').filter(|segment| !segment.is_empty()).peekable();
    let language = segments.next_if(|first| spoken_as(first).is_some()).and_then(spoken_as);
    let edition = segments.next_if_eq(&Edition::SEGMENT).map_or(Edition::Usual, |_| Edition::Elder);
    (language.unwrap_or(Language::ALL[0]), edition, segments.collect())
}

/// The edition that a path is in.
pub fn edition_of(path: &str) -> Edition {
    apart(path).1
}

/// The language that a path is in.
pub fn language_of(path: &str) -> Language {
    apart(path).0
}

/// A path of the usual edition, in an edition.
fn in_edition(edition: Edition, path: &str) -> String {
    match edition {
        Edition::Usual => path.to_owned(),
        Edition::Elder => format!("/{}{}", Edition::SEGMENT, path.trim_end_matches('/')),
    }
}

/// The language that a segment stands for.
fn spoken_as(segment: &str) -> Option<Language> {
    Language::ALL.into_iter().skip(1).find(|language| language.tag() == segment)
}

/// A path of 简体 in a language.
fn in_language(language: Language, path: &str) -> String {
    match (language, path) {
        (Language::ZhHans, path) => path.to_owned(),
        (language, "/") => format!("/{}", language.tag()),
        (language, path) => format!("/{}{path}", language.tag()),
    }
}

/// Where a browser learns how the product looks on a home screen, in a language.
#[cfg(feature = "ssr")]
pub fn manifest(language: Language) -> String {
    match language {
        Language::ZhHans => "/app.webmanifest".to_owned(),
        language => format!("/app.{}.webmanifest", language.tag()),
    }
}

/// The same address in another edition, whatever stands there.
pub fn drawn_in(edition: Edition, address: &Address) -> String {
    let (language, _, segments) = apart(&address.path);
    // A screen of 长辈版 is no place on the whole page.
    let query: Vec<&str> = address.query.split('&').filter(|pair| !pair.starts_with("screen=")).collect();
    with_asked(path_of(language, edition, &segments), &query.join("&"))
}

/// The same address in another language, whatever stands there.
pub fn said_in(language: Language, address: &Address) -> String {
    let (_, edition, segments) = apart(&address.path);
    with_asked(path_of(language, edition, &segments), &address.query)
}

/// The path of these segments. It is made anew: behind a `//` a browser would look for a host.
fn path_of(language: Language, edition: Edition, segments: &[&str]) -> String {
    in_language(language, &in_edition(edition, &format!("/{}", segments.join("/"))))
}

/// A path with a query, where there is one.
fn with_asked(path: String, query: &str) -> String {
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The address of two versions of a service beside each other.
pub fn comparison_path(service: &ServiceId, from: &VersionId, to: &VersionId) -> String {
    // Keys need no escaping in an address.
    format!("{}?from={from}&to={to}", Route::Service(service.clone()).path())
}

/// The address of a comparison as it is asked.
pub fn asked_path(service: &ServiceId, asked: &AskedComparison) -> String {
    with_query(Route::Service(service.clone()).path(), asked)
}

/// The address of the list of what to have ready, for what is asked of it.
pub fn checklist_path(service: &ServiceId, asked: &AskedComparison) -> String {
    with_query(Route::Checklist(service.clone()).path(), asked)
}

/// The address of the days of that list, for a calendar in the language that is spoken.
pub fn calendar_path(service: &ServiceId, asked: &AskedComparison) -> String {
    let days = with_query(endpoint::visits_calendar(service), asked);
    endpoint::in_language(days, Language::current().asked_tag())
}

/// The address of the picture of two versions, or of what there is of a service, in the language that is spoken;
/// `card` is one of [`endpoint`].
pub fn card_path(card: &str, service: &ServiceId, versions: Option<(&VersionId, &VersionId)>) -> String {
    endpoint::card(card, service, versions, Language::current().asked_tag())
}

/// A path with what is asked there.
fn with_query(path: String, asked: &AskedComparison) -> String {
    with_asked(path, &asked.query())
}

/// The address of 首页 with a search.
pub fn search_path(value: search_query::Value) -> String {
    with_asked(Route::Home.path(), &search_query::in_address(value))
}

/// The address of 对比总表 with the demonstration district.
pub fn examples_path() -> String {
    format!("{}?reality=example", Route::Table.path())
}

/// Where the interface says what an address of 首页 looks for; nothing where it looks for nothing.
pub fn asked_search(address: &Address) -> Option<String> {
    let asked = search_query::in_address(&|name| address.parameter(name));
    (!asked.is_empty()).then(|| endpoint::search(&asked))
}

/// Where on a page something is: the part of an address after `#`.
pub mod anchor {
    /// The main content, for those who skip the menu.
    pub const CONTENT: &str = "content";
    /// How we count, on 关于行动.
    pub const HOW_WE_COUNT: &str = "how-we-count";
}

/// The address of a place on a page.
pub fn path_to(route: &Route, anchor: &str) -> String {
    format!("{}#{anchor}", route.path())
}

/// The page of the current address.
pub fn use_route() -> Memo<Route> {
    let navigation = use_navigation();
    Memo::new(move |_| Route::parse(&navigation.address().path))
}

/// The words that the current address searches for.
pub fn use_asked_search() -> Memo<String> {
    let navigation = use_navigation();
    Memo::new(move |_| navigation.address().parameter(search_query::parameter::WORDS).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_found_at_its_own_path() {
        let id = |text: &str| text.parse().expect("a key");
        let filing = || id("investment-filing");
        for route in
            [Route::Home, Route::Service(filing()), Route::Checklist(filing()), Route::Runs, Route::About]
        {
            assert_eq!(Route::parse(&route.path()), route);
        }
        for route in [Route::Table, Route::Chances] {
            assert_eq!(Route::parse(&route.path()), route);
        }
        let run = Route::Run("new-farmers".parse().expect("a key"));
        assert_eq!(Route::parse(&run.path()), run);
    }

    #[test]
    fn every_page_is_in_every_language() {
        for language in Language::ALL {
            for route in [Route::Home, Route::About, Route::Run("a".parse().expect("a key"))] {
                let path = route.path_in(language);
                assert_eq!((Route::parse(&path), language_of(&path)), (route, language), "{path}");
            }
        }
        assert_eq!(Route::Home.path_in(Language::En), "/en");
        assert_eq!(Route::Table.path_in(Language::ZhHant), "/zh-Hant/table");
    }

    #[test]
    fn the_same_address_is_said_in_another_language() {
        let address = |path: &str| Address { path: path.into(), query: "q=a".into() };
        for (path, hans, en) in [
            ("/", "/?q=a", "/en?q=a"),
            ("/en", "/?q=a", "/en?q=a"),
            ("/en/", "/?q=a", "/en?q=a"),
            ("/zh-Hant/table", "/table?q=a", "/en/table?q=a"),
            ("/nowhere", "/nowhere?q=a", "/en/nowhere?q=a"),
            ("/entry", "/entry?q=a", "/en/entry?q=a"),
            ("/en/elder/table", "/elder/table?q=a", "/en/elder/table?q=a"),
            ("/en//host.example", "/host.example?q=a", "/en/host.example?q=a"),
        ] {
            assert_eq!(said_in(Language::ZhHans, &address(path)), hans, "{path}");
            assert_eq!(said_in(Language::En, &address(path)), en, "{path}");
        }
    }

    #[test]
    fn an_edition_is_a_segment_behind_the_language() {
        let at = |path: &str, query: &str| Address { path: path.into(), query: query.into() };
        for (usual, elder) in [
            ("/", "/elder"),
            ("/about", "/elder/about"),
            ("/en", "/en/elder"),
            ("/zh-Hant/services/a/checklist", "/zh-Hant/elder/services/a/checklist"),
        ] {
            assert_eq!(drawn_in(Edition::Elder, &at(usual, "")), elder);
            assert_eq!(drawn_in(Edition::Usual, &at(elder, "")), usual);
            assert_eq!(drawn_in(Edition::Elder, &at(elder, "q=a")), format!("{elder}?q=a"));
            assert_eq!((edition_of(usual), edition_of(elder)), (Edition::Usual, Edition::Elder));
            assert_eq!(Route::parse(elder), Route::parse(usual));
        }
        assert_eq!(drawn_in(Edition::Usual, &at("/elder/about", "screen=2&q=a")), "/about?q=a");
        assert_eq!(Route::parse("/elder/elder"), Route::NotFound);
    }

    #[test]
    fn what_is_no_address_is_not_found() {
        for path in [
            "/x",
            "/fr",
            "/en/x",
            "/en/en",
            "/zh-hant",
            "/services",
            "/services/A",
            "/services/a/b",
            "/services/A/checklist",
            "/services/%00",
            "/runs/..",
            "/about/x",
        ] {
            assert_eq!(Route::parse(path), Route::NotFound, "{path}");
        }
    }
}
