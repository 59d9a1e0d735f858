//! The connections: how they are opened, what they guarantee, and how they are closed.
//!
//! One connection writes, a few read. The writer begins every transaction as a writer
//! (`BEGIN IMMEDIATE`): a transaction that reads first and writes later could find that somebody else
//! has written in between, and SQLite can then only refuse it. Readers are opened read-only and, with the
//! write-ahead log, never wait for the writer. `synchronous=FULL` makes a commit survive a power cut.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use sqlx::migrate::Migrator;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions,
    SqliteSynchronous,
};
use sqlx::{Sqlite, Transaction};
use tokio::sync::Mutex;

use crate::StoreError;
use crate::error::{failed, migration_failed};

/// The name of the database in its directory.
pub const DATABASE_FILE: &str = "paoyici.db";

static MIGRATIONS: Migrator = sqlx::migrate!();

const READERS: u32 = 4;
const LONGEST_WAIT: Duration = Duration::from_secs(5);

/// Whether documents of the demonstration district are part of what queries find. Nothing is deleted
/// either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Examples {
    /// They are found like all others.
    Shown,
    /// Queries leave them out.
    Hidden,
}

/// An open database. A clone is the same database.
#[derive(Debug, Clone)]
pub struct Store {
    pub(crate) readers: SqlitePool,
    writer: SqlitePool,
    /// Sees what every other connection commits, of this program or another.
    watcher: SqlitePool,
    /// When the watcher was asked, and what it said; nothing since this program has written.
    seen: Arc<Mutex<Option<(Instant, i64)>>>,
    examples: Examples,
}

/// For so long the watcher is not asked again. To ask costs as much as all else that an answer takes which is kept.
const WATCHED_EVERY: Duration = Duration::from_millis(50);

fn is_fresh((asked, _): &(Instant, i64)) -> bool {
    asked.elapsed() < WATCHED_EVERY
}

impl Store {
    /// Opens the database, and makes it where there is none.
    ///
    /// `place` is the directory that holds [`DATABASE_FILE`], or, where it ends in `.db`, the file itself.
    pub async fn open(place: &Path, examples: Examples) -> Result<Store, StoreError> {
        let file = database_file(place);
        if let Some(directory) = file.parent() {
            fs::create_dir_all(directory).map_err(|error| cannot_open(directory, &error))?;
        }
        let writer = open_writer(&file).await?;
        let readers = pool(READERS)
            .connect_with(options(&file).read_only(true))
            .await
            .map_err(|error| opening_failed(&file, error))?;
        let watcher = pool(1)
            .test_before_acquire(false)
            .connect_with(options(&file).read_only(true))
            .await
            .map_err(|error| opening_failed(&file, error))?;
        Ok(Store { readers, writer, watcher, seen: Arc::default(), examples })
    }

    /// Another number whenever somebody has written: at once where that is this program, and within a twentieth of a
    /// second where it is another one. As long as it is the same, what was read since is still true. It says
    /// nothing beyond the life of this store.
    pub async fn revision(&self) -> Result<i64, StoreError> {
        // Held while the watcher is asked: one question is enough for all who wait, and an answer from before
        // something was written is not kept after it.
        let mut seen = self.seen.lock().await;
        if let Some((_, version)) = seen.filter(is_fresh) {
            return Ok(version);
        }
        let asked = Instant::now();
        // Numbers of one connection can be compared, so it is always the same one
        // (https://sqlite.org/pragma.html#pragma_data_version).
        let version =
            sqlx::query_scalar("PRAGMA data_version").fetch_one(&self.watcher).await.map_err(failed)?;
        *seen = Some((asked, version));
        Ok(version)
    }

    /// What [`revision`](Store::revision) has said a moment ago, without asking anybody; `None` where it has to be
    /// asked.
    pub fn known_revision(&self) -> Option<i64> {
        let seen = self.seen.try_lock().ok()?;
        seen.filter(is_fresh).map(|(_, version)| version)
    }

    /// Whether the database answers.
    pub async fn check(&self) -> Result<(), StoreError> {
        let documents: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM document")
            .fetch_one(&self.readers)
            .await
            .map_err(failed)?;
        tracing::trace!(documents, "the database answers");
        Ok(())
    }

    /// The version of the database engine, for those who ask what they run.
    pub async fn engine_version(&self) -> Result<String, StoreError> {
        sqlx::query_scalar("SELECT sqlite_version()").fetch_one(&self.readers).await.map_err(failed)
    }

    /// Waits for what is being done, moves the write-ahead log into the database and closes it.
    pub async fn close(&self) {
        self.readers.close().await;
        self.watcher.close().await;
        // A log that stays behind is replayed by the next start: a failure here loses nothing.
        if let Err(error) = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&self.writer).await {
            tracing::warn!(%error, "the write-ahead log was not moved into the database");
        }
        self.writer.close().await;
    }

    /// Begins to write; nothing is written until it is given to [`Store::commit`].
    pub(crate) async fn write(&self) -> Result<Transaction<'static, Sqlite>, StoreError> {
        self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)
    }

    /// Writes what was begun.
    pub(crate) async fn commit(&self, begun: Transaction<'static, Sqlite>) -> Result<(), StoreError> {
        begun.commit().await.map_err(failed)?;
        *self.seen.lock().await = None;
        Ok(())
    }

    /// Whether queries find the documents of the demonstration district.
    pub(crate) fn with_examples(&self) -> bool {
        self.examples == Examples::Shown
    }
}

/// The directory that holds the database which [`Store::open`] opens for this `place`; other things that
/// outlive a program may lie there too.
pub fn directory_of(place: &Path) -> PathBuf {
    database_file(place).parent().map_or_else(PathBuf::new, Path::to_owned)
}

fn database_file(place: &Path) -> PathBuf {
    match place.extension() {
        Some(extension) if extension == "db" => place.to_owned(),
        _ => place.join(DATABASE_FILE),
    }
}

fn options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .foreign_keys(true)
        .busy_timeout(LONGEST_WAIT)
        .synchronous(SqliteSynchronous::Full)
}

fn pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(LONGEST_WAIT * 2)
        // A connection is a few file handles: there is nothing to gain from making a new one.
        .idle_timeout(None)
        .max_lifetime(None)
}

/// Two programs that open a new database at the same moment both try to give it its write-ahead log, and
/// for that change SQLite does not wait by itself.
async fn open_writer(file: &Path) -> Result<SqlitePool, StoreError> {
    let since = Instant::now();
    loop {
        match try_open_writer(file).await {
            Err(StoreError::Busy) if since.elapsed() < LONGEST_WAIT => {
                tokio::time::sleep(Duration::from_millis(25)).await;
            }
            outcome => return outcome,
        }
    }
}

async fn try_open_writer(file: &Path) -> Result<SqlitePool, StoreError> {
    let options = options(file).create_if_missing(true).journal_mode(SqliteJournalMode::Wal);
    let writer = pool(1).connect_with(options).await.map_err(|error| opening_failed(file, error))?;
    // All migrations in one transaction of our own: another program waits for it, and whoever comes
    // second finds them done.
    let mut transaction = writer.begin_with("BEGIN IMMEDIATE").await.map_err(failed)?;
    let connection: &mut SqliteConnection = &mut transaction;
    MIGRATIONS.run_direct(None, connection, false).await.map_err(migration_failed)?;
    transaction.commit().await.map_err(failed)?;
    Ok(writer)
}

fn opening_failed(file: &Path, error: sqlx::Error) -> StoreError {
    match failed(error) {
        StoreError::Other(error) => cannot_open(file, &*error),
        known => known,
    }
}

fn cannot_open(path: &Path, reason: &dyn std::error::Error) -> StoreError {
    StoreError::CannotOpen { path: path.to_owned(), reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Seed;

    async fn opened() -> (tempfile::TempDir, Store) {
        let directory = tempfile::tempdir().unwrap();
        let store = Store::open(directory.path(), Examples::Shown).await.unwrap();
        (directory, store)
    }

    fn service(id: &str) -> domain::Service {
        let text = serde_json::json!({
            "format": 1, "id": id, "name": "报税", "area": "度假区", "summary": "长".repeat(900),
        });
        domain::Service::parse(&text.to_string()).unwrap()
    }

    #[tokio::test]
    async fn whoever_writes_is_noticed() {
        let (directory, store) = opened().await;
        assert_eq!(store.known_revision(), None, "nobody has asked");
        let before = store.revision().await.unwrap();
        assert_eq!(store.known_revision(), Some(before));
        store.services().await.unwrap();
        tokio::time::sleep(WATCHED_EVERY).await;
        assert_eq!(store.revision().await.unwrap(), before, "reading changes nothing");
        store.save_service(&service("first")).await.unwrap();
        assert_eq!(store.known_revision(), None, "this program has written");
        let after = store.revision().await.unwrap();
        assert_ne!(after, before);
        let other = Store::open(directory.path(), Examples::Shown).await.unwrap();
        other.save_service(&service("second")).await.unwrap();
        tokio::time::sleep(WATCHED_EVERY).await;
        assert_ne!(store.revision().await.unwrap(), after, "another program");
    }

    #[tokio::test]
    async fn what_is_committed_survives_a_power_cut() {
        let (_directory, store) = opened().await;
        let pragma = async |pragma: &'static str| -> i64 {
            sqlx::query_scalar(pragma).fetch_one(&store.writer).await.unwrap()
        };
        assert_eq!(pragma("PRAGMA synchronous").await, 2, "FULL");
        assert_eq!(pragma("PRAGMA foreign_keys").await, 1);
        let mode: String = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&store.writer).await.unwrap();
        assert_eq!(mode, "wal");
    }

    #[tokio::test]
    async fn readers_cannot_write() {
        let (_directory, store) = opened().await;
        let refused = sqlx::query("DELETE FROM document").execute(&store.readers).await.unwrap_err();
        assert!(refused.to_string().contains("readonly"), "{refused}");
    }

    #[tokio::test]
    async fn a_full_disk_is_called_by_its_name_and_loses_nothing() {
        let (_directory, store) = opened().await;
        store.save_service(&service("first")).await.unwrap();
        // To the engine, a database that may not grow is a disk without room.
        sqlx::query("PRAGMA max_page_count = 1").execute(&store.writer).await.unwrap();
        let seeds: Vec<_> = (0..100).map(|n| Seed::Service(Box::new(service(&format!("s{n}"))))).collect();
        let error = store.load(&seeds).await.unwrap_err();
        assert!(matches!(error, StoreError::DiskFull), "{error:?}");
        assert_eq!(store.services().await.unwrap(), [service("first")], "all or nothing");
    }

    #[tokio::test]
    async fn another_writer_that_does_not_end_is_called_by_its_name() {
        let (directory, store) = opened().await;
        let other = options(&directory.path().join(DATABASE_FILE));
        let other = pool(1).connect_with(other).await.unwrap();
        let _held = other.begin_with("BEGIN IMMEDIATE").await.unwrap();
        sqlx::query("PRAGMA busy_timeout = 50").execute(&store.writer).await.unwrap();
        let error = store.save_service(&service("first")).await.unwrap_err();
        assert!(matches!(error, StoreError::Busy), "{error:?}");
        assert!(store.services().await.unwrap().is_empty(), "reading goes on");
    }
}
