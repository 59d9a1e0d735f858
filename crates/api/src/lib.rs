//! What browser and server agree on: paths, requests, responses and error codes.
//!
//! Codes, not sentences: what a person reads is chosen where they read it.

pub mod endpoint;
mod problem;
mod responses;
pub mod table_query;

pub use problem::{ErrorCode, Problem};
pub use responses::*;
pub use table_query::TableQuery;
