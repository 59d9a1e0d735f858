//! Every page, drawn natively from the data that ships: what a person reads there, without a browser.

mod checklist;
mod compared;
mod languages;
mod pictures;
mod reported;
mod supposed;
mod table;

use api::{ChanceList, ExampleCard, Home, RunDetail, RunList, RunSummary, ServiceDetail, Table};
use app::navigation::{Address, Navigation};
use app::pages::{
    about::AboutView, chances::ChancesView, home::HomeView, run::RunView, runs::RunsView,
    service::ServiceView, table::TableView, two_services::TwoServicesView,
};
use domain::{Action, Run, Service};
use leptos::prelude::*;

fn texts(folder: &str) -> Vec<(String, String)> {
    let folder = format!("{}/data/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<(String, String)> = std::fs::read_dir(folder)
        .expect("the data is there")
        .map(|entry| entry.expect("it is readable").path())
        .map(|path| {
            let name = path.file_stem().expect("it has a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("it is readable"))
        })
        .collect();
    texts.sort();
    texts
}

fn all<T>(parse: impl Fn(&str) -> T, is_wanted: impl Fn(&str) -> bool) -> Vec<T> {
    let texts = [texts("real"), texts("examples")].concat();
    texts.iter().filter(|(name, _)| is_wanted(name)).map(|(_, text)| parse(text)).collect()
}

fn services() -> Vec<Service> {
    all(
        |text| Service::parse(text).expect("a valid service"),
        |name| !name.starts_with("run-") && name != "action",
    )
}

fn runs() -> Vec<Run> {
    all(|text| Run::parse(text).expect("a valid run"), |name| name.starts_with("run-"))
}

fn action() -> Action {
    all(|text| Action::parse(text).expect("a valid action"), |name| name == "action").remove(0)
}

fn service(id: &str) -> Service {
    services().into_iter().find(|service| service.id.as_str() == id).expect("it is in the data")
}

fn home() -> Home {
    let services = services();
    let (examples, real): (Vec<_>, Vec<_>) = services.iter().partition(|service| service.illustrative);
    let examples: Vec<ExampleCard> = examples.into_iter().map(ExampleCard::from).collect();
    Home::of(&action(), real, &examples, &runs())
}

/// What a person reads: the text of the page, tags aside, white space as one space.
fn read(view: impl FnOnce() -> AnyView + Send + 'static) -> String {
    read_at("", view)
}

/// The same at an address with this query.
fn read_at(query: &str, view: impl FnOnce() -> AnyView + Send + 'static) -> String {
    text_of(&draw(query, view))
}

fn text_of(html: &str) -> String {
    assert!(!html.contains(" style="), "the policy would block an inline style");
    let mut text = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => {
                in_tag = true;
                text.push(' ');
            }
            '>' => in_tag = false,
            c if !in_tag => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn draw(query: &str, view: impl FnOnce() -> AnyView + Send + 'static) -> String {
    let owner = Owner::new();
    owner.with(|| {
        provide_context(Navigation::at(Address { query: query.to_owned(), ..Address::default() }));
        view().to_html()
    })
}

fn read_service(id: &str, pair: Option<(&str, &str)>) -> String {
    let detail = ServiceDetail {
        service: service(id),
        runs: runs()
            .iter()
            .filter(|run| run.service.as_ref().is_some_and(|s| s.as_str() == id))
            .map(Into::into)
            .collect(),
    };
    let query = pair.map(|(from, to)| format!("from={from}&to={to}")).unwrap_or_default();
    read_at(&query, move || view! { <ServiceView detail/> }.into_any())
}

#[track_caller]
fn assert_reads(text: &str, expected: &[&str]) {
    for words in expected {
        assert!(text.contains(words), "«{words}» is not in: {text}");
    }
}

#[track_caller]
fn assert_reads_none_of(text: &str, unexpected: &[&str]) {
    for words in unexpected {
        assert!(!text.contains(words), "«{words}» is in: {text}");
    }
}

#[test]
fn home_tells_the_totals_the_ten_and_the_demonstration_district() {
    let home = home();
    assert_eq!(home.cards.len(), 10);
    let mut addresses: Vec<_> = home.cards.iter().map(app::components::service_card::address).collect();
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 10, "each of the ten has its own address");
    let text = read(move || view! { <HomeView home begun=None/> }.into_any());
    assert_reads(
        &text,
        &["491 次", "273 个", "比改前少 28.6 %", "比改前少 57.1 %", "+16 %", "示例，不能作为办事依据"],
    );
}

#[test]
fn a_run_tells_problems_measures_and_the_reported_result() {
    for run in runs().into_iter().filter(|run| !run.illustrative) {
        let told = run.clone();
        let detail = RunDetail { service: run.service.as_ref().map(|id| service(id.as_str())), run };
        let text = read(move || view! { <RunView run=detail/> }.into_any());
        assert_reads(&text, &[&told.title, &told.area]);
        for problem in &told.problems {
            assert_reads(&text, &[&problem.text]);
        }
        for repair in &told.repairs {
            assert_reads(&text, &[&repair.text]);
        }
        let result = told.result.as_ref().map_or("结果原文未载", |result| &result.text);
        assert_reads(&text, &[result]);
    }
}

#[test]
fn the_list_of_runs_keeps_the_demonstration_district_apart() {
    let list = RunList { runs: runs().iter().map(RunSummary::from).collect() };
    let text = read(move || view! { <RunsView list/> }.into_any());
    let apart = text.find("示例区").expect("the demonstration district is there");
    for run in runs().iter().filter(|run| !run.illustrative) {
        assert!(text.find(&run.title).expect("it is there") < apart, "{}", run.title);
    }
}

#[test]
fn the_action_tells_five_questions_four_moves_and_every_rule() {
    let text = read(|| view! { <AboutView action=action()/> }.into_any());
    assert_reads(&text, &["齐不齐", "优不优", "高不高", "好不好", "佳不佳"]);
    assert_reads(&text, &["现场看", "具体办", "跟踪问", "闭环改", "到目前为止", "压缩率"]);
}

#[test]
fn every_address_draws_its_frame_before_anything_is_loaded() {
    for path in [
        "/",
        "/services/investment-filing",
        "/table",
        "/chances",
        "/runs",
        "/runs/new-farmers",
        "/about",
        "/nowhere",
    ] {
        let owner = Owner::new();
        let html = owner.with(|| {
            let navigation = Navigation::at(Address { path: path.to_owned(), query: String::new() });
            view! { <app::app::App navigation/> }.to_html()
        });
        assert!(html.contains("跳到正文") && html.contains("非办事指南，以窗口为准"), "{path}");
        assert_eq!(html.contains("找不到页面"), path == "/nowhere", "{path}");
    }
}
