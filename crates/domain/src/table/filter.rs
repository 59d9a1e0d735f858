//! Which rows of 对比总表 are asked for. Everything that is set must be true of a row.

use serde::{Deserialize, Serialize};

use super::TableRow;
use crate::changes::ChangeKind;
use crate::evidence::EvidenceKind;
use crate::service::Audience;

/// See the module. The default finds everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Words; every one of them stands in the name, an alias, the area or the label of a version.
    pub words: String,
    /// 片区, as it is written.
    pub area: Option<String>,
    /// 服务对象; what is for both is for each.
    pub audience: Option<Audience>,
    /// At least one group of steps carries this kind of change.
    pub change: Option<ChangeKind>,
    /// At least one figure rests on this kind of evidence.
    pub evidence: Option<EvidenceKind>,
    /// What is real, or what is of the demonstration district.
    pub reality: Option<Reality>,
}

/// Whether something is real.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reality {
    /// As reported of a real service.
    Real,
    /// 示例
    Example,
}

impl Filter {
    /// Whether a row is asked for.
    pub fn keeps(&self, row: &TableRow) -> bool {
        let audience = |wanted| row.audience.is_some_and(|told| told.includes(wanted));
        self.area.as_ref().is_none_or(|area| *area == row.area)
            && self.audience.is_none_or(audience)
            && self.change.is_none_or(|kind| row.changes.iter().any(|change| change.kind == kind))
            && self.evidence.is_none_or(|kind| row.evidence().contains(&kind))
            && self.reality.is_none_or(|reality| row.illustrative == (reality == Reality::Example))
            && (self.words.trim().is_empty() || matches(&self.words, names(row)))
    }
}

fn names(row: &TableRow) -> impl Iterator<Item = &str> {
    let labels = [&row.first, &row.second].into_iter().flatten().map(|version| version.label.as_str());
    [row.name.as_str(), row.area.as_str()]
        .into_iter()
        .chain(row.aliases.iter().map(String::as_str))
        .chain(labels)
}

/// Whether every word of `query` stands in one of `names` as it is written, case of Latin letters and spaces
/// aside. An empty query finds everything.
fn matches<'a>(query: &str, names: impl IntoIterator<Item = &'a str>) -> bool {
    let fold = |text: &str| -> String { text.to_ascii_lowercase().split_whitespace().collect() };
    let names: Vec<String> = names.into_iter().map(fold).collect();
    query.to_ascii_lowercase().split_whitespace().all(|word| names.iter().any(|name| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_stand_somewhere() {
        let names = ["投资项目备案", "企业投资", "Investment filing"];
        assert!(matches("", names));
        assert!(matches("备案", names));
        assert!(matches(" 企业  备案 ", names));
        assert!(matches("FILING", names));
        assert!(!matches("餐馆", names));
        assert!(!matches("备案 餐馆", names));
    }
}
