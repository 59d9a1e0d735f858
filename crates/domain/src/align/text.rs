//! Names as sets of what they say, and how much two of them have in common.

use super::lexicon::{self, Acts, Meaning};

/// A piece of text as far as likeness goes. Two names that differ only in spacing, punctuation, width or
/// case are the same here.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Text {
    /// The characters that count: lower case, half width, without spacing and punctuation.
    pub plain: String,
    /// The acts it names.
    pub acts: Acts,
    /// Whether it says that several things are done as one: 联合, 一次, 并.
    pub joins: bool,
    /// What it is about: things, and the characters and pairs of characters of words in no list.
    /// Sorted, each once.
    tokens: Vec<Token>,
    /// Single characters of the whole text. Sorted, each once.
    characters: Vec<Token>,
}

type Token = u32;

/// Words by which a name says that several things are done as one.
const JOINING: [&str; 20] = [
    "并", "和", "与", "及", "、", "，", "合", "统一", "一表", "一次", "同步", "综合", "一口", "一窗", "一站",
    "整", "全", " and ", "同时", "all",
];

/// Above every character and every pair of them.
const THINGS: Token = 0xff00_0000;

/// The text as it is compared: lower case, half width, without spacing and punctuation.
pub fn plain(text: &str) -> String {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    text.chars().map(half_width).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Text {
    /// Reads a text.
    pub fn read(text: &str) -> Text {
        let mut read = Text { plain: plain(text), ..Text::default() };
        // Words of letters end where the letters end, so the lexicon looks at the text with its spaces.
        for word in text.to_lowercase().split(|c: char| !c.is_alphanumeric()) {
            read.add_word(&word.chars().collect::<Vec<_>>());
        }
        read.joins = JOINING.iter().any(|word| text.contains(word));
        read.characters.extend(read.plain.chars().map(|c| c as Token));
        for set in [&mut read.tokens, &mut read.characters] {
            set.sort_unstable();
            set.dedup();
        }
        read
    }

    /// Several texts as one.
    pub fn read_all<'a>(texts: impl IntoIterator<Item = &'a str>) -> Text {
        Text::read(&texts.into_iter().collect::<Vec<_>>().join("、"))
    }

    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    fn add_word(&mut self, word: &[char]) {
        let mut at = 0;
        let mut last_unknown: Option<char> = None;
        while at < word.len() {
            let spelled = word[at].is_ascii_alphabetic();
            let whole_word = |length: usize| {
                !spelled || word.get(at + length).is_none_or(|next| !next.is_ascii_alphabetic())
            };
            match lexicon::word_at(&word[at..]).filter(|(length, _)| whole_word(*length)) {
                Some((length, meaning)) => {
                    self.add_meaning(meaning);
                    at += length;
                    last_unknown = None;
                }
                None if spelled => {
                    let end =
                        word[at..].iter().position(|c| !c.is_ascii_alphabetic()).unwrap_or(word.len() - at);
                    self.tokens.push(spelled_token(&word[at..at + end]));
                    at += end;
                    last_unknown = None;
                }
                None => {
                    self.tokens.push(word[at] as Token);
                    if let Some(last) = last_unknown {
                        self.tokens.push(pair_token(last, word[at]));
                    }
                    last_unknown = Some(word[at]);
                    at += 1;
                }
            }
        }
    }

    fn add_meaning(&mut self, meaning: Meaning) {
        match meaning {
            Meaning::Act(acts) => self.acts |= acts,
            Meaning::ActOn(acts, thing) => {
                self.acts |= acts;
                self.tokens.push(THINGS + Token::from(thing));
            }
            Meaning::Thing(thing) => self.tokens.push(THINGS + Token::from(thing)),
            Meaning::Way => {}
        }
    }
}

/// A number for a word of letters; two words that share one are rare, and then merely look alike.
fn spelled_token(word: &[char]) -> Token {
    let hash = word.iter().fold(0x811c_9dc5_u32, |hash, c| (hash ^ *c as u32).wrapping_mul(0x0100_0193));
    0x8000_0000 | (hash >> 2)
}

fn pair_token(first: char, second: char) -> Token {
    let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca6b);
    0x4000_0000 | (mixed >> 3)
}

/// How often each token occurs in the texts that are compared: what many steps say tells few apart.
#[derive(Debug, Default)]
pub struct Commonness {
    tokens: Vec<(Token, f32)>,
}

impl Commonness {
    /// Counts the tokens of texts.
    pub fn of<'a>(texts: impl Iterator<Item = &'a Text>) -> Commonness {
        let mut all: Vec<Token> = texts.flat_map(|text| text.tokens.iter().copied()).collect();
        all.sort_unstable();
        let counted = all.chunk_by(|a, b| a == b).map(|same| (same[0], 1.0 / (same.len() as f32).sqrt()));
        Commonness { tokens: counted.collect() }
    }

    /// The weight of a token: 1 where it occurs once, less the more often it does.
    fn weight(&self, token: Token) -> f32 {
        match self.tokens.binary_search_by_key(&token, |(token, _)| *token) {
            Ok(at) => self.tokens[at].1,
            Err(_) => 1.0,
        }
    }

    /// The tokens of a text with their weights, and the weights' sum.
    pub fn weigh(&self, text: &Text) -> Weighed {
        let tokens: Vec<(Token, f32)> =
            text.tokens.iter().map(|token| (*token, self.weight(*token))).collect();
        let sum = tokens.iter().map(|(_, weight)| weight).sum();
        Weighed { tokens, sum }
    }
}

/// What a text is about, weighed.
#[derive(Debug, Clone, Default)]
pub struct Weighed {
    tokens: Vec<(Token, f32)>,
    sum: f32,
}

impl Weighed {
    /// Whether it is about nothing that is known.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The weight that both have.
    fn shared(&self, other: &Weighed) -> f32 {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some((a, weight)), Some((b, _))) = (self.tokens.get(i), other.tokens.get(j)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    shared += weight;
                    i += 1;
                    j += 1;
                }
            }
        }
        shared
    }

    /// From 0 to 1: how much of the two is the same.
    pub fn likeness(&self, other: &Weighed) -> f32 {
        ratio(2.0 * self.shared(other), self.sum + other.sum)
    }

    /// From 0 to 1: how much of `part` is in `self`.
    pub fn contains(&self, part: &Weighed) -> f32 {
        ratio(self.shared(part), part.sum)
    }
}

/// From 0 to 1: how many characters the two have in common.
pub fn spelling(a: &Text, b: &Text) -> f32 {
    let shared = a.characters.iter().filter(|c| b.characters.binary_search(c).is_ok()).count();
    ratio(2.0 * shared as f32, (a.characters.len() + b.characters.len()) as f32)
}

/// From 0 to 1: how many of the characters of `part` are in `whole`.
pub fn spelled_within(whole: &Text, part: &Text) -> f32 {
    let shared = part.characters.iter().filter(|c| whole.characters.binary_search(c).is_ok()).count();
    ratio(shared as f32, part.characters.len() as f32)
}

/// From 0 to 1: how much of what the two do is the same or near to it.
pub fn acts(a: Acts, b: Acts) -> f32 {
    ratio(2.0 * same_acts(a, b) + NEAR * (near_acts(a, b) + near_acts(b, a)), count(a) + count(b))
}

/// From 0 to 1: how much of what `part` does `whole` does too, or something near to it.
pub fn acts_within(whole: Acts, part: Acts) -> f32 {
    ratio(same_acts(whole, part) + NEAR * near_acts(part, whole), count(part))
}

/// What an act is worth that is near to the other.
const NEAR: f32 = 0.6;

fn count(acts: Acts) -> f32 {
    acts.count_ones() as f32
}

fn same_acts(a: Acts, b: Acts) -> f32 {
    count(a & b)
}

/// The acts of `a` that are not among those of `b`, but near to one.
fn near_acts(a: Acts, b: Acts) -> f32 {
    count(a & !b & lexicon::neighbours(b))
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_punctuation_width_and_case_do_not_count() {
        assert_eq!(Text::read("街道审核（盖章）"), Text { ..Text::read("街道审核 (盖章)。") });
        assert_eq!(plain("ＡＰＰ 提交"), plain("app提交"));
    }

    #[test]
    fn words_that_mean_the_same_are_the_same() {
        let (a, b) = (Text::read("领取居住证"), Text::read("领证"));
        assert_eq!(acts(a.acts, b.acts), 1.0);
        let common = Commonness::of([&a, &b].into_iter());
        assert!(common.weigh(&a).likeness(&common.weigh(&b)) > 0.6);
        assert_eq!(Text::read("Submit subsidy application").acts, Text::read("提交申请").acts);
    }
}
