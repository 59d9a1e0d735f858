//! 情形, one question at a time: the first that is open is asked, those that were answered can be answered again.
//! Answers are links, so they work without a program.

use domain::key::{AnswerKey, SituationKey};
use domain::service::Situation;
use leptos::prelude::*;

use crate::case::Case;
use crate::components::chinese::chinese;
use crate::route::use_comparison_address;
use crate::words::checklist_words;

/// The next question, and the answers so far; nothing where the version asks none.
#[component]
pub fn Questions(case: Memo<Option<Case>>) -> impl IntoView {
    let address = use_comparison_address();
    let asked = asked(case);
    let next = move || {
        // Answers are links, and a link holds everything else that is asked.
        address.asked().track();
        asked.read().next.clone().map(|next| view! { <NextQuestion next/> })
    };
    view! { {next} {view! { <Answered case/> }.into_any()} }
}

/// The answers so far, each to be given again; nothing where there are none.
#[component]
pub fn Answered(case: Memo<Option<Case>>) -> impl IntoView {
    let address = use_comparison_address();
    let asked = asked(case);
    move || {
        address.asked().track();
        let answered = asked.read().answered.clone();
        (!answered.is_empty()).then(|| view! { <AnsweredList answered/> })
    }
}

/// What is asked of a case; nothing where the service has no such version.
fn asked(case: Memo<Option<Case>>) -> Memo<Asked> {
    Memo::new(move |_| case.with(|case| case.as_ref().map(Asked::of).unwrap_or_default()))
}

/// What is asked, and what was answered.
#[derive(Debug, Clone, PartialEq, Default)]
struct Asked {
    next: Option<Next>,
    answered: Vec<(Situation, AnswerKey)>,
}

#[derive(Debug, Clone, PartialEq)]
struct Next {
    situation: Situation,
    at: usize,
    of: usize,
}

impl Asked {
    fn of(case: &Case) -> Asked {
        let Ok(list) = case.list() else { return Asked::default() };
        let find = |key: &SituationKey| case.service().situations.iter().find(|s| s.key == *key).cloned();
        let decided = case.now().answers();
        let answer = |situation: &Situation| {
            let answer = decided?.get(&situation.key).filter(|_| !list.open.contains(&situation.key))?;
            Some((situation.clone(), answer.clone()))
        };
        let answered: Vec<(Situation, AnswerKey)> =
            case.service().situations.iter().filter_map(answer).collect();
        let next = list.open.first().and_then(find).map(|situation| Next {
            situation,
            at: answered.len() + 1,
            of: answered.len() + list.open.len(),
        });
        Asked { next, answered }
    }
}

#[component]
fn NextQuestion(next: Next) -> impl IntoView {
    let words = checklist_words();
    let address = use_comparison_address();
    let Next { situation, at, of } = next;
    let answers = situation.answers.into_iter().map(|answer| {
        let key = situation.key.clone();
        let href = address.changed(|asked| drop(asked.answers.insert(key, answer.key)));
        view! { <li><a class="button question__answer" href=href>{chinese(answer.label)}</a></li> }
    });
    view! {
        <section class="section question" aria-labelledby="question-title">
            <h2 class="section__title" id="question-title">{words.question_title}</h2>
            <p class="section__count">{(words.question_of)(at, of)}</p>
            <p class="question__text" id="question">{chinese(situation.question)}</p>
            <ul class="question__answers" aria-labelledby="question">{answers.collect_view()}</ul>
            <p class="section__note">{words.question_note}</p>
        </section>
    }
}

#[component]
fn AnsweredList(answered: Vec<(Situation, AnswerKey)>) -> impl IntoView {
    let words = checklist_words();
    let address = use_comparison_address();
    let rows = answered.into_iter().map(|(situation, given)| {
        let label = situation.answers.iter().find(|answer| answer.key == given).map(|a| a.label.clone());
        let href = address.changed(|asked| drop(asked.answers.remove(&situation.key)));
        view! {
            <div class="facts__fact">
                <dt>{chinese(situation.question.clone())}</dt>
                <dd>
                    {label.map(chinese)}
                    <a class="question__again" href=href>
                        {words.answer_again}
                        <span class="visually-hidden">{chinese(situation.question)}</span>
                    </a>
                </dd>
            </div>
        }
    });
    view! {
        <section class="section answered" aria-labelledby="answered-title">
            <h2 class="section__title" id="answered-title">{words.answered_title}</h2>
            <dl class="facts">{rows.collect_view()}</dl>
        </section>
    }
}
