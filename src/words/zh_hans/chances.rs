//! 简体中文: 可以改进的地方.

use domain::chances::FoundNames;
use domain::{Finding, FindingKind, PlaceKey, StepKey, Suggestion, key::MaterialKey};

use crate::words::chances::ChancesWords;
use crate::words::words;

pub static CHANCES: ChancesWords = ChancesWords {
    title: "可以改进的地方",
    lead: "照现在的办法一步一步看，按规则找出还能省的地方。这些是问办理单位的问题，不是说谁错了。",
    rule: "只看已发布、已实施的版本。按这件事一年里申请人一共花多少小时排，多的在前；件数或者用时没有写明的，排在后面。真实和示例分开。",
    real_title: "真实事项",
    nothing_real: "真实事项的报道没有写明步骤，找不出来。",
    nothing: "没有找到。",
    hours: |min, max| match min == max {
        true => format!("申请人一年一共花 {min} 小时"),
        false => format!("申请人一年一共花 {min}–{max} 小时"),
    },
    hours_unknown: "件数或者用时没有写明，算不出申请人一年一共花多少时间。",
    suggestion: "建议",
    see_step: |step| format!("看「{step}」这一步"),
    see_service: "看这件事",
    kind: |kind| match kind {
        FindingKind::CarriedBetweenWindows => "办出来又要交上去",
        FindingKind::SubmittedTwice => "重复提交",
        FindingKind::TwoVisitsCouldBeOne => "可以少跑",
        FindingKind::PaperStepWithOnlineTwin => "现场办有网上办法",
        FindingKind::DeclaredVisitsDiffer => "声明次数不符",
        FindingKind::PromiseAboveLaw => "承诺长于法定",
        FindingKind::CouldRunSideBySide => "可以并行",
        FindingKind::OnlyBundled => "只是合表",
        FindingKind::NoLegalBasis => "未写明依据",
    },
    found: |finding, names| match finding {
        Finding::CarriedBetweenWindows { from, output, to, .. } => {
            format!("「{}」给的{output}，到{}又要交一遍。", step(names, from), steps(names, to))
        }
        Finding::SubmittedTwice { material, steps: at } => {
            format!("{}要交 {} 次：{}。", paper(names, material), at.len(), steps(names, at))
        }
        Finding::TwoVisitsCouldBeOne { places, visits, possible, orders, .. } => {
            let orders: Vec<String> = orders
                .iter()
                .map(|order| {
                    format!("「{}」不必等「{}」", step(names, &order.second), step(names, &order.first))
                })
                .collect();
            let places: Vec<String> = places.iter().map(|key| place(names, key)).collect();
            format!(
                "现在最少跑 {visits} 次。{}，最少只要跑 {possible} 次，少去的是{}。",
                orders.join("，"),
                places.join("、")
            )
        }
        Finding::PaperStepWithOnlineTwin { on_site, online, .. } => {
            format!("{}要到现场，也可以网上办{}。", steps(names, on_site), steps(names, online))
        }
        Finding::DeclaredVisitsDiffer { declared, min, max } => {
            format!("办理单位说要跑 {declared} 次，照步骤数是 {} 次。", (words().names.range)(*min, *max))
        }
        Finding::PromiseAboveLaw { promised, legal } => {
            let span = words().names.span;
            format!("承诺 {}办好，比法定的 {}还长。", span(promised), span(legal))
        }
        Finding::CouldRunSideBySide { order } => {
            format!(
                "「{}」排在「{}」后面，却用不上它的结果。",
                step(names, &order.second),
                step(names, &order.first)
            )
        }
        Finding::OnlyBundled { before, after, materials } => {
            format!("材料从 {before} 份变成 {after} 份，但{}只是并进了别的材料。", papers(names, materials))
        }
        Finding::NoLegalBasis { steps: at } => {
            format!("{} 个要申请人办的步骤没有写明依据：{}。", at.len(), steps(names, at))
        }
    },
    suggested: |suggestion, names| match suggestion {
        Suggestion::Share { material, steps: at } => {
            format!("{}由部门之间共享，{}免交。", paper(names, material), steps(names, at))
        }
        Suggestion::SubmitOnce { material, at, not_at } => {
            format!(
                "{}只在「{}」交一次，{}共用。",
                paper(names, material),
                step(names, at),
                steps(names, not_at)
            )
        }
        Suggestion::JoinVisits { steps: at } => format!("把{}排到一次去办。", steps(names, at)),
        Suggestion::LeadOnline { steps: at } => {
            format!("引导大家网上办{}，窗口留给不方便上网的人。", steps(names, at))
        }
        Suggestion::DeclareVisits { min, max } => {
            format!("把声明改成 {} 次，或者改步骤，让两边相符。", (words().names.range)(*min, *max))
        }
        Suggestion::PromiseAtMost { limit } => format!("承诺不超过 {}。", (words().names.span)(limit)),
        Suggestion::RunSideBySide { steps: both } => format!("{}可以同时开始。", steps(names, both)),
        Suggestion::ReviewPapers { materials } => {
            format!("一份一份看{}是不是还需要。", papers(names, materials))
        }
        Suggestion::StateBasis { steps: at } => format!("写明{}的依据；没有依据的，取消。", steps(names, at)),
    },
};

/// The name of what a key stands for; a key of which nothing is known stands for itself.
fn named<K: PartialEq + ToString>(names: &[(K, String)], key: &K) -> String {
    names.iter().find(|(known, _)| known == key).map_or_else(|| key.to_string(), |(_, name)| name.clone())
}

fn step(names: &FoundNames, key: &StepKey) -> String {
    named(&names.steps, key)
}

fn steps(names: &FoundNames, keys: &[StepKey]) -> String {
    keys.iter().map(|key| format!("「{}」", step(names, key))).collect::<Vec<_>>().join("、")
}

fn paper(names: &FoundNames, key: &MaterialKey) -> String {
    named(&names.materials, key)
}

fn papers(names: &FoundNames, keys: &[MaterialKey]) -> String {
    keys.iter().map(|key| paper(names, key)).collect::<Vec<_>>().join("、")
}

fn place(names: &FoundNames, key: &PlaceKey) -> String {
    named(&names.places, key)
}
