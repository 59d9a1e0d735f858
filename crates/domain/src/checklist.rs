//! 我的清单: what one applicant with given answers has ready, and where they go, in the order in which they do
//! it. What it says of a version is what the version says; what nobody has told is left out, never guessed.
//!
//! - **Papers.** One paper is told once, however often it is handed in and by whatever key (`same_as`). A step that
//!   waives it asks for nothing where another does not. Where steps ask in different ways, the way that asks most of
//!   the applicant counts. What another step hands out before the first that asks for it need not be ready at the
//!   beginning, and says where it comes from.
//! - **Forms.** Each form that is asked for is told: of originals as many as the step that asks for most; of copies
//!   and files those of all steps together, because they stay at the counter.
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
use crate::visits::{self, Visit, Visits};
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
    /// In which forms, and how many of each, at least 1; in the order in which they are asked for.
    pub forms: Vec<(MaterialForm, u32)>,
    /// How it reaches the administration.
    pub provision: Provision,
    /// The steps at which it is handed in, each once, or would be if it were not waived.
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
    Ok(checklist_on(&walk, &visits, answers))
}

/// The same on a walk that was found already, with its fewest visits; `answers` are those that were given.
pub fn checklist_on(walk: &Walk<'_>, visits: &Visits, answers: &Answers) -> Checklist {
    let asked = walk.service.situations.iter().map(|situation| &situation.key);
    let open = asked.filter(|key| walk.answers.get(key).is_some_and(|taken| answers.get(key) != Some(taken)));
    Checklist { open: open.cloned().collect(), papers: papers(walk), stops: stops(walk, &visits.plan) }
}

fn papers(walk: &Walk<'_>) -> Vec<Paper> {
    let mut asks: Vec<(MaterialKey, Vec<Ask<'_>>)> = Vec::new();
    for step in walk.steps.iter().filter(|step| step.side == Side::External) {
        for material in step.materials.iter().filter_map(|key| walk.version.material(key)) {
            let (paper, ask) = (walk.version.paper(material), Ask { material, step: &step.key });
            match asks.iter_mut().find(|(known, _)| *known == paper) {
                Some((_, asks)) => asks.push(ask),
                None => asks.push((paper, vec![ask])),
            }
        }
    }
    let carried = carried(walk);
    asks.into_iter().map(|(paper, asks)| Paper::of(paper, &asks, &carried)).collect()
}

/// A step that asks for a paper in one of its forms.
struct Ask<'a> {
    material: &'a Material,
    step: &'a StepKey,
}

impl Paper {
    fn of(material: MaterialKey, asks: &[Ask<'_>], carried: &[Finding]) -> Paper {
        let is_supplied = asks.iter().any(|ask| ask.material.provision.is_supplied());
        let counted = || asks.iter().filter(|ask| ask.material.provision.is_supplied() == is_supplied);
        let provision = counted().map(|ask| ask.material.provision).rev().max_by_key(asked_of_applicant);
        let mut forms: Vec<(MaterialForm, u32)> = Vec::new();
        let mut steps: Vec<StepKey> = Vec::new();
        for Ask { material, step } in counted() {
            match forms.iter_mut().find(|(form, _)| *form == material.form) {
                Some((MaterialForm::Original, copies)) => *copies = material.copies.max(*copies),
                Some((_, copies)) => *copies = copies.saturating_add(material.copies),
                None => forms.push((material.form, material.copies)),
            }
            // Two forms of one paper at one step are handed in once.
            if !steps.contains(step) {
                steps.push((*step).clone());
            }
        }
        let handed_out_at = carried.iter().find_map(|finding| match finding {
            Finding::CarriedBetweenWindows { from, to, material: paper, .. } => {
                (*paper == material && to.contains(steps.first()?)).then(|| from.clone())
            }
            _ => None,
        });
        // A paper is in the list because some step asks for it.
        let provision = provision.unwrap_or(Provision::Submitted);
        Paper { material, forms, provision, steps, handed_out_at }
    }

    /// Whether it is to be ready before the first step: it is supplied, not later, and nobody hands it out
    /// on the way.
    pub fn is_ready_first(&self) -> bool {
        self.provision.is_supplied() && self.provision != Provision::Later && self.handed_out_at.is_none()
    }
}

/// How much a provision asks of the applicant, beside others.
fn asked_of_applicant(provision: &Provision) -> u8 {
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
