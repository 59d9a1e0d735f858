//! 关于行动: the questions, the moves, and how we count.

use domain::Action;
use leptos::prelude::*;

use crate::components::chinese::chinese;
use crate::components::evidence_mark::EvidenceLegend;
use crate::components::page_heading::PageHeading;
use crate::components::pane::TOLD_MEASURES;
use crate::components::quotation::{Quotation, Sources, ToldList};
use crate::route::anchor;
use crate::words::words;

/// Draws 关于行动.
#[component]
pub fn AboutView(action: Action) -> impl IntoView {
    let words = &words().about;
    let totals = action.totals.iter().map(|total| {
        let text = format!("{}{}{}", total.value, total.counted, total.label);
        view! {
            <li class="told-list__entry">
                <p class="told-list__text">{chinese(text)}</p>
                <Quotation evidence=total.evidence.clone()/>
            </li>
        }
    });
    let totals = totals.collect_view();
    view! {
        <PageHeading title=words.title.to_owned()/>
        <p class="lead">{words.lead}</p>
        <section class="section">
            <h2 class="section__title">{words.aims_title}</h2>
            <ToldList told=action.aims.clone()/>
        </section>
        <section class="section">
            <h2 class="section__title">{words.questions_title}</h2>
            <ToldList told=action.questions.clone()/>
        </section>
        <section class="section">
            <h2 class="section__title">{words.moves_title}</h2>
            <ToldList told=action.moves.clone()/>
        </section>
        <section class="section">
            <h2 class="section__title">{words.totals_title}</h2>
            <ul class="told-list">{totals}</ul>
        </section>
        <HowWeCount/>
        <section class="section">
            <h2 class="section__title">{words.source_title}</h2>
            <Sources sources=action.sources.clone()/>
        </section>
    }
}

#[component]
fn HowWeCount() -> impl IntoView {
    let words = words();
    let rules = TOLD_MEASURES.map(|kind| {
        view! {
            <div class="rules__rule">
                <dt>
                    {(words.names.measure)(kind)}
                    <span class="rules__plain">{(words.names.measure_plain)(kind)}</span>
                </dt>
                <dd>{(words.names.rule)(kind)}</dd>
            </div>
        }
    });
    view! {
        <section class="section" id=anchor::HOW_WE_COUNT>
            <h2 class="section__title">{words.about.how_title}</h2>
            <p>{words.about.how_lead}</p>
            <dl class="rules">{rules.into_iter().collect_view()}</dl>
            <ul class="plain-list">
                <li>{words.about.standard_rule}</li>
                <li>{words.about.rate_rule}</li>
                <li>{words.about.relation_rule}</li>
                <li>{words.about.unknown_rule}</li>
            </ul>
            <h3 class="section__subtitle">{words.about.evidence_title}</h3>
            <EvidenceLegend/>
        </section>
    }
}
