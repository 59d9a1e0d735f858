//! The sign of a change: a thread, its left half before, its right half after. The words beside it
//! say the same.

use domain::ChangeKind;
use leptos::prelude::*;

/// The sign of the first kind; the words name them all.
#[component]
pub fn ChangeSign(kinds: Vec<ChangeKind>) -> impl IntoView {
    let (before, after) = paths(kinds.first().copied().unwrap_or(ChangeKind::Kept));
    let dashed = kinds.first() == Some(&ChangeKind::MovedToBackOffice);
    view! {
        <svg class="change-sign" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
            <path class="change-sign__before" d=before/>
            <path class="change-sign__after" class:change-sign__after--dashed=dashed d=after/>
        </svg>
    }
}

/// The half before and the half after.
fn paths(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::Kept => ("M2 12H20", "M20 12H38"),
        ChangeKind::Dropped => ("M2 12H24", "M25 3V21"),
        ChangeKind::Added => ("", "M14 12a3 3 0 1 1-.01 0M17 12H38"),
        ChangeKind::Merged => ("M2 4H10L20 12M2 20H10L20 12", "M20 12H38"),
        ChangeKind::Split => ("M2 12H20", "M20 12L30 4H38M20 12L30 20H38"),
        ChangeKind::MadeParallel => ("M2 12H8M12 12H18", "M24 6H38M24 18H38"),
        ChangeKind::MadeSequential => ("M2 6H16M2 18H16", "M22 12H28M32 12H38"),
        ChangeKind::Reordered => ("M2 6H14L26 18", "M26 18H38M2 18H14L26 6H38"),
        ChangeKind::Renamed => ("M2 12H14", "M14 12q3-6 6 0t6 0t6 0H38"),
        ChangeKind::MovedOnline => ("M2 12H20", "M20 12H25M25 5H38V16H25zM29 20H34"),
        ChangeKind::MovedOffline => ("M2 5H15V16H2zM6 20H11", "M15 12H38"),
        ChangeKind::MovedToBackOffice => ("M2 12H16", "M20 3V21M24 12H38"),
        ChangeKind::MovedToApplicant => ("M2 12H4M8 12H10M14 12H16M20 3V21", "M24 12H38"),
        ChangeKind::Shortened => ("M2 7V13M2 10H38M38 7V13", "M2 16V22M2 19H20M20 16V22"),
        ChangeKind::Lengthened => ("M2 3V9M2 6H20M20 3V9", "M2 14V20M2 17H38M38 14V20"),
        ChangeKind::FewerMaterials => ("M2 5H18M2 12H18M2 19H18", "M22 12H38"),
        ChangeKind::MoreMaterials => ("M2 12H18", "M22 5H38M22 12H38M22 19H38"),
        ChangeKind::Cheaper => ("M2 6H20V18H2z", "M24 9H34V15H24z"),
        ChangeKind::Dearer => ("M4 9H14V15H4z", "M18 6H36V18H18z"),
        ChangeKind::Relocated => ("M2 18H18", "M18 18V7H38"),
        ChangeKind::LegalBasisChanged => ("M6 4H16V20H6zM9 9H13", "M24 4H34V20H24zM27 9H31M27 13H31"),
        ChangeKind::Adjusted => ("M2 12H16", "M24 12H38M20 8V16"),
    }
}
