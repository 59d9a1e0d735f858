//! All services at once, and what could be better.

use super::*;

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
            "没有一件两边都知道，加不出来：次",
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
