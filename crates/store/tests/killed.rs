//! A program that is killed while it writes: afterwards everything is as it was before, or as it was
//! meant to be, and nothing in between.
//!
//! The program that is killed is this test binary itself: with [`ROLE`] set, the test named
//! `the_one_that_is_killed` writes until somebody ends it.

#![cfg(unix)]

mod documents;

use std::io::{BufRead, BufReader};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use documents::{changed, service};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use store::{DATABASE_FILE, Examples, Seed, Store};

const ROLE: &str = "STORE_TEST_KILLED_WHILE";
const PLACE: &str = "STORE_TEST_PLACE";
const SERVICES: usize = 40;

fn seeds(name: &str) -> Vec<Seed> {
    (0..SERVICES).map(|n| Seed::Service(Box::new(service(&format!("s{n}"), name)))).collect()
}

async fn raw(directory: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(directory.join(DATABASE_FILE)).connect().await.unwrap()
}

#[tokio::test]
async fn killed_within_a_transaction_nothing_of_it_is_there() {
    let directory = tempfile::tempdir().unwrap();
    fill(directory.path()).await;
    let mut child = start("within_a_transaction", directory.path());
    wait_until_it_writes(&mut child);
    // Long enough for pages of the transaction to be in the log.
    thread::sleep(Duration::from_millis(50));
    kill(child);
    assert_eq!(names_after_reopening(directory.path()).await, vec!["原先".to_owned(); SERVICES]);
}

#[tokio::test]
async fn killed_while_it_loads_over_and_over_every_load_is_whole_or_not_there() {
    let directory = tempfile::tempdir().unwrap();
    fill(directory.path()).await;
    for round in 0..6 {
        let mut child = start("loading", directory.path());
        wait_until_it_writes(&mut child);
        // Another moment in each round.
        thread::sleep(Duration::from_millis(7 * round));
        kill(child);
        let names = names_after_reopening(directory.path()).await;
        assert_eq!(names, vec![names[0].clone(); SERVICES], "all of one load");
    }
}

/// Does nothing unless it was started by one of the tests above.
#[tokio::test]
async fn the_one_that_is_killed() {
    let (Ok(role), Some(place)) = (env::var(ROLE), env::var_os(PLACE)) else { return };
    let place = Path::new(&place);
    if role == "loading" {
        let store = Store::open(place, Examples::Shown).await.unwrap();
        println!("writing");
        for name in ["一", "二", "三"].iter().cycle() {
            store.load(&seeds(name)).await.unwrap();
        }
    }
    let mut connection = raw(place).await;
    // A cache of one page makes the engine write to the disk long before the end.
    sqlx::query("PRAGMA cache_size = 1").execute(&mut connection).await.unwrap();
    let mut transaction = connection.begin_with("BEGIN IMMEDIATE").await.unwrap();
    loop {
        sqlx::query("UPDATE document SET name = name || 'x', document = document || 'x'")
            .execute(&mut *transaction)
            .await
            .unwrap();
        println!("writing");
    }
}

async fn fill(place: &Path) {
    let store = Store::open(place, Examples::Shown).await.unwrap();
    store.load(&seeds("原先")).await.unwrap();
    store.close().await;
}

fn start(role: &str, place: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "the_one_that_is_killed", "--nocapture"])
        .env(ROLE, role)
        .env(PLACE, place)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

fn wait_until_it_writes(child: &mut Child) {
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("writing")), "it ended by itself");
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    const SIGKILL: i32 = 9;
    assert_eq!(child.wait().unwrap().signal(), Some(SIGKILL), "it was alive until then");
}

async fn names_after_reopening(place: &Path) -> Vec<String> {
    let store = Store::open(place, Examples::Shown).await.unwrap();
    let verdict: String =
        sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut raw(place).await).await.unwrap();
    assert_eq!(verdict, "ok");
    let names = store.services().await.unwrap().iter().map(|service| service.name.clone()).collect();
    // What was interrupted is in nobody's way.
    let saved = changed(&service("s0", "原先"), "之后");
    let before = store.service(&saved.id).await.unwrap().unwrap();
    store.save_service(&saved).await.unwrap();
    store.save_service(&before).await.unwrap();
    store.close().await;
    names
}
