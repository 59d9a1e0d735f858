//! Edits in words, with the names of steps and papers instead of their keys.

use domain::experiment::{TimePart, Waiver, WhyRefused};
use domain::key::MaterialKey;
use domain::material::Provision;
use domain::{Edit, Experiment, Field, Span, StepKey};

use crate::words::{what_if, words};

/// What an edit supposes. A step is called what it is called in reality, where it is there.
pub fn edit(experiment: &Experiment, edit: &Edit) -> String {
    let words = &what_if().edit;
    let step = |key: &StepKey| name_of_step(experiment, key);
    match edit {
        Edit::Drop { step: key } => (words.drop)(&step(key)),
        Edit::MoveOnline { step: key } => (words.move_online)(&step(key)),
        Edit::Merge { into, step: key } => (words.merge)(&step(into), &step(key)),
        Edit::Shorten { step: key, part, to } => {
            (words.shorten)(&step(key), time_part(*part), &time_left(experiment, key, *part, *to))
        }
        Edit::Waive { material, by } => (words.waive)(&name_of_paper(experiment, material), waiver(*by)),
    }
}

/// Why an edit can't be.
pub fn why(experiment: &Experiment, why: &WhyRefused) -> String {
    let words = &what_if().why;
    match why {
        WhyRefused::NoSuchStep(_) => words.no_such_step.to_owned(),
        WhyRefused::NoSuchPaper(_) => words.no_such_paper.to_owned(),
        WhyRefused::LastStep => words.last_step.to_owned(),
        WhyRefused::NotOnSite(_) => words.not_on_site.to_owned(),
        WhyRefused::WithItself(_) => words.with_itself.to_owned(),
        WhyRefused::ComesBetween(step) => (words.comes_between)(&name_of_step(experiment, step)),
        WhyRefused::FrontAndBack => words.front_and_back.to_owned(),
        WhyRefused::NotTakenTogether => words.not_taken_together.to_owned(),
        WhyRefused::TimeNotTold(_, part) => (words.time_not_told)(time_part(*part)),
        WhyRefused::NotShorter(_, part) => (words.not_shorter)(time_part(*part)),
        WhyRefused::AlreadyWaived(_) => words.already_waived.to_owned(),
        WhyRefused::NotIssued(_) => words.not_issued.to_owned(),
        WhyRefused::TooManyEdits => words.too_many.to_owned(),
        WhyRefused::NoSuchVersion(_) | WhyRefused::NoSteps | WhyRefused::Contradiction(_) => {
            words.contradiction.to_owned()
        }
    }
}

/// 准备, 排队, 办理, 等待
pub fn time_part(part: TimePart) -> &'static str {
    let field = match part {
        TimePart::Prepare => Field::Prepare,
        TimePart::Queue => Field::Queue,
        TimePart::Counter => Field::Counter,
        TimePart::Wait => Field::Wait,
    };
    (words().names.field)(field)
}

/// How a paper is waived.
pub fn waiver(by: Waiver) -> &'static str {
    let provision = match by {
        Waiver::Sharing => Provision::WaivedBySharing,
        Waiver::Licence => Provision::WaivedByLicence,
    };
    (words().names.provision)(provision)
}

/// What a time is shortened to, with its unit also where it is none.
pub fn time(now: Span, to: u32) -> String {
    let names = &words().names;
    match Span::new(now.min().min(to), to, now.unit()) {
        Ok(left) if !left.is_none() => (names.span)(&left),
        _ => format!("{to} {}", (names.time_unit)(now.unit(), to)),
    }
}

fn time_left(experiment: &Experiment, key: &StepKey, part: TimePart, to: u32) -> String {
    let step = experiment.service().version(experiment.base()).and_then(|version| version.step(key));
    step.and_then(|step| part.of(step)).map_or_else(|| to.to_string(), |span| time(span, to))
}

fn name_of_step(experiment: &Experiment, key: &StepKey) -> String {
    let base = experiment.service().version(experiment.base());
    let step = base.and_then(|version| version.step(key));
    step.map_or_else(|| key.to_string(), |step| step.name.clone())
}

fn name_of_paper(experiment: &Experiment, key: &MaterialKey) -> String {
    let base = experiment.service().version(experiment.base());
    let paper = base.and_then(|version| version.material(key));
    paper.map_or_else(|| key.to_string(), |paper| paper.name.clone())
}
