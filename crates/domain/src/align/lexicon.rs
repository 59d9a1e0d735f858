//! What the words of a step's name mean: which act it is, what it is about, and which words say only by
//! what way it is done.
//!
//! Names of steps are short and made of few words: an act (提交, 核验, 领取), what it acts on (许可证,
//! 材料), and the way (网上, 到窗口). Offices reword all three without changing the step, so words that
//! mean the same in this field ([`super::words`]) count as the same.

use std::sync::OnceLock;

use super::words::WORDS;

/// What a step does, one bit each, so that a name with several acts is a set.
pub type Acts = u32;

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
    /// 交, which is 缴 where money is in the name, and 提交 where none is.
    GIVE = 31;
}

/// Acts that one office calls by the one name and another by the other.
const NEIGHBOURS: &[(Acts, Acts)] = &[
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
const PHASES: [Acts; 5] = [
    CONSULT | BOOK | CERTIFY | TEST | TRAIN | DESIGN | CAPTURE | ASSIGN,
    FILL | APPLY | SIGN | CONFIRM | ACCEPT | CAPTURE | OPEN,
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

/// A thing by its number; 0 is none.
pub type Thing = u8;

// Things that have many names. The numbers only tell them apart.
pub const LICENCE: Thing = 1;
pub const FORM: Thing = 2;
pub const PAPERS: Thing = 3;
pub const RECEIPT: Thing = 4;
pub const FEE: Thing = 5;
pub const GRANT: Thing = 6;
pub const COMPANY: Thing = 7;
pub const RESULT: Thing = 8;
pub const OPINIONS: Thing = 9;
pub const IDENTITY: Thing = 10;
pub const HOME: Thing = 11;
pub const CONTRACT: Thing = 12;
pub const PREMISES: Thing = 13;
pub const TAX: Thing = 14;
pub const REPORT: Thing = 15;
pub const LIST: Thing = 16;
pub const SLOT: Thing = 17;
pub const PHOTO: Thing = 18;
pub const SEAL: Thing = 19;
pub const QUALIFICATION: Thing = 20;
pub const SOCIAL: Thing = 21;
pub const PLEDGE: Thing = 22;
pub const DRAWING: Thing = 23;
pub const MARRIAGE: Thing = 24;
pub const HEALTH: Thing = 25;
pub const VEHICLE: Thing = 26;
pub const NUMBER: Thing = 27;
pub const CARD: Thing = 28;
pub const FORUM: Thing = 29;
pub const EXAM: Thing = 30;
pub const TENDER: Thing = 31;

/// A word that the lexicon knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub spelled: &'static str,
    /// The acts it stands for.
    pub acts: Acts,
    /// What it is about; 0 for nothing in particular.
    pub thing: Thing,
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
    // A longer word stands behind the one it begins with.
    lexicon.words[from..to].iter().rev().find(fits).copied()
}

/// All words, sorted, and where those with each first character begin.
struct Lexicon {
    words: Vec<Word>,
    begins: Vec<(char, usize)>,
}

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let line = |(acts, thing, spelled): &(Acts, Thing, &'static str)| {
            let (acts, thing) = (*acts, *thing);
            spelled.split_whitespace().map(move |spelled| Word { spelled, acts, thing })
        };
        let mut words: Vec<Word> = WORDS.iter().flat_map(line).collect();
        words.sort_unstable_by_key(|word| word.spelled);
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
    use super::*;

    fn meaning(text: &str) -> Option<(&str, Acts, Thing)> {
        word_at(text).map(|word| (word.spelled, word.acts, word.thing))
    }

    #[test]
    fn each_word_is_told_once() {
        let twice: Vec<_> =
            lexicon().words.windows(2).filter(|pair| pair[0].spelled == pair[1].spelled).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(meaning("申请表一份"), Some(("申请表", 0, FORM)));
        assert_eq!(meaning("申请备案"), Some(("申请", APPLY, 0)));
        assert_eq!(meaning("领证"), Some(("领证", COLLECT, LICENCE)));
        assert_eq!(meaning("豆腐"), None);
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
