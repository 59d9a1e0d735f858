//! A QR code (ISO/IEC 18004) of an address: what a neighbour's phone or a printed page hands on.

use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc};

/// The light margin that scanners need, in modules.
const QUIET: i32 = 4;

/// The code of a text, for a camera alone; nothing where the text is longer than a code can hold.
#[component]
pub fn Code(text: String) -> impl IntoView {
    let code = QrCode::encode_text(&text, QrCodeEcc::Medium).ok()?;
    let side = code.size() + 2 * QUIET;
    Some(view! {
        <svg
            class="code"
            viewBox=format!("0 0 {side} {side}")
            aria-hidden="true"
            shape-rendering="crispEdges"
        >
            <rect class="code__light" width=side height=side/>
            <path class="code__dark" d=dark(&code)/>
        </svg>
    })
}

/// The dark modules, row by row, each run of them as one stroke.
fn dark(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_and_no_light_one() {
        let code = QrCode::encode_text("https://example.org/services/a?start=2026-02-13", QrCodeEcc::Medium);
        let code = code.expect("a short text");
        let drawn: i32 = dark(&code)
            .split('M')
            .skip(1)
            .map(|run| run.split('h').nth(1).and_then(|run| run.split('v').next()).expect("a run"))
            .map(|run| run.parse::<i32>().expect("a length"))
            .sum();
        let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark_modules = all.filter(|(x, y)| code.get_module(*x, *y)).count();
        assert_eq!(drawn as usize, dark_modules);
    }
}
