//! What can go wrong with a store, told so that each case makes one sentence for an operator.

use std::error::Error;
use std::path::PathBuf;

use sqlx::migrate::MigrateError;

/// Why a store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// There is no database and none can be made, or what is there is none.
    #[error("cannot open the database {}: {reason}", path.display())]
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// No room is left to write.
    #[error("the disk is full: make room where the data lie and try again")]
    DiskFull,
    /// Somebody else has been writing for too long.
    #[error("the database is busy: another program has been writing to it for too long")]
    Busy,
    /// A document cannot be what the product wrote.
    #[error("the stored {kind} `{id}` is damaged: {reason}")]
    Damaged {
        /// What it is: `service`, `run` or `action`.
        kind: &'static str,
        /// Which one.
        id: String,
        /// What is wrong with it.
        reason: String,
    },
    /// The database was written by a newer release of the product.
    #[error(
        "the database was written by a newer release: start that release, or name another data directory"
    )]
    Newer,
    /// Anything else the database says.
    #[error("the database failed: {0}")]
    Other(#[source] Box<dyn Error + Send + Sync>),
}

// SQLite's primary result codes (https://www.sqlite.org/rescode.html).
const BUSY: u32 = 5;
const LOCKED: u32 = 6;
const FULL: u32 = 13;

/// Sorts what the driver reports into the cases that callers tell apart.
pub(crate) fn failed(error: sqlx::Error) -> StoreError {
    match primary_code(&error) {
        Some(BUSY | LOCKED) => StoreError::Busy,
        Some(FULL) => StoreError::DiskFull,
        _ if matches!(error, sqlx::Error::PoolTimedOut) => StoreError::Busy,
        _ => StoreError::Other(Box::new(error)),
    }
}

/// The same for bringing the tables up to date.
pub(crate) fn migration_failed(error: MigrateError) -> StoreError {
    match error {
        MigrateError::VersionMissing(_) => StoreError::Newer,
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => failed(error),
        other => StoreError::Other(Box::new(other)),
    }
}

fn primary_code(error: &sqlx::Error) -> Option<u32> {
    let extended: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(extended & 0xff)
}
