//! The pictures of a comparison, and the texts that tell the same.

use super::*;

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
