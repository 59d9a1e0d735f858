//! What holds of every measure of any version.

use crate::beside::{Asked, asked, named, questioned, small, told};
use crate::disguise::{Respelling, json_of, same, shuffled};
use crate::some;
use domain::service::ServiceDocument;
use domain::step::Side;
use domain::walk::Walk;
use domain::{
    Evidence, EvidenceKind, MeasureKind, Measured, Met, Part, Service, Share, Span, Standard, Step, StepKey,
    TimeUnit, Value, measure, measure_over_all, visits, yearly_burden_hours,
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(some(96))]

    #[test]
    fn a_value_is_from_its_least_to_its_most_and_its_parts_make_it_up(asked in asked()) {
        for measured in asked.measured() {
            let parts = measured.parts.len() as u32;
            match measured.value {
                Value::Unknown { .. } => prop_assert!(parts == 0 && measured.evidence.is_none()),
                Value::Count { min, max } => prop_assert!(min <= max && max == parts, "{:?}", measured),
                Value::Share { least, most } => {
                    prop_assert_eq!(least, most);
                    prop_assert!(least.part <= least.whole && least.whole == parts, "{:?}", measured);
                    let waived = measured.parts.iter().filter(|part| matches!(part, Part::Waived { .. })).count();
                    prop_assert_eq!(least.part as usize, waived);
                }
                Value::Money { min_yuan, max_yuan } => {
                    let fees = measured.parts.iter().map(|part| match part {
                        Part::Fee { fee, .. } => (fee.min_yuan, fee.max_yuan),
                        _ => (0, 0),
                    });
                    prop_assert_eq!(fees.fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1)), (min_yuan, max_yuan));
                }
                Value::Time { span } => {
                    let times = measured.parts.iter().filter_map(|part| match part {
                        Part::OwnTime { time, .. } | Part::Travel { time, .. } | Part::Wait { time, .. }
                        | Part::Stated { time, .. } => Some(time),
                        _ => None,
                    });
                    let in_unit = |time: &Span| match time.in_minutes() {
                        Some((_, most)) if span.unit() == TimeUnit::Minute => most,
                        _ if time.unit() == span.unit() => time.max(),
                        _ => 0,
                    };
                    prop_assert_eq!(times.map(in_unit).sum::<u32>(), span.max(), "{:?}", measured);
                }
            }
        }
    }

    #[test]
    fn no_number_is_better_proven_than_the_steps_it_was_counted_on(asked in asked()) {
        let walk = asked.walk();
        let stated = [MeasureKind::LegalLimit, MeasureKind::PromisedLimit, MeasureKind::MeasuredLimit];
        for measured in asked.measured() {
            let Some(evidence) = measured.evidence else { continue };
            if stated.contains(&measured.kind) {
                continue;
            }
            prop_assert!(evidence >= EvidenceKind::Computed, "{:?}", measured);
            let steps = measured.parts.iter().filter_map(step_of).filter_map(|key| walk.version.step(key));
            prop_assert!(steps.map(|step| step.evidence.kind()).all(|of_step| of_step <= evidence), "{:?}", measured);
        }
    }

    #[test]
    fn every_step_of_the_walk_is_either_the_applicants_or_behind_the_counter(asked in asked()) {
        let steps = asked.walk().steps.len() as u32;
        let (front, back) = (asked.of(MeasureKind::ApplicantSteps), asked.of(MeasureKind::BackOfficeSteps));
        if let (Some(front), Some(back)) = (front.range(), back.range()) {
            prop_assert_eq!((front.0 + back.0, front.1 + back.1), (steps, steps));
        }
    }

    #[test]
    fn whoever_must_be_there_goes_at_least_once_to_each_place(asked in asked()) {
        let is_there = asked.walk().steps.iter().any(|step| step.on_site());
        let Some((places, _)) = asked.of(MeasureKind::Places).range() else { return Ok(()) };
        let (min, max) = asked.of(MeasureKind::Visits).range().expect("a small walk");
        prop_assert!(places <= min && min <= max, "{} places, {} to {} visits", places, min, max);
        prop_assert_eq!(min >= 1, is_there);
        prop_assert_eq!(max >= 1, is_there);
    }

    #[test]
    fn visits_are_as_few_as_trying_every_order_finds(asked in small()) {
        let walk = asked.walk();
        prop_assume!(walk.steps.iter().filter(|step| step.on_site()).count() <= 6);
        let found = visits::fewest(&walk).expect("a small walk");
        prop_assert_eq!((found.min, found.max), (tried(&walk, Ends::Shortest), tried(&walk, Ends::Longest)));
        for (plan, ends) in [(found.plan_at_best, Ends::Shortest), (found.plan, Ends::Longest)] {
            let order: Vec<usize> = plan.iter().flat_map(|visit| &visit.steps).map(|key| at(&walk, key)).collect();
            prop_assert_eq!(trips(&walk, &order, ends), Some(plan.len() as u32), "the plan is no order: {:?}", plan);
        }
    }

    #[test]
    fn adding_an_online_step_never_raises_places_windows_or_visits(asked in asked(), before: u16, within: u8) {
        let more = asked.changed(|document| {
            let steps = &mut document.versions[0].steps;
            let earlier = steps.iter().enumerate().filter(|(i, _)| before >> i & 1 == 1);
            let mut added = Step {
                after: earlier.map(|(_, step)| step.key.clone()).collect(),
                ..online("online", &steps[0].evidence)
            };
            // Between two steps one of which comes after the other anyway.
            let later = usize::from(within) % steps.len();
            if let Some(earlier) = steps[later].after.first().cloned() {
                added.after = vec![earlier];
                steps[later].after.push(added.key.clone());
            }
            steps.push(added);
        });
        for kind in [MeasureKind::Places, MeasureKind::Windows, MeasureKind::Visits] {
            let (few, many) = (asked.of(kind).range(), more.of(kind).range());
            prop_assert!(many <= few, "{:?}: {:?} became {:?}", kind, few, many);
        }
    }

    #[test]
    fn removing_an_order_never_raises_visits(asked in asked(), of_step: u8, order: u8) {
        let steps = &asked.service.versions[0].steps;
        let ordered: Vec<usize> = (0..steps.len()).filter(|i| !steps[*i].after.is_empty()).collect();
        prop_assume!(!ordered.is_empty());
        let at = ordered[usize::from(of_step) % ordered.len()];
        let freed = asked.changed(|document| {
            let after = &mut document.versions[0].steps[at].after;
            after.remove(usize::from(order) % after.len());
        });
        let most = |asked: &Asked| asked.of(MeasureKind::Visits).range().map(|(_, most)| most);
        prop_assert!(most(&freed) <= most(&asked), "{:?} became {:?}", most(&asked), most(&freed));
    }

    #[test]
    fn documents_are_no_more_than_submissions_and_the_waived_are_the_rest(asked in asked()) {
        let count = |kind| asked.of(kind).range().map(|(_, most)| most);
        let documents = count(MeasureKind::Documents);
        prop_assert!(documents <= count(MeasureKind::Submissions));
        match asked.of(MeasureKind::WaivedShare) {
            Value::Share { least: Share { part, whole }, .. } => {
                prop_assert!(whole >= 1);
                prop_assert_eq!(documents, Some(whole - part));
            }
            Value::Unknown { .. } => prop_assert!(matches!(documents, None | Some(0))),
            other => prop_assert!(false, "{:?} is no share", other),
        }
    }

    #[test]
    fn a_version_meets_the_standard_exactly_where_its_counts_do(asked in asked()) {
        let standard = Standard::of(&asked.measured());
        let most = |kind| asked.of(kind).range().map(|(_, most)| most);
        let counts = [MeasureKind::Places, MeasureKind::Windows, MeasureKind::Visits].map(most);
        let met = [standard.one_place, standard.one_window, standard.one_visit];
        for (count, met) in counts.iter().zip(met) {
            prop_assert_eq!(met, count.map_or(Met::Unknown, |n| if n <= 1 { Met::Yes } else { Met::No }));
        }
        prop_assert_eq!(standard.is_met(), counts.iter().all(|count| count.is_some_and(|n| n <= 1)));
        prop_assert_eq!(standard.faceless, counts == [Some(0); 3]);
        prop_assert!(!standard.faceless || standard.is_met());
    }

    #[test]
    fn what_holds_of_one_walk_is_within_what_holds_of_all(asked in asked()) {
        let over_all = measure_over_all(&asked.service, &asked.service.versions[0], &asked.answers).expect("few walks");
        for (measured, (kind, all)) in asked.measured().iter().zip(&over_all) {
            prop_assert_eq!(measured.kind, *kind);
            prop_assert!(is_within(&measured.value, all), "{:?} is not within {:?}", measured, all);
        }
    }

    #[test]
    fn an_answer_never_widens_what_holds_of_all_walks(asked in questioned(), question: u8, answer: u8) {
        let version = &asked.service.versions[0];
        let situation = &asked.service.situations[usize::from(question) % asked.service.situations.len()];
        let (mut open, mut answers) = (asked.answers.clone(), asked.answers.clone());
        open.remove(&situation.key);
        let given = &situation.answers[usize::from(answer) % situation.answers.len()];
        answers.insert(situation.key.clone(), given.key.clone());
        let wide = measure_over_all(&asked.service, version, &open).expect("few walks");
        let narrow = measure_over_all(&asked.service, version, &answers).expect("fewer walks");
        for ((kind, wide), (_, narrow)) in wide.iter().zip(&narrow) {
            prop_assert!(is_within(narrow, wide), "{:?}: {:?} is not within {:?}", kind, narrow, wide);
        }
    }

    #[test]
    fn fees_and_own_time_of_two_halves_add_up(asked in told(), at: u8) {
        // Without the second half nothing of the first changes: it comes after none of it.
        let steps = asked.walk().steps.len();
        prop_assume!(steps >= 2 && asked.service.versions[0].steps.len() == steps);
        let cut = 1 + usize::from(at) % (steps - 1);
        let half = |keep: std::ops::Range<usize>| asked.changed(|document| {
            let version = &mut document.versions[0];
            (version.accepted_at, version.decided_at) = (None, None);
            let kept: Vec<Step> = version.steps[keep.clone()].to_vec();
            version.steps = kept;
            let keys: Vec<StepKey> = version.steps.iter().map(|step| step.key.clone()).collect();
            version.steps.iter_mut().for_each(|step| step.after.retain(|key| keys.contains(key)));
            crate::building::without_lonely_choices(&mut version.steps);
        });
        let (first, second) = (half(0..cut), half(cut..steps));
        let fees = |asked: &Asked| asked.of(MeasureKind::Fees).range().unwrap_or_default();
        let own_time = |asked: &Asked| {
            let minutes = |part: &Part| match part {
                Part::OwnTime { time, .. } => time.in_minutes().map_or(0, |(_, most)| most),
                _ => 0,
            };
            let burden = asked.measured().into_iter().find(|m| m.kind == MeasureKind::Burden)?;
            burden.value.is_known().then(|| burden.parts.iter().map(minutes).sum::<u32>())
        };
        prop_assume!([&first, &second].iter().all(|half| half.walk().steps.len() == half.service.versions[0].steps.len()));
        prop_assert_eq!(fees(&asked).1, fees(&first).1 + fees(&second).1);
        prop_assert_eq!(fees(&asked).0, fees(&first).0 + fees(&second).0);
        if let (Some(whole), Some(a), Some(b)) = (own_time(&asked), own_time(&first), own_time(&second)) {
            prop_assert_eq!(whole, a + b);
        }
    }

    #[test]
    fn the_burden_of_a_year_is_that_of_its_cases(asked in told()) {
        let burden = asked.measured().into_iter().find(|m| m.kind == MeasureKind::Burden).expect("it is taken");
        let hours = yearly_burden_hours(&asked.service, &burden);
        let cases = asked.service.cases_a_year;
        prop_assert_eq!(hours.is_some(), cases.is_some() && burden.value.is_known());
        if let (Some((least, most)), Some(cases), Some((min, max))) = (hours, cases, burden.value.range()) {
            prop_assert!(least <= most);
            let minutes = |hours: u64| hours * 60;
            prop_assert!(minutes(least).abs_diff(u64::from(min) * u64::from(cases)) <= 30);
            prop_assert!(minutes(most).abs_diff(u64::from(max) * u64::from(cases)) <= 30);
        }
    }

    #[test]
    fn the_computed_limit_is_no_less_than_any_wait_on_the_way(asked in asked()) {
        let walk = asked.walk();
        let Value::Time { span } = asked.of(MeasureKind::ComputedLimit) else { return Ok(()) };
        let version = &asked.service.versions[0];
        let ends = [&version.accepted_at, &version.decided_at].map(|end| at(&walk, end.as_ref().expect("it has a span")));
        for (i, step) in walk.steps.iter().enumerate() {
            let wait = step.wait.filter(|_| between(&walk, ends[0], i) && between(&walk, i, ends[1]));
            let Some(wait) = wait else { continue };
            let longest = match wait.in_minutes() {
                Some((_, most)) if span.unit() == TimeUnit::Minute => most,
                Some(_) => 0,
                None => wait.max(),
            };
            prop_assert!(longest <= span.max(), "{} waits {}, and the limit is {:?}", step.key, longest, span);
        }
    }

    #[test]
    fn the_whole_takes_no_less_than_what_is_between_acceptance_and_decision(asked in asked()) {
        let (limit, whole) = (asked.of(MeasureKind::ComputedLimit), asked.of(MeasureKind::WholeTime));
        if let (Value::Time { span: limit }, Value::Time { span: whole }) = (limit, whole)
            && limit.unit() == whole.unit()
        {
            prop_assert!(limit.min() <= whole.min() && limit.max() <= whole.max(), "{:?} {:?}", limit, whole);
        }
    }

    #[test]
    fn what_nobody_knows_is_never_counted_as_nothing(asked in asked(), of_step: u8, of_time: u8) {
        let steps = &asked.service.versions[0].steps;
        let silent = usize::from(of_step) % steps.len();
        let less = asked.changed(|document| {
            let step = &mut document.versions[0].steps[silent];
            match of_time % 4 {
                // Work behind the counter tells how long it takes by its wait, and may leave out the rest.
                1 if step.side == Side::External => step.prepare = None,
                2 if step.side == Side::External => step.queue = None,
                3 if step.side == Side::External => step.counter = None,
                _ => step.wait = None,
            }
        });
        // An unknown wait may lead another way; on the same way no number falls.
        let way = |asked: &Asked| asked.walk().steps.iter().map(|step| step.key.clone()).collect::<Vec<_>>();
        prop_assume!(way(&asked) == way(&less));
        for (knowing, silent) in asked.measured().iter().zip(less.measured()) {
            let kept = !knowing.value.is_known() || is_within(&knowing.value, &silent.value);
            prop_assert!(kept, "{:?} became {:?}", knowing, silent);
        }
    }

    #[test]
    fn the_order_of_lists_does_not_matter_to_measures(asked in asked(), seed: u64) {
        let again = Asked { service: shuffled(&asked.service, seed), answers: asked.answers.clone() };
        same(&again.measured(), &asked.measured())?;
        let over_all = |asked: &Asked| {
            measure_over_all(&asked.service, &asked.service.versions[0], &asked.answers).expect("few walks")
        };
        same(&over_all(&again), &over_all(&asked))?;
    }

    #[test]
    fn renaming_keys_changes_no_measure(asked in named(), seed: u64) {
        let mut respelling = Respelling::new(seed);
        let service = respelling.service(&asked.service);
        let again = Asked { service, answers: respelling.answers(&asked.answers) };
        same(&respelling.undone(json_of(&again.measured())), &asked.measured())?;
    }
}

impl Asked {
    fn measured(&self) -> Vec<Measured> {
        measure(&self.service, &self.service.versions[0], &self.answers)
    }

    fn of(&self, kind: MeasureKind) -> Value {
        self.measured()
            .into_iter()
            .find(|measured| measured.kind == kind)
            .expect("every measure is taken")
            .value
    }

    fn changed(&self, change: impl FnOnce(&mut ServiceDocument)) -> Asked {
        let mut document = (*self.service).clone();
        change(&mut document);
        let service = Service::try_from(document).expect("changed it is valid still");
        Asked { service, answers: self.answers.clone() }
    }
}

/// An online step of no time at all.
fn online(name: &str, evidence: &Evidence) -> Step {
    let step = serde_json::json!({"key": name, "name": name, "actor": "applicant", "side": "external",
        "channel": "online", "prepare": "none", "queue": "none", "counter": "none", "wait": "none",
        "evidence": evidence});
    serde_json::from_value(step).expect("a step")
}

fn step_of(part: &Part) -> Option<&StepKey> {
    match part {
        Part::Step { step }
        | Part::Submission { step, .. }
        | Part::OwnTime { step, .. }
        | Part::Fee { step, .. }
        | Part::Wait { step, .. } => Some(step),
        _ => None,
    }
}

/// Whether one range lies in another. What is unknown lies in nothing and has nothing in it that anybody
/// knows; minutes lie in days that begin with none.
fn is_within(value: &Value, range: &Value) -> bool {
    match (value, range) {
        (_, Value::Unknown { .. }) => true,
        (Value::Share { least, most }, Value::Share { least: all_least, most: all_most }) => {
            !least.is_less_than(*all_least) && !all_most.is_less_than(*most)
        }
        (Value::Time { span }, Value::Time { span: all }) if !span.in_days() && all.in_days() => {
            all.min() == 0
        }
        (Value::Time { span }, Value::Time { span: all }) => match (span.in_minutes(), all.in_minutes()) {
            (Some(a), Some(b)) => b.0 <= a.0 && a.1 <= b.1,
            _ => span.unit() == all.unit() && all.min() <= span.min() && span.max() <= all.max(),
        },
        _ => match (value.range(), range.range()) {
            (Some(a), Some(b)) => b.0 <= a.0 && a.1 <= b.1,
            _ => false,
        },
    }
}

fn at(walk: &Walk<'_>, key: &StepKey) -> usize {
    walk.steps.iter().position(|step| step.key == *key).expect("the step is on the walk")
}

/// Whether one can get from one step to another; from each to itself.
fn between(walk: &Walk<'_>, from: usize, to: usize) -> bool {
    from == to || walk.after[to].iter().any(|before| between(walk, from, *before))
}

#[derive(Clone, Copy)]
enum Ends {
    Shortest,
    Longest,
}

/// Whether something between two steps, the first of them included, is ready only on a later day.
fn a_day_between(walk: &Walk<'_>, from: usize, to: usize, ends: Ends) -> bool {
    let takes_a_day = |i: usize| match (walk.steps[i].wait, ends) {
        (Some(wait), Ends::Shortest) => wait.in_days() && wait.min() >= 1,
        (Some(wait), Ends::Longest) => wait.in_days() && wait.max() >= 1,
        (None, Ends::Shortest) => false,
        (None, Ends::Longest) => true,
    };
    (0..walk.steps.len()).any(|i| i != to && takes_a_day(i) && between(walk, from, i) && between(walk, i, to))
}

/// How many trips an order of the on-site steps makes, by the rule as a person reads it; `None` where
/// `after` does not allow the order.
fn trips(walk: &Walk<'_>, order: &[usize], ends: Ends) -> Option<u32> {
    let mut trips = 0;
    let mut today: Vec<usize> = Vec::new();
    for (n, step) in order.iter().enumerate() {
        if order[n + 1..].iter().any(|later| between(walk, *later, *step)) {
            return None;
        }
        let there = today.last().is_some_and(|last| walk.steps[*last].place == walk.steps[*step].place);
        let ready =
            !today.iter().any(|done| between(walk, *done, *step) && a_day_between(walk, *done, *step, ends));
        if !there || !ready {
            trips += 1;
            today.clear();
        }
        today.push(*step);
    }
    Some(trips)
}

/// The fewest trips of every order there is.
fn tried(walk: &Walk<'_>, ends: Ends) -> u32 {
    fn orders(left: &[usize], order: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
        if left.is_empty() {
            visit(order);
        }
        for (i, step) in left.iter().enumerate() {
            let mut rest = left.to_vec();
            rest.remove(i);
            order.push(*step);
            orders(&rest, order, visit);
            order.pop();
        }
    }
    let on_site: Vec<usize> = (0..walk.steps.len()).filter(|i| walk.steps[*i].on_site()).collect();
    let mut fewest = u32::MAX;
    orders(&on_site, &mut Vec::new(), &mut |order| {
        fewest = trips(walk, order, ends).unwrap_or(u32::MAX).min(fewest);
    });
    fewest
}
