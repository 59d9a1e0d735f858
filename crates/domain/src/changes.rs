//! What became of each step: kept, dropped, new, merged, split, or changed, and in which ways.
//!
//! [`crate::align`] says which steps correspond; here is what changed between them. Each step of either
//! walk is in exactly one group, and a group carries every kind that holds.

mod group;
mod order;

use serde::{Deserialize, Serialize};

use crate::align::papers::{self, PaperGroup};
use crate::align::places::Places;
use crate::align::{self, Confidence, Correspondence, Keys, Looks, Pin, PinError, Set};
use crate::key::StepKey;
use crate::walk::Walk;
use group::Compared;

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
    /// 合并: several steps became one.
    Merged,
    /// 拆分: one step became several.
    Split,
    /// 改名
    Renamed,
    /// 改并行: one came before another, and neither does now.
    MadeParallel,
    /// 改串行
    MadeSequential,
    /// 移序: what came before another comes after it.
    Reordered,
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
    pub const ALL: [ChangeKind; 22] = {
        use ChangeKind::*;
        [
            Kept,
            Dropped,
            Added,
            Merged,
            Split,
            Renamed,
            MadeParallel,
            MadeSequential,
            Reordered,
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
            Merged => Split,
            Split => Merged,
            MadeParallel => MadeSequential,
            MadeSequential => MadeParallel,
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
            same @ (Kept | Renamed | Reordered | Relocated | LegalBasisChanged | Adjusted) => same,
        }
    }

    /// Whether it is lighter or heavier for the applicant.
    pub fn weight(self) -> Weight {
        use ChangeKind::*;
        match self {
            Dropped | Merged | MadeParallel | MovedOnline | MovedToBackOffice | Shortened
            | FewerMaterials | Cheaper => Weight::Lighter,
            Added | Split | MadeSequential | MovedOffline | MovedToApplicant | Lengthened | MoreMaterials
            | Dearer => Weight::Heavier,
            Kept | Renamed | Reordered | Relocated | LegalBasisChanged | Adjusted => Weight::Neither,
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
    /// What kinds of change, at least one, in the order of [`ChangeKind::ALL`].
    pub kinds: Vec<ChangeKind>,
    /// The fields that differ between one step and one step; empty for any other group.
    pub fields: Vec<Field>,
    /// How sure it is that they correspond.
    pub confidence: Confidence,
    /// Why they were taken to correspond; empty for a step alone.
    pub reasons: Vec<Reason>,
}

/// Why steps, or papers, were taken to correspond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// 人工指定
    Pinned,
    /// 同一编号
    SameKey,
    /// 同名
    SameName,
    /// 名称相近
    LikeName,
    /// 同一动作
    SameAct,
    /// 同窗
    SameWindow,
    /// 同地
    SamePlace,
    /// 材料相同
    SamePapers,
    /// 结果相同
    SameOutputs,
    /// 依据相同
    SameRule,
    /// 前后环节相应
    SameNeighbours,
    /// 用在相应的环节
    SameSteps,
}

impl Reason {
    /// All, in the order in which they are told.
    pub const ALL: [Reason; 12] = {
        use Reason::*;
        [
            Pinned,
            SameKey,
            SameName,
            LikeName,
            SameAct,
            SameWindow,
            SamePlace,
            SamePapers,
            SameOutputs,
            SameRule,
            SameNeighbours,
            SameSteps,
        ]
    };
}

/// What became of everything on two walks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// Every step of either, each in exactly one group; in the order of the second walk, with dropped
    /// steps where they were.
    pub steps: Vec<StepGroup>,
    /// Every paper of either, each in exactly one group.
    pub papers: Vec<PaperGroup>,
    /// Which places and windows are one.
    pub places: Places,
}

/// What became of the steps and papers of one walk on another. `keys` says whether the two files mean
/// the same by a key; `pins` go before everything else.
///
/// # Errors
///
/// [`PinError`] where a pin names a step that is on neither walk, or pins contradict each other.
pub fn between(first: &Walk<'_>, second: &Walk<'_>, keys: Keys, pins: &[Pin]) -> Result<Changes, PinError> {
    between_looks(&Looks::of(first), &Looks::of(second), keys, pins)
}

/// The same of walks that have been read, so that who compares one with many reads each once.
///
/// # Errors
///
/// As [`between`].
pub fn between_looks(
    first: &Looks<'_>,
    second: &Looks<'_>,
    keys: Keys,
    pins: &[Pin],
) -> Result<Changes, PinError> {
    let pinned = align::pinned_groups(first.walk, second.walk, pins)?;
    // Of two versions, always the same one is looked at first: so exchanging them mirrors everything.
    let (mut changes, places) = if first.comes_before(second) {
        found(first, second, keys, pinned)
    } else {
        let pinned = pinned.into_iter().map(|(a, b)| (b, a)).collect();
        let (changes, mut places) = found(second, first, keys, pinned);
        places.iter_mut().for_each(|[first, second]| std::mem::swap(first, second));
        (changes.mirrored(), places)
    };
    changes.steps = in_order_of_second(changes.steps, &places);
    Ok(changes)
}

/// Where the first step of a group stands on either walk; nowhere where it has none.
type Stands = [Option<usize>; 2];

fn found(
    first: &Looks<'_>,
    second: &Looks<'_>,
    keys: Keys,
    pinned: Vec<align::Positions>,
) -> (Changes, Vec<Stands>) {
    let groups = align::align(first, second, keys, pinned);
    let papers = papers::align(first, second, keys, &groups);
    let orders = order::changes(first.walk, second.walk, &groups);
    let places = Places::align(first, second, keys, &groups);
    let compared = Compared { first, second, papers: &papers, places: &places };
    let beside = beside_each_other(first.walk, second.walk, &groups);
    let told = groups.iter().zip(orders).zip(beside);
    let steps = told.map(|((group, order), beside)| compared.group(group, order, beside)).collect();
    let stands = groups.iter().map(|group| [group.first.first().copied(), group.second.first().copied()]);
    (Changes { steps, papers: papers.groups, places }, stands.collect())
}

/// Of each group, whether what stands directly before it, or directly after, corresponds too.
fn beside_each_other(first: &Walk<'_>, second: &Walk<'_>, groups: &[Correspondence]) -> Vec<bool> {
    let group_of = |count: usize, half: fn(&Correspondence) -> &[usize]| {
        let mut group_of = vec![0; count];
        for (at, group) in groups.iter().enumerate() {
            half(group).iter().for_each(|step| group_of[*step] = at);
        }
        group_of
    };
    let of_first = group_of(first.steps.len(), |group| &group.first);
    let of_second = group_of(second.steps.len(), |group| &group.second);
    let mut beside = vec![false; groups.len()];
    for (at, group) in groups.iter().enumerate() {
        let before = |steps: &[usize], walk: &Walk<'_>, group_of: &[usize]| {
            let before = steps.iter().flat_map(|step| &walk.after[*step]);
            Set::of(groups.len(), before.map(|step| group_of[*step]).filter(|other| *other != at))
        };
        let on_first = before(&group.first, first, &of_first);
        let on_second = before(&group.second, second, &of_second);
        for other in on_first.both(&on_second) {
            (beside[at], beside[other]) = (true, true);
        }
    }
    beside
}

impl Changes {
    /// The same looked at from the other side.
    fn mirrored(mut self) -> Changes {
        for group in &mut self.steps {
            std::mem::swap(&mut group.first, &mut group.second);
            group.kinds.iter_mut().for_each(|kind| *kind = kind.mirror());
            group.kinds.sort_unstable();
        }
        for group in &mut self.papers {
            std::mem::swap(&mut group.first, &mut group.second);
            group.changes.iter_mut().for_each(|change| *change = change.mirror());
            group.changes.sort_unstable();
        }
        self.places = self.places.mirrored();
        self
    }
}

/// Puts groups in the order of the second walk; what was dropped is told before what followed it.
fn in_order_of_second(groups: Vec<StepGroup>, stands: &[Stands]) -> Vec<StepGroup> {
    let mut placed: Vec<(&Stands, StepGroup)> = stands.iter().zip(groups).collect();
    placed.sort_by_key(|([first, second], _)| (*second, *first));
    let alone = placed.partition_point(|([_, second], _)| second.is_none());
    let stay = placed.split_off(alone);
    let mut dropped = placed.into_iter().peekable();
    let mut ordered = Vec::with_capacity(stands.len());
    for ([first, _], group) in stay {
        while dropped.peek().is_some_and(|([gone, _], _)| first.is_some() && gone < first) {
            ordered.extend(dropped.next().map(|(_, gone)| gone));
        }
        ordered.push(group);
    }
    ordered.extend(dropped.map(|(_, gone)| gone));
    ordered
}
