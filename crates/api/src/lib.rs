//! What browser and server agree on: paths, requests, responses and error codes.
//!
//! Codes, not sentences: what a person reads is chosen where they read it.

pub mod endpoint;
mod home;
mod problem;
mod responses;
pub mod search_query;
pub mod table_query;

pub use home::{Card, CardFound, CardLine, ExampleCard, HeadlineMeasure, Home, HomeTotal, HowMuchTold};
pub use problem::{ErrorCode, Problem};
pub use responses::*;
pub use table_query::TableQuery;
