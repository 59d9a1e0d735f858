//! The small documents of these tests.

use domain::{Action, Run, Service};
use serde_json::{Value, json};
use store::Seed;

/// Two real services and a run, and one of each of the demonstration district.
pub fn all() -> Vec<Seed> {
    vec![
        Seed::Action(Box::new(Action::parse(&action().to_string()).unwrap())),
        service(filing()),
        service(json!({
            "format": 1, "id": "tax", "name": "报税", "area": "木渎镇", "summary": "报税。",
        })),
        run(tax_run()),
        service(json!({
            "format": 1, "id": "shown", "name": "投资项目备案（示例）", "area": "示例区", "summary": "示例。",
            "illustrative": true,
        })),
        run(json!({
            "format": 1, "id": "shown-run", "title": "跑示例", "illustrative": true, "area": "示例区",
            "service": "shown", "as_whom": "以群众身份", "evidence": {"kind": "example"},
        })),
    ]
}

fn service(document: Value) -> Seed {
    Seed::Service(Box::new(Service::parse(&document.to_string()).unwrap()))
}

fn run(document: Value) -> Seed {
    Seed::Run(Box::new(Run::parse(&document.to_string()).unwrap()))
}

fn action() -> Value {
    json!({
        "format": 1, "name": "换位跑一次", "district": "苏州市", "totals": [], "questions": [], "moves": [],
        "aims": [], "sources": [],
    })
}

/// From seven working days to five, as reported.
fn filing() -> Value {
    json!({
        "format": 1, "id": "filing", "name": "投资项目备案", "aliases": ["Investment"], "area": "度假区",
        "summary": "备案。", "illustrated_by": "shown",
        "sources": [{"key": "report", "title": "报道", "publisher": "区政务服务中心"}],
        "versions": [
            {"id": "before", "label": "原先", "in_force": {"state": "ended"}, "editorial": "published"},
            {"id": "online", "label": "网上", "derived_from": "before",
             "in_force": {"state": "in_force"}, "editorial": "published"},
        ],
        "reported": [{
            "key": "limit", "subject": "审批办结时限", "unit": "working_day",
            "before": {"value": 7, "version": "before"}, "after": {"value": 5, "version": "online"},
            "evidence": {"kind": "published", "source": "report", "quote": "由7个工作日压缩到5个工作日"},
        }],
    })
}

fn tax_run() -> Value {
    let told = json!({"kind": "self_reported", "by": "区政务服务中心"});
    json!({
        "format": 1, "id": "tax-run", "title": "跑报税", "area": "木渎镇", "service": "tax",
        "as_whom": "以企业身份", "evidence": told,
        "problems": [{
            "code": "p-1", "category": "guidance", "text": "指引不清", "evidence": told,
            "history": [{"state": "found", "role": "跑办人"}],
        }],
    })
}
