//! What an address asks for that is not there: told in one line, and otherwise left be.

use std::sync::Arc;

use domain::{Answers, Service};
use leptos::prelude::*;

use crate::compared::base_of;
use crate::components::chinese;
use crate::route::{AskedComparison, SUPPOSED};
use crate::words::words;

/// Everything asked that nobody could read or that neither service has; nothing where all was understood.
#[component]
pub fn UnreadNote(services: StoredValue<[Arc<Service>; 2]>, asked: Memo<AskedComparison>) -> impl IntoView {
    let unread = Memo::new(move |_| services.with_value(|services| unread(services, &asked.read())));
    let told = move || (words().service.unread)(&(words().names.list)(&unread.read()));
    move || {
        (!unread.read().is_empty())
            .then(|| view! { <p class="section__note" role="status">{move || chinese::told(told())}</p> })
    }
}

fn unread(services: &[Arc<Service>; 2], asked: &AskedComparison) -> Vec<String> {
    let known = answers_to(services, &asked.answers);
    let unknown = asked.answers.iter().filter(|(question, _)| !known.contains_key(*question));
    let unknown = unknown.map(|(question, answer)| format!("{question}:{answer}"));
    // Of a version whose steps nobody has told there is nothing to suppose.
    let groundless = asked.supposed.is_some() && base_of(&services[0], &asked.from).is_none();
    let groundless = groundless.then(|| SUPPOSED.to_owned());
    asked.unread.iter().cloned().chain(unknown).chain(groundless).collect()
}

/// The answers that answer a question of one of the services.
pub fn answers_to(services: &[Arc<Service>; 2], answers: &Answers) -> Answers {
    let mut known = answers.clone();
    known.retain(|question, answer| {
        services.iter().any(|service| {
            let asks = |s: &&domain::service::Situation| s.key == *question;
            service.situations.iter().find(asks).is_some_and(|s| s.answers.iter().any(|a| a.key == *answer))
        })
    });
    known
}
