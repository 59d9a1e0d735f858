//! `--answers situation=answer,…`: what the applicant says about their case.

use clap::Args;
use domain::key::{AnswerKey, SituationKey};
use domain::{Answers, Service};

use super::failure::CommandError;

#[derive(Debug, Args)]
pub(super) struct AnswersOption {
    /// Answers to the questions of the file; for the rest, the answers with the fewest visits
    #[arg(long, value_name = "SITUATION=ANSWER", value_delimiter = ',', value_parser = answer)]
    answers: Vec<(SituationKey, AnswerKey)>,
}

fn answer(text: &str) -> Result<(SituationKey, AnswerKey), String> {
    let (situation, answer) = text.split_once('=').ok_or("write it as situation=answer")?;
    let situation = situation.parse().map_err(|error: domain::KeyError| error.to_string())?;
    let answer = answer.parse().map_err(|error: domain::KeyError| error.to_string())?;
    Ok((situation, answer))
}

impl AnswersOption {
    /// The answers, each of which one of the services asks for.
    pub(super) fn for_services(&self, services: &[&Service]) -> Result<Answers, CommandError> {
        let mut answers = Answers::new();
        for (situation, answer) in &self.answers {
            let asked = || services.iter().flat_map(|service| &service.situations);
            let mut with_key = asked().filter(|other| other.key == *situation).peekable();
            if with_key.peek().is_none() {
                return Err(CommandError::refused(format!(
                    "--answers: there is no question `{situation}`{}",
                    there_is(asked().map(|situation| situation.key.as_str()))
                )));
            }
            let possible: Vec<&str> =
                with_key.flat_map(|situation| situation.answers.iter().map(|a| a.key.as_str())).collect();
            if !possible.contains(&answer.as_str()) {
                return Err(CommandError::refused(format!(
                    "--answers: `{situation}` has no answer `{answer}`{}",
                    there_is(possible.into_iter())
                )));
            }
            if answers.insert(situation.clone(), answer.clone()).is_some_and(|other| other != *answer) {
                return Err(CommandError::refused(format!(
                    "--answers: `{situation}` is answered twice: leave one out"
                )));
            }
        }
        Ok(answers)
    }
}

fn there_is<'a>(keys: impl Iterator<Item = &'a str>) -> String {
    let mut keys: Vec<&str> = keys.collect();
    keys.dedup();
    match keys.is_empty() {
        true => ": the file asks none".to_owned(),
        false => format!(": there is {}", keys.join(", ")),
    }
}
