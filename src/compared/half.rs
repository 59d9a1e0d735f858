//! One half of a comparison: a version, the walk on which it is measured, and the names of what is in it.

use std::sync::{Arc, OnceLock};

use domain::compare::Side;
use domain::key::{ChoiceKey, MaterialKey, WindowKey};
use domain::material::Material;
use domain::schedule::{NoSchedule, Schedule, schedule};
use domain::service::Place;
use domain::step::When;
use domain::visits::{self, Visits};
use domain::walk::{Walk, easiest_walk};
use domain::{
    Answers, MeasureKind, PlaceKey, Service, Step, StepKey, Value, Version, VersionId, measure_over_all,
};

/// A version with its service, on its easiest walk for the answers in force.
pub struct Half {
    service: Arc<Service>,
    /// Where the version stands in its service.
    at: usize,
    label: String,
    given: Answers,
    walk: Option<Arc<Walked>>,
    over_all: OnceLock<Vec<(MeasureKind, Value)>>,
}

/// A walk, and what was found out about it; two halves on the same walk share it.
struct Walked {
    facts: WalkFacts,
    visits: OnceLock<Option<Visits>>,
    schedule: OnceLock<Result<Schedule, NoSchedule>>,
}

/// A [`Walk`] without what it borrows: steps by their positions in the version.
#[derive(PartialEq)]
struct WalkFacts {
    steps: Vec<usize>,
    after: Vec<Vec<usize>>,
    answers: Answers,
    taken: Vec<(ChoiceKey, StepKey)>,
}

impl Half {
    /// A version on its easiest walk; `named_alone` where its name needs no service beside it.
    pub fn new(
        service: Arc<Service>,
        version: &VersionId,
        answers: &Answers,
        named_alone: bool,
    ) -> Option<Half> {
        let at = service.versions.iter().position(|other| other.id == *version)?;
        let version = &service.versions[at];
        let label =
            if named_alone { version.label.clone() } else { format!("{} {}", service.name, version.label) };
        let walk = easiest_walk(&service, version, answers).ok().map(|walk| WalkFacts {
            steps: walk.steps.iter().filter_map(|step| position(version, &step.key)).collect(),
            after: walk.after,
            answers: walk.answers,
            taken: walk.taken,
        });
        let walk =
            walk.map(|facts| Arc::new(Walked { facts, visits: OnceLock::new(), schedule: OnceLock::new() }));
        Some(Half { service, at, label, given: answers.clone(), walk, over_all: OnceLock::new() })
    }

    /// Whether the other is the same version on the same walk, so that everything but what depends on
    /// open questions is the same.
    pub(super) fn is_on_the_walk_of(&self, other: &Half) -> bool {
        let is_same_walk = match (&self.walk, &other.walk) {
            (Some(one), Some(another)) => Arc::ptr_eq(one, another) || one.facts == another.facts,
            (None, None) => self.given == other.given,
            _ => false,
        };
        is_same_walk && self.at == other.at && Arc::ptr_eq(&self.service, &other.service)
    }

    /// Goes on with what was found out about the walk by the other, which is on it.
    pub(super) fn remember(&mut self, other: &Half) {
        self.walk.clone_from(&other.walk);
    }

    /// The service.
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// The service, to keep.
    pub fn shared_service(&self) -> Arc<Service> {
        self.service.clone()
    }

    /// The version.
    pub fn version(&self) -> &Version {
        &self.service.versions[self.at]
    }

    /// Both, as the kernel takes them.
    pub fn side(&self) -> Side<'_> {
        Side { service: &self.service, version: self.version() }
    }

    /// What the version is called; with its service, where the other half is of another.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Whether it belongs to the demonstration district.
    pub fn is_illustrative(&self) -> bool {
        self.service.illustrative
    }

    /// The walk that is measured and drawn; `None` where there are too many to look for the easiest.
    /// Where nobody has told the steps it has none.
    pub fn walk(&self) -> Option<Walk<'_>> {
        let facts = &self.walk.as_ref()?.facts;
        let version = self.version();
        Some(Walk {
            service: &self.service,
            version,
            steps: facts.steps.iter().map(|at| &version.steps[*at]).collect(),
            after: facts.after.clone(),
            answers: facts.answers.clone(),
            taken: facts.taken.clone(),
        })
    }

    /// The fewest visits of [`Half::walk`]; `None` where nobody can tell.
    pub fn visits(&self) -> Option<&Visits> {
        let walked = self.walk.as_ref()?;
        walked.visits.get_or_init(|| visits::fewest(&self.walk()?)).as_ref()
    }

    /// The days of [`Half::walk`], counted from the first contact without a date.
    pub fn schedule(&self) -> Result<&Schedule, &NoSchedule> {
        let Some(walked) = self.walk.as_ref() else { return Err(&NoSchedule::TooLarge) };
        let found = walked
            .schedule
            .get_or_init(|| self.walk().map_or(Err(NoSchedule::TooLarge), |walk| schedule(&walk)));
        found.as_ref()
    }

    /// The answers on [`Half::walk`] to the questions that this version asks, given or assumed.
    pub fn answers(&self) -> Option<&Answers> {
        self.walk.as_ref().map(|walk| &walk.facts.answers)
    }

    /// Whether an answer that is not given, or a choice, still decides which steps there are.
    pub fn is_open(&self) -> bool {
        self.version().steps.iter().any(|step| {
            let asks = |when: &When| !self.given.contains_key(&when.situation);
            step.choice.is_some() || step.when.as_ref().is_some_and(asks)
        })
    }

    /// A measure over every walk that is still open; `None` where nothing is open, and where there are
    /// too many walks to tell.
    pub fn over_all(&self, kind: MeasureKind) -> Option<&Value> {
        let all = self.over_all.get_or_init(|| {
            let open = self.is_open();
            let measured = open.then(|| measure_over_all(&self.service, self.version(), &self.given).ok());
            measured.flatten().unwrap_or_default()
        });
        all.iter().find(|(of, _)| *of == kind).map(|(_, value)| value)
    }

    /// A step of the version, on the walk or not.
    pub fn step(&self, key: &StepKey) -> Option<&Step> {
        self.version().step(key)
    }

    /// The name of a step; empty for a key that is none, which no comparison has.
    pub fn step_name(&self, key: &StepKey) -> &str {
        self.step(key).map_or("", |step| &step.name)
    }

    /// The names of steps, in their order.
    pub fn step_names(&self, keys: &[StepKey]) -> Vec<String> {
        keys.iter().map(|key| self.step_name(key).to_owned()).collect()
    }

    /// A place of the service.
    pub fn place(&self, key: &PlaceKey) -> Option<&Place> {
        self.service.place(key)
    }

    /// The name of a place.
    pub fn place_name(&self, key: &PlaceKey) -> &str {
        self.place(key).map_or("", |place| &place.name)
    }

    /// The name of a window at a place.
    pub fn window_name(&self, place: &PlaceKey, window: &WindowKey) -> &str {
        self.service.window(place, window).map_or("", |window| &window.name)
    }

    /// A material of the version.
    pub fn material(&self, key: &MaterialKey) -> Option<&Material> {
        self.version().material(key)
    }

    /// The name of a material.
    pub fn material_name(&self, key: &MaterialKey) -> &str {
        self.material(key).map_or("", |material| &material.name)
    }
}

fn position(version: &Version, key: &StepKey) -> Option<usize> {
    version.steps.iter().position(|step| step.key == *key)
}
