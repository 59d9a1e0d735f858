//! What may be asked of 对比总表, and how it is spelled in an address: the same for the page, for the JSON,
//! and for the files, so that whoever sees a table can load just this table.

use std::fmt;

use domain::table::TableRow;
use domain::table::column::{Aspect, Column, Order, Spelled, Topic, read, sort};
use domain::table::filter::Filter;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The names of the parameters.
pub mod parameter {
    /// Words, every one of which must be found.
    pub const WORDS: &str = "q";
    /// 片区
    pub const AREA: &str = "area";
    /// 服务对象
    pub const AUDIENCE: &str = "audience";
    /// A kind of change that some step must carry.
    pub const CHANGE: &str = "change";
    /// A kind of evidence that some figure must rest on.
    pub const EVIDENCE: &str = "evidence";
    /// What is real, or what is of the demonstration district.
    pub const REALITY: &str = "reality";
    /// The order of the rows.
    pub const SORT: &str = "sort";
    /// The columns, with commas between them.
    pub const COLUMNS: &str = "columns";
    /// What is told of a figure, with commas between them.
    pub const ASPECTS: &str = "aspects";
}

/// Letters, digits and what separates them stay readable.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b',').remove(b'-').remove(b'.').remove(b'_');

/// Which rows, in which order, with which columns. The default is every row, in the order of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableQuery {
    /// Which rows.
    pub filter: Filter,
    /// In which order; `None` is that of the data.
    pub order: Option<Order>,
    /// Which columns, in their order; [`Topic::Service`] is always one of them.
    pub topics: Vec<Topic>,
    /// What is told of a figure.
    pub aspects: Vec<Aspect>,
}

impl Default for TableQuery {
    fn default() -> TableQuery {
        TableQuery {
            filter: Filter::default(),
            order: None,
            topics: Topic::shown_at_first(),
            aspects: vec![Aspect::First, Aspect::Second, Aspect::Difference],
        }
    }
}

impl TableQuery {
    /// Reads what an address asks for, given the value of each parameter. A value that says nothing is left
    /// out; the names of all such parameters stand beside the query, for those who refuse them.
    pub fn read(value: impl Fn(&str) -> Option<String>) -> (TableQuery, Vec<&'static str>) {
        let mut wrong = Vec::new();
        let text = |name| value(name).filter(|text| !text.trim().is_empty());
        let mut query = TableQuery {
            filter: Filter {
                words: text(parameter::WORDS).unwrap_or_default(),
                area: text(parameter::AREA),
                audience: kind(text(parameter::AUDIENCE), parameter::AUDIENCE, &mut wrong),
                change: kind(text(parameter::CHANGE), parameter::CHANGE, &mut wrong),
                evidence: kind(text(parameter::EVIDENCE), parameter::EVIDENCE, &mut wrong),
                reality: kind(text(parameter::REALITY), parameter::REALITY, &mut wrong),
            },
            ..TableQuery::default()
        };
        if let Some(asked) = text(parameter::SORT) {
            query.order = Order::read(&asked);
            if query.order.is_none() {
                wrong.push(parameter::SORT);
            }
        }
        // An empty list is a choice too: nothing but the names.
        if let Some(asked) = value(parameter::COLUMNS) {
            match list(&asked, Topic::read) {
                Some(topics) => query.show(&topics),
                None => wrong.push(parameter::COLUMNS),
            }
        }
        if let Some(asked) = value(parameter::ASPECTS) {
            match list(&asked, |text| read::<Aspect>(text)) {
                Some(aspects) => query.tell(&aspects),
                None => wrong.push(parameter::ASPECTS),
            }
        }
        (query, wrong)
    }

    /// Shows these columns and no others.
    pub fn show(&mut self, topics: &[Topic]) {
        self.topics = Topic::all();
        self.topics.retain(|topic| *topic == Topic::Service || topics.contains(topic));
    }

    /// Tells this of every figure and nothing else.
    pub fn tell(&mut self, aspects: &[Aspect]) {
        self.aspects = Aspect::ALL.to_vec();
        self.aspects.retain(|aspect| aspects.contains(aspect));
    }

    /// The columns, each as it stands in the table.
    pub fn columns(&self) -> Vec<Column> {
        self.topics.iter().flat_map(|topic| topic.columns(&self.aspects)).collect()
    }

    /// The rows that are asked for, in the order that is asked for.
    pub fn of<'a>(&self, rows: impl IntoIterator<Item = &'a TableRow>) -> Vec<&'a TableRow> {
        let mut rows: Vec<&TableRow> = rows.into_iter().filter(|row| self.filter.keeps(row)).collect();
        sort(&mut rows, self.order, |row| *row);
        rows
    }

    /// Where the rows that are asked for are, in the order that is asked for.
    pub fn positions(&self, rows: &[TableRow]) -> Vec<usize> {
        let mut found: Vec<usize> = (0..rows.len()).filter(|at| self.filter.keeps(&rows[*at])).collect();
        sort(&mut found, self.order, |at| &rows[*at]);
        found
    }

    /// The parameters that differ from the default, each with its value.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let default = TableQuery::default();
        let filter = &self.filter;
        let words = Some(filter.words.trim()).filter(|words| !words.is_empty());
        let asked = [
            (parameter::WORDS, words.map(str::to_owned)),
            (parameter::AREA, filter.area.clone()),
            (parameter::AUDIENCE, filter.audience.map(|kind| Spelled(kind).to_string())),
            (parameter::CHANGE, filter.change.map(|kind| Spelled(kind).to_string())),
            (parameter::EVIDENCE, filter.evidence.map(|kind| Spelled(kind).to_string())),
            (parameter::REALITY, filter.reality.map(|kind| Spelled(kind).to_string())),
            (parameter::SORT, self.order.map(|order| order.to_string())),
            (parameter::COLUMNS, (self.topics != default.topics).then(|| spelled_topics(&self.topics))),
            (
                parameter::ASPECTS,
                (self.aspects != default.aspects).then(|| spelled(self.aspects.iter().map(Spelled))),
            ),
        ];
        asked.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }

    /// The parameters as they stand in an address, without a `?`; empty for the default.
    pub fn in_address(&self) -> String {
        let pairs = self
            .parameters()
            .into_iter()
            .map(|(name, value)| format!("{name}={}", utf8_percent_encode(&value, ESCAPED)));
        pairs.collect::<Vec<_>>().join("&")
    }
}

fn kind<T: for<'a> serde::Deserialize<'a>>(
    text: Option<String>,
    name: &'static str,
    wrong: &mut Vec<&'static str>,
) -> Option<T> {
    let text = text?;
    let kind = read(&text);
    if kind.is_none() {
        wrong.push(name);
    }
    kind
}

/// Every entry of a list; `None` where one of them is none.
fn list<T>(text: &str, entry: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').filter(|text| !text.is_empty()).map(entry).collect()
}

fn spelled(entries: impl Iterator<Item = impl fmt::Display>) -> String {
    entries.map(|entry| entry.to_string()).collect::<Vec<_>>().join(",")
}

/// The names are always shown, so nobody has to ask for them.
fn spelled_topics(topics: &[Topic]) -> String {
    spelled(topics.iter().filter(|topic| **topic != Topic::Service))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_address(address: &str) -> (TableQuery, Vec<&'static str>) {
        let pairs: Vec<(String, String)> = address
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .map(|(name, value)| {
                let value = percent_encoding::percent_decode_str(value).decode_utf8().unwrap();
                (name.to_owned(), value.into_owned())
            })
            .collect();
        TableQuery::read(|name| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()))
    }

    #[test]
    fn an_address_says_the_same_both_ways() {
        for address in [
            "",
            "q=%E5%A4%87%E6%A1%88",
            "area=%E5%BA%A6%E5%81%87%E5%8C%BA&audience=legal_person&change=moved_online&evidence=published&reality=real",
            "sort=-visits.difference",
            "sort=name&columns=",
            "columns=area,places,promised_limit,yearly_hours,standard&aspects=second,rate",
            "aspects=",
        ] {
            let (query, wrong) = read_address(address);
            let expected = if address.starts_with("sort=name") { vec!["sort"] } else { Vec::new() };
            assert_eq!(wrong, expected, "{address}");
            let again = query.in_address();
            assert_eq!(read_address(&again), (query, Vec::new()), "{address} {again}");
            if expected.is_empty() {
                assert_eq!(again, address);
            }
        }
    }

    #[test]
    fn what_says_nothing_is_told_and_left_out() {
        let (query, wrong) = read_address(
            "audience=nobody&change=x&evidence=-&reality=1&sort=visits&columns=places,x&aspects=x",
        );
        assert_eq!(wrong, ["audience", "change", "evidence", "reality", "sort", "columns", "aspects"]);
        assert_eq!(query, TableQuery::default());
    }

    #[test]
    fn every_column_is_spelled_in_its_own_way() {
        let columns: Vec<Column> =
            Topic::all().into_iter().flat_map(|topic| topic.columns(&Aspect::ALL)).collect();
        let mut spellings: Vec<String> = columns.iter().map(Column::to_string).collect();
        for (column, spelling) in columns.iter().zip(&spellings) {
            assert_eq!(Column::read(spelling), Some(*column), "{spelling}");
        }
        spellings.sort();
        spellings.dedup();
        assert_eq!(spellings.len(), columns.len());
    }
}
