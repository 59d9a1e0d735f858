//! Findings: what a reader of a process would point at, found by rule. They are never errors: a
//! process with findings is a valid process, and a finding is a question to its authority.
//!
//! A finding is made only on what the process file states. Where something is not stated there is no
//! finding, because nobody knows; the one exception is [`FindingKind::NoLegalBasis`], which is about
//! the silence itself.
//!
//! | finding | rule | source |
//! |---|---|---|
//! | 办出来又要交上去 | the name of an output equals the name of a paper that is brought to a later step and is 部门核发 (see `findings/papers.rs`) | 国发〔2016〕55号: what can be checked over the network is not asked of the applicant |
//! | 重复提交 | one paper, by key or `same_as`, is supplied at two or more steps of the walk | 国发〔2016〕55号: material that can be shared is not handed in again |
//! | 可以少跑 | without the orders nobody needs (see `findings/independence.rs`) the fewest visits, waits at their longest, are fewer | the rule of 次, see [`crate::visits`] |
//! | 现场办有网上办法 | of one choice, for these answers, one step is on site and another online | 国发〔2016〕55号: what can be done online need not be done in person |
//! | 声明次数不符 | the declared 到办事现场次数 is outside the counted range; only for a version in force, or of which nobody says, since that is what an authority declares | the declared field beside the rule of 次 |
//! | 承诺长于法定 | 承诺办结时限 at its longest is above 法定办结时限, both in one unit | 承诺 is a shorter limit within 法定 |
//! | 可以并行 | a step comes directly after another that it does not need (see `findings/independence.rs`) | 国发〔2016〕55号: matters of several departments are handled side by side |
//! | 只是合表 | from a version to its descendant 材料 fell, and every paper that is gone is asked for still, inside another; see [`crate::bundling`] | the rule of 材料 |
//! | 未写明依据 | an external, mandatory step has no legal basis | eRegulations: each step states its legal justification |

mod independence;
mod papers;

pub(crate) use papers::carried;
use serde::{Deserialize, Serialize};

use crate::bundling;
use crate::compare::{Relation, relation};
use crate::key::{ChoiceKey, MaterialKey, PlaceKey, StepKey};
use crate::measure::{DeclaredVisits, declared_beside};
use crate::reported::Limit;
use crate::service::{Answers, Editorial, InForceState, Service, Version};
use crate::span::Span;
use crate::step::{Channel, Side};
use crate::visits;
use crate::walk::{TooManyWalks, Walk, easiest_walk, walks};

/// What kind of thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FindingKind {
    /// 办出来又要交上去
    CarriedBetweenWindows,
    /// 重复提交
    SubmittedTwice,
    /// 可以少跑
    TwoVisitsCouldBeOne,
    /// 现场办有网上办法
    PaperStepWithOnlineTwin,
    /// 声明次数不符
    DeclaredVisitsDiffer,
    /// 承诺长于法定
    PromiseAboveLaw,
    /// 可以并行
    CouldRunSideBySide,
    /// 只是合表
    OnlyBundled,
    /// 未写明依据
    NoLegalBasis,
}

impl FindingKind {
    /// All, in the order in which they are told.
    pub const ALL: [FindingKind; 9] = [
        FindingKind::CarriedBetweenWindows,
        FindingKind::SubmittedTwice,
        FindingKind::TwoVisitsCouldBeOne,
        FindingKind::PaperStepWithOnlineTwin,
        FindingKind::DeclaredVisitsDiffer,
        FindingKind::PromiseAboveLaw,
        FindingKind::CouldRunSideBySide,
        FindingKind::OnlyBundled,
        FindingKind::NoLegalBasis,
    ];
}

/// One finding, with its place in the process. The rules are told in [the module](self).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Finding {
    /// The applicant carries what one step hands out to later steps that ask for it.
    CarriedBetweenWindows {
        /// The step that hands it out.
        from: StepKey,
        /// Its name there.
        output: String,
        /// The steps that ask for it, in the order of the walk, at least one.
        to: Vec<StepKey>,
        /// The paper they ask for.
        material: MaterialKey,
    },
    /// One paper is handed in more than once.
    SubmittedTwice {
        /// The paper.
        material: MaterialKey,
        /// Where, in the order of the walk, at least two.
        steps: Vec<StepKey>,
    },
    /// Visits to one place would be fewer if steps were ordered only where they need each other.
    TwoVisitsCouldBeOne {
        /// The places that one would visit less often, at least one.
        places: Vec<PlaceKey>,
        /// The steps taken on the visits to them.
        steps: Vec<StepKey>,
        /// The fewest visits as the process is ordered, waits at their longest.
        visits: u32,
        /// The fewest visits without the orders nobody needs; less than `visits`.
        possible: u32,
        /// The orders that nobody needs and that keep the visits apart.
        orders: Vec<Order>,
    },
    /// Something is done at a counter that can be done online instead.
    PaperStepWithOnlineTwin {
        /// The choice.
        choice: ChoiceKey,
        /// Its steps on site, at least one.
        on_site: Vec<StepKey>,
        /// Its steps online, at least one.
        online: Vec<StepKey>,
    },
    /// The authority declares other visits than the steps make.
    DeclaredVisitsDiffer {
        /// 声明的到办事现场次数
        declared: u32,
        /// Counted, when every wait is as short as it may be.
        min: u32,
        /// Counted, when every wait is as long as it may be.
        max: u32,
    },
    /// 承诺办结时限 is longer than 法定办结时限.
    PromiseAboveLaw {
        /// 承诺办结时限
        promised: Span,
        /// 法定办结时限
        legal: Span,
    },
    /// Two steps are ordered although the later needs nothing of the earlier.
    CouldRunSideBySide {
        /// The order that nobody needs.
        order: Order,
    },
    /// The documents fell only because papers were bundled.
    OnlyBundled {
        /// How many documents before.
        before: u32,
        /// How many after.
        after: u32,
        /// The papers that are no longer counted.
        materials: Vec<MaterialKey>,
    },
    /// Steps ask something of the applicant and no rule that asks for them is stated.
    NoLegalBasis {
        /// Which, in the order of the walk, at least one.
        steps: Vec<StepKey>,
    },
}

/// An `after` of a process: `second` comes after `first`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Order {
    /// The earlier step.
    pub first: StepKey,
    /// The later step.
    pub second: StepKey,
}

/// What an authority could do about a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", tag = "do")]
pub enum Suggestion {
    /// Let the steps read it from whoever issued it.
    Share {
        /// What.
        material: MaterialKey,
        /// Who would no longer ask for it.
        steps: Vec<StepKey>,
    },
    /// Ask for it once and let the other steps use it.
    SubmitOnce {
        /// What.
        material: MaterialKey,
        /// Where it is still handed in.
        at: StepKey,
        /// Where it no longer is.
        not_at: Vec<StepKey>,
    },
    /// Take the steps on one visit.
    JoinVisits {
        /// Which.
        steps: Vec<StepKey>,
    },
    /// Lead people to the way online, and keep the counter for those who need it.
    LeadOnline {
        /// The steps online.
        steps: Vec<StepKey>,
    },
    /// Declare what the steps make, or mend the steps.
    DeclareVisits {
        /// At least.
        min: u32,
        /// At most.
        max: u32,
    },
    /// Promise no more than this.
    PromiseAtMost {
        /// 法定办结时限
        limit: Span,
    },
    /// Let both begin at the same time.
    RunSideBySide {
        /// Both steps.
        steps: [StepKey; 2],
    },
    /// Look at each paper whether it is needed.
    ReviewPapers {
        /// Which.
        materials: Vec<MaterialKey>,
    },
    /// State the rule that asks for each, or drop it.
    StateBasis {
        /// Which.
        steps: Vec<StepKey>,
    },
}

/// Everything found in one version for the given answers, on its easiest walk, in the order of
/// [`FindingKind::ALL`]. Without steps only the limits can be looked at.
///
/// # Errors
///
/// [`TooManyWalks`] where answers and choices combine to more walks than are looked at.
pub fn of_version(
    service: &Service,
    version: &Version,
    answers: &Answers,
) -> Result<Vec<Finding>, TooManyWalks> {
    let walk = easiest_walk(service, version, answers)?;
    let mut found = carried(&walk);
    found.extend(papers::submitted_twice(&walk));
    found.extend(independence::fewer_visits(&walk));
    found.extend(online_twins(&walk)?);
    found.extend(declared_visits_differ(&walk));
    found.extend(promise_above_law(service, version));
    found.extend(independence::side_by_side(&walk));
    found.extend(no_legal_basis(&walk));
    Ok(found)
}

/// What is found only in the change from a version to its descendant, each on its easiest walk. Between
/// two ways nothing changed, so nothing is found.
pub fn of_change(first: &Walk<'_>, second: &Walk<'_>) -> Vec<Finding> {
    let is_change = first.service.id == second.service.id
        && relation(first.service, first.version, second.version) == Relation::BeforeAfter;
    let bundled = is_change.then(|| bundling::bundled(first, second)).flatten();
    let finding = bundled.map(|bundled| Finding::OnlyBundled {
        before: bundled.before,
        after: bundled.after,
        materials: bundled.papers,
    });
    finding.into_iter().collect()
}

impl Finding {
    /// Its kind.
    pub fn kind(&self) -> FindingKind {
        match self {
            Finding::CarriedBetweenWindows { .. } => FindingKind::CarriedBetweenWindows,
            Finding::SubmittedTwice { .. } => FindingKind::SubmittedTwice,
            Finding::TwoVisitsCouldBeOne { .. } => FindingKind::TwoVisitsCouldBeOne,
            Finding::PaperStepWithOnlineTwin { .. } => FindingKind::PaperStepWithOnlineTwin,
            Finding::DeclaredVisitsDiffer { .. } => FindingKind::DeclaredVisitsDiffer,
            Finding::PromiseAboveLaw { .. } => FindingKind::PromiseAboveLaw,
            Finding::CouldRunSideBySide { .. } => FindingKind::CouldRunSideBySide,
            Finding::OnlyBundled { .. } => FindingKind::OnlyBundled,
            Finding::NoLegalBasis { .. } => FindingKind::NoLegalBasis,
        }
    }

    /// The steps it is about; none where it is about the whole.
    pub fn steps(&self) -> Vec<&StepKey> {
        match self {
            Finding::CarriedBetweenWindows { from, to, .. } => std::iter::once(from).chain(to).collect(),
            Finding::SubmittedTwice { steps, .. }
            | Finding::TwoVisitsCouldBeOne { steps, .. }
            | Finding::NoLegalBasis { steps } => steps.iter().collect(),
            Finding::PaperStepWithOnlineTwin { on_site, online, .. } => {
                on_site.iter().chain(online).collect()
            }
            Finding::CouldRunSideBySide { order } => vec![&order.first, &order.second],
            Finding::DeclaredVisitsDiffer { .. }
            | Finding::PromiseAboveLaw { .. }
            | Finding::OnlyBundled { .. } => Vec::new(),
        }
    }

    /// The papers it is about.
    pub fn materials(&self) -> Vec<&MaterialKey> {
        match self {
            Finding::CarriedBetweenWindows { material, .. } | Finding::SubmittedTwice { material, .. } => {
                vec![material]
            }
            Finding::OnlyBundled { materials, .. } => materials.iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The places it is about.
    pub fn places(&self) -> &[PlaceKey] {
        match self {
            Finding::TwoVisitsCouldBeOne { places, .. } => places,
            _ => &[],
        }
    }

    /// What could be done about it.
    pub fn suggestion(&self) -> Suggestion {
        match self {
            Finding::CarriedBetweenWindows { to, material, .. } => {
                Suggestion::Share { material: material.clone(), steps: to.clone() }
            }
            Finding::SubmittedTwice { material, steps } => match steps.split_first() {
                Some((at, not_at)) => Suggestion::SubmitOnce {
                    material: material.clone(),
                    at: at.clone(),
                    not_at: not_at.to_vec(),
                },
                None => Suggestion::ReviewPapers { materials: vec![material.clone()] },
            },
            Finding::TwoVisitsCouldBeOne { steps, .. } => Suggestion::JoinVisits { steps: steps.clone() },
            Finding::PaperStepWithOnlineTwin { online, .. } => {
                Suggestion::LeadOnline { steps: online.clone() }
            }
            Finding::DeclaredVisitsDiffer { min, max, .. } => {
                Suggestion::DeclareVisits { min: *min, max: *max }
            }
            Finding::PromiseAboveLaw { legal, .. } => Suggestion::PromiseAtMost { limit: *legal },
            Finding::CouldRunSideBySide { order } => {
                Suggestion::RunSideBySide { steps: [order.first.clone(), order.second.clone()] }
            }
            Finding::OnlyBundled { materials, .. } => {
                Suggestion::ReviewPapers { materials: materials.clone() }
            }
            Finding::NoLegalBasis { steps } => Suggestion::StateBasis { steps: steps.clone() },
        }
    }
}

/// The members of a choice that apply are those that some walk with the same answers takes.
fn online_twins(walk: &Walk<'_>) -> Result<Vec<Finding>, TooManyWalks> {
    let mut choices: Vec<(ChoiceKey, Vec<StepKey>)> = Vec::new();
    for (choice, step) in walks(walk.service, walk.version, &walk.answers)?.into_iter().flat_map(|w| w.taken)
    {
        match choices.iter_mut().find(|(key, _)| *key == choice) {
            Some((_, members)) if members.contains(&step) => {}
            Some((_, members)) => members.push(step),
            None => choices.push((choice, vec![step])),
        }
    }
    let twins = choices.into_iter().filter_map(|(choice, members)| {
        let steps = || members.iter().filter_map(|key| walk.version.step(key));
        let is_online =
            |step: &&crate::step::Step| step.side == Side::External && step.channel == Channel::Online;
        let on_site: Vec<StepKey> = steps().filter(|s| s.on_site()).map(|s| s.key.clone()).collect();
        let online: Vec<StepKey> = steps().filter(is_online).map(|s| s.key.clone()).collect();
        (!on_site.is_empty() && !online.is_empty()).then_some(Finding::PaperStepWithOnlineTwin {
            choice,
            on_site,
            online,
        })
    });
    Ok(twins.collect())
}

fn declared_visits_differ(walk: &Walk<'_>) -> Option<Finding> {
    // An authority declares how things are: nothing of what was, of what is only planned, or of a draft.
    let is_declared_of = matches!(walk.version.in_force.state, InForceState::InForce | InForceState::Unknown)
        && walk.version.editorial != Editorial::Draft;
    if walk.steps.is_empty() || !is_declared_of {
        return None;
    }
    let counted = visits::fewest(walk)?;
    let DeclaredVisits { declared, min, max } = declared_beside(walk.service, (counted.min, counted.max))?;
    Some(Finding::DeclaredVisitsDiffer { declared, min, max })
}

fn promise_above_law(service: &Service, version: &Version) -> Option<Finding> {
    let time = |limit: &Option<Limit>| limit.as_ref().map(|limit| limit.time);
    let (promised, legal) = (time(&version.promised_limit)?, time(&service.legal_limit)?);
    // Minutes and hours are one scale; days of either kind are compared only with their own kind.
    let above = match (promised.in_minutes(), legal.in_minutes()) {
        (Some((_, promised)), Some((_, legal))) => promised > legal,
        _ => promised.unit() == legal.unit() && promised.max() > legal.max(),
    };
    above.then_some(Finding::PromiseAboveLaw { promised, legal })
}

fn no_legal_basis(walk: &Walk<'_>) -> Option<Finding> {
    let silent = walk.steps.iter().filter(|s| s.side == Side::External && s.legal_basis.is_none());
    let steps: Vec<StepKey> = silent.map(|step| step.key.clone()).collect();
    (!steps.is_empty()).then_some(Finding::NoLegalBasis { steps })
}
