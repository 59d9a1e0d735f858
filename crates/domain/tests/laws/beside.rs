//! Two versions beside each other, as the laws take them: of one service, where the second was made from
//! the first or by itself, or of two services whose keys mean nothing to each other.

use crate::building::{self, key};
use crate::drawing::{self, DrawnService, DrawnVersion, MOST_STEPS, Mutation};
use domain::align::{Pin, PinError};
use domain::compare::{Side, compare_sides};
use domain::walk::{Walk, easiest_walk};
use domain::{Answers, Comparison, Service};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use std::fmt;

/// One service and the answers somebody gave. Its versions are `first` and, where it was drawn with two,
/// `second`.
#[derive(Clone)]
pub struct Asked {
    pub service: Service,
    pub answers: Answers,
}

impl Asked {
    pub fn walk(&self) -> Walk<'_> {
        easiest_walk(&self.service, &self.service.versions[0], &self.answers).expect("a small version")
    }
}

/// Two sides of a comparison.
#[derive(Clone)]
pub struct Beside {
    pub first: (Service, usize),
    pub second: (Service, usize),
    pub answers: Answers,
}

impl Beside {
    pub fn sides(&self) -> [Side<'_>; 2] {
        [&self.first, &self.second].map(|(service, at)| Side { service, version: &service.versions[*at] })
    }

    pub fn walks(&self) -> [Walk<'_>; 2] {
        [&self.first, &self.second].map(|(service, at)| {
            easiest_walk(service, &service.versions[*at], &self.answers).expect("a small version")
        })
    }

    pub fn compared(&self) -> Comparison {
        self.pinned(&[]).expect("no pin is wrong")
    }

    pub fn pinned(&self, pins: &[Pin]) -> Result<Comparison, PinError> {
        let [first, second] = self.sides();
        compare_sides(first, second, &self.answers, pins)
    }

    /// The same looked at from the other side.
    pub fn exchanged(&self) -> Beside {
        Beside { first: self.second.clone(), second: self.first.clone(), answers: self.answers.clone() }
    }

    /// Whether both sides are versions of one service, so that a key on both is one thing.
    pub fn is_one_service(&self) -> bool {
        self.first.0.id == self.second.0.id
    }
}

/// What breaks a law is printed as process files, which a person can read and the command line too.
impl fmt::Debug for Beside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.sides();
        writeln!(f, "answers: {:?}", self.answers)?;
        writeln!(f, "first, version {}: {}", first.version.id, written(&self.first.0))?;
        let again = self.first.0 == self.second.0;
        let service = if again { "the same service".to_owned() } else { written(&self.second.0) };
        writeln!(f, "second, version {}: {service}", second.version.id)
    }
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "answers: {:?}\nservice: {}", self.answers, written(&self.service))
    }
}

fn written(service: &Service) -> String {
    serde_json::to_string(service).expect("a service can be written")
}

/// How the second version comes about.
#[derive(Debug, Clone)]
enum Second {
    MadeFromFirst(Vec<(u8, Mutation)>),
    ByItself(DrawnVersion),
}

fn second() -> impl Strategy<Value = Second> {
    prop_oneof![
        3 => vec(drawing::mutation(), 1..6).prop_map(Second::MadeFromFirst),
        1 => drawing::version(MOST_STEPS).prop_map(Second::ByItself),
    ]
}

/// An answer to some of the questions, one index each.
fn answered() -> impl Strategy<Value = Vec<Option<u8>>> {
    vec(option::weighted(0.4, any::<u8>()), 2)
}

fn answers(service: &Service, drawn: &[Option<u8>]) -> Answers {
    let of_each = service.situations.iter().zip(drawn).filter_map(|(situation, index)| {
        let at = usize::from((*index)?) % situation.answers.len();
        Some((situation.key.clone(), situation.answers[at].key.clone()))
    });
    of_each.collect()
}

/// A service with one version.
pub fn asked() -> impl Strategy<Value = Asked> {
    asked_of(drawing::service(MOST_STEPS))
}

/// A service with one version of few steps.
pub fn small() -> impl Strategy<Value = Asked> {
    asked_of(drawing::service(8))
}

/// A service of which every time is told, in working days, hours and minutes.
pub fn told() -> impl Strategy<Value = Asked> {
    asked_of(drawing::service(MOST_STEPS).prop_map(|mut drawn| {
        (drawn.temper.told, drawn.temper.one_unit) = (true, true);
        drawn
    }))
}

/// A service that asks at least one question.
pub fn questioned() -> impl Strategy<Value = Asked> {
    asked_of(drawing::service(MOST_STEPS).prop_map(|mut drawn| {
        drawn.temper.one_walk = false;
        if drawn.situations.is_empty() {
            drawn.situations.push(2);
        }
        drawn
    }))
}

fn asked_of(drawn: impl Strategy<Value = DrawnService>) -> impl Strategy<Value = Asked> {
    (drawn, answered()).prop_map(|(drawn, answered)| {
        let service = Service::try_from(building::document(&drawn)).expect("a valid service");
        Asked { answers: answers(&service, &answered), service }
    })
}

/// Two versions of one service.
pub fn two_versions() -> impl Strategy<Value = Beside> {
    of_one_service(drawing::service(MOST_STEPS))
}

/// Two versions of one service, in which no two things of one list have one name: of two that say the
/// same nobody can say which is which but by their keys.
pub fn two_named_versions() -> impl Strategy<Value = Beside> {
    of_one_service(distinct())
}

fn of_one_service(drawn: impl Strategy<Value = DrawnService>) -> impl Strategy<Value = Beside> {
    (drawn, second(), any::<bool>(), answered()).prop_map(|(drawn, second, descends, answered)| {
        let service = with_second(&drawn, &second, descends);
        let answers = answers(&service, &answered);
        Beside { first: (service.clone(), 0), second: (service, 1), answers }
    })
}

fn distinct() -> impl Strategy<Value = DrawnService> {
    drawing::service(MOST_STEPS).prop_map(|mut drawn| {
        drawn.temper.distinct = true;
        drawn
    })
}

/// A service in which no two things of one list have one name.
pub fn named() -> impl Strategy<Value = Asked> {
    asked_of(distinct())
}

/// A version of one service and a version of another, whose keys mean nothing to each other. No two
/// things of one list have one name.
pub fn two_services() -> impl Strategy<Value = Beside> {
    (distinct(), second(), answered()).prop_map(|(drawn, second, answered)| {
        let both = with_second(&drawn, &second, false);
        let alone = |id: &str, at: usize| {
            let mut document = (*both).clone();
            document.id = key(id);
            document.versions = vec![document.versions.swap_remove(at)];
            document.reported.clear();
            Service::try_from(document).expect("a valid service")
        };
        let answers = answers(&both, &answered);
        Beside { first: (alone("service", 0), 0), second: (alone("another", 1), 0), answers }
    })
}

/// Two versions of one service, or of two.
pub fn any_two() -> impl Strategy<Value = Beside> {
    prop_oneof![two_versions(), two_services()]
}

fn with_second(drawn: &DrawnService, second: &Second, descends: bool) -> Service {
    let mut document = building::document(drawn);
    let next = match second {
        Second::ByItself(version) => building::version(version, "second", &document, drawn.temper),
        Second::MadeFromFirst(mutations) => {
            let mut changed = document.clone();
            for (at, mutation) in mutations {
                crate::mutating::mutate(&mut changed, *at, mutation, drawn.temper);
            }
            changed.versions.swap_remove(0)
        }
    };
    document.versions.push(domain::Version {
        id: key("second"),
        derived_from: descends.then(|| key("first")),
        ..next
    });
    document.reported = drawn
        .reported
        .map(|(before, after)| building::report(before, after, drawn.temper))
        .into_iter()
        .collect();
    Service::try_from(document).expect("a valid service")
}
