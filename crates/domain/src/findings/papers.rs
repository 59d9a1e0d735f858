//! Papers that are carried from one step to another, or handed in again and again.
//!
//! An output is a name and a material is a name with a key, so whether one is the other is told by
//! the names: without what stands in brackets, spaces, punctuation and a word for the copy at the end they
//! are equal, or the shorter, of at least three characters, ends the longer (无房证明, 本市无房证明). What
//! stands at the end says what a paper is: 身份证领取凭证 is no 身份证. A name that begins with 新, 旧 or 原
//! is another paper than one that does not: a company that moves hands in the old licence because it gets
//! the new one.

use super::Finding;
use crate::key::{MaterialKey, StepKey};
use crate::material::{Material, MaterialOrigin, Provision};
use crate::step::{Side, Step};
use crate::walk::Walk;

/// The shortest name that may end another, in characters; shorter ones end too many.
const SHORTEST_ENDING: usize = 3;

/// What the end of a name may say of the copy; the paper is the same.
const COPIES: [&str; 9] = ["原件", "正本", "副本", "复印件", "影印件", "扫描件", "电子件", "电子版", "书"];

/// What the beginning of a name may say of when it was issued; it makes another paper.
const MARKS: [char; 3] = ['新', '旧', '原'];

/// The papers that one step hands out and later ones ask for.
pub(crate) fn carried(walk: &Walk<'_>) -> Vec<Finding> {
    let mut carried: Vec<(MaterialKey, usize, &String, Vec<StepKey>)> = Vec::new();
    for (i, step) in walk.steps.iter().enumerate().filter(|(_, step)| step.side == Side::External) {
        for material in step.materials.iter().filter_map(|key| walk.version.material(key)) {
            if !is_brought(material) {
                continue;
            }
            let Some((from, output)) = handed_out_before(walk, i, &material.name) else { continue };
            let paper = walk.version.paper(material);
            match carried.iter_mut().find(|(key, at, ..)| *key == paper && *at == from) {
                Some((.., called, to)) => {
                    // Two forms of one paper may be called two ways there; the file's order of them decides nothing.
                    *called = output.min(*called);
                    if !to.contains(&step.key) {
                        to.push(step.key.clone());
                    }
                }
                None => carried.push((paper, from, output, vec![step.key.clone()])),
            }
        }
    }
    let told = carried.into_iter().map(|(material, from, output, to)| Finding::CarriedBetweenWindows {
        from: walk.steps[from].key.clone(),
        output: output.clone(),
        to,
        material,
    });
    told.collect()
}

/// Whether the applicant brings a paper that somebody has issued. A written promise stands in its stead.
fn is_brought(material: &Material) -> bool {
    let provision = material.provision;
    material.origin == MaterialOrigin::Issued && provision.is_supplied() && provision != Provision::Commitment
}

/// The last step before `at` that hands out a paper of this name; one that the applicant takes part in
/// before one behind the counter, since that is where it came into their hands. The last is the one that
/// most steps come before; among those that run side by side names decide, and not the order of the file. Of several
/// papers of one step the one that is called the same is meant.
fn handed_out_before<'a>(walk: &Walk<'a>, at: usize, name: &str) -> Option<(usize, &'a String)> {
    let before = walk.before(at);
    let hands_out = |i: usize| {
        let step: &'a Step = walk.steps[i];
        let papers = step.outputs.iter().filter(|output| same_paper(output, name));
        papers.min_by_key(|output| (*output != name, *output)).map(|output| (i, output))
    };
    let found: Vec<(usize, &String)> = before.into_iter().filter_map(hands_out).collect();
    found.into_iter().max_by_key(|(i, _)| {
        let step = walk.steps[*i];
        (step.side == Side::External, walk.before(*i).len(), &step.name, &step.key)
    })
}

pub(super) fn submitted_twice(walk: &Walk<'_>) -> Vec<Finding> {
    let mut papers: Vec<(MaterialKey, Vec<StepKey>)> = Vec::new();
    for step in &walk.steps {
        for material in step.materials.iter().filter_map(|key| walk.version.material(key)) {
            if !material.provision.is_supplied() {
                continue;
            }
            let paper = walk.version.paper(material);
            match papers.iter_mut().find(|(key, _)| *key == paper) {
                // Two forms of one paper at one step are handed in once.
                Some((_, steps)) if steps.contains(&step.key) => {}
                Some((_, steps)) => steps.push(step.key.clone()),
                None => papers.push((paper, vec![step.key.clone()])),
            }
        }
    }
    let again = papers.into_iter().filter(|(_, steps)| steps.len() > 1);
    again.map(|(material, steps)| Finding::SubmittedTwice { material, steps }).collect()
}

/// Whether two names are of one paper; see the module.
pub(super) fn same_paper(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    let mark = |name: &str| name.chars().next().filter(|first| MARKS.contains(first));
    if one.is_empty() || other.is_empty() || mark(&one) != mark(&other) {
        return false;
    }
    let (one, other) = (paper(&one), paper(&other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    short == long || (short.chars().count() >= SHORTEST_ENDING && long.ends_with(short))
}

/// A name without the word for the copy at its end.
fn paper(name: &str) -> &str {
    let without = COPIES.into_iter().find_map(|copy| name.strip_suffix(copy));
    without.filter(|rest| !rest.is_empty()).unwrap_or(name)
}

/// Whether two names may be of one paper: one stands in the other, however short it is, new or old. For
/// rules that speak up only where nothing passes from one step to the other.
pub(super) fn perhaps_same_paper(one: &str, other: &str) -> bool {
    let unmarked = |name: &str| bare(name).trim_start_matches(MARKS).to_owned();
    let (one, other) = (unmarked(one), unmarked(other));
    one.contains(&other) || other.contains(&one)
}

/// A name without brackets and what stands in them, spaces and punctuation, in lower case.
fn bare(name: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '（' | '(' | '〔' | '[' => depth += 1,
            '）' | ')' | '〕' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 && c.is_alphanumeric() => bare.extend(c.to_lowercase()),
            _ => {}
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::{perhaps_same_paper, same_paper};

    #[test]
    fn names_of_one_paper() {
        for (one, other) in [
            ("用地意见", "用地意见"),
            ("登记档案（密封）", "登记档案"),
            ("营业执照", "营业执照副本"),
            ("《无房证明》", "无房 证明"),
            ("新营业执照", "新营业执照复印件"),
            ("无房证明", "本市无房证明原件"),
            ("用地意见", "用地意见书"),
        ] {
            assert!(same_paper(one, other) && same_paper(other, one), "{one} {other}");
        }
        for (one, other) in [
            ("营业执照", "新营业执照"),
            ("原营业执照", "营业执照"),
            ("合同", "租房合同"),
            ("身份证", "健康证"),
            ("身份证", "身份证领取凭证"),
            ("登记证", "登记证明"),
            ("（示例）", "用地意见"),
            ("复印件", "用地意见复印件"),
        ] {
            assert!(!same_paper(one, other) && !same_paper(other, one), "{one} {other}");
        }
        assert!(perhaps_same_paper("营业执照", "新营业执照") && perhaps_same_paper("租房合同", "合同"));
        assert!(!perhaps_same_paper("身份证", "健康证"));
    }
}
