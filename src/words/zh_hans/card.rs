//! 简体中文: what only cards say.

use crate::words::card::CardWords;

pub static CARD: CardWords = CardWords {
    scan: "扫码看全部",
    one_after_another: |first, second| format!("{first} → {second}"),
    two_ways: |first, second| format!("方式甲 {first}，方式乙 {second}"),
    quoted: |quotes| format!("原话「{}」", quotes.join("」「")),
    published: "有公开出处，扫码看原话",
    alternative: |name| format!("「{name}」改前改后的数字"),
};
