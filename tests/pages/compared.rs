//! Two versions beside each other: sentences, marks, answers, numbers.

use super::*;

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
fn where_no_number_is_known_none_is_offered() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/comparisons/shown-unknown.json");
    let text = std::fs::read_to_string(path).expect("it is there");
    let service = Service::parse(&text).expect("a valid service");
    let detail = ServiceDetail { service, runs: Vec::new() };
    let html = draw("", move || view! { <ServiceView detail/> }.into_any());
    assert!(!html.contains("class=\"panes\""), "an empty window of numbers");
    let text = text_of(&html);
    assert_reads(&text, &["原文未载：地、窗、次"]);
    assert_reads_none_of(&text, &["点一个数字"]);
}
