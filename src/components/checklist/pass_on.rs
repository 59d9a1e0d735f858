//! How to take the list along: its days in a calendar, its address, a print of one page with the code of the
//! address. The address holds answers and days, never what was ticked.

use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::case::Case;
use crate::diagram::code::Code;
use crate::edition::Edition;
use crate::route::{AskedComparison, calendar_path, checklist_path};
use crate::words::checklist_words;

/// The ways to take it along.
#[component]
pub fn PassOn(case: Memo<Option<Case>>) -> impl IntoView {
    let words = checklist_words();
    let asked = Memo::new(move |_| {
        case.with(|case| {
            let case = case.as_ref()?;
            Some((case.service().id.clone(), case.asked(), case.dates().is_some_and(|dates| dates.is_ok())))
        })
    });
    let calendar = move || {
        let asked = asked.read();
        let (service, asked, has_dates) = asked.as_ref()?;
        // Days are those of one version, whatever came before it.
        let href = calendar_path(service, &AskedComparison { from: None, ..asked.clone() });
        has_dates.then(|| view! { <a class="button" href=href download="">{words.add_to_calendar}</a> })
    };
    // Only a browser knows where it is; what it copies and what is scanned says nothing else.
    let address = RwSignal::new(String::new());
    Effect::new(move |_| {
        let of_list =
            asked.with(|asked| asked.as_ref().map(|(service, asked, _)| checklist_path(service, asked)));
        let origin = window().location().origin().unwrap_or_default();
        address.set(of_list.map(|path| format!("{origin}{path}")).unwrap_or_default());
    });
    let told = RwSignal::new("");
    let copy = move |_| {
        let clipboard = window().navigator().clipboard();
        spawn_local(async move {
            // Over plain HTTP a browser has none.
            let is_copied = !clipboard.is_undefined()
                && JsFuture::from(clipboard.write_text(&address.get_untracked())).await.is_ok();
            // Somebody may have left the page.
            let _ = told.try_set(if is_copied { words.copied } else { words.not_copied });
        });
    };
    // A browser that can't print offers no other way.
    let print = move |_| window().print().unwrap_or(());
    // One screen of 长辈版 is no list.
    let printed = (!Edition::is_elder()).then(|| {
        view! { <button class="button with-program" type="button" on:click=print>{words.print}</button> }
    });
    view! {
        <section class="section pass-on" aria-labelledby="pass-on-title">
            <h2 class="section__title" id="pass-on-title">{words.pass_on_title}</h2>
            <div class="pass-on__ways">
                {calendar}
                <button class="button with-program" type="button" on:click=copy>{words.copy_link}</button>
                {printed}
            </div>
            <p role="status">{told}</p>
            {move || (!address.read().is_empty()).then(|| view! {
                <figure class="pass-on__code">
                    <Code text=address.get()/>
                    <figcaption>{words.scan}<span class="pass-on__address">{address}</span></figcaption>
                </figure>
            })}
            <p class="section__note">{words.private_note}</p>
        </section>
    }
}
