//! 换位跑: one recorded walk through a service, the problems it found, and what was done about them.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::error::ParseError;
use crate::evidence::{Evidence, Source};
use crate::key::*;
use crate::reported::Told;
use crate::service::Service;
use crate::span::Span;
use crate::validate;

/// A run (换位跑), known to be free of contradiction in itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "RunDocument")]
pub struct Run(RunDocument);

impl Run {
    /// Reads a run file. The error names the place in the input and what is wrong there.
    ///
    /// # Errors
    ///
    /// [`ParseError`] where it is no JSON, not in the format, or contradicts itself.
    pub fn parse(text: &str) -> Result<Run, ParseError> {
        crate::error::read_document::<RunDocument>(text)?.try_into()
    }

    /// Checks what the run says of the service it ran: its version, its steps, its mark.
    ///
    /// # Errors
    ///
    /// [`ParseError`] at the first thing that the service does not have, or has otherwise.
    pub fn check_against(&self, service: &Service) -> Result<(), ParseError> {
        let refuse = |at: String, fault: String| Err(ParseError::new(at, fault));
        if service.illustrative != self.illustrative {
            return refuse(
                "illustrative".into(),
                "a run and its service are both 示例, or neither is".into(),
            );
        }
        let version = match &self.version {
            None => None,
            Some(id) => match service.version(id) {
                None => {
                    return refuse("version".into(), format!("`{}` has no version `{id}`", service.id));
                }
                found => found,
            },
        };
        let unknown = |key: &StepKey| version.is_none_or(|v| v.step(key).is_none());
        for (i, timed) in self.steps.iter().enumerate() {
            if unknown(&timed.step) {
                return refuse(
                    format!("steps[{i}].step"),
                    format!("the version has no step `{}`", timed.step),
                );
            }
        }
        for (i, problem) in self.problems.iter().enumerate() {
            if let Some(step) = &problem.step
                && unknown(step)
            {
                return refuse(format!("problems[{i}].step"), format!("the version has no step `{step}`"));
            }
            if let Some(id) = &problem.resolved_by
                && service.version(id).is_none()
            {
                return refuse(
                    format!("problems[{i}].resolved_by"),
                    format!("`{}` has no version `{id}`", service.id),
                );
            }
        }
        Ok(())
    }
}

impl Deref for Run {
    type Target = RunDocument;
    fn deref(&self) -> &RunDocument {
        &self.0
    }
}

impl TryFrom<RunDocument> for Run {
    type Error = ParseError;
    fn try_from(document: RunDocument) -> Result<Run, ParseError> {
        validate::run(&document)?;
        Ok(Run(document))
    }
}

/// What a run file says, before anybody has asked whether it makes sense.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunDocument {
    /// The version of the format; 1.
    pub format: u32,
    /// Its id, which is also its address.
    pub id: RunId,
    /// What was run.
    pub title: String,
    /// Whether it belongs to the demonstration district.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
    /// 片区
    pub area: String,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The service that was run, where it is one the product carries.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceId>,
    /// The version that was run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<VersionId>,
    /// As whom: 以人才身份. A role, never a person.
    pub as_whom: String,
    /// The day of the run; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub on: Option<jiff::civil::Date>,
    /// What was walked through, in order, in words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub walked: Vec<String>,
    /// The steps that were timed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<TimedStep>,
    /// 齐 优 高 好 佳
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scores: Option<Scores>,
    /// 问题
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
    /// 举措
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Told>,
    /// The result as told; `None` where nobody told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Told>,
    /// Why it may be believed that the run took place.
    pub evidence: Evidence,
    /// 出处
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// What a runner timed at one step; what was not timed is left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimedStep {
    /// Which step.
    pub step: StepKey,
    /// In the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<Span>,
    /// At the counter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<Span>,
    /// Until the next step could begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Span>,
}

/// The runner's answers to the five questions, each 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scores {
    /// 服务要素「齐不齐」
    pub complete: u8,
    /// 服务流程「优不优」
    pub optimal: u8,
    /// 服务水平「高不高」
    pub skilled: u8,
    /// 政策落实「好不好」
    pub delivered: u8,
    /// 服务体验「佳不佳」
    pub pleasant: u8,
}

/// 问题: what a run found, and its way to closure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Problem {
    /// 查询码
    pub code: ProblemCode,
    /// The step it was found at, where it was at one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<StepKey>,
    /// What kind of problem.
    pub category: ProblemCategory,
    /// What is wrong, in words.
    pub text: String,
    /// 牵头单位
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_unit: Option<String>,
    /// 配合单位
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supporting_units: Vec<String>,
    /// What became of it, first `found`, each entry after the one before.
    pub history: Vec<ProblemEntry>,
    /// The version that mended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_by: Option<VersionId>,
    /// Why it may be believed.
    pub evidence: Evidence,
}

impl Problem {
    /// Where it stands now.
    pub fn state(&self) -> ProblemState {
        self.history.last().map_or(ProblemState::Found, |entry| entry.state)
    }
}

/// One entry in a problem's history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProblemEntry {
    /// The state it came into.
    pub state: ProblemState,
    /// The role of who brought it there; never a name.
    pub role: String,
    /// The day; `None` where the source does not say.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub on: Option<jiff::civil::Date>,
    /// What was said to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The way of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemState {
    /// 已发现
    Found,
    /// 已交办
    Assigned,
    /// 整改中
    UnderRepair,
    /// 已整改: the unit's own word.
    Repaired,
    /// 已核验: somebody else ran it again.
    Verified,
    /// 已确认: the resident says so.
    Confirmed,
    /// 不成立
    Unfounded,
    /// 无法解决
    Unsolvable,
}

/// What a problem is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProblemCategory {
    /// 材料
    Material,
    /// 环节
    Step,
    /// 时限
    TimeLimit,
    /// 跑动
    Trips,
    /// 窗口
    Window,
    /// 指引
    Guidance,
    /// 态度
    Attitude,
    /// 系统
    System,
    /// 政策
    Policy,
    /// 安全
    Safety,
    /// 其他
    Other,
}
