//! The parts of 我的清单, in the order in which one needs them.

pub mod dates;
pub mod entry;
pub mod kept;
pub mod own_time;
pub mod papers;
pub mod pass_on;
pub mod questions;
pub mod screens;
pub mod stops;
