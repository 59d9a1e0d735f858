//! A comparison in one to three plain sentences: what one has to go through, what became less, and, with
//! the same weight, what became more. Of what nobody knows it says nothing.
//!
//! Only between a version and its descendant is there 以前 and 现在, less and more; otherwise the two
//! stand beside each other.

use domain::{ChangeKind, Difference, Direction, MeasureKind, Relation, Weight};

use crate::compared::{Compared, Which, keys, name_of_group};
use crate::components::value_text::told;
use crate::words::words;

/// One sentence, and whether it tells of less or of more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `None` for what is neither.
    pub direction: Option<Direction>,
    /// The sentence.
    pub text: String,
}

type Range = (u32, u32);

/// 地, 窗 and 次 of one half; `None` for what nobody knows.
type Trip = [Option<Range>; 3];

/// What the sentences are made from.
#[derive(Debug, Clone, PartialEq)]
struct Facts {
    relation: Relation,
    /// Whether the second half is only supposed: then the first is what is now.
    supposed: bool,
    trips: [Trip; 2],
    amounts: Vec<Amount>,
    heavier: Vec<(ChangeKind, Vec<String>)>,
}

/// Anything else that both halves tell: a name, and both values with their units.
#[derive(Debug, Clone, PartialEq)]
struct Amount {
    name: String,
    values: [String; 2],
    direction: Direction,
    /// Whether it is how long one waits: of several that fell, the first says it.
    is_time: bool,
}

/// What a [`Trip`] counts.
const TRIP: [MeasureKind; 3] = [MeasureKind::Places, MeasureKind::Windows, MeasureKind::Visits];

/// What is told besides the way one has to go, the most asked for first.
const AMOUNTS: [MeasureKind; 8] = [
    MeasureKind::PromisedLimit,
    MeasureKind::MeasuredLimit,
    MeasureKind::ComputedLimit,
    MeasureKind::WholeTime,
    MeasureKind::Documents,
    MeasureKind::Fees,
    MeasureKind::Burden,
    MeasureKind::ApplicantSteps,
];

/// Less is told of so many at most; all that is more is told.
const MOST_LESS: usize = 3;

/// Of so many steps the names are told.
const MOST_NAMES: usize = 2;

/// A comparison in short.
pub fn in_short(compared: &Compared) -> Vec<Said> {
    say(&facts(compared))
}

fn facts(compared: &Compared) -> Facts {
    let names = &words().names;
    let trip = |which: Which| {
        TRIP.map(|kind| {
            let change = compared.measure(kind)?;
            let measured = if which == Which::First { &change.first } else { &change.second };
            measured.value.range()
        })
    };
    // What somebody states or reports is said of what is, never of what is supposed.
    let supposed = compared.supposed().is_some();
    let is_stated = |kind| matches!(kind, MeasureKind::PromisedLimit | MeasureKind::MeasuredLimit);
    let reported = compared.comparison().reported.iter().filter(|_| !supposed).filter_map(|change| {
        let unit = |n| change.unit.as_ref().map(|unit| (names.unit)(unit, n)).unwrap_or_default();
        let values = [change.first?, change.second?].map(|n| format!("{n} {}", unit(n)).trim().to_owned());
        let is_time = matches!(change.unit, Some(domain::reported::Unit::Time(_)));
        let direction = change.difference?.direction;
        Some(Amount { name: change.subject.clone(), values, direction, is_time })
    });
    let measured = AMOUNTS.into_iter().filter(|kind| !supposed || !is_stated(*kind)).filter_map(|kind| {
        let change = compared.measure(kind)?;
        let values = [told(kind, &change.first.value)?, told(kind, &change.second.value)?];
        let name = (names.measure)(kind).to_owned();
        let is_time = kind != MeasureKind::Burden && change.second.value.time_unit().is_some();
        Some(Amount { name, values, direction: change.difference?.direction, is_time })
    });
    Facts {
        relation: compared.relation(),
        supposed,
        trips: Which::BOTH.map(trip),
        amounts: reported.chain(measured).collect(),
        heavier: heavier(compared),
    }
}

/// What became heavier at steps that the applicant takes, with their names.
fn heavier(compared: &Compared) -> Vec<(ChangeKind, Vec<String>)> {
    let kinds = ChangeKind::ALL.into_iter().filter(|kind| kind.weight() == Weight::Heavier);
    let steps = kinds.map(|kind| {
        let groups = compared.comparison().steps.iter().filter(|group| group.kinds.contains(&kind));
        let groups = groups.filter(|group| {
            keys(group, Which::Second).iter().any(|key| {
                let step = compared.second().step(key);
                step.is_some_and(|step| step.side == domain::step::Side::External)
            })
        });
        let names = groups.filter_map(name_of_group);
        (kind, names.map(|(which, key)| compared.half(which).step_name(key).to_owned()).collect())
    });
    steps.filter(|(_, names): &(_, Vec<String>)| !names.is_empty()).collect()
}

fn say(facts: &Facts) -> Vec<Said> {
    match facts.relation {
        Relation::Same => Vec::from_iter(one(&facts.trips[0])),
        Relation::BeforeAfter => [way(facts), less(facts), more(facts)].into_iter().flatten().collect(),
        Relation::AfterBefore | Relation::TwoWays => {
            [ways(facts), differing(facts)].into_iter().flatten().collect()
        }
    }
}

fn said(direction: Option<Direction>, parts: &[String]) -> Option<Said> {
    (!parts.is_empty()).then(|| Said { direction, text: (words().in_short.sentence)(parts) })
}

fn one(trip: &Trip) -> Option<Said> {
    let known: Vec<usize> = (0..3).filter(|i| trip[*i].is_some()).collect();
    said(None, &Vec::from_iter(phrase(trip, &known)))
}

/// 以前 and 现在, of what did not become more.
fn way(facts: &Facts) -> Option<Said> {
    let words = &words().in_short;
    let [first, second] = &facts.trips;
    if first.iter().all(Option::is_none) {
        let now = one(second)?;
        return Some(Said { text: (words.now)(&now.text), ..now });
    }
    let directions = directions(facts);
    let shown: Vec<usize> =
        (0..3).filter(|i| directions[*i].is_some_and(|direction| direction != Direction::More)).collect();
    if shown.iter().all(|i| directions[*i] == Some(Direction::Same)) {
        let unchanged = if facts.supposed { words.unchanged_supposing } else { words.unchanged };
        return said(None, &Vec::from_iter(phrase(second, &shown).map(|way| unchanged(&way))));
    }
    let less = shown.iter().any(|i| directions[*i] == Some(Direction::Less));
    let shown = without_idle_visits(facts, shown);
    let pair = if facts.supposed { words.supposing } else { words.before_after };
    let told = pair(&phrase(first, &shown)?, &phrase(second, &shown)?);
    said(less.then_some(Direction::Less), &[told])
}

/// Both ways beside each other.
fn ways(facts: &Facts) -> Option<Said> {
    let words = &words().in_short;
    let [first, second] = &facts.trips;
    let shown: Vec<usize> = (0..3).filter(|i| first[*i].is_some() && second[*i].is_some()).collect();
    if facts.relation == Relation::TwoWays && shown.iter().all(|i| first[*i] == second[*i]) {
        return said(None, &Vec::from_iter(phrase(first, &shown).map(|way| (words.both)(&way))));
    }
    let shown = without_idle_visits(facts, shown);
    let beside = if facts.relation == Relation::TwoWays { words.two_ways } else { words.after_before };
    said(None, &[beside(&phrase(first, &shown)?, &phrase(second, &shown)?)])
}

fn directions(facts: &Facts) -> [Option<Direction>; 3] {
    let [first, second] = &facts.trips;
    [0, 1, 2].map(|i| {
        let (first, second) = (first[i]?, second[i]?);
        Some(Difference::between(first, second, facts.relation).direction)
    })
}

/// One visit for each window goes without saying.
fn without_idle_visits(facts: &Facts, mut shown: Vec<usize>) -> Vec<usize> {
    let one_each = |trip: &Trip| trip[1] == trip[2];
    if shown.contains(&1) && facts.trips.iter().all(one_each) {
        shown.retain(|i| *i != 2);
    }
    shown
}

/// What one has to go through; `None` where nothing of it is shown.
fn phrase(trip: &Trip, shown: &[usize]) -> Option<String> {
    let words = &words().in_short;
    let values: Vec<(usize, Range)> = shown.iter().filter_map(|i| Some((*i, trip[*i]?))).collect();
    if values.is_empty() {
        return None;
    }
    if values.iter().all(|(_, range)| *range == (0, 0)) {
        return Some(words.no_trip.to_owned());
    }
    // Of three ones, or of two with the visits left out as idle.
    if shown.contains(&0) && shown.contains(&1) && *trip == [Some((1, 1)); 3] {
        return Some(words.one_window.to_owned());
    }
    let values = values.iter().filter(|(_, range)| *range != (0, 0));
    let told = values.map(|(i, (min, max))| (words.counted[*i])(&(self::words().names.range)(*min, *max)));
    Some((words.goes)(&told.collect::<Vec<_>>()))
}

fn less(facts: &Facts) -> Option<Said> {
    let words = &words().in_short;
    let less = || facts.amounts.iter().filter(|amount| amount.direction == Direction::Less);
    let time = less().find(|amount| amount.is_time);
    let told: Vec<String> = less()
        .filter(|amount| !amount.is_time || time == Some(amount))
        .take(MOST_LESS)
        .map(|amount| (words.fell)(&amount.name, &amount.values[0], &amount.values[1]))
        .collect();
    said(Some(Direction::Less), &told)
}

fn more(facts: &Facts) -> Option<Said> {
    let (words, names) = (&words().in_short, &words().names);
    let rose = |name: &str, values: [&str; 2]| (words.rose)(name, values[0], values[1]);
    let trips = directions(facts).into_iter().enumerate().filter_map(|(i, direction)| {
        let [first, second] = facts.trips.map(|trip| trip[i]);
        let range = |(min, max): Range| {
            format!("{} {}", (names.range)(min, max), (names.measure_word)(TRIP[i], max))
                .trim_end()
                .to_owned()
        };
        let is_more = direction == Some(Direction::More);
        Some(rose(words.trip_names[i], [&range(first.filter(|_| is_more)?), &range(second?)]))
    });
    let amounts = facts.amounts.iter().filter(|amount| amount.direction == Direction::More);
    let amounts = amounts.map(|amount| rose(&amount.name, [&amount.values[0], &amount.values[1]]));
    let steps = facts.heavier.iter().map(|(kind, steps)| {
        (words.heavier)((names.change)(*kind), &steps[..steps.len().min(MOST_NAMES)], steps.len())
    });
    said(Some(Direction::More), &trips.chain(amounts).chain(steps).collect::<Vec<_>>())
}

fn differing(facts: &Facts) -> Option<Said> {
    let words = &words().in_short;
    let beside =
        if facts.relation == Relation::TwoWays { words.amount_two_ways } else { words.amount_after_before };
    let differing = facts.amounts.iter().filter(|amount| amount.direction != Direction::Same);
    let told = differing.take(MOST_LESS).map(|a| beside(&a.name, &a.values[0], &a.values[1]));
    said(None, &told.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exactly(counts: [u32; 3]) -> Trip {
        counts.map(|n| Some((n, n)))
    }

    fn tell(relation: Relation, first: Trip, second: Trip) -> Vec<String> {
        say(&facts(relation, first, second)).iter().map(sign).collect()
    }

    fn facts(relation: Relation, first: Trip, second: Trip) -> Facts {
        let trips = [first, second];
        Facts { relation, supposed: false, trips, amounts: Vec::new(), heavier: Vec::new() }
    }

    fn sign(said: &Said) -> String {
        match said.direction {
            Some(Direction::Less) => format!("▽{}", said.text),
            Some(Direction::More) => format!("▲{}", said.text),
            _ => said.text.clone(),
        }
    }

    fn amount(name: &str, first: &str, second: &str, direction: Direction) -> Amount {
        let is_time = first.ends_with("工作日");
        Amount { name: name.to_owned(), values: [first.to_owned(), second.to_owned()], direction, is_time }
    }

    #[test]
    fn before_and_now() {
        use Relation::BeforeAfter;
        let unknown: Trip = [None; 3];
        let ranged: Trip = [Some((1, 1)), Some((1, 1)), Some((1, 2))];
        for (first, second, told) in [
            (exactly([3, 5, 5]), exactly([1, 1, 1]), vec!["▽以前跑 3 个地方、5 个窗口，现在一窗办结。"]),
            (
                exactly([3, 5, 6]),
                exactly([1, 1, 1]),
                vec!["▽以前跑 3 个地方、5 个窗口、6 次，现在一窗办结。"],
            ),
            (exactly([3, 5, 5]), exactly([0, 0, 0]), vec!["▽以前跑 3 个地方、5 个窗口，现在不用出门。"]),
            (exactly([1, 1, 1]), exactly([0, 0, 0]), vec!["▽以前一窗办结，现在不用出门。"]),
            (exactly([0, 0, 0]), exactly([0, 0, 0]), vec!["和以前一样，不用出门。"]),
            (exactly([1, 1, 1]), exactly([1, 1, 1]), vec!["和以前一样，一窗办结。"]),
            (exactly([2, 2, 3]), exactly([2, 2, 3]), vec!["和以前一样，跑 2 个地方、2 个窗口、3 次。"]),
            (
                exactly([2, 3, 3]),
                exactly([1, 2, 2]),
                vec!["▽以前跑 2 个地方、3 个窗口，现在跑 1 个地方、2 个窗口。"],
            ),
            (
                exactly([1, 2, 2]),
                ranged,
                vec!["▽以前跑 1 个地方、2 个窗口、2 次，现在跑 1 个地方、1 个窗口、1–2 次。"],
            ),
            (ranged, ranged, vec!["和以前一样，跑 1 个地方、1 个窗口、1–2 次。"]),
            (unknown, exactly([1, 1, 1]), vec!["现在一窗办结。"]),
            (exactly([3, 5, 5]), unknown, vec![]),
            (unknown, unknown, vec![]),
            ([Some((3, 3)), None, None], exactly([1, 1, 1]), vec!["▽以前跑 3 个地方，现在跑 1 个地方。"]),
            (
                exactly([1, 1, 1]),
                exactly([2, 2, 2]),
                vec!["▲要去的地方从 1 个增到 2 个，要找的窗口从 1 个增到 2 个，要跑的次数从 1 次增到 2 次。"],
            ),
            (
                exactly([3, 3, 1]),
                exactly([1, 1, 2]),
                vec![
                    "▽以前跑 3 个地方、3 个窗口，现在跑 1 个地方、1 个窗口。",
                    "▲要跑的次数从 1 次增到 2 次。",
                ],
            ),
        ] {
            assert_eq!(tell(BeforeAfter, first, second), told, "{first:?} → {second:?}");
        }
    }

    #[test]
    fn between_two_ways_and_backwards_nothing_is_saved() {
        let (many, one, none) = (exactly([3, 5, 5]), exactly([1, 1, 1]), exactly([0, 0, 0]));
        for (relation, first, second, told) in [
            (Relation::TwoWays, many, one, vec!["方式甲跑 3 个地方、5 个窗口，方式乙一窗办结。"]),
            (Relation::TwoWays, none, one, vec!["方式甲不用出门，方式乙一窗办结。"]),
            (Relation::TwoWays, one, one, vec!["两种方式都一窗办结。"]),
            (Relation::TwoWays, [None; 3], one, vec![]),
            (Relation::AfterBefore, one, many, vec!["改后一窗办结，改前跑 3 个地方、5 个窗口。"]),
            (Relation::Same, many, many, vec!["跑 3 个地方、5 个窗口、5 次。"]),
            (Relation::Same, none, none, vec!["不用出门。"]),
            (Relation::Same, [None; 3], [None; 3], vec![]),
        ] {
            assert_eq!(tell(relation, first, second), told, "{relation:?}");
        }
    }

    #[test]
    fn what_is_only_supposed_is_told_of_now() {
        let (many, one) = (exactly([3, 5, 5]), exactly([1, 1, 1]));
        let told = |first, second| {
            let facts = Facts { supposed: true, ..facts(Relation::BeforeAfter, first, second) };
            say(&facts).iter().map(sign).collect::<Vec<_>>()
        };
        assert_eq!(told(many, one), ["▽现在跑 3 个地方、5 个窗口，照假设一窗办结。"]);
        assert_eq!(told(one, one), ["和现在一样，一窗办结。"]);
    }

    #[test]
    fn what_became_more_is_told_whole_and_by_itself() {
        let facts = |relation| Facts {
            amounts: vec![
                amount("审批时限", "7 个工作日", "3 个工作日", Direction::Less),
                amount("承诺时限", "7 个工作日", "3 个工作日", Direction::Less),
                amount("材料", "8 份", "9 份", Direction::More),
                amount("费用", "0 元", "0 元", Direction::Same),
            ],
            heavier: vec![(ChangeKind::Added, ["注册", "认证", "上传"].map(str::to_owned).to_vec())],
            ..self::facts(relation, exactly([3, 5, 5]), exactly([1, 1, 1]))
        };
        let told = |relation| say(&facts(relation)).iter().map(sign).collect::<Vec<_>>();
        assert_eq!(
            told(Relation::BeforeAfter),
            [
                "▽以前跑 3 个地方、5 个窗口，现在一窗办结。",
                "▽审批时限从 7 个工作日减到 3 个工作日。",
                "▲材料从 8 份增到 9 份，新增「注册」「认证」等 3 步。",
            ]
        );
        assert_eq!(
            told(Relation::TwoWays)[1],
            "审批时限方式甲 7 个工作日、方式乙 3 个工作日，承诺时限方式甲 7 个工作日、方式乙 3 个工作日，材料方式甲 8 份、方式乙 9 份。"
        );
        assert_eq!(
            told(Relation::AfterBefore)[1],
            "审批时限改后 7 个工作日、改前 3 个工作日，承诺时限改后 7 个工作日、改前 3 个工作日，材料改后 8 份、改前 9 份。"
        );
    }
}
