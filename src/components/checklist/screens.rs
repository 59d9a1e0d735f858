//! 我的清单 in 长辈版: one thing on each screen, with a way on and a way back. The address holds which.

use leptos::prelude::*;

use crate::case::Case;
use crate::components::checklist::dates::LastDays;
use crate::components::checklist::kept::Kept;
use crate::components::checklist::own_time::OwnTime;
use crate::components::checklist::papers::Papers;
use crate::components::checklist::pass_on::PassOn;
use crate::components::checklist::questions::{Answered, Questions};
use crate::components::checklist::stops::Stops;
use crate::components::focus::go_to;
use crate::components::read_aloud::ReadAloud;
use crate::components::start_day::StartDay;
use crate::route::use_comparison_address;
use crate::words::{checklist_words, words};

/// What is on a screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Screen {
    Question,
    Start,
    Papers,
    Stop(usize),
    LastDays,
    OwnTime,
    PassOn,
}

fn screens(case: &Case) -> Vec<Screen> {
    let mut screens = Vec::new();
    if case.list().is_ok_and(|list| !list.open.is_empty()) {
        screens.push(Screen::Question);
    }
    screens.extend([Screen::Start, Screen::Papers]);
    screens.extend((0..case.stops().len()).map(Screen::Stop));
    screens.extend(case.start().map(|_| Screen::LastDays));
    screens.extend([Screen::OwnTime, Screen::PassOn]);
    screens
}

/// What is read aloud.
const SCREEN: &str = "screen";

/// The screen that the address names, and the ways to its neighbours.
#[component]
pub fn Screens(case: Memo<Option<Case>>, kept: Kept) -> impl IntoView {
    let address = use_comparison_address();
    let asked = address.part(|asked| &asked.screen);
    let all = Memo::new(move |_| case.with(|case| case.as_ref().map(screens).unwrap_or_default()));
    let at = Memo::new(move |_| {
        let last = all.read().len().saturating_sub(1);
        asked.get().map_or(0, |screen| usize::try_from(screen).unwrap_or(usize::MAX)).min(last)
    });
    let shown = Memo::new(move |_| all.read().get(at.get()).copied());
    let screen = move || match shown.get() {
        None => ().into_any(),
        Some(Screen::Question) => view! { <Questions case/> }.into_any(),
        Some(Screen::Start) => view! {
            <section class="section" aria-labelledby="start-title">
                <h2 class="section__title" id="start-title">{checklist_words().start_title}</h2>
                <StartDay/>
            </section>
            <Answered case/>
        }
        .into_any(),
        Some(Screen::Papers) => view! { <Papers case kept/> }.into_any(),
        Some(Screen::Stop(at)) => view! { <Stops case only=at/> }.into_any(),
        Some(Screen::LastDays) => view! { <LastDays case/> }.into_any(),
        Some(Screen::OwnTime) => view! { <OwnTime case kept/> }.into_any(),
        Some(Screen::PassOn) => view! { <PassOn case/> }.into_any(),
    };
    let words = &words().elder;
    let link = move |to: Option<usize>, class: &'static str, name: &'static str| {
        let to = u32::try_from(to?).ok()?;
        let href = address.changed(|asked| asked.screen = (to > 0).then_some(to));
        Some(view! { <a class=class href=href>{name}</a> })
    };
    let ways_on = move || {
        // The address is what the links change.
        address.asked().track();
        let (at, count) = (at.get(), all.read().len());
        view! {
            {link(at.checked_sub(1), "button", words.back)}
            <span class="screens__at">{(words.screen_of)(at + 1, count)}</span>
            {link(Some(at + 1).filter(|next| *next < count), "button button--primary", words.on)}
        }
    };
    // Who goes on stands at the top of the next screen, also with a keyboard or a reader.
    Effect::new(move |before: Option<usize>| {
        let now = at.get();
        if before.is_some_and(|before| before != now) {
            go_to(SCREEN);
        }
        now
    });
    view! {
        <div id=SCREEN class="screen" tabindex="-1">{screen}</div>
        <ReadAloud of=SCREEN at/>
        <nav class="screens" aria-label=words.screens>{ways_on}</nav>
    }
}
