//! Changing documents by hand. What is changed here is touched: no later release overwrites it.

use std::time::{SystemTime, UNIX_EPOCH};

use domain::Service;

use crate::document::Written;
use crate::error::failed;
use crate::{Store, StoreError};

// A new document goes to the end; one that is there keeps its place and the digest of its seed.
const SAVE: &str = "INSERT INTO document \
    (kind, id, position, illustrative, name, area, service, document, document_digest, updated_at) \
    VALUES ($1, $2, (SELECT COALESCE(MAX(position), -1) + 1 FROM document), $3, $4, $5, $6, $7, $8, $9) \
    ON CONFLICT (kind, id) DO UPDATE SET illustrative = excluded.illustrative, name = excluded.name, \
    area = excluded.area, service = excluded.service, document = excluded.document, \
    document_digest = excluded.document_digest, updated_at = excluded.updated_at";

impl Store {
    /// Keeps this version of a service, new or changed.
    pub async fn save_service(&self, service: &Service) -> Result<(), StoreError> {
        let written = Written::of(service)?;
        let mut transaction = self.write().await?;
        sqlx::query(SAVE)
            .bind(written.kind)
            .bind(written.label.id)
            .bind(written.label.illustrative)
            .bind(written.label.name)
            .bind(written.label.area)
            .bind(written.label.service)
            .bind(written.text)
            .bind(written.digest)
            .bind(now())
            .execute(&mut *transaction)
            .await
            .map_err(failed)?;
        self.commit(transaction).await
    }
}

/// Milliseconds since 1970.
pub(crate) fn now() -> i64 {
    // A clock before 1970 is wrong by itself; the time is only ever shown, never compared.
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
