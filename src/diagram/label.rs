//! Words in a picture: how wide they are, and how they are broken to fit.
//!
//! Natively there is no font to measure, so a character counts as wide as it is drawn in the fonts of
//! [`style/tokens.css`]: a Han character is one em, everything else a known part of it, rounded up.

/// How wide a text is set on one line, in em of its font.
pub fn width_in_em(text: &str) -> f64 {
    text.chars().map(em).sum()
}

/// How wide one character is, in em.
fn em(character: char) -> f64 {
    match character {
        ' ' => 0.28,
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' => 0.32,
        '0'..='9' => 0.58,
        'm' | 'w' | 'M' | 'W' | '@' => 0.92,
        'A'..='Z' => 0.72,
        '\u{21}'..='\u{7e}' => 0.58,
        '\u{80}'..='\u{2fff}' => 0.72,
        _ => 1.0,
    }
}

/// A text broken into at most so many lines of so many em. What does not fit ends in an ellipsis; no
/// line begins with a mark that closes, which may hang over the end of the one before, and none ends with
/// one that opens. Nothing fits nowhere.
pub fn fit(text: &str, em_a_line: f64, lines: usize) -> Vec<String> {
    let mut rest = text.trim();
    let mut set = Vec::new();
    while !rest.is_empty() && set.len() < lines {
        let end = break_at(rest, em_a_line);
        if end == 0 {
            return set;
        }
        let (line, after) = rest.split_at(end);
        let after = after.trim_start();
        if set.len() + 1 == lines && !after.is_empty() {
            set.push(shortened(rest, em_a_line));
            return set;
        }
        set.push(line.trim_end().to_owned());
        rest = after;
    }
    set
}

/// The same with lines about as long as each other, where all of the text fits.
pub fn fit_evenly(text: &str, em_a_line: f64, lines: usize) -> Vec<String> {
    let set = fit(text, em_a_line, lines);
    if set.last().is_none_or(|last| last.ends_with(ELLIPSIS)) {
        return set;
    }
    fit(text, narrowest(text, set.len()), set.len())
}

/// The narrowest lines, in em, in which a text is set whole on so many lines.
pub fn narrowest(text: &str, lines: usize) -> f64 {
    let whole = width_in_em(text);
    let mut em = whole / lines.max(1) as f64;
    while em < whole {
        let set = fit(text, em, lines);
        if !set.is_empty() && set.iter().all(|line| !line.ends_with(ELLIPSIS)) {
            return set.iter().map(|line| width_in_em(line)).fold(0.0, f64::max);
        }
        em += 0.25;
    }
    whole
}

/// A text set downwards, one character a line: at most so many, the last an ellipsis where there are
/// more.
pub fn downwards(text: &str, characters: usize) -> Vec<String> {
    let all: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    if all.len() <= characters {
        return all.into_iter().map(String::from).collect();
    }
    let kept = all.into_iter().take(characters.saturating_sub(1)).map(String::from);
    kept.chain((characters > 0).then(|| UPRIGHT_ELLIPSIS.to_owned())).collect()
}

const ELLIPSIS: char = '\u{2026}';
const UPRIGHT_ELLIPSIS: &str = "\u{22ee}";

/// Where the first line ends: as far as it fits, at a place where a line may end. One mark that closes
/// may hang over the end.
fn break_at(text: &str, em_a_line: f64) -> usize {
    let mut width = 0.0;
    let mut end = 0;
    for (at, character) in text.char_indices() {
        width += em(character);
        if width > em_a_line + 1e-9 {
            break;
        }
        end = at + character.len_utf8();
    }
    if let Some(next) = text[end..].chars().next().filter(|next| end > 0 && closes(*next)) {
        end += next.len_utf8();
    }
    if end == text.len() {
        return end;
    }
    let allowed = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at..].chars().next();
        let in_word = before.is_some_and(is_in_word) && after.is_some_and(is_in_word);
        !in_word && !before.is_some_and(opens) && !after.is_some_and(closes)
    };
    let mut ends = text.char_indices().map(|(at, _)| at).filter(|at| *at > 0 && *at <= end);
    ends.rfind(|at| allowed(*at)).unwrap_or(end)
}

/// As much of the text as fits before an ellipsis.
fn shortened(text: &str, em_a_line: f64) -> String {
    let mut line = String::new();
    let mut width = em(ELLIPSIS);
    for character in text.chars() {
        width += em(character);
        if width > em_a_line + 1e-9 {
            break;
        }
        line.push(character);
    }
    line.truncate(line.trim_end().len());
    line.push(ELLIPSIS);
    line
}

fn is_in_word(character: char) -> bool {
    character.is_ascii_alphanumeric()
}

/// Marks that belong to what is before them: 、。〉》」』】〕, the full-width ！），．：；？］｝ and ASCII.
fn closes(character: char) -> bool {
    matches!(
        character,
        '\u{3001}'
            | '\u{3002}'
            | '\u{3009}'
            | '\u{300b}'
            | '\u{300d}'
            | '\u{300f}'
            | '\u{3011}'
            | '\u{3015}'
            | '\u{ff01}'
            | '\u{ff09}'
            | '\u{ff0c}'
            | '\u{ff0e}'
            | '\u{ff1a}'
            | '\u{ff1b}'
            | '\u{ff1f}'
            | '\u{ff3d}'
            | '\u{ff5d}'
            | '\u{2019}'
            | '\u{201d}'
            | '\u{2026}'
            | ')'
            | ']'
            | '}'
            | ','
            | '.'
            | ':'
            | ';'
            | '!'
            | '?'
            | '%'
    )
}

/// Marks that belong to what is behind them: 〈《「『【〔, the full-width （［｛ and ASCII.
fn opens(character: char) -> bool {
    matches!(
        character,
        '\u{3008}'
            | '\u{300a}'
            | '\u{300c}'
            | '\u{300e}'
            | '\u{3010}'
            | '\u{3014}'
            | '\u{ff08}'
            | '\u{ff3b}'
            | '\u{ff5b}'
            | '\u{2018}'
            | '\u{201c}'
            | '('
            | '['
            | '{'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many Han characters, all different.
    fn han(n: u32) -> String {
        (0..n).filter_map(|i| char::from_u32(0x4e00 + i)).collect()
    }

    #[test]
    fn a_han_character_is_an_em_and_a_digit_about_half() {
        assert_eq!(width_in_em(&han(9)), 9.0);
        assert!((width_in_em("2026") - 2.32).abs() < 1e-9);
    }

    #[test]
    fn what_fits_is_set_whole_and_what_does_not_ends_in_an_ellipsis() {
        assert_eq!(fit(&han(5), 5.0, 1), [han(5)]);
        let two = fit(&han(8), 5.0, 2);
        assert_eq!(two.concat(), han(8));
        assert_eq!(two.len(), 2);
        let cut = fit(&han(12), 5.0, 2);
        assert_eq!(cut[1].chars().last(), Some(ELLIPSIS));
        assert!(cut.iter().all(|line| width_in_em(line) <= 5.0), "{cut:?}");
    }

    #[test]
    fn even_lines_leave_no_character_alone() {
        let lines = fit_evenly(&han(7), 6.0, 3);
        assert_eq!(lines.iter().map(|line| width_in_em(line)).collect::<Vec<_>>(), [4.0, 3.0]);
        assert_eq!(fit_evenly(&han(12), 5.0, 2), fit(&han(12), 5.0, 2));
    }

    #[test]
    fn no_line_begins_with_a_mark_that_closes_or_ends_with_one_that_opens() {
        // Four characters and a comma into lines of four: the comma hangs.
        let text = format!("{}\u{ff0c}{}", han(4), han(2));
        let lines = fit(&text, 4.0, 3);
        assert_eq!(lines[0], format!("{}\u{ff0c}", han(4)));
        let text = format!("{}\u{300c}{}\u{300d}", han(3), han(2));
        let lines = fit(&text, 4.0, 3);
        assert!(lines.iter().all(|line| !line.ends_with('\u{300c}')), "{lines:?}");
        assert_eq!(lines.concat(), text);
    }

    #[test]
    fn a_word_of_letters_is_not_torn_where_it_fits_a_line() {
        let text = format!("{}APP2", han(3));
        let lines = fit(&text, 4.0, 2);
        assert_eq!(lines[1], "APP2");
    }

    #[test]
    fn the_narrowest_lines_hold_the_whole_text() {
        for n in 1..20 {
            for lines in 1..4 {
                let em = narrowest(&han(n), lines);
                let set = fit(&han(n), em, lines);
                assert_eq!(set.concat(), han(n), "{n} in {lines}");
            }
        }
        assert_eq!(narrowest(&han(9), 2), 5.0);
    }

    #[test]
    fn downwards_nine_and_an_ellipsis() {
        assert_eq!(downwards(&han(9), 9).len(), 9);
        let cut = downwards(&han(12), 10);
        assert_eq!((cut.len(), cut[9].as_str()), (10, UPRIGHT_ELLIPSIS));
        assert!(downwards("", 9).is_empty());
    }

    #[test]
    fn nothing_fits_into_no_width() {
        assert!(fit(&han(3), 0.2, 2).is_empty());
        assert!(fit("", 5.0, 2).is_empty());
    }
}
