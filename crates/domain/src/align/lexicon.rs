//! What the words of a step's name mean: which act it is, what it is about, and which words say only by
//! what way it is done.
//!
//! Names of steps are short and made of few words: an act (提交, 核验, 领取), what it acts on (许可证,
//! 材料), and the way (网上, 到窗口). Offices reword all three without changing the step, so words that
//! mean the same in this field ([`super::words`]) count as the same.

use std::sync::OnceLock;

use super::things::{self, Things};
use super::words;

/// What a step does, one of [`ACTS`] bits each, so that a name with several acts is a set.
pub type Acts = u64;

/// How many acts there are.
pub const ACTS: usize = 34;

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => { $($(#[$doc])* pub const $name: Acts = 1 << $bit;)* };
}

acts! {
    /// 咨询
    CONSULT = 0;
    /// 预约, 取号
    BOOK = 1;
    /// 填写
    FILL = 2;
    /// 申请, 提交
    APPLY = 3;
    /// 受理
    ACCEPT = 4;
    /// 审核, 核验
    REVIEW = 5;
    /// 审批, 决定
    DECIDE = 6;
    /// 现场查看
    INSPECT = 7;
    /// 领取
    COLLECT = 8;
    /// 缴费
    PAY = 9;
    /// 签订, 承诺
    SIGN = 10;
    /// 公示
    PUBLISH = 11;
    /// 制证
    PRODUCE = 12;
    /// 检测, 体检, 考试
    TEST = 13;
    /// 开具证明
    CERTIFY = 14;
    /// 拨付
    PAY_OUT = 15;
    /// 登簿, 建档, 备案
    RECORD = 16;
    /// 通知
    NOTIFY = 17;
    /// 施工, 安装
    BUILD = 18;
    /// 培训
    TRAIN = 19;
    /// 设计
    DESIGN = 20;
    /// 评价
    RATE = 21;
    /// 拍照, 采集
    CAPTURE = 22;
    /// 庭审, 调解
    HEAR = 23;
    /// 征求意见
    OPINION = 24;
    /// 撤销, 挂失
    CANCEL = 25;
    /// 推荐, 分派, 指定
    ASSIGN = 26;
    /// 移交, 送达
    DELIVER = 27;
    /// 开户, 开通
    OPEN = 28;
    /// 确认, 同意
    CONFIRM = 29;
    /// 整改
    RECTIFY = 30;
    /// 领表, which nobody does any more where forms are filled in online.
    FETCH_FORM = 31;
    /// 盖章
    STAMP = 32;
    /// 自测
    TRY = 33;
}

/// 交, which is [`PAY`] where money is in the name, and [`APPLY`] where none is; so no text keeps it.
pub const GIVE: Acts = 1 << ACTS;

/// Acts that one office calls by the one name and another by the other.
const NEIGHBOURS: &[(Acts, Acts)] = &[
    (FETCH_FORM, FILL),
    (STAMP, CERTIFY),
    (STAMP, CONFIRM),
    (TRY, CONSULT),
    (FILL, APPLY),
    (APPLY, ACCEPT),
    (ACCEPT, REVIEW),
    (ACCEPT, RECORD),
    (REVIEW, DECIDE),
    (REVIEW, INSPECT),
    (INSPECT, TEST),
    (REVIEW, TEST),
    (REVIEW, CERTIFY),
    (DECIDE, PRODUCE),
    (DECIDE, RECORD),
    (APPLY, RECORD),
    (COLLECT, DELIVER),
    (COLLECT, NOTIFY),
    (DELIVER, NOTIFY),
    (CERTIFY, COLLECT),
    (SIGN, APPLY),
    (PUBLISH, NOTIFY),
    (PAY_OUT, COLLECT),
    (PAY_OUT, DELIVER),
    (CONSULT, NOTIFY),
    (OPINION, REVIEW),
    (ASSIGN, NOTIFY),
    (CONFIRM, SIGN),
    (CONFIRM, APPLY),
    (CONFIRM, REVIEW),
    (RECTIFY, NOTIFY),
    (PRODUCE, COLLECT),
    (PRODUCE, CERTIFY),
    (CONSULT, REVIEW),
    (OPEN, APPLY),
    (OPEN, RECORD),
    (OPEN, BUILD),
];

/// The acts that are near to one of `acts`, without those themselves.
pub fn neighbours(acts: Acts) -> Acts {
    let near = NEIGHBOURS.iter().fold(0, |near, (a, b)| {
        let forth = if acts & a != 0 { *b } else { 0 };
        let back = if acts & b != 0 { *a } else { 0 };
        near | forth | back
    });
    near & !acts
}

/// The phases of a process to which acts belong: before it, handing in, deciding, handing out, paying.
pub(super) const PHASES: [Acts; 5] = [
    CONSULT | BOOK | FETCH_FORM | STAMP | TRY | CERTIFY | TEST | TRAIN | DESIGN | CAPTURE | ASSIGN,
    FETCH_FORM | FILL | APPLY | SIGN | CONFIRM | ACCEPT | CAPTURE | OPEN,
    ACCEPT | REVIEW | DECIDE | INSPECT | OPINION | HEAR | PUBLISH | TEST | ASSIGN | CANCEL | RECTIFY,
    COLLECT | DELIVER | NOTIFY | PRODUCE | PAY_OUT | RECORD | RATE | BUILD | OPEN,
    PAY,
];

/// The second phase.
pub const HANDING_IN: usize = 1;
/// The third.
pub const DECIDING: usize = 2;
/// The fourth.
pub const HANDING_OUT: usize = 3;

/// Whether one of the acts belongs to a phase, which counts from 0.
pub fn in_phase(acts: Acts, phase: usize) -> bool {
    acts & PHASES[phase] != 0
}

/// A word that the lexicon knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub spelled: &'static str,
    /// The acts it stands for.
    pub acts: Acts,
    /// What it is about.
    pub things: Things,
}

/// The longest word that `text` begins with. A word of letters is whole or none.
pub fn word_at(text: &str) -> Option<Word> {
    let first = text.chars().next()?;
    let lexicon = lexicon();
    let at = lexicon.begins.binary_search_by_key(&first, |(first, _)| *first).ok()?;
    let from = lexicon.begins[at].1;
    let to = lexicon.begins.get(at + 1).map_or(lexicon.words.len(), |(_, next)| *next);
    let whole = |word: &&Word| {
        !first.is_ascii_alphabetic()
            || !text[word.spelled.len()..].starts_with(|next: char| next.is_ascii_alphabetic())
    };
    let fits = |word: &&Word| text.starts_with(word.spelled) && whole(word);
    // What the text begins with stands before it, and a longer word behind the one it begins with.
    let words = &lexicon.words[from..to];
    let before = words.partition_point(|word| word.spelled <= text);
    words[..before].iter().rev().find(fits).copied()
}

/// Every word as it is written.
#[cfg(test)]
pub(super) fn spelled() -> impl Iterator<Item = &'static str> {
    lexicon().words.iter().map(|word| word.spelled)
}

/// All words, sorted, and where those with each first character begin.
struct Lexicon {
    words: Vec<Word>,
    begins: Vec<(char, usize)>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let acts = words::WORDS.iter().flat_map(|(acts, words)| {
            words.split_whitespace().map(|spelled| Word { spelled, acts: *acts, things: 0 })
        });
        let things = things::WORDS.iter().flat_map(|(things, words)| {
            words.split_whitespace().map(|spelled| Word { spelled, acts: 0, things: *things })
        });
        let mut words: Vec<Word> = acts.chain(things).collect();
        words.sort_unstable_by_key(|word| word.spelled);
        words.dedup_by(|again, word| {
            let same = again.spelled == word.spelled;
            if same {
                (word.acts, word.things) = (word.acts | again.acts, word.things | again.things);
            }
            same
        });
        let mut begins: Vec<(char, usize)> = words
            .iter()
            .enumerate()
            .filter_map(|(at, word)| Some((word.spelled.chars().next()?, at)))
            .collect();
        begins.dedup_by_key(|(first, _)| *first);
        Lexicon { words, begins }
    })
}

#[cfg(test)]
mod tests {
    use super::things::{FORM, LICENCE, PROPERTY};
    use super::*;

    fn meaning(text: &str) -> Option<(&str, Acts, Things)> {
        word_at(text).map(|word| (word.spelled, word.acts, word.things))
    }

    #[test]
    fn each_word_is_told_once() {
        let twice = |mut words: Vec<&'static str>| {
            words.sort_unstable();
            words.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect::<Vec<_>>()
        };
        let acts = words::WORDS.iter().flat_map(|(_, words)| words.split_whitespace());
        assert_eq!(twice(acts.collect()), [""; 0]);
        for (_, words) in things::WORDS {
            assert_eq!(twice(words.split_whitespace().collect()), [""; 0]);
        }
    }

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(meaning("申请表一份"), Some(("申请表", 0, FORM)));
        assert_eq!(meaning("申请备案"), Some(("申请", APPLY, 0)));
        assert_eq!(meaning("领证"), Some(("领证", COLLECT, LICENCE)));
        assert_eq!(meaning("开发区"), Some(("开发", 0, things::ITSELF)));
        assert_eq!(meaning("豆腐"), None);
    }

    #[test]
    fn a_word_may_be_about_several_things() {
        assert_eq!(meaning("房产证").map(|(_, _, things)| things), Some(PROPERTY | LICENCE));
    }

    #[test]
    fn a_word_of_letters_is_whole() {
        assert_eq!(meaning("pay online"), Some(("pay", PAY, 0)));
        assert_eq!(meaning("payslip"), None);
    }

    #[test]
    fn nearness_goes_both_ways() {
        assert_ne!(neighbours(REVIEW) & DECIDE, 0);
        assert_ne!(neighbours(DECIDE) & REVIEW, 0);
        assert_eq!(neighbours(PAY) & COLLECT, 0);
    }
}
