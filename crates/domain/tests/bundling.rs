//! When fewer documents are only fewer names.

use domain::{Answers, Service, compare};
use serde_json::{Value as Json, json};

/// A paper that is handed in: key and name.
fn paper(key: &str, name: &str) -> Json {
    json!({"key": key, "name": name, "form": "original", "origin": "own", "provision": "submitted"})
}

fn with(mut paper: Json, field: &str, value: &str) -> Json {
    paper[field] = json!(value);
    paper
}

/// Two versions, each of one step that asks for all of its papers.
fn service(before: &[Json], after: &[Json], derived: bool) -> Service {
    let version = |id: &str, papers: &[Json]| {
        let keys: Vec<&Json> = papers.iter().map(|paper| &paper["key"]).collect();
        json!({"id": id, "label": id, "in_force": {"state": "in_force"}, "editorial": "published",
            "materials": papers,
            "steps": [{"key": "apply", "name": "申请", "actor": "applicant", "side": "external",
                "channel": "online", "wait": "none", "materials": keys,
                "evidence": {"kind": "self_reported", "by": "中心"}}]})
    };
    let mut second = version("after", after);
    if derived {
        second["derived_from"] = json!("before");
    }
    let document = json!({"format": 1, "id": "s", "name": "事项", "area": "片区", "summary": "一件事。",
        "versions": [version("before", before), second]});
    Service::parse(&document.to_string()).expect("a valid service")
}

fn fell_by_bundling(before: &[Json], after: &[Json]) -> bool {
    let service = service(before, after, true);
    let (first, second) = (&service.versions[0], &service.versions[1]);
    compare(&service, first, second, &Answers::new()).documents_fell_by_bundling
}

fn three() -> [Json; 3] {
    [paper("form", "备案申请表"), paper("promise", "告知承诺书"), paper("credit", "信用承诺书")]
}

#[test]
fn papers_listed_in_one_name_are_bundled() {
    let bundle = paper("all", "综合材料（备案申请表、告知承诺书和信用承诺书）");
    assert!(fell_by_bundling(&three(), &[bundle]));
    // The form keeps its key and takes the others in.
    let grown = paper("form", "备案申请表（含告知承诺书、信用承诺书）");
    assert!(fell_by_bundling(&three(), &[grown]));
}

#[test]
fn papers_called_the_same_paper_are_bundled() {
    let [form, promise, credit] = three();
    let same = [form, with(promise, "same_as", "form"), with(credit, "same_as", "form")];
    assert!(fell_by_bundling(&three(), &same));
}

#[test]
fn of_two_papers_of_one_name_one_less_is_one_less() {
    let [form, promise, _] = three();
    let twice = [form, promise, paper("promise-again", "告知承诺书")];
    assert!(!fell_by_bundling(&twice, &twice[..2]));
}

#[test]
fn one_paper_less_in_substance_is_no_bundling() {
    let [form, promise, credit] = three();
    let grown = paper("form", "备案申请表（含告知承诺书）");
    assert!(!fell_by_bundling(&three(), std::slice::from_ref(&grown)));
    let waived = with(credit.clone(), "provision", "waived_by_sharing");
    assert!(!fell_by_bundling(&three(), &[grown, waived.clone()]));
    // A waiver counts although a name still lists the paper.
    let lists_it = paper("form", "备案申请表（含告知承诺书、信用承诺书）");
    assert!(!fell_by_bundling(&three(), &[lists_it, waived]));
    // So it is where nothing was bundled at all.
    assert!(!fell_by_bundling(&three(), &[form, promise]));
}

#[test]
fn a_name_within_a_longer_word_is_not_listed() {
    let before = [paper("a", "申请表"), paper("b", "承诺书")];
    assert!(!fell_by_bundling(&before, &[paper("c", "变更申请表（附告知承诺书样张）")]));
    // Nor by a paper that was there all along under that name.
    let had = [paper("a", "申请表（含承诺书）"), paper("b", "承诺书")];
    assert!(!fell_by_bundling(&had, &had[..1]));
}

#[test]
fn where_documents_do_not_fall_or_nothing_descends_there_is_nothing_to_warn_of() {
    let bundle = paper("all", "综合材料（备案申请表、告知承诺书、信用承诺书）");
    assert!(!fell_by_bundling(&three(), &three()));
    assert!(!fell_by_bundling(std::slice::from_ref(&bundle), &three()));
    let two_ways = service(&three(), &[bundle], false);
    let (first, second) = (&two_ways.versions[0], &two_ways.versions[1]);
    assert!(!compare(&two_ways, first, second, &Answers::new()).documents_fell_by_bundling);
}
