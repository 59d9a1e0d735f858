//! What to have ready: each paper once, to be ticked; what comes on the way, what may follow, and what nobody has
//! to hand in and why. What was ticked stays on the phone.

use domain::StepKey;
use domain::checklist::Paper;
use domain::key::MaterialKey;
use domain::material::Provision;
use leptos::prelude::*;

use crate::case::Case;
use crate::components::checklist::kept::Kept;
use crate::components::chinese::{chinese, told};
use crate::words::{checklist_words, words};

/// The papers, in groups; those that are ready are ticked.
#[component]
pub fn Papers(case: Memo<Option<Case>>, kept: Kept) -> impl IntoView {
    let words = checklist_words();
    let tick = Callback::new(move |(paper, is_ready)| kept.tick(case, paper, is_ready));
    let shown = Memo::new(move |_| case.with(|case| case.as_ref().map(groups).unwrap_or_default()));
    let count = move || {
        let shown = shown.read();
        let needed = shown.iter().filter(|group| group.is_ticked).flat_map(|group| &group.papers);
        let needed: Vec<&MaterialKey> = needed.map(|paper| &paper.key).collect();
        let ready = needed.iter().filter(|key| kept.is_ready(key)).count();
        (!needed.is_empty()).then(|| (words.papers_count)(ready, needed.len()))
    };
    let drawn = move || {
        let groups = shown.get();
        if groups.is_empty() {
            return view! { <p class="checklist__none">{words.no_papers}</p> }.into_any();
        }
        groups.into_iter().map(|group| view! { <GroupView group kept tick/> }).collect_view().into_any()
    };
    view! {
        <section class="section papers" aria-labelledby="papers-title">
            <h2 class="section__title" id="papers-title">{words.papers_title}</h2>
            <p class="section__count" role="status">{count}</p>
            {drawn}
        </section>
    }
}

/// Papers of which the same is to be said.
#[derive(Debug, Clone, PartialEq)]
struct Group {
    name: &'static str,
    is_ticked: bool,
    papers: Vec<Told>,
}

/// A paper in words.
#[derive(Debug, Clone, PartialEq)]
struct Told {
    key: MaterialKey,
    name: String,
    notes: Vec<String>,
}

fn groups(case: &Case) -> Vec<Group> {
    let words = checklist_words();
    let is_waived = |paper: &Paper| !paper.provision.is_supplied();
    let is_later = |paper: &Paper| paper.provision == Provision::Later;
    let group = |name, is_ticked, holds: &dyn Fn(&Paper) -> bool| Group {
        name,
        is_ticked,
        papers: case
            .papers()
            .iter()
            .filter(|paper| holds(paper))
            .map(|paper| in_words(case, paper))
            .collect(),
    };
    let groups = [
        group(words.ready_first, true, &Paper::is_ready_first),
        group(words.handed_out, false, &|p| !is_waived(p) && !is_later(p) && p.handed_out_at.is_some()),
        group(words.later, true, &is_later),
        group(words.waived, false, &is_waived),
    ];
    groups.into_iter().filter(|group| !group.papers.is_empty()).collect()
}

fn in_words(case: &Case, paper: &Paper) -> Told {
    let words = checklist_words();
    let when = |step: &StepKey| {
        let name = case.now().step_name(step);
        case.visit_of(step)
            .map_or_else(|| (words.at_step)(name), |number| (words.at_step_of_visit)(number, name))
    };
    let steps: Vec<String> = paper.steps.iter().map(when).collect();
    let mut notes = Vec::new();
    if paper.provision.is_supplied() {
        notes.extend(paper.forms.iter().map(|(form, copies)| (words.form)(*form, *copies)));
        notes.extend((paper.provision == Provision::Commitment).then(|| words.commitment.to_owned()));
        notes.extend(paper.handed_out_at.as_ref().map(|step| (words.comes_from)(&when(step))));
        notes.push((words.to_hand_in)(&(self::words().names.list)(&steps)));
    } else {
        notes.push((words.why_waived)(paper.provision).to_owned());
    }
    let name = case.now().material_name(&paper.material).to_owned();
    Told { key: paper.material.clone(), name, notes }
}

#[component]
fn GroupView(group: Group, kept: Kept, tick: Callback<(MaterialKey, bool)>) -> impl IntoView {
    let is_ticked = group.is_ticked;
    let rows = group.papers.into_iter().map(|paper| {
        let notes =
            paper.notes.into_iter().map(|note| view! { <span class="paper__note">{told(note)}</span> });
        let content = view! {
            <span class="paper__name">{chinese(paper.name)}</span>
            <span class="paper__notes">{notes.collect_view()}</span>
        };
        if !is_ticked {
            return view! { <li class="paper"><span class="paper__told">{content}</span></li> }.into_any();
        }
        let key = StoredValue::new(paper.key);
        let is_ready = move || key.with_value(|key| kept.is_ready(key));
        view! {
            <li class="paper">
                <label class="paper__label">
                    <input
                        class="paper__box"
                        type="checkbox"
                        autocomplete="off"
                        prop:checked=is_ready
                        on:change=move |event| tick.run((key.get_value(), event_target_checked(&event)))
                    />
                    <span class="paper__told">{content}</span>
                </label>
            </li>
        }
        .into_any()
    });
    view! {
        <h3 class="section__subtitle">{group.name}</h3>
        <ul class="paper-list">{rows.collect_view()}</ul>
    }
}
