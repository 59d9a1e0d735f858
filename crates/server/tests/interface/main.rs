//! The JSON interface as a client sees it, without a network: one module for each endpoint, and beside
//! them what holds for all.

mod documents;
mod site;

mod action;
mod calendar;
mod cards;
mod chances;
mod comparison;
mod described;
mod failures;
mod headers;
mod home;
mod problems;
mod representation;
mod runs;
mod search;
mod services;
mod table;
mod table_files;
mod visits_calendar;
