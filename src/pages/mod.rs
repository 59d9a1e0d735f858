//! One file a page, in the order of the menu.

pub mod about;
pub mod chances;
pub mod checklist;
pub mod home;
pub mod not_found;
pub mod run;
pub mod runs;
pub mod service;
pub mod table;
pub mod two_services;
