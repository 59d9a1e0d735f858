//! What the phone keeps of a reader's case, and nobody else learns: which papers are ready, and how long the reader's
//! own ways take.

use std::collections::{BTreeMap, BTreeSet};

use domain::key::MaterialKey;
use domain::{PlaceKey, ServiceId};
use leptos::prelude::*;

use crate::case::Case;
use crate::storage;

/// What is kept, for every component.
#[derive(Clone, Copy)]
pub struct Kept {
    service: StoredValue<ServiceId>,
    ticked: RwSignal<BTreeSet<MaterialKey>>,
    ways: RwSignal<BTreeMap<PlaceKey, u32>>,
}

impl Kept {
    /// What is kept of a case of `service`. It is read once the page is there, so that what the server has drawn is
    /// the same.
    pub fn of(service: ServiceId) -> Kept {
        let service = StoredValue::new(service);
        let ways = RwSignal::new(BTreeMap::new());
        Effect::new(move |_| {
            let kept = service.with_value(storage::ways);
            if !kept.is_empty() {
                ways.set(kept);
            }
        });
        Kept { service, ticked: RwSignal::default(), ways }
    }

    /// Reads which papers are ready of the version that is listed, and again when another is.
    pub fn follow(self, case: Memo<Option<Case>>) {
        let version = Memo::new(move |_| case.with(|case| Some(case.as_ref()?.now().version().id.clone())));
        Effect::new(move |_| {
            if let Some(version) = version.get() {
                self.ticked.set(self.service.with_value(|service| storage::ticked(service, &version)));
            }
        });
    }

    /// Whether a paper is ready.
    pub fn is_ready(self, paper: &MaterialKey) -> bool {
        self.ticked.with(|ticked| ticked.contains(paper))
    }

    /// Keeps whether a paper of the version that is listed is ready.
    pub fn tick(self, case: Memo<Option<Case>>, paper: MaterialKey, is_ready: bool) {
        let version = case.with_untracked(|case| Some(case.as_ref()?.now().version().id.clone()));
        let Some(version) = version else { return };
        self.service.with_value(|service| {
            // A tap may come before what was kept is read, and another page of the same list may be open.
            let mut ticked = match storage::keeps() {
                true => storage::ticked(service, &version),
                false => self.ticked.get_untracked(),
            };
            // Whether it was ready before makes no difference.
            let _ = if is_ready { ticked.insert(paper) } else { ticked.remove(&paper) };
            storage::keep_ticked(service, &version, &ticked);
            self.ticked.set(ticked);
        });
    }

    /// The ways that the reader has entered, in minutes there and back.
    pub fn ways(self) -> ReadSignal<BTreeMap<PlaceKey, u32>> {
        self.ways.read_only()
    }

    /// Keeps how long the way to a place takes; `None` forgets it.
    pub fn enter_way(self, place: PlaceKey, minutes: Option<u32>) {
        self.service.with_value(|service| {
            let mut ways = match storage::keeps() {
                true => storage::ways(service),
                false => self.ways.get_untracked(),
            };
            // What was entered before makes no difference.
            let _ = match minutes {
                Some(minutes) => ways.insert(place, minutes),
                None => ways.remove(&place),
            };
            storage::keep_ways(service, &ways);
            self.ways.set(ways);
        });
    }
}
