//! What of a comparison is a part of the module of its own: the pictures and steps below the numbers, and the
//! bench of an experiment. Whoever comes from another page sees the numbers before they are there; a page that
//! was sent finished is taken over only when what it shows is there too ([`Section::come_with_the_page`]).

// The attribute writes the foreign call by which a part is loaded.
#![allow(unsafe_code)]

use std::sync::{Arc, OnceLock};

use leptos::prelude::*;
use wasm_split_helpers::wasm_split;

use crate::api::Failure;
use crate::compared::Compared;
use crate::components::what_if::WhatIf;
use crate::edition::Edition;
use crate::loaded::{Draw, Load, Loader, Skeleton};
use crate::navigation::Address;
use crate::pages::service::InDetail;
use crate::route::SUPPOSED;
use crate::words::words;

/// Draws a comparison.
type DrawCompared = fn(Memo<Option<Compared>>) -> AnyView;

#[wasm_split(in_detail, fallible)]
fn in_detail() -> Result<DrawCompared, Failure> {
    Ok(draw_in_detail)
}

#[wasm_split(what_if, fallible)]
fn what_if() -> Result<DrawCompared, Failure> {
    Ok(draw_what_if)
}

fn draw_in_detail(compared: Memo<Option<Compared>>) -> AnyView {
    view! { <InDetail compared/> }.into_any()
}

fn draw_what_if(compared: Memo<Option<Compared>>) -> AnyView {
    view! { <WhatIf compared/> }.into_any()
}

/// A section that is loaded by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// The pictures and the steps.
    InDetail,
    /// The bench of an experiment.
    WhatIf,
}

/// What has come, in the order of [`Section`].
static COME: [OnceLock<DrawCompared>; 2] = [const { OnceLock::new() }; 2];

impl Section {
    /// Waits for what the page at `address` shows. What does not come is asked for again where it is drawn.
    pub async fn come_with_the_page(address: &Address) {
        let bench = async {
            if address.parameter(SUPPOSED).is_some() {
                Section::WhatIf.come().await.ok();
            }
        };
        let in_detail = async {
            if !Edition::is_elder() {
                Section::InDetail.come().await.ok();
            }
        };
        futures_util::future::join(in_detail, bench).await;
    }

    /// Natively nothing is apart.
    fn is_here(self) -> Option<DrawCompared> {
        #[cfg(feature = "ssr")]
        return Some(match self {
            Section::InDetail => draw_in_detail,
            Section::WhatIf => draw_what_if,
        });
        #[cfg(not(feature = "ssr"))]
        COME[self as usize].get().copied()
    }

    async fn come(self) -> Result<DrawCompared, Failure> {
        let draw = match self {
            Section::InDetail => in_detail().await?,
            Section::WhatIf => what_if().await?,
        };
        Ok(*COME[self as usize].get_or_init(|| draw))
    }
}

/// Draws a section of a comparison: at once where its part is there, otherwise when it has come.
#[component]
pub fn SectionView(
    /// Which one.
    section: Section,
    /// What is compared.
    compared: Memo<Option<Compared>>,
) -> impl IntoView {
    if let Some(draw) = section.is_here() {
        return draw(compared);
    }
    let loader: Loader<Draw> = Loader::new(move || {
        Box::pin(async move {
            let draw = section.come().await?;
            Ok(Arc::new(move || draw(compared)) as Draw)
        })
    });
    let words = &words().loading;
    let drawn = move || match loader.state() {
        Load::Loading => ().into_any(),
        Load::LoadingSlowly => view! { <Skeleton/> }.into_any(),
        Load::Failed(_) => view! {
            <p class="section" role="status">
                {words.unreachable_advice}" "
                <button class="button" type="button" on:click=move |_| loader.retry()>{words.retry}</button>
            </p>
        }
        .into_any(),
        Load::Loaded(draw) => draw(),
    };
    drawn.into_any()
}
