//! The pictures: geometry as pure functions, tested natively; shapes drawn from it as SVG. What a
//! picture says stands beside it in words.

pub mod change_sign;
pub mod code;
pub mod label;
pub mod lattice;
pub mod marks;
pub mod scale;
pub mod seal;
pub mod strip_drawing;
pub mod strip_head;
pub mod strip_layout;
pub mod strip_plan;
pub mod thread;
pub mod trip_drawing;
pub mod trip_houses;
pub mod trip_layout;
pub mod trip_plan;
pub mod waterfall;
