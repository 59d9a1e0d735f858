//! Laws of what a search finds: what it finds by its own name, in what order, and what it marks.

use domain::search::{Entry, EntryKind, Finder, Index, Query, Reading, Results, SHOWN};
use proptest::prelude::*;

use crate::some;

/// Few characters, so that names have much in common; some of them with two readings.
const CHARACTERS: [(char, &[&str]); 8] = [
    ('企', &["qi"]),
    ('业', &["ye"]),
    ('备', &["bei"]),
    ('案', &["an"]),
    ('行', &["hang", "xing"]),
    ('长', &["chang", "zhang"]),
    ('绿', &["lv"]),
    ('税', &["shui"]),
];

fn name() -> impl Strategy<Value = String> {
    let character = prop_oneof![
        8 => proptest::sample::select(CHARACTERS.map(|(character, _)| character).to_vec()),
        1 => proptest::sample::select(vec!['「', '」', 'E', '3', '備', '（', '𠮷']),
    ];
    let text = proptest::collection::vec(character, 1..9);
    text.prop_map(|text| format!("税{}", text.into_iter().collect::<String>()))
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let entry = (name(), proptest::collection::vec(name(), 0..3), name(), any::<bool>());
    proptest::collection::vec(entry, 1..20).prop_map(|all| {
        let entry = |(number, (name, aliases, area, illustrative))| Entry {
            kind: EntryKind::Service,
            id: format!("n{number}"),
            name,
            aliases,
            area,
            audience: None,
            illustrative,
        };
        (0..).zip(all).map(entry).collect()
    })
}

fn finder(entries: Vec<Entry>) -> Finder {
    let reading = |(character, readings): (char, &[&str])| {
        Reading(character, readings.iter().map(|reading| (*reading).to_owned()).collect())
    };
    let readings = CHARACTERS.into_iter().map(reading).collect();
    Finder::of(Index { entries, readings, traditional: vec![('備', '备')] })
}

fn find(finder: &Finder, words: &str) -> Results {
    finder.find(&Query { words: words.to_owned(), ..Query::default() })
}

/// What somebody may type for a name: any reading of each character, whole or its first letter.
fn typed(name: &str, choices: &[u8]) -> String {
    let mut choices = choices.iter().cycle();
    let mut typed = String::new();
    for character in name.chars() {
        let choice = usize::from(*choices.next().unwrap_or(&0));
        match CHARACTERS.iter().find(|(known, _)| *known == character) {
            Some((_, readings)) if choice % 3 == 1 => typed.push_str(readings[choice % readings.len()]),
            Some((_, readings)) if choice % 3 == 2 => typed.push_str(&readings[choice % readings.len()][..1]),
            _ => typed.push(character),
        }
    }
    typed
}

/// Within the text, in order, and apart from each other.
fn are_within(marks: &[(u32, u32)], text: &str) -> bool {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    marks.iter().all(|(from, to)| from < to && *to <= length)
        && marks.windows(2).all(|pair| pair[0].1 < pair[1].0)
}

proptest! {
    #![proptest_config(some(200))]

    #[test]
    fn whatever_has_a_name_is_found_by_it_before_what_only_contains_it(entries in entries()) {
        let finder = finder(entries.clone());
        for entry in entries {
            let results = find(&finder, &entry.name);
            let alike = results.found.iter().filter(|found| found.illustrative == entry.illustrative);
            let plain = |name: &str| name.chars().filter(|c| !"「」（".contains(*c)).collect::<String>().replace('備', "备");
            let first = alike.map(|found| plain(&found.name.text)).next();
            prop_assert_eq!(first.map(|name| name.to_lowercase()), Some(plain(&entry.name).to_lowercase()));
        }
    }

    #[test]
    fn whatever_may_be_typed_for_a_name_finds_it(
        entries in entries(),
        choices in proptest::collection::vec(any::<u8>(), 1..12),
    ) {
        let finder = finder(entries.clone());
        for (place, entry) in entries.iter().enumerate() {
            let typed = typed(&entry.name, &choices);
            prop_assert!(finder.places(&typed).contains(&place), "{} for {}", typed, entry.name);
        }
    }

    #[test]
    fn the_order_of_the_index_decides_nothing_about_what_is_found(
        entries in entries(),
        words in prop_oneof![name(), "[a-z]{1,6}", ".{0,12}"],
    ) {
        let mut turned = entries.clone();
        turned.reverse();
        let ids = |entries: Vec<Entry>| {
            let finder = finder(entries.clone());
            let mut ids: Vec<String> =
                finder.places(&words).into_iter().map(|place| entries[place].id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(entries), ids(turned));
    }

    #[test]
    fn whatever_is_typed_is_answered_with_marks_within_the_names(
        entries in entries(),
        words in prop_oneof![name(), "[a-z ]{0,9}", "[qiyebanhgxczlvsu备案企业 ]{0,12}", ".{0,300}"],
    ) {
        let finder = finder(entries);
        let results = find(&finder, &words);
        let total = usize::try_from(results.total).unwrap_or(usize::MAX);
        prop_assert_eq!(total, finder.places(&words).len());
        prop_assert_eq!(results.found.len(), total.min(SHOWN));
        for found in results.found {
            prop_assert!(are_within(&found.name.marks, &found.name.text));
            let whole: String = found.name.pieces().into_iter().map(|(_, piece)| piece).collect();
            prop_assert_eq!(&whole, &found.name.text);
            if let Some(alias) = found.alias {
                prop_assert!(are_within(&alias.marks, &alias.text) && !alias.marks.is_empty());
            }
        }
    }

    #[test]
    fn an_index_travels_as_it_is(entries in entries()) {
        let index = Index { entries, readings: vec![Reading('行', vec!["hang".into(), "xing".into()])], traditional: vec![('備', '备')] };
        let text = serde_json::to_string(&index).unwrap();
        prop_assert_eq!(serde_json::from_str::<Index>(&text).unwrap(), index);
    }

    #[test]
    fn one_mistake_in_a_long_name_is_forgiven(
        entries in entries(),
        at in any::<proptest::sample::Index>(),
        kind in 0..4,
    ) {
        let finder = finder(entries.clone());
        for (place, entry) in entries.iter().enumerate() {
            let mut typed: Vec<char> = entry.name.chars().filter(|c| c.is_alphanumeric()).collect();
            if typed.len() < 4 {
                continue;
            }
            let at = at.index(typed.len() - 1);
            match kind {
                0 => { typed.remove(at); }
                1 => typed.insert(at, '错'),
                2 => typed[at] = '错',
                _ => typed.swap(at, at + 1),
            }
            let typed: String = typed.into_iter().collect();
            let found = finder.places(&typed);
            // Where something reads like this without a mistake, or in two pieces, that is what is found.
            prop_assert!(!found.is_empty(), "{} for {}", typed, entry.name);
            let only_this = entries.len() == 1;
            prop_assert!(!only_this || found.contains(&place));
        }
    }
}
