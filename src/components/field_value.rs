//! A field of a step in words: what it says in one version, to stand beside the other.

use domain::{Field, Service, Span, Step, Version};

use crate::compared::Half;
use crate::words::{comparison_words, words};

/// The value of `field`, never empty: what is none is 无, what nobody knows is 不知道.
pub fn field_value(half: &Half, step: &Step, field: Field) -> String {
    let words = words();
    let (service, version) = (half.service(), half.version());
    let time = |time: Option<Span>| match time {
        None => comparison_words().steps.unknown.to_owned(),
        Some(time) if time.is_none() => comparison_words().steps.nothing.to_owned(),
        Some(time) => (words.names.span)(&time),
    };
    let value = match field {
        Field::Name => step.name.clone(),
        Field::Stage => step.stage.clone().unwrap_or_default(),
        Field::Actor | Field::Side => (words.names.side)(step.side).to_owned(),
        Field::After => names_of_steps_before(version, step),
        Field::Channel => (words.names.channel)(step.channel).to_owned(),
        Field::Place => place_name(service, step).unwrap_or_default(),
        Field::Window => window_name(service, step).unwrap_or_default(),
        Field::Prepare => time(step.prepare),
        Field::Queue => time(step.queue),
        Field::Counter => time(step.counter),
        Field::Wait => time(step.wait),
        Field::Materials => papers(version, step),
        Field::Outputs => (words.names.list)(&step.outputs),
        Field::Fee => step.fee.map_or_else(
            || comparison_words().steps.unknown.to_owned(),
            |f| (words.names.yuan)(f.min_yuan, f.max_yuan),
        ),
        Field::LegalBasis => step.legal_basis.clone().unwrap_or_default(),
    };
    if value.is_empty() { comparison_words().steps.nothing.to_owned() } else { value }
}

/// Where a step is taken.
pub fn place_name(service: &Service, step: &Step) -> Option<String> {
    Some(service.place(step.place.as_ref()?)?.name.clone())
}

/// At which window a step is taken.
pub fn window_name(service: &Service, step: &Step) -> Option<String> {
    Some(service.window(step.place.as_ref()?, step.window.as_ref()?)?.name.clone())
}

fn names_of_steps_before(version: &Version, step: &Step) -> String {
    let names = step.after.iter().filter_map(|key| version.step(key)).map(|step| step.name.clone());
    (words().names.list)(&names.collect::<Vec<_>>())
}

fn papers(version: &Version, step: &Step) -> String {
    let words = words();
    let papers = step.materials.iter().filter_map(|key| version.material(key)).map(|material| {
        if material.provision == domain::material::Provision::Submitted {
            material.name.clone()
        } else {
            (comparison_words().steps.paper_note)(&material.name, (words.names.provision)(material.provision))
        }
    });
    (words.names.list)(&papers.collect::<Vec<_>>())
}
