//! 对比总表, part by part: what is asked, what it comes to, the table itself, and what was picked.

pub mod block;
pub mod cell;
pub mod columns;
pub mod filters;
pub mod grid;
pub mod heading;
pub mod row;
pub mod row_window;
pub mod sums;
pub mod tray;
