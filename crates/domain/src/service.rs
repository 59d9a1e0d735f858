//! The nouns of a service's process: what a process file says, and no more.
//!
//! The structs are plain, because a file is plain. What keeps them right is the door: a
//! [`Service`] comes into being only through `validate.rs`, which refuses a document that
//! contradicts itself. Everything that measures or compares starts from a `Service`.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::error::ParseError;
use crate::evidence::Source;
use crate::key::*;
use crate::material::Material;
use crate::reported::{Limit, Reported, Told};
use crate::span::{Span, TimeUnit};
use crate::step::Step;
use crate::validate;

/// A service (事项 / 一件事) with its versions, known to be free of contradiction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "ServiceDocument")]
pub struct Service(ServiceDocument);

impl Service {
    /// Reads a process file. The error names the place in the input and what is wrong there.
    ///
    /// # Errors
    ///
    /// [`ParseError`] where it is no JSON, not in the format, or contradicts itself.
    pub fn parse(text: &str) -> Result<Service, ParseError> {
        crate::error::read_document::<ServiceDocument>(text)?.try_into()
    }

    /// The version with this id.
    pub fn version(&self, id: &VersionId) -> Option<&Version> {
        self.0.versions.iter().find(|v| v.id == *id)
    }

    /// Whether `descendant` was derived from `ancestor`, directly or through others.
    pub fn descends(&self, descendant: &VersionId, ancestor: &VersionId) -> bool {
        let mut at = self.version(descendant).and_then(|v| v.derived_from.as_ref());
        while let Some(id) = at {
            if id == ancestor {
                return true;
            }
            at = self.version(id).and_then(|v| v.derived_from.as_ref());
        }
        false
    }

    /// The two versions to show to somebody who has chosen none: the first version, and the last
    /// of its descendants that is in force, or else the last descendant.
    pub fn default_pair(&self) -> Option<(&Version, &Version)> {
        let first = self.0.versions.first()?;
        let descendants = || self.0.versions.iter().filter(|v| self.descends(&v.id, &first.id));
        let last = descendants()
            .rfind(|v| v.in_force.state == InForceState::InForce)
            .or_else(|| descendants().next_back())?;
        Some((first, last))
    }

    /// The same service for somebody who needs so many minutes to places and back. An unknown place, and one whose
    /// way would be longer than [`LONGEST_SPAN`](crate::span::LONGEST_SPAN), is left be.
    pub fn with_ways(&self, minutes: &BTreeMap<PlaceKey, u32>) -> Service {
        let mut document = self.0.clone();
        for place in &mut document.places {
            let way = minutes.get(&place.key).map(|minutes| Span::new(*minutes, *minutes, TimeUnit::Minute));
            place.travel = way.and_then(Result::ok).or(place.travel);
        }
        Service(document)
    }

    /// The place with this key.
    pub fn place(&self, key: &PlaceKey) -> Option<&Place> {
        self.0.places.iter().find(|p| p.key == *key)
    }

    /// The window with this key at this place.
    pub fn window(&self, place: &PlaceKey, window: &WindowKey) -> Option<&Window> {
        self.place(place)?.windows.iter().find(|w| w.key == *window)
    }
}

impl Deref for Service {
    type Target = ServiceDocument;
    fn deref(&self) -> &ServiceDocument {
        &self.0
    }
}

impl TryFrom<ServiceDocument> for Service {
    type Error = ParseError;
    fn try_from(document: ServiceDocument) -> Result<Service, ParseError> {
        validate::service(&document)?;
        Ok(Service(document))
    }
}

/// What a service file says, before anybody has asked whether it makes sense.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ServiceDocument {
    /// The version of the format; 1.
    pub format: u32,
    /// Its id, which is also its address.
    pub id: ServiceId,
    /// 名称
    pub name: String,
    /// 别名: other words by which people look for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Whether it belongs to the demonstration district: then everything of it is 示例.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub illustrative: bool,
    /// 实施编码
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// 片区
    pub area: String,
    /// 服务对象; `None` where nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// 实施主体: a unit, never a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<String>,
    /// 办件类型
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handling: Option<Handling>,
    /// What it is, in one sentence.
    pub summary: String,
    /// 受理条件
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// What the applicant has in hand at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// 法定办结时限
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub legal_limit: Option<Limit>,
    /// 声明的到办事现场次数, as the authority declares it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared_visits: Option<u32>,
    /// How many cases there are in a year, at least 1; `None` where nobody knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cases_a_year: Option<u32>,
    /// 咨询电话; a number that belongs to an office.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// The service of the demonstration district that shows this one in detail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub illustrated_by: Option<ServiceId>,
    /// 报道值
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reported: Vec<Reported>,
    /// 举措: what was done, as reported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repairs: Vec<Told>,
    /// How we read the source where it can be read in more than one way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<String>,
    /// 情形
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub situations: Vec<Situation>,
    /// 地
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// 流程版本
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub versions: Vec<Version>,
    /// 出处
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// 服务对象
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// 自然人
    NaturalPerson,
    /// 法人
    LegalPerson,
    /// 自然人和法人
    Both,
}

impl Audience {
    /// Whether those who are `wanted` are served: what is for both is for each.
    pub fn includes(self, wanted: Audience) -> bool {
        self == wanted || self == Audience::Both
    }
}

/// 办件类型
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Handling {
    /// 即办件
    OnTheSpot,
    /// 承诺件
    Promised,
}

/// 情形: a question whose answer decides which steps and materials apply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// How steps point here.
    pub key: SituationKey,
    /// The question, as one would ask it at the counter.
    pub question: String,
    /// The answers, at least two.
    pub answers: Vec<Answer>,
}

/// One answer to a [`Situation`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// How steps point here.
    pub key: AnswerKey,
    /// The answer in words.
    pub label: String,
}

/// Answers somebody gave; questions not in here are open.
pub type Answers = BTreeMap<SituationKey, AnswerKey>;

/// 地: where the applicant must go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// How steps point here.
    pub key: PlaceKey,
    /// Its name.
    pub name: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// When it is open, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// The way there and back, once a visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub travel: Option<Span>,
    /// 窗: the counters there, kiosks included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub windows: Vec<Window>,
}

/// 窗: a counter the applicant must face.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// How steps point here.
    pub key: WindowKey,
    /// Its name.
    pub name: String,
}

/// 流程版本: one way a service is or was run.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Its id within the service.
    pub id: VersionId,
    /// A short name: 改革前, 省平台.
    pub label: String,
    /// The version this one was made from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<VersionId>,
    /// Whether people can use it.
    pub in_force: InForce,
    /// Where it stands with its editors.
    pub editorial: Editorial,
    /// 承诺办结时限
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_limit: Option<Limit>,
    /// 实测时限: the median of cases from 受理 to 办结; how many they were is in its evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measured_limit: Option<Limit>,
    /// 特别程序: named here, outside every limit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub special_procedures: Vec<String>,
    /// The step with whose end the application is 受理; the computed 时限 starts there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<StepKey>,
    /// The step with whose end it is 办结; the computed 时限 ends there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<StepKey>,
    /// 材料
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// 环节; empty where nobody has told them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

impl Version {
    /// The step with this key.
    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.steps.iter().find(|s| s.key == *key)
    }

    /// The material with this key.
    pub fn material(&self, key: &MaterialKey) -> Option<&Material> {
        self.materials.iter().find(|m| m.key == *key)
    }

    /// The paper a material is: itself, or the one it is the same as.
    pub fn paper(&self, material: &Material) -> MaterialKey {
        material.same_as.clone().unwrap_or_else(|| material.key.clone())
    }
}

/// Whether people can use a version, and since when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InForce {
    /// 已实施 / 即将实施 / 已停用 / 不详
    pub state: InForceState,
    /// The first day, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub from: Option<jiff::civil::Date>,
    /// The last day, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "crate::day::optional")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub to: Option<jiff::civil::Date>,
}

/// See [`InForce`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InForceState {
    /// 已实施
    InForce,
    /// 即将实施: announced, not yet true.
    Planned,
    /// 已停用: replaced by another version.
    Ended,
    /// 不详
    Unknown,
}

/// Where a version stands with its editors: 草稿 → 送审 → 已发布 → 已废止.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Editorial {
    /// 草稿
    Draft,
    /// 送审
    InReview,
    /// 已发布
    Published,
    /// 已废止
    Withdrawn,
}
