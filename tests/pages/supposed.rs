//! What is supposed: marked wherever it is told, and never said of what was reported.

use super::*;

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
fn pictures_of_what_is_supposed_carry_its_mark() {
    let text = read_supposed("example-talent-apartment", "from=before&if=drop:consult");
    assert_reads(&text, &["假设 示例 3 地 4 窗 4 次", "假设 3 地 4 窗 4 次 第 1 次出门"]);
    assert_reads(&text, &["每一步怎么变 假设"]);
}
