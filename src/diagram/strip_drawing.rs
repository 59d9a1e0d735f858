//! Strips of time as SVG: draws what [`super::strip_layout`] has laid out, and decides nothing. As
//! wide as the page lets it: to the right everything is a part of the whole.
//!
//! It is not read aloud; the table beside it says the same.

use leptos::prelude::*;

use super::marks::{HomeDiamond, VisitDisc};
use super::strip_head::Head;
use super::strip_layout::{Lane, PlacedWait, SetName};
use super::strip_plan::{DayKind, Mark};
use crate::components::chinese::lang_of;

/// What all strips of one picture have in common.
#[derive(Clone, Copy)]
pub struct Across<'a> {
    /// How many slots the whole is wide.
    pub slots: f64,
    /// The class of every drawing: for which width of screen it is.
    pub class: &'static str,
    /// The days on which nobody works.
    pub head: &'a Head,
    /// Where days are left out: the middles.
    pub cuts: &'a [f64],
    /// The words for 受理 and 办结.
    pub milestones: [&'static str; 2],
}

impl Across<'_> {
    fn part(&self, slots: f64) -> String {
        format!("{:.3}%", slots / self.slots * 100.0)
    }

    /// The hatching of days off, as high as the drawing.
    fn days_off(&self) -> AnyView {
        let each = self.head.off.iter().map(|(x, width, kind)| {
            let fill = match kind {
                DayKind::Holiday | DayKind::Unpublished => "url(#strip-holiday)",
                _ => "url(#strip-weekend)",
            };
            view! { <rect x=self.part(*x) y="0" width=self.part(*width) height="100%" fill=fill/> }
        });
        each.collect_view().into_any()
    }

    /// The dates, weekdays and what is special.
    pub fn head(&self) -> AnyView {
        let text = |class: &'static str, x: f64, y: u32, text: String| {
            view! { <text class=class x=self.part(x) y=y>{text}</text> }
        };
        let dates = self.head.dates.iter().map(|(x, date)| text("strip__date", *x, 12, date.clone()));
        let weekdays =
            self.head.weekdays.iter().map(|(x, day)| text("strip__weekday", *x, 30, (*day).to_owned()));
        let notes = self.head.notes.iter().map(|(x, note)| text("strip__note", *x, 45, (*note).to_owned()));
        let height = match (self.head.weekdays.is_empty(), self.head.notes.is_empty()) {
            (true, _) => 18,
            (false, true) => 36,
            (false, false) => 50,
        };
        view! {
            <svg class=format!("strip strip--head {}", self.class) width="100%" height=height aria-hidden="true">
                {self.days_off()}
                {dates.collect_view()}
                <line class="strip__rule" x1="0" x2="100%" y1="17" y2="17"/>
                {weekdays.collect_view()}
                {notes.collect_view()}
            </svg>
        }
        .into_any()
    }

    /// One strip; `saved` where it is done earlier, `until` where the other ends, if later.
    pub fn lane(&self, lane: &Lane, saved: bool, until: Option<f64>) -> AnyView {
        let top = if lane.accepted.or(lane.decided).is_some() { 16.0 } else { 2.0 };
        let middle = top + 15.0;
        let (first, beside) = lane.rows.split_first().map_or((&[][..], &[][..]), |(a, b)| (a.as_slice(), b));
        let mut bottom = middle + 16.0;
        let names = |row: &[PlacedWait], y: f64| {
            row.iter().filter_map(|wait| Some(self.name(wait.name.as_ref()?, y))).collect_view()
        };
        let first_names = names(first, bottom + 11.0);
        if first.iter().any(|wait| wait.name.is_some()) {
            bottom += 17.0;
        }
        let first = first.iter().map(|wait| self.wait(wait, middle, 13.0, "strip__wait")).collect_view();
        let beside = beside.iter().map(|row| {
            let middle = bottom + 9.0;
            let waits =
                row.iter().map(|wait| self.wait(wait, middle, 7.0, "strip__wait strip__wait--beside"));
            let drawn = (waits.collect_view(), names(row, middle + 19.0));
            bottom = middle + 25.0;
            drawn
        });
        let beside = beside.collect::<Vec<_>>();
        let class = if saved { "strip strip--lane strip--saved" } else { "strip strip--lane" };
        view! {
            <svg class=format!("{class} {}", self.class) width="100%" height=bottom + 4.0 aria-hidden="true">
                {self.days_off()}
                {self.milestones(lane, middle)}
                <line
                    class="strip__thread"
                    x1=self.part(lane.thread.0)
                    x2=self.part(lane.thread.1)
                    y1=middle
                    y2=middle
                />
                {until.map(|until| view! {
                    <line
                        class="strip__spare"
                        x1=self.part(lane.thread.1)
                        x2=self.part(until)
                        y1=middle
                        y2=middle
                    />
                })}
                {first}
                {first_names}
                {beside}
                {lane.marks.iter().map(|mark| self.mark(*mark, middle)).collect_view()}
                {self.cuts.iter().map(|x| self.cut(*x, middle)).collect_view()}
            </svg>
        }
        .into_any()
    }

    /// 受理 and 办结 above the strip, where both have room.
    fn milestones(&self, lane: &Lane, middle: f64) -> AnyView {
        let flag = |x: f64, text: &'static str| {
            view! {
                <line class="strip__flag" x1=self.part(x) x2=self.part(x) y1="14" y2=middle/>
                <text class="strip__milestone" x=self.part(x) y="11">{text}</text>
            }
        };
        let apart = |other: f64| lane.accepted.is_none_or(|accepted| other - accepted >= 1.9);
        [lane.accepted, lane.decided.filter(|decided| apart(*decided))]
            .into_iter()
            .zip(self.milestones)
            .filter_map(|(x, text)| Some(flag(x?, text)))
            .collect_view()
            .into_any()
    }

    fn wait(&self, wait: &PlacedWait, middle: f64, half: f64, class: &'static str) -> AnyView {
        let ends = wait.boxes.last().map_or(0.0, |(x, width)| x + width);
        let begins = wait.boxes.first().map_or(0.0, |(x, _)| *x);
        let boxes = wait.boxes.iter().map(|(x, width)| {
            let (y, height) = (middle - half, 2.0 * half);
            view! { <rect class=class x=self.part(*x) y=y width=self.part(*width) height=height/> }
        });
        let count_class = if half > 8.0 { "strip__count" } else { "strip__count strip__count--beside" };
        let drop = if half > 8.0 { 4.5 } else { 3.7 };
        let counts = wait.counts.iter().map(|(x, count)| {
            view! { <text class=count_class x=self.part(*x) y=middle + drop>{*count}</text> }
        });
        view! {
            <line class="strip__between" x1=self.part(begins) x2=self.part(ends) y1=middle y2=middle/>
            {boxes.collect_view()}
            {counts.collect_view()}
        }
        .into_any()
    }

    fn name(&self, name: &SetName, y: f64) -> AnyView {
        let class = if name.ends_there { "strip__name strip__name--end" } else { "strip__name" };
        let lang = lang_of(&name.text);
        view! { <text class=class x=self.part(name.x) y=y lang=lang>{name.text.clone()}</text> }.into_any()
    }

    fn mark(&self, (x, mark, is_critical): (f64, Mark, bool), middle: f64) -> AnyView {
        let class = if is_critical { "strip__mark" } else { "strip__mark strip__mark--beside" };
        let drawn = match mark {
            Mark::Visit(number) => view! { <VisitDisc x=0.0 y=0.0 radius=8.5 number/> }.into_any(),
            Mark::Home => view! { <HomeDiamond x=0.0 y=0.0 radius=8.0/> }.into_any(),
        };
        view! { <svg class=class x=self.part(x) y=middle overflow="visible">{drawn}</svg> }.into_any()
    }

    /// Two strokes through the strip where days are left out.
    fn cut(&self, x: f64, middle: f64) -> AnyView {
        view! {
            <svg class="strip__cut" x=self.part(x) y=middle overflow="visible">
                <path class="strip__cut-ground" d="M-3-15h12l-6 30h-12z"/>
                <path d="M-3-15l-6 30M9-15l-6 30"/>
            </svg>
        }
        .into_any()
    }
}

/// The hatchings; a page needs them once, wherever its strips are.
#[component]
pub fn StripPatterns() -> impl IntoView {
    view! {
        <svg class="strip__patterns" width="0" height="0" aria-hidden="true">
            <pattern id="strip-weekend" width="7" height="7" patternUnits="userSpaceOnUse">
                <path class="strip__hatch" d="M-1 8L8-1M-1 1L1-1M6 8L8 6"/>
            </pattern>
            <pattern id="strip-holiday" width="7" height="7" patternUnits="userSpaceOnUse">
                <path class="strip__hatch" d="M-1 8L8-1M-1-1L8 8"/>
            </pattern>
        </svg>
    }
}
