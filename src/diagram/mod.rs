//! The pictures: geometry as pure functions, tested natively; shapes drawn from it as SVG. What a
//! picture says stands beside it in words.

pub mod change_sign;
pub mod lattice;
pub mod seal;
pub mod strip;
