//! 我的清单: what one applicant with given answers has ready, and where they go, in the order in which they do
//! it. What it says of a version is what the version says; what nobody has told is left out, never guessed.
//!
//! - **Papers.** One paper is told once, however often it is handed in and by whatever key (`same_as`). Where
//!   steps ask for it in different ways, the way that asks most of the applicant counts. What an earlier step
//!   hands out need not be ready at the beginning, and says where it comes from.
//! - **Copies.** Of an original, as many as the step that asks for most; of copies and files, those of all
//!   steps together, because they stay at the counter.
//! - **Stops.** The visits are those of 次, waits at their longest ([`crate::visits`]), each behind what the
//!   applicant does from home before it can be made.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::findings::{Finding, carried};
use crate::key::{MaterialKey, PlaceKey, SituationKey, StepKey, WindowKey};
use crate::material::{Material, MaterialForm, Provision};
use crate::service::{Answers, Service, Version};
use crate::span::{Span, TimeUnit};
use crate::step::{Side, Step};
use crate::visits::{self, Visit};
use crate::walk::{TooManyWalks, Walk, easiest_walk};

/// What to have ready and where to go, in the order of going.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Checklist {
    /// The questions that decide something in this version and have no answer yet, in the order of the file.
    pub open: Vec<SituationKey>,
    /// The papers, in the order in which they are handed in.
    pub papers: Vec<Paper>,
    /// Where the applicant goes, and what they do from where they are.
    pub stops: Vec<Stop>,
}

/// One paper, or what stands in its stead.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paper {
    /// The material of the version that tells of it.
    pub material: MaterialKey,
    /// In which form.
    pub form: MaterialForm,
    /// How many, at least 1.
    pub copies: u32,
    /// How it reaches the administration.
    pub provision: Provision,
    /// The steps at which it is handed in, or would be if it were not waived.
    pub steps: Vec<StepKey>,
    /// The earlier step that hands it to the applicant; `None` where they bring it from the beginning.
    pub handed_out_at: Option<StepKey>,
}

/// One thing after another that the applicant does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "stop")]
pub enum Stop {
    /// A trip to one place.
    Visit {
        /// Which visit, from 1.
        number: u32,
        /// Where to.
        place: PlaceKey,
        /// The windows there, each once, in the order in which they are needed.
        windows: Vec<WindowKey>,
        /// What is done there, in order.
        steps: Vec<StepKey>,
        /// Queue and counter together, in minutes; `None` where a step does not tell both.
        there: Option<Span>,
    },
    /// Something done online, by phone or by post.
    Remote {
        /// Which step.
        step: StepKey,
    },
}

/// Why there is no [`Checklist`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoChecklist {
    /// Nobody has told the steps.
    NoSteps,
    /// There are more walks, or more steps, than are searched.
    TooLarge,
}

impl fmt::Display for NoChecklist {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            NoChecklist::NoSteps => "the version tells no steps",
            NoChecklist::TooLarge => "there are more steps or answers than are searched",
        })
    }
}

impl std::error::Error for NoChecklist {}

impl From<TooManyWalks> for NoChecklist {
    fn from(TooManyWalks: TooManyWalks) -> NoChecklist {
        NoChecklist::TooLarge
    }
}

/// The list for somebody who gave these answers. Where questions are open it is the one of the easiest walk
/// ([`easiest_walk`]).
///
/// # Errors
///
/// [`NoChecklist`] where nobody has told the steps, and beyond the bounds of the searches.
pub fn checklist(service: &Service, version: &Version, answers: &Answers) -> Result<Checklist, NoChecklist> {
    if version.steps.is_empty() {
        return Err(NoChecklist::NoSteps);
    }
    let walk = easiest_walk(service, version, answers)?;
    let visits = visits::fewest(&walk).ok_or(NoChecklist::TooLarge)?;
    let open = walk.answers.keys().filter(|question| answers.get(*question) != walk.answers.get(*question));
    let mut open: Vec<SituationKey> = open.cloned().collect();
    let place_in_file = |key: &SituationKey| service.situations.iter().position(|s| s.key == *key);
    open.sort_by_key(place_in_file);
    Ok(Checklist { open, papers: papers(&walk), stops: stops(&walk, &visits.plan) })
}

fn papers(walk: &Walk<'_>) -> Vec<Paper> {
    let carried = carried(walk);
    let mut papers: Vec<Paper> = Vec::new();
    for step in walk.steps.iter().filter(|step| step.side == Side::External) {
        for material in step.materials.iter().filter_map(|key| walk.version.material(key)) {
            let paper = walk.version.paper(material);
            let at = papers.iter().position(|known| known.material == paper).unwrap_or_else(|| {
                let handed_out_at = carried.iter().find_map(|finding| match finding {
                    Finding::CarriedBetweenWindows { from, material, .. } if *material == paper => {
                        Some(from.clone())
                    }
                    _ => None,
                });
                let steps = Vec::new();
                let Material { form, provision, .. } = *material;
                papers.push(Paper { material: paper, form, copies: 0, provision, steps, handed_out_at });
                papers.len() - 1
            });
            papers[at].ask_for(material, &step.key);
        }
    }
    papers
}

impl Paper {
    fn ask_for(&mut self, material: &Material, step: &StepKey) {
        self.copies = match material.form {
            MaterialForm::Original => self.copies.max(material.copies),
            MaterialForm::Copy | MaterialForm::Electronic => self.copies.saturating_add(material.copies),
        };
        if asked_of_applicant(material.provision) > asked_of_applicant(self.provision) {
            self.provision = material.provision;
        }
        self.steps.push(step.clone());
    }

    /// Whether it is to be ready before the first step: it is supplied, not later, and nobody hands it out
    /// on the way.
    pub fn is_ready_first(&self) -> bool {
        self.provision.is_supplied() && self.provision != Provision::Later && self.handed_out_at.is_none()
    }
}

/// How much a provision asks of the applicant, beside others.
fn asked_of_applicant(provision: Provision) -> u8 {
    match provision {
        Provision::WaivedByLicence | Provision::WaivedBySharing => 0,
        Provision::Commitment => 1,
        Provision::Later => 2,
        Provision::Submitted => 3,
    }
}

fn stops(walk: &Walk<'_>, plan: &[Visit]) -> Vec<Stop> {
    let remote = |step: &Step| step.side == Side::External && !step.channel.is_on_site();
    let mut waiting: Vec<usize> = (0..walk.steps.len()).filter(|i| remote(walk.steps[*i])).collect();
    let mut stops = Vec::new();
    for (visit, number) in plan.iter().zip(1..) {
        let taken = (0..walk.steps.len()).filter(|i| visit.steps.contains(&walk.steps[*i].key));
        let needed: Vec<usize> = taken.flat_map(|i| walk.before(i)).collect();
        let (before, rest): (Vec<usize>, Vec<usize>) = waiting.iter().partition(|i| needed.contains(i));
        stops.extend(before.into_iter().map(|i| Stop::Remote { step: walk.steps[i].key.clone() }));
        waiting = rest;
        stops.push(visited(walk, visit, number));
    }
    stops.extend(waiting.into_iter().map(|i| Stop::Remote { step: walk.steps[i].key.clone() }));
    stops
}

fn visited(walk: &Walk<'_>, visit: &Visit, number: u32) -> Stop {
    let steps: Vec<&Step> = visit.steps.iter().filter_map(|key| walk.version.step(key)).collect();
    let mut windows: Vec<WindowKey> = Vec::new();
    for window in steps.iter().filter_map(|step| step.window.as_ref()) {
        if !windows.contains(window) {
            windows.push(window.clone());
        }
    }
    let times = steps.iter().flat_map(|step| [step.queue, step.counter]);
    let sum = times.map(|time| time?.in_minutes()).try_fold((0_u32, 0_u32), |sum, time| {
        let (min, max) = time?;
        Some((sum.0.checked_add(min)?, sum.1.checked_add(max)?))
    });
    let there = sum.and_then(|(min, max)| Span::new(min, max, TimeUnit::Minute).ok());
    Stop::Visit { number, place: visit.place.clone(), windows, steps: visit.steps.clone(), there }
}
