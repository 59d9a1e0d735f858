//! Dates as they are written: `2026-11-23`, and nothing else that a date parser might understand.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Reads a date that must be there.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| serde::de::Error::custom("is no date like 2026-11-23"))
}

/// Writes a date.
pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{year:04}-{month:02}-{day:02}").serialize(serializer)
}

/// The date that a text writes.
pub fn parse(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        });
    if !shaped {
        return None;
    }
    Date::new(text[..4].parse().ok()?, text[5..7].parse().ok()?, text[8..].parse().ok()?).ok()
}

/// The same for a date that may be left out.
pub mod optional {
    use super::*;

    #[derive(Deserialize)]
    struct Day(#[serde(with = "super")] Date);

    /// Reads a date where there is one.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }

    /// Writes a date where there is one.
    pub fn serialize<S: Serializer>(date: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => super::serialize(date, serializer),
            None => serializer.serialize_none(),
        }
    }
}

/// The same for a list.
pub mod list {
    use serde::ser::SerializeSeq;

    use super::*;

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super")] Date);

    /// Reads a list of dates.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Date>, D::Error> {
        Ok(Vec::<Day>::deserialize(deserializer)?.into_iter().map(|day| day.0).collect())
    }

    /// Writes a list of dates.
    pub fn serialize<S: Serializer>(dates: &[Date], serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(dates.len()))?;
        for date in dates {
            sequence.serialize_element(&Day(*date))?;
        }
        sequence.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_written_date_is_one() {
        assert_eq!(parse("2026-02-28"), Some(jiff::civil::date(2026, 2, 28)));
        for bad in
            ["", "2026-02-30", "2026-2-3", "20260203", "2026-02-03T00:00", "２０２６-02-03", "+026-02-03"]
        {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
