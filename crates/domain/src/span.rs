//! Spans of time with their unit. Working days and natural days are different units that only a
//! start date can bring together; nothing here converts one into the other.

use std::cmp::Ordering;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The unit of a span. The names on screen always keep 工作日 and 自然日 apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// 分钟
    Minute,
    /// 小时
    Hour,
    /// 工作日
    WorkingDay,
    /// 自然日
    NaturalDay,
}

impl TimeUnit {
    /// All units.
    pub const ALL: [TimeUnit; 4] =
        [TimeUnit::Minute, TimeUnit::Hour, TimeUnit::WorkingDay, TimeUnit::NaturalDay];

    /// Its name in a file.
    pub fn name(self) -> &'static str {
        match self {
            TimeUnit::Minute => "minute",
            TimeUnit::Hour => "hour",
            TimeUnit::WorkingDay => "working_day",
            TimeUnit::NaturalDay => "natural_day",
        }
    }
}

/// From `min` to `max` of one unit, `min <= max`.
///
/// In a file: `{"min": 3, "max": 5, "unit": "working_day"}`, `max` left out where it equals `min`,
/// or `"none"` for no time at all. Time that is not stated is unknown, which is not none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    min: u32,
    max: u32,
    unit: TimeUnit,
}

/// No span in a process is longer than this many of any unit; more is a slip of the keyboard.
pub const LONGEST_SPAN: u32 = 100_000;

impl Span {
    /// No time at all.
    pub const NONE: Span = Span { min: 0, max: 0, unit: TimeUnit::Minute };

    /// A span; the error says what is wrong.
    ///
    /// # Errors
    ///
    /// Where `min` is above `max`, or `max` above [`LONGEST_SPAN`].
    pub fn new(min: u32, max: u32, unit: TimeUnit) -> Result<Span, String> {
        if min > max {
            return Err(format!("min {min} is above max {max}"));
        }
        if max > LONGEST_SPAN {
            return Err(format!("{max} is above {LONGEST_SPAN}, the longest span"));
        }
        // Zero of any unit is the same nothing.
        let unit = if max == 0 { TimeUnit::Minute } else { unit };
        Ok(Span { min, max, unit })
    }

    /// The least, in [`Span::unit`].
    pub fn min(&self) -> u32 {
        self.min
    }

    /// The most, in [`Span::unit`].
    pub fn max(&self) -> u32 {
        self.max
    }

    /// The unit of both ends.
    pub fn unit(&self) -> TimeUnit {
        self.unit
    }

    /// Whether it is no time at all.
    pub fn is_none(&self) -> bool {
        self.max == 0
    }

    /// Whether it is counted in days of either kind.
    pub fn in_days(&self) -> bool {
        matches!(self.unit, TimeUnit::WorkingDay | TimeUnit::NaturalDay)
    }

    /// Both ends in minutes, for spans shorter than a day's unit; `None` for days.
    pub fn in_minutes(&self) -> Option<(u32, u32)> {
        match self.unit {
            TimeUnit::Minute => Some((self.min, self.max)),
            TimeUnit::Hour => Some((self.min * 60, self.max * 60)),
            TimeUnit::WorkingDay | TimeUnit::NaturalDay => None,
        }
    }

    /// Longer or shorter: by the longest first, then by the least. Minutes and hours are shorter
    /// than any day; `None` between working and natural days, which no rule can order.
    pub fn compare(&self, other: &Span) -> Option<Ordering> {
        match (self.in_minutes(), other.in_minutes()) {
            (Some((a_min, a_max)), Some((b_min, b_max))) => Some(a_max.cmp(&b_max).then(a_min.cmp(&b_min))),
            (Some(_), None) => Some(Ordering::Less),
            (None, Some(_)) => Some(Ordering::Greater),
            (None, None) if self.unit == other.unit => {
                Some(self.max.cmp(&other.max).then(self.min.cmp(&other.min)))
            }
            (None, None) => None,
        }
    }
}

#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Written {
    min: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    max: Option<u32>,
    unit: TimeUnit,
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_none() {
            return serializer.serialize_str("none");
        }
        Written { min: self.min, max: (self.max != self.min).then_some(self.max), unit: self.unit }
            .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Span, D::Error> {
        struct SpanVisitor;
        impl<'de> serde::de::Visitor<'de> for SpanVisitor {
            type Value = Span;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a span like {\"min\": 3, \"unit\": \"working_day\"}, or \"none\"")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Span, E> {
                match text {
                    "none" => Ok(Span::NONE),
                    other => Err(E::invalid_value(serde::de::Unexpected::Str(other), &self)),
                }
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Span, A::Error> {
                let written = Written::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                Span::new(written.min, written.max.unwrap_or(written.min), written.unit)
                    .map_err(serde::de::Error::custom)
            }
        }
        deserializer.deserialize_any(SpanVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Span {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let written = Written::json_schema(generator);
        schemars::json_schema!({
            "description": "From min to max of one unit (max left out where it equals min), or \"none\" for no time at all.",
            "oneOf": [{"const": "none"}, written]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Span, String> {
        serde_json::from_str(text).map_err(|e| e.to_string())
    }

    #[test]
    fn a_span_without_unit_or_upside_down_is_refused() {
        assert!(read(r#"{"min": 7}"#).unwrap_err().contains("unit"));
        let upside_down = read(r#"{"min": 5, "max": 3, "unit": "working_day"}"#).unwrap_err();
        assert!(upside_down.contains("min 5 is above max 3"), "{upside_down}");
        assert!(read(r#"{"min": 1, "unit": "day"}"#).is_err());
        assert!(read(r#"{"min": -1, "unit": "minute"}"#).is_err());
        assert!(read(r#"{"min": 4000000000, "unit": "minute"}"#).is_err());
        assert!(read("\"soon\"").is_err());
    }

    #[test]
    fn a_span_reads_back_as_written() {
        for text in
            [r#"{"min":7,"unit":"working_day"}"#, r#"{"min":0,"max":2,"unit":"natural_day"}"#, r#""none""#]
        {
            let span = read(text).unwrap();
            assert_eq!(serde_json::to_string(&span).unwrap(), text);
        }
        assert_eq!(read(r#"{"min":0,"unit":"hour"}"#).unwrap(), Span::NONE);
    }

    #[test]
    fn working_and_natural_days_are_never_ordered() {
        let days = |n, unit| Span::new(n, n, unit).unwrap();
        let three = days(3, TimeUnit::WorkingDay);
        assert_eq!(three.compare(&days(3, TimeUnit::NaturalDay)), None);
        assert_eq!(three.compare(&days(7, TimeUnit::WorkingDay)), Some(Ordering::Less));
        assert_eq!(days(90, TimeUnit::Minute).compare(&days(1, TimeUnit::Hour)), Some(Ordering::Greater));
        assert_eq!(days(23, TimeUnit::Hour).compare(&three), Some(Ordering::Less));
    }
}
