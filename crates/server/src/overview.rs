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

use domain::chances::{self, Chances, chances_of};
use domain::table::{TableRow, rows_of};
use domain::{Service, ServiceId};
use store::Store;
use tokio::sync::Mutex;
use tokio::task::{JoinError, JoinSet, spawn_blocking};

use crate::failure::Failure;

/// The facts of all services; a clone is the same.
#[derive(Debug, Clone, Default)]
pub struct Overview(Arc<Mutex<HashMap<ServiceId, Computed>>>);

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
}

impl Facts {
    fn of(service: &Service) -> Facts {
        Facts { rows: rows_of(service), chances: chances_of(service) }
    }
}

impl Overview {
    /// Computes what is not known yet, so that whoever comes first does not wait for it either. What cannot be
    /// read is told to whoever asks for it.
    pub async fn prepare(self, store: Store) {
        let begun = Instant::now();
        match self.facts(&store).await {
            Ok(facts) => {
                tracing::info!(services = facts.len(), took = ?begun.elapsed(), "computed the facts")
            }
            Err(error) => tracing::warn!(?error, "cannot compute the facts of all services"),
        }
    }

    /// The facts of every service that may be found, real ones first, in the order of the data.
    pub async fn facts(&self, store: &Store) -> Result<Vec<Arc<Facts>>, Failure> {
        let mut known = self.0.lock().await;
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
            if let Some((id, computed)) = finished.map_err(broken)?? {
                known.insert(id, computed);
            }
        }
        let listed_ids: HashSet<&ServiceId> = listed.iter().map(|(id, _)| id).collect();
        known.retain(|id, _| listed_ids.contains(id));
        Ok(listed.iter().filter_map(|(id, _)| Some(known.get(id)?.facts.clone())).collect())
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
    let facts = spawn_blocking(move || Facts::of(&kept.document)).await.map_err(broken)?;
    Ok(Some((id, Computed { digest: kept.digest, facts: Arc::new(facts) })))
}

fn broken(error: JoinError) -> Failure {
    Failure::Broken(error.to_string())
}
