//! English: what only cards say.

use crate::words::card::CardWords;

pub static CARD: CardWords = CardWords {
    scan: "Scan to see all of it",
    one_after_another: |first, second| format!("{first} → {second}"),
    two_ways: |first, second| format!("One way: {first}. Another: {second}"),
    quoted: |quotes| format!("In its words: “{}”", quotes.join("” “")),
    published: "From a public source; scan to read its words",
    alternative: |name| format!("The numbers of “{name}” before and after"),
};
