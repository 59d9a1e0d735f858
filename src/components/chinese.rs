//! What the data say is Chinese, in 简体, whichever language the page is in: it is told as such, so that it is
//! read aloud, hyphenated and drawn as what it is. Where the page is in 简体 too there is nothing to tell.

#[cfg(any(feature = "ssr", feature = "en", feature = "zh-hant"))]
use leptos::prelude::*;

use crate::language::Language;

/// A program in 简体 has nothing to mark, and does not load how that is done.
#[cfg(not(any(feature = "ssr", feature = "en", feature = "zh-hant")))]
mod marking {
    /// Words of the data.
    pub fn chinese(words: impl Into<String>) -> String {
        words.into()
    }

    /// A sentence that may have words of the data in it.
    pub fn told(sentence: impl Into<String>) -> String {
        sentence.into()
    }
}

#[cfg(any(feature = "ssr", feature = "en", feature = "zh-hant"))]
mod marking {
    use super::*;

    /// Words of the data.
    pub fn chinese(words: impl Into<String>) -> AnyView {
        let words = words.into();
        match lang_of(&words) {
            Some(_) => marked(words),
            None => words.into_any(),
        }
    }

    /// A sentence that may have words of the data in it. Within a Chinese sentence they are not told apart.
    pub fn told(sentence: impl Into<String>) -> AnyView {
        let sentence = sentence.into();
        match Language::current() {
            Language::ZhHans | Language::ZhHant => sentence.into_any(),
            Language::En => in_english(&sentence),
        }
    }

    fn marked(words: String) -> AnyView {
        view! { <span lang=Language::ZhHans.tag()>{words}</span> }.into_any()
    }

    fn in_english(text: &str) -> AnyView {
        let pieces = super::pieces(text).into_iter();
        let pieces = pieces.map(|(is_chinese, piece)| match is_chinese {
            true => marked(piece.to_owned()),
            false => piece.to_owned().into_any(),
        });
        pieces.collect_view().into_any()
    }
}

pub use marking::{chinese, told};

/// The language of words of the data, for an element that has nothing else in it.
pub fn lang_of(words: &str) -> Option<&'static str> {
    let is_told = Language::current() != Language::ZhHans && words.contains(is_chinese);
    is_told.then(|| Language::ZhHans.tag())
}

/// The language of a sentence that may be of the interface, for an element that can hold only text. Within a Chinese
/// sentence words of the data are not told apart.
pub fn lang_of_told(sentence: &str) -> Option<&'static str> {
    lang_of(sentence).filter(|_| Language::current() == Language::En)
}

/// Han characters and the punctuation and full-width forms that come with them.
fn is_chinese(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// A text as what is Chinese and what is not, in its order. Numbers and signs between Chinese belong to it.
#[cfg(any(feature = "ssr", feature = "en", feature = "zh-hant", test))]
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_chinese) {
        let (before, from_here) = rest.split_at(start);
        let end =
            from_here.find(|character: char| character.is_ascii_alphabetic()).unwrap_or(from_here.len());
        let last = from_here[..end].char_indices().rfind(|(_, character)| is_chinese(*character));
        let length = last.map_or(end, |(at, character)| at + character.len_utf8());
        pieces.extend((!before.is_empty()).then_some((false, before)));
        pieces.push((true, &from_here[..length]));
        rest = &from_here[length..];
    }
    pieces.extend((!rest.is_empty()).then_some((false, rest)));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_chinese_is_told_apart_from_what_is_not() {
        assert_eq!(pieces("Home"), [(false, "Home")]);
        assert_eq!(pieces("备案（示例）"), [(true, "备案（示例）")]);
        assert_eq!(pieces("审批 7 个 down from 7"), [(true, "审批 7 个"), (false, " down from 7")]);
        assert_eq!(
            pieces("“备案” and “公寓”."),
            [(false, "“"), (true, "备案"), (false, "” and “"), (true, "公寓"), (false, "”.")]
        );
        assert_eq!(pieces("用 CSV 存"), [(true, "用"), (false, " CSV "), (true, "存")]);
    }
}
