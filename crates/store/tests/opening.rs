//! Opening: what is made, what is refused and in which words, and how the engine is set up.

mod documents;

use std::fs;
use std::path::Path;

use documents::service;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, SqliteConnection};
use store::{DATABASE_FILE, Examples, Loaded, Seed, Store, StoreError};
use tempfile::tempdir;

async fn raw(directory: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(directory.join(DATABASE_FILE)).connect().await.unwrap()
}

/// Before 3.51.3 a checkpoint at the wrong moment could leave a database with an old write-ahead log
/// (<https://sqlite.org/wal.html>, "WAL-reset bug").
#[tokio::test]
async fn the_engine_is_new_enough_to_keep_its_log() {
    let directory = tempdir().unwrap();
    let store = Store::open(directory.path(), Examples::Shown).await.unwrap();
    let version = store.engine_version().await.unwrap();
    let parts: Vec<u32> = version.split('.').map(|part| part.parse().unwrap()).collect();
    assert!(parts >= vec![3, 51, 3], "{version}");
}

#[tokio::test]
async fn directories_are_made_and_a_file_may_be_named() {
    let directory = tempdir().unwrap();
    let deep = directory.path().join("a/b");
    Store::open(&deep, Examples::Shown).await.unwrap();
    assert!(deep.join(DATABASE_FILE).is_file());

    let file = directory.path().join("c/other.db");
    Store::open(&file, Examples::Shown).await.unwrap();
    assert!(file.is_file());
}

#[tokio::test]
async fn a_directory_that_cannot_be_made_is_named() {
    let directory = tempdir().unwrap();
    let file = directory.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let error = Store::open(&file.join("data"), Examples::Shown).await.unwrap_err();
    assert!(matches!(&error, StoreError::CannotOpen { .. }), "{error:?}");
    assert!(error.to_string().starts_with("cannot open the database "), "{error}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let directory = tempdir().unwrap();
    let file = directory.path().join(DATABASE_FILE);
    fs::write(&file, "this is a letter to my grandmother, not a database".repeat(100)).unwrap();
    let error = Store::open(directory.path(), Examples::Shown).await.unwrap_err();
    assert!(matches!(&error, StoreError::CannotOpen { path, .. } if *path == file), "{error:?}");
    assert!(fs::read_to_string(&file).unwrap().starts_with("this is a letter"));
}

#[tokio::test]
async fn a_database_of_a_newer_release_is_refused() {
    let directory = tempdir().unwrap();
    Store::open(directory.path(), Examples::Shown).await.unwrap().close().await;
    sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) \
         VALUES (9999, 'from the future', TRUE, x'00', 0)",
    )
    .execute(&mut raw(directory.path()).await)
    .await
    .unwrap();
    let error = Store::open(directory.path(), Examples::Shown).await.unwrap_err();
    assert!(matches!(error, StoreError::Newer), "{error:?}");
}

#[tokio::test]
async fn a_document_that_was_tampered_with_is_named() {
    let directory = tempdir().unwrap();
    let store = Store::open(directory.path(), Examples::Shown).await.unwrap();
    store.save_service(&service("tax", "报税")).await.unwrap();
    sqlx::query("UPDATE document SET document = replace(document, '报税', '退税')")
        .execute(&mut raw(directory.path()).await)
        .await
        .unwrap();
    let error = store.services().await.unwrap_err();
    assert!(matches!(&error, StoreError::Damaged { kind: "service", id, .. } if id == "tax"), "{error:?}");
    assert!(error.to_string().contains("the stored service `tax` is damaged"), "{error}");
}

#[tokio::test]
async fn a_deleted_database_is_full_again_after_a_load() {
    let directory = tempdir().unwrap();
    let seeds = [Seed::Service(Box::new(service("tax", "报税")))];
    let store = Store::open(directory.path(), Examples::Shown).await.unwrap();
    store.load(&seeds).await.unwrap();
    store.close().await;
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "a closed database is one file");

    fs::remove_file(directory.path().join(DATABASE_FILE)).unwrap();
    let store = Store::open(directory.path(), Examples::Shown).await.unwrap();
    assert_eq!(store.load(&seeds).await.unwrap(), Loaded { inserted: 1, ..Loaded::default() });
    assert_eq!(store.services().await.unwrap(), [service("tax", "报税")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn opened_and_loaded_by_many_at_once_it_is_loaded_once() {
    let directory = tempdir().unwrap();
    let seeds: Vec<Seed> =
        (0..20).map(|n| Seed::Service(Box::new(service(&format!("s{n}"), "事项")))).collect();
    let openers: Vec<_> = (0..8)
        .map(|_| {
            let (place, seeds) = (directory.path().to_owned(), seeds.clone());
            tokio::spawn(async move {
                let store = Store::open(&place, Examples::Shown).await.unwrap();
                let loaded = store.load(&seeds).await.unwrap();
                assert_eq!(store.services().await.unwrap().len(), 20);
                loaded.inserted
            })
        })
        .collect();
    let mut inserted = 0;
    for opener in openers {
        inserted += opener.await.unwrap();
    }
    assert_eq!(inserted, 20);
    let verdict: String = sqlx::query_scalar("PRAGMA integrity_check")
        .fetch_one(&mut raw(directory.path()).await)
        .await
        .unwrap();
    assert_eq!(verdict, "ok");
}
