//! What is told of all services at once, computed of each service once and kept until its document changes.
//!
//! A comparison of every pair of versions costs far more than reading a row, so the facts of a service are
//! kept by the digest of its document. Whoever asks while they are computed waits for them: nothing is
//! computed twice. What was computed before a request was given up is kept too.

use std::collections::{HashMap, HashSet};
use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;
use std::time::Instant;

use api::{ExampleCard, ServiceSummary};
use domain::chances::{self, Chances, chances_of};
use domain::search::{Entry, Finder};
use domain::table::{TableRow, rows_of};
use domain::{Service, ServiceId};
use store::Store;
use tokio::sync::Mutex;
use tokio::task::{JoinSet, spawn_blocking};

use crate::catalogue;
use crate::failure::Failure;

/// The facts of all services; a clone is the same.
#[derive(Debug, Clone, Default)]
pub struct Overview {
    known: Arc<Mutex<HashMap<ServiceId, Computed>>>,
    finder: Arc<Mutex<Option<MadeOf>>>,
}

/// A finder, and what it was made of: as long as that stays it is not made again.
#[derive(Debug)]
struct MadeOf {
    facts: Vec<Arc<Facts>>,
    runs: Vec<Entry>,
    finder: Arc<Finder>,
}

#[derive(Debug)]
struct Computed {
    digest: String,
    facts: Arc<Facts>,
}

/// What one service comes to.
#[derive(Debug)]
pub struct Facts {
    /// Its rows in 对比总表.
    pub rows: Vec<TableRow>,
    /// Its 可以改进的地方.
    pub chances: Vec<Chances>,
    /// As a list shows it.
    pub summary: ServiceSummary,
    /// As what it is found.
    pub entry: Entry,
    /// What 首页 shows of it.
    pub at_home: AtHome,
}

/// What 首页 shows of a service.
#[derive(Debug)]
pub enum AtHome {
    /// All that was reported of it, which is told together with its runs.
    Real(Box<Service>),
    /// Its card.
    Example(ExampleCard),
}

impl Facts {
    fn of(service: Service) -> Facts {
        Facts {
            rows: rows_of(&service),
            chances: chances_of(&service),
            summary: ServiceSummary::from(&service),
            entry: catalogue::entry_of(&service),
            at_home: match service.illustrative {
                true => AtHome::Example(ExampleCard::from(&service)),
                false => AtHome::Real(Box::new(service)),
            },
        }
    }
}

impl Overview {
    /// Computes what is not known yet, so that whoever comes first does not wait for it either. What cannot be
    /// read is told to whoever asks for it.
    pub async fn prepare(self, store: Store) {
        let begun = Instant::now();
        match self.finder(&store).await {
            Ok(finder) => {
                let found = finder.index().entries.len();
                tracing::info!(found, took = ?begun.elapsed(), "computed the facts")
            }
            Err(error) => tracing::warn!(?error, "cannot compute the facts of all services"),
        }
    }

    /// The facts of every service that may be found, real ones first, in the order of the data.
    pub async fn facts(&self, store: &Store) -> Result<Vec<Arc<Facts>>, Failure> {
        let mut known = self.known.lock().await;
        let listed = store.service_digests().await?;
        let is_known = |known: &HashMap<ServiceId, Computed>, id: &ServiceId, digest: &str| {
            known.get(id).is_some_and(|computed| computed.digest == digest)
        };
        let missing: Vec<ServiceId> = listed
            .iter()
            .filter(|(id, digest)| !is_known(&known, id, digest))
            .map(|(id, _)| id.clone())
            .collect();
        let mut missing = missing.into_iter();
        let mut under_way = JoinSet::new();
        // As many at once as there are processors: more would only hold more documents in memory.
        let at_once = available_parallelism().map_or(1, NonZero::get);
        loop {
            for id in missing.by_ref().take(at_once - under_way.len()) {
                under_way.spawn(computed(store.clone(), id));
            }
            let Some(finished) = under_way.join_next().await else { break };
            // One that went away since the list was made has no facts.
            if let Some((id, computed)) = finished?? {
                known.insert(id, computed);
            }
        }
        let listed_ids: HashSet<&ServiceId> = listed.iter().map(|(id, _)| id).collect();
        known.retain(|id, _| listed_ids.contains(id));
        Ok(listed.iter().filter_map(|(id, _)| Some(known.get(id)?.facts.clone())).collect())
    }

    /// What finds services, and the runs of something that is no service here.
    pub async fn finder(&self, store: &Store) -> Result<Arc<Finder>, Failure> {
        let facts = self.facts(store).await?;
        let runs = store.runs().await?;
        let runs: Vec<Entry> = runs.iter().filter_map(catalogue::entry_of_run).collect();
        let mut kept = self.finder.lock().await;
        if let Some(made_of) = kept.as_ref() {
            let same = made_of.facts.len() == facts.len()
                && made_of.facts.iter().zip(&facts).all(|(one, other)| Arc::ptr_eq(one, other));
            if same && made_of.runs == runs {
                return Ok(made_of.finder.clone());
            }
        }
        let entries: Vec<Entry> = facts.iter().map(|facts| facts.entry.clone()).chain(runs.clone()).collect();
        let made = spawn_blocking(|| Finder::of(catalogue::index_of(entries))).await?;
        let finder = Arc::new(made);
        *kept = Some(MadeOf { facts, runs, finder: finder.clone() });
        Ok(finder)
    }

    /// The chances of all services, ranked.
    pub async fn chances(&self, store: &Store) -> Result<Vec<Chances>, Failure> {
        let facts = self.facts(store).await?;
        let mut all: Vec<Chances> = facts.iter().flat_map(|facts| facts.chances.iter().cloned()).collect();
        chances::rank(&mut all);
        Ok(all)
    }
}

async fn computed(store: Store, id: ServiceId) -> Result<Option<(ServiceId, Computed)>, Failure> {
    let Some(kept) = store.kept_service(&id).await? else { return Ok(None) };
    // It may take long, and others are answered meanwhile.
    let facts = spawn_blocking(move || Facts::of(kept.document)).await?;
    Ok(Some((id, Computed { digest: kept.digest, facts: Arc::new(facts) })))
}
