//! What both strips of time say: in working days, or on the calendar from a start day.

use domain::{Date, Relation};

use crate::compared::{Compared, Which};
use crate::components::dated_lane::on_the_calendar;
use crate::components::lane_facts::{LaneFacts, in_working_days};
use crate::words::comparison_words;

/// What both strips say.
#[derive(Clone, PartialEq)]
pub struct StripFacts {
    /// Either strip.
    pub lanes: [LaneFacts; 2],
    /// Which of them are drawn: of one version beside itself only one.
    pub drawn: &'static [Which],
    /// The day they begin on, where at least one is dated.
    pub start: Option<Date>,
    /// How the versions are related.
    pub relation: Relation,
    /// How the strips are to be read.
    pub note: &'static str,
    /// Whether any step is told, so that a start day says something.
    pub has_steps: bool,
}

impl StripFacts {
    /// On the calendar, where a day is chosen and at least one can be dated; `None` where nothing is known
    /// of either.
    pub fn of(compared: &Compared, start: Option<Date>) -> Option<StripFacts> {
        let words = &comparison_words().strips;
        let (has_steps, relation, drawn) = (compared.has_steps(), compared.relation(), compared.drawn());
        let Some(start) = start.filter(|_| has_steps) else {
            let lanes = Which::BOTH.map(|which| in_working_days(compared, which));
            let is_something = has_steps || lanes.iter().any(|lane| lane.strip.is_some());
            let note = if has_steps { words.note } else { words.reported_note };
            return is_something.then_some(StripFacts {
                lanes,
                drawn,
                start: None,
                relation,
                note,
                has_steps,
            });
        };
        let dated = Which::BOTH.map(|which| on_the_calendar(compared, which, start));
        let is_dated = dated.iter().any(Result::is_ok);
        let [first, second] = dated;
        let lane = |which: Which, dated: Result<LaneFacts, String>| match dated {
            Ok(facts) => facts,
            Err(why) if is_dated => {
                LaneFacts { strip: None, told: vec![why], ..in_working_days(compared, which) }
            }
            Err(why) => {
                let mut facts = in_working_days(compared, which);
                if !facts.told.contains(&why) {
                    facts.told.push(why);
                }
                facts
            }
        };
        let lanes = [lane(Which::First, first), lane(Which::Second, second)];
        let note = if is_dated { words.dated_note } else { words.note };
        Some(StripFacts { lanes, drawn, start: is_dated.then_some(start), relation, note, has_steps })
    }

    /// The same without the rows of the tables, which the picture does not need.
    pub fn of_the_picture(&self) -> StripFacts {
        let lanes = self.lanes.each_ref().map(|lane| LaneFacts { rows: Vec::new(), ..lane.clone() });
        StripFacts { lanes, ..*self }
    }
}
