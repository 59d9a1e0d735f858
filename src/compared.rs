//! Everything that a comparison on the screen is made of, once: the two halves, the answers in force,
//! and what the kernel says of them. Every component under 事项 draws from one [`Compared`] and asks it
//! for names, so that none looks anything up by itself.
//!
//! It is made anew when another version is chosen or an answer is given, never when only the view
//! changes (a start day, a filter, what has the focus): those are in
//! [`crate::route::AskedComparison`].

mod following;
mod half;
pub mod in_short;
mod remembered;
mod supposed;

use std::sync::Arc;

use domain::compare::{Walks, compare_walks};
use domain::{
    Answers, Comparison, Edit, Experiment, MeasureChange, MeasureKind, Relation, Service, StepGroup, StepKey,
    VersionId,
};

pub use following::{facts_of, following};
pub use half::Half;
pub use remembered::Remembered;
pub use supposed::{Supposed, base_of};

/// One of the two halves of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// The first, on the left or above.
    First,
    /// The second, on the right or below.
    Second,
}

impl Which {
    /// Both, in their order.
    pub const BOTH: [Which; 2] = [Which::First, Which::Second];

    /// The other one.
    pub fn other(self) -> Which {
        match self {
            Which::First => Which::Second,
            Which::Second => Which::First,
        }
    }
}

/// Two versions beside each other, of one service or of two. Cloning it copies a pointer.
#[derive(Clone)]
pub struct Compared(Arc<Both>);

struct Both {
    halves: [Half; 2],
    answers: Answers,
    comparison: Arc<Comparison>,
    supposed: Option<Supposed>,
}

/// The same only if it is the very same: what was made anew is to be drawn anew.
impl PartialEq for Compared {
    fn eq(&self, other: &Compared) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Compared {
    /// Compares two versions for the given answers; `None` where one of the services has no such version.
    pub fn new(
        first: (Arc<Service>, &VersionId),
        second: (Arc<Service>, &VersionId),
        answers: Answers,
    ) -> Option<Compared> {
        Compared::beside(first, second, answers, &[])
    }

    /// The same; what an earlier one has found out about the same walks is not found out again.
    fn beside(
        first: (Arc<Service>, &VersionId),
        second: (Arc<Service>, &VersionId),
        answers: Answers,
        earlier: &[Compared],
    ) -> Option<Compared> {
        let named_alone = first.0.id == second.0.id;
        let half = |(service, version): (Arc<Service>, &VersionId)| {
            Half::new(service, version, &answers, named_alone)
        };
        let mut halves = [half(first)?, half(second)?];
        let is_same = |half: &Half, which: Which| {
            earlier.iter().map(|one| one.half(which)).find(|other| half.is_on_the_walk_of(other))
        };
        for which in Which::BOTH {
            if let Some(other) = is_same(&halves[which as usize], which) {
                halves[which as usize].remember(other);
            }
        }
        let on_both = |one: &&Compared| {
            Which::BOTH.iter().all(|which| halves[*which as usize].is_on_the_walk_of(one.half(*which)))
        };
        if let Some(one) = earlier.iter().find(on_both) {
            let comparison = one.0.comparison.clone();
            return Some(Compared(Arc::new(Both { halves, answers, comparison, supposed: None })));
        }
        // Without pins there is none that could be wrong.
        let walks = Walks { first: halves[0].walk(), second: halves[1].walk() };
        let comparison = compare_walks(halves[0].side(), halves[1].side(), &walks, &[]).ok()?;
        let comparison = Arc::new(comparison);
        Some(Compared(Arc::new(Both { halves, answers, comparison, supposed: None })))
    }

    /// Compares a version with what it would be, with those of the edits that can be; `None` where it is
    /// not there, or nobody has told its steps.
    pub fn supposing(
        service: &Service,
        base: &VersionId,
        edits: Vec<Edit>,
        answers: Answers,
    ) -> Option<Compared> {
        let (experiment, refused) = Experiment::of(service, base).ok()?.with_all(edits);
        let comparison = Arc::new(experiment.comparison(&answers)?);
        let service = Arc::new(experiment.service().clone());
        let half = |version| Half::new(service.clone(), version, &answers, true);
        let halves = [half(experiment.base())?, half(experiment.version())?];
        let supposed = Some(Supposed { experiment, refused });
        Some(Compared(Arc::new(Both { halves, answers, comparison, supposed })))
    }

    /// Whether steps, pictures and papers of the other are the same: both versions are on the same walks.
    /// What depends on open questions may still differ.
    pub fn is_drawn_like(&self, other: &Compared) -> bool {
        Arc::ptr_eq(&self.0.comparison, &other.0.comparison)
    }

    /// What is supposed, where the second half is no version but an experiment. It must be marked
    /// wherever something of it is told.
    pub fn supposed(&self) -> Option<&Supposed> {
        self.0.supposed.as_ref()
    }

    /// One of the halves.
    pub fn half(&self, which: Which) -> &Half {
        &self.0.halves[which as usize]
    }

    /// The first half.
    pub fn first(&self) -> &Half {
        self.half(Which::First)
    }

    /// The second half.
    pub fn second(&self) -> &Half {
        self.half(Which::Second)
    }

    /// The answers in force; questions not in here are open.
    pub fn answers(&self) -> &Answers {
        &self.0.answers
    }

    /// What the kernel says of the two.
    pub fn comparison(&self) -> &Comparison {
        &self.0.comparison
    }

    /// How the two are related.
    pub fn relation(&self) -> Relation {
        self.0.comparison.relation
    }

    /// The halves to draw: of one version beside itself only one.
    pub fn drawn(&self) -> &'static [Which] {
        if self.relation() == Relation::Same { &[Which::Second] } else { &Which::BOTH }
    }

    /// Whether there is no other version that could stand beside it.
    pub fn is_the_only_version(&self) -> bool {
        self.relation() == Relation::Same && self.first().service().versions.len() == 1
    }

    /// Whether they belong to two services.
    pub fn is_of_two_services(&self) -> bool {
        self.first().service().id != self.second().service().id
    }

    /// Whether any of it belongs to the demonstration district, so that it must be marked.
    pub fn is_illustrative(&self) -> bool {
        self.0.halves.iter().any(Half::is_illustrative)
    }

    /// Whether any step of either half is told.
    pub fn has_steps(&self) -> bool {
        !self.comparison().steps.is_empty()
    }

    /// Whether one half belongs to the demonstration district and the other does not, so that every
    /// number needs its own mark.
    pub fn is_mixed(&self) -> bool {
        self.first().is_illustrative() != self.second().is_illustrative()
    }

    /// A measure of both halves.
    pub fn measure(&self, kind: MeasureKind) -> Option<&MeasureChange> {
        self.comparison().measures.iter().find(|change| change.first.kind == kind)
    }

    /// Where the group that a step of one half is in stands among [`Comparison::steps`].
    pub fn position_of(&self, which: Which, step: &StepKey) -> Option<usize> {
        self.comparison().steps.iter().position(|group| keys(group, which).contains(step))
    }
}

/// The steps of a group on one half.
pub fn keys(group: &StepGroup, which: Which) -> &[StepKey] {
    match which {
        Which::First => &group.first,
        Which::Second => &group.second,
    }
}

/// A step that names its group among all others: of the second half, where the group has any there.
pub fn name_of_group(group: &StepGroup) -> Option<(Which, &StepKey)> {
    let of = |which| keys(group, which).first().map(|key| (which, key));
    of(Which::Second).or_else(|| of(Which::First))
}
