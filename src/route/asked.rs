//! What an address asks of a comparison: which versions, with which answers, and how to look at them.
//! Read once, written back whole, so that any view can be shared and nothing else is kept anywhere.
//!
//! `?from=before&with=another-service&to=after&answers=kind:new,floor:high&start=2026-11-23&kind=merged,dropped&step=from:apply`, or
//! `?from=before&if=drop:apply,wait:review:3`
//!
//! A form of a page without script asks the same, with a field for each question:
//! `answers.kind=new&answers.floor=high`; a field that was left empty asks nothing, and leaves the question
//! open.
//!
//! What can't be read is never guessed and never a failure: it counts as absent and is told in
//! [`AskedComparison::unread`]. Whether a version, an answer or a step of that name exists, only the
//! service can tell; who looks it up says so.

use std::fmt;

use domain::key::SituationKey;
use domain::{Answers, ChangeKind, Date, Edit, ServiceId, StepKey, VersionId, day};
use leptos::prelude::*;
use serde::de::IntoDeserializer;
use serde::{Deserialize, Serialize};

use crate::compared::Which;
use crate::navigation::{Address, Navigation, use_navigation};

/// What an address asks of a comparison. The default asks nothing: the default versions, no answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedComparison {
    /// `from`: the first version.
    pub from: Option<VersionId>,
    /// `with`: the service of the second version, where it is another.
    pub with: Option<ServiceId>,
    /// `to`: the second version.
    pub to: Option<VersionId>,
    /// `answers`: to questions (情形) of either service, as `question:answer,question:answer`.
    pub answers: Answers,
    /// `start`: the day on which the applicant begins, as `2026-11-23`.
    pub start: Option<Date>,
    /// `kind`: the kinds of change to show, in the order of [`ChangeKind::ALL`]; all of them, where
    /// empty.
    pub kinds: Vec<ChangeKind>,
    /// `step`: the step that has the focus, `from:` before it where it is of the first version.
    pub focus: Option<(Which, StepKey)>,
    /// `if`: what is supposed of the first version, to stand beside it in place of the second; empty where
    /// nothing is supposed yet.
    pub supposed: Option<Vec<Edit>>,
    /// `screen`: which screen of 长辈版, from 0; absent for the first.
    pub screen: Option<u32>,
    /// What could not be read, as `name=value`.
    pub unread: Vec<String>,
}

impl AskedComparison {
    /// Reads an address.
    pub fn read(address: &Address) -> AskedComparison {
        let mut asked = AskedComparison::default();
        let mut unread = Vec::new();
        let mut read = |name: &str, take: &mut dyn FnMut(&str) -> Option<()>| {
            if let Some(value) = address.parameter(name)
                && !value.is_empty()
                && take(&value).is_none()
            {
                unread.push(format!("{name}={value}"));
            }
        };
        read("from", &mut |text| text.parse().map(|id| asked.from = Some(id)).ok());
        read("with", &mut |text| text.parse().map(|id| asked.with = Some(id)).ok());
        read("to", &mut |text| text.parse().map(|id| asked.to = Some(id)).ok());
        read("answers", &mut |text| read_answers(text).map(|answers| asked.answers = answers));
        read("start", &mut |text| day::parse(text).map(|day| asked.start = Some(day)));
        read("kind", &mut |text| kinds(text).map(|kinds| asked.kinds = kinds));
        read("step", &mut |text| focus(text).map(|focus| asked.focus = Some(focus)));
        read("screen", &mut |text| text.parse().map(|screen| asked.screen = Some(screen)).ok());
        if let Some(text) = address.parameter(SUPPOSED) {
            let (edits, no_edits) = edits(&text);
            asked.supposed = Some(edits);
            unread.extend(no_edits.into_iter().map(|text| format!("if={text}")));
        }
        for (name, value) in address.parameters() {
            let Some(question) = name.strip_prefix(ANSWER_FIELD) else { continue };
            match (question.parse(), value.parse()) {
                (Ok(question), Ok(answer)) => drop(asked.answers.insert(question, answer)),
                (Ok(question), Err(_)) if value.is_empty() => drop(asked.answers.remove(&question)),
                _ => unread.push(format!("{name}={value}")),
            }
        }
        asked.unread = unread;
        asked
    }

    /// The query that asks for this, without its `?`; empty where nothing is asked.
    pub fn query(&self) -> String {
        // Keys, dates and names of kinds need no escaping in an address.
        let parts = [
            self.from.as_ref().map(|id| format!("from={id}")),
            self.with.as_ref().map(|id| format!("with={id}")),
            self.to.as_ref().map(|id| format!("to={id}")),
            listed("answers", self.answers.iter().map(|(question, answer)| format!("{question}:{answer}"))),
            self.start.map(|day| format!("start={day}")),
            listed("kind", self.kinds.iter().map(|kind| KindName(*kind).to_string())),
            self.focus.as_ref().map(|(which, key)| match which {
                Which::First => format!("step=from:{key}"),
                Which::Second => format!("step={key}"),
            }),
            self.screen.map(|screen| format!("screen={screen}")),
            self.supposed.as_ref().map(|edits| {
                let edits: Vec<String> = edits.iter().map(Edit::to_string).collect();
                format!("if={}", edits.join(","))
            }),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("&")
    }
}

/// The name of [`AskedComparison::supposed`] in an address.
pub const SUPPOSED: &str = "if";

/// What the name of the field of a question begins with.
const ANSWER_FIELD: &str = "answers.";

/// The name of the field that answers a question.
pub fn answer_field(question: &SituationKey) -> String {
    format!("{ANSWER_FIELD}{question}")
}

/// The answers of a list like `question:answer,question:answer`; nothing where it is no such list.
pub fn read_answers(text: &str) -> Option<Answers> {
    let pair = |pair: &str| {
        let (question, answer) = pair.split_once(':')?;
        Some((question.parse().ok()?, answer.parse().ok()?))
    };
    text.split(',').map(pair).collect()
}

fn kinds(text: &str) -> Option<Vec<ChangeKind>> {
    let kind = |name: &str| {
        let name: serde::de::value::StrDeserializer<'_, serde::de::value::Error> = name.into_deserializer();
        ChangeKind::deserialize(name).ok()
    };
    let mut kinds = text.split(',').map(kind).collect::<Option<Vec<_>>>()?;
    kinds.sort_unstable();
    kinds.dedup();
    Some(kinds)
}

fn focus(text: &str) -> Option<(Which, StepKey)> {
    match text.strip_prefix("from:") {
        Some(key) => Some((Which::First, key.parse().ok()?)),
        None => Some((Which::Second, text.parse().ok()?)),
    }
}

/// The edits of a list, and what is none: one that can't be read does not take the others with it.
fn edits(text: &str) -> (Vec<Edit>, Vec<String>) {
    let (mut edits, mut no_edits) = (Vec::new(), Vec::new());
    for text in text.split(',').filter(|text| !text.is_empty()) {
        match text.parse() {
            Ok(edit) => edits.push(edit),
            Err(_) => no_edits.push(text.to_owned()),
        }
    }
    (edits, no_edits)
}

fn listed(name: &str, values: impl Iterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.collect();
    (!values.is_empty()).then(|| format!("{name}={}", values.join(",")))
}

/// The name of a kind of change in data and addresses: `moved_online`.
struct KindName(ChangeKind);

impl fmt::Display for KindName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.serialize(f)
    }
}

/// What the current address asks of a comparison, and how to ask for something else.
#[derive(Clone, Copy)]
pub struct ComparisonAddress {
    navigation: Navigation,
    asked: Memo<AskedComparison>,
}

/// The address of the comparison that is shown.
pub fn use_comparison_address() -> ComparisonAddress {
    let navigation = use_navigation();
    let asked = Memo::new(move |_| AskedComparison::read(&navigation.address()));
    ComparisonAddress { navigation, asked }
}

impl ComparisonAddress {
    /// What is asked now.
    pub fn asked(&self) -> Memo<AskedComparison> {
        self.asked
    }

    /// Part of what is asked, which changes only when that part does.
    pub fn part<T>(&self, part: fn(&AskedComparison) -> &T) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        let asked = self.asked;
        Memo::new(move |_| part(&asked.read()).clone())
    }

    /// Looks at the same versions in another way: answers, start day, filter, focus. Going back leaves
    /// the comparison.
    pub fn change(&self, change: impl FnOnce(&mut AskedComparison)) {
        self.navigation.replace(&self.changed(change));
    }

    /// Chooses other versions. Going back returns to those before.
    pub fn choose(&self, change: impl FnOnce(&mut AskedComparison)) {
        self.navigation.go(&self.changed(change));
    }

    /// The address after a change, for a link.
    pub fn changed(&self, change: impl FnOnce(&mut AskedComparison)) -> String {
        let mut asked = self.asked.get_untracked();
        change(&mut asked);
        super::with_query(self.navigation.address_untracked().path, &asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> AskedComparison {
        AskedComparison::read(&Address { path: String::new(), query: query.into() })
    }

    #[test]
    fn what_is_written_is_read_again() {
        for query in [
            "",
            "from=before",
            "from=before&to=after",
            "from=before&with=example-talent-apartment&to=after",
            "answers=floor:high,kind:new&start=2026-11-23",
            "kind=dropped,merged,moved_online&step=from:apply",
            "step=apply",
            "start=2026-11-23&screen=2",
            "from=before&if=",
            "if=drop:apply,merge:accept:pay,wait:review:3,share:card",
        ] {
            let asked = read(query);
            assert_eq!(asked.query(), query);
            assert!(asked.unread.is_empty(), "{query}");
        }
    }

    #[test]
    fn a_form_without_script_asks_the_same() {
        let fields = "from=before&to=&start=&answers.kind=new&answers.floor=&answers.way=post";
        let form = read(&format!("{fields}&answers=floor:high,way:mail"));
        assert_eq!(form, read("from=before&answers=kind:new,way:post"));
        assert!(form.unread.is_empty());
    }

    #[test]
    fn every_kind_of_change_has_a_name_in_an_address() {
        for kind in ChangeKind::ALL {
            assert_eq!(read(&format!("kind={}", KindName(kind))).kinds, [kind]);
        }
    }

    #[test]
    fn an_edit_that_cannot_be_read_leaves_the_others() {
        let asked = read("if=drop:apply,fly:away,,online:pay,wait:review:soon");
        assert_eq!(asked.query(), "if=drop:apply,online:pay");
        assert_eq!(asked.unread, ["if=fly:away", "if=wait:review:soon"]);
    }

    #[test]
    fn what_cannot_be_read_is_absent_and_told() {
        for query in [
            "from=A",
            "with=..",
            "to=%00",
            "answers=kind",
            "answers=kind:new,",
            "start=2026-02-30",
            "start=23.11.2026",
            "kind=faster",
            "kind=merged,faster",
            "step=from:",
            "answers.kind=a%20b",
            "answers.=new",
        ] {
            let asked = read(query);
            assert_eq!(AskedComparison { unread: Vec::new(), ..asked.clone() }, AskedComparison::default());
            assert_eq!(asked.unread.len(), 1, "{query}");
        }
        assert!(read("utm_source=x&from=before").unread.is_empty(), "what is no question of ours is left be");
    }
}
