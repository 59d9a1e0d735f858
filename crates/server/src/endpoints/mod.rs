//! One module for each address of the JSON interface, in the order of [`api::endpoint`].

pub mod action;
pub mod calendar;
pub mod card;
pub mod chances;
pub mod comparison;
pub mod home;
pub mod index;
pub mod openapi;
pub mod problems;
pub mod run;
pub mod runs;
pub mod search;
pub mod service;
pub mod services;
pub mod table;
pub mod visits_calendar;
