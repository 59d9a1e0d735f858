//! What is searched: the entries, and what their characters may be typed as; and how that travels.
//!
//! A browser takes thousands of objects from JSON one property at a time, which blocks a phone for almost half a
//! second, and three long texts at once. So an index travels as lines.

use serde::{Deserialize, Serialize};

use crate::service::Audience;

/// Everything that can be found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "Lines", into = "Lines")]
pub struct Index {
    /// What can be found, real ones first, in the order of the data.
    pub entries: Vec<Entry>,
    /// How the characters of the entries are read, each character once.
    pub readings: Vec<Reading>,
    /// Traditional characters, each once, with the simplified ones that stand for them in the entries.
    pub traditional: Vec<(char, char)>,
}

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its id among those of its kind.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Other names by which people look for it.
    pub aliases: Vec<String>,
    /// 片区
    pub area: String,
    /// 服务对象; `None` where nobody says.
    pub audience: Option<Audience>,
    /// Whether it belongs to the demonstration district.
    pub illustrative: bool,
}

impl Entry {
    /// Everything by which it is found.
    pub fn texts(&self) -> impl Iterator<Item = &String> {
        self.aliases.iter().chain([&self.name, &self.area])
    }
}

/// What an [`Entry`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// 事项
    Service,
    /// 换位跑
    Run,
}

/// How a character is read: pinyin in small letters, without tones, `ü` as `v`; all readings of it, as a
/// 多音字 has several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading(pub char, pub Vec<String>);

/// An [`Index`] as it travels. Lines end with a line feed, fields in them with a tab, the last ones without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Lines {
    /// A line for each entry: `service` or `run`; `real` or `example`; `natural_person`, `legal_person`, `both` or
    /// nothing; its id; its area; its name; its other names.
    pub entries: String,
    /// A line for each character: the character, and each of its readings.
    pub readings: String,
    /// A line for each traditional character: the character, and the simplified one.
    pub traditional: String,
}

impl From<Index> for Lines {
    fn from(index: Index) -> Lines {
        let entries = index.entries.iter().map(|entry| {
            let kind = match entry.kind {
                EntryKind::Service => "service",
                EntryKind::Run => "run",
            };
            let reality = if entry.illustrative { "example" } else { "real" };
            let audience = match entry.audience {
                None => "",
                Some(Audience::NaturalPerson) => "natural_person",
                Some(Audience::LegalPerson) => "legal_person",
                Some(Audience::Both) => "both",
            };
            let fields = [kind, reality, audience, &entry.id, &entry.area, &entry.name];
            line(fields.into_iter().chain(entry.aliases.iter().map(String::as_str)))
        });
        let readings = index.readings.iter().map(|Reading(character, readings)| {
            line([&*character.to_string()].into_iter().chain(readings.iter().map(String::as_str)))
        });
        let traditional =
            index.traditional.iter().map(|(one, other)| line([&*one.to_string(), &*other.to_string()]));
        Lines { entries: entries.collect(), readings: readings.collect(), traditional: traditional.collect() }
    }
}

/// Fields with tabs between them; what would part them stands in no name.
fn line<'a>(fields: impl IntoIterator<Item = &'a str>) -> String {
    let fields: Vec<String> =
        fields.into_iter().map(|field| field.replace(['\t', '\n', '\r'], " ")).collect();
    fields.join("\t") + "\n"
}

impl TryFrom<Lines> for Index {
    type Error = &'static str;

    fn try_from(lines: Lines) -> Result<Index, &'static str> {
        let entries = lines.entries.lines().map(entry).collect::<Option<_>>();
        let readings = lines.readings.lines().map(|line| {
            let mut fields = line.split('\t');
            let character = single(fields.next()?)?;
            Some(Reading(character, fields.map(str::to_owned).collect()))
        });
        let traditional = lines.traditional.lines().map(|line| {
            let (one, other) = line.split_once('\t')?;
            Some((single(one)?, single(other)?))
        });
        let index = || {
            Some(Index {
                entries: entries?,
                readings: readings.collect::<Option<_>>()?,
                traditional: traditional.collect::<Option<_>>()?,
            })
        };
        index().ok_or("a line of the index says something else")
    }
}

fn entry(line: &str) -> Option<Entry> {
    let mut fields = line.split('\t');
    let kind = match fields.next()? {
        "service" => EntryKind::Service,
        "run" => EntryKind::Run,
        _ => return None,
    };
    let illustrative = match fields.next()? {
        "example" => true,
        "real" => false,
        _ => return None,
    };
    let audience = match fields.next()? {
        "" => None,
        "natural_person" => Some(Audience::NaturalPerson),
        "legal_person" => Some(Audience::LegalPerson),
        "both" => Some(Audience::Both),
        _ => return None,
    };
    let [id, area, name] = [fields.next()?, fields.next()?, fields.next()?].map(str::to_owned);
    Some(Entry { kind, id, name, aliases: fields.map(str::to_owned).collect(), area, audience, illustrative })
}

fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    characters.next().filter(|_| characters.next().is_none())
}
