//! Evidence with its clause: what a source says, word for word.

use domain::reported::Told;
use domain::{Evidence, EvidenceKind, Source};
use leptos::prelude::*;

use crate::components::chinese::chinese;
use crate::components::evidence_mark::EvidenceMark;
use crate::words::words;

/// The clause of a source, with the mark of its evidence; the mark alone where nothing is quoted.
#[component]
pub fn Quotation(evidence: Evidence) -> impl IntoView {
    let quote = evidence.quote().map(str::to_owned);
    view! {
        <p class="quotation">
            <EvidenceMark kind=evidence.kind()/>
            {quote.map(|quote| view! { <q class="quotation__clause">{chinese(quote)}</q> })}
        </p>
    }
}

/// Things that were told, each with its clause; one mark for all, and a clause that tells several
/// of them stands once, under the last.
#[component]
pub fn ToldList(told: Vec<Told>) -> impl IntoView {
    let kinds = EvidenceKind::weakest(told.iter().map(|told| told.evidence.kind()));
    let quotes: Vec<Option<String>> =
        told.iter().map(|told| told.evidence.quote().map(str::to_owned)).collect();
    let has_quotes = quotes.iter().any(Option::is_some);
    let entries = told.into_iter().enumerate().map(|(i, told)| {
        let quote = quotes[i].clone().filter(|quote| quotes.get(i + 1) != Some(&Some(quote.clone())));
        view! {
            <li class="told-list__entry">
                <p class="told-list__text">{chinese(told.text)}</p>
                {quote.map(|quote| view! { <p><q class="quotation__clause">{chinese(quote)}</q></p> })}
            </li>
        }
    });
    view! {
        <ul class="told-list">{entries.collect_view()}</ul>
        {kinds.map(|kind| view! {
            <p class="told-list__mark">
                <EvidenceMark kind/>
                {has_quotes.then_some(words().service.quoted)}
            </p>
        })}
    }
}

/// The sources of a page.
#[component]
pub fn Sources(sources: Vec<Source>) -> impl IntoView {
    let words = words();
    let entries = sources.into_iter().map(|source| {
        let date = source.published_on.map_or_else(
            || words.service.undated.to_owned(),
            |on| (words.service.published_on)(&(words.names.date)(on.year(), on.month(), on.day())),
        );
        view! {
            <li class="sources__entry">
                <p class="sources__title">{chinese(source.title)}</p>
                <p>{chinese(source.publisher)}</p>
                <p>{date}</p>
                {source.note.map(|note| view! { <p>{chinese(note)}</p> })}
            </li>
        }
    });
    view! { <ul class="sources">{entries.collect_view()}</ul> }
}
