//! The number to call, always in sight in 长辈版.

use leptos::prelude::*;

use crate::components::telephone::telephone;
use crate::edition::Edition;
use crate::words::words;

/// A bar at the bottom with the number of the office; nothing in the usual edition, and where none is told.
#[component]
pub fn PhoneBar(phone: Option<String>) -> impl IntoView {
    let phone = phone.filter(|_| Edition::is_elder())?;
    Some(view! { <p class="phone-bar">{words().elder.call}" "{telephone(phone)}</p> })
}
