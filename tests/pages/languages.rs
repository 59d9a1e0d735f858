//! Every page in every language: what somebody reads there, and that what is Chinese is told to be.

use super::*;

use api::endpoint;
use app::document::in_language;
use app::finished::{self, Finished};
use app::language::Language;
use domain::chances::chances_of;
use serde::Serialize;

/// The page at a path, as the server sends it.
fn page(path: &str) -> Finished {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let address = Address { path: path.to_owned(), query: query.to_owned() };
    let answers: Vec<Option<Vec<u8>>> = finished::asks(&address).iter().map(|asked| answer(asked)).collect();
    let answers: Vec<Option<&[u8]>> = answers.iter().map(Option::as_deref).collect();
    finished::draw(address, &answers).expect("the page is drawn from this")
}

/// What the interface answers, of the data that ships.
fn answer(path: &str) -> Option<Vec<u8>> {
    let of_service = |service: Service| ServiceDetail {
        runs: runs()
            .iter()
            .filter(|run| run.service.as_ref() == Some(&service.id))
            .map(RunSummary::from)
            .collect(),
        service,
    };
    let last = path.rsplit('/').next().unwrap_or_default();
    match path {
        endpoint::HOME => json(&home()),
        endpoint::TABLE => {
            json(&Table { rows: services().iter().flat_map(domain::table::rows_of).collect() })
        }
        endpoint::CHANCES => json(&ChanceList { chances: services().iter().flat_map(chances_of).collect() }),
        endpoint::RUNS => json(&RunList { runs: runs().iter().map(RunSummary::from).collect() }),
        endpoint::ACTION => json(&action()),
        path if path.starts_with("/api/services/") => {
            json(&of_service(services().into_iter().find(|service| service.id.as_str() == last)?))
        }
        path if path.starts_with("/api/runs/") => {
            let run = runs().into_iter().find(|run| run.id.as_str() == last)?;
            json(&RunDetail { service: run.service.as_ref().map(|id| service(id.as_str())), run })
        }
        path => panic!("nothing is asked at {path}"),
    }
}

fn json(answer: &impl Serialize) -> Option<Vec<u8>> {
    Some(serde_json::to_vec(answer).expect("it is JSON"))
}

fn read_page(path: &str) -> String {
    text_of(&page(path).body)
}

/// Every kind of page with everything that it can show.
fn paths() -> Vec<String> {
    let mut paths: Vec<String> = [
        "/",
        "/table",
        "/table?picked=tax-hall.now,investment-filing.before",
        "/chances",
        "/runs",
        "/about",
        "/nowhere",
    ]
    .map(str::to_owned)
    .to_vec();
    for service in services() {
        let id = &service.id;
        paths.push(format!("/services/{id}"));
        paths.push(format!("/services/{id}/checklist"));
        paths.push(format!("/services/{id}/checklist?start=2026-02-12"));
        paths.push(format!("/elder/services/{id}"));
        paths.extend(
            (0..4).map(|screen| format!("/elder/services/{id}/checklist?start=2026-02-12&screen={screen}")),
        );
        for [first, second] in pairs(&service) {
            paths.push(format!("/services/{id}?from={first}&to={second}"));
            paths
                .push(format!("/services/{id}?from={first}&to={second}&start=2026-09-28&step=x&answers=x:y"));
        }
        if let Some(version) = service.versions.iter().find(|version| !version.steps.is_empty()) {
            let step = &version.steps[0].key;
            paths.push(format!(
                "/services/{id}?from={}&if=drop:{step},online:{step},drop:nowhere",
                version.id
            ));
        }
    }
    paths.push("/services/investment-filing?from=nope".to_owned());
    paths.push("/services/investment-filing?with=example-investment-filing".to_owned());
    paths.push("/services/investment-filing?with=nope".to_owned());
    paths.extend(runs().iter().map(|run| format!("/runs/{}", run.id)));
    paths
}

fn pairs(service: &Service) -> Vec<[String; 2]> {
    let ids: Vec<String> = service.versions.iter().map(|version| version.id.to_string()).collect();
    let with = |first: &String| ids.iter().map(|second| [first.clone(), second.clone()]).collect::<Vec<_>>();
    ids.iter().flat_map(with).collect()
}

fn in_path(language: Language, path: &str) -> String {
    match language {
        Language::ZhHans => path.to_owned(),
        language => format!(
            "/{}{}",
            language.tag(),
            path.strip_prefix('/').map_or(String::new(), |rest| {
                if rest.is_empty() || rest.starts_with('?') { rest.to_owned() } else { format!("/{rest}") }
            })
        ),
    }
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The texts of a page, each with whether an element around it says that it is Chinese.
fn texts_with_language(html: &str) -> Vec<(bool, String)> {
    const EMPTY: [&str; 6] = ["input", "br", "hr", "img", "meta", "col"];
    let (mut texts, mut around, mut rest) = (Vec::new(), Vec::<bool>::new(), html);
    while let Some(start) = rest.find('<') {
        texts.push((around.last().copied().unwrap_or(false), rest[..start].to_owned()));
        let end = rest[start..].find('>').expect("a tag ends") + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name: String = tag.chars().take_while(|c| c.is_alphanumeric()).collect();
        match tag.as_bytes().first() {
            Some(b'/') => drop(around.pop()),
            Some(b'!') | None => {}
            _ if EMPTY.contains(&name.as_str()) || tag.ends_with('/') => {}
            _ => {
                let told = tag.split_once(" lang=\"").map(|(_, tag)| tag.starts_with("zh"));
                around.push(told.unwrap_or(around.last().copied().unwrap_or(false)));
            }
        }
    }
    assert!(around.is_empty(), "every element ends");
    texts
}

#[test]
fn no_chinese_is_on_an_english_page_without_being_told() {
    let mut wrong = Vec::new();
    for path in paths() {
        let path = in_path(Language::En, &path);
        let page = page(&path);
        for (is_told, text) in texts_with_language(&page.body) {
            if !is_told && text.contains(is_han) {
                wrong.push(format!("{path}: {text}"));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} texts:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn english_counts_and_dates_as_english_does() {
    let text = read_page("/en/services/investment-filing?from=before&to=platform");
    assert_reads(
        &text,
        &[
            "7 becomes 3 working days",
            "4 less",
            "57.1% less than",
            "Not in the source: places, windows, visits, steps, papers, legal limit and promised limit",
        ],
    );
    let text = read_page("/en/services/example-investment-filing?from=before&to=platform");
    assert_reads(
        &text,
        &[
            "Before: 3 places and 5 windows; now: all at one window, in one visit.",
            "Not yet: 3 places, 5 windows and 5 visits",
        ],
    );
    let text =
        read_page("/en/services/example-talent-apartment?from=before&to=self-check-in&start=2026-11-23");
    assert_reads(&text, &["Mon 23 November", "working days earlier"]);
    assert_reads_none_of(
        &text,
        &[" 1 steps", " 1 windows", " 1 places", " 1 visits", " 1 working days", " 1 papers"],
    );
    assert_reads(
        &read_page("/en"),
        &["491", "From many places, windows and visits to one of each", "Made-up example."],
    );
    assert_reads(
        &read_page("/en/table"),
        &["All comparisons", "7 → 3 working days 57.1% less than before Published"],
    );
    assert_reads(
        &read_page("/en/about"),
        &["How we count", "The standard: one place, one window, one visit"],
    );
    assert_eq!(page("/en/about").title, "About the campaign · Paoyici");
}

#[test]
fn traditional_characters_are_the_right_ones() {
    assert_reads(
        &read_page("/zh-Hant"),
        &["報道裡的十件事", "寫明了改前和改後", "領導幹部", "這裡看改前改後"],
    );
    let text = read_page("/zh-Hant/services/example-investment-filing?from=before&to=platform");
    assert_reads(&text, &["以前跑 3 個地方、5 個窗口，現在一窗辦結。", "個工作日", "材料"]);
    assert_reads(&read_page("/zh-Hant/table"), &["對比總表", "只看真實"]);
    assert_reads(&read_page("/zh-Hant/about"), &["法律規定最長幾天", "實測"]);
}

#[test]
fn what_the_data_say_stays_as_it_was_written() {
    let html = page("/zh-Hant/services/investment-filing").body;
    assert!(html.contains("<span lang=\"zh-Hans\">投资项目备案"), "{html}");
    let html = page("/services/investment-filing").body;
    assert!(!html.contains("<span lang=\"zh-Hans\">"), "where all is 简体, nothing has to be told");
}

#[test]
fn every_link_of_a_page_keeps_its_language() {
    for language in [Language::ZhHant, Language::En] {
        for path in ["/", "/table", "/chances", "/runs", "/services/investment-filing", "/nowhere"] {
            let html = page(&in_path(language, path)).body;
            let links = html.split("<a ").skip(1).filter_map(|link| link.split_once('>'));
            for (link, _) in links.filter(|(link, _)| {
                !["hreflang", "download", "href=\"/cards/"].iter().any(|no| link.contains(no))
            }) {
                let href = link.split_once("href=\"").expect("it leads somewhere").1;
                let within = href.starts_with(&format!("/{}", language.tag())) || href.starts_with('#');
                assert!(within, "{path}: {link}");
            }
            let forms = html.split(" action=\"").skip(1);
            for form in forms {
                assert!(form.starts_with(&format!("/{}", language.tag())), "{path}: {form}");
            }
        }
    }
}

#[test]
fn each_page_leads_to_the_same_page_in_the_other_languages() {
    let html = page("/en/services/investment-filing?from=before&to=platform").body;
    for href in ["/services", "/zh-Hant/services", "/en/services"] {
        let link = format!("href=\"{href}/investment-filing?from=before&amp;to=platform\"");
        assert!(html.contains(&link), "{link}");
    }
    assert!(html.contains("lang=\"zh-Hant\"") && html.contains(">繁體<") && html.contains(">English<"));
}

#[test]
fn pages_drawn_at_the_same_time_do_not_mix_their_languages() {
    let drawn: Vec<_> = (0..6)
        .map(|i| std::thread::spawn(move || (i, read_page(["/about", "/zh-Hant/about", "/en/about"][i % 3]))))
        .collect();
    for drawn in drawn {
        let (i, text) = drawn.join().expect("it was drawn");
        let own = ["关于行动", "關於行動", "About the campaign"];
        assert_reads(&text, &[own[i % 3]]);
        assert_reads_none_of(&text, &[own[(i + 1) % 3], own[(i + 2) % 3]]);
    }
}

#[test]
fn the_document_around_a_page_is_in_its_language() {
    let document = include_str!("../../index.html");
    assert!(in_language(document, Language::ZhHant).contains("這個頁面的程序沒有運行"));
    let english = in_language(document, Language::En);
    assert!(!english.contains(is_han), "{english}");
}

#[test]
fn no_character_of_the_traditional_sentences_is_only_simplified() {
    let sentences = include_str!(concat!(env!("OUT_DIR"), "/zh_hant.rs"));
    let table = include_str!("../../crates/server/src/catalogue/traditional.txt");
    let pairs = table.lines().filter(|line| !line.starts_with('#'));
    let simplified: Vec<char> = pairs.filter_map(|line| line.chars().nth(1)).collect();
    // Each of these is a traditional character too, and was read in its sentence.
    let both = "出即只合同向回家布才暗查核真系群表面";
    let mut wrong: Vec<char> =
        sentences.chars().filter(|c| simplified.contains(c) && !both.contains(*c)).collect();
    wrong.sort_unstable();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.iter().collect::<String>());
}
