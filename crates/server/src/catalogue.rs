//! The index that searches are made in: what can be found, and what its characters may be typed as.
//!
//! Readings come from the crate `pinyin`, traditional characters from a table of Open Chinese Convert; both are
//! far larger than what an index needs of them, so a browser never sees them.

use std::sync::OnceLock;

use domain::search::{Entry, EntryKind, Index, Reading};
use domain::{Run, Service};
use pinyin::ToPinyinMulti;

/// A service as it is found: by its name, its other names, and what its reported ways are called.
pub fn entry_of(service: &Service) -> Entry {
    let ways = service.reported.iter().filter_map(|report| report.after.as_ref()?.version.as_ref());
    let ways = ways.filter_map(|way| service.version(way)).map(|version| &version.label);
    let mut aliases: Vec<String> = Vec::new();
    for name in service.aliases.iter().chain(ways) {
        if !aliases.contains(name) {
            aliases.push(name.clone());
        }
    }
    Entry {
        kind: EntryKind::Service,
        id: service.id.to_string(),
        name: service.name.clone(),
        aliases,
        area: service.area.clone(),
        audience: service.audience,
        illustrative: service.illustrative,
    }
}

/// A run as it is found; nothing for the run of a service, which the service shows.
pub fn entry_of_run(run: &Run) -> Option<Entry> {
    (run.service.is_none() && !run.illustrative).then(|| Entry {
        kind: EntryKind::Run,
        id: run.id.to_string(),
        name: run.title.clone(),
        aliases: Vec::new(),
        area: run.area.clone(),
        audience: None,
        illustrative: false,
    })
}

/// The index of entries: real ones first, otherwise in the order in which they come.
pub fn index_of(mut entries: Vec<Entry>) -> Index {
    entries.sort_by_key(|entry| entry.illustrative);
    let texts = entries.iter().flat_map(Entry::texts);
    let mut characters: Vec<char> = texts.flat_map(|text| text.chars()).collect();
    characters.sort_unstable();
    characters.dedup();
    // A name may be written in traditional characters too; it is read as the simplified ones it is compared by.
    let mut compared: Vec<char> = characters.iter().map(|character| simplified(*character)).collect();
    compared.sort_unstable();
    compared.dedup();
    let readings = compared.iter().filter_map(|character| readings_of(*character)).collect();
    let stands = |pair: &&(char, char)| compared.binary_search(&pair.1).is_ok();
    let traditional = traditional().iter().filter(stands).copied().collect();
    Index { entries, readings, traditional }
}

fn readings_of(character: char) -> Option<Reading> {
    let mut readings: Vec<String> =
        character.to_pinyin_multi()?.into_iter().map(|reading| reading.plain().replace('ü', "v")).collect();
    readings.sort_unstable();
    readings.dedup();
    Some(Reading(character, readings))
}

fn simplified(character: char) -> char {
    let table = traditional();
    table.binary_search_by_key(&character, |pair| pair.0).map_or(character, |place| table[place].1)
}

/// Traditional characters in order, with the simplified ones.
fn traditional() -> &'static [(char, char)] {
    static TABLE: OnceLock<Vec<(char, char)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("catalogue/traditional.txt").lines();
        let pair = |line: &str| {
            let mut characters = line.chars();
            Some((characters.next()?, characters.next()?))
        };
        let mut table: Vec<(char, char)> =
            lines.filter(|line| !line.starts_with('#')).filter_map(pair).collect();
        table.sort_unstable();
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str) -> Entry {
        Entry {
            kind: EntryKind::Service,
            id: "x".to_owned(),
            name: name.to_owned(),
            aliases: Vec::new(),
            area: String::new(),
            audience: None,
            illustrative: false,
        }
    }

    #[test]
    fn an_index_has_the_readings_and_the_traditional_forms_of_its_own_characters() {
        let index = index_of(vec![entry("绿行备ETC案")]);
        let of = |character| index.readings.iter().find(|reading| reading.0 == character).map(|r| &r.1[..]);
        assert_eq!(of('备'), Some(&["bei".to_owned()][..]));
        assert!(
            of('行').is_some_and(|all| ["hang", "xing"].iter().all(|one| all.contains(&(*one).to_owned())))
        );
        assert!(of('绿').is_some_and(|all| all.contains(&"lv".to_owned())));
        assert_eq!(of('E'), None);
        assert!(index.traditional.contains(&('備', '备')));
        assert!(index.traditional.iter().all(|(_, simplified)| "绿行备案".contains(*simplified)));
    }

    #[test]
    fn a_name_in_traditional_characters_is_read_as_a_simplified_one() {
        let index = index_of(vec![entry("備案")]);
        assert!(index.readings.iter().any(|reading| reading.0 == '备'));
    }
}
