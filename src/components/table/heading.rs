//! The heads of the table's columns: a line of topics, and below those with several columns a line that
//! says what each tells. Every head of a column is a button that sorts by it.

use domain::MeasureKind;
use domain::table::column::{Aspect, Column, Order, Topic};
use leptos::prelude::*;

use crate::route::table::TableAddress;
use crate::words::{table_words, words};

/// How many lines the heads take.
pub const HEAD_LINES: usize = 2;

/// Draws both lines of heads.
#[component]
pub fn TableHead(
    /// What is shown, in its order.
    topics: Vec<Topic>,
    /// What is told of a figure.
    aspects: Vec<Aspect>,
    /// Where a sort is asked for.
    address: TableAddress,
) -> impl IntoView {
    let groups: Vec<(Topic, Vec<Column>)> = topics
        .into_iter()
        .map(|topic| (topic, topic.columns(&aspects)))
        .filter(|(_, c)| !c.is_empty())
        .collect();
    let above = groups.iter().map(|(topic, columns)| match columns.as_slice() {
        [only] if only.aspect.is_none() => {
            view! { <SortHead column=*only lines=HEAD_LINES text=topic_name(*topic) topic="" address/> }
                .into_any()
        }
        several => view! {
            <th class="table__head table__head--group" scope="colgroup" colspan=several.len()>
                {topic_name(*topic)}
            </th>
        }
        .into_any(),
    });
    let below = groups.iter().flat_map(|(topic, columns)| {
        columns.iter().filter_map(|column| {
            let text = aspect_name(column.aspect?);
            let name = topic_name(*topic);
            Some(view! { <SortHead column=*column lines=1 text topic=name address/> })
        })
    });
    let (above, below) = (above.collect_view(), below.collect_view());
    view! {
        <thead>
            <tr aria-rowindex=1>{above}</tr>
            <tr aria-rowindex=2>{below}</tr>
        </thead>
    }
}

#[component]
fn SortHead(
    column: Column,
    /// How many lines of heads it takes.
    lines: usize,
    text: &'static str,
    /// What it is about, for those who do not see what stands above it.
    topic: &'static str,
    address: TableAddress,
) -> impl IntoView {
    let query = address.query();
    let order = move || query.read().order.filter(|order| order.column == column);
    let sorted = move || match order() {
        None => "none",
        Some(Order { descending: false, .. }) => "ascending",
        Some(Order { descending: true, .. }) => "descending",
    };
    // From the least, from the most, and back to the order of the data.
    let sort = move |_| {
        let now = query.read_untracked().order.filter(|order| order.column == column);
        let next = match now {
            None => Some(Order { column, descending: false }),
            Some(Order { descending: false, .. }) => Some(Order { column, descending: true }),
            Some(Order { descending: true, .. }) => None,
        };
        address.change(|asked| asked.query.order = next);
    };
    let class = match (column.topic, column.aspect) {
        (Topic::Service, _) => "table__head table__head--name",
        (_, Some(_)) => "table__head table__head--figure",
        (_, None) => "table__head",
    };
    view! {
        <th class=class scope="col" rowspan=lines aria-sort=sorted>
            <button class="table__sort" type="button" on:click=sort>
                <span class="visually-hidden">{topic}</span>
                {text}
            </button>
        </th>
    }
}

/// What a topic is called above its columns.
pub fn topic_name(topic: Topic) -> &'static str {
    let told = table_words();
    match topic {
        Topic::Service => told.service,
        Topic::Versions => told.versions,
        Topic::Area => told.area,
        Topic::Audience => told.audience,
        Topic::Reported => told.reported,
        Topic::Measure(MeasureKind::Fees) => told.fees,
        Topic::Measure(kind) => (words().names.measure)(kind),
        Topic::Standard => told.standard,
        Topic::Changes => told.changes,
        Topic::Evidence => told.evidence,
        Topic::Cases => told.cases,
        Topic::YearlyHours => told.yearly_hours,
    }
}

/// What is told of a figure.
pub fn aspect_name(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::First => words().service.from_before,
        Aspect::Second => words().service.to_after,
        Aspect::Difference => table_words().difference,
        Aspect::Rate => table_words().rate,
    }
}
