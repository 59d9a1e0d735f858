//! Every page, drawn natively from the data that ships: what a person reads there, without a browser.

use api::{ChanceList, Home, RunDetail, RunList, RunSummary, ServiceDetail, Table};
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
    Home::of(&action(), &services(), &runs())
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
    let text = read(move || view! { <HomeView home/> }.into_any());
    assert_reads(
        &text,
        &["491 次", "273 个", "比改前少 28.6 %", "比改前少 57.1 %", "+16 %", "示例，不能作为办事依据"],
    );
}

#[test]
fn seven_to_three_names_its_rate_its_baseline_and_its_clause() {
    let text = read_service("investment-filing", Some(("before", "platform")));
    assert_reads(
        &text,
        &["审批时限 7 变为 3 个工作日", "少 4", "比原先少 57.1 %", "审批时限由原先7个工作日压缩至3个工作日"],
    );
    let text = read_service("investment-filing", Some(("before", "online")));
    assert_reads(&text, &["7 变为 5 个工作日", "比原先少 28.6 %"]);
}

#[test]
fn five_beside_three_is_two_ways_without_a_verdict() {
    let text = read_service("investment-filing", Some(("online", "platform")));
    assert_reads(&text, &["方式甲", "方式乙", "5 ，另一种是 3 个工作日"]);
    assert_reads_none_of(&text, &["少 2", "多 2", "28.6", "57.1", "40.0", "省下的", "多出的", "早 2"]);
}

#[test]
fn looking_backwards_has_no_rate() {
    let text = read_service("investment-filing", Some(("platform", "before")));
    assert_reads(&text, &["现在是从改后倒着看改前", "3 变为 7 个工作日", "多 4"]);
    assert_reads_none_of(&text, &["57.1", "133", "省下的"]);
}

#[test]
fn a_version_that_is_not_there_is_said_not_to_be() {
    for pair in [("nope", "platform"), ("before", "nope")] {
        assert_reads(&read_service("investment-filing", Some(pair)), &["没有这个版本"]);
    }
}

#[test]
fn what_nobody_understands_in_an_address_is_told_and_left_be() {
    let text = read_service("investment-filing", Some(("before", "PLATFORM&start=soon&answers=kind:new")));
    assert_reads(&text, &["to=PLATFORM、start=soon、kind:new", "改前", "改后"]);
    assert_reads_none_of(&read_service("investment-filing", None), &["看不懂"]);
}

#[track_caller]
fn read_supposed(id: &str, query: &str) -> String {
    let detail = ServiceDetail { service: service(id), runs: Vec::new() };
    read_at(query, move || view! { <ServiceView detail/> }.into_any())
}

#[test]
fn what_is_supposed_is_marked_and_changes_every_number_it_touches() {
    let edits = "drop:consult,online:house-proof,merge:contract:pay,share:id,wait:check:2";
    let text = read_supposed("example-talent-apartment", &format!("from=before&if={edits}"));
    assert_reads(
        &text,
        &[
            "假设 这是假设",
            "作了 5 处假设",
            "取消「问清入住条件和材料」",
            "「开无房证明」改在网上办",
            "「缴押金和首月租金」并到「签租房合同」一起办",
            "身份证：免交，数据共享",
            "「审核资格」的等待缩到 2 个工作日",
            "窗 假设 5",
            "签租房合同 + 缴押金和首月租金",
            "合并",
            "转线上",
        ],
    );
    assert_reads_none_of(&text, &["没法这样假设", "看不懂"]);
}

#[test]
fn nothing_is_marked_as_supposed_where_nothing_is() {
    for service in services() {
        assert_reads_none_of(&read_service(service.id.as_str(), None), &["假设"]);
    }
}

#[test]
fn what_cannot_be_supposed_is_named_with_the_reason_and_leaves_the_rest() {
    let edits = "drop:nowhere,online:check,merge:consult:apply,wait:apply:9,licence:form,fly:apply,drop:pay";
    let text = read_supposed("example-talent-apartment", &format!("from=before&if={edits}"));
    assert_reads(
        &text,
        &[
            "作了 1 处假设",
            "取消「nowhere」：没有这个环节",
            "「审核资格」改在网上办：这个环节本来就不用到现场",
            "中间还隔着「开无房证明」",
            "等待本来就这么短",
            "自备的材料没有电子证照",
            "没有理会：if=fly:apply",
        ],
    );
}

#[test]
fn an_experiment_starts_from_what_the_service_has_come_to_and_says_that_nothing_is_supposed_yet() {
    let text = read_supposed("example-talent-apartment", "if=");
    assert_reads(&text, &["还没有作假设", "数字没有变", "签租房合同 示例人才公寓服务点 管家窗口 假如…"]);
}

#[test]
fn of_a_version_whose_steps_nobody_told_nothing_is_supposed() {
    let text = read_supposed("investment-filing", "from=before&if=drop:apply");
    assert_reads(&text, &["没有理会：if", "改前"]);
    assert_reads_none_of(&text, &["假设"]);
}

#[test]
fn what_is_reported_or_promised_is_not_said_of_what_is_supposed() {
    let text = read_supposed("example-investment-filing", "from=before&if=");
    assert_reads_none_of(&text, &["承诺时限", "原文未载"]);
}

#[test]
fn a_real_service_shows_its_report_and_nothing_else() {
    for service in services().iter().filter(|service| !service.illustrative) {
        let text = read_service(service.id.as_str(), None);
        assert_reads(&text, &[&service.name, &service.area, "原文未载"]);
        for report in &service.reported {
            assert_reads(&text, &[&report.subject, report.evidence.quote().expect("it is quoted")]);
        }
        assert_reads_none_of(&text, &["示例，不能作为办事依据", "每一步怎么变"]);
    }
}

#[test]
fn all_of_the_demonstration_district_carries_its_mark() {
    for service in services().iter().filter(|service| service.illustrative) {
        assert_reads(&read_service(service.id.as_str(), None), &["示例，不能作为办事依据", "（示例）"]);
    }
    for run in runs().into_iter().filter(|run| run.illustrative) {
        let detail = RunDetail { service: None, run };
        let text = read(move || view! { <RunView run=detail/> }.into_any());
        assert_reads(&text, &["示例，不能作为办事依据"]);
    }
}

#[test]
fn the_example_tells_its_numbers_its_steps_and_what_got_worse() {
    let text = read_service("example-investment-filing", Some(("before", "platform")));
    assert_reads(
        &text,
        &[
            "地 3 变为 1",
            "窗 5 变为 1",
            "次 5 变为 1",
            "每一步怎么变",
            "转线上",
            "转后台",
            "取消",
            "多出的",
            "新增",
        ],
    );
}

/// The same service at an address with this query.
fn read_asked(id: &str, query: &str) -> String {
    let detail = ServiceDetail { service: service(id), runs: Vec::new() };
    read_at(query, move || view! { <ServiceView detail/> }.into_any())
}

#[test]
fn the_example_is_told_in_a_sentence_and_what_got_worse_in_another() {
    let text = read_asked("example-investment-filing", "from=before&to=platform");
    assert_reads(&text, &["以前跑 3 个地方、5 个窗口，现在一窗办结。", "材料从", "新增「"]);
    let text = read_asked("example-investment-filing", "from=online&to=platform");
    assert_reads_none_of(&text, &["以前", "现在一窗"]);
    let text = read_service("investment-filing", Some(("before", "platform")));
    assert_reads(&text, &["审批时限从 7 个工作日减到 3 个工作日。"]);
    assert_reads_none_of(&text, &["不用出门", "一窗办结", "个地方"]);
}

#[test]
fn the_standard_is_marked_on_each_side() {
    let text = read_asked("example-investment-filing", "from=before&to=platform");
    assert_reads(&text, &["一地、一窗、一次", "还没做到：地 3 个、窗 5 个、次 5 次", "都做到了"]);
    let text = read_service("investment-filing", Some(("before", "platform")));
    assert_reads_none_of(&text, &["还没做到", "说不准"]);
}

#[test]
fn an_answer_changes_the_numbers_and_says_so() {
    let id = "example-investment-filing";
    let service = service(id);
    let situation = service.situations.first().expect("it asks");
    let open = read_asked(id, "");
    assert_reads(
        &open,
        &["您是哪种情形", &situation.question, "不确定", "没答的，按跑得最少的算", "各种情形："],
    );
    let answered: Vec<String> = situation
        .answers
        .iter()
        .map(|answer| read_asked(id, &format!("answers={}:{}", situation.key, answer.key)))
        .collect();
    assert_ne!(answered[0], answered[1], "an answer decides something");
    let all: Vec<String> =
        service.situations.iter().map(|s| format!("{}:{}", s.key, s.answers[0].key)).collect();
    assert_reads(&read_asked(id, &format!("answers={}", all.join(","))), &["都按您选的情形算"]);
    assert_reads_none_of(&read_service("investment-filing", None), &["您是哪种情形"]);
}

#[test]
fn what_stands_beside_the_main_numbers_is_told_in_its_own_units() {
    let text = read_asked("example-investment-filing", "from=before&to=platform");
    assert_reads(&text, &["还有这些", "负担", "小时", "提交份次", "免交比例"]);
    assert_reads_none_of(&read_service("investment-filing", None), &["还有这些"]);
}

#[test]
fn two_services_stand_beside_each_other_as_two_ways_each_with_its_own_mark() {
    let pair = |first: &str, second: &str| [first, second].map(|id| std::sync::Arc::new(service(id)));
    let [first, second] = pair("example-investment-filing", "example-talent-apartment");
    let names = [first.name.clone(), second.name.clone()];
    let text = read_at("from=before&with=example-talent-apartment", move || {
        view! { <TwoServicesView first second/> }.into_any()
    });
    assert_reads(&text, &[&names[0], &names[1], "方式甲", "方式乙", "示例，不能作为办事依据"]);
    assert_reads_none_of(&text, &["以前", "省下的", "少 ", "多 "]);
    let [first, second] = pair("investment-filing", "example-investment-filing");
    let name = first.name.clone();
    let text = read_at("with=example-investment-filing", move || {
        view! { <TwoServicesView first second/> }.into_any()
    });
    assert_reads(&text, &[&name, "示例", "公布", "原文未载"]);
    // The demonstration district is marked number by number, never all of it at once.
    assert_reads_none_of(&text, &["示例 点一个数字"]);
    assert_reads(&text, &["承诺时限 原文未载 ，另一种是 3 示例", "提交份次 原文未载 ，另一种是 2 份次 示例"]);
}

#[test]
fn a_version_beside_itself_changes_nothing() {
    let text = read_service("example-investment-filing", Some(("before", "before")));
    assert_reads(&text, &["两边选的是同一个版本", "每一步都一样"]);
    assert_reads_none_of(&text, &["省下的", "多出的", "没有这一步", "不再需要"]);
}

#[test]
fn the_only_version_of_a_service_is_told_by_itself() {
    let file = format!("{}/tests/comparisons/shown-one-version.json", env!("CARGO_MANIFEST_DIR"));
    let service = Service::parse(&std::fs::read_to_string(file).expect("it is there")).expect("valid");
    let (label, steps) = (service.versions[0].label.clone(), service.versions[0].steps.clone());
    let text = read(move || {
        let detail = ServiceDetail { service, runs: Vec::new() };
        view! { <ServiceView detail/> }.into_any()
    });
    assert_reads(&text, &["要跑几趟", "要等几天", "一步一步怎么办", "要交什么材料", &label]);
    for step in &steps {
        assert_reads(&text, &[&step.name]);
    }
    assert_reads_none_of(&text, &["改前", "改后", "变为", "保留", "两边", "没有这一步", "→", "每一步都一样"]);
}

#[test]
fn pictures_of_what_is_supposed_carry_its_mark() {
    let text = read_supposed("example-talent-apartment", "from=before&if=drop:consult");
    assert_reads(&text, &["假设 示例 3 地 4 窗 4 次", "假设 3 地 4 窗 4 次 第 1 次出门"]);
    assert_reads(&text, &["每一步怎么变 假设"]);
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

fn draw_table(query: &str) -> String {
    let table = Table { rows: services().iter().flat_map(domain::table::rows_of).collect() };
    draw(query, move || view! { <TableView table/> }.into_any())
}

fn read_table(query: &str) -> String {
    let html = draw_table(query);
    read(move || leptos::html::div().inner_html(html).into_any())
}

#[test]
fn the_table_has_every_service_real_ones_first_and_never_adds_an_example_to_them() {
    let text = read_table("");
    for service in services() {
        assert_reads(&text, &[&service.name]);
    }
    assert_reads(
        &text,
        &[
            "审批时限 7 → 3 个工作日 比改前少 57.1 % 公布",
            "原先 → 省平台上报",
            "真实 7 件",
            "示例 4 件",
            "原文未载，加不出来：次",
        ],
    );
    let html = draw_table("");
    let rows: Vec<&str> = html.split("<tr ").filter(|row| row.contains("class=\"table__row")).collect();
    let first_example =
        rows.iter().position(|row| row.contains("table__row--example")).expect("there is one");
    assert!(
        rows[..first_example].iter().all(|row| !row.contains("evidence--example")),
        "none among the real"
    );
    assert!(
        rows[first_example..].iter().all(|row| row.contains("evidence--example")),
        "each carries its mark"
    );
    assert!(html.contains(&format!("aria-rowcount=\"{}\"", rows.len() + 2)));
}

#[test]
fn the_address_of_the_table_decides_rows_columns_and_order() {
    let text = read_table("reality=example&columns=visits&aspects=second,rate&sort=-visits.second");
    assert_reads(&text, &["次 改后", "压缩率", "投资项目备案（示例）"]);
    assert_reads_none_of(&text, &["→", "真实 7 件", "次 改前"]);
    let html = draw_table("sort=-visits.second");
    assert_eq!(html.matches("aria-sort=\"descending\"").count(), 1);
    assert_eq!(read_table("q=%E6%97%A0%E6%AD%A4%E4%BA%8B").matches("没有符合的").count(), 1);
    let picked = draw_table("picked=investment-filing.platform,example-investment-filing.repaired");
    assert!(
        picked.contains(
            "href=\"/services/investment-filing?from=platform&amp;with=example-investment-filing&amp;to=repaired\""
        ),
        "two services stand side by side"
    );
}

#[test]
fn chances_tell_what_was_found_what_could_be_done_and_where() {
    let mut chances: Vec<_> = services().iter().flat_map(domain::chances::chances_of).collect();
    domain::chances::rank(&mut chances);
    let list = ChanceList { chances };
    let steps: Vec<String> = list
        .chances
        .iter()
        .flat_map(|one| one.findings.iter().flat_map(|finding| finding.steps()).map(ToString::to_string))
        .collect();
    assert!(!steps.is_empty());
    let told = list.clone();
    let text = read(move || view! { <ChancesView list=told/> }.into_any());
    assert_reads(&text, &["真实事项的报道没有写明步骤，找不出来。", "建议", "示例，不能作为办事依据", "排"]);
    assert!(steps.iter().all(|key| !text.contains(&format!("「{key}」"))), "steps go by their names: {text}");
    let html = draw("", move || view! { <ChancesView list/> }.into_any());
    assert!(html.contains("?to=") && html.contains("&amp;step="), "each leads to its step");
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

#[test]
fn the_trips_are_told_one_by_one_on_both_sides() {
    let text = read_service("example-investment-filing", Some(("before", "platform")));
    assert_reads(
        &text,
        &[
            "要跑几趟",
            "3 地 5 窗 5 次",
            "1 地 1 窗 1 次",
            "第 1 次出门，去示例区政务服务中心（咨询台）：问清要交什么材料",
            "不出门：打电话预约窗口",
            "第 5 次出门，去示例区政务服务中心（发证窗口）",
        ],
    );
    let text = read_service("investment-filing", Some(("before", "platform")));
    assert_reads_none_of(&text, &["要跑几趟"]);
}

#[test]
fn a_picture_is_not_read_aloud_and_its_text_is() {
    let detail = ServiceDetail { service: service("example-talent-apartment"), runs: Vec::new() };
    let html = draw("", move || view! { <ServiceView detail/> }.into_any());
    let tags = html.split("<svg").skip(1).filter_map(|rest| rest.split('>').next());
    let pictures: Vec<&str> = tags.filter(|tag| tag.contains("class=\"trip")).collect();
    assert_eq!(pictures.len(), 2);
    assert!(pictures.iter().all(|tag| tag.contains("aria-hidden=\"true\"")));
    assert!(html.contains("text-twin__text"));
}

fn read_from(id: &str, query: &str) -> String {
    let detail = ServiceDetail { service: service(id), runs: Vec::new() };
    read_at(query, move || view! { <ServiceView detail/> }.into_any())
}

#[test]
fn from_a_start_day_both_strips_have_dates_and_the_holiday_is_named() {
    let text = read_from("example-investment-filing", "from=before&to=platform&start=2026-11-23");
    assert_reads(&text, &["12月3日 周四 拿到", "11月26日 周四 拿到", "早 5 个工作日（7 个自然日）"]);
    assert_reads(&text, &["照承诺，最晚", "照法定时限，最晚", "专家评审的时间不算在内", "受理", "办结"]);
    let text = read_from("example-small-restaurant", "from=before&to=repaired&start=2026-09-28");
    assert_reads(&text, &["10月1日", "休", "班"]);
}

#[test]
fn a_year_whose_holidays_are_not_published_has_no_dates_and_it_is_said() {
    // One side is done before the year ends, the other is not; then neither is.
    let text = read_from("example-talent-apartment", "from=before&to=self-check-in&start=2026-12-28");
    assert_reads(&text, &["改革前：要办到 2027 年，2027 年的节假日安排尚未公布", "12月31日 周四 拿到"]);
    assert_reads_none_of(&text, &["2027年1月", "早 "]);
    let text = read_from("example-talent-apartment", "from=before&to=self-check-in&start=2026-12-31");
    assert_reads(&text, &["2027 年的节假日安排尚未公布", "第 9 个工作日办好", "早 "]);
    assert_reads_none_of(&text, &["2027年1月", "拿到 受理"]);
}

#[test]
fn a_reported_limit_keeps_its_strip_whatever_the_start_day() {
    let text = read_from("investment-filing", "from=before&to=platform&start=2026-11-23");
    assert_reads(&text, &["按报道的时限画", "早 4 个工作日"]);
    assert_reads_none_of(&text, &["哪天开始办", "拿到"]);
}
