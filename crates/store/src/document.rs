//! What a row is: a document as JSON, and what queries ask about it.

use domain::{Action, ParseError, Run, Service};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::StoreError;

/// A domain type that is kept as a document.
pub(crate) trait Document: Serialize + Sized {
    /// How its kind is spelled in the database.
    const KIND: &'static str;

    /// Reads it back through the same door as a file.
    fn parse(text: &str) -> Result<Self, ParseError>;

    /// What stands beside the document in its row.
    fn label(&self) -> Label<'_>;
}

/// What queries ask about a document.
pub(crate) struct Label<'a> {
    pub id: &'a str,
    pub name: &'a str,
    pub area: &'a str,
    pub illustrative: bool,
    pub service: Option<&'a str>,
}

/// There is one action, so its row needs no name of its own.
pub(crate) const ACTION_ID: &str = "action";

impl Document for Service {
    const KIND: &'static str = "service";

    fn parse(text: &str) -> Result<Self, ParseError> {
        Service::parse(text)
    }

    fn label(&self) -> Label<'_> {
        Label {
            id: self.id.as_str(),
            name: &self.name,
            area: &self.area,
            illustrative: self.illustrative,
            service: None,
        }
    }
}

impl Document for Run {
    const KIND: &'static str = "run";

    fn parse(text: &str) -> Result<Self, ParseError> {
        Run::parse(text)
    }

    fn label(&self) -> Label<'_> {
        Label {
            id: self.id.as_str(),
            name: &self.title,
            area: &self.area,
            illustrative: self.illustrative,
            service: self.service.as_ref().map(|id| id.as_str()),
        }
    }
}

impl Document for Action {
    const KIND: &'static str = "action";

    fn parse(text: &str) -> Result<Self, ParseError> {
        Action::parse(text)
    }

    fn label(&self) -> Label<'_> {
        Label { id: ACTION_ID, name: &self.name, area: &self.district, illustrative: false, service: None }
    }
}

/// A document as it is written.
pub(crate) struct Written<'a> {
    pub kind: &'static str,
    pub label: Label<'a>,
    pub text: String,
    pub digest: String,
}

impl<'a> Written<'a> {
    pub fn of<D: Document>(document: &'a D) -> Result<Written<'a>, StoreError> {
        let text = serde_json::to_string(document).map_err(|error| StoreError::Other(Box::new(error)))?;
        let digest = digest(&text);
        Ok(Written { kind: D::KIND, label: document.label(), text, digest })
    }
}

/// A document as it is read.
#[derive(sqlx::FromRow)]
pub(crate) struct Stored {
    id: String,
    document: String,
    document_digest: String,
}

/// A document with the digest of its text: as long as the digest is the same, so is the document.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept<D> {
    /// The document.
    pub document: D,
    /// SHA-256 of its text.
    pub digest: String,
}

impl Stored {
    /// The document with its digest.
    pub fn kept<D: Document>(self) -> Result<Kept<D>, StoreError> {
        let digest = self.document_digest.clone();
        Ok(Kept { document: self.read()?, digest })
    }

    /// The document, unless what is stored is not what was written.
    pub fn read<D: Document>(self) -> Result<D, StoreError> {
        let damaged = |reason: String| StoreError::Damaged { kind: D::KIND, id: self.id.clone(), reason };
        if digest(&self.document) != self.document_digest {
            return Err(damaged("its text is not the one that was written".to_owned()));
        }
        D::parse(&self.document).map_err(|error| damaged(error.to_string()))
    }
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
