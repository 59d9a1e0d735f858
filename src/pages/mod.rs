//! One file a page, in the order of the menu.

pub mod about;
pub mod home;
pub mod not_found;
pub mod run;
pub mod runs;
pub mod service;
pub mod two_services;
