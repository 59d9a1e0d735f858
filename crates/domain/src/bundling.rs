//! 材料打包: whether documents fell only by being asked for under fewer names.
//!
//! Ten forms stapled into one application are one document less nine, and no less work. Fewer
//! documents count as bundling only where the file itself shows what became of every paper that is
//! no longer asked for by itself. Each of them must be found in the second walk again:
//!
//! - under its own key or name, supplied as before, but as the same paper as another (`same_as`); or
//! - in the name of a paper that the second walk asks for, and that is new there or has a new name:
//!   「备案申请表（含告知承诺书、信用承诺书）」 lists 「告知承诺书」. A name is listed where it stands
//!   between the ends of the other name, brackets, commas and the words for "and" and "containing";
//!   「申请表」 is not listed by 「变更申请表」.
//!
//! One paper that is waived, whatever lists it, or that is found nowhere, is a paper less in
//! substance, so the answer is no. It is also no where a bundle doesn't name what is in it: then nobody
//! can tell from the file.

use crate::align::text;
use crate::key::MaterialKey;
use crate::material::Material;
use crate::walk::Walk;

/// What may stand before and after a name in a list of names.
const BETWEEN_NAMES: &str = "、，,；;：:/／+＋&（）()【】[]《》〈〉“”「」 　和及与或含等";

/// Documents that are fewer, and ask for as much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundled {
    /// How many documents the first walk asks for.
    pub before: u32,
    /// How many the second asks for; fewer than `before`.
    pub after: u32,
    /// The papers of the first walk that are only in other papers now, at least one.
    pub papers: Vec<MaterialKey>,
}

/// Whether the second walk asks for fewer documents than the first, and every document that it no
/// longer asks for by itself is in another; by the rule at the top of this module.
pub fn documents_fell_by_bundling(first: &Walk<'_>, second: &Walk<'_>) -> bool {
    bundled(first, second).is_some()
}

/// The documents that fell only by bundling, or `None` where they did not fall, or truly fell.
pub fn bundled(first: &Walk<'_>, second: &Walk<'_>) -> Option<Bundled> {
    let (before, after) = (supplied_papers(first), supplied_papers(second));
    let gone = gone(&before, &after);
    let is_bundled = |paper: &&Material| {
        is_merged(second, paper) || (!is_waived(second, paper) && is_listed(first, &after, paper))
    };
    let count = |papers: &[&Material]| u32::try_from(papers.len()).unwrap_or(u32::MAX);
    (after.len() < before.len() && gone.iter().all(is_bundled)).then(|| Bundled {
        before: count(&before),
        after: count(&after),
        papers: gone.iter().map(|paper| paper.key.clone()).collect(),
    })
}

/// The papers of the first walk that the second no longer asks for by themselves. A paper of the second
/// stands for one of the first: of its key, or else of its name.
fn gone<'a>(before: &[&'a Material], after: &[&Material]) -> Vec<&'a Material> {
    let (mut gone, mut open) = (before.to_vec(), after.to_vec());
    for is_one in [has_key, has_name] {
        gone.retain(|paper| match open.iter().position(|other| is_one(paper, other)) {
            Some(at) => {
                open.remove(at);
                false
            }
            None => true,
        });
    }
    gone
}

/// Whether two versions speak of one paper: under one key, or under another by the same name.
fn is_same(first: &Material, second: &Material) -> bool {
    has_key(first, second) || has_name(first, second)
}

fn has_key(first: &Material, second: &Material) -> bool {
    first.key == second.key
}

fn has_name(first: &Material, second: &Material) -> bool {
    text::plain(&first.name) == text::plain(&second.name)
}

/// The distinct papers that the applicant supplies on a walk.
fn supplied_papers<'a>(walk: &Walk<'a>) -> Vec<&'a Material> {
    let mut papers: Vec<&Material> = Vec::new();
    for material in supplied(walk) {
        let key = walk.version.paper(material);
        if let Some(paper) = walk.version.material(&key)
            && !papers.iter().any(|known| known.key == key)
        {
            papers.push(paper);
        }
    }
    papers
}

fn supplied<'a>(walk: &Walk<'a>) -> impl Iterator<Item = &'a Material> {
    asked_for(walk).filter(|material| material.provision.is_supplied())
}

fn asked_for<'a>(walk: &Walk<'a>) -> impl Iterator<Item = &'a Material> {
    let version = walk.version;
    let keys = walk.steps.iter().flat_map(|step| &step.materials);
    keys.filter_map(|key| version.material(key))
}

fn is_waived(second: &Walk<'_>, paper: &Material) -> bool {
    asked_for(second).any(|material| is_same(paper, material) && !material.provision.is_supplied())
}

/// Whether the second walk still asks for the paper, but as the same paper as another.
fn is_merged(second: &Walk<'_>, paper: &Material) -> bool {
    supplied(second).any(|material| is_same(paper, material) && material.same_as.is_some())
}

/// Whether a paper that is new in the second walk, or newly named, lists the paper in its name.
fn is_listed(first: &Walk<'_>, after: &[&Material], paper: &Material) -> bool {
    after.iter().any(|bundle| {
        let former_name = first.version.material(&bundle.key).map(|former| former.name.as_str());
        former_name != Some(bundle.name.as_str()) && lists(&bundle.name, paper.name.trim())
    })
}

fn lists(bundle: &str, name: &str) -> bool {
    let ends_a_name = |neighbour: Option<char>| neighbour.is_none_or(|c| BETWEEN_NAMES.contains(c));
    bundle.match_indices(name).any(|(at, _)| {
        ends_a_name(bundle[..at].chars().next_back()) && ends_a_name(bundle[at + name.len()..].chars().next())
    })
}
