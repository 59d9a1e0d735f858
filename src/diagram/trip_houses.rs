//! The houses of 跑动图 (粉墙黛瓦): how wide, how high and where they stand, and their doors.

use super::label::{downwards, fit_evenly, narrowest, width_in_em};
use super::trip_layout::{LABEL_FONT, LABEL_LINE, SetLine};
use super::trip_plan::{TripVisit, Trips};

/// A place with its doors.
#[derive(Debug, Clone, PartialEq)]
pub struct House {
    /// The middle of its wall, to the right.
    pub middle: f64,
    /// How wide its wall is.
    pub width: f64,
    /// How far the roof reaches beyond the wall on each side.
    pub eave: f64,
    /// The height of the ridge, of the foot of the roof, and of the ground.
    pub heights: [f64; 3],
    /// Its name, above the roof.
    pub name: Vec<SetLine>,
    /// Its doors, from the left.
    pub doors: Vec<Door>,
}

/// A window that one faces.
#[derive(Debug, Clone, PartialEq)]
pub struct Door {
    /// Its middle, to the right.
    pub x: f64,
    /// Whether it is the one and only, and so a lattice window.
    pub is_lattice: bool,
    /// Its name, above it.
    pub name: Vec<SetLine>,
}

/// How high a door is, and a lattice window.
pub const DOOR_HEIGHT: f64 = 30.0;

/// What the houses of both pictures of a comparison have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct HouseStyle {
    /// From door to door, unless the name of the house makes it wider.
    pitch: f64,
    /// How high the names above the roofs are.
    names: f64,
    /// How high the names of the doors are.
    door_names: f64,
}

const NAME_FONT: f64 = 13.0;
const NAME_LINE: f64 = 16.0;
const WIDEST_PITCH: f64 = 66.0;
/// Below this pitch the names of doors are set downwards.
const LEAST_LEVEL_PITCH: f64 = 40.0;
/// From so many places on, names are set downwards.
const MANY_PLACES: usize = 5;
/// What is set downwards has so many characters at most.
const MOST_DOWNWARDS: usize = 10;
const MOST_DOOR_DOWNWARDS: usize = 6;
const ROOF: f64 = 24.0;

/// How the names of one picture are set.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Setting {
    /// From left to right, in so many lines.
    Level { lines: usize },
    /// Downwards, one character a line.
    Downwards,
}

fn gap(places: usize) -> f64 {
    if places < MANY_PLACES { 16.0 } else { 8.0 }
}

fn eave(places: usize) -> f64 {
    if places < MANY_PLACES { 7.0 } else { 3.5 }
}

/// The widest a name needs on so many lines.
fn name_width(name: &str, lines: usize) -> f64 {
    narrowest(name, lines) * NAME_FONT + 2.0
}

fn wall_width(doors: usize, name: &str, pitch: f64, setting: Setting) -> f64 {
    let doors = doors.max(1) as f64 * pitch;
    match setting {
        Setting::Level { lines } => doors.max(name_width(name, lines)),
        Setting::Downwards => doors.max(LABEL_FONT + 4.0),
    }
}

fn whole_width(trips: &Trips, pitch: f64, setting: Setting) -> f64 {
    let n = trips.places.len();
    let walls: f64 =
        trips.places.iter().map(|place| wall_width(place.doors.len(), &place.name, pitch, setting)).sum();
    walls + gap(n) * n.saturating_sub(1) as f64 + 2.0 * eave(n)
}

/// The widest pitch at which all houses fit, and how the names are then set.
fn setting(trips: &Trips, width: f64) -> (f64, Setting) {
    if trips.places.len() < MANY_PLACES {
        for (lines, least) in [(1, 52.0), (2, LEAST_LEVEL_PITCH)] {
            let setting = Setting::Level { lines };
            if let Some(pitch) = widest_pitch(trips, width, setting, least) {
                return (pitch, setting);
            }
        }
    }
    let setting = Setting::Downwards;
    let pitch = widest_pitch(trips, width, setting, 6.0);
    (pitch.unwrap_or(6.0), setting)
}

fn widest_pitch(trips: &Trips, width: f64, setting: Setting, least: f64) -> Option<f64> {
    let mut pitch = WIDEST_PITCH;
    while pitch >= least {
        if whole_width(trips, pitch, setting) <= width {
            return Some(pitch);
        }
        pitch -= 0.5;
    }
    None
}

impl HouseStyle {
    /// The style that suits all pictures of a comparison; `None` where there is none.
    pub fn shared<'a>(pictures: impl Iterator<Item = &'a Trips> + Clone, width: f64) -> Option<HouseStyle> {
        let pitch = pictures.clone().map(|trips| setting(trips, width).0).reduce(f64::min)?;
        let heights = pictures.map(|trips| name_heights(trips, setting(trips, width).1, pitch));
        let (names, door_names) = heights
            .fold((NAME_LINE, LABEL_LINE), |(names, doors), (n, d)| (f64::max(names, n), f64::max(doors, d)));
        Some(HouseStyle { pitch, names, door_names })
    }

    /// How much of the room for names one picture does not need.
    pub fn unused(&self, trips: &Trips, width: f64) -> f64 {
        let (names, _) = name_heights(trips, setting(trips, width).1, self.pitch);
        self.names - names.max(NAME_LINE)
    }

    /// The height of the ground, where the doors stand.
    pub fn ground(&self) -> f64 {
        self.heights()[2]
    }

    /// Of the ridge, of the foot of the roof, and of the ground.
    fn heights(&self) -> [f64; 3] {
        let ridge = self.names + 6.0;
        let roof = ridge + ROOF;
        [ridge, roof, roof + 11.0 + self.door_names + DOOR_HEIGHT]
    }
}

/// How high the names of the houses and of the doors of a picture are at most.
fn name_heights(trips: &Trips, setting: Setting, pitch: f64) -> (f64, f64) {
    let mut heights = (0.0, 0.0);
    for place in &trips.places {
        let wall = wall_width(place.doors.len(), &place.name, pitch, setting);
        let name = set_name(&place.name, wall, setting).len() as f64 * name_line(setting);
        let room = wall / place.doors.len().max(1) as f64;
        let doors = place.doors.iter().map(|name| door_name(name, room, 0.0, 0.0).len());
        let doors = doors.max().unwrap_or(0) as f64 * LABEL_LINE;
        heights = (f64::max(heights.0, name), f64::max(heights.1, doors));
    }
    heights
}

/// The lines of the name of a house.
fn set_name(name: &str, wall: f64, setting: Setting) -> Vec<String> {
    match setting {
        Setting::Level { lines } => fit_evenly(name, wall / NAME_FONT, lines),
        Setting::Downwards => downwards(name, MOST_DOWNWARDS),
    }
}

fn name_line(setting: Setting) -> f64 {
    match setting {
        Setting::Level { .. } => NAME_LINE,
        Setting::Downwards => NAME_FONT * 1.08,
    }
}

/// The name of a door in the room it has, from a height downwards: level where a few characters fit
/// beside each other, else one below the other.
fn door_name(name: &str, room: f64, x: f64, top: f64) -> Vec<SetLine> {
    let lines = if room >= LEAST_LEVEL_PITCH {
        fit_evenly(name, (room - 4.0) / LABEL_FONT, 3)
    } else if room >= LABEL_FONT + 2.0 {
        downwards(name, MOST_DOOR_DOWNWARDS)
    } else {
        Vec::new()
    };
    let lines = lines.into_iter().zip(1_u8..);
    lines.map(|(text, i)| SetLine { x, y: top + LABEL_LINE * f64::from(i) - 3.0, text }).collect()
}

/// The houses of one picture. `visits` tells where on the home line each visit leaves, `everything`
/// where all marks are.
pub fn houses(
    trips: &Trips,
    visits: &[(f64, &TripVisit)],
    everything: &[f64],
    width: f64,
    style: &HouseStyle,
    stays_home: &str,
) -> Vec<House> {
    let mean = |slots: &[f64]| match slots {
        [] => width / 2.0,
        slots => slots.iter().sum::<f64>() / slots.len() as f64,
    };
    if trips.places.is_empty() {
        let wall = name_width(stays_home, 1).max(style.pitch).max(WIDEST_PITCH);
        let middle = mean(everything).clamp(wall / 2.0 + 8.0, width - wall / 2.0 - 8.0);
        let mut house =
            style.house(stays_home, &[String::new()], wall, middle, 1, Setting::Level { lines: 1 });
        house.doors[0].is_lattice = true;
        return vec![house];
    }
    let (_, setting) = setting(trips, width);
    let n = trips.places.len();
    let walls: Vec<f64> = trips
        .places
        .iter()
        .map(|place| wall_width(place.doors.len(), &place.name, style.pitch, setting))
        .collect();
    let slots_of = |place: usize| -> Vec<f64> {
        visits.iter().filter(|(_, visit)| visit.place == place).map(|(x, _)| *x).collect()
    };
    let wanted: Vec<f64> = (0..n).map(|place| mean(&slots_of(place))).collect();
    // A house that stands alone may reach out, so that its lattice is above the last slot, too.
    let eave = if n == 1 { 0.0 } else { eave(n) };
    let middles = pushed_apart(&wanted, &walls, gap(n), (eave, width - eave));
    let mut houses: Vec<House> = trips
        .places
        .iter()
        .zip(walls.iter().zip(&middles))
        .map(|(place, (wall, middle))| style.house(&place.name, &place.doors, *wall, *middle, n, setting))
        .collect();
    if let [house] = &mut houses[..]
        && let [door] = &mut house.doors[..]
    {
        let room = (house.width / 2.0 - DOOR_HEIGHT / 2.0 - 3.0).max(0.0);
        let x = mean(&slots_of(0)).clamp(house.middle - room, house.middle + room);
        door.is_lattice = true;
        door.x = x;
        for line in &mut door.name {
            let half = width_in_em(&line.text) * LABEL_FONT / 2.0;
            let room = (house.width / 2.0 - half - 2.0).max(0.0);
            line.x = x.clamp(house.middle - room, house.middle + room);
        }
    }
    houses
}

impl HouseStyle {
    fn house(
        &self,
        name: &str,
        doors: &[String],
        wall: f64,
        middle: f64,
        places: usize,
        setting: Setting,
    ) -> House {
        let heights @ [ridge, roof, _] = self.heights();
        let (lines, line) = (set_name(name, wall, setting), name_line(setting));
        let first = ridge - 10.0 - line * lines.len().saturating_sub(1) as f64;
        let name = lines.into_iter().zip(0_u8..);
        let name = name.map(|(text, i)| SetLine { x: middle, y: first + line * f64::from(i), text });
        let room = wall / doors.len().max(1) as f64;
        let first = middle - room * (doors.len() as f64 - 1.0) / 2.0;
        let doors = doors.iter().zip(0_u16..).map(|(door, i)| {
            let x = first + room * f64::from(i);
            Door { x, is_lattice: false, name: door_name(door, room, x, roof + 5.0) }
        });
        let (name, doors) = (name.collect(), doors.collect());
        House { middle, width: wall, eave: eave(places), heights, name, doors }
    }
}

/// Middles as near to the wanted ones as their order, the gap between the walls and the bounds allow.
fn pushed_apart(wanted: &[f64], walls: &[f64], gap: f64, (left, right): (f64, f64)) -> Vec<f64> {
    let n = wanted.len();
    let apart = |i: usize| walls[i] / 2.0 + gap + walls[i + 1] / 2.0;
    // Pushed to the right only, and to the left only; both keep the distances, so their mean does too.
    let mut rightwards = wanted.to_vec();
    for i in 1..n {
        rightwards[i] = rightwards[i].max(rightwards[i - 1] + apart(i - 1));
    }
    let mut leftwards = wanted.to_vec();
    for i in (1..n).rev() {
        leftwards[i - 1] = leftwards[i - 1].min(leftwards[i] - apart(i - 1));
    }
    let mut middles: Vec<f64> = rightwards.iter().zip(&leftwards).map(|(a, b)| (a + b) / 2.0).collect();
    for i in (0..n).rev() {
        let bound = if i + 1 == n { right - walls[i] / 2.0 } else { middles[i + 1] - apart(i) };
        middles[i] = middles[i].min(bound);
    }
    for i in 0..n {
        let bound = if i == 0 { left + walls[0] / 2.0 } else { middles[i - 1] + apart(i - 1) };
        middles[i] = middles[i].max(bound);
    }
    middles
}
