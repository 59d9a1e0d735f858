//! Fits the weights to pairs of the alignment set that are not held out: an averaged structured perceptron
//! (Collins, EMNLP 2002). It groups each pair, and where it groups wrongly the weights move towards what the
//! right groups have and the wrong ones have not.
//!
//! `cargo test --release -p domain fitting -- --ignored --nocapture` prints how well the pairs of each writer are
//! grouped by weights fitted to those of the others, and the weights that fit all of them.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::Origin;
use super::aligner::{Aligner, ROUNDS, Values, bits};
use super::features::Features;
use super::groups::Group;
use super::kinship::kinship;
use super::lexicon::ACTS;
use super::likeness::{As, Likeness};
use super::looks::Looks;
use super::surroundings::Surroundings;
use super::weights::{ALONE, KINSHIP, SAME, SURROUNDINGS, TEXTS, TOGETHER, WAYS, Weights, Worth};
use crate::walk::{Walk, easiest_walk};
use crate::{Answers, Service};

/// How often every pair is looked at.
const EPOCHS: usize = 24;

/// How far a mistake moves the weights at first; towards the end a quarter of it.
const RATE: f32 = 0.03;

/// By how much the right groups must be better, for each cell in which others differ from them.
const MARGIN: f32 = 1.5;

/// How much of each weight fades with every pair, in parts of [`RATE`].
const FADING: f32 = 0.001;

/// How the names of the pairs of each writer begin. Weights are judged by the pairs of one that were fitted to
/// those of the others, because whoever words a pair words the next one alike.
const WRITERS: [&[&str]; 11] = [
    &["worded", "reworded"],
    &["practice p"],
    &["practice qa"],
    &["practice qb"],
    &["practice n"],
    &["practice wa"],
    &["practice wb"],
    &["practice wc"],
    &["practice wd"],
    &["practice we"],
    &["practice wf"],
];

/// The weights of one kind of cell, and how many there are in all.
const OF_CELL: usize = TEXTS + SAME + 2 * ACTS + WAYS * WAYS + SURROUNDINGS + 1;
const ALL: usize = 2 * OF_CELL + KINSHIP + TOGETHER + ALONE;

/// A weight, or a sum of features, for each feature; the least of a pair counts against it.
type Vector = [f32; ALL];

fn weights_of(vector: &Vector) -> Weights {
    fn take<const N: usize>(rest: &mut &[f32]) -> [f32; N] {
        let (taken, others) = rest.split_first_chunk().expect("it is long enough");
        *rest = others;
        *taken
    }
    let rest = &mut vector.as_slice();
    let mut worth = || Worth {
        texts: take(rest),
        same: take(rest),
        acts: take(rest),
        apart: take(rest),
        ways: take(rest),
        surroundings: take(rest),
        least: take::<1>(rest)[0],
    };
    let (pair, part) = (worth(), worth());
    Weights { pair, part, kinship: take(rest), together: take(rest), alone: take(rest) }
}

/// The steps of both sides that belong together.
type Right = BTreeSet<[Vec<usize>; 2]>;

struct Case<'a> {
    name: String,
    first: Looks<'a>,
    second: Looks<'a>,
    right: Right,
}

struct Pair {
    name: String,
    sides: [Service; 2],
    groups: Vec<[Vec<String>; 2]>,
}

/// The pairs that are not held out, worded as they are and otherwise, and those made for fitting.
fn pairs() -> Vec<Pair> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/alignment");
    let json = |path: &Path| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(path).expect("it is there")).expect("it is JSON")
    };
    let other_names = json(&root.join("rewordings.json"));
    let mut pairs = Vec::new();
    for part in ["pairs", "practice"] {
        let mut folders: Vec<_> =
            fs::read_dir(root.join(part)).unwrap().map(|entry| entry.unwrap().path()).collect();
        folders.sort();
        for folder in folders {
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            let labels = json(&folder.join("groups.json"));
            if labels["held_out"] == true {
                continue;
            }
            let keys = |keys: &serde_json::Value| -> Vec<String> {
                keys.as_array().unwrap().iter().map(|key| key.as_str().unwrap().to_owned()).collect()
            };
            let groups = labels["groups"].as_array().unwrap().iter();
            let groups: Vec<_> =
                groups.map(|group| [keys(&group["first"]), keys(&group["second"])]).collect();
            let names = other_names.get(&name);
            for reworded in [[false, false], [false, true], [true, false], [true, true]] {
                if reworded != [false; 2] && names.is_none() {
                    continue;
                }
                let side = |file: &str, reworded: bool| {
                    let mut service = json(&folder.join(file));
                    for step in service["versions"][0]["steps"].as_array_mut().unwrap() {
                        if let Some(names) = names.filter(|_| reworded) {
                            step["name"] = names[step["key"].as_str().unwrap()].clone();
                        }
                    }
                    Service::parse(&service.to_string()).expect("it is a service")
                };
                let sides = [side("before.json", reworded[0]), side("after.json", reworded[1])];
                let kind = if part == "practice" {
                    "practice"
                } else if reworded == [false; 2] {
                    "worded"
                } else {
                    "reworded"
                };
                pairs.push(Pair { name: format!("{kind} {name}"), sides, groups: groups.clone() });
            }
        }
    }
    pairs
}

impl<'a> Case<'a> {
    fn of(pair: &Pair, walks: &'a [Walk<'a>; 2]) -> Case<'a> {
        let [mut first, mut second] = [Looks::of(&walks[0]), Looks::of(&walks[1])];
        let swapped = !first.comes_before(&second);
        if swapped {
            (first, second) = (second, first);
        }
        let own = |looks: &Looks<'_>, keys: &[String]| -> Vec<usize> {
            let at = |key: &String| {
                looks.keys().iter().position(|other| other.as_str() == key).expect("it is there")
            };
            let mut steps: Vec<usize> = keys.iter().map(at).collect();
            steps.sort_unstable();
            steps
        };
        let right = pair.groups.iter().map(|[a, b]| {
            let (a, b) = if swapped { (b, a) } else { (a, b) };
            [own(&first, a), own(&second, b)]
        });
        Case { name: pair.name.clone(), right: right.collect(), first, second }
    }

    fn is_by(&self, writer: &[&str]) -> bool {
        writer.iter().any(|name| self.name.starts_with(name))
    }

    fn right_groups(&self) -> Vec<Group> {
        let group = |[a, b]: &[Vec<usize>; 2]| Group {
            first: a.as_slice().into(),
            second: b.as_slice().into(),
            origin: Origin::Likeness,
        };
        self.right.iter().map(group).collect()
    }

    /// Groups the pair, and tells in each round by which features the right groups differ from the best
    /// of those that a margin makes better, where those are others.
    fn run(&self, weights: &Weights, mut learn: Option<&mut dyn FnMut(Vector)>) -> Right {
        let aligner = Aligner::weighing(&self.first, &self.second, weights);
        let right = self.right_groups();
        let mut known = aligner.at_first();
        let mut groups = Vec::new();
        for round in 0..ROUNDS {
            let values = aligner.with_surroundings(&known);
            if let Some(learn) = &mut learn {
                let harder = self.with_margin(&values, &right);
                let solver = aligner.solver(&harder);
                let wrong = solver.solve(Vec::new());
                let worth = |groups: &[Group]| groups.iter().map(|group| solver.value(group)).sum::<f32>();
                if told(&wrong) != self.right && worth(&wrong) >= worth(&right) {
                    let surroundings = aligner.surroundings(&known);
                    let [mut difference, wrong] =
                        [&right, &wrong].map(|groups| features(&aligner, &surroundings, groups));
                    difference.iter_mut().zip(wrong).for_each(|(right, wrong)| *right -= wrong);
                    learn(difference);
                }
            }
            groups = aligner.solver(&values).solve(Vec::new());
            if round + 1 < ROUNDS {
                known = aligner.after(&values, std::mem::take(&mut groups));
            }
        }
        told(&groups)
    }

    fn with_margin(&self, values: &Values, right: &[Group]) -> Values {
        let columns = self.second.steps.len();
        let right: BTreeSet<usize> =
            right.iter().flat_map(Group::cells).map(|(i, j)| i * columns + j).collect();
        let margin = |at: usize| if right.contains(&at) { -MARGIN } else { MARGIN };
        let harder =
            |values: &Vec<f32>| values.iter().enumerate().map(|(at, value)| value + margin(at)).collect();
        [harder(&values[0]), harder(&values[1]), harder(&values[2])]
    }
}

fn told(groups: &[Group]) -> Right {
    let told = |group: &Group| {
        let mut steps = [group.first.to_vec(), group.second.to_vec()];
        steps.iter_mut().for_each(|steps| steps.sort_unstable());
        steps
    };
    groups.iter().map(told).collect()
}

/// Whether a feature is one of likeness, and not of what two steps are.
fn alike(feature: usize) -> bool {
    let cell = feature % OF_CELL;
    feature < 2 * OF_CELL && !(TEXTS + SAME..TEXTS + SAME + 2 * ACTS + WAYS * WAYS).contains(&cell)
}

/// The sums of the features of groups.
fn features(aligner: &Aligner<'_>, surroundings: &Surroundings, groups: &[Group]) -> Vector {
    let likeness = &aligner.likeness;
    let columns = likeness.second.steps.len();
    let (mut texts, mut same) = (Features::of(columns), Features::of(columns));
    let mut sums = [0.0; ALL];
    let mut add = |from: usize, features: &[f32]| {
        sums[from..].iter_mut().zip(features).for_each(|(sum, feature)| *sum += feature);
    };
    for group in groups.iter().filter(|group| group.is_whole()) {
        let (seen, several, one, looks, kin) = match (group.first.as_slice(), group.second.as_slice()) {
            ([_], [j]) => (As::Pair, &group.first, *j, likeness.first, &aligner.within[0].kin),
            (several, [j]) if several.len() > 1 => {
                (As::PartOfSecond, &group.first, *j, likeness.first, &aligner.within[0].kin)
            }
            (first, _) => (As::PartOfFirst, &group.second, first[0], likeness.second, &aligner.within[1].kin),
        };
        let from = if seen == As::Pair { 0 } else { OF_CELL };
        for (i, j) in group.cells() {
            likeness.texts(i, seen, &mut texts);
            likeness.same(i, &mut same);
            add(from, &texts.of_one(j));
            add(from + TEXTS, &same.of_one(j));
            bits(likeness.acts(i, j)).for_each(|act| add(from + TEXTS + SAME + act, &[1.0]));
            bits(likeness.apart(i, j, seen)).for_each(|act| add(from + TEXTS + SAME + ACTS + act, &[1.0]));
            let ways = [likeness.first.traits.way[i], likeness.second.traits.way[j]];
            add(from + TEXTS + SAME + 2 * ACTS + Likeness::ways(ways[0], ways[1], seen), &[1.0]);
            let at = i * columns + j;
            add(from + OF_CELL - 1 - SURROUNDINGS, &surroundings.features(at, seen));
            add(from + OF_CELL - 1, &[-1.0]);
        }
        for (looks, half) in [(likeness.first, &group.first), (likeness.second, &group.second)] {
            for step in half {
                add(ALL - ALONE, &looks.steps[*step].by_itself().map(|feature| -feature));
            }
        }
        if seen == As::Pair {
            continue;
        }
        for i in several {
            let kin_of = |j: &usize| kin[i * looks.steps.len() + j];
            let closest = several.iter().filter(|j| *j != i).max_by(|a, b| kin_of(a).total_cmp(&kin_of(b)));
            closest.iter().for_each(|j| add(2 * OF_CELL, &kinship(&looks.steps, *i, **j)));
        }
        add(2 * OF_CELL + KINSHIP, &likeness.together(several, one, seen));
    }
    sums
}

fn fit(cases: &[&Case<'_>]) -> Weights {
    let mut weights = [0.0; ALL];
    for cell in [0, OF_CELL] {
        weights[cell..cell + TEXTS + SAME].fill(0.5);
        weights[cell + OF_CELL - 1] = 6.0;
    }
    let (mut sum, mut count) = ([0.0_f64; ALL], 0.0);
    let mut seed = 12_345_u32;
    for epoch in 0..EPOCHS {
        let rate = RATE / (1.0 + 3.0 * epoch as f32 / EPOCHS as f32);
        let mut order: Vec<usize> = (0..cases.len()).collect();
        for at in (1..order.len()).rev() {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            order.swap(at, (seed >> 8) as usize % (at + 1));
        }
        for at in order {
            let mut total = [0.0; ALL];
            cases[at].run(
                &weights_of(&weights),
                Some(&mut |difference: Vector| {
                    total.iter_mut().zip(difference).for_each(|(total, other)| *total += other);
                }),
            );
            let length = total.iter().map(|x| x * x).sum::<f32>().sqrt().max(1.0);
            for (feature, weight) in weights.iter_mut().enumerate() {
                *weight += rate * (total[feature] / length.sqrt() - FADING * *weight);
                // Being alike never speaks against a pair.
                if alike(feature) {
                    *weight = weight.max(0.0);
                }
            }
            if epoch * 2 >= EPOCHS {
                count += 1.0;
                sum.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += f64::from(weight));
            }
        }
    }
    weights_of(&sum.map(|sum| (sum / count) as f32))
}

/// How many groups are right, found, and expected.
fn judge<'c>(cases: impl Iterator<Item = &'c Case<'c>>, weights: &Weights) -> [usize; 3] {
    cases.fold([0; 3], |[right, found, expected], case| {
        let groups = case.run(weights, None);
        let same = groups.intersection(&case.right).count();
        [right + same, found + groups.len(), expected + case.right.len()]
    })
}

#[test]
#[ignore = "prints weights, and takes a minute"]
fn fit_weights() {
    let pairs = pairs();
    let walk = |service| easiest_walk(service, &service.versions[0], &Answers::new()).unwrap();
    let walks: Vec<[Walk<'_>; 2]> =
        pairs.iter().map(|pair| [walk(&pair.sides[0]), walk(&pair.sides[1])]).collect();
    let cases: Vec<Case<'_>> = pairs.iter().zip(&walks).map(|(pair, walks)| Case::of(pair, walks)).collect();
    let mut all = [0; 3];
    for writer in WRITERS {
        let (theirs, others): (Vec<&Case<'_>>, Vec<&Case<'_>>) =
            cases.iter().partition(|case| case.is_by(writer));
        let fitted = fit(&others);
        // Of each pair only as it is worded first.
        let [right, found, expected] =
            judge(theirs.into_iter().filter(|case| !case.name.starts_with("reworded")), &fitted);
        all = [all[0] + right, all[1] + found, all[2] + expected];
        println!(
            "{:<11} not fitted to: precision {:.3}, recall {:.3}",
            writer[0],
            right as f64 / found as f64,
            right as f64 / expected as f64
        );
    }
    println!("all {:.4}", 2.0 * all[0] as f64 / (all[1] + all[2]) as f64);
    println!("{:.2?}", fit(&cases.iter().collect::<Vec<_>>()));
}
