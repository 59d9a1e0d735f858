//! What became of each step: kept, dropped, new, or changed, and in which ways.
//!
//! Steps correspond by their stable key. Each step of either walk is in exactly one group.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::key::{MaterialKey, StepKey};
use crate::service::Version;
use crate::span::Span;
use crate::step::{Side, Step};
use crate::walk::Walk;

/// A kind of change. Each has its mirror: what is 转线上 one way is 转线下 the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// 保留: nothing changed.
    Kept,
    /// 取消
    Dropped,
    /// 新增
    Added,
    /// 改名
    Renamed,
    /// 转线上
    MovedOnline,
    /// 转线下
    MovedOffline,
    /// 转后台: data runs, not people.
    MovedToBackOffice,
    /// 转前台
    MovedToApplicant,
    /// 缩时
    Shortened,
    /// 延时
    Lengthened,
    /// 减料
    FewerMaterials,
    /// 增料
    MoreMaterials,
    /// 减费
    Cheaper,
    /// 增费
    Dearer,
    /// 换地换窗
    Relocated,
    /// 改依据
    LegalBasisChanged,
    /// 其他调整: a field changed that no other kind names.
    Adjusted,
}

/// Whether a change takes something off the applicant's shoulders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// 省下的
    Lighter,
    /// 多出的
    Heavier,
    /// Neither by itself.
    Neither,
}

impl ChangeKind {
    /// All kinds, in the order in which they are told.
    pub const ALL: [ChangeKind; 17] = {
        use ChangeKind::*;
        [
            Kept,
            Dropped,
            Added,
            Renamed,
            MovedOnline,
            MovedOffline,
            MovedToBackOffice,
            MovedToApplicant,
            Shortened,
            Lengthened,
            FewerMaterials,
            MoreMaterials,
            Cheaper,
            Dearer,
            Relocated,
            LegalBasisChanged,
            Adjusted,
        ]
    };

    /// The same change looked at from the other side.
    pub fn mirror(self) -> ChangeKind {
        use ChangeKind::*;
        match self {
            Dropped => Added,
            Added => Dropped,
            MovedOnline => MovedOffline,
            MovedOffline => MovedOnline,
            MovedToBackOffice => MovedToApplicant,
            MovedToApplicant => MovedToBackOffice,
            Shortened => Lengthened,
            Lengthened => Shortened,
            FewerMaterials => MoreMaterials,
            MoreMaterials => FewerMaterials,
            Cheaper => Dearer,
            Dearer => Cheaper,
            same @ (Kept | Renamed | Relocated | LegalBasisChanged | Adjusted) => same,
        }
    }

    /// Whether it is lighter or heavier for the applicant.
    pub fn weight(self) -> Weight {
        use ChangeKind::*;
        match self {
            Dropped | MovedOnline | MovedToBackOffice | Shortened | FewerMaterials | Cheaper => {
                Weight::Lighter
            }
            Added | MovedOffline | MovedToApplicant | Lengthened | MoreMaterials | Dearer => Weight::Heavier,
            Kept | Renamed | Relocated | LegalBasisChanged | Adjusted => Weight::Neither,
        }
    }
}

/// A field of a step in which two versions differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// 名称
    Name,
    /// 阶段
    Stage,
    /// 由谁办
    Actor,
    /// 前台 / 后台
    Side,
    /// 先后
    After,
    /// 办理方式
    Channel,
    /// 地
    Place,
    /// 窗
    Window,
    /// 准备
    Prepare,
    /// 排队
    Queue,
    /// 办理
    Counter,
    /// 等待
    Wait,
    /// 材料
    Materials,
    /// 结果
    Outputs,
    /// 费用
    Fee,
    /// 法律依据
    LegalBasis,
}

/// Steps that correspond, with what changed between them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StepGroup {
    /// The steps of the first version; empty for what is new.
    pub first: Vec<StepKey>,
    /// The steps of the second version; empty for what was dropped.
    pub second: Vec<StepKey>,
    /// What kinds of change, at least one.
    pub kinds: Vec<ChangeKind>,
    /// The fields that differ.
    pub fields: Vec<Field>,
}

/// Groups the steps of two walks, in the order of the second with dropped steps where they were.
pub fn between(first: &Walk<'_>, second: &Walk<'_>) -> Vec<StepGroup> {
    let find = |walk: &Walk<'_>, key: &StepKey| walk.steps.iter().position(|s| s.key == *key);
    let mut groups = Vec::new();
    let mut next = 0;
    for (i, step) in second.steps.iter().enumerate() {
        match find(first, &step.key) {
            None => groups.push(alone(None, Some(&step.key))),
            Some(counterpart) => {
                // What was dropped before this step is told before it.
                while next < counterpart {
                    push_dropped(&mut groups, first, second, next);
                    next += 1;
                }
                next = next.max(counterpart + 1);
                groups.push(pair(first, counterpart, second, i));
            }
        }
    }
    while next < first.steps.len() {
        push_dropped(&mut groups, first, second, next);
        next += 1;
    }
    groups
}

fn push_dropped(groups: &mut Vec<StepGroup>, first: &Walk<'_>, second: &Walk<'_>, i: usize) {
    let key = &first.steps[i].key;
    if !second.steps.iter().any(|step| step.key == *key) {
        groups.push(alone(Some(key), None));
    }
}

fn alone(first: Option<&StepKey>, second: Option<&StepKey>) -> StepGroup {
    StepGroup {
        kinds: vec![if second.is_some() { ChangeKind::Added } else { ChangeKind::Dropped }],
        first: first.into_iter().cloned().collect(),
        second: second.into_iter().cloned().collect(),
        fields: Vec::new(),
    }
}

fn pair(first: &Walk<'_>, i: usize, second: &Walk<'_>, j: usize) -> StepGroup {
    let (a, b) = (first.steps[i], second.steps[j]);
    let fields = differing_fields(first, i, second, j);
    let mut kinds: Vec<ChangeKind> = kinds(first.version, a, second.version, b);
    if kinds.is_empty() {
        kinds.push(if fields.is_empty() { ChangeKind::Kept } else { ChangeKind::Adjusted });
    }
    StepGroup { first: vec![a.key.clone()], second: vec![b.key.clone()], kinds, fields }
}

fn differing_fields(first: &Walk<'_>, i: usize, second: &Walk<'_>, j: usize) -> Vec<Field> {
    let (a, b) = (first.steps[i], second.steps[j]);
    let keys_before = |walk: &Walk<'_>, at: usize| -> Vec<StepKey> {
        walk.after[at].iter().map(|p| walk.steps[*p].key.clone()).collect()
    };
    let papers = |version: &Version, step: &Step| -> Vec<(MaterialKey, bool)> {
        step.materials
            .iter()
            .filter_map(|key| version.material(key))
            .map(|m| (version.paper(m), m.provision.is_supplied()))
            .collect()
    };
    let comparisons = [
        (Field::Name, a.name != b.name),
        (Field::Stage, a.stage != b.stage),
        (Field::Actor, a.actor != b.actor),
        (Field::Side, a.side != b.side),
        (Field::After, !same_elements(&keys_before(first, i), &keys_before(second, j))),
        (Field::Channel, a.channel != b.channel),
        (Field::Place, a.place != b.place),
        (Field::Window, a.window != b.window),
        (Field::Prepare, a.prepare != b.prepare),
        (Field::Queue, a.queue != b.queue),
        (Field::Counter, a.counter != b.counter),
        (Field::Wait, a.wait != b.wait),
        (Field::Materials, !same_elements(&papers(first.version, a), &papers(second.version, b))),
        (Field::Outputs, a.outputs != b.outputs),
        (Field::Fee, a.fee != b.fee),
        (Field::LegalBasis, a.legal_basis != b.legal_basis),
    ];
    comparisons.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
}

/// Whether two lists have the same elements, in whatever order.
fn same_elements<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.len() == b.len() && a.iter().all(|element| b.contains(element))
}

fn kinds(first: &Version, a: &Step, second: &Version, b: &Step) -> Vec<ChangeKind> {
    let mut kinds = Vec::new();
    let mut add = |applies: bool, kind| {
        if applies {
            kinds.push(kind);
        }
    };
    let both_external = a.side == Side::External && b.side == Side::External;
    add(both_external && a.on_site() && !b.on_site(), ChangeKind::MovedOnline);
    add(both_external && !a.on_site() && b.on_site(), ChangeKind::MovedOffline);
    add(a.side == Side::External && b.side == Side::Internal, ChangeKind::MovedToBackOffice);
    add(a.side == Side::Internal && b.side == Side::External, ChangeKind::MovedToApplicant);
    let times = time_changes(a, b);
    add(times.contains(&Some(Ordering::Greater)), ChangeKind::Shortened);
    add(times.contains(&Some(Ordering::Less)), ChangeKind::Lengthened);
    let (had, has) = (supplied(first, a), supplied(second, b));
    add(had.iter().any(|paper| !has.contains(paper)), ChangeKind::FewerMaterials);
    add(has.iter().any(|paper| !had.contains(paper)), ChangeKind::MoreMaterials);
    if let (Some(before), Some(after)) = (a.fee, b.fee) {
        let (before, after) = ((before.max_yuan, before.min_yuan), (after.max_yuan, after.min_yuan));
        add(before > after, ChangeKind::Cheaper);
        add(before < after, ChangeKind::Dearer);
    }
    let moved = a.on_site() && b.on_site() && (&a.place, &a.window) != (&b.place, &b.window);
    add(moved, ChangeKind::Relocated);
    add(a.legal_basis != b.legal_basis, ChangeKind::LegalBasisChanged);
    add(a.name != b.name, ChangeKind::Renamed);
    kinds
}

/// How the times of the first step compare to those of the second: the applicant's own time as a
/// sum, since an hour more at home may spare two in the queue; part by part where a part is unknown
/// or counted in days. The wait is another matter and is compared apart.
fn time_changes(a: &Step, b: &Step) -> Vec<Option<Ordering>> {
    let wait = time_change(a.wait, b.wait);
    match (own_minutes(a), own_minutes(b)) {
        (Some(first), Some(second)) => vec![Some(first.cmp(&second)), wait],
        _ => vec![
            time_change(a.prepare, b.prepare),
            time_change(a.queue, b.queue),
            time_change(a.counter, b.counter),
            wait,
        ],
    }
}

/// The applicant's own time in minutes, the longest first.
fn own_minutes(step: &Step) -> Option<(u32, u32)> {
    let mut sum = (0, 0);
    for part in [step.prepare?, step.queue?, step.counter?] {
        let (min, max) = part.in_minutes()?;
        sum = (sum.0 + max, sum.1 + min);
    }
    Some(sum)
}

/// How the first time compares to the second; `None` where either is unknown.
fn time_change(a: Option<Span>, b: Option<Span>) -> Option<Ordering> {
    a?.compare(&b?)
}

fn supplied(version: &Version, step: &Step) -> Vec<MaterialKey> {
    step.materials
        .iter()
        .filter_map(|key| version.material(key))
        .filter(|material| material.provision.is_supplied())
        .map(|material| version.paper(material))
        .collect()
}
