//! 可以改进的地方: what was found in the services as they are run today, the ones that cost people most hours
//! first, real ones and the demonstration district apart.

use ::api::ChanceList;
use domain::Finding;
use domain::chances::Chances;
use leptos::prelude::*;

use crate::compared::Which;
use crate::components::chinese::{self, chinese};
use crate::components::illustrative_line::IllustrativeLine;
use crate::components::page_heading::PageHeading;
use crate::route::{AskedComparison, asked_path};
use crate::words::{chances_words, words};

/// Draws 可以改进的地方.
#[component]
pub fn ChancesView(list: ChanceList) -> impl IntoView {
    let told = chances_words();
    let (examples, real): (Vec<_>, Vec<_>) = list.chances.into_iter().partition(|one| one.illustrative);
    let nothing = if examples.is_empty() { told.nothing } else { told.nothing_real };
    let real = if real.is_empty() {
        view! { <p class="blank">{nothing}</p> }.into_any()
    } else {
        real.into_iter().map(|chances| view! { <Found chances/> }).collect_view().into_any()
    };
    let examples = (!examples.is_empty()).then(|| {
        let found = examples.into_iter().map(|chances| view! { <Found chances/> }).collect_view();
        view! {
            <section class="section">
                <h2 class="section__title">{words().home.examples_title}</h2>
                <IllustrativeLine illustrative=true/>
                {found}
            </section>
        }
    });
    view! {
        <PageHeading title=told.title.to_owned()/>
        <p class="lead">{told.lead}</p>
        <p class="section__note">{told.rule}</p>
        <section class="section">
            <h2 class="section__title">{told.real_title}</h2>
            {real}
        </section>
        {examples}
    }
}

/// What was found in one version.
#[component]
fn Found(chances: Chances) -> impl IntoView {
    let told = chances_words();
    let hours = chances
        .yearly_hours
        .map_or_else(|| told.hours_unknown.to_owned(), |(min, max)| (told.hours)(min, max));
    let findings = chances.findings.iter().map(|finding| finding_view(&chances, finding));
    let findings: Vec<AnyView> = findings.collect();
    view! {
        <article class="chances__service">
            <h3 class="chances__name">{chinese(chances.name.clone())}</h3>
            <ul class="meta">
                <li>{chinese(chances.area.clone())}</li>
                <li>{chinese(chances.label.clone())}</li>
                <li>{hours}</li>
            </ul>
            <ol class="chances__list">{findings}</ol>
        </article>
    }
}

fn finding_view(chances: &Chances, finding: &Finding) -> AnyView {
    let told = chances_words();
    let names = &chances.names;
    let steps = finding.steps();
    let step = steps.first();
    let asked = AskedComparison {
        to: Some(chances.version.clone()),
        focus: step.map(|key| (Which::Second, (*key).clone())),
        ..AskedComparison::default()
    };
    let name = step.and_then(|key| names.steps.iter().find(|(known, _)| known == *key));
    let link = name.map_or_else(|| told.see_service.to_owned(), |(_, name)| (told.see_step)(name));
    view! {
        <li class="chances__finding">
            <p class="chances__kind"><span class="tag">{(told.kind)(finding.kind())}</span></p>
            <p class="chances__found">{chinese::told((told.found)(finding, names))}</p>
            <p class="chances__suggestion">
                <span class="chances__label">{told.suggestion}</span>
                {chinese::told((told.suggested)(&finding.suggestion(), names))}
            </p>
            <a class="arrow-link" href=asked_path(&chances.service, &asked)>{chinese::told(link)}</a>
        </li>
    }
    .into_any()
}
