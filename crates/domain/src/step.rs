//! 环节: the steps of a version, who does them, and by what way.

use serde::{Deserialize, Serialize};

use crate::evidence::Evidence;
use crate::key::*;
use crate::span::Span;

/// 环节: one step of a version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Names the step in this version, and the same step in others.
    pub key: StepKey,
    /// Its name.
    pub name: String,
    /// 阶段
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<String>,
    /// Who does it.
    pub actor: Actor,
    /// Whether the applicant takes part.
    pub side: Side,
    /// The steps that must all be finished before this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<StepKey>,
    /// Exactly one step of each such group is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<ChoiceKey>,
    /// Whether one may leave it out; optional steps count in no measure.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// The situation in which it applies; always, where left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// By what way.
    pub channel: Channel,
    /// 地
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<PlaceKey>,
    /// 窗 at [`Step::place`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowKey>,
    /// Time to get ready; left out where unknown, `"none"` where there is none. So are the next.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prepare: Option<Span>,
    /// Time in the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<Span>,
    /// Time at the counter, or at the screen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Span>,
    /// Time until the next step can begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Span>,
    /// What is handed in.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<MaterialKey>,
    /// What is handed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outputs: Vec<String>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fee: Option<Fee>,
    /// The rule that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<String>,
    /// Why all of this may be believed.
    pub evidence: Evidence,
}

impl Step {
    /// Whether the applicant must go somewhere for it.
    pub fn on_site(&self) -> bool {
        self.side == Side::External && self.channel.is_on_site()
    }
}

/// Who does a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// 申请人
    Applicant,
    /// 窗口
    Window,
    /// 部门
    Department,
    /// 第三方
    ThirdParty,
}

/// Whether a step needs the applicant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// A needed interaction between applicant and administration.
    External,
    /// Work behind the counter (后台).
    Internal,
}

/// By what way a step is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 线下窗口
    Counter,
    /// 自助; a kiosk is a window.
    Kiosk,
    /// 网上
    Online,
    /// 邮寄
    Post,
    /// 电话
    Phone,
    /// 免申: it happens by itself.
    Automatic,
}

impl Channel {
    /// Whether one must be there in person.
    pub fn is_on_site(self) -> bool {
        matches!(self, Channel::Counter | Channel::Kiosk)
    }
}

/// The situation in which a step applies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct When {
    /// The question.
    pub situation: SituationKey,
    /// The answers with which the step applies, at least one.
    pub any_of: Vec<AnswerKey>,
}

/// 费用, in whole yuan, `min <= max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The least, in yuan.
    pub min_yuan: u32,
    /// The most, in yuan.
    pub max_yuan: u32,
}
