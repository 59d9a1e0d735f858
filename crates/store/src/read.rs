//! Finding documents. Real ones come before those of the demonstration district, each in the order of
//! the data; a store that hides the demonstration district does not find it at all.

use domain::{Action, Run, RunId, Service, ServiceId};

use crate::document::{ACTION_ID, Document, Kept, Stored};
use crate::error::failed;
use crate::{Store, StoreError};

const ALL: &str = "SELECT id, document, document_digest FROM document \
    WHERE kind = $1 AND ($2 OR NOT illustrative) ORDER BY illustrative, position, id";

const ONE: &str = "SELECT id, document, document_digest FROM document \
    WHERE kind = $1 AND ($2 OR NOT illustrative) AND id = $3";

const OF_SERVICE: &str = "SELECT id, document, document_digest FROM document \
    WHERE kind = $1 AND ($2 OR NOT illustrative) AND service = $3 ORDER BY illustrative, position, id";

const DIGESTS: &str = "SELECT id, document_digest FROM document \
    WHERE kind = $1 AND ($2 OR NOT illustrative) ORDER BY illustrative, position, id";

impl Store {
    /// Which services there are, each with the digest of its text: for those who keep what they have
    /// computed of a service until it changes.
    pub async fn service_digests(&self) -> Result<Vec<(ServiceId, String)>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(DIGESTS)
            .bind(Service::KIND)
            .bind(self.with_examples())
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
        let listed = rows.into_iter().map(|(id, digest)| match id.parse() {
            Ok(id) => Ok((id, digest)),
            Err(error) => Err(StoreError::Damaged { kind: Service::KIND, id, reason: format!("{error}") }),
        });
        listed.collect()
    }

    /// The service with this id, and the digest of its text.
    pub async fn kept_service(&self, id: &ServiceId) -> Result<Option<Kept<Service>>, StoreError> {
        self.row(Service::KIND, id.as_str()).await?.map(Stored::kept).transpose()
    }

    /// All services.
    pub async fn services(&self) -> Result<Vec<Service>, StoreError> {
        self.all().await
    }

    /// The service with this id.
    pub async fn service(&self, id: &ServiceId) -> Result<Option<Service>, StoreError> {
        self.one(id.as_str()).await
    }

    /// All runs.
    pub async fn runs(&self) -> Result<Vec<Run>, StoreError> {
        self.all().await
    }

    /// The run with this id.
    pub async fn run(&self, id: &RunId) -> Result<Option<Run>, StoreError> {
        self.one(id.as_str()).await
    }

    /// The runs of one service.
    pub async fn runs_of(&self, service: &ServiceId) -> Result<Vec<Run>, StoreError> {
        let rows = sqlx::query_as(OF_SERVICE)
            .bind(Run::KIND)
            .bind(self.with_examples())
            .bind(service.as_str())
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
        rows.into_iter().map(Stored::read).collect()
    }

    /// The action as a whole; `None` until a release has brought it.
    pub async fn action(&self) -> Result<Option<Action>, StoreError> {
        self.one(ACTION_ID).await
    }

    async fn all<D: Document>(&self) -> Result<Vec<D>, StoreError> {
        let rows = sqlx::query_as(ALL)
            .bind(D::KIND)
            .bind(self.with_examples())
            .fetch_all(&self.readers)
            .await
            .map_err(failed)?;
        rows.into_iter().map(Stored::read).collect()
    }

    async fn one<D: Document>(&self, id: &str) -> Result<Option<D>, StoreError> {
        self.row(D::KIND, id).await?.map(Stored::read).transpose()
    }

    async fn row(&self, kind: &str, id: &str) -> Result<Option<Stored>, StoreError> {
        sqlx::query_as(ONE)
            .bind(kind)
            .bind(self.with_examples())
            .bind(id)
            .fetch_optional(&self.readers)
            .await
            .map_err(failed)
    }
}
