//! The mark of the demonstration district, on everything that belongs to it.

use domain::EvidenceKind;
use leptos::prelude::*;

use crate::components::evidence_mark::EvidenceMark;
use crate::words::words;

/// 「示例，不能作为办事依据」, where what follows is illustrative; nothing otherwise.
#[component]
pub fn IllustrativeLine(illustrative: bool) -> impl IntoView {
    illustrative.then(|| {
        view! {
            <p class="illustrative-line">
                <EvidenceMark kind=EvidenceKind::Example/>
                <span>{words().site.illustrative_line}</span>
            </p>
        }
    })
}
