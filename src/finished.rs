//! Finished pages: what the server sends at an address, so that a page can be read before, or without, the
//! program that draws it in the browser.
//!
//! [`asks`] says what the interface has to be asked for a page, and [`draw`] draws the same views as the
//! browser does, natively, from what it answered. The answers travel with the page, so that the browser need
//! not ask for them again ([`crate::api::ask`]), and [`crate::takeover`] puts what the program has drawn in
//! the place of what was sent.

use std::sync::Arc;

use ::api::{ChanceList, Home, RunDetail, RunList, ServiceDetail, Table, endpoint};
use domain::{Action, Service};
use leptos::prelude::*;
use serde::de::DeserializeOwned;

use crate::app::Frame;
use crate::card;
use crate::components::page_heading::Announcer;
use crate::components::search_results;
use crate::edition::{Edition, drawing};
use crate::language::speaking;
use crate::navigation::{Address, Navigation};
use crate::pages::two_services::{OtherMissing, TwoServicesView};
use crate::pages::{
    about::AboutView, chances::ChancesView, checklist::ChecklistView, home::HomeView,
    not_found::NotFoundPage, run::RunView, runs::RunsView, service::ServiceView, table::TableView,
};
use crate::route::{AskedComparison, Route, asked_search, card_path, edition_of, language_of};
use crate::structured;
use crate::words::{card_words, chances_words, checklist_words, table_words, words};

/// A page, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finished {
    /// Whether there is what the address names. Where there is not, the page says so.
    pub found: bool,
    /// The name of the window.
    pub title: String,
    /// What the page is about, in one or two sentences.
    pub description: String,
    /// What stands in the document's body.
    pub body: String,
    /// What the page is about, in the words of schema.org: JSON; nothing where it may not be said.
    pub structured: Option<String>,
    /// Whether search engines may show it: nothing that is only supposed or made for one reader, and of the
    /// demonstration district only what carries its mark in its name and its description.
    pub for_searches: bool,
    /// The picture of it to pass on.
    pub card: Option<FinishedCard>,
    /// In which edition it is drawn.
    pub edition: Edition,
    /// Whether it is drawn with the style sheet of the pages that browsers load later.
    pub later_style: bool,
}

/// Where the picture of a page is, and what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedCard {
    /// On this server.
    pub path: String,
    /// In words, for who can't see it.
    pub alternative: String,
}

/// Where the interface says what the page at an address shows, in the order in which [`draw`] takes the
/// answers; empty for a page that shows nothing of it.
pub fn asks(address: &Address) -> Vec<String> {
    match Route::parse(&address.path) {
        Route::Home => {
            let asked = asked_search(address);
            [Some(endpoint::HOME.to_owned()), asked].into_iter().flatten().collect()
        }
        Route::Service(id) => {
            let with = AskedComparison::read(address).with.filter(|with| *with != id);
            [Some(id), with].into_iter().flatten().map(|id| endpoint::service(&id)).collect()
        }
        Route::Checklist(id) => vec![endpoint::service(&id)],
        Route::Table => vec![endpoint::TABLE.to_owned()],
        Route::Chances => vec![endpoint::CHANCES.to_owned()],
        Route::Runs => vec![endpoint::RUNS.to_owned()],
        Route::Run(id) => vec![endpoint::run(&id)],
        Route::About => vec![endpoint::ACTION.to_owned()],
        Route::NotFound => Vec::new(),
    }
}

/// Draws the page at `address`, in its language, from the answers to [`asks`] of it; `None` stands for what there
/// is not.
///
/// # Errors
///
/// Where an answer is not what the page is drawn from.
pub fn draw(address: Address, answers: &[Option<&[u8]>]) -> Result<Finished, serde_json::Error> {
    let (language, edition) = (language_of(&address.path), edition_of(&address.path));
    speaking(language, || drawing(edition, || draw_in_its_language(address, answers)))
}

fn draw_in_its_language(address: Address, answers: &[Option<&[u8]>]) -> Result<Finished, serde_json::Error> {
    let Some(answers) = Answers::read(answers) else { return Ok(not_found(address)) };
    match Route::parse(&address.path) {
        Route::Home => {
            let home: Home = answers.read_first()?;
            let found = answers.second.flatten().map(serde_json::from_slice).transpose()?;
            let later_style = found.is_some();
            let begun = found.map(|found| search_results::begin(Some((address.clone(), found))));
            let view = move || view! { <HomeView home begun/> }.into_any();
            let page = finish(address, words().home.lead, view);
            Ok(Finished { structured: Some(structured::of_home()), later_style, ..page })
        }
        Route::Service(_) => service(address, &answers),
        Route::Checklist(_) => {
            let detail: ServiceDetail = answers.read_first()?;
            let description = (checklist_words().description)(&detail.service.name);
            let page = finish(address, &description, move || view! { <ChecklistView detail/> }.into_any());
            Ok(Finished { for_searches: false, ..page })
        }
        Route::Table => {
            let table: Table = answers.read_first()?;
            Ok(finish(address, table_words().lead, move || view! { <TableView table/> }.into_any()))
        }
        Route::Chances => {
            let list: ChanceList = answers.read_first()?;
            Ok(finish(address, chances_words().lead, move || view! { <ChancesView list/> }.into_any()))
        }
        Route::Runs => {
            let list: RunList = answers.read_first()?;
            Ok(finish(address, words().runs.lead, move || view! { <RunsView list/> }.into_any()))
        }
        Route::Run(_) => {
            let run: RunDetail = answers.read_first()?;
            let description = (words().runs.description)(&run.run.title, &run.run.as_whom);
            let for_searches = !run.run.illustrative;
            let page = finish(address, &description, move || view! { <RunView run/> }.into_any());
            Ok(Finished { for_searches, ..page })
        }
        Route::About => {
            let action: Action = answers.read_first()?;
            Ok(finish(address, words().about.lead, move || view! { <AboutView action/> }.into_any()))
        }
        Route::NotFound => Ok(not_found(address)),
    }
}

fn service(address: Address, answers: &Answers<'_>) -> Result<Finished, serde_json::Error> {
    let detail: ServiceDetail = answers.read_first()?;
    let service = &detail.service;
    let summary = match service.illustrative {
        true => format!("{} {}", words().site.illustrative_line, service.summary),
        false => service.summary.clone(),
    };
    let card = card(&detail.service, &address);
    let Some(other) = answers.second else {
        let structured = structured::of_service(&detail.service);
        let for_searches = AskedComparison::read(&address).supposed.is_none();
        let page = finish(address, &summary, move || view! { <ServiceView detail/> }.into_any());
        return Ok(Finished { structured, for_searches, card, ..page });
    };
    let first = Arc::new(detail.service);
    let Some(other) = other else {
        let view = move || view! { <OtherMissing first retry=|| ()/> }.into_any();
        return Ok(Finished { found: false, ..finish(address, &summary, view) });
    };
    let other: ServiceDetail = serde_json::from_slice(other)?;
    let second = Arc::new(other.service);
    let page = finish(address, &summary, move || view! { <TwoServicesView first second/> }.into_any());
    Ok(Finished { for_searches: false, ..page })
}

/// The picture of the comparison that the address asks for; there is none of what is only supposed.
fn card(service: &Service, address: &Address) -> Option<FinishedCard> {
    let asked = AskedComparison::read(address);
    if asked.supposed.is_some() {
        return None;
    }
    let versions = card::versions(&Arc::new(service.clone()), &asked.from, &asked.to)?;
    let versions = versions.as_ref().map(|(from, to)| (from, to));
    Some(FinishedCard {
        path: card_path(endpoint::CARD_WIDE, &service.id, versions),
        alternative: (card_words().alternative)(&service.name),
    })
}

/// What the interface answered: the first is there.
struct Answers<'a> {
    first: &'a [u8],
    /// Asked for only where the address names two services, or looks for something; there or not.
    second: Option<Option<&'a [u8]>>,
}

impl<'a> Answers<'a> {
    fn read(answers: &[Option<&'a [u8]>]) -> Option<Answers<'a>> {
        let first = (*answers.first()?)?;
        Some(Answers { first, second: answers.get(1).copied() })
    }

    fn read_first<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_slice(self.first)
    }
}

/// The page that says that there is none at `address`.
fn not_found(address: Address) -> Finished {
    let page = finish(address, words().not_found.advice, || view! { <NotFoundPage/> }.into_any());
    Finished { found: false, later_style: false, ..page }
}

fn finish(address: Address, description: &str, view: impl FnOnce() -> AnyView + Send + 'static) -> Finished {
    let owner = Owner::new();
    owner.with(|| {
        let announcer = Announcer::default();
        provide_context(Navigation::at(address));
        provide_context(announcer);
        let body = view! { <Frame>{view()}</Frame> }.to_html();
        let title = announcer.window_title();
        let description = description.to_owned();
        Finished {
            found: true,
            title,
            description,
            body,
            structured: None,
            for_searches: true,
            card: None,
            edition: Edition::current(),
            later_style: true,
        }
    })
}
