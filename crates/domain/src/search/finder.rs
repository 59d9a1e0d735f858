//! Searches an index: made once of it, asked at every key press.

use std::collections::BTreeMap;

use super::alphabet::{Alphabet, Symbol};
use super::found::joined;
use super::machine::{Manner, Span, Word};
use super::{Entry, Found, Index, LONGEST, Marked, Query, Results, SHOWN};
use crate::service::Audience;

/// No query of a person has more words.
const MOST_WORDS: usize = 8;

/// An index, ready to be searched.
#[derive(Debug)]
pub struct Finder {
    index: Index,
    alphabet: Alphabet,
    /// The texts of the entries, each once: many entries share an area or another name.
    texts: Vec<Text>,
    /// Of each entry, as places in `texts`.
    entries: Vec<Texts>,
}

/// A text as it is compared.
#[derive(Debug)]
struct Text {
    symbols: Vec<Symbol>,
    /// At which character of the text each symbol stands.
    places: Vec<u32>,
}

#[derive(Debug)]
struct Texts {
    name: usize,
    aliases: Vec<usize>,
    area: usize,
}

/// What it costs more that a word stands in another name, or only in the area. The least is the best.
const IN_ALIAS: u32 = 8;
const IN_AREA: u32 = 16;

impl Finder {
    /// A finder in an index.
    pub fn of(index: Index) -> Finder {
        let alphabet = Alphabet::of(&index);
        let (mut texts, mut places) = (Vec::new(), BTreeMap::<&str, usize>::new());
        let mut entries = Vec::with_capacity(index.entries.len());
        for entry in &index.entries {
            let mut place = |written| {
                *places.entry(written).or_insert_with(|| {
                    texts.push(Text::of(&alphabet, written));
                    texts.len() - 1
                })
            };
            entries.push(Texts {
                name: place(&entry.name),
                aliases: entry.aliases.iter().map(|alias| place(alias)).collect(),
                area: place(&entry.area),
            });
        }
        Finder { index, alphabet, texts, entries }
    }

    /// What is searched.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What a query finds: how many, and the first of them with their marks.
    pub fn find(&self, query: &Query) -> Results {
        let (words, manner, ranked) = self.ranked(&query.words);
        let mut results = Results::default();
        let mut shown = Vec::new();
        let mut has_area = vec![false; self.texts.len()];
        for (_, _, place) in &ranked {
            let entry = &self.index.entries[*place];
            let area = self.entries[*place].area;
            if !has_area[area] {
                has_area[area] = true;
                results.areas.push(entry.area.clone());
            }
            for audience in [Audience::NaturalPerson, Audience::LegalPerson] {
                if is_for(entry, audience) && !results.audiences.contains(&audience) {
                    results.audiences.push(audience);
                }
            }
            if query.area.as_ref().is_none_or(|area| *area == entry.area)
                && query.audience.is_none_or(|audience| is_for(entry, audience))
            {
                results.total += 1;
                if shown.len() < SHOWN {
                    shown.push(*place);
                }
            }
        }
        results.found = shown.into_iter().map(|place| self.found(place, &words, manner)).collect();
        results
    }

    /// The places in the index of everything that is found, the best first.
    pub fn places(&self, words: &str) -> Vec<usize> {
        let (_, _, ranked) = self.ranked(words);
        ranked.into_iter().map(|(_, _, place)| place).collect()
    }

    /// Everything that is found: whether it is an example, what it costs, and its place.
    fn ranked(&self, typed: &str) -> (Vec<Word>, Manner, Vec<(bool, u32, usize)>) {
        let typed: String = typed.chars().take(LONGEST).collect();
        let words_of = |forgiving: bool| -> Vec<Word> {
            let words = typed.split_whitespace().filter_map(|word| Word::of(&self.alphabet, word, forgiving));
            words.take(MOST_WORDS).collect()
        };
        let mut words = words_of(false);
        let mut manner = Manner::Exact;
        let mut ranked = Vec::new();
        if words.is_empty() {
            return (words, manner, ranked);
        }
        for next in [Manner::Exact, Manner::InPieces, Manner::Forgiving] {
            manner = next;
            if next == Manner::Forgiving {
                // Without mistakes nothing was found already.
                if !words.iter().any(Word::is_forgivable) {
                    break;
                }
                words = words_of(true);
            }
            ranked = match next {
                Manner::InPieces => self.in_pieces(&words),
                _ => self.in_texts(&words, next),
            };
            if !ranked.is_empty() {
                break;
            }
        }
        ranked.sort_unstable();
        (words, manner, ranked)
    }

    fn in_texts(&self, words: &[Word], manner: Manner) -> Vec<(bool, u32, usize)> {
        let costs: Vec<Vec<u32>> = words
            .iter()
            .map(|word| self.texts.iter().map(|text| text.cost(word, manner)).collect())
            .collect();
        let cost = |texts: &Texts| {
            costs.iter().try_fold(0, |sum: u32, costs| {
                let of_aliases = texts.aliases.iter().map(|alias| costs[*alias]).min().unwrap_or(NOT_THERE);
                let least = costs[texts.name]
                    .min(of_aliases.saturating_add(IN_ALIAS))
                    .min(costs[texts.area].saturating_add(IN_AREA));
                (least < NOT_THERE).then(|| sum + least)
            })
        };
        self.each(cost)
    }

    fn in_pieces(&self, words: &[Word]) -> Vec<(bool, u32, usize)> {
        if words.iter().all(|word| word.joints() == 0) {
            return Vec::new();
        }
        struct Pieces<'a> {
            word: &'a Word,
            /// Of each text: up to where a first piece stands there, and whether both do.
            first: Vec<u64>,
            both: Vec<bool>,
        }
        let pieces: Vec<Pieces> = words
            .iter()
            .map(|word| Pieces {
                word,
                first: self.texts.iter().map(|text| word.first_pieces(&text.symbols)).collect(),
                both: self.texts.iter().map(|text| text.has_pieces(word, 0)).collect(),
            })
            .collect();
        let cost = |texts: &Texts| {
            pieces.iter().try_fold(0, |sum, Pieces { word, first, both }| {
                let in_area = first[texts.area];
                let stands =
                    |text: usize| both[text] || (in_area != 0 && self.texts[text].has_pieces(word, in_area));
                if stands(texts.name) {
                    return Some(sum);
                }
                if texts.aliases.iter().any(|alias| stands(*alias)) {
                    return Some(sum + IN_ALIAS);
                }
                both[texts.area].then_some(sum + IN_AREA)
            })
        };
        self.each(cost)
    }

    fn each(&self, cost: impl Fn(&Texts) -> Option<u32>) -> Vec<(bool, u32, usize)> {
        let entries = self.entries.iter().zip(&self.index.entries).enumerate();
        let ranked =
            entries.filter_map(|(place, (texts, entry))| Some((entry.illustrative, cost(texts)?, place)));
        ranked.collect()
    }

    fn found(&self, place: usize, words: &[Word], manner: Manner) -> Found {
        let (entry, texts) = (&self.index.entries[place], &self.entries[place]);
        let (mut in_name, mut in_alias, mut alias) = (Vec::new(), Vec::new(), None);
        let read = |word: &Word, text: usize| {
            let (text, area) = (&self.texts[text], &self.texts[texts.area]);
            match manner {
                Manner::InPieces => text.marks_of_pieces(word, area),
                _ => text.mark(word, word.span(false), manner).into_iter().collect(),
            }
        };
        for word in words {
            let marks = read(word, texts.name);
            if !marks.is_empty() {
                in_name.extend(marks);
                continue;
            }
            for (name, text) in entry.aliases.iter().zip(&texts.aliases) {
                let marks = read(word, *text);
                if !marks.is_empty() && alias.is_none_or(|known| known == name) {
                    alias = Some(name);
                    in_alias.extend(marks);
                    break;
                }
            }
        }
        Found {
            kind: entry.kind,
            id: entry.id.clone(),
            name: Marked { text: entry.name.clone(), marks: joined(in_name) },
            alias: alias.map(|name| Marked { text: name.clone(), marks: joined(in_alias) }),
            area: entry.area.clone(),
            audience: entry.audience,
            illustrative: entry.illustrative,
        }
    }
}

fn is_for(entry: &Entry, wanted: Audience) -> bool {
    entry.audience.is_some_and(|told| told.includes(wanted))
}

/// A word that stands nowhere.
const NOT_THERE: u32 = u32::MAX;

impl Text {
    fn of(alphabet: &Alphabet, written: &str) -> Text {
        let symbol =
            |(place, character): (u32, char)| Some((alphabet.symbol(alphabet.plain(character)?)?, place));
        let (symbols, places) = (0..).zip(written.chars()).filter_map(symbol).unzip();
        Text { symbols, places }
    }

    /// What it costs that the word stands here: least as the whole text, then at its beginning, then anywhere; by
    /// whole readings before initials.
    fn cost(&self, word: &Word, manner: Manner) -> u32 {
        let manner = allowed(word, manner);
        let (here, first) = (word.span(true), word.span(false));
        let read = |span, manner| word.read(&self.symbols, span, manner);
        if read(here, manner).is_none() {
            return NOT_THERE;
        }
        let whole_only = if manner == Manner::Exact { Manner::Whole } else { manner };
        match read(first, whole_only) {
            Some(end) if end == self.symbols.len() => 0,
            Some(_) => 1,
            None if read(here, whole_only).is_some() => 2,
            None if read(first, manner).is_some() => 3,
            None => 4,
        }
    }

    /// Whether both pieces of the word stand here, or the second one behind a first that was read elsewhere.
    fn has_pieces(&self, word: &Word, held: u64) -> bool {
        word.read(&self.symbols, Span { held, ..word.span(true) }, Manner::InPieces).is_some()
    }

    /// The shortest place where the span of the word stands.
    fn mark(&self, word: &Word, span: Span, manner: Manner) -> Option<(u32, u32)> {
        let manner = allowed(word, manner);
        let ends = (0..self.symbols.len()).filter_map(|from| {
            let length = word.read(&self.symbols[from..], span, manner)?;
            Some((length, from))
        });
        let (length, from) = ends.min()?;
        Some((self.places[from], self.places[from + length - 1] + 1))
    }

    /// Where both pieces of the word stand, or the one of which the other stands in the area.
    fn marks_of_pieces(&self, word: &Word, area: &Text) -> Vec<(u32, u32)> {
        if let Some(mark) = self.mark(word, word.span(false), Manner::Exact) {
            return vec![mark];
        }
        let whole = word.span(false);
        let mut with_area = Vec::new();
        for at in (1..word.length()).filter(|at| word.joints() & (1 << at) != 0) {
            let (first, second) = (Span { to: 1 << at, ..whole }, Span { from: 1 << at, ..whole });
            let Some(last) = self.mark(word, second, Manner::Exact) else { continue };
            match self.mark(word, first, Manner::Exact) {
                Some(mark) if mark.0 < last.0 => return vec![mark, last],
                _ if area.mark(word, first, Manner::Exact).is_some() => with_area = vec![last],
                _ => {}
            }
        }
        with_area
    }
}

/// A short word is read without mistakes.
fn allowed(word: &Word, manner: Manner) -> Manner {
    if manner == Manner::Forgiving && !word.is_forgivable() { Manner::Exact } else { manner }
}
