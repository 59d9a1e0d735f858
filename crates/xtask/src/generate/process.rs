//! How a made-up service was run and is run: a counter, proofs fetched elsewhere, a review behind the counter,
//! a result to be collected; then what reforms do to that, more or less of it, and sometimes a burden more.

use super::dice::Dice;
use super::names::{self, Field};
use serde_json::{Value, json};

/// Other places than the hall, where proofs come from, each with the proof.
const PROOFS: [(&str, &str, &str); 6] = [
    ("land", "规划资源所", "用地情况证明"),
    ("fire", "消防救援站", "消防检查意见"),
    ("street", "街道便民服务中心", "居住情况证明"),
    ("bank", "银行网点", "资金证明"),
    ("tax", "办税服务厅", "完税证明"),
    ("archive", "档案馆", "档案查询证明"),
];

/// A service: what it is about follows from its number, how it is run from the dice.
pub fn service(id: &str, number: u32, dice: &mut Dice) -> Value {
    let (field, act, area) = names::name(number);
    let name = format!("{}{act}", field.thing);
    let plan = Plan::cast(dice);
    let mut versions =
        vec![version("before", "改革前", None, plan.steps(field, act, Reform::NONE), field, &plan, 0)];
    if !plan.is_alone {
        let reform = Reform::cast(dice);
        versions.push(version(
            "after",
            "改革后",
            Some("before"),
            plan.steps(field, act, reform),
            field,
            &plan,
            1,
        ));
        if dice.percent(20) {
            let further = Reform { online: true, by_post: true, shared: true, quick: true, ..reform };
            let steps = plan.steps(field, act, further);
            versions.push(version("repaired", "回头看后", Some("after"), steps, field, &plan, 2));
        }
    }
    let current = versions.len() - 1;
    for (position, version) in versions.iter_mut().enumerate() {
        let state = if position == current { "in_force" } else { "ended" };
        version["in_force"] = json!({ "state": state });
    }
    let mut service = json!({
        "format": 1,
        "id": id,
        "name": format!("{name}（示例）"),
        "aliases": [field.alias, format!("{}{act}", field.alias)],
        "illustrative": true,
        "code": format!("示例编码-{number:05}"),
        "area": area,
        "audience": field.audience,
        "authority": format!("{area}{}", field.authority),
        "handling": "promised",
        "summary": format!("在{area}办理{name}，办成拿到{}。", field.outcome),
        "outcome": field.outcome,
        "legal_limit": { "time": days(plan.review + 10), "evidence": made_up() },
        "places": plan.places(&area),
        "versions": versions,
    });
    // Nobody knows of every service how many come.
    if dice.percent(85) {
        let decade = 10_u32.pow(dice.between(1, 4));
        service["cases_a_year"] = dice.between(decade, decade * 9).into();
    }
    service
}

/// How a service was run before anybody changed it.
struct Plan {
    /// It has one version.
    is_alone: bool,
    consult: bool,
    proofs: Vec<usize>,
    inspect: bool,
    countersign: bool,
    /// Working days.
    review: u32,
    /// Minutes.
    queue: u32,
    fee: u32,
}

impl Plan {
    fn cast(dice: &mut Dice) -> Plan {
        let first = dice.between(0, 5) as usize;
        let proofs = dice.between(0, 3) as usize;
        Plan {
            is_alone: dice.percent(8),
            consult: dice.percent(60),
            proofs: (first..first + proofs).map(|at| at % PROOFS.len()).collect(),
            inspect: dice.percent(30),
            countersign: dice.percent(40),
            review: dice.between(2, 18),
            queue: dice.between(5, 40),
            fee: *dice.one_of(&[0, 0, 0, 10, 20, 80]),
        }
    }

    fn places(&self, area: &str) -> Vec<Value> {
        let windows =
            [("guide", "咨询台"), ("accept", "受理窗口"), ("pickup", "发证窗口"), ("general", "综合窗口")];
        let mut places = vec![place("hall", &format!("{area}政务服务中心"), &windows)];
        let elsewhere = self.proofs.iter().map(|at| PROOFS[*at]);
        places.extend(
            elsewhere.map(|(key, name, _)| place(key, &format!("{area}{name}"), &[("query", "查询窗口")])),
        );
        places
    }

    fn steps(&self, field: &Field, act: &str, reform: Reform) -> Vec<Value> {
        let mut steps = Vec::new();
        let mut before: Vec<String> = Vec::new();
        let window = |own| if reform.one_window { "general" } else { own };
        if self.consult && !reform.online {
            steps.push(at_counter("consult", "问清条件和材料", &[], ("hall", window("guide")), self.queue));
            before.push("consult".to_owned());
        }
        if reform.heavier {
            steps.push(remote("pledge", "在线签信用承诺书", &before, "online", 20));
            before.push("pledge".to_owned());
        }
        let mut papers = vec!["form".to_owned(), "id".to_owned(), "own".to_owned()];
        let mut needed = before.clone();
        for (key, _, proof) in self.proofs.iter().map(|at| PROOFS[*at]) {
            papers.push(key.to_owned());
            if reform.shared {
                continue;
            }
            let mut step = at_counter(key, &format!("开{proof}"), &before, (key, "query"), self.queue);
            step["materials"] = json!(["id"]);
            step["outputs"] = json!([proof]);
            step["wait"] = if self.review > 12 { days(1) } else { json!("none") };
            steps.push(step);
            needed.push(key.to_owned());
        }
        let name = format!("提交{}{act}申请", field.thing);
        let mut apply = match reform.online {
            true => remote("apply", &name, &needed, "online", 30),
            false => at_counter("apply", &name, &needed, ("hall", window("accept")), self.queue),
        };
        apply["materials"] = json!(papers);
        apply["fee"] = json!({ "min_yuan": self.fee, "max_yuan": self.fee });
        steps.push(apply);
        let mut last = vec!["apply".to_owned()];
        if reform.shared && !self.proofs.is_empty() {
            steps.push(behind("share", "部门之间核对证明", &last, 0));
            last = vec!["share".to_owned()];
        }
        let review = if reform.quick { self.review.div_ceil(3) } else { self.review };
        steps.push(behind("review", "审核申请材料", &last, review));
        let mut reviewed = vec!["review".to_owned()];
        if self.inspect {
            // Beside the review, and no longer after it.
            let after = if reform.quick { last.clone() } else { reviewed.clone() };
            steps.push(behind("inspect", "现场踏勘", &after, 2));
            reviewed = if reform.quick {
                vec!["review".to_owned(), "inspect".to_owned()]
            } else {
                vec!["inspect".to_owned()]
            };
        }
        if self.countersign && !reform.quick {
            steps.push(behind("countersign", "会签", &reviewed, 1));
            reviewed = vec!["countersign".to_owned()];
        }
        steps.push(behind("decide", &format!("办结，出{}", field.outcome), &reviewed, 0));
        let decided = ["decide".to_owned()];
        let name = format!("领{}", field.outcome);
        let mut collect = match reform.by_post {
            true => remote("collect", &format!("{}邮寄到家", field.outcome), &decided, "post", 0),
            false => at_counter("collect", &name, &decided, ("hall", window("pickup")), self.queue / 2),
        };
        collect["outputs"] = json!([field.outcome]);
        steps.push(collect);
        steps
    }
}

/// What a reform changes.
#[derive(Clone, Copy)]
struct Reform {
    online: bool,
    shared: bool,
    one_window: bool,
    by_post: bool,
    quick: bool,
    /// Something to do that was not there before.
    heavier: bool,
}

impl Reform {
    const NONE: Reform = Reform {
        online: false,
        shared: false,
        one_window: false,
        by_post: false,
        quick: false,
        heavier: false,
    };

    fn cast(dice: &mut Dice) -> Reform {
        Reform {
            online: dice.percent(55),
            shared: dice.percent(50),
            one_window: dice.percent(70),
            by_post: dice.percent(40),
            quick: dice.percent(65),
            heavier: dice.percent(12),
        }
    }
}

/// The papers are the same in all versions; those that authorities share need not be handed in any more.
fn version(
    id: &str,
    label: &str,
    from: Option<&str>,
    steps: Vec<Value>,
    field: &Field,
    plan: &Plan,
    reforms: u32,
) -> Value {
    let is_shared = steps.iter().any(|step| step["key"] == "share");
    let paper = |key: &str, name: &str, origin: &str, waived: bool| {
        let provision = if waived { "waived_by_sharing" } else { "submitted" };
        let form = if key == "id" { "copy" } else { "original" };
        json!({ "key": key, "name": name, "form": form, "origin": origin, "provision": provision })
    };
    let form = format!("{}申请表", field.thing);
    let mut materials = vec![
        paper("form", &form, "own", false),
        paper("id", "身份证明", "issued", reforms == 2),
        paper("own", field.paper, "own", false),
    ];
    let proofs = plan.proofs.iter().map(|at| PROOFS[*at]);
    materials.extend(proofs.map(|(key, _, proof)| paper(key, proof, "issued", is_shared)));
    let mut version = json!({
        "id": id,
        "label": label,
        "editorial": "published",
        "promised_limit": { "time": days((plan.review + 5) / (reforms + 1)), "evidence": made_up() },
        "accepted_at": "apply",
        "decided_at": "decide",
        "materials": materials,
        "steps": steps,
    });
    if let Some(from) = from {
        version["derived_from"] = from.into();
    }
    version
}

fn place(key: &str, name: &str, windows: &[(&str, &str)]) -> Value {
    let windows: Vec<Value> = windows.iter().map(|(key, name)| json!({ "key": key, "name": name })).collect();
    json!({ "key": key, "name": name, "travel": minutes(30, 60), "windows": windows })
}

fn at_counter(key: &str, name: &str, after: &[String], (place, window): (&str, &str), queue: u32) -> Value {
    let mut step = step(key, name, after, ("applicant", "external"), "counter");
    step["place"] = place.into();
    step["window"] = window.into();
    step["queue"] = minutes(queue, queue * 2);
    step["counter"] = minutes(10, 15);
    step
}

fn remote(key: &str, name: &str, after: &[String], channel: &str, most: u32) -> Value {
    let mut step = step(key, name, after, ("applicant", "external"), channel);
    step["counter"] = if most == 0 { json!("none") } else { minutes(most / 2, most) };
    step["wait"] = if channel == "post" { days(2) } else { json!("none") };
    step
}

fn behind(key: &str, name: &str, after: &[String], wait: u32) -> Value {
    let mut step = step(key, name, after, ("department", "internal"), "automatic");
    step["wait"] = if wait == 0 { json!("none") } else { days(wait) };
    step
}

fn step(key: &str, name: &str, after: &[String], (actor, side): (&str, &str), channel: &str) -> Value {
    let mut step = json!({
        "key": key, "name": name, "actor": actor, "side": side, "channel": channel,
        "prepare": "none", "queue": "none", "counter": "none", "wait": "none",
        "legal_basis": "示例：示例办事管理办法", "evidence": made_up(),
    });
    if !after.is_empty() {
        step["after"] = json!(after);
    }
    step
}

fn made_up() -> Value {
    json!({ "kind": "example" })
}

fn minutes(least: u32, most: u32) -> Value {
    json!({ "min": least, "max": most, "unit": "minute" })
}

fn days(days: u32) -> Value {
    json!({ "min": days, "unit": "working_day" })
}
