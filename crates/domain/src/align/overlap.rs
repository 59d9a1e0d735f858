//! How much the texts of two sides have in common, where what many of them say counts for less.

use super::text::{Token, ratio};

/// A token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Occurrence {
    token: Token,
    text: usize,
    /// The how-manieth of its text it is.
    nth: u32,
}

/// The tokens of the texts of one side, in one sorted list.
#[derive(Debug)]
pub struct Tokens {
    all: Vec<Occurrence>,
    texts: usize,
}

impl Tokens {
    /// Puts together the tokens of texts; those of one text are told once each.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t [Token]>) -> Tokens {
        let (mut all, mut count) = (Vec::new(), 0);
        for text in texts {
            all.extend(text.iter().zip(0..).map(|(token, nth)| Occurrence {
                token: *token,
                text: count,
                nth,
            }));
            count += 1;
        }
        all.sort_unstable();
        Tokens { all, texts: count }
    }
}

/// Of each text of the first side and each of the second, what they share.
pub struct Overlap {
    columns: usize,
    /// By row: the weight of what the two share.
    shared: Vec<f32>,
    /// The weight of each text.
    first: Vec<f32>,
    second: Vec<f32>,
    /// By row: which tokens of the text of the first side are in that of the second, one bit each for
    /// the first 64; and the reverse. Empty where nobody asks.
    said: Vec<[u64; 2]>,
}

impl Overlap {
    /// Looks at the texts of two sides beside each other.
    pub fn of(first: &Tokens, second: &Tokens) -> Overlap {
        Overlap::found(first, second, Vec::new())
    }

    /// The same, and which tokens they share: [`Self::in_second`] and [`Self::in_first`].
    pub fn token_by_token(first: &Tokens, second: &Tokens) -> Overlap {
        Overlap::found(first, second, vec![[0; 2]; first.texts * second.texts])
    }

    fn found(first: &Tokens, second: &Tokens, said: Vec<[u64; 2]>) -> Overlap {
        let (rows, columns) = (first.texts, second.texts);
        let mut overlap = Overlap {
            columns,
            shared: vec![0.0; rows * columns],
            first: vec![0.0; rows],
            second: vec![0.0; columns],
            said,
        };
        let (mut ours, mut theirs) = (first.all.as_slice(), second.all.as_slice());
        while let Some(token) = least(ours, theirs) {
            let (here, there) = (take(&mut ours, token), take(&mut theirs, token));
            // A token that occurs once weighs 1, and less the more often it does.
            let weight = 1.0 / ((here.len() + there.len()) as f32).sqrt();
            here.iter().for_each(|a| overlap.first[a.text] += weight);
            there.iter().for_each(|b| overlap.second[b.text] += weight);
            for a in here {
                for b in there {
                    let at = a.text * columns + b.text;
                    overlap.shared[at] += weight;
                    if let Some([in_second, in_first]) = overlap.said.get_mut(at) {
                        *in_second |= bit(a.nth);
                        *in_first |= bit(b.nth);
                    }
                }
            }
        }
        overlap
    }

    /// Of the text `i` of the first side and each of the second, from 0 to 1: how much of the two is the same.
    #[inline(always)]
    pub fn likeness_of(&self, i: usize) -> impl Iterator<Item = f32> {
        let first = self.first[i];
        self.row(i).map(move |(shared, second)| share(2.0 * shared, first + second))
    }

    /// From 0 to 1: how much of the text `i` of the first side is in each of the second.
    #[inline(always)]
    pub fn in_each_of_second(&self, i: usize) -> impl Iterator<Item = f32> {
        let first = self.first[i];
        self.row(i).map(move |(shared, _)| share(shared, first))
    }

    /// From 0 to 1: how much of each text of the second side is in the text `i` of the first.
    #[inline(always)]
    pub fn each_of_second_in(&self, i: usize) -> impl Iterator<Item = f32> {
        self.row(i).map(|(shared, second)| share(shared, second))
    }

    fn row(&self, i: usize) -> impl Iterator<Item = (f32, f32)> {
        let shared = &self.shared[i * self.columns..][..self.columns];
        shared.iter().copied().zip(self.second.iter().copied())
    }

    /// From 0 to 1: how much of the two is the same.
    pub fn likeness(&self, i: usize, j: usize) -> f32 {
        if self.shared(i, j) == 0.0 {
            return 0.0;
        }
        ratio(2.0 * self.shared(i, j), self.first[i] + self.second[j])
    }

    /// From 0 to 1: how much of the text `i` of the first side is in the text `j` of the second.
    pub fn first_in_second(&self, i: usize, j: usize) -> f32 {
        if self.shared(i, j) == 0.0 {
            return 0.0;
        }
        ratio(self.shared(i, j), self.first[i])
    }

    /// From 0 to 1: how much of the text `j` of the second side is in the text `i` of the first.
    pub fn second_in_first(&self, i: usize, j: usize) -> f32 {
        if self.shared(i, j) == 0.0 {
            return 0.0;
        }
        ratio(self.shared(i, j), self.second[j])
    }

    /// Which tokens of the text `i` of the first side are in the text `j` of the second, one bit each.
    pub fn in_second(&self, i: usize, j: usize) -> u64 {
        self.said[i * self.columns + j][0]
    }

    /// Which tokens of the text `j` of the second side are in the text `i` of the first, one bit each.
    pub fn in_first(&self, i: usize, j: usize) -> u64 {
        self.said[i * self.columns + j][1]
    }

    fn shared(&self, i: usize, j: usize) -> f32 {
        self.shared[i * self.columns + j]
    }
}

/// What is shared of a whole that is not nothing where anything is shared. Without a branch.
#[inline(always)]
fn share(shared: f32, whole: f32) -> f32 {
    let share = shared / whole;
    if shared == 0.0 { 0.0 } else { share }
}

/// The next token of either list.
fn least(first: &[Occurrence], second: &[Occurrence]) -> Option<Token> {
    let token = |list: &[Occurrence]| list.first().map(|next| next.token);
    match (token(first), token(second)) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// Takes from the list what begins it with this token.
fn take<'t>(list: &mut &'t [Occurrence], token: Token) -> &'t [Occurrence] {
    let count = list.iter().take_while(|next| next.token == token).count();
    let (taken, rest) = list.split_at(count);
    *list = rest;
    taken
}

fn bit(nth: u32) -> u64 {
    1_u64.checked_shl(nth).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_say_counts_for_less() {
        let first = Tokens::of([[1, 2].as_slice(), &[1, 3]]);
        let second = Tokens::of([[1, 2].as_slice(), &[1]]);
        let overlap = Overlap::of(&first, &second);
        assert_eq!(overlap.likeness(0, 0), 1.0);
        assert!(overlap.likeness(1, 0) < 0.5, "only what all say");
        assert_eq!(overlap.second_in_first(0, 1), 1.0);
        assert!(overlap.first_in_second(0, 1) < 0.5);
    }

    #[test]
    fn the_words_of_the_whole_are_told_one_by_one() {
        let whole = Tokens::of([[4, 5, 6].as_slice()]);
        let parts = Tokens::of([[4].as_slice(), &[6, 7]]);
        let overlap = Overlap::token_by_token(&parts, &whole);
        assert_eq!((overlap.in_first(0, 0), overlap.in_first(1, 0)), (0b001, 0b100));
        assert_eq!(overlap.in_second(1, 0), 0b01);
    }
}
