//! The JSON interface, the files that browsers load, and the `paoyici` command line.
//!
//! A request walks through [`routes`]: its address finds an [`endpoints`] module, which reads what was
//! asked ([`asked`]), asks the store, and returns a plain value of the `api` crate or a [`failure`].
//! Around it lie, from the outside in: the request's id and its line in the log ([`logs`]), the headers
//! that every response carries ([`headers`]), a limit of time and a net for panics ([`limits`]), and the
//! entity tag and the compression ([`representation`]); what was answered is kept until the data change
//! ([`kept`]). A page is drawn from what endpoints answer
//! ([`pages`]); files come out of the program ([`web`]).
//!
//! Invariants: an endpoint knows no HTTP; [`failure`] alone decides what becomes of an error. [`routes`]
//! holds the one list of endpoints, from which the router and the OpenAPI document are both made.

pub mod asked;
pub mod cards;
pub mod catalogue;
pub mod commands;
pub mod endpoint;
pub mod endpoints;
pub mod export;
pub mod failure;
mod headers;
mod health;
mod kept;
mod limits;
mod logs;
mod negotiation;
pub mod openapi;
pub mod overview;
mod pages;
pub mod public_url;
mod representation;
pub mod routes;
pub mod seeds;
pub mod state;
pub mod turns;
pub mod web;
