//! 假设: what a version would be if a step were taken out, moved online, merged with another or
//! shortened, or a paper waived.
//!
//! An experiment adds one version to a copy of the service, derived from the version it starts from and
//! let in by the same door as a file. So whatever measures, compares, dates or draws versions does so
//! with this one, and there is no second set of rules. Nothing of it is kept anywhere: the edits are the
//! experiment, and [`Edit`] is spelled so that an address can hold them.
//!
//! A supposition is neither measured nor published by anybody. Steps that an edit touches are worth
//! 推算 at most, and no promise and no median is carried over. 示例 stays 示例.

mod edits;
mod spelling;

use std::fmt;

use crate::align::Pin;
use crate::compare::{Comparison, Side, compare, compare_sides};
use crate::error::ParseError;
use crate::evidence::Evidence;
use crate::key::*;
use crate::service::{Answers, Editorial, InForce, InForceState, Service, ServiceDocument, Version};
use crate::span::Span;
use crate::step::Step;
use crate::terms;
use crate::walk::easiest_walk;

/// No experiment has more edits; it bounds the work that an address can ask for.
pub const MOST_EDITS: usize = 50;

/// One supposition about a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// 取消: the step is no more; what came after it comes after what it came after.
    Drop {
        /// Which.
        step: StepKey,
    },
    /// 转线上: no place, no window and no queue any more. Only of what is done on site.
    MoveOnline {
        /// Which.
        step: StepKey,
    },
    /// 合并: `step` is done together with `into`, where and how that one is done. Every minute at the
    /// counter and every wait stays; what falls away is the queue of `step`.
    Merge {
        /// The step that stays.
        into: StepKey,
        /// The step that becomes part of it.
        step: StepKey,
    },
    /// 缩时: at most so much, in the unit the step has.
    Shorten {
        /// Which.
        step: StepKey,
        /// What time of it.
        part: TimePart,
        /// The most from now on; less than the most until now.
        to: u32,
    },
    /// 减料: an office gets the paper by itself, wherever it is asked for.
    Waive {
        /// Which paper.
        material: MaterialKey,
        /// By what way.
        by: Waiver,
    },
}

/// A time of a step that can be shortened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimePart {
    /// 准备
    Prepare,
    /// 排队
    Queue,
    /// 办理
    Counter,
    /// 等待
    Wait,
}

impl TimePart {
    /// All parts, in the order in which they pass.
    pub const ALL: [TimePart; 4] = [TimePart::Prepare, TimePart::Queue, TimePart::Counter, TimePart::Wait];

    /// This time of a step, where it is stated.
    pub fn of(self, step: &Step) -> Option<Span> {
        match self {
            TimePart::Prepare => step.prepare,
            TimePart::Queue => step.queue,
            TimePart::Counter => step.counter,
            TimePart::Wait => step.wait,
        }
    }
}

/// How a paper may come to be waived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiver {
    /// 免交·数据共享
    Sharing,
    /// 免交·电子证照; only of what a department issues.
    Licence,
}

/// Why an edit, or the experiment itself, can't be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyRefused {
    /// The service has no version with this id.
    NoSuchVersion(VersionId),
    /// Nobody has told the steps of the version.
    NoSteps,
    /// There are [`MOST_EDITS`] already.
    TooManyEdits,
    /// No step has this key, or none has it any more.
    NoSuchStep(StepKey),
    /// No step asks for a paper with this key, or none does any more.
    NoSuchPaper(MaterialKey),
    /// It is the only step left, and a process of no step is none.
    LastStep,
    /// One need not be anywhere for it.
    NotOnSite(StepKey),
    /// A step can't be merged with itself.
    WithItself(StepKey),
    /// This step comes after the one and before the other, so the two can't be one.
    ComesBetween(StepKey),
    /// The one is work of the applicant, the other work behind the counter.
    FrontAndBack,
    /// Not everybody who takes the one takes the other: a situation, a choice, an option.
    NotTakenTogether,
    /// This time of the step is not stated.
    TimeNotTold(StepKey, TimePart),
    /// It is as short already.
    NotShorter(StepKey, TimePart),
    /// The applicant does not hand it in as it is.
    AlreadyWaived(MaterialKey),
    /// There is no licence of what the applicant makes.
    NotIssued(MaterialKey),
    /// The version that would come out contradicts itself.
    Contradiction(ParseError),
}

impl fmt::Display for WhyRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WhyRefused::NoSuchVersion(id) => write!(f, "no version has the id `{id}`"),
            WhyRefused::NoSteps => write!(f, "nobody has told the steps of the version"),
            WhyRefused::TooManyEdits => write!(f, "an experiment has at most {MOST_EDITS} edits"),
            WhyRefused::NoSuchStep(key) => write!(f, "no step has the key `{key}`"),
            WhyRefused::NoSuchPaper(key) => write!(f, "no step asks for a paper with the key `{key}`"),
            WhyRefused::LastStep => write!(f, "it is the only step left"),
            WhyRefused::NotOnSite(key) => write!(f, "the step `{key}` is not done on site"),
            WhyRefused::WithItself(key) => write!(f, "`{key}` can't be merged with itself"),
            WhyRefused::ComesBetween(key) => write!(f, "the step `{key}` comes between the two"),
            WhyRefused::FrontAndBack => write!(f, "one step is the applicant's, the other is not"),
            WhyRefused::NotTakenTogether => write!(f, "not everybody takes both steps"),
            WhyRefused::TimeNotTold(key, _) => write!(f, "this time of the step `{key}` is not stated"),
            WhyRefused::NotShorter(key, _) => write!(f, "this time of the step `{key}` is as short already"),
            WhyRefused::AlreadyWaived(key) => write!(f, "the paper `{key}` is not handed in as it is"),
            WhyRefused::NotIssued(key) => write!(f, "no department issues the paper `{key}`"),
            WhyRefused::Contradiction(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for WhyRefused {}

/// A version of a service beside what it would be.
#[derive(Debug, Clone, PartialEq)]
pub struct Experiment {
    service: Service,
    base: VersionId,
    version: VersionId,
    edits: Vec<Edit>,
    /// What became of steps whose key alone does not tell.
    pins: Vec<Pin>,
}

impl Experiment {
    /// An experiment without an edit: the version beside itself.
    ///
    /// # Errors
    ///
    /// [`WhyRefused`] where there is no such version, it tells no steps, or there is no id left for another.
    pub fn of(service: &Service, base: &VersionId) -> Result<Experiment, WhyRefused> {
        let found = service.version(base).ok_or_else(|| WhyRefused::NoSuchVersion(base.clone()))?;
        if found.steps.is_empty() {
            return Err(WhyRefused::NoSteps);
        }
        let id = free_id(service)?;
        let supposed = Version {
            id: id.clone(),
            label: terms::HYPOTHESIS.to_owned(),
            derived_from: Some(base.clone()),
            in_force: InForce { state: InForceState::Unknown, from: None, to: None },
            editorial: Editorial::Draft,
            promised_limit: None,
            measured_limit: None,
            ..found.clone()
        };
        let mut document: ServiceDocument = (**service).clone();
        document.versions.push(supposed);
        let service = Service::try_from(document).map_err(WhyRefused::Contradiction)?;
        Ok(Experiment { service, base: base.clone(), version: id, edits: Vec::new(), pins: Vec::new() })
    }

    /// The experiment with one more edit.
    ///
    /// # Errors
    ///
    /// [`WhyRefused`] where the edit has no meaning in this version, or what comes out contradicts itself.
    pub fn with(&self, edit: Edit) -> Result<Experiment, WhyRefused> {
        let supposed = self.edited(&edit)?;
        let mut document: ServiceDocument = (*self.service).clone();
        document.versions.retain(|version| version.id != self.version);
        document.versions.push(supposed);
        let service = Service::try_from(document).map_err(WhyRefused::Contradiction)?;
        let (base, version) = (self.base.clone(), self.version.clone());
        let (edits, pins) = (self.edits.clone(), self.pins.clone());
        let mut next = Experiment { service, base, version, edits, pins };
        next.pin(&edit);
        next.edits.push(edit);
        Ok(next)
    }

    /// The experiment with those of the edits that can be, one after the other, and the others with
    /// the reason.
    pub fn with_all(self, edits: impl IntoIterator<Item = Edit>) -> (Experiment, Vec<(Edit, WhyRefused)>) {
        let mut refused = Vec::new();
        let experiment = edits.into_iter().fold(self, |experiment, edit| {
            experiment.with(edit.clone()).unwrap_or_else(|why| {
                refused.push((edit, why));
                experiment
            })
        });
        (experiment, refused)
    }

    /// Whether one more edit can be. It costs less than [`Experiment::with`], so a menu can ask it of
    /// everything it offers.
    pub fn allows(&self, edit: &Edit) -> bool {
        self.edited(edit).is_ok()
    }

    /// The service with the version that is supposed; it exists nowhere else.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// The version that the experiment starts from.
    pub fn base(&self) -> &VersionId {
        &self.base
    }

    /// The version that is supposed.
    pub fn version(&self) -> &VersionId {
        &self.version
    }

    /// What is supposed, in the order in which it was.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// What is compared as the edits say and not by likeness, of the steps that these answers leave: a
    /// merged step stands beside those it was made of, and one that was taken out stands alone.
    pub fn pins(&self, answers: &Answers) -> Vec<Pin> {
        let walk = |id| {
            let version = self.service.version(id)?;
            easiest_walk(&self.service, version, answers).ok()
        };
        let (Some(base), Some(supposed)) = (walk(&self.base), walk(&self.version)) else { return Vec::new() };
        let on = |walk: &crate::walk::Walk<'_>, keys: &[StepKey]| -> Vec<StepKey> {
            keys.iter().filter(|key| walk.steps.iter().any(|step| step.key == **key)).cloned().collect()
        };
        let pins = self
            .pins
            .iter()
            .map(|pin| Pin { first: on(&base, &pin.first), second: on(&supposed, &pin.second) });
        pins.filter(|pin| !pin.first.is_empty() || !pin.second.is_empty()).collect()
    }

    /// The version as it is beside what it would be.
    pub fn comparison(&self, answers: &Answers) -> Option<Comparison> {
        let side = |id| Some(Side { service: &self.service, version: self.service.version(id)? });
        let (base, supposed) = (side(&self.base)?, side(&self.version)?);
        let compared = compare_sides(base, supposed, answers, &self.pins(answers));
        Some(compared.unwrap_or_else(|_| compare(&self.service, base.version, supposed.version, answers)))
    }

    /// The version that is supposed, with one more edit.
    fn edited(&self, edit: &Edit) -> Result<Version, WhyRefused> {
        if self.edits.len() >= MOST_EDITS {
            return Err(WhyRefused::TooManyEdits);
        }
        let version =
            |id: &VersionId| self.service.version(id).ok_or_else(|| WhyRefused::NoSuchVersion(id.clone()));
        let (base, mut supposed) = (version(&self.base)?, version(&self.version)?.clone());
        edits::make(edit, &mut supposed)?;
        suppose(base, &mut supposed);
        Ok(supposed)
    }

    fn pin(&mut self, edit: &Edit) {
        let mut taken = |step: &StepKey| {
            let known = self.pins.iter().position(|pin| pin.second.contains(step));
            known.map_or_else(|| vec![step.clone()], |at| self.pins.remove(at).first)
        };
        match edit {
            Edit::Drop { step } => {
                let first = taken(step);
                self.pins.push(Pin { first, second: Vec::new() });
            }
            Edit::Merge { into, step } => {
                let first = [taken(into), taken(step)].concat();
                self.pins.push(Pin { first, second: vec![into.clone()] });
            }
            Edit::MoveOnline { .. } | Edit::Shorten { .. } | Edit::Waive { .. } => {}
        }
    }
}

/// Marks every step that differs from what it was as no more than supposed.
fn suppose(base: &Version, supposed: &mut Version) {
    let provisions = |version: &Version, step: &Step| -> Vec<_> {
        let materials = step.materials.iter().filter_map(|key| version.material(key));
        materials.map(|material| material.provision).collect()
    };
    let touched: Vec<StepKey> = supposed
        .steps
        .iter()
        .filter(|step| {
            base.step(&step.key)
                .is_none_or(|was| was != *step || provisions(base, was) != provisions(supposed, step))
        })
        .map(|step| step.key.clone())
        .collect();
    for step in supposed.steps.iter_mut().filter(|step| touched.contains(&step.key)) {
        if matches!(step.evidence, Evidence::Measured { .. } | Evidence::Published { .. }) {
            step.evidence = Evidence::Computed {};
        }
    }
}

/// An id that no version of the service has.
fn free_id(service: &Service) -> Result<VersionId, WhyRefused> {
    let taken = |id: &str| service.versions.iter().any(|version| version.id.as_str() == id);
    let mut id = String::from("hypothesis");
    while taken(&id) {
        id.push_str("-x");
    }
    id.parse().map_err(|e: KeyError| WhyRefused::Contradiction(ParseError::new("versions", e.to_string())))
}
