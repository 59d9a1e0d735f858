//! 要等几天: both versions as strips of time, one above the other, and the same as tables.

mod facts;

use leptos::prelude::*;

use crate::compared::{Compared, Which, facts_of};
use crate::components::chinese;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::gain_line::{Gain, GainLine};
use crate::components::lane_facts::LaneFacts;
use crate::components::start_day::StartDay;
use crate::components::strip_legend::StripLegend;
use crate::components::strip_table::StripTable;
use crate::components::text_twin::TextTwin;
use crate::diagram::strip_drawing::{Across, StripPatterns};
use crate::diagram::strip_head::{Head, HeadSayings, head};
use crate::diagram::strip_layout::{StripLayout, lay_out};
use crate::route::use_comparison_address;
use crate::words::comparison_words;
use facts::StripFacts;

/// Both strips; nothing where nothing is known of either.
#[component]
pub fn TimeStrips(compared: Signal<Option<Compared>>) -> impl IntoView {
    let start = use_comparison_address().part(|asked| &asked.start);
    let facts = facts_of(compared, move |compared| StripFacts::of(compared, start.get()));
    let there = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|facts| facts.has_steps)));
    move || {
        there.get().map(|has_steps| {
            view! {
                <section class="section" aria-labelledby="strips-title">
                    <div class="strips__title">
                        <h2 class="section__title" id="strips-title">{comparison_words().strips.title}</h2>
                        {has_steps.then(|| view! { <StartDay/> })}
                    </div>
                    {view! { <Strips facts/> }.into_any()}
                </section>
            }
            .into_any()
        })
    }
}

/// The picture, its legend, and the same as tables; each drawn anew only when it changes.
#[component]
fn Strips(facts: Memo<Option<StripFacts>>) -> impl IntoView {
    let drawn = Memo::new(move |_| facts.with(|facts| facts.as_ref().map(StripFacts::of_the_picture)));
    let is_dated = Memo::new(move |_| facts.with(|facts| facts.as_ref().is_some_and(|f| f.start.is_some())));
    let has_rows = Memo::new(move |_| {
        let has_rows = |facts: &StripFacts| facts.lanes.iter().any(|lane| !lane.rows.is_empty());
        facts.with(|facts| facts.as_ref().is_some_and(has_rows))
    });
    let which = Memo::new(move |_| facts.with(|facts| facts.as_ref().map_or(&Which::BOTH[..], |f| f.drawn)));
    let lanes = [0, 1].map(|at| {
        Memo::new(move |_| facts.with(|facts| facts.as_ref().map(|facts| facts.lanes[at].clone())))
    });
    let in_words = move || {
        has_rows.get().then(|| {
            let tables = move || {
                which
                    .get()
                    .iter()
                    .map(|which| view! { <StripTable facts=lanes[*which as usize]/> })
                    .collect_view()
            };
            view! {
                {move || view! { <StripLegend is_dated=is_dated.get()/> }}
                <TextTwin label=comparison_words().strips.in_words>
                    {tables}
                </TextTwin>
            }
            .into_any()
        })
    };
    view! {
        {move || drawn.get().map(picture)}
        {in_words}
    }
}

/// For which widths of screens a picture is laid out: the width of the strips there, in px.
const SCREENS: [(f64, &str); 2] = [(328.0, "strip--narrow"), (880.0, "strip--wide")];

fn picture(StripFacts { lanes, drawn, start, relation, note, .. }: StripFacts) -> AnyView {
    let words = &comparison_words().strips;
    let strips = lanes.each_ref().map(|lane| lane.strip.as_ref());
    let layouts = SCREENS.map(|(width, class)| (lay_out(strips, width), width, class));
    let gain = Gain::of(&lanes, relation);
    let label = match drawn {
        [which] => (words.picture_of_one)(&lanes[*which as usize].name.label),
        _ => (words.picture)(&lanes[0].name.label, &lanes[1].name.label),
    };
    let heads = layouts.iter().map(|(layout, width, class)| {
        let head = head(layout, start, *width, &head_sayings());
        across(layout, class, &head, &cuts(layout)).head()
    });
    let heads = heads.collect_view();
    let has_picture = strips.iter().any(Option::is_some);
    let bodies = drawn.iter().map(|which| {
        let i = *which as usize;
        let saved = gain.is_some_and(|gain| gain.earlier() == Some(i));
        let drawings = layouts.iter().map(|(layout, width, class)| {
            let head = head(layout, start, *width, &head_sayings());
            let lane = layout.lanes[i].as_ref()?;
            let until = layout.lanes[1 - i].as_ref().map(|other| other.thread.1);
            let until = until.filter(|until| *until > lane.thread.1);
            Some(across(layout, class, &head, &cuts(layout)).lane(lane, saved, until))
        });
        lane_drawn(&lanes[i], drawings.collect_view().into_any())
    });
    let slots = layouts[0].0.slots;
    let is_wider = slots > MOST_SLOTS;
    let bodies = bodies.collect_view();
    view! {
        <StripPatterns/>
        <div class=scroll_class(slots) role="group" aria-label=label tabindex="0">
            {has_picture.then(|| view! { <div class="strips__lane strips__lane--head"><span></span>{heads}</div> })}
            {bodies}
        </div>
        {is_wider.then(|| view! { <p class="strips__wider">{words.wider}</p> })}
        {gain.map(|gain| view! { <GainLine gain/> })}
        <p class="section__note">{note}</p>
    }
    .into_any()
}

fn head_sayings() -> HeadSayings {
    let words = &comparison_words().strips;
    HeadSayings {
        first_day: words.first_day,
        day: words.day_of_month,
        weekday: words.weekday,
        holiday: words.holiday,
        make_up: words.make_up,
        unpublished: words.unpublished_day,
        cut: words.cut,
    }
}

fn cuts(layout: &StripLayout) -> Vec<f64> {
    layout.columns.iter().filter(|column| column.is_cut()).map(|column| column.middle()).collect()
}

fn across<'a>(layout: &StripLayout, class: &'static str, head: &'a Head, cuts: &'a [f64]) -> Across<'a> {
    let words = &comparison_words().strips;
    Across { slots: layout.slots, class, head, cuts, milestones: [words.accepted, words.decided] }
}

fn lane_drawn(facts: &LaneFacts, drawings: AnyView) -> AnyView {
    let mut told = facts.told.iter();
    let done =
        told.next().map(|told| view! { <span class="strips__done">{chinese::told(told.clone())}</span> });
    let more = told.map(|told| view! { <li>{chinese::told(told.clone())}</li> }).collect_view();
    let has_more = facts.told.len() > 1;
    view! {
        <div class="strips__lane">
            <p class="strips__facts">
                <strong>{facts.name.view()}</strong>
                {facts.evidence.map(|kind| view! { <EvidenceMark kind/> })}
                {done}
            </p>
            {drawings}
            {has_more.then(|| view! { <ul class="strips__more">{more}</ul> })}
        </div>
    }
    .into_any()
}

/// More slots than these are wider than a phone, which then scrolls the strips, not the page.
const MOST_SLOTS: f64 = 21.0;

/// How wide the strips must at least be drawn, as the name of a class that says so.
fn scroll_class(slots: f64) -> &'static str {
    match slots {
        ..=MOST_SLOTS => "strips",
        ..=32.0 => "strips strips--32",
        ..=64.0 => "strips strips--64",
        _ => "strips strips--128",
    }
}
