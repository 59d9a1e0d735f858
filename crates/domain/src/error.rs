//! One error for everything that can be wrong with a document: where, and what.

use std::fmt;

use serde::de::DeserializeOwned;

/// What is wrong with a document, and the place in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// The place, as a path into the document: `versions[1].steps[3].after[0]`; `line 3, column 7`
    /// where the text is no JSON.
    pub at: String,
    /// What is wrong there.
    pub fault: String,
}

impl ParseError {
    pub(crate) fn new(at: impl Into<String>, fault: impl Into<String>) -> ParseError {
        ParseError { at: at.into(), fault: fault.into() }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.fault)
    }
}

impl std::error::Error for ParseError {}

/// Reads JSON into plain structs, keeping the place of what does not fit.
pub(crate) fn read_document<T: DeserializeOwned>(text: &str) -> Result<T, ParseError> {
    let mut json = serde_json::Deserializer::from_str(text.trim_start_matches('\u{feff}'));
    let document = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner();
        let fault = inner.to_string();
        // The document itself has no path, and neither has a field without a name.
        if inner.is_syntax() || inner.is_eof() || path == "." || path.is_empty() {
            ParseError::new(format!("line {}, column {}", inner.line(), inner.column()), fault)
        } else {
            ParseError::new(path, fault)
        }
    })?;
    json.end().map_err(|e| {
        ParseError::new(
            format!("line {}, column {}", e.line(), e.column()),
            "there is text after the end of the document",
        )
    })?;
    Ok(document)
}
