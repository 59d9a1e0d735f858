//! The field's standard terms in Simplified Chinese: what the exchange tables of public services call
//! the things that this crate names in English, and the sentences of findings made of these terms.
//!
//! This is the only file of the crate that speaks a display language. It is for whoever prints without
//! a catalogue of their own, such as the command line; pages have their own words.

use crate::changes::{ChangeKind, Field, Reason};
use crate::compare::Relation;
use crate::evidence::EvidenceKind;
use crate::findings::{Finding, FindingKind, Order, Suggestion};
use crate::key::{MaterialKey, PlaceKey, StepKey};
use crate::measure::{MeasureKind, Met, WhyUnknown};
use crate::reported::Unit;
use crate::service::{Service, Version};
use crate::span::{Span, TimeUnit};

/// The label of a version that is only supposed.
pub const HYPOTHESIS: &str = "假设";

impl MeasureKind {
    /// Its name: 地, 窗, 次.
    pub fn term(self) -> &'static str {
        match self {
            MeasureKind::Places => "地",
            MeasureKind::Windows => "窗",
            MeasureKind::Visits => "次",
            MeasureKind::ApplicantSteps => "申请人环节",
            MeasureKind::BackOfficeSteps => "后台环节",
            MeasureKind::Documents => "材料",
            MeasureKind::LegalLimit => "法定时限",
            MeasureKind::PromisedLimit => "承诺时限",
            MeasureKind::ComputedLimit => "推算时限",
            MeasureKind::Submissions => "提交份次",
            MeasureKind::WaivedShare => "免交比例",
            MeasureKind::WholeTime => "全程",
            MeasureKind::MeasuredLimit => "实测时限",
            MeasureKind::Burden => "负担",
            MeasureKind::Fees => "费用",
        }
    }

    /// The counter that follows its number; `None` for times, which carry their unit.
    pub fn counter(self) -> Option<&'static str> {
        match self {
            MeasureKind::Places => Some("个地方"),
            MeasureKind::Windows => Some("个窗口"),
            MeasureKind::Visits => Some("次"),
            MeasureKind::ApplicantSteps | MeasureKind::BackOfficeSteps => Some("个环节"),
            MeasureKind::Documents => Some("份"),
            MeasureKind::Submissions => Some("份次"),
            MeasureKind::Fees => Some("元"),
            MeasureKind::LegalLimit
            | MeasureKind::PromisedLimit
            | MeasureKind::ComputedLimit
            | MeasureKind::WaivedShare
            | MeasureKind::WholeTime
            | MeasureKind::MeasuredLimit
            | MeasureKind::Burden => None,
        }
    }
}

impl ChangeKind {
    /// Its name: 取消, 转线上.
    pub fn term(self) -> &'static str {
        match self {
            ChangeKind::Kept => "保留",
            ChangeKind::Dropped => "取消",
            ChangeKind::Added => "新增",
            ChangeKind::Merged => "合并",
            ChangeKind::Split => "拆分",
            ChangeKind::Renamed => "改名",
            ChangeKind::MadeParallel => "改并行",
            ChangeKind::MadeSequential => "改串行",
            ChangeKind::Reordered => "移序",
            ChangeKind::MovedOnline => "转线上",
            ChangeKind::MovedOffline => "转线下",
            ChangeKind::MovedToBackOffice => "转后台",
            ChangeKind::MovedToApplicant => "转前台",
            ChangeKind::Shortened => "缩时",
            ChangeKind::Lengthened => "延时",
            ChangeKind::FewerMaterials => "减料",
            ChangeKind::MoreMaterials => "增料",
            ChangeKind::Cheaper => "减费",
            ChangeKind::Dearer => "增费",
            ChangeKind::Relocated => "换地换窗",
            ChangeKind::LegalBasisChanged => "改依据",
            ChangeKind::Adjusted => "其他调整",
        }
    }
}

impl Reason {
    /// Why steps were taken to correspond: 同名, 同窗.
    pub fn term(self) -> &'static str {
        match self {
            Reason::Pinned => "人工指定",
            Reason::SameKey => "同一编号",
            Reason::SameName => "同名",
            Reason::LikeName => "名称相近",
            Reason::SameAct => "动作相同",
            Reason::SameWindow => "同窗",
            Reason::SamePlace => "同地",
            Reason::SamePapers => "材料相同",
            Reason::SameOutputs => "结果相同",
            Reason::SameRule => "依据相同",
            Reason::SameNeighbours => "前后环节相应",
            Reason::SameSteps => "用在相应的环节",
        }
    }
}

impl Field {
    /// Its name: 办理方式.
    pub fn term(self) -> &'static str {
        match self {
            Field::Name => "名称",
            Field::Stage => "阶段",
            Field::Actor => "由谁办",
            Field::Side => "前台后台",
            Field::After => "先后",
            Field::Channel => "办理方式",
            Field::Place => "地",
            Field::Window => "窗",
            Field::Prepare => "准备",
            Field::Queue => "排队",
            Field::Counter => "办理用时",
            Field::Wait => "等待",
            Field::Materials => "材料",
            Field::Outputs => "结果",
            Field::Fee => "费用",
            Field::LegalBasis => "依据",
        }
    }
}

impl Relation {
    /// What the first and the second version are called beside each other.
    pub fn terms(self) -> [&'static str; 2] {
        match self {
            Relation::BeforeAfter => ["改前", "改后"],
            Relation::AfterBefore => ["改后", "改前"],
            Relation::TwoWays => ["方式甲", "方式乙"],
            Relation::Same => ["同一版本", "同一版本"],
        }
    }
}

impl EvidenceKind {
    /// Its name: 实测, 公布.
    pub fn term(self) -> &'static str {
        match self {
            EvidenceKind::Measured => "实测",
            EvidenceKind::Published => "公布",
            EvidenceKind::Computed => "推算",
            EvidenceKind::SelfReported => "自报",
            EvidenceKind::Example => "示例",
        }
    }
}

impl Met {
    /// 达标, 未达标, 不详.
    pub fn term(self) -> &'static str {
        match self {
            Met::Yes => "达标",
            Met::No => "未达标",
            Met::Unknown => "不详",
        }
    }
}

impl TimeUnit {
    /// As it follows a number: 个工作日. Working days and natural days are never both 天.
    pub fn term(self) -> &'static str {
        match self {
            TimeUnit::Minute => "分钟",
            TimeUnit::Hour => "小时",
            TimeUnit::WorkingDay => "个工作日",
            TimeUnit::NaturalDay => "个自然日",
        }
    }
}

impl Unit {
    /// As it follows a number.
    pub fn term(&self) -> &str {
        match self {
            Unit::Time(unit) => unit.term(),
            Unit::Counted(counter) => counter,
        }
    }
}

impl Span {
    /// The span in words: 3–5 个工作日. No time at all is 当场.
    pub fn term(&self) -> String {
        match self.is_none() {
            true => "当场".to_owned(),
            false => format!("{} {}", range(self.min(), self.max()), self.unit().term()),
        }
    }
}

impl WhyUnknown {
    /// Why a value is unknown, as the end of a sentence.
    pub fn term(&self) -> &'static str {
        match self {
            WhyUnknown::NoSteps => "没有写明环节",
            WhyUnknown::NotStated => "没有写明",
            WhyUnknown::NoSpan => "没有写明从哪一环节受理、到哪一环节办结",
            WhyUnknown::UnknownWait(_) => "有一个环节要等多久不详",
            WhyUnknown::MixedDays => "有的按工作日、有的按自然日，没有起算日期加不起来",
            WhyUnknown::TooLarge => "环节太多，没有数",
            WhyUnknown::UnknownOwnTime(_) => "有一个环节自己要花多少时间不详",
            WhyUnknown::OwnTimeInDays(_) => "有一个环节自己要花的时间按天写，换不成分钟",
            WhyUnknown::UnknownTravel(_) => "有一个地方来回要多少分钟不详",
            WhyUnknown::NoDocuments => "一份材料也不要，没有比例可算",
        }
    }
}

impl FindingKind {
    /// Its name: 重复提交.
    pub fn term(self) -> &'static str {
        match self {
            FindingKind::CarriedBetweenWindows => "办出来又要交上去",
            FindingKind::SubmittedTwice => "重复提交",
            FindingKind::TwoVisitsCouldBeOne => "可以少跑",
            FindingKind::PaperStepWithOnlineTwin => "现场办有网上办法",
            FindingKind::DeclaredVisitsDiffer => "声明次数不符",
            FindingKind::PromiseAboveLaw => "承诺长于法定",
            FindingKind::CouldRunSideBySide => "可以并行",
            FindingKind::OnlyBundled => "只是合表",
            FindingKind::NoLegalBasis => "未写明依据",
        }
    }
}

impl Finding {
    /// What was found, in one sentence. `version` is the one it was found in; for what was found in a
    /// change, the first.
    pub fn sentence(&self, service: &Service, version: &Version) -> String {
        let names = Names { service, version };
        match self {
            Finding::CarriedBetweenWindows { from, output, to, .. } => {
                format!("「{}」出的{output}，办{}时又要申请人交。", names.step(from), names.steps(to))
            }
            Finding::SubmittedTwice { material, steps } => {
                format!("{}要交 {} 次：{}。", names.material(material), steps.len(), names.steps(steps))
            }
            Finding::TwoVisitsCouldBeOne { places, visits, possible, orders, .. } => format!(
                "现在最少跑 {visits} 次；{}，最少只要跑 {possible} 次，少去的是{}。",
                names.orders(orders),
                list(places.iter().map(|place| names.place(place)))
            ),
            Finding::PaperStepWithOnlineTwin { on_site, online, .. } => {
                format!("{}要到现场，也可以网上办{}。", names.steps(on_site), names.steps(online))
            }
            Finding::DeclaredVisitsDiffer { declared, min, max } => {
                format!("声明到办事现场 {declared} 次，按环节数是 {} 次。", range(*min, *max))
            }
            Finding::PromiseAboveLaw { promised, legal } => {
                format!("承诺 {}办结，比法定的 {}还长。", promised.term(), legal.term())
            }
            Finding::CouldRunSideBySide { order } => format!(
                "「{}」排在「{}」之后，却用不上它的结果。",
                names.step(&order.second),
                names.step(&order.first)
            ),
            Finding::OnlyBundled { before, after, materials } => format!(
                "材料从 {before} 份变成 {after} 份，但{}只是并进了别的材料，要的内容没有少。",
                list(materials.iter().map(|material| names.material(material)))
            ),
            Finding::NoLegalBasis { steps } => {
                format!("{} 个要申请人办的环节没有写明依据：{}。", steps.len(), names.steps(steps))
            }
        }
    }
}

impl Suggestion {
    /// What could be done, in one sentence; `version` as for [`Finding::sentence`].
    pub fn sentence(&self, service: &Service, version: &Version) -> String {
        let names = Names { service, version };
        match self {
            Suggestion::Share { material, steps } => {
                format!("{}由部门之间共享，办{}时免交。", names.material(material), names.steps(steps))
            }
            Suggestion::SubmitOnce { material, at, not_at } => format!(
                "{}只在「{}」交一次，办{}时共用。",
                names.material(material),
                names.step(at),
                names.steps(not_at)
            ),
            Suggestion::JoinVisits { steps } => format!("把{}排到一次去办。", names.steps(steps)),
            Suggestion::LeadOnline { steps } => {
                format!("引导网上办{}，窗口留给不方便上网的人。", names.steps(steps))
            }
            Suggestion::DeclareVisits { min, max } => {
                format!("把声明改成 {} 次，或者改环节让次数相符。", range(*min, *max))
            }
            Suggestion::PromiseAtMost { limit } => format!("承诺不超过 {}。", limit.term()),
            Suggestion::RunSideBySide { steps } => format!("{}可以同时开始。", names.steps(steps)),
            Suggestion::ReviewPapers { materials } => format!(
                "逐份核对{}是不是还需要。",
                list(materials.iter().map(|material| names.material(material)))
            ),
            Suggestion::StateBasis { steps } => {
                format!("写明{}的依据；没有依据的，取消。", names.steps(steps))
            }
        }
    }
}

/// A range as it stands in a sentence: 1–2.
pub fn range(min: u32, max: u32) -> String {
    if min == max { min.to_string() } else { format!("{min}–{max}") }
}

/// Names of a service in a sentence.
fn list(names: impl Iterator<Item = String>) -> String {
    names.collect::<Vec<_>>().join("、")
}

/// The names of what keys stand for. A key of which nothing is known stands for itself.
struct Names<'a> {
    service: &'a Service,
    version: &'a Version,
}

impl Names<'_> {
    fn step(&self, key: &StepKey) -> String {
        self.version.step(key).map_or_else(|| key.to_string(), |step| step.name.clone())
    }

    fn steps<'k>(&self, keys: impl IntoIterator<Item = &'k StepKey>) -> String {
        list(keys.into_iter().map(|key| format!("「{}」", self.step(key))))
    }

    fn material(&self, key: &MaterialKey) -> String {
        self.version.material(key).map_or_else(|| key.to_string(), |material| material.name.clone())
    }

    fn place(&self, key: &PlaceKey) -> String {
        self.service.place(key).map_or_else(|| key.to_string(), |place| place.name.clone())
    }

    fn orders(&self, orders: &[Order]) -> String {
        let told =
            |order: &Order| format!("「{}」不必等「{}」", self.step(&order.second), self.step(&order.first));
        list(orders.iter().map(told))
    }
}
