//! The marks that pictures share, drawn around a point: each is told in words where it is used.

use leptos::prelude::*;

use super::thread::px;

/// A trip: a filled disc with its number.
#[component]
pub fn VisitDisc(x: f64, y: f64, radius: f64, number: u32) -> impl IntoView {
    let size = if number > 9 { radius } else { radius * 1.2 };
    view! {
        <circle class="mark__halo" cx=px(x) cy=px(y) r=px(radius + 2.0)/>
        <circle class="mark__disc" cx=px(x) cy=px(y) r=px(radius)/>
        <text class="mark__number" x=px(x) y=px(y + size * 0.36) font-size=px(size)>{number}</text>
    }
}

/// Something done at home: a hollow diamond.
#[component]
pub fn HomeDiamond(x: f64, y: f64, radius: f64) -> impl IntoView {
    let (x, y, r) = (px(x), px(y), px(radius));
    let d = format!("M{x} {y}m0-{r}l{r} {r}l-{r} {r}l-{r}-{r}z");
    view! { <path class="mark__diamond" d=d/> }
}

/// The lattice window (漏窗), the sign of one window: its middle and half its width.
#[component]
pub fn LatticeWindow(x: f64, y: f64, half: f64) -> impl IntoView {
    // Drawn in a square of 32.
    let place = format!("translate({} {}) scale({})", px(x - half), px(y - half), px(half / 16.0));
    view! {
        <g class="mark__lattice" transform=place>
            <rect class="mark__lattice-frame" x="1" y="1" width="30" height="30"/>
            <path d="M1 8H8V1M24 1V8H31M31 24H24V31M8 31V24H1M16 1V7M16 25V31M1 16H7M25 16H31"/>
            <path
                d="M16 7a5 5 0 0 1 4.6 4.4 5 5 0 0 1 4.4 4.6 5 5 0 0 1-4.4 4.6 5 5 0 0 1-4.6 4.4 5 5 0 0 1-4.6-4.4 5 5 0 0 1-4.4-4.6 5 5 0 0 1 4.4-4.6 5 5 0 0 1 4.6-4.4z"
            />
        </g>
    }
}
