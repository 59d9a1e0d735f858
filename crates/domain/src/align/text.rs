//! Names as sets of what they say, and how much two of them have in common.

use std::borrow::Cow;

use super::lexicon::{self, Acts};
use super::things::{self, Things};

/// A piece of text as far as likeness goes. Two names that differ only in spacing, punctuation, width or
/// case have the same `plain`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Text {
    /// The characters that count: lower case, half width, without spacing and punctuation.
    pub plain: String,
    /// The acts it names.
    pub acts: Acts,
    /// What it is about: things, and the characters and pairs of characters of words in no list.
    /// Sorted, each once.
    tokens: Vec<Token>,
    /// Single characters, and words of letters, of the whole text. Sorted, each once.
    characters: Vec<Token>,
}

/// A thing, a character or a pair of characters, by number.
pub type Token = u32;

/// Words by which a name says that several things are done as one.
const JOINING: [&str; 23] = [
    "并", "和", "与", "及", "、", "，", "合", "联", "统一", "一表", "一次", "一张", "一起", "同步", "综合",
    "一口", "一窗", "一站", "打包", "全", "同时", " and ", "all",
];

/// Above every character and every pair of them.
const THINGS: Token = 0xff00_0000;

/// The text as it is compared: lower case, half width, without spacing and punctuation.
pub fn plain(text: &str) -> String {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if is_han(c) {
            plain.push(c);
        } else {
            plain.extend(
                Some(half_width(c)).filter(|c| c.is_alphanumeric()).into_iter().flat_map(char::to_lowercase),
            );
        }
    }
    plain
}

/// Whether it is a Chinese character: most are, and need not be looked up in the tables of all scripts.
fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn lower_case(text: &str) -> Cow<'_, str> {
    let has_no_case = |c: char| is_han(c) || c.is_ascii() && !c.is_ascii_uppercase();
    if text.chars().all(has_no_case) { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// What stands between spaces and punctuation.
fn pieces(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !is_han(c) && !c.is_alphanumeric()).filter(|piece| !piece.is_empty())
}

/// Whether a name says that several things are done as one: 联合, 一次, 并.
pub fn joins(name: &str) -> bool {
    JOINING.iter().any(|word| name.contains(word))
}

impl Text {
    /// Reads a text.
    pub fn read(text: &str) -> Text {
        if text.is_empty() {
            return Text::default();
        }
        let mut read = Text { plain: plain(text), ..Text::default() };
        // Words of letters end where the letters end, so the lexicon looks at the text with its spaces.
        let lower = lower_case(text);
        pieces(&lower).for_each(|piece| read.add(piece));
        read.settle_acts();
        // Letters are too few to tell words apart: a word of letters counts as one character.
        let telling = read.plain.chars().filter(|c| !c.is_ascii_alphabetic());
        read.characters = telling.map(|c| c as Token).collect();
        let spelled = lower.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
        read.characters.extend(spelled.map(spelled_token));
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

    /// What it is about, sorted, each once.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// Its characters, sorted, each once.
    pub fn characters(&self) -> &[Token] {
        &self.characters
    }

    fn add(&mut self, mut rest: &str) {
        let mut last_unknown: Option<char> = None;
        while let Some(first) = rest.chars().next() {
            let spelled = first.is_ascii_alphabetic();
            let known = lexicon::word_at(rest);
            let length = match known {
                Some(word) => word.spelled.len(),
                None if spelled => rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len()),
                None => first.len_utf8(),
            };
            let (word, behind) = rest.split_at(length);
            self.acts |= known.map_or(0, |known| known.acts);
            match known.map(|known| known.things) {
                None | Some(things::ITSELF) if spelled => {
                    self.tokens.push(spelled_token(word));
                    last_unknown = None;
                }
                None | Some(things::ITSELF) => {
                    for c in word.chars() {
                        self.tokens.push(c as Token);
                        self.tokens.extend(last_unknown.map(|last| pair_token(last, c)));
                        last_unknown = Some(c);
                    }
                }
                Some(things) => {
                    self.tokens
                        .extend((0..Things::BITS).filter(|bit| things >> bit & 1 != 0).map(thing_token));
                    // 行驶证 and 驾驶证 are both a 证, and not the same.
                    if things != 0 && !spelled && word.chars().nth(2).is_some() {
                        self.tokens.extend(word.chars().map(|c| c as Token));
                    }
                    last_unknown = None;
                }
            }
            rest = behind;
        }
    }

    /// 交 is paying where it is about money, and handing in where not; fetching a form is filling it in.
    fn settle_acts(&mut self) {
        let about = |thing: Things| self.tokens.contains(&thing_token(thing.trailing_zeros()));
        if self.acts == lexicon::COLLECT && about(things::FORM) {
            self.acts = lexicon::FILL | lexicon::FETCH_FORM;
        }
        if self.acts & lexicon::GIVE != 0 {
            let pays = [things::FEE, things::TAXES, things::DEPOSITS].into_iter().any(about);
            self.acts = (self.acts & !lexicon::GIVE) | if pays { lexicon::PAY } else { lexicon::APPLY };
        }
    }
}

/// The token of a thing by its bit.
fn thing_token(bit: u32) -> Token {
    THINGS + bit
}

/// A number for a word of letters; two words that share one are rare, and then merely look alike.
fn spelled_token(word: &str) -> Token {
    let mixed = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    0x8000_0000 | (word.bytes().fold(0x811c_9dc5, mixed) >> 2)
}

fn pair_token(first: char, second: char) -> Token {
    let mixed = (first as u32).wrapping_mul(0x9e37_79b1) ^ (second as u32).wrapping_mul(0x85eb_ca6b);
    0x4000_0000 | (mixed >> 3)
}

/// From 0 to 1: how many characters the two have in common.
pub fn spelling(a: &Text, b: &Text) -> f32 {
    let shared = common(&a.characters, &b.characters);
    ratio(2.0 * shared as f32, (a.characters.len() + b.characters.len()) as f32)
}

/// How many tokens are in both of two sorted lists.
pub fn common(a: &[Token], b: &[Token]) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    common
}

/// The acts of a name, with those that are near to them.
#[derive(Debug, Clone, Copy)]
pub struct Doing {
    acts: Acts,
    near: Acts,
}

impl Doing {
    /// Reads the acts of a name.
    pub fn of(acts: Acts) -> Doing {
        Doing { acts, near: lexicon::neighbours(acts) }
    }

    /// Each from 0 to 1: how much of what the two do is the same or near to it; how much of what this does the
    /// other does too; and how much of what the other does this does too.
    pub fn beside(self, other: Doing) -> [f32; 3] {
        let (mine, theirs) = (count(self.acts), count(other.acts));
        let both = count(self.acts & other.acts);
        let mine_near = NEAR * count(self.acts & !other.acts & other.near);
        let theirs_near = NEAR * count(other.acts & !self.acts & self.near);
        [
            ratio(2.0 * both + mine_near + theirs_near, mine + theirs),
            ratio(both + mine_near, mine),
            ratio(both + theirs_near, theirs),
        ]
    }
}

/// What an act is worth that is near to the other.
const NEAR: f32 = 0.6;

fn count(acts: Acts) -> f32 {
    acts.count_ones() as f32
}

/// A share from 0 to 1; of nothing it is 0.
pub(super) fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spacing_punctuation_width_and_case_do_not_count() {
        assert_eq!(Text::read("街道审核（盖章）"), Text::read("街道审核 (盖章)。"));
        assert_eq!(plain("ＡＰＰ 提交"), plain("app提交"));
    }

    #[test]
    fn every_word_of_the_lexicon_is_found_in_a_text() {
        for spelled in lexicon::spelled() {
            let lower = lower_case(spelled);
            let found: Vec<_> = pieces(&lower).map(lexicon::word_at).collect();
            let found: Vec<_> = found.iter().map(|word| word.map_or("", |word| word.spelled)).collect();
            assert_eq!(found, [spelled], "as the text is read");
        }
    }

    #[test]
    fn words_that_mean_the_same_are_the_same() {
        let (a, b) = (Text::read("领取结婚证"), Text::read("领证"));
        assert_eq!(Doing::of(a.acts).beside(Doing::of(b.acts)), [1.0; 3]);
        assert!(common(a.tokens(), b.tokens()) > 0);
        assert_eq!(Text::read("Submit subsidy application").acts, Text::read("提交申请").acts);
    }

    #[test]
    fn giving_money_is_paying_and_fetching_a_form_is_filling_it_in() {
        assert_eq!(Text::read("交占用费").acts, lexicon::PAY);
        assert_eq!(Text::read("交图纸").acts, lexicon::APPLY);
        assert_eq!(Text::read("领取申报表").acts, lexicon::FILL | lexicon::FETCH_FORM);
        assert_eq!(Text::read("领取许可证").acts, lexicon::COLLECT);
    }
}
