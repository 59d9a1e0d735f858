//! 跑动图 as SVG: draws what [`super::trip_layout`] has laid out, and decides nothing.
//!
//! It is not read aloud; the list beside it says the same.

use leptos::prelude::*;

use super::marks::{HomeDiamond, LatticeWindow, VisitDisc};
use super::thread::px;
use super::trip_houses::{DOOR_HEIGHT, Door, House};
use super::trip_layout::{HOME_WIDTH, HomeMark, SetLine, Thread, TripLayout};
use crate::components::chinese::lang_of;

/// One picture; `saved` where it has the fewer visits of the two, `home` the word for where one is.
#[component]
pub fn TripDrawing(layout: TripLayout, saved: bool, home: &'static str) -> impl IntoView {
    let TripLayout { width, top, bottom, home: line, .. } = layout;
    let size = format!("0 {} {} {}", px(top), px(width), px(bottom - top));
    let class = if saved { "trip trip--saved" } else { "trip" };
    let radius = layout.radius;
    view! {
        <svg class=class viewBox=size aria-hidden="true">
            {layout.houses.into_iter().map(house).collect_view()}
            <rect class="trip__band" x="0" y=px(line) width=px(width) height=px(bottom - line)/>
            <line class="trip__line" x1="0" x2=px(width) y1=px(line) y2=px(line)/>
            {home_word(home, line)}
            <g>{layout.threads.into_iter().map(thread).collect_view()}</g>
            {layout.marks.into_iter().map(|mark| home_mark(mark, line, radius)).collect_view()}
        </svg>
    }
}

/// The word beside the line of home: characters one below the other, letters turned on their side.
fn home_word(home: &'static str, line: f64) -> AnyView {
    let x = HOME_WIDTH / 2.0;
    if home.is_ascii() {
        let turned = format!("translate({} {})rotate(-90)", px(x + 4.0), px(line + 26.0));
        return view! { <text class="trip__home" transform=turned>{home}</text> }.into_any();
    }
    let word = home.chars().zip(0_u8..).map(|(character, i)| {
        let y = px(line + 18.0 + 14.0 * f64::from(i));
        view! { <text class="trip__home" x=px(x) y=y>{character.to_string()}</text> }
    });
    word.collect_view().into_any()
}

fn house(house: House) -> AnyView {
    let [ridge, roof, ground] = house.heights;
    let (left, right) = (house.middle - house.width / 2.0, house.middle + house.width / 2.0);
    let (out_left, out_right) = (left - house.eave, right + house.eave);
    // From the left tip over the ridge to the right tip, and back along the eave.
    let d = format!(
        "M{} {}Q{} {} {} {}H{}Q{} {} {} {}Q{} {} {} {}H{}Q{} {} {} {}z",
        px(out_left),
        px(roof - 4.0),
        px(left + 2.0),
        px(roof - 5.0),
        px(left + 7.0),
        px(ridge + 5.0),
        px(right - 7.0),
        px(right - 2.0),
        px(roof - 5.0),
        px(out_right),
        px(roof - 4.0),
        px(right + 1.0),
        px(roof),
        px(right - 5.0),
        px(roof),
        px(left + 5.0),
        px(left - 1.0),
        px(roof),
        px(out_left),
        px(roof - 4.0),
    );
    view! {
        <rect
            class="trip__wall"
            x=px(left)
            y=px(roof - 1.0)
            width=px(house.width)
            height=px(ground - roof + 1.0)
        />
        <path class="trip__roof" d=d/>
        <line class="trip__ridge" x1=px(left + 4.0) x2=px(right - 4.0) y1=px(ridge + 1.0) y2=px(ridge + 1.0)/>
        <line class="trip__ground" x1=px(left - 3.0) x2=px(right + 3.0) y1=px(ground) y2=px(ground)/>
        {set("trip__name", house.name)}
        {house.doors.into_iter().map(|each| door(each, ground)).collect_view()}
    }
    .into_any()
}

fn door(door: Door, ground: f64) -> AnyView {
    let half = DOOR_HEIGHT / 2.0;
    let shape = if door.is_lattice {
        view! { <LatticeWindow x=door.x y=ground - half half=half - 0.5/> }.into_any()
    } else {
        // A door is lower than a lattice, and round at the top.
        let (left, top) = (door.x - 8.0, ground - 23.0);
        let d = format!("M{} {}v-19a4 4 0 0 1 4-4h8a4 4 0 0 1 4 4v19z", px(left), px(top + 23.0));
        view! { <path class="trip__door" d=d/> }.into_any()
    };
    view! {
        {set("trip__window", door.name)}
        {shape}
    }
    .into_any()
}

fn set(class: &'static str, lines: Vec<SetLine>) -> AnyView {
    let lines = lines.into_iter().map(|line| {
        let lang = lang_of(&line.text);
        view! { <text class=class x=px(line.x) y=px(line.y) lang=lang>{line.text}</text> }
    });
    lines.collect_view().into_any()
}

/// One trip: a halo, so that the later line lies over the earlier, then the line, then what makes it
/// two strands.
fn thread(thread: Thread) -> AnyView {
    let stroke = |class| view! { <path class=class d=thread.d.clone() pathLength="1"/> };
    view! {
        <g class="trip__thread">
            {[stroke("trip__halo"), stroke("trip__edge"), stroke("trip__core")]}
            {thread.bracket.map(|d| view! { <path class="trip__bracket" d=d/> })}
        </g>
    }
    .into_any()
}

fn home_mark(mark: HomeMark, line: f64, radius: f64) -> AnyView {
    let shape = match mark.visit {
        Some(number) => view! { <VisitDisc x=mark.x y=line radius number/> }.into_any(),
        None => view! { <HomeDiamond x=mark.x y=line radius=radius * 0.9/> }.into_any(),
    };
    let times = (mark.times > 1).then(|| {
        let (x, y) = (px(mark.x + radius + 1.0), px(line - radius * 0.7));
        view! { <text class="trip__times" x=x y=y>"×" {mark.times}</text> }
    });
    view! {
        {shape}
        {times}
        {set("trip__label", mark.label)}
    }
    .into_any()
}
