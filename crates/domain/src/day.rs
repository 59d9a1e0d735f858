//! Dates as they are written: `2026-11-23`, and nothing else that a date parser might understand. So
//! too moments to the minute: `2026-11-24T09:30`.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Reads a date that must be there.
///
/// # Errors
///
/// What the deserializer says, and where a text is no date like `2026-11-23`.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse(&text).ok_or_else(|| serde::de::Error::custom("is no date like 2026-11-23"))
}

/// Writes a date.
///
/// # Errors
///
/// What the serializer says.
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
    ///
    /// # Errors
    ///
    /// What the deserializer says, and where a text is no date like `2026-11-23`.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(deserializer)?.map(|day| day.0))
    }

    /// Writes a date where there is one.
    ///
    /// # Errors
    ///
    /// What the serializer says.
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
    ///
    /// # Errors
    ///
    /// What the deserializer says, and where a text is no date like `2026-11-23`.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Date>, D::Error> {
        Ok(Vec::<Day>::deserialize(deserializer)?.into_iter().map(|day| day.0).collect())
    }

    /// Writes a list of dates.
    ///
    /// # Errors
    ///
    /// What the serializer says.
    pub fn serialize<S: Serializer>(dates: &[Date], serializer: S) -> Result<S::Ok, S::Error> {
        let mut sequence = serializer.serialize_seq(Some(dates.len()))?;
        for date in dates {
            sequence.serialize_element(&Day(*date))?;
        }
        sequence.end()
    }
}

/// The same for a moment of a day, to the minute and without a time zone.
pub mod moment {
    use jiff::SignedDuration;
    use jiff::civil::{DateTime, Time};

    use super::*;

    /// Reads a moment that must be there.
    ///
    /// # Errors
    ///
    /// What the deserializer says, and where a text is no moment like `2026-11-24T09:30`.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime, D::Error> {
        let text = String::deserialize(deserializer)?;
        parse(&text).ok_or_else(|| serde::de::Error::custom("is no moment like 2026-11-24T09:30"))
    }

    /// Writes a moment; what it has below the minute is left out.
    ///
    /// # Errors
    ///
    /// What the serializer says.
    pub fn serialize<S: Serializer>(moment: &DateTime, serializer: S) -> Result<S::Ok, S::Error> {
        let (year, month, day) = (moment.year(), moment.month(), moment.day());
        let time = written_time(moment.time());
        format!("{year:04}-{month:02}-{day:02}T{time}").serialize(serializer)
    }

    /// The moment that a text writes.
    pub fn parse(text: &str) -> Option<DateTime> {
        let (date, time) = text.split_once('T')?;
        Some(super::parse(date)?.to_datetime(parse_time(time)?))
    }

    /// So many minutes after the beginning of a day; `None` beyond the last day that a date can write.
    ///
    /// Added up here and not by jiff: its sum of a moment and a time brings along every sentence in which jiff
    /// can fail, a tenth of the part of the module that a comparison loads.
    pub(crate) fn after_midnight(date: Date, minutes: u32) -> Option<DateTime> {
        let (days, minute) = (i64::from(minutes / MINUTES_A_DAY), minutes % MINUTES_A_DAY);
        let day = date.checked_add(SignedDuration::from_hours(24 * days)).ok()?;
        Some(day.to_datetime(time_at(minute)?))
    }

    /// So many minutes later; what the moment has below the minute is left out.
    pub(crate) fn minutes_later(moment: DateTime, minutes: u32) -> Option<DateTime> {
        after_midnight(moment.date(), minute_of(moment.time()).checked_add(minutes)?)
    }

    /// How many minutes of its day have passed, whole ones.
    pub(crate) fn minute_of(time: Time) -> u32 {
        u32::from(time.hour().unsigned_abs()) * 60 + u32::from(time.minute().unsigned_abs())
    }

    /// The time of day after so many minutes of it.
    pub(crate) fn time_at(minute: u32) -> Option<Time> {
        Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()
    }

    const MINUTES_A_DAY: u32 = 24 * 60;

    /// The time of day that a text like `09:30` writes.
    pub(crate) fn parse_time(text: &str) -> Option<Time> {
        let shaped = text.len() == 5
            && text.bytes().enumerate().all(|(i, b)| match i {
                2 => b == b':',
                _ => b.is_ascii_digit(),
            });
        if !shaped {
            return None;
        }
        Time::new(text[..2].parse().ok()?, text[3..].parse().ok()?, 0, 0).ok()
    }

    /// A time of day as it is written.
    pub(crate) fn written_time(time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
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

    #[test]
    fn only_a_written_moment_is_one() {
        assert_eq!(moment::parse("2026-11-24T09:30"), Some(jiff::civil::date(2026, 11, 24).at(9, 30, 0, 0)));
        for bad in
            ["2026-11-24", "2026-11-24 09:30", "2026-11-24T9:30", "2026-11-24T24:00", "2026-11-24T09:30Z"]
        {
            assert_eq!(moment::parse(bad), None, "{bad}");
        }
    }
}
