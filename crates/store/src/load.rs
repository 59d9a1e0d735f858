//! Putting in what a release carries, without touching what somebody has changed.
//!
//! A row remembers the digest of the document as a release brought it. While the document still has that
//! digest nobody has touched it, and a newer release may replace it; otherwise it stays as it is.

use std::collections::HashMap;

use domain::{Action, Run, Service};
use sqlx::{Sqlite, Transaction};

use crate::document::Written;
use crate::error::failed;
use crate::save::now;
use crate::{Store, StoreError};

/// A document as a release carries it.
#[derive(Debug, Clone, PartialEq)]
pub enum Seed {
    /// A service.
    Service(Box<Service>),
    /// A run.
    Run(Box<Run>),
    /// The action.
    Action(Box<Action>),
}

/// What a load did, in documents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Were not there.
    pub inserted: usize,
    /// Were there as an older release brought them, or in another place.
    pub updated: usize,
    /// Were there exactly so.
    pub unchanged: usize,
    /// Have been changed by hand and stay as they are.
    pub kept: usize,
    /// Came with an older release and are in this one no more. They stay and are still found: a load
    /// never takes anything away from readers.
    pub left_over: usize,
}

#[derive(sqlx::FromRow)]
struct Known {
    kind: String,
    id: String,
    position: i64,
    seed_digest: Option<String>,
    document_digest: String,
}

impl Known {
    fn is_touched(&self) -> bool {
        self.seed_digest.as_deref() != Some(&self.document_digest)
    }
}

const KNOWN: &str = "SELECT kind, id, position, seed_digest, document_digest FROM document";

const PUT: &str = "INSERT INTO document (kind, id, position, illustrative, name, area, service, document, \
    seed_digest, document_digest, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10) \
    ON CONFLICT (kind, id) DO UPDATE SET position = excluded.position, \
    illustrative = excluded.illustrative, name = excluded.name, area = excluded.area, \
    service = excluded.service, document = excluded.document, seed_digest = excluded.seed_digest, \
    document_digest = excluded.document_digest, updated_at = excluded.updated_at";

impl Store {
    /// Puts in what a release carries, all of it or nothing. The order of the seeds is the order in which
    /// the documents are found.
    pub async fn load(&self, seeds: &[Seed]) -> Result<Loaded, StoreError> {
        let mut transaction = self.write().await?;
        let mut known = known(&mut transaction).await?;
        let mut loaded = Loaded::default();
        for (position, seed) in (0i64..).zip(seeds) {
            let written = seed.written()?;
            let count = match known.remove(&(written.kind.to_owned(), written.label.id.to_owned())) {
                None => {
                    put(&mut transaction, position, written).await?;
                    &mut loaded.inserted
                }
                Some(row) if row.is_touched() => &mut loaded.kept,
                Some(row) if row.document_digest == written.digest && row.position == position => {
                    &mut loaded.unchanged
                }
                Some(_) => {
                    put(&mut transaction, position, written).await?;
                    &mut loaded.updated
                }
            };
            *count += 1;
        }
        loaded.left_over = known.values().filter(|row| row.seed_digest.is_some()).count();
        self.commit(transaction).await?;
        Ok(loaded)
    }
}

impl Seed {
    fn written(&self) -> Result<Written<'_>, StoreError> {
        match self {
            Seed::Service(service) => Written::of(&**service),
            Seed::Run(run) => Written::of(&**run),
            Seed::Action(action) => Written::of(&**action),
        }
    }
}

async fn known(
    transaction: &mut Transaction<'static, Sqlite>,
) -> Result<HashMap<(String, String), Known>, StoreError> {
    let rows: Vec<Known> = sqlx::query_as(KNOWN).fetch_all(&mut **transaction).await.map_err(failed)?;
    Ok(rows.into_iter().map(|row| ((row.kind.clone(), row.id.clone()), row)).collect())
}

async fn put(
    transaction: &mut Transaction<'static, Sqlite>,
    position: i64,
    written: Written<'_>,
) -> Result<(), StoreError> {
    sqlx::query(PUT)
        .bind(written.kind)
        .bind(written.label.id)
        .bind(position)
        .bind(written.label.illustrative)
        .bind(written.label.name)
        .bind(written.label.area)
        .bind(written.label.service)
        .bind(written.text)
        .bind(written.digest)
        .bind(now())
        .execute(&mut **transaction)
        .await
        .map_err(failed)?;
    Ok(())
}
