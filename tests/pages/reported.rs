//! The real services, and the demonstration district with its mark.

use super::*;

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
