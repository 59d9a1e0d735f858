//! The geometry of 跑动图: houses at the top, the home line at the bottom, threads between them.
//!
//! - What one does stands on the home line in slots of equal width, in the order of time.
//! - Houses stand in the order of their first visit, doors in the order in which they are first faced;
//!   a house as near above its visits as its neighbours let it. So a crossing means a return.
//! - Where one faces one window only, its lattice stands above its visits, and one line is straight.
//! - Both pictures of a comparison share every height and the pitch of the doors.

use super::label::{fit, fit_evenly};
use super::thread::{Point, path, px};
use super::trip_houses::{House, HouseStyle, houses};
use super::trip_plan::{TripItem, TripVisit, Trips, drawn};

/// What a picture has to say in words; the geometry only finds room for it.
pub struct Sayings {
    /// The name of the house where nobody goes out.
    pub stays_home: &'static str,
    /// That there are so many steps, where only the first is named.
    pub of_several: fn(usize) -> String,
}

/// One picture. All in px of a picture as wide as it was asked to be.
#[derive(Debug, Clone, PartialEq)]
pub struct TripLayout {
    /// How wide it is.
    pub width: f64,
    /// Where it begins: its names may need less room than those of the other picture.
    pub top: f64,
    /// Where it ends; the same for both pictures of a comparison, as are all heights.
    pub bottom: f64,
    /// The height of the home line.
    pub home: f64,
    /// The houses, from the left.
    pub houses: Vec<House>,
    /// The threads in the order of time, in which they are painted.
    pub threads: Vec<Thread>,
    /// What stands on the home line, in the order of time.
    pub marks: Vec<HomeMark>,
    /// How large the marks are: half their width.
    pub radius: f64,
}

/// One trip there and back.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    /// From the home line up to its door, or to the bracket that joins its doors.
    pub d: String,
    /// Where it leaves and where it arrives, to the right.
    pub ends: (f64, f64),
    /// What joins several doors to the end of the line.
    pub bracket: Option<String>,
}

/// A mark on the home line.
#[derive(Debug, Clone, PartialEq)]
pub struct HomeMark {
    /// Where its middle is, to the right.
    pub x: f64,
    /// The number of the visit; `None` for what is done at home.
    pub visit: Option<u32>,
    /// How many it stands for, 1 or more.
    pub times: u32,
    /// What stands beneath it; empty where there is no room.
    pub label: Vec<SetLine>,
}

/// A line of words, set around its middle.
#[derive(Debug, Clone, PartialEq)]
pub struct SetLine {
    /// Its middle, to the right.
    pub x: f64,
    /// Its base line.
    pub y: f64,
    /// The words.
    pub text: String,
}

/// Left of the slots, where the home line says where home is.
pub const HOME_WIDTH: f64 = 26.0;
/// Half as wide as a mark is where there is room.
const RADIUS: f64 = 11.0;
/// Below this width a slot has no label.
const LEAST_LABELLED_SLOT: f64 = 30.0;
/// Below this width of a slot, what follows one another at home is one mark.
const LEAST_SLOT: f64 = 22.0;
/// From the feet of the doors to the home line.
const THREAD_HEIGHT: f64 = 112.0;
/// The font of the labels.
pub const LABEL_FONT: f64 = 12.0;
pub(super) const LABEL_LINE: f64 = 14.0;

/// Lays out both pictures of a comparison, each as wide as `width`; one that is not there stays out.
pub fn lay_out(pictures: [Option<&Trips>; 2], width: f64, sayings: &Sayings) -> [Option<TripLayout>; 2] {
    let most = ((width - HOME_WIDTH) / LEAST_SLOT) as usize;
    let pictures = pictures.map(|trips| trips.map(|trips| (trips, drawn(trips, most))));
    let there = pictures.iter().flatten().map(|(trips, _)| *trips);
    let Some(style) = HouseStyle::shared(there, width) else { return [None, None] };
    let label_lines = pictures.iter().flatten().map(|(_, items)| label_lines(items, width, sayings));
    let label_lines = label_lines.max().unwrap_or(0);
    let home = style.ground() + THREAD_HEIGHT + RADIUS;
    let bottom = home + RADIUS + 8.0 + LABEL_LINE * label_lines.max(1) as f64 + 6.0;
    let shared = Shared { width, home, bottom, style: &style, sayings };
    pictures.map(|picture| picture.map(|(trips, items)| shared.picture(trips, &items)))
}

/// How wide one slot is.
fn slot_width(items: &[TripItem], width: f64) -> f64 {
    (width - HOME_WIDTH) / items.len().max(1) as f64
}

fn label_lines(items: &[TripItem], width: f64, sayings: &Sayings) -> usize {
    let slot = slot_width(items, width);
    items.iter().map(|item| label(item, slot, sayings).len()).max().unwrap_or(0)
}

/// The lines beneath a mark: the first step, and where there are more, how many.
fn label(item: &TripItem, slot: f64, sayings: &Sayings) -> Vec<String> {
    if slot < LEAST_LABELLED_SLOT {
        return Vec::new();
    }
    let lines = if slot < 48.0 { 4 } else { 3 };
    let em = (slot.min(150.0) - 4.0) / LABEL_FONT;
    let (TripItem::Visit(TripVisit { steps, .. }) | TripItem::Home { steps }) = item;
    let Some(first) = steps.first() else { return Vec::new() };
    if steps.len() == 1 {
        return fit_evenly(first, em, lines);
    }
    let mut set = fit_evenly(first, em, lines - 1);
    set.extend(fit(&(sayings.of_several)(steps.len()), em, 1));
    set
}

/// What both pictures share.
struct Shared<'a> {
    width: f64,
    home: f64,
    bottom: f64,
    style: &'a HouseStyle,
    sayings: &'a Sayings,
}

impl Shared<'_> {
    fn picture(&self, trips: &Trips, items: &[TripItem]) -> TripLayout {
        let slot = slot_width(items, self.width);
        let middle = |i: usize| HOME_WIDTH + slot * (i as f64 + 0.5);
        let radius = RADIUS.min(slot / 2.0 - 1.0).max(5.0);
        let visits: Vec<(f64, &TripVisit)> = items
            .iter()
            .enumerate()
            .filter_map(|(i, item)| match item {
                TripItem::Visit(visit) => Some((middle(i), visit)),
                TripItem::Home { .. } => None,
            })
            .collect();
        let everything: Vec<f64> = (0..items.len()).map(middle).collect();
        let houses = houses(trips, &visits, &everything, self.width, self.style, self.sayings.stays_home);
        let from = self.home - radius;
        let threads = threads(&visits, &houses, self.style.ground(), from);
        let marks = items.iter().enumerate().map(|(i, item)| HomeMark {
            x: middle(i),
            visit: match item {
                TripItem::Visit(visit) => Some(visit.number),
                TripItem::Home { .. } => None,
            },
            times: match item {
                TripItem::Visit(visit) => visit.times,
                TripItem::Home { steps } => u32::try_from(steps.len()).unwrap_or(u32::MAX),
            },
            label: label(item, slot, self.sayings)
                .into_iter()
                .zip(0_u8..)
                .map(|(text, line)| SetLine {
                    x: middle(i),
                    y: self.home + RADIUS + 16.0 + LABEL_LINE * f64::from(line),
                    text,
                })
                .collect(),
        });
        TripLayout {
            width: self.width,
            top: self.style.unused(trips, self.width),
            bottom: self.bottom,
            home: self.home,
            marks: marks.collect(),
            houses,
            threads,
            radius,
        }
    }
}

/// How far apart two lines at one door are.
const LINE_SHIFT: f64 = 7.0;
/// How far below one another the brackets of one house are.
const BRACKET_STEP: f64 = 6.0;

/// The threads of all visits. Lines at one door stand side by side in the order of time, so that they
/// do not cross each other for nothing.
fn threads(visits: &[(f64, &TripVisit)], houses: &[House], foot: f64, from: f64) -> Vec<Thread> {
    let to_door = |i: usize, door: usize| {
        let (_, visit) = visits[i];
        let house = &houses[visit.place];
        let at_door: Vec<usize> = (0..visits.len())
            .filter(|other| visits[*other].1.place == visit.place && visits[*other].1.doors.contains(&door))
            .collect();
        let between = at_door.len().saturating_sub(1) as f64;
        let room = (house.width / house.doors.len().max(1) as f64 - 6.0).max(0.0);
        let before = at_door.iter().filter(|other| **other < i).count() as f64;
        let middle = house.doors.get(door).map_or(house.middle, |door| door.x);
        middle + LINE_SHIFT.min(room / between.max(1.0)) * (before - between / 2.0)
    };
    let thread = |i: usize| {
        let (x, visit) = visits[i];
        let doors: Vec<f64> = visit.doors.iter().map(|door| to_door(i, *door)).collect();
        let (first, last) =
            (doors.iter().copied().fold(f64::INFINITY, f64::min), doors.iter().copied().fold(0.0, f64::max));
        let joins = doors.len() > 1;
        let brackets_before = visits[..i]
            .iter()
            .filter(|(_, other)| other.place == visit.place && other.doors.len() > 1)
            .count();
        let y = foot + if joins { 8.0 + BRACKET_STEP * brackets_before as f64 } else { 2.0 };
        let end = Point { x: (first + last) / 2.0, y };
        let bracket = joins.then(|| {
            let feet = doors.iter().map(|door| format!("M{} {}V{}", px(*door), px(foot + 2.0), px(y)));
            format!("{}M{} {}H{}", feet.collect::<String>(), px(first), px(y), px(last))
        });
        Thread { d: path(Point { x, y: from }, end), ends: (x, end.x), bracket }
    };
    (0..visits.len()).map(thread).collect()
}

#[cfg(test)]
mod tests {
    use super::super::trip_houses::DOOR_HEIGHT;
    use super::super::trip_plan::TripPlace;
    use super::*;

    const WIDTH: f64 = 328.0;
    const SAYINGS: Sayings = Sayings { stays_home: "none", of_several: |n| format!("+{n}") };

    fn han(n: u32) -> String {
        (0..n).filter_map(|i| char::from_u32(0x4e00 + i)).collect()
    }

    /// Trips to doors, each told as place and doors there; every place has as many doors as are used.
    fn trips(visits: &[(usize, &[usize])]) -> Trips {
        let count = visits.iter().map(|(place, _)| place + 1).max().unwrap_or(0);
        let doors_of = |place| {
            let doors = visits.iter().filter(|(other, _)| *other == place).flat_map(|(_, doors)| *doors);
            doors.max().map_or(0, |last| last + 1)
        };
        Trips {
            places: (0..count)
                .map(|place| TripPlace { name: han(9), doors: vec![han(4); doors_of(place)] })
                .collect(),
            items: visits
                .iter()
                .zip(1..)
                .map(|((place, doors), number)| {
                    TripItem::Visit(TripVisit {
                        number,
                        times: 1,
                        place: *place,
                        doors: doors.to_vec(),
                        steps: vec![han(8)],
                    })
                })
                .collect(),
            visits: (visits.len() as u32, visits.len() as u32),
        }
    }

    fn alone(trips: &Trips) -> TripLayout {
        let [Some(layout), None] = lay_out([Some(trips), None], WIDTH, &SAYINGS) else {
            panic!("one picture was asked for")
        };
        layout
    }

    fn crossings(layout: &TripLayout) -> usize {
        let pairs = layout.threads.iter().enumerate();
        pairs
            .flat_map(|(i, a)| layout.threads[i + 1..].iter().map(move |b| (a, b)))
            .filter(|(a, b)| super::super::thread::cross(a.ends, b.ends))
            .count()
    }

    #[track_caller]
    fn assert_within(layout: &TripLayout) {
        for pair in layout.houses.windows(2) {
            let gap = pair[1].middle - pair[1].width / 2.0 - pair[0].middle - pair[0].width / 2.0;
            assert!(gap >= 7.9, "houses overlap by {gap}: {:?}", layout.houses);
        }
        for house in &layout.houses {
            let alone = layout.houses.len() == 1;
            let reach = house.width / 2.0 + if alone { 0.0 } else { house.eave };
            assert!(house.middle - reach >= -0.1 && house.middle + reach <= WIDTH + 0.1, "{house:?}");
            for door in &house.doors {
                assert!((door.x - house.middle).abs() <= house.width / 2.0, "{door:?}");
            }
            for line in &house.name {
                assert!(line.y > 8.0 && line.y < house.heights[0], "{line:?}");
            }
        }
        for mark in &layout.marks {
            assert!(mark.x - layout.radius >= HOME_WIDTH && mark.x + layout.radius <= WIDTH);
            assert!(mark.label.iter().all(|line| line.y < layout.bottom), "{mark:?}");
        }
    }

    #[test]
    fn one_visit_to_one_window_is_one_straight_line_into_a_lattice() {
        let layout = alone(&trips(&[(0, &[0])]));
        assert_within(&layout);
        let [house] = &layout.houses[..] else { panic!("one house") };
        assert!(house.doors[0].is_lattice);
        let (from, to) = layout.threads[0].ends;
        assert_eq!(from, to);
    }

    #[test]
    fn a_crossing_means_a_return_to_a_place_already_visited() {
        // On and on to new doors and new places: no crossing, how ever many doors one visit has.
        let onward = trips(&[(0, &[0]), (0, &[1]), (1, &[0, 1]), (2, &[0]), (2, &[0]), (2, &[1])]);
        assert_eq!(crossings(&alone(&onward)), 0);
        // Back to the first place after another.
        let back = trips(&[(0, &[0]), (1, &[0]), (0, &[1])]);
        assert_eq!(crossings(&alone(&back)), 1);
        // The tangle of five visits: hall, street, bureau, hall, hall.
        let tangle = trips(&[(0, &[0]), (1, &[0]), (2, &[0]), (0, &[1]), (0, &[2])]);
        let layout = alone(&tangle);
        assert_within(&layout);
        assert_eq!(crossings(&layout), 4);
    }

    #[test]
    fn eight_places_fit_a_phone() {
        let eight: Vec<(usize, &[usize])> = (0..8).map(|place| (place, &[0_usize][..])).collect();
        let layout = alone(&trips(&eight));
        assert_within(&layout);
        assert_eq!(layout.houses.len(), 8);
        // Names are set downwards, whole up to nine characters.
        assert_eq!(layout.houses[0].name.len(), 9);
        assert!(layout.houses.iter().all(|house| house.doors.iter().all(|door| !door.is_lattice)));
    }

    #[test]
    fn eight_places_with_long_names_and_many_doors_still_fit() {
        let all: [usize; 3] = [0, 1, 2];
        let visits: Vec<(usize, &[usize])> = (0..8).map(|place| (place, &all[..])).collect();
        let mut long = trips(&visits);
        long.places.iter_mut().for_each(|place| place.name = han(16));
        let layout = alone(&long);
        assert_within(&layout);
        assert_eq!(layout.houses[0].name.len(), 10, "nine characters and an ellipsis");
    }

    #[test]
    fn twelve_visits_are_drawn_one_by_one_and_more_are_put_together() {
        let twelve: Vec<(usize, &[usize])> = (0..12).map(|i| (i % 3, &[0_usize][..])).collect();
        let layout = alone(&trips(&twelve));
        assert_within(&layout);
        assert_eq!(layout.threads.len(), 12);
        assert!(layout.radius >= 10.0);
        assert!(layout.marks.iter().all(|mark| mark.label.is_empty()), "slots are below 30 px");
        let fifteen: Vec<(usize, &[usize])> = (0..15).map(|i| (i % 3, &[0_usize][..])).collect();
        let layout = alone(&trips(&fifteen));
        assert_eq!(layout.marks.iter().map(|mark| mark.times).collect::<Vec<_>>(), [5, 5, 5]);
    }

    #[test]
    fn who_stays_home_has_one_house_and_no_thread() {
        let home = Trips {
            items: (0..3).map(|_| TripItem::Home { steps: vec![han(4)] }).collect(),
            ..Trips::default()
        };
        let layout = alone(&home);
        assert_within(&layout);
        assert!(layout.threads.is_empty());
        assert_eq!(layout.houses[0].name[0].text, "none");
        assert!(layout.houses[0].doors[0].is_lattice);
        assert!(layout.marks.iter().all(|mark| mark.visit.is_none()));
    }

    #[test]
    fn nothing_at_all_to_do_is_still_a_picture() {
        let layout = alone(&Trips::default());
        assert_within(&layout);
        assert!(layout.marks.is_empty() && layout.threads.is_empty());
    }

    #[test]
    fn several_windows_on_one_visit_are_joined_by_a_bracket() {
        let layout = alone(&trips(&[(0, &[0, 1, 2])]));
        let [thread] = &layout.threads[..] else { panic!("one thread") };
        let bracket = thread.bracket.as_ref().expect("a bracket");
        assert_eq!(bracket.matches('V').count(), 3, "each door is joined");
        assert!((thread.ends.1 - layout.houses[0].doors[1].x).abs() < 0.1);
    }

    #[test]
    fn lines_at_one_door_stand_seven_apart_in_the_order_of_time() {
        let layout = alone(&trips(&[(0, &[0]), (1, &[0]), (0, &[0])]));
        let door = layout.houses[0].doors[0].x;
        assert_eq!(layout.threads[0].ends.1, door - 3.5);
        assert_eq!(layout.threads[2].ends.1, door + 3.5);
    }

    #[test]
    fn both_pictures_share_their_heights() {
        let before = trips(&[(0, &[0]), (1, &[0]), (2, &[0]), (0, &[1]), (0, &[2])]);
        let after = trips(&[(0, &[0])]);
        let [Some(before), Some(after)] = lay_out([Some(&before), Some(&after)], WIDTH, &SAYINGS) else {
            panic!("both were asked for")
        };
        assert_within(&before);
        assert_within(&after);
        assert_eq!((before.bottom, before.home), (after.bottom, after.home));
        assert_eq!(before.houses[0].heights, after.houses[0].heights);
        assert!(before.home - before.houses[0].heights[2] > DOOR_HEIGHT);
    }
}
