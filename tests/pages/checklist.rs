//! 我的清单 as the server sends it: what to bring, where to go and until when; in 长辈版 one thing at a time.

use super::*;

use app::finished;

fn list_at(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let id = path.split('/').rev().nth(1).expect("a service");
    let detail = ServiceDetail { service: service(id), runs: Vec::new() };
    let answer = serde_json::to_vec(&detail).expect("it is JSON");
    let address = Address { path: path.to_owned(), query: query.to_owned() };
    let page = finished::draw(address, &[Some(&answer)]).expect("it is drawn from this");
    assert!(!page.for_searches, "a list is made for one reader");
    text_of(&page.body)
}

const APARTMENT: &str = "/services/example-talent-apartment/checklist?to=simplified";

#[test]
fn a_list_asks_one_question_and_goes_on_with_the_easiest_way() {
    let text = list_at(APARTMENT);
    assert_reads(
        &text,
        &["第 1 个，共 2 个", "一个人住，还是带家属？", "出门前备齐", "示例，不能作为办事依据"],
    );
    assert_reads_none_of(&text, &["个人申请，还是单位统一申请？", "办结"]);
}

#[test]
fn what_is_handed_out_on_the_way_and_what_is_waived_say_so() {
    let before = list_at("/services/example-talent-apartment/checklist?to=before");
    assert_reads(&before, &["路上会拿到，不用先备", "无房证明", "「开无房证明」时拿到", "第 2 次出门"]);
    let after = list_at(APARTMENT);
    assert_reads(&after, &["不用交", "无房证明", "部门之间共享，窗口自己查"]);
}

#[test]
fn a_start_day_gives_every_visit_and_both_limits_a_date() {
    let text = list_at(&format!("{APARTMENT}&answers=applicant:self,household:single&start=2026-02-12"));
    assert_reads(
        &text,
        &[
            "2月25日 周三",
            "照承诺，最晚 2月26日 周四 办结",
            "照法定时限，最晚 3月11日 周三 办结",
            "2月15日 周日 到 2月23日 周一 放假",
            "2月14日 周六 上班",
            "按工作日 9 点到 17 点开门算",
        ],
    );
}

#[test]
fn a_real_service_has_no_list_and_nothing_is_made_up() {
    let text = list_at("/services/investment-filing/checklist?start=2026-02-12");
    assert_reads(&text, &["报道没有写步骤和材料，列不出清单", "看一个把步骤摊开的示例"]);
    assert_reads_none_of(&text, &["带什么", "去哪里", "办结"]);
}

#[test]
fn for_old_eyes_there_is_one_thing_on_a_screen_and_the_number_to_call() {
    let answered = "?to=simplified&answers=applicant:self,household:single&start=2026-02-12";
    let screen = |screen: u32| {
        list_at(&format!("/elder/services/example-talent-apartment/checklist{answered}&screen={screen}"))
    };
    let titles = ["哪天开始", "带什么", "去哪里，办什么", "哪天办好", "自己要花多少时间", "带走这张清单"];
    let mut seen = Vec::new();
    for at in 0.. {
        let text = screen(at);
        assert_reads(&text, &["打电话问 示例号码"]);
        let shown: Vec<&str> = titles.into_iter().filter(|title| text.contains(title)).collect();
        assert_eq!(shown.len(), 1, "{at}: {shown:?}");
        seen.extend(shown);
        if !text.contains("下一页") {
            break;
        }
    }
    seen.dedup();
    assert_eq!(seen, titles);
}
