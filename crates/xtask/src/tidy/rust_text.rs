//! Tells code, strings and comments of a Rust file apart, so that a rule about code is not answered by a
//! sentence in a comment. Not a parser: it knows just enough to find where each of the three ends.

/// A Rust file, told apart.
pub struct RustText {
    /// The source with comments and the inside of strings blanked out; lines stay where they were.
    pub code: String,
    /// Each string literal with the line it starts on.
    pub strings: Vec<(usize, String)>,
    /// The source with only its comments blanked out.
    pub without_comments: String,
}

/// Reads `source` once, from left to right.
pub fn split(source: &str) -> RustText {
    let mut reader = Reader {
        rest: source,
        line: 1,
        code: String::new(),
        uncommented: String::new(),
        strings: Vec::new(),
    };
    while let Some(next) = reader.rest.chars().next() {
        reader.piece(next);
    }
    RustText { code: reader.code, strings: reader.strings, without_comments: reader.uncommented }
}

struct Reader<'a> {
    rest: &'a str,
    line: usize,
    code: String,
    uncommented: String,
    strings: Vec<(usize, String)>,
}

impl Reader<'_> {
    /// Consumes what starts with `next`.
    fn piece(&mut self, next: char) {
        if self.rest.starts_with("//") {
            self.comment(self.rest.find('\n').unwrap_or(self.rest.len()));
        } else if self.rest.starts_with("/*") {
            self.comment(length_of_block_comment(self.rest));
        } else if let Some(hashes) = raw_string_hashes(self.rest).filter(|_| !self.inside_word()) {
            let open = self.rest.find('"').unwrap_or_default() + 1;
            let close = format!("\"{}", "#".repeat(hashes));
            let length = self.rest[open..].find(&close).unwrap_or(self.rest.len() - open);
            self.string(open, length, close.len());
        } else if next == '"' {
            self.string(1, length_until_quote(&self.rest[1..]), 1);
        } else if let Some(length) = length_of_char_literal(self.rest) {
            self.string_free(length);
        } else {
            self.code_of(next.len_utf8());
        }
    }

    fn inside_word(&self) -> bool {
        self.code.chars().next_back().is_some_and(|before| before.is_alphanumeric() || before == '_')
    }

    fn comment(&mut self, length: usize) {
        let text = self.take(length);
        self.code += &blank(text);
        self.uncommented += &blank(text);
    }

    fn code_of(&mut self, length: usize) {
        let text = self.take(length);
        self.code += text;
        self.uncommented += text;
    }

    /// A character literal: neither code nor a string, but read by people.
    fn string_free(&mut self, length: usize) {
        let text = self.take(length);
        self.code += &blank(text);
        self.uncommented += text;
    }

    fn string(&mut self, open: usize, length: usize, close: usize) {
        let line = self.line;
        self.code_of(open.min(self.rest.len()));
        let text = self.take(length.min(self.rest.len()));
        self.code += &blank(text);
        self.uncommented += text;
        self.strings.push((line, text.to_owned()));
        self.code_of(close.min(self.rest.len()));
    }
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> &'a str {
        let (text, rest) = self.rest.split_at(length);
        self.line += text.matches('\n').count();
        self.rest = rest;
        text
    }
}

fn blank(text: &str) -> String {
    text.chars().map(|character| if character == '\n' { '\n' } else { ' ' }).collect()
}

/// Block comments nest in Rust.
fn length_of_block_comment(text: &str) -> usize {
    let (mut depth, mut position) = (0, 0);
    while let Some(step) = text[position..].find(['/', '*']) {
        position += step;
        let here = &text[position..];
        if here.starts_with("/*") {
            depth += 1;
            position += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            position += 2;
        } else {
            position += 1;
        }
        if depth == 0 {
            return position;
        }
    }
    text.len()
}

/// How many `#` a raw string opens with, if one starts here.
fn raw_string_hashes(text: &str) -> Option<usize> {
    let after_r = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))?;
    let hashes = after_r.len() - after_r.trim_start_matches('#').len();
    after_r[hashes..].starts_with('"').then_some(hashes)
}

fn length_until_quote(text: &str) -> usize {
    let mut escaped = false;
    for (position, character) in text.char_indices() {
        match character {
            '"' if !escaped => return position,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// `'a'` and `'\n'`, but not the lifetime in `&'a str`.
fn length_of_char_literal(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    if let Some(escape) = inside.strip_prefix('\\') {
        let first = escape.chars().next()?.len_utf8();
        return Some(2 + first + escape[first..].find('\'')? + 1);
    }
    let first = inside.chars().next()?.len_utf8();
    inside[first..].starts_with('\'').then_some(1 + first + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, code: &str, strings: &[(usize, &str)]) {
        let text = split(source);
        assert_eq!(text.code, code);
        let found: Vec<_> = text.strings.iter().map(|(line, string)| (*line, string.as_str())).collect();
        assert_eq!(found, strings);
    }

    #[test]
    fn comments_are_blanked_and_strings_are_kept_apart() {
        check("a // b\nc", "a     \nc", &[]);
        check("a /* b /* c */ d */ e", "a                   e", &[]);
        check("f(\"g // h\")", "f(\"      \")", &[(1, "g // h")]);
        check("\n\"a\\\"b\" c", "\n\"    \" c", &[(2, "a\\\"b")]);
    }

    #[test]
    fn raw_strings_end_where_they_say() {
        check("r#\"a\"b\"# c", "r#\"   \"# c", &[(1, "a\"b")]);
        check("br\"a\" for", "br\" \" for", &[(1, "a")]);
    }

    #[test]
    fn lifetimes_are_no_characters() {
        check("&'a str + '\"' + '\\'' + \"b\"", "&'a str +     +      + \" \"", &[(1, "b")]);
    }

    #[test]
    fn an_unfinished_file_is_read_to_its_end() {
        check("\"a", "\" ", &[(1, "a")]);
        check("r#\"a", "r#\" ", &[(1, "a")]);
        check("/* a", "    ", &[]);
    }
}
