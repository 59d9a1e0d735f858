//! Why a command fails, and with which exit code.

use std::io;
use std::process::ExitCode;

use super::serve::error::ServeError;

/// See the module.
pub(super) enum CommandError {
    /// The server did not start.
    Serve(ServeError),
    /// What the command was given is at fault: a sentence for each fault, at least one.
    Refused(Vec<String>),
    /// The result can't be written.
    CannotWrite(io::Error),
}

impl CommandError {
    /// One fault of what was given.
    pub(super) fn refused(sentence: impl Into<String>) -> CommandError {
        CommandError::Refused(vec![sentence.into()])
    }

    /// What to say. Files are quoted in it, so whatever could steer a terminal is written out.
    pub(super) fn sentences(&self) -> Vec<String> {
        let sentences = match self {
            CommandError::Serve(error) => vec![error.to_string()],
            CommandError::Refused(sentences) => sentences.clone(),
            CommandError::CannotWrite(error) => vec![format!("cannot write the result: {error}")],
        };
        sentences.iter().map(|sentence| harmless(sentence)).collect()
    }

    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            CommandError::Refused(_) => ExitCode::from(2),
            CommandError::Serve(_) | CommandError::CannotWrite(_) => ExitCode::FAILURE,
        }
    }
}

fn harmless(sentence: &str) -> String {
    let mut harmless = String::with_capacity(sentence.len());
    for c in sentence.chars() {
        if c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') {
            harmless.extend(c.escape_unicode());
        } else {
            harmless.push(c);
        }
    }
    harmless
}
