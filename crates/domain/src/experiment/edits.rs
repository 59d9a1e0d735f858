//! How each edit changes a version. What comes out is judged by the door that every version passes.

use super::{Edit, TimePart, Waiver, WhyRefused};
use crate::key::*;
use crate::material::{MaterialOrigin, Provision};
use crate::service::Version;
use crate::span::{Span, TimeUnit};
use crate::step::{Channel, Fee, Step};

pub(super) fn make(edit: &Edit, version: &mut Version) -> Result<(), WhyRefused> {
    match edit {
        Edit::Drop { step } => drop_step(version, step),
        Edit::MoveOnline { step } => move_online(version, step),
        Edit::Merge { into, step } => merge(version, into, step),
        Edit::Shorten { step, part, to } => shorten(version, step, *part, *to),
        Edit::Waive { material, by } => waive(version, material, *by),
    }
}

fn position(version: &Version, key: &StepKey) -> Result<usize, WhyRefused> {
    let at = version.steps.iter().position(|step| step.key == *key);
    at.ok_or_else(|| WhyRefused::NoSuchStep(key.clone()))
}

fn drop_step(version: &mut Version, key: &StepKey) -> Result<(), WhyRefused> {
    let at = position(version, key)?;
    if version.steps.len() == 1 {
        return Err(WhyRefused::LastStep);
    }
    let gone = version.steps.remove(at);
    replace_in_after(version, key, &gone.after);
    // What is left of a choice of two is no choice.
    if let Some(choice) = &gone.choice {
        let mut left: Vec<&mut Step> =
            version.steps.iter_mut().filter(|step| step.choice.as_ref() == Some(choice)).collect();
        if let [only] = left.as_mut_slice() {
            only.choice = None;
        }
    }
    // Where 受理 or 办结 would be then, nobody has said.
    for end in [&mut version.accepted_at, &mut version.decided_at] {
        end.take_if(|end| end == key);
    }
    Ok(())
}

/// Lets whatever comes after `key` come after `instead`.
fn replace_in_after(version: &mut Version, key: &StepKey, instead: &[StepKey]) {
    for step in version.steps.iter_mut().filter(|step| step.after.contains(key)) {
        let was = std::mem::take(&mut step.after);
        let now =
            was.into_iter().flat_map(|before| if before == *key { instead.to_vec() } else { vec![before] });
        step.after = each_once(now);
    }
}

fn each_once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.fold(Vec::new(), |mut seen, item| {
        if !seen.contains(&item) {
            seen.push(item);
        }
        seen
    })
}

fn move_online(version: &mut Version, key: &StepKey) -> Result<(), WhyRefused> {
    let at = position(version, key)?;
    let step = &mut version.steps[at];
    if !step.on_site() {
        return Err(WhyRefused::NotOnSite(key.clone()));
    }
    step.channel = Channel::Online;
    (step.place, step.window) = (None, None);
    step.queue = Some(Span::NONE);
    Ok(())
}

fn merge(version: &mut Version, into: &StepKey, key: &StepKey) -> Result<(), WhyRefused> {
    if into == key {
        return Err(WhyRefused::WithItself(key.clone()));
    }
    let (stays, goes) = (&version.steps[position(version, into)?], &version.steps[position(version, key)?]);
    if stays.side != goes.side {
        return Err(WhyRefused::FrontAndBack);
    }
    let is_chosen = stays.choice.is_some() || goes.choice.is_some();
    if is_chosen || (&stays.when, stays.optional) != (&goes.when, goes.optional) {
        return Err(WhyRefused::NotTakenTogether);
    }
    let of_either = [&stays.after[..], &goes.after[..]].concat().into_iter();
    let after = each_once(of_either.filter(|before| before != into && before != key));
    let between = after.iter().find(|before| [into, key].iter().any(|one| comes_after(version, before, one)));
    if let Some(between) = between {
        return Err(WhyRefused::ComesBetween(between.clone()));
    }
    let merged = merged(stays, goes, after);
    let at = position(version, into)?;
    version.steps[at] = merged;
    version.steps.retain(|step| step.key != *key);
    replace_in_after(version, key, std::slice::from_ref(into));
    for end in [&mut version.accepted_at, &mut version.decided_at] {
        if end.as_ref() == Some(key) {
            *end = Some(into.clone());
        }
    }
    Ok(())
}

/// Whether `later` comes after `earlier`, directly or through others.
fn comes_after(version: &Version, later: &StepKey, earlier: &StepKey) -> bool {
    let mut open = vec![later];
    let mut seen: Vec<&StepKey> = Vec::new();
    while let Some(key) = open.pop() {
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        for before in version.step(key).iter().flat_map(|step| &step.after) {
            if before == earlier {
                return true;
            }
            open.push(before);
        }
    }
    false
}

/// One step that does what both did, where and how the first of them did.
fn merged(stays: &Step, goes: &Step, after: Vec<StepKey>) -> Step {
    let in_a_row = stays.after.contains(&goes.key) || goes.after.contains(&stays.key);
    let union = |a: &[MaterialKey], b: &[MaterialKey]| each_once(a.iter().chain(b).cloned());
    Step {
        name: match stays.name == goes.name {
            true => stays.name.clone(),
            false => format!("{} + {}", stays.name, goes.name),
        },
        after,
        prepare: sum(stays.prepare, goes.prepare),
        counter: sum(stays.counter, goes.counter),
        // The work behind it takes as long as it took.
        wait: if in_a_row { sum(stays.wait, goes.wait) } else { longer(stays.wait, goes.wait) },
        materials: union(&stays.materials, &goes.materials),
        outputs: each_once(stays.outputs.iter().chain(&goes.outputs).cloned()),
        fee: match (stays.fee, goes.fee) {
            (Some(a), Some(b)) => Some(Fee {
                min_yuan: a.min_yuan.saturating_add(b.min_yuan),
                max_yuan: a.max_yuan.saturating_add(b.max_yuan),
            }),
            (a, b) => a.or(b),
        },
        // Two rules are not the rule of what neither of them asks for.
        legal_basis: match (&stays.legal_basis, &goes.legal_basis) {
            (Some(a), Some(b)) if a != b => None,
            (a, b) => a.clone().or_else(|| b.clone()),
        },
        evidence: if goes.evidence.kind() > stays.evidence.kind() { goes } else { stays }.evidence.clone(),
        ..stays.clone()
    }
}

/// Both, one after the other. Beside days, minutes and hours are none, as in every measure; unknown
/// where one is unknown or where working days meet natural days.
fn sum(a: Option<Span>, b: Option<Span>) -> Option<Span> {
    let (a, b) = (a?, b?);
    if a.unit() == b.unit() {
        return Span::new(a.min() + b.min(), a.max() + b.max(), a.unit()).ok();
    }
    match (a.in_minutes(), b.in_minutes()) {
        (Some(a), Some(b)) => Span::new(a.0 + b.0, a.1 + b.1, TimeUnit::Minute).ok(),
        (Some(_), None) => Some(b),
        (None, Some(_)) => Some(a),
        (None, None) => None,
    }
}

/// Both at the same time.
fn longer(a: Option<Span>, b: Option<Span>) -> Option<Span> {
    let (a, b) = (a?, b?);
    let (longer, shorter) = if a.compare(&b)?.is_ge() { (a, b) } else { (b, a) };
    if longer.unit() != shorter.unit() {
        return Some(longer);
    }
    Span::new(longer.min().max(shorter.min()), longer.max(), longer.unit()).ok()
}

fn shorten(version: &mut Version, key: &StepKey, part: TimePart, to: u32) -> Result<(), WhyRefused> {
    let at = position(version, key)?;
    let step = &mut version.steps[at];
    let now = part.of(step).ok_or_else(|| WhyRefused::TimeNotTold(key.clone(), part))?;
    let shorter = (to < now.max()).then(|| Span::new(now.min().min(to), to, now.unit()).ok()).flatten();
    let shorter = shorter.ok_or_else(|| WhyRefused::NotShorter(key.clone(), part))?;
    let time = match part {
        TimePart::Prepare => &mut step.prepare,
        TimePart::Queue => &mut step.queue,
        TimePart::Counter => &mut step.counter,
        TimePart::Wait => &mut step.wait,
    };
    *time = Some(shorter);
    Ok(())
}

fn waive(version: &mut Version, key: &MaterialKey, by: Waiver) -> Result<(), WhyRefused> {
    let missing = || WhyRefused::NoSuchPaper(key.clone());
    let paper = version.paper(version.material(key).ok_or_else(missing)?);
    // One paper asked for in several ways is waived in all of them.
    let same: Vec<MaterialKey> = version
        .materials
        .iter()
        .filter(|material| version.paper(material) == paper)
        .map(|material| material.key.clone())
        .collect();
    if !version.steps.iter().any(|step| step.materials.iter().any(|asked| same.contains(asked))) {
        return Err(missing());
    }
    let mut supplied: Vec<_> = version
        .materials
        .iter_mut()
        .filter(|material| same.contains(&material.key) && material.provision.is_supplied())
        .collect();
    if supplied.is_empty() {
        return Err(WhyRefused::AlreadyWaived(key.clone()));
    }
    if by == Waiver::Licence && supplied.iter().any(|material| material.origin == MaterialOrigin::Own) {
        return Err(WhyRefused::NotIssued(key.clone()));
    }
    for material in &mut supplied {
        material.provision = match by {
            Waiver::Sharing => Provision::WaivedBySharing,
            Waiver::Licence => Provision::WaivedByLicence,
        };
    }
    Ok(())
}
