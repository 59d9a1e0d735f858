//! What every engine behind [`Store`] must do, as a list of checks that each take a fresh store. A second
//! engine runs the same list with another way to open one.

mod documents;

use documents::{action, changed, example_service, run, service};
use domain::{RunId, ServiceId};
use store::{Examples, Loaded, Seed, Store};

/// A store that is empty, and everything needed to open it again.
pub struct Fresh {
    directory: tempfile::TempDir,
}

impl Fresh {
    fn new() -> Fresh {
        Fresh { directory: tempfile::tempdir().unwrap() }
    }

    async fn open(&self, examples: Examples) -> Store {
        Store::open(self.directory.path(), examples).await.unwrap()
    }
}

macro_rules! contract {
    ($($check:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test]
            async fn $check() {
                super::$check(super::Fresh::new()).await;
            })*
        }
    };
}

contract![
    an_empty_store_finds_nothing,
    what_was_loaded_is_found_in_the_order_of_the_data,
    a_second_load_changes_nothing,
    a_newer_release_replaces_what_nobody_touched,
    a_newer_release_leaves_what_somebody_touched,
    what_a_release_carries_no_more_stays,
    a_change_that_is_taken_back_is_no_change,
    hidden_examples_are_not_found_and_not_lost,
    a_digest_changes_with_its_service_only,
    runs_are_found_by_their_service,
    what_was_saved_is_there_after_reopening,
    a_saved_service_that_no_release_carries_stays_out_of_its_way,
];

fn release() -> Vec<Seed> {
    vec![
        Seed::Action(Box::new(action())),
        Seed::Service(Box::new(service("tax", "报税"))),
        Seed::Service(Box::new(service("filing", "备案"))),
        Seed::Run(Box::new(run("tax-run", Some("tax"), false))),
        Seed::Service(Box::new(example_service("shown", "示范"))),
        Seed::Run(Box::new(run("shown-run", Some("shown"), true))),
    ]
}

fn id(text: &str) -> ServiceId {
    text.parse().unwrap()
}

async fn names(store: &Store) -> Vec<String> {
    store.services().await.unwrap().iter().map(|service| service.name.clone()).collect()
}

async fn an_empty_store_finds_nothing(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.check().await.unwrap();
    assert!(store.services().await.unwrap().is_empty());
    assert!(store.runs().await.unwrap().is_empty());
    assert_eq!(store.service(&id("tax")).await.unwrap(), None);
    assert_eq!(store.run(&"tax-run".parse::<RunId>().unwrap()).await.unwrap(), None);
    assert_eq!(store.action().await.unwrap(), None);
}

async fn what_was_loaded_is_found_in_the_order_of_the_data(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    let loaded = store.load(&release()).await.unwrap();
    assert_eq!(loaded, Loaded { inserted: 6, ..Loaded::default() });
    assert_eq!(names(&store).await, ["报税", "备案", "示范"]);
    assert_eq!(store.service(&id("tax")).await.unwrap(), Some(service("tax", "报税")));
    assert_eq!(store.action().await.unwrap(), Some(action()));
    let found = store.run(&"tax-run".parse().unwrap()).await.unwrap();
    assert_eq!(found, Some(run("tax-run", Some("tax"), false)));
}

async fn a_second_load_changes_nothing(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    let loaded = store.load(&release()).await.unwrap();
    assert_eq!(loaded, Loaded { unchanged: 6, ..Loaded::default() });
}

async fn a_newer_release_replaces_what_nobody_touched(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    let mut newer = release();
    newer[1] = Seed::Service(Box::new(service("tax", "税务")));
    newer.swap(1, 2);
    let loaded = store.load(&newer).await.unwrap();
    // The other one of the two has only moved.
    assert_eq!(loaded, Loaded { updated: 2, unchanged: 4, ..Loaded::default() });
    assert_eq!(names(&store).await, ["备案", "税务", "示范"]);
}

async fn a_newer_release_leaves_what_somebody_touched(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    store.save_service(&changed(&service("tax", "报税"), "改过的")).await.unwrap();
    let mut newer = release();
    newer[1] = Seed::Service(Box::new(service("tax", "税务")));
    let loaded = store.load(&newer).await.unwrap();
    assert_eq!(loaded, Loaded { unchanged: 5, kept: 1, ..Loaded::default() });
    assert_eq!(names(&store).await, ["改过的", "备案", "示范"]);
}

async fn what_a_release_carries_no_more_stays(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    let loaded = store.load(&release()[..5]).await.unwrap();
    assert_eq!(loaded, Loaded { unchanged: 5, left_over: 1, ..Loaded::default() });
    assert_eq!(store.runs().await.unwrap().len(), 2);
}

async fn a_change_that_is_taken_back_is_no_change(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    store.save_service(&changed(&service("tax", "报税"), "改过的")).await.unwrap();
    store.save_service(&service("tax", "报税")).await.unwrap();
    assert_eq!(store.load(&release()).await.unwrap(), Loaded { unchanged: 6, ..Loaded::default() });
}

async fn a_digest_changes_with_its_service_only(fresh: Fresh) {
    let store = fresh.open(Examples::Hidden).await;
    store.load(&release()).await.unwrap();
    let digests = store.service_digests().await.unwrap();
    let ids: Vec<&str> = digests.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(ids, ["tax", "filing"], "in the order of the data, and only what may be found");
    store.save_service(&changed(&service("tax", "报税"), "改过的")).await.unwrap();
    let after = store.service_digests().await.unwrap();
    assert_ne!(after[0], digests[0]);
    assert_eq!(after[1], digests[1]);
    let kept = store.kept_service(&id("tax")).await.unwrap().unwrap();
    assert_eq!((kept.document.name.as_str(), &kept.digest), ("改过的", &after[0].1));
    assert_eq!(store.kept_service(&id("shown")).await.unwrap(), None);
}

async fn hidden_examples_are_not_found_and_not_lost(fresh: Fresh) {
    let store = fresh.open(Examples::Hidden).await;
    store.load(&release()).await.unwrap();
    assert_eq!(names(&store).await, ["报税", "备案"]);
    assert_eq!(store.service(&id("shown")).await.unwrap(), None);
    assert_eq!(store.runs().await.unwrap().len(), 1);
    assert_eq!(store.run(&"shown-run".parse().unwrap()).await.unwrap(), None);
    assert!(store.runs_of(&id("shown")).await.unwrap().is_empty());
    store.close().await;

    let store = fresh.open(Examples::Shown).await;
    assert_eq!(names(&store).await, ["报税", "备案", "示范"]);
    assert_eq!(store.load(&release()).await.unwrap(), Loaded { unchanged: 6, ..Loaded::default() });
}

async fn runs_are_found_by_their_service(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    assert_eq!(store.runs_of(&id("tax")).await.unwrap(), [run("tax-run", Some("tax"), false)]);
    assert!(store.runs_of(&id("filing")).await.unwrap().is_empty());
}

async fn what_was_saved_is_there_after_reopening(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    store.save_service(&changed(&service("tax", "报税"), "改过的")).await.unwrap();
    store.close().await;

    let store = fresh.open(Examples::Shown).await;
    assert_eq!(names(&store).await, ["改过的", "备案", "示范"]);
}

async fn a_saved_service_that_no_release_carries_stays_out_of_its_way(fresh: Fresh) {
    let store = fresh.open(Examples::Shown).await;
    store.load(&release()).await.unwrap();
    store.save_service(&service("own", "自己的")).await.unwrap();
    assert_eq!(names(&store).await, ["报税", "备案", "自己的", "示范"]);
    assert_eq!(store.load(&release()).await.unwrap(), Loaded { unchanged: 6, ..Loaded::default() });
}
