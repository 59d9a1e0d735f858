//! What is told of all services at once, computed of each service once and kept until its document changes.
//!
//! A comparison of every pair of versions costs far more than reading a row, so the facts of a service are
//! kept by the digest of its document. Whoever asks while they are computed waits for them: nothing is
//! computed twice. What was computed before a request was given up is kept too.

use std::collections::HashMap;
use std::sync::Arc;

use domain::chances::{self, Chances, chances_of};
use domain::table::{TableRow, rows_of};
use domain::{Service, ServiceId};
use store::Store;
use tokio::sync::Mutex;
use tokio::task::spawn_blocking;

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
    /// The facts of every service that may be found, real ones first, in the order of the data.
    pub async fn facts(&self, store: &Store) -> Result<Vec<Arc<Facts>>, Failure> {
        let mut known = self.0.lock().await;
        let listed = store.service_digests().await?;
        let mut all = Vec::with_capacity(listed.len());
        for (id, digest) in &listed {
            let is_current = |computed: &&Computed| computed.digest == *digest;
            let facts = match known.get(id).filter(is_current) {
                Some(computed) => computed.facts.clone(),
                None => match computed(store, id).await? {
                    Some(computed) => {
                        let facts = computed.facts.clone();
                        known.insert(id.clone(), computed);
                        facts
                    }
                    // It went away since the list was made.
                    None => continue,
                },
            };
            all.push(facts);
        }
        if known.len() > listed.len() {
            known.retain(|id, _| listed.iter().any(|(listed, _)| listed == id));
        }
        Ok(all)
    }

    /// The chances of all services, ranked.
    pub async fn chances(&self, store: &Store) -> Result<Vec<Chances>, Failure> {
        let facts = self.facts(store).await?;
        let mut all: Vec<Chances> = facts.iter().flat_map(|facts| facts.chances.iter().cloned()).collect();
        chances::rank(&mut all);
        Ok(all)
    }
}

async fn computed(store: &Store, id: &ServiceId) -> Result<Option<Computed>, Failure> {
    let Some(kept) = store.kept_service(id).await? else { return Ok(None) };
    // It may take long, and others are answered meanwhile.
    let facts = spawn_blocking(move || Facts::of(&kept.document)).await;
    let facts = facts.map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(Some(Computed { digest: kept.digest, facts: Arc::new(facts) }))
}
