//! 要跑几趟: 跑动图 of both versions side by side, and the same in words.

mod in_words;

use domain::service::Audience;
use domain::{EvidenceKind, MeasureKind, Relation};
use leptos::prelude::*;

use crate::compared::{Compared, Which, facts_of};
use crate::components::chinese::told;
use crate::components::evidence_mark::EvidenceMark;
use crate::components::half_name::HalfName;
use crate::components::text_twin::TextTwin;
use crate::diagram::marks::{HomeDiamond, VisitDisc};
use crate::diagram::trip_drawing::TripDrawing;
use crate::diagram::trip_layout::{Sayings, TripLayout, lay_out};
use crate::diagram::trip_plan::{NoTrips, Trips, trips};
use crate::words::{comparison_words, words};
use in_words::side_in_words;

/// How wide a picture is laid out: the content of the narrowest phone that is common.
const WIDTH: f64 = 328.0;

/// Both pictures.
#[derive(Clone, PartialEq)]
struct TripFacts {
    /// One or both; of one version beside itself only one.
    sides: Vec<Side>,
    /// Which side has the fewer visits, where that was saved.
    saved: [bool; 2],
    is_at_work: bool,
}

/// One of the two pictures.
#[derive(Clone, PartialEq)]
struct Side {
    name: HalfName,
    trips: Result<Trips, NoTrips>,
    /// 地, 窗 and 次 in words.
    counts: String,
    evidence: Option<EvidenceKind>,
}

/// Both pictures; nothing where nobody has told the steps of either.
#[component]
pub fn TripPicture(compared: Signal<Option<Compared>>) -> impl IntoView {
    let facts = facts_of(compared, |compared| {
        let sides = Which::BOTH.map(|which| side(compared, which));
        let nothing = sides.iter().all(|side| side.trips == Err(NoTrips::NoSteps));
        (!nothing).then(|| TripFacts {
            saved: fewer(&sides, compared.relation()),
            is_at_work: compared.second().service().audience == Some(Audience::LegalPerson),
            sides: compared.drawn().iter().map(|which| sides[*which as usize].clone()).collect(),
        })
    });
    move || facts.get().map(pictures)
}

fn side(compared: &Compared, which: Which) -> Side {
    let half = compared.half(which);
    let of = |kind| {
        let change = compared.measure(kind)?;
        Some(if which == Which::First { &change.first } else { &change.second })
    };
    let number = |kind| {
        let (least, most) = of(kind)?.value.range()?;
        Some((words().names.range)(least, most))
    };
    let counts = [MeasureKind::Places, MeasureKind::Windows, MeasureKind::Visits].map(number);
    let trips = match half.walk() {
        Some(walk) => trips(&walk, half.visits()),
        None => Err(NoTrips::TooLarge),
    };
    Side {
        name: HalfName::of(compared, which),
        counts: match &counts {
            [Some(places), Some(windows), Some(visits)] => {
                (comparison_words().trips.counts)(places, windows, visits)
            }
            _ => String::new(),
        },
        evidence: of(MeasureKind::Visits).filter(|_| trips.is_ok()).and_then(|measured| measured.evidence),
        trips,
    }
}

/// Which side has the fewer visits; between two ways nothing was saved.
fn fewer(sides: &[Side; 2], relation: Relation) -> [bool; 2] {
    let [Ok(first), Ok(second)] = sides.each_ref().map(|side| side.trips.as_ref()) else {
        return [false, false];
    };
    let weighed = matches!(relation, Relation::BeforeAfter | Relation::AfterBefore);
    let (first, second) = (first.visits.1, second.visits.1);
    [weighed && first < second, weighed && second < first]
}

fn pictures(TripFacts { sides, saved, is_at_work }: TripFacts) -> AnyView {
    let words = &comparison_words().trips;
    let sayings = Sayings { stays_home: words.stays_home, of_several: words.of_several };
    let home = if is_at_work { words.workplace } else { words.home };
    let trips = [sides.first(), sides.get(1)].map(|side| side.and_then(|side| side.trips.as_ref().ok()));
    let layouts = lay_out(trips, WIDTH, &sayings);
    let texts = sides.iter().map(side_in_words).collect_view();
    let in_words = if sides.len() == 1 { comparison_words().strips.in_words } else { words.in_words };
    let drawn = sides.into_iter().zip(layouts).zip(saved);
    let drawn = drawn.map(|((side, layout), saved)| side_drawn(side, layout, saved, home)).collect_view();
    view! {
        <section class="section trips" aria-labelledby="trips-title">
            <h2 class="section__title" id="trips-title">{words.title}</h2>
            <p class="section__note">{words.lead}</p>
            <div class="trips__pair">
                {drawn}
            </div>
            {legend(is_at_work)}
            <TextTwin label=in_words>{texts}</TextTwin>
        </section>
    }
    .into_any()
}

fn side_drawn(side: Side, layout: Option<TripLayout>, saved: bool, home: &'static str) -> AnyView {
    let words = &comparison_words().trips;
    let note = match &side.trips {
        Ok(trips) if trips.visits.0 < trips.visits.1 => {
            Some((words.at_most)(&side.name.label, trips.visits.0, trips.visits.1))
        }
        Ok(_) => None,
        Err(NoTrips::NoSteps) => Some((words.no_steps)(&side.name.label)),
        Err(NoTrips::TooLarge) => Some((words.too_large)(&side.name.label)),
    };
    view! {
        <div class="trips__side">
            <p class="trips__head">
                <strong>{side.name.view()}</strong>
                {side.evidence.map(|kind| view! { <EvidenceMark kind/> })}
                <span class="trips__counts">{side.counts}</span>
            </p>
            {layout.map(|layout| view! { <TripDrawing layout saved home/> })}
            {note.map(|note| view! { <p class="section__note">{told(note)}</p> })}
        </div>
    }
    .into_any()
}

fn legend(is_at_work: bool) -> AnyView {
    let words = &comparison_words().trips;
    view! {
        <ul class="trips__legend">
            <li>
                <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
                    <VisitDisc x=0.0 y=0.0 radius=9.0 number=1/>
                </svg>
                {words.legend_visit}
            </li>
            <li>
                <svg width="22" height="22" viewBox="-11 -11 22 22" aria-hidden="true">
                    <HomeDiamond x=0.0 y=0.0 radius=9.0/>
                </svg>
                {if is_at_work { words.legend_at_workplace } else { words.legend_at_home }}
            </li>
        </ul>
    }
    .into_any()
}
