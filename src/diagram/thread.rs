//! Threads: curves between two heights, and straight lines.

use std::fmt::Write;

/// A place in a picture, in px from its top left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// How far the handles of a thread reach, as a part of its height.
const HANDLE: f64 = 0.56;

/// The `d` of a thread from one height to another: a cubic with both handles vertical, so that it
/// leaves and arrives upright.
pub fn path(from: Point, to: Point) -> String {
    let handle = HANDLE * (to.y - from.y);
    format!(
        "M{} {}C{} {} {} {} {} {}",
        px(from.x),
        px(from.y),
        px(from.x),
        px(from.y + handle),
        px(to.x),
        px(to.y - handle),
        px(to.x),
        px(to.y)
    )
}

/// The `d` of a line through points.
pub fn polyline(points: &[Point]) -> String {
    let mut d = String::new();
    for (i, point) in points.iter().enumerate() {
        // Writing to a string can't fail.
        let _ = write!(d, "{}{} {}", if i == 0 { "M" } else { "L" }, px(point.x), px(point.y));
    }
    d
}

/// Whether two threads between the same heights cross: those that neither leave nor arrive in the same
/// order. Each is told by where it leaves and where it arrives.
pub fn cross(a: (f64, f64), b: (f64, f64)) -> bool {
    (a.0 - b.0) * (a.1 - b.1) < 0.0
}

/// A number of px as it is written: to a tenth, without what means nothing.
pub fn px(number: f64) -> String {
    let tenths = (number * 10.0).round();
    let text = format!("{:.1}", tenths / 10.0);
    match text.strip_suffix(".0") {
        Some("-0") => "0".to_owned(),
        Some(whole) => whole.to_owned(),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_leaves_and_arrives_upright() {
        let d = path(Point { x: 10.0, y: 200.0 }, Point { x: 60.0, y: 100.0 });
        assert_eq!(d, "M10 200C10 144 60 156 60 100");
    }

    #[test]
    fn threads_cross_when_their_order_turns_around() {
        assert!(cross((10.0, 50.0), (20.0, 40.0)));
        assert!(!cross((10.0, 40.0), (20.0, 50.0)));
        assert!(!cross((10.0, 40.0), (20.0, 40.0)));
    }

    #[test]
    fn a_number_is_written_short() {
        assert_eq!((px(1.0), px(-0.04), px(2.449), px(-3.26)).0, "1");
        assert_eq!([px(-0.04), px(2.449), px(-3.26)], ["0", "2.4", "-3.3"]);
    }

    #[test]
    fn a_line_goes_through_its_points() {
        let points = [Point { x: 0.0, y: 0.0 }, Point { x: 4.0, y: 0.0 }, Point { x: 4.0, y: 5.5 }];
        assert_eq!(polyline(&points), "M0 0L4 0L4 5.5");
    }
}
