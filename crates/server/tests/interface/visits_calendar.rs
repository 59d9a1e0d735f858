//! `GET /api/services/{id}/visits.ics`

use store::Examples;

use crate::site::{Site, problem};

const APARTMENT: &str = "/api/services/example-talent-apartment/visits.ics";
const ALONE: &str = "to=simplified&answers=applicant:self,household:single";

async fn release() -> Site {
    Site::with(&server::seeds::readable(), Examples::Shown, None).await
}

/// The lines of a file, put together again where they were folded.
async fn lines(site: &Site, query: &str) -> Vec<String> {
    let answer = site.get(&format!("{APARTMENT}?{query}")).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    let text = String::from_utf8(answer.body.to_vec()).expect("UTF-8");
    assert!(text.lines().all(|line| line.len() <= 75), "RFC 5545, 3.1: no line is longer: {text}");
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn the_visit_and_both_last_days_around_the_spring_festival() {
    let site = release().await;
    let lines = lines(&site, &format!("{ALONE}&start=2026-02-12")).await;
    let days: Vec<&str> = lines.iter().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    assert_eq!(days, ["20260225", "20260226", "20260311"], "to go, by promise, by law");
    let of_whom = lines.iter().filter(|line| line.starts_with("PRODID")).count();
    assert_eq!(of_whom, 1, "RFC 5545, 3.6");
    let told = lines.join("\n");
    for part in [
        "第 1 次出门：示例人才公寓服务点",
        "示例区示例路66号",
        "示例，不能作为办事依据",
        "非办事指南，以窗口为准",
    ] {
        assert!(told.contains(part), "{part} is not in {told}");
    }
}

#[tokio::test]
async fn a_calendar_speaks_the_language_of_the_list_that_it_comes_from() {
    let told = lines(&release().await, &format!("{ALONE}&start=2026-02-12&lang=en")).await.join("\n");
    for part in ["Visit 1: 示例人才公寓服务点", "By law\\, decided today at the latest", "What to do: "]
    {
        assert!(told.contains(part), "{part} is not in {told}");
    }
}

#[tokio::test]
async fn the_same_case_is_the_same_file() {
    let site = release().await;
    let query = format!("{ALONE}&start=2026-02-12");
    assert_eq!(lines(&site, &query).await, lines(&site, &query).await);
    let answer = site.get(&format!("{APARTMENT}?{query}")).await;
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    assert!(answer.header("content-disposition").starts_with("attachment; filename=\"paoyici.ics\""));
}

#[tokio::test]
async fn what_names_no_case_is_refused() {
    let site = release().await;
    for (query, expected) in [
        ("", problem(400, "bad_parameter", Some("start"))),
        ("start=2026-02-30", problem(400, "bad_parameter", Some("start"))),
        ("start=2026-02-12&answers=household", problem(400, "bad_parameter", Some("answers"))),
        ("start=2026-02-12&to=never", problem(404, "unknown_version", Some("to"))),
        ("start=2026-12-31", problem(404, "unpublished_year", Some("start"))),
        ("start=9999-12-31", problem(404, "unpublished_year", Some("start"))),
    ] {
        assert_eq!(site.get(&format!("{APARTMENT}?{query}")).await.problem(), expected, "{query}");
    }
    let of_real = site.get("/api/services/investment-filing/visits.ics?start=2026-02-12").await;
    assert_eq!(of_real.problem(), problem(404, "no_dates", None));
}
