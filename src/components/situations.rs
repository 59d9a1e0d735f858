//! 情形: the questions that decide which steps there are. One tap changes everything on the page; a
//! question that is left open is told as what was assumed and as the range over all answers.

use domain::service::Situation;
use domain::{Answers, Service};
use leptos::prelude::*;

use crate::compared::{Compared, Which};
use crate::components::chinese::{self, chinese};
use crate::components::comparison_form::{COMPARISON_FORM, ShowChosen};
use crate::route::{answer_field, use_comparison_address};
use crate::words::words;

/// The questions that the two versions ask; nothing where they ask none. They stay while answers change,
/// so that the focus stays where it is.
#[component]
pub fn Situations(
    /// What is shown; nothing for a moment, when the address asks for what is not there.
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    let questions = Memo::new(move |_| compared.with(|c| c.as_ref().map(asked).unwrap_or_default()));
    let told = move || compared.with(|c| c.as_ref().map(told));
    move || {
        let questions = questions.get();
        (!questions.is_empty()).then(|| {
            let questions = questions.into_iter().map(|situation| view! { <Question situation/> });
            view! {
                <section class="section situations" aria-labelledby="situations-title">
                    <h2 class="section__title" id="situations-title">{words().situations.title}</h2>
                    <div class="situations__questions">{questions.collect_view()}</div>
                    <ShowChosen/>
                    <p class="section__note" role="status">{move || told().map(chinese::told)}</p>
                </section>
            }
            .into_any()
        })
    }
}

/// The questions of both services that decide anything in the versions that are shown, each once.
fn asked(compared: &Compared) -> Vec<Situation> {
    let mut questions: Vec<Situation> = Vec::new();
    for half in Which::BOTH.map(|which| compared.half(which)) {
        let steps = &half.version().steps;
        let decides = |situation: &&Situation| {
            steps.iter().any(|step| step.when.as_ref().is_some_and(|when| when.situation == situation.key))
        };
        for situation in half.service().situations.iter().filter(decides) {
            if !questions.contains(situation) {
                questions.push(situation.clone());
            }
        }
    }
    questions
}

/// What was assumed of the questions that nobody has answered.
fn told(compared: &Compared) -> String {
    let words = &words().situations;
    let mut assumed: Vec<String> = Vec::new();
    for half in Which::BOTH.map(|which| compared.half(which)) {
        let Some(answers) = half.answers() else { continue };
        let open = answers.iter().filter(|(key, answer)| compared.answers().get(*key) != Some(answer));
        for line in open.filter_map(|(key, answer)| in_words(half.service(), key, answer)) {
            if !assumed.contains(&line) {
                assumed.push(line);
            }
        }
    }
    match assumed.as_slice() {
        [] => words.all_answered.to_owned(),
        assumed => (words.assumed)(&(self::words().names.list)(assumed)),
    }
}

fn in_words(
    service: &Service,
    key: &domain::key::SituationKey,
    answer: &domain::key::AnswerKey,
) -> Option<String> {
    let situation = service.situations.iter().find(|situation| situation.key == *key)?;
    let answer = situation.answers.iter().find(|other| other.key == *answer)?;
    Some((words().situations.assumed_answer)(&situation.question, &answer.label))
}

/// One question with its answers and 不确定, as buttons of which one is pressed.
#[component]
fn Question(situation: Situation) -> impl IntoView {
    let address = use_comparison_address();
    let given = address.part(|asked| &asked.answers);
    let key = StoredValue::new(situation.key.clone());
    let possible = StoredValue::new(situation.answers.clone());
    // An answer that the question does not have is none.
    let chosen = Memo::new(move |_| {
        let answer = key.with_value(|key| given.with(|given: &Answers| given.get(key).cloned()));
        answer.filter(|answer| possible.with_value(|possible| possible.iter().any(|a| a.key == *answer)))
    });
    let answers = situation.answers.iter().map(|answer| (Some(answer.key.clone()), answer.label.clone()));
    let unsure = (None, words().situations.unsure.to_owned());
    let options = answers.chain([unsure]).map(|(answer, label)| {
        let value = answer.as_ref().map(ToString::to_string).unwrap_or_default();
        let label = if answer.is_some() { chinese(label) } else { chinese::told(label) };
        let answer = StoredValue::new(answer);
        let is_chosen = move || answer.with_value(|answer| *chosen.read() == *answer);
        let choose = move |_| {
            address.change(|asked| match answer.get_value() {
                Some(answer) => drop(asked.answers.insert(key.get_value(), answer)),
                None => drop(asked.answers.remove(&key.get_value())),
            });
        };
        view! {
            <label class="situation__answer">
                <input
                    class="situation__radio"
                    type="radio"
                    name=answer_field(&situation.key)
                    form=COMPARISON_FORM
                    value=value
                    checked=is_chosen
                    prop:checked=is_chosen
                    on:change=choose
                />
                <span class="situation__label">{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="situation">
            <legend class="situation__question">{chinese(situation.question.clone())}</legend>
            <div class="situation__answers">{options.collect_view()}</div>
        </fieldset>
    }
}
