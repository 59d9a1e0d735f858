//! What holds of every finding in any version, and of any change.

use crate::beside::{Asked, any_two, asked};
use crate::disguise::{same, shuffled};
use crate::some;
use domain::findings::{self, Finding, FindingKind};
use domain::{Answers, MeasureKind, Service, measure};
use proptest::prelude::*;

proptest! {
    #![proptest_config(some(128))]

    #[test]
    fn a_finding_is_about_something_that_is_there(asked in asked()) {
        let walk = asked.walk();
        for finding in found(&asked) {
            for key in finding.steps() {
                prop_assert!(walk.version.step(key).is_some(), "{:?}", finding);
            }
            for key in finding.materials() {
                prop_assert!(walk.version.material(key).is_some(), "{:?}", finding);
            }
            for place in finding.places() {
                prop_assert!(asked.service.place(place).is_some(), "{:?}", finding);
            }
            // What it suggests can be told too.
            let text = serde_json::to_string(&(&finding, finding.suggestion())).expect("it can be written");
            prop_assert!(!text.is_empty());
        }
    }

    #[test]
    fn findings_are_told_in_the_order_of_their_kinds(asked in asked()) {
        let order = |kind: FindingKind| FindingKind::ALL.iter().position(|known| *known == kind);
        let kinds: Vec<_> = found(&asked).iter().map(|finding| order(finding.kind())).collect();
        prop_assert!(kinds.is_sorted() && kinds.iter().all(Option::is_some), "{:?}", kinds);
    }

    #[test]
    fn the_order_of_lists_does_not_matter_to_findings(asked in asked(), seed: u64) {
        let again = Asked { service: shuffled(&asked.service, seed), answers: asked.answers.clone() };
        same(&told(found(&again)), &told(found(&asked)))?;
    }

    #[test]
    fn fewer_visits_are_promised_only_where_there_are_fewer(asked in asked()) {
        let visits = measure(&asked.service, &asked.service.versions[0], &asked.answers);
        let visits = visits.iter().find(|m| m.kind == MeasureKind::Visits).and_then(|m| m.value.range());
        for finding in found(&asked) {
            if let Finding::TwoVisitsCouldBeOne { places, steps, visits: now, possible, orders } = finding {
                prop_assert!(possible < now && possible >= 1);
                prop_assert_eq!(visits.map(|(_, most)| most), Some(now));
                prop_assert!(!places.is_empty() && !steps.is_empty() && !orders.is_empty());
            }
        }
    }

    #[test]
    fn a_change_and_its_mirror_are_not_both_only_bundled(beside in any_two()) {
        let bundled = |beside: &crate::beside::Beside| {
            let [first, second] = beside.walks();
            findings::of_change(&first, &second).into_iter().next()
        };
        let (there, back) = (bundled(&beside), bundled(&beside.exchanged()));
        prop_assert!(there.is_none() || back.is_none(), "{:?} {:?}", there, back);
        if let Some(Finding::OnlyBundled { before, after, materials }) = there {
            prop_assert!(before > after && !materials.is_empty());
        }
    }

    #[test]
    fn a_version_of_no_steps_has_only_its_limits_to_look_at(asked in asked()) {
        let mut document = (*asked.service).clone();
        let version = &mut document.versions[0];
        version.steps.clear();
        (version.accepted_at, version.decided_at) = (None, None);
        let service = Service::try_from(document).expect("a valid service");
        for finding in found(&Asked { service, answers: Answers::new() }) {
            prop_assert_eq!(finding.kind(), FindingKind::PromiseAboveLaw);
        }
    }
}

fn found(asked: &Asked) -> Vec<Finding> {
    findings::of_version(&asked.service, &asked.service.versions[0], &asked.answers).expect("few walks")
}

/// Of orders and visits that are one of several as good, only the numbers.
fn told(findings: Vec<Finding>) -> Vec<Finding> {
    let each = findings.into_iter().map(|finding| match finding {
        Finding::TwoVisitsCouldBeOne { visits, possible, .. } => Finding::TwoVisitsCouldBeOne {
            places: Vec::new(),
            steps: Vec::new(),
            visits,
            possible,
            orders: Vec::new(),
        },
        other => other,
    });
    each.collect()
}
