//! The pages of paoyici: one set of Leptos components, drawn in the browser (`csr`) and natively (`ssr`).
//!
//! Reading order: [`route`] for the addresses, [`navigation`] for how they change, [`app`] for the frame around every
//! page, [`pages`] for what is at each address, [`compared`] for what a comparison is drawn from, [`case`] for one
//! applicant's list, [`components`] for what pages are made of, [`diagram`] for the pictures, [`words`] for every
//! sentence. [`api`] is the only file that touches the network, [`loaded`] draws whatever comes from there, [`parts`]
//! says which pages are loaded later, and [`sections`] what of a comparison is.
//!
//! A page loads and arranges; the rules live in `domain`; a component draws what it is given.

#[cfg(all(feature = "csr", feature = "ssr"))]
compile_error!(
    "csr and ssr must never meet in one build: build app with exactly one of them (cargo xtask does)"
);

pub mod api;
pub mod app;
#[cfg(feature = "ssr")]
pub mod card;
pub mod case;
pub mod clock;
pub mod compared;
pub mod components;
pub mod diagram;
#[cfg(feature = "ssr")]
pub mod document;
pub mod edition;
pub mod finding;
#[cfg(feature = "ssr")]
pub mod finished;
pub mod language;
pub mod loaded;
pub mod navigation;
pub mod pages;
pub mod parts;
pub mod route;
pub mod sections;
pub mod storage;
#[cfg(feature = "ssr")]
pub mod structured;
pub mod takeover;
pub mod words;
