//! The characters of an index, each once, and everything that may be typed for them.

use super::Index;

/// The number of a character in an [`Alphabet`].
pub(super) type Symbol = u16;

/// The characters that occur.
#[derive(Debug)]
pub(super) struct Alphabet {
    traditional: Vec<(char, char)>,
    characters: Vec<char>,
    /// What may be typed for each, as places in `forms`.
    typed_as: Vec<Vec<u16>>,
    /// Everything that may be typed for some character, each once.
    forms: Vec<Form>,
}

/// What may be typed for a character.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Form {
    pub(super) letters: Vec<char>,
    /// Whether that is all of it, and not only how its reading begins.
    pub(super) whole: bool,
}

impl Alphabet {
    pub(super) fn of(index: &Index) -> Alphabet {
        let mut traditional = index.traditional.clone();
        traditional.sort_unstable();
        let mut characters: Vec<char> = Vec::new();
        for entry in &index.entries {
            for text in entry.texts() {
                characters.extend(text.chars().filter_map(|character| plain(&traditional, character)));
            }
        }
        characters.sort_unstable();
        characters.dedup();
        // No data has more; what would not fit is not found by its characters.
        characters.truncate(usize::from(Symbol::MAX));
        let mut readings: Vec<(char, &[String])> =
            index.readings.iter().map(|reading| (reading.0, reading.1.as_slice())).collect();
        readings.sort_unstable();
        let of_each: Vec<Vec<Form>> = characters.iter().map(|c| forms_of(*c, &readings)).collect();
        let mut forms: Vec<Form> = Vec::new();
        let mut typed_as = Vec::with_capacity(of_each.len());
        for form in of_each.iter().flatten() {
            forms.push(Form { letters: form.letters.clone(), whole: form.whole });
        }
        forms.sort_unstable();
        forms.dedup();
        // The same of what may be typed.
        forms.truncate(usize::from(u16::MAX));
        for one in &of_each {
            let places = one.iter().filter_map(|form| forms.binary_search(form).ok());
            typed_as.push(places.filter_map(|place| u16::try_from(place).ok()).collect());
        }
        Alphabet { traditional, characters, typed_as, forms }
    }

    /// A character as it is compared, as [`plain`].
    pub(super) fn plain(&self, character: char) -> Option<char> {
        plain(&self.traditional, character)
    }

    /// The number of a character that is compared.
    pub(super) fn symbol(&self, character: char) -> Option<Symbol> {
        let place = self.characters.binary_search(&character).ok()?;
        Symbol::try_from(place).ok()
    }

    pub(super) fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// What may be typed for each character, as places in [`Alphabet::forms`].
    pub(super) fn typed_as(&self) -> &[Vec<u16>] {
        &self.typed_as
    }
}

fn forms_of(character: char, readings: &[(char, &[String])]) -> Vec<Form> {
    let mut forms = vec![Form { letters: vec![character], whole: true }];
    let Ok(place) = readings.binary_search_by_key(&character, |(read, _)| *read) else { return forms };
    for reading in readings[place].1.iter().filter(|reading| !reading.is_empty()) {
        let letters: Vec<char> = reading.chars().collect();
        let mut initial = |length: usize| {
            if letters.len() > length {
                forms.push(Form { letters: letters[..length].to_vec(), whole: false });
            }
        };
        initial(1);
        if letters.get(1) == Some(&'h') {
            initial(2);
        }
        forms.push(Form { letters, whole: true });
    }
    forms
}

/// A character as it is compared: small, simplified, without a tone, of ordinary width; nothing for what only
/// stands between characters.
fn plain(traditional: &[(char, char)], character: char) -> Option<char> {
    let narrow = match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        _ => character,
    };
    if let Ok(place) = traditional.binary_search_by_key(&narrow, |(former, _)| *former) {
        return Some(traditional[place].1);
    }
    match narrow {
        ' '..='~' if !narrow.is_ascii_alphanumeric() => None,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{b7}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => None,
        '\u{fe00}'..='\u{fe4f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}' => None,
        'ā' | 'á' | 'ǎ' | 'à' => Some('a'),
        'ē' | 'é' | 'ě' | 'è' => Some('e'),
        'ī' | 'í' | 'ǐ' | 'ì' => Some('i'),
        'ō' | 'ó' | 'ǒ' | 'ò' => Some('o'),
        'ū' | 'ú' | 'ǔ' | 'ù' => Some('u'),
        'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'Ü' => Some('v'),
        _ => Some(narrow.to_ascii_lowercase()),
    }
}
