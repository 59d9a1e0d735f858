//! The picture of 首页: many threads that cross become one line that enters one window. It says what
//! the words above it say, so it is not read aloud.

use leptos::prelude::*;

/// Threads from the left, the lattice window (漏窗) at the right.
#[component]
pub fn ThreadsIntoLattice() -> impl IntoView {
    let threads = [
        "M-8 8C40 8 60 76 100 76S150 58 181 58",
        "M-8 30C40 30 60 10 100 10S150 58 181 58",
        "M-8 52C40 52 60 106 100 106S150 58 181 58",
        "M-8 80C40 80 60 36 100 36S150 58 181 58",
        "M-8 106C40 106 60 60 100 60S150 58 181 58",
    ];
    let threads = threads.map(|d| {
        view! {
            <path class="threads__halo" d=d/>
            <path class="threads__edge" d=d/>
            <path class="threads__core" d=d/>
        }
    });
    view! {
        <svg class="threads" viewBox="0 0 344 116" preserveAspectRatio="xMaxYMid slice" aria-hidden="true">
            {threads.into_iter().collect_view()}
            <path class="threads__one" d="M180 58H234"/>
            <Lattice/>
        </svg>
    }
}

#[component]
fn Lattice() -> impl IntoView {
    view! {
        <g transform="translate(232 2)">
            <rect class="lattice__frame" x="2.5" y="2.5" width="107" height="107"/>
            <rect class="lattice__bars" x="10" y="10" width="92" height="92"/>
            <path
                class="lattice__bars"
                d="M10 24H24V10M88 10V24H102M102 88H88V102M24 102V88H10M24 24L39 39M88 24L73 39M88 88L73 73M24 88L39 73M56 10V22M56 90V102M10 56H22M90 56H102"
            />
            <path
                class="lattice__flower"
                d="M56 22a17 17 0 0 1 17 17 17 17 0 0 1 0 34 17 17 0 0 1-34 0 17 17 0 0 1 0-34 17 17 0 0 1 17-17z"
            />
            <rect class="lattice__stroke" x="40" y="53" width="32" height="6"/>
        </g>
    }
}
