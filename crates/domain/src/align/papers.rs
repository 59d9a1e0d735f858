//! Which papers of two versions are the same paper: by key where the authors kept it, otherwise by name
//! and by the steps at which they are asked for. A paper corresponds to one paper at most.

use serde::{Deserialize, Serialize};

use super::assignment;
use super::overlap::{Overlap, Tokens};
use super::text::Text;
use super::{Confidence, Correspondence, Keys, Looks, Set};
use crate::changes::Reason;
use crate::key::MaterialKey;
use crate::material::Material;
use crate::walk::Walk;

/// A paper of either version, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperGroup {
    /// In the first version; `None` for one that is new.
    pub first: Option<MaterialKey>,
    /// In the second version; `None` for one that nobody asks for any more.
    pub second: Option<MaterialKey>,
    /// What changed, in the order of [`PaperChange`].
    pub changes: Vec<PaperChange>,
    /// How sure it is that they are the same.
    pub confidence: Confidence,
    /// Why they were taken to be the same; empty for a paper alone.
    pub reasons: Vec<Reason>,
}

/// What became of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PaperChange {
    /// 不再要
    Dropped,
    /// 新要
    Added,
    /// 改名
    Renamed,
    /// 改为免交: an office gets it by itself now.
    Waived,
    /// 改为要交
    Demanded,
    /// 换了形式: original, copy, electronic.
    FormChanged,
    /// 改为告知承诺, 容缺后补 or back, or another number of copies.
    ProvisionChanged,
}

impl PaperChange {
    /// The same change looked at from the other side.
    pub fn mirror(self) -> PaperChange {
        use PaperChange::*;
        match self {
            Dropped => Added,
            Added => Dropped,
            Waived => Demanded,
            Demanded => Waived,
            same @ (Renamed | FormChanged | ProvisionChanged) => same,
        }
    }
}

/// The papers of two walks.
pub struct Papers {
    /// Each paper of either side once.
    pub groups: Vec<PaperGroup>,
}

impl Papers {
    /// Whether a paper of the first version and one of the second are the same.
    pub fn are_same(&self, first: &MaterialKey, second: &MaterialKey) -> bool {
        self.groups
            .iter()
            .any(|group| group.first.as_ref() == Some(first) && group.second.as_ref() == Some(second))
    }
}

/// The least likeness of two papers that are one.
const LEAST: f32 = 0.5;

/// What it is worth that two papers are asked for at corresponding steps.
const SAME_STEPS: f32 = 0.25;

/// Finds which papers of two walks are the same, once it is known which steps correspond.
pub fn align(first: &Looks<'_>, second: &Looks<'_>, keys: Keys, steps: &[Correspondence]) -> Papers {
    let (a, b) = (&first.asked_for, &second.asked_for);
    let by_key = |x: &Paper<'_>, y: &Paper<'_>| keys == Keys::Shared && x.material.key == y.material.key;
    let known = |x: &Paper<'_>| b.iter().any(|y| by_key(x, y));
    let known_second = |y: &Paper<'_>| a.iter().any(|x| by_key(x, y));
    let rows: Vec<&Paper<'_>> = a.iter().filter(|x| !known(x)).collect();
    let columns: Vec<&Paper<'_>> = b.iter().filter(|y| !known_second(y)).collect();
    let tokens = |papers: &[&Paper<'_>]| Tokens::of(papers.iter().map(|paper| paper.name.tokens()));
    let common = Overlap::of(&tokens(&rows), &tokens(&columns));
    // The groups at whose steps each paper is asked for.
    let (of_first, of_second) = group_of_each_step(steps, [first, second]);
    let groups_of = |paper: &Paper<'_>, group_of: &[usize]| {
        Set::of(steps.len(), paper.steps.iter().map(|step| group_of[*step]))
    };
    let meet = |x: &Paper<'_>, y: &Paper<'_>| groups_of(x, &of_first).meets(&groups_of(y, &of_second));
    let of_row: Vec<Set> = rows.iter().map(|x| groups_of(x, &of_first)).collect();
    let of_column: Vec<Set> = columns.iter().map(|y| groups_of(y, &of_second)).collect();
    let likeness = |i: usize, j: usize| {
        let (x, y) = (rows[i], columns[j]);
        let name = if x.name.plain == y.name.plain {
            1.0
        } else {
            let within = common.first_in_second(i, j).max(common.second_in_first(i, j));
            (0.5 * common.likeness(i, j) + 0.3 * within + 0.4 * super::text::spelling(&x.name, &y.name))
                .min(0.99)
        };
        name + if of_row[i].meets(&of_column[j]) { SAME_STEPS } else { 0.0 }
    };
    let assigned = assignment::assign(rows.len(), columns.len(), |i, j| likeness(i, j) - LEAST);
    let mut groups = Vec::new();
    for x in a {
        if let Some(y) = b.iter().find(|y| by_key(x, y)) {
            groups.push(pair(x, y, 1_000, Some(Reason::SameKey), meet(x, y)));
        }
    }
    let mut alone = vec![true; columns.len()];
    for ((i, x), column) in rows.iter().enumerate().zip(&assigned) {
        groups.push(match column {
            Some(j) => {
                alone[*j] = false;
                let likeness = likeness(i, *j).min(1.0);
                pair(x, columns[*j], (likeness * 1_000.0) as Confidence, None, meet(x, columns[*j]))
            }
            None => single(Some(x), None),
        });
    }
    groups.extend(columns.iter().zip(alone).filter(|(_, alone)| *alone).map(|(y, _)| single(None, Some(y))));
    Papers { groups }
}

/// By position on either walk: the group that the step is in.
fn group_of_each_step(
    groups: &[Correspondence],
    [first, second]: [&Looks<'_>; 2],
) -> (Vec<usize>, Vec<usize>) {
    let (mut of_first, mut of_second) = (vec![0; first.steps.len()], vec![0; second.steps.len()]);
    for (at, group) in groups.iter().enumerate() {
        group.first.iter().for_each(|step| of_first[*step] = at);
        group.second.iter().for_each(|step| of_second[*step] = at);
    }
    (of_first, of_second)
}

/// A paper that a walk asks for.
pub(crate) struct Paper<'a> {
    material: &'a Material,
    name: Text,
    /// The positions of the steps at which it is asked for.
    steps: Vec<usize>,
}

/// The papers that a walk asks for, in an order of their own; one that is the same as another is that one.
pub(super) fn asked_for<'a>(walk: &Walk<'a>) -> Vec<Paper<'a>> {
    let mut papers: Vec<Paper<'a>> = Vec::new();
    for (at, step) in walk.steps.iter().enumerate() {
        let asked = step.materials.iter().filter_map(|key| walk.version.material(key));
        for paper in asked.map(|material| walk.version.paper(material)) {
            match papers.iter_mut().find(|known| known.material.key == paper) {
                Some(known) => known.steps.push(at),
                None => {
                    let Some(material) = walk.version.material(&paper) else { continue };
                    papers.push(Paper { material, name: Text::read(&material.name), steps: vec![at] });
                }
            }
        }
    }
    papers.sort_by(|x, y| (&x.name.plain, &x.material.key).cmp(&(&y.name.plain, &y.material.key)));
    papers
}

fn single(first: Option<&Paper<'_>>, second: Option<&Paper<'_>>) -> PaperGroup {
    PaperGroup {
        changes: vec![if second.is_some() { PaperChange::Added } else { PaperChange::Dropped }],
        first: first.map(|paper| paper.material.key.clone()),
        second: second.map(|paper| paper.material.key.clone()),
        confidence: 500,
        reasons: Vec::new(),
    }
}

fn pair(
    x: &Paper<'_>,
    y: &Paper<'_>,
    confidence: Confidence,
    origin: Option<Reason>,
    meet: bool,
) -> PaperGroup {
    let (a, b) = (x.material, y.material);
    let same_name = x.name.plain == y.name.plain;
    let (gave, gives) = (a.provision.is_supplied(), b.provision.is_supplied());
    let changes = [
        (PaperChange::Renamed, !same_name),
        (PaperChange::Waived, gave && !gives),
        (PaperChange::Demanded, !gave && gives),
        (PaperChange::FormChanged, a.form != b.form),
        (
            PaperChange::ProvisionChanged,
            gave == gives && (a.provision != b.provision || a.copies != b.copies),
        ),
    ];
    let found = [
        (Reason::SameName, same_name),
        (Reason::LikeName, !same_name && super::text::spelling(&x.name, &y.name) >= 0.5),
        (Reason::SameSteps, meet),
    ];
    let found = found.into_iter().filter_map(|(reason, holds)| holds.then_some(reason));
    PaperGroup {
        first: Some(a.key.clone()),
        second: Some(b.key.clone()),
        changes: changes.into_iter().filter_map(|(change, holds)| holds.then_some(change)).collect(),
        confidence,
        reasons: origin.into_iter().chain(found).collect(),
    }
}
