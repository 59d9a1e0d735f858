//! Where a text breaks into lines: almost anywhere, as Chinese does, but never so that a line begins with a full
//! stop, a number is parted from what it counts, or a word of Latin letters is torn.

use crate::letters::Letters;

/// Never at the beginning of a line.
const CLOSING: &str = "，。、；：！？…—·」』）》〉】〕”’%％‰℃,.;:!?)]}";

/// Never at the end of a line.
const OPENING: &str = "「『（《〈【〔“‘([{";

/// Breaks a text into lines of at most `width` pixels, and at most `most` of them; the last one says by `…` that
/// there was more.
pub fn broken(letters: &Letters, size: f32, width: f32, most: usize, text: &str) -> Vec<String> {
    let measure = |text: &str| letters.width(size, text);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for part in parts(text) {
        if measure(line.trim_end()) > 0.0 && measure(&format!("{line}{}", part.trim_end())) > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        // What is longer than a line by itself is torn.
        for character in part.chars() {
            let is_seen = character != ' ';
            if is_seen
                && measure(&line) > 0.0
                && measure(line.trim_end()) + measure(&character.to_string()) > width
            {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line.push(character);
        }
    }
    lines.push(line.trim_end().to_owned());
    lines.retain(|line| !line.is_empty());
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && measure(&format!("{last}…")) > width {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// The parts that are never torn, each with the space after it.
fn parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before: [Option<char>; 2] = [None, None];
    for character in text.chars() {
        match parts.last_mut() {
            Some(part) if !may_break(before, character) => part.push(character),
            _ => parts.push(character.to_string()),
        }
        before = [before[1], Some(character)];
    }
    parts
}

fn may_break([earlier, last]: [Option<char>; 2], next: char) -> bool {
    let Some(last) = last else { return true };
    let is_latin = |character: char| character.is_ascii_graphic();
    let counts = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let torn = next == ' '
        || CLOSING.contains(next)
        || OPENING.contains(last)
        || (is_latin(last) && is_latin(next))
        || counts(Some(last))
        || (last == ' ' && counts(earlier));
    !torn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::letters::letters;

    fn check(text: &str, characters: f32, most: usize, lines: &[&str]) {
        let broken = broken(letters().unwrap(), 10.0, characters * 10.0, most, text);
        assert_eq!(broken, lines, "{text}");
    }

    #[test]
    fn lines_break_where_a_reader_expects_it() {
        check("从受理到办结", 3.0, 9, &["从受理", "到办结"]);
        check("减到，三天", 2.0, 9, &["减", "到，", "三天"]);
        check("他说「好」吧", 3.0, 9, &["他说", "「好」", "吧"]);
        check("要跑 7 个地方", 3.0, 9, &["要跑", "7 个地", "方"]);
        check("看 example.org 吧", 6.0, 9, &["看", "example.org", "吧"]);
    }

    #[test]
    fn too_much_says_so_and_nothing_is_wider_than_its_line() {
        check("从受理到办结要几天", 3.0, 2, &["从受理", "到办…"]);
        check("wwwwwwwwww", 2.0, 9, &["ww", "ww", "ww", "ww", "ww"]);
        check("", 3.0, 2, &[]);
        check("长", 0.5, 2, &["长"]);
    }
}
