//! The mark of evidence: a word in a shape, so that neither colour nor shape stands alone.

use domain::EvidenceKind;
use leptos::prelude::*;

use crate::words::words;

/// 实测, 公布, 推算, 自报 or 示例.
#[component]
pub fn EvidenceMark(kind: EvidenceKind) -> impl IntoView {
    let shape = match kind {
        EvidenceKind::Measured => "evidence evidence--measured",
        EvidenceKind::Published => "evidence evidence--published",
        EvidenceKind::Computed => "evidence evidence--computed",
        EvidenceKind::SelfReported => "evidence evidence--self-reported",
        EvidenceKind::Example => "evidence evidence--example",
    };
    view! { <span class=shape>{(words().names.evidence)(kind)}</span> }
}

/// All marks with what they mean.
#[component]
pub fn EvidenceLegend() -> impl IntoView {
    let kinds = [
        EvidenceKind::Measured,
        EvidenceKind::Published,
        EvidenceKind::Computed,
        EvidenceKind::SelfReported,
        EvidenceKind::Example,
    ];
    let entries = kinds.map(|kind| {
        view! {
            <div class="evidence-legend__entry">
                <dt><EvidenceMark kind/></dt>
                <dd>{(words().names.evidence_meaning)(kind)}</dd>
            </div>
        }
    });
    view! { <dl class="evidence-legend">{entries.into_iter().collect_view()}</dl> }
}
