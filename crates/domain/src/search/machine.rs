//! Reads a text with a typed word in mind: all ways to read it at once, as bits of one number.
//!
//! Bit *i* says that the first *i* letters of the word may have been read off the characters before. A character
//! moves such bits on by what may be typed for it. What it moves, and how far, is worked out once for each character
//! that occurs, before thousands of texts are read; for most characters it is nothing.

use super::alphabet::{Alphabet, Symbol};

/// A longer word is cut: its letters are the bits of a number.
const LONGEST_WORD: usize = 63;

/// A word somebody typed, and how the characters of an alphabet move through it.
pub(super) struct Word {
    typed: Vec<char>,
    /// Of each symbol.
    moves: Vec<Moves>,
}

/// How a character moves what was read.
#[derive(Default, Clone)]
struct Moves {
    exact: Vec<Move>,
    /// With a mistake in its reading.
    near: Vec<Move>,
    /// But for its last letter, which is typed after the next character has begun.
    held: Vec<Move>,
    /// When its first letter was typed before the last one of the character before.
    after_held: Vec<Move>,
}

#[derive(Clone, Copy)]
struct Move {
    from: u64,
    by: usize,
    whole: bool,
}

/// How a text may be read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Characters one after the other, whole readings only.
    Whole,
    /// Characters one after the other.
    Exact,
    /// In two pieces with something between them.
    InPieces,
    /// With one mistake.
    Forgiving,
}

/// From where to where a word is read.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// The bits with which the reading begins.
    pub(super) from: u64,
    /// The bit with which it is at its end.
    pub(super) to: u64,
    /// Whether it begins at any character, or at the first.
    pub(super) anywhere: bool,
    /// The bits up to which a first piece was read elsewhere.
    pub(super) held: u64,
}

impl Word {
    /// A word, or nothing where it has no letter. `forgiving` ones can be read with mistakes.
    pub(super) fn of(alphabet: &Alphabet, typed: &str, forgiving: bool) -> Option<Word> {
        let typed: Vec<char> = typed.chars().filter_map(|c| alphabet.plain(c)).take(LONGEST_WORD).collect();
        if typed.is_empty() {
            return None;
        }
        let forms = alphabet.forms().iter();
        let of_forms: Vec<Moves> =
            forms.map(|form| Moves::of(&typed, &form.letters, form.whole, forgiving)).collect();
        let of_symbol = |forms: &Vec<u16>| {
            let mut moves = Moves::default();
            for form in forms {
                moves.extend(&of_forms[usize::from(*form)]);
            }
            moves
        };
        let moves = alphabet.typed_as().iter().map(of_symbol).collect();
        Some(Word { typed, moves })
    }

    pub(super) fn length(&self) -> usize {
        self.typed.len()
    }

    /// Whether it is long enough that a mistake in it can be told from another word.
    pub(super) fn is_forgivable(&self) -> bool {
        let only_letters = self.typed.iter().all(char::is_ascii_alphanumeric);
        self.typed.len() >= if only_letters { 4 } else { 3 }
    }

    /// The bits at which the word may be in two pieces.
    pub(super) fn joints(&self) -> u64 {
        let length = self.typed.len();
        if length < 4 { 0 } else { (1 << (length - 1)) - 4 }
    }

    /// The whole word, beginning at any character or at the first.
    pub(super) fn span(&self, anywhere: bool) -> Span {
        Span { from: 1, to: 1 << self.typed.len(), anywhere, held: 0 }
    }

    /// The bits up to which a first piece of the word can be read off two characters of the text or more.
    pub(super) fn first_pieces(&self, text: &[Symbol]) -> u64 {
        let (mut one, mut more, mut pieces) = (0, 0, 0);
        for symbol in text {
            let moves = &self.moves[usize::from(*symbol)];
            more = moved(one | more, &moves.exact, false);
            one = moved(1, &moves.exact, false);
            pieces |= more & self.joints();
        }
        pieces
    }

    /// Behind which character of the text the span of the word is first at its end.
    pub(super) fn read(&self, text: &[Symbol], span: Span, manner: Manner) -> Option<usize> {
        let whole_only = manner == Manner::Whole;
        let (mut straight, mut bent, mut held) = (span.from, 0_u64, span.held);
        // In two pieces: what was read off two characters at least, of the first piece and of one of the second.
        let (mut longer, mut second) = (0_u64, 0_u64);
        for (at, symbol) in text.iter().enumerate() {
            if span.anywhere {
                straight |= span.from;
            }
            let moves = &self.moves[usize::from(*symbol)];
            let next = moved(straight, &moves.exact, whole_only);
            let mut next_bent = 0;
            match manner {
                Manner::Whole | Manner::Exact => {
                    if next == 0 && !span.anywhere {
                        return None;
                    }
                }
                Manner::InPieces => {
                    held |= longer & self.joints();
                    next_bent = moved(bent | second, &moves.exact, false);
                    second = moved(held, &moves.exact, false);
                    longer = moved(straight & !span.from, &moves.exact, false);
                }
                Manner::Forgiving => {
                    // One too many; then this character, read with that mistake behind.
                    bent |= straight << 1;
                    next_bent = moved(bent, &moves.exact, false)
                        | moved(straight, &moves.near, false)
                        | moved(held, &moves.after_held, false)
                        // A wrong one; one missing, but not before the first.
                        | straight << 1
                        | straight & !1
                        // One too many, at the end.
                        | next << 1;
                    held = moved(straight, &moves.held, false);
                }
            }
            if (next | next_bent) & span.to != 0 {
                return Some(at + 1);
            }
            (straight, bent) = (next, next_bent);
        }
        None
    }
}

fn moved(bits: u64, moves: &[Move], whole_only: bool) -> u64 {
    let mut moved = 0;
    for one in moves {
        if one.whole || !whole_only {
            moved |= (bits & one.from) << one.by;
        }
    }
    moved
}

impl Moves {
    fn of(typed: &[char], form: &[char], whole: bool, forgiving: bool) -> Moves {
        let mut moves = Moves::default();
        let long = form.len();
        let mut add = |to: fn(&mut Moves) -> &mut Vec<Move>, at: usize, by: usize| {
            let from = 1 << at;
            let list = to(&mut moves);
            match list.iter_mut().find(|one| one.by == by) {
                Some(one) => one.from |= from,
                None => list.push(Move { from, by, whole }),
            }
        };
        for at in 0..typed.len() {
            let left = &typed[at..];
            if left.starts_with(form) || (whole && form.starts_with(left)) {
                add(|moves| &mut moves.exact, at, long.min(left.len()));
                continue;
            }
            if !forgiving {
                continue;
            }
            for length in [long.saturating_sub(1), long, long + 1] {
                // Less than two letters with a mistake are any letter.
                if long >= 2 && whole && left.get(..length).is_some_and(|typed| is_one_apart(typed, form)) {
                    add(|moves| &mut moves.near, at, length);
                }
            }
        }
        if forgiving {
            for at in 0..typed.len() {
                let left = &typed[at..];
                let (last, others) = (form[long - 1], &form[..long - 1]);
                if left.starts_with(others) && left.get(long) == Some(&last) {
                    add(|moves| &mut moves.held, at, long - 1);
                }
                if left[0] == form[0] && left.get(2..).is_some_and(|rest| rest.starts_with(&form[1..])) {
                    add(|moves| &mut moves.after_held, at, long + 1);
                }
            }
        }
        moves
    }

    fn extend(&mut self, other: &Moves) {
        self.exact.extend_from_slice(&other.exact);
        self.near.extend_from_slice(&other.near);
        self.held.extend_from_slice(&other.held);
        self.after_held.extend_from_slice(&other.after_held);
    }
}

/// Whether typed letters are a reading but for one mistake.
fn is_one_apart(typed: &[char], reading: &[char]) -> bool {
    let alike = typed.iter().zip(reading).take_while(|(typed, read)| typed == read).count();
    match (&typed[alike..], &reading[alike..]) {
        ([], []) => false,
        ([x, y, typed @ ..], [a, b, read @ ..]) if x == b && y == a && typed == read => true,
        ([_, typed @ ..], [_, read @ ..]) if typed == read => true,
        ([_, typed @ ..], read) if typed == read => true,
        (typed, [_, read @ ..]) => typed == read,
        _ => false,
    }
}
