//! `GET /api/table.csv` and `GET /api/table.xlsx`

use domain::Service;
use serde_json::json;
use std::io::{Cursor, Read};
use store::{Examples, Seed};

use crate::site::Site;

async fn lines(site: &Site, query: &str) -> Vec<Vec<String>> {
    let answer = site.get(&format!("/api/table.csv{query}")).await;
    assert_eq!(answer.status, 200, "{}", String::from_utf8_lossy(&answer.body));
    let text = answer.body.strip_prefix("\u{feff}".as_bytes()).expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
}

async fn release() -> Site {
    Site::with(&server::seeds::readable(), Examples::Shown, None).await
}

#[tokio::test]
async fn a_file_to_keep_with_its_name() {
    let site = release().await;
    for (path, media_type, ending) in [
        ("/api/table.csv", "text/csv; charset=utf-8", "csv"),
        ("/api/table.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ] {
        let answer = site.get(path).await;
        assert_eq!(answer.header("content-type"), media_type);
        let disposition = answer.header("content-disposition");
        assert!(
            disposition.starts_with(&format!("attachment; filename=\"paoyici.{ending}\"")),
            "{disposition}"
        );
        assert!(disposition.ends_with(&format!("%E8%A1%A8.{ending}")), "{disposition}");
    }
}

#[tokio::test]
async fn the_columns_rows_and_order_that_were_asked_for() {
    let site = release().await;
    let query =
        "?reality=example&columns=area,visits,promised_limit&aspects=first,second,rate&sort=visits.second";
    let lines = lines(&site, query).await;
    assert_eq!(
        lines[0],
        [
            "性质",
            "编号",
            "事项",
            "片区",
            "次 改前",
            "次 改后",
            "次 压缩率（%）",
            "承诺时限 改前",
            "承诺时限 改后",
            "承诺时限 压缩率（%）",
            "承诺时限 单位",
        ]
    );
    let rows: Vec<_> = lines[1..].iter().take_while(|line| !line[0].is_empty()).collect();
    let table = site
        .get(&format!(
            "/api/table{}",
            query.replace("columns=area,visits,promised_limit&aspects=first,second,rate&", "")
        ))
        .await
        .json();
    let expected: Vec<&str> =
        table["rows"].as_array().unwrap().iter().map(|row| row["service"].as_str().unwrap()).collect();
    assert_eq!(rows.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), expected);
    assert!(rows.iter().all(|row| row[10] == "个工作日"), "a unit stands beside its numbers");
}

#[tokio::test]
async fn every_row_says_whether_it_is_real_and_the_sums_are_apart() {
    let site = release().await;
    let lines = lines(&site, "").await;
    let end = lines.iter().position(|line| line[0].is_empty()).unwrap();
    for row in &lines[1..end] {
        let example = row[1].starts_with("example-");
        assert_eq!(row[0], if example { "示例，不能作为办事依据" } else { "真实" });
    }
    let sums = &lines[end + 2..];
    assert_eq!(sums[0][..7], ["性质", "合计", "改前", "改后", "差", "算进几件", "不知道几件"]);
    let sum = |mark: &str, name: &str| {
        sums.iter().find(|line| line[0].starts_with(mark) && line[1].starts_with(name)).unwrap().clone()
    };
    let services = |mark: &str| sum(mark, "事项")[5].parse::<usize>().unwrap();
    let of_service = |example: bool| {
        let mut ids: Vec<&String> = lines[1..end]
            .iter()
            .map(|row| &row[1])
            .filter(|id| id.starts_with("example-") == example)
            .collect();
        ids.dedup();
        ids.len()
    };
    assert_eq!((services("真实"), services("示例")), (of_service(false), of_service(true)));
    let real_visits = sum("真实", "次");
    assert_eq!(real_visits[2..5], ["", "", ""], "nobody has told them, so nothing is added up");
    assert_eq!(real_visits[5..7], ["0".to_owned(), services("真实").to_string()]);
    assert_eq!(sum("示例", "次")[6], "0");
}

#[tokio::test]
async fn seven_to_three_stands_as_reported() {
    let lines = lines(&release().await, "?q=%E5%A4%87%E6%A1%88&reality=real&columns=versions,reported").await;
    assert_eq!(
        lines[1][2..6],
        ["投资项目备案", "原先", "省平台上报", "审批时限 7 → 3 个工作日 比改前少 57.1 %（公布）"]
    );
}

/// A service whose names would calculate, if a spreadsheet let them.
fn hostile() -> Seed {
    let document = json!({
        "format": 1, "id": "hostile", "name": "=HYPERLINK(\"https://example.org\",\"查\")", "area": "＋1,\"a\"",
        "summary": "备案。",
    });
    Seed::Service(Box::new(Service::parse(&document.to_string()).unwrap()))
}

#[tokio::test]
async fn nothing_in_a_name_calculates() {
    let site = Site::with(&[hostile()], Examples::Shown, None).await;
    let lines = lines(&site, "?columns=area").await;
    assert_eq!(lines[1][2], "'=HYPERLINK(\"https://example.org\",\"查\")");
    assert_eq!(lines[1][3], "'＋1,\"a\"", "commas and quotation marks stay in their cell");

    let answer = site.get("/api/table.xlsx?columns=area").await;
    let mut workbook = zip::ZipArchive::new(Cursor::new(answer.body)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        workbook.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let (sheet, strings) = (read("xl/worksheets/sheet1.xml"), read("xl/sharedStrings.xml"));
    assert!(!sheet.contains("<f>"), "no cell is a formula: {sheet}");
    assert!(strings.contains("=HYPERLINK("), "the name is there, as text");
}

#[tokio::test]
async fn a_workbook_has_its_rows_and_its_sums() {
    let site = release().await;
    let answer = site.get("/api/table.xlsx").await;
    let mut workbook = zip::ZipArchive::new(Cursor::new(answer.body)).unwrap();
    let mut read = |name: &str| {
        let mut text = String::new();
        workbook.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let sheets = read("xl/workbook.xml");
    assert!(sheets.contains("对比总表") && sheets.contains("合计"), "{sheets}");
    let rows = lines(&site, "").await.iter().skip(1).take_while(|line| !line[0].is_empty()).count();
    assert_eq!(read("xl/worksheets/sheet1.xml").matches("<row ").count(), rows + 1);
}
