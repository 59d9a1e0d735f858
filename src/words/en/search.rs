//! English: what a search has found.

use super::counted;
use crate::words::search::SearchWords;

pub static SEARCH: SearchWords = SearchWords {
    title: "What was found",
    found: |n| format!("{} found", counted(n.into(), "service", "services")),
    found_nothing: |query| {
        format!(
            "Nothing was found for “{query}”. Services are named in Chinese: try other characters, or pinyin, such as beian or gongyu."
        )
    },
    found_nothing_here: |query| {
        format!(
            "Nothing was found for “{query}” where you are looking. Set the area and the applicant to “any”."
        )
    },
    show_all: "Show all",
    area: "Area",
    audience: "For whom",
    any: "any",
    also_called: ("also called “", "”"),
    more: |n| match n {
        1 => "One more is not listed. Type more to be more exact.".to_owned(),
        n => format!("{n} more are not listed. Type more to be more exact."),
    },
};
