//! Makes the next version of a service from its first, as a reform does: a few changes, each of which
//! happens only where the service stays free of contradiction.

use crate::building::{self, key};
use crate::drawing::{Mutation, Temper};
use domain::service::ServiceDocument;
use domain::step::Step;
use domain::{Service, Version};

/// Changes the last version of the document.
pub fn mutate(document: &mut ServiceDocument, at: u8, mutation: &Mutation, temper: Temper) {
    let mut changed = document.clone();
    if let Some(version) = changed.versions.last_mut() {
        change(version, usize::from(at), mutation, document, temper);
        if version.steps.is_empty() || (temper.distinct && has_two_of_one_name(version)) {
            return;
        }
    }
    if Service::try_from(changed.clone()).is_ok() {
        *document = changed;
    }
}

fn has_two_of_one_name(version: &Version) -> bool {
    let names = |i: usize| version.steps[..i].iter().map(|step| &step.name);
    version.steps.iter().enumerate().any(|(i, step)| names(i).any(|name| *name == step.name))
}

fn change(version: &mut Version, at: usize, mutation: &Mutation, document: &ServiceDocument, temper: Temper) {
    let (at_step, count) = (at % version.steps.len(), version.steps.len());
    let (step, papers) = (&mut version.steps[at_step], &mut version.materials);
    match mutation {
        Mutation::Drop => remove(version, at_step),
        Mutation::Add(drawn) => {
            let mut added = building::step(drawn, document, temper);
            added.key = key(&format!("n{count}"));
            added.after = vec![step.key.clone()];
            added.choice = None;
            version.steps.push(added);
        }
        Mutation::Rename(name) => {
            step.name = crate::words::STEPS[usize::from(*name) % crate::words::STEPS.len()].to_owned();
        }
        Mutation::TakeWay(way) => building::take_way(step, way, document),
        Mutation::Wait(wait) => step.wait = building::tempered(*wait, temper),
        Mutation::OwnTime(time) => step.counter = building::tempered_own(*time, temper),
        Mutation::Papers(bits) => {
            let asked = papers.iter().enumerate().filter(|(i, _)| bits >> i & 1 == 1);
            step.materials = asked.map(|(_, paper)| paper.key.clone()).collect();
        }
        Mutation::Provision(provision) => {
            let count = papers.len().max(1);
            if let Some(paper) = papers.get_mut(at % count) {
                paper.provision = *provision;
            }
        }
        Mutation::Fee(fee) => step.fee = *fee,
        Mutation::Rule(rule) => {
            step.legal_basis =
                rule.map(|r| crate::words::RULES[usize::from(r) % crate::words::RULES.len()].to_owned());
        }
        Mutation::Free => step.after.clear(),
        Mutation::PutAfter(other) => {
            let before = version.steps[usize::from(*other) % count].key.clone();
            let after = &mut version.steps[at_step].after;
            if !after.contains(&before) {
                after.push(before);
            }
        }
        Mutation::MergeWith(other) => merge(version, at_step, usize::from(*other) % count),
        Mutation::Promise(time) => version.promised_limit = time.map(|time| building::limit(time, 3, temper)),
    }
}

/// Takes a step out; what came after it comes after what it came after.
fn remove(version: &mut Version, at: usize) {
    let gone = version.steps.remove(at);
    for step in version.steps.iter_mut().filter(|step| step.after.contains(&gone.key)) {
        step.after.retain(|key| *key != gone.key);
        add_missing(&mut step.after, &gone.after);
    }
    for end in [&mut version.accepted_at, &mut version.decided_at] {
        if end.as_ref() == Some(&gone.key) {
            *end = None;
        }
    }
    building::without_lonely_choices(&mut version.steps);
}

/// Has one step do what two did.
fn merge(version: &mut Version, at: usize, other: usize) {
    if at == other {
        return;
    }
    let gone: Step = version.steps[other].clone();
    let stays = &mut version.steps[at];
    stays.name = format!("{}并{}", stays.name, gone.name);
    add_missing(&mut stays.materials, &gone.materials);
    add_missing(&mut stays.outputs, &gone.outputs);
    add_missing(&mut stays.after, &gone.after);
    let key = stays.key.clone();
    stays.after.retain(|before| *before != key && *before != gone.key);
    remove(version, other);
}

fn add_missing<T: PartialEq + Clone>(list: &mut Vec<T>, more: &[T]) {
    for item in more {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
}
