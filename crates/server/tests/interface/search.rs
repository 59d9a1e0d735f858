//! `GET /api/index` and `GET /api/search`: what people type, and what it finds in the data that ship. The cases
//! are those of `tests/search/cases.json`, which `tests/e2e/search.test.mjs` types in a browser.

use domain::search::{Finder, Index, Query, Results};
use serde::Deserialize;
use store::Examples;

use crate::site::{Site, problem};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    typed: String,
    /// The names of everything it finds, in this order.
    finds: Option<Vec<String>>,
    /// The name of the first that it finds.
    first: Option<String>,
    /// By which other name the first is found.
    alias: Option<String>,
}

fn cases() -> Vec<Case> {
    serde_json::from_str(include_str!("../../../../tests/search/cases.json")).unwrap()
}

async fn site() -> Site {
    Site::with(&server::seeds::readable(), Examples::Shown, None).await
}

async fn index(site: &Site) -> Index {
    serde_json::from_slice(&site.get("/api/index").await.body).unwrap()
}

async fn ask(site: &Site, parameters: &[(&str, &str)]) -> Results {
    let encoded = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let pairs: Vec<String> =
        parameters.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let answer = site.get(&format!("/api/search?{}", pairs.join("&"))).await;
    assert_eq!(answer.status, 200, "{parameters:?}");
    serde_json::from_slice(&answer.body).unwrap()
}

fn names(results: &Results) -> Vec<&str> {
    results.found.iter().map(|found| &*found.name.text).collect()
}

#[tokio::test]
async fn what_people_type_finds_what_they_mean() {
    let site = site().await;
    let finder = Finder::of(index(&site).await);
    let mut wrong = Vec::new();
    let cases = cases();
    assert!(cases.len() >= 60);
    for case in cases {
        let results = finder.find(&Query { words: case.typed.clone(), ..Query::default() });
        let first = results.found.first();
        let as_told = case.finds.as_ref().is_none_or(|names_told| names(&results) == *names_told)
            && case.first.as_deref().is_none_or(|name| first.is_some_and(|first| first.name.text == name))
            && case.alias.as_deref().is_none_or(|name| {
                first.and_then(|first| first.alias.as_ref()).is_some_and(|alias| alias.text == name)
            });
        if !as_told {
            wrong.push(format!("«{}» finds {results:#?}", case.typed));
        }
        assert_eq!(ask(&site, &[("q", &case.typed)]).await, results, "the server finds the same");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_was_typed_is_marked() {
    let site = site().await;
    for (typed, marked) in [
        ("备案", "投资项目[备案]"),
        ("beian", "投资项目[备案]"),
        ("tzxmba", "[投资项目备案]"),
        ("项目 投资", "[投资项目]备案"),
        ("tongguanwl", "企业[通关物流]"),
        ("巴士 社区", "「即招即停」[社区巴士]"),
        ("即停社区", "「即招[即停」社区]巴士"),
        ("税", "办[税]"),
        ("新农", "农业一线「[新农]人」走访"),
        ("lvyou", "穹窿山[旅游]环境与森林防火"),
    ] {
        let results = ask(&site, &[("q", typed)]).await;
        let pieces = results.found[0].name.pieces().into_iter();
        let told: String =
            pieces.map(|(marked, text)| if marked { format!("[{text}]") } else { text }).collect();
        assert_eq!(told, marked, "{typed}");
    }
}

#[tokio::test]
async fn what_is_found_is_narrowed_down() {
    let site = site().await;
    let all = ask(&site, &[("q", "企业")]).await;
    assert!(all.areas.contains(&"度假区".to_owned()) && all.areas.contains(&"示例区".to_owned()), "{all:?}");
    let there = ask(&site, &[("q", "企业"), ("area", "示例区")]).await;
    assert!(there.found.iter().all(|found| found.area == "示例区") && there.total < all.total);
    assert_eq!(there.areas, all.areas, "another area can be chosen");
    let people = ask(&site, &[("q", "公寓"), ("audience", "natural_person")]).await;
    assert_eq!(names(&people), ["人才公寓入住（示例）"], "for whom the real one is nobody says");
    let both = ask(&site, &[("q", "餐馆"), ("audience", "legal_person")]).await;
    assert_eq!(names(&both), ["开一家小餐馆（示例）"], "what is for both is for each");
    assert_eq!(ask(&site, &[("q", " "), ("area", "示例区")]).await, Results::default());
}

#[tokio::test]
async fn an_index_says_nothing_of_what_is_hidden() {
    let site = Site::with(&server::seeds::readable(), Examples::Hidden, None).await;
    let index = index(&site).await;
    assert!(index.entries.iter().all(|entry| !entry.illustrative && !entry.name.contains("示例")));
    assert_eq!(ask(&site, &[("q", "示例")]).await.total, 0);
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused() {
    let site = site().await;
    let long = "a".repeat(101);
    for (query, parameter) in [("audience=both", "audience"), ("x=1", "x"), (&*format!("q={long}"), "q")] {
        let answer = site.get(&format!("/api/search?{query}")).await;
        assert_eq!(answer.problem(), problem(400, "bad_parameter", Some(parameter)), "{query}");
    }
}
