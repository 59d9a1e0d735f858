//! What 跑动图 tells: the trips of one walk, and what is done without going out, in the order of time.

use domain::step::{Channel, Side};
use domain::visits::{Visit, Visits};
use domain::walk::Walk;
use domain::{PlaceKey, Step};

/// The trips of one walk. Places stand in the order in which they are first visited, their doors in the
/// order in which they are first faced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trips {
    /// Where one goes.
    pub places: Vec<TripPlace>,
    /// What one does, in the order of time.
    pub items: Vec<TripItem>,
    /// The fewest visits with every wait at its shortest and at its longest; the items are those of the
    /// longest.
    pub visits: (u32, u32),
}

/// A place (地), drawn as a house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TripPlace {
    /// Its name.
    pub name: String,
    /// The names of the windows (窗) that one faces there; empty for one that nobody has named.
    pub doors: Vec<String>,
}

/// Something that one does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TripItem {
    /// One goes out and comes back.
    Visit(TripVisit),
    /// One stays where one is.
    Home {
        /// The names of the steps, at least one.
        steps: Vec<String>,
    },
}

/// One trip there and back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TripVisit {
    /// Which trip, from 1.
    pub number: u32,
    /// How many trips it stands for; 1 unless repeats were put together.
    pub times: u32,
    /// Where to: an index of [`Trips::places`].
    pub place: usize,
    /// Which doors there, in order of time: indices of [`TripPlace::doors`], each once.
    pub doors: Vec<usize>,
    /// The names of the steps, in order.
    pub steps: Vec<String>,
}

/// Why there is nothing to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTrips {
    /// Nobody has told the steps.
    NoSteps,
    /// There are more steps than the search for visits looks at.
    TooLarge,
}

/// The trips of a walk with its fewest visits: those with every wait at its longest, and between them what needs
/// no visit, each as early as `after` allows and in the order of the walk.
pub fn trips(walk: &Walk<'_>, visits: Option<&Visits>) -> Result<Trips, NoTrips> {
    if walk.steps.is_empty() {
        return Err(NoTrips::NoSteps);
    }
    let visits = visits.ok_or(NoTrips::TooLarge)?;
    let mut trips = Trips { visits: (visits.min, visits.max), ..Trips::default() };
    let mut keys = Keys::default();
    let mut done = vec![false; walk.steps.len()];
    let mut to_come = visits.plan.iter();
    let mut next = to_come.next();
    loop {
        let ready = |i: &usize| !done[*i] && walk.after[*i].iter().all(|before| done[*before]);
        let waits_for_later = |step: &Step| {
            step.on_site()
                && step.place.is_some()
                && next.is_none_or(|visit| !visit.steps.contains(&step.key))
        };
        let first = (0..done.len()).filter(ready).find(|i| !waits_for_later(walk.steps[*i]));
        let is_visit = first.is_none_or(|i| walk.steps[i].on_site() && walk.steps[i].place.is_some());
        match (first, next) {
            (Some(i), _) if !is_visit => {
                done[i] = true;
                if is_done_at_home(walk.steps[i]) {
                    trips.items.push(TripItem::Home { steps: vec![walk.steps[i].name.clone()] });
                }
            }
            (_, Some(visit)) => {
                keys.visit(walk, visit, &mut trips);
                for (i, step) in walk.steps.iter().enumerate() {
                    done[i] |= visit.steps.contains(&step.key);
                }
                next = to_come.next();
            }
            _ => return Ok(trips),
        }
    }
}

/// Whether the applicant does it without going out. What happens by itself asks nothing of anybody.
fn is_done_at_home(step: &Step) -> bool {
    step.side == Side::External && !step.on_site() && step.channel != Channel::Automatic
}

/// Which place and door of the file each of the picture is.
#[derive(Default)]
struct Keys<'a>(Vec<(&'a PlaceKey, Vec<Option<&'a str>>)>);

impl<'a> Keys<'a> {
    fn visit(&mut self, walk: &'a Walk<'_>, visit: &'a Visit, trips: &mut Trips) {
        let place = self.0.iter().position(|(key, _)| **key == visit.place).unwrap_or_else(|| {
            let name = walk.service.place(&visit.place).map(|place| place.name.clone()).unwrap_or_default();
            trips.places.push(TripPlace { name, doors: Vec::new() });
            self.0.push((&visit.place, Vec::new()));
            self.0.len() - 1
        });
        let steps = visit.steps.iter().filter_map(|key| walk.steps.iter().find(|step| step.key == *key));
        let mut doors: Vec<usize> = Vec::new();
        let mut names = Vec::new();
        for step in steps {
            let key = step.window.as_ref().map(|window| window.as_str());
            let known = &mut self.0[place].1;
            let door = known.iter().position(|other| *other == key).unwrap_or_else(|| {
                let window = step.window.as_ref().and_then(|key| walk.service.window(&visit.place, key));
                trips.places[place].doors.push(window.map(|window| window.name.clone()).unwrap_or_default());
                known.push(key);
                known.len() - 1
            });
            if !doors.contains(&door) {
                doors.push(door);
            }
            names.push(step.name.clone());
        }
        let number = trips.items.iter().filter(|item| matches!(item, TripItem::Visit(_))).count() + 1;
        trips.items.push(TripItem::Visit(TripVisit {
            number: u32::try_from(number).unwrap_or(u32::MAX),
            times: 1,
            place,
            doors,
            steps: names,
        }));
    }
}

/// More trips than this are not drawn one by one where some repeat.
pub const MOST_VISITS_DRAWN: usize = 12;

/// The items as they are drawn: beyond [`MOST_VISITS_DRAWN`] trips, those to the same doors are one
/// with a number of times; beyond `most` items, what follows one another at home is one.
pub fn drawn(trips: &Trips, most: usize) -> Vec<TripItem> {
    let mut items = trips.items.clone();
    let visits = |items: &[TripItem]| items.iter().filter(|i| matches!(i, TripItem::Visit(_))).count();
    if visits(&items) > MOST_VISITS_DRAWN {
        let mut merged: Vec<TripItem> = Vec::new();
        for item in items {
            let TripItem::Visit(visit) = &item else {
                merged.push(item);
                continue;
            };
            let same = merged.iter_mut().find_map(|other| match other {
                TripItem::Visit(other) if goes_to_the_same(other, visit) => Some(other),
                _ => None,
            });
            match same {
                Some(other) => {
                    other.times += visit.times;
                    other.steps.extend(visit.steps.iter().cloned());
                }
                None => merged.push(item),
            }
        }
        items = merged;
    }
    if items.len() > most {
        let mut merged: Vec<TripItem> = Vec::new();
        for item in items {
            match (merged.last_mut(), item) {
                (Some(TripItem::Home { steps }), TripItem::Home { steps: more }) => steps.extend(more),
                (_, item) => merged.push(item),
            }
        }
        items = merged;
    }
    items
}

fn goes_to_the_same(a: &TripVisit, b: &TripVisit) -> bool {
    let sorted = |visit: &TripVisit| {
        let mut doors = visit.doors.clone();
        doors.sort_unstable();
        doors
    };
    a.place == b.place && sorted(a) == sorted(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::visits::fewest;
    use domain::walk::easiest_walk;
    use domain::{Answers, Service};

    fn service(id: &str) -> Service {
        let file = format!("{}/data/examples/{id}.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).expect("the example is there");
        Service::parse(&text).expect("a valid service")
    }

    #[track_caller]
    fn check(id: &str, version: usize, told: &str) {
        let service = service(id);
        let walk = easiest_walk(&service, &service.versions[version], &Answers::new()).expect("a walk");
        let trips = trips(&walk, fewest(&walk).as_ref()).expect("trips");
        let items: Vec<String> = trips
            .items
            .iter()
            .map(|item| match item {
                TripItem::Visit(visit) => {
                    let doors: Vec<String> = visit.doors.iter().map(usize::to_string).collect();
                    format!("{}:{}", visit.place, doors.join("+"))
                }
                TripItem::Home { .. } => "-".to_owned(),
            })
            .collect();
        assert_eq!(items.join(" "), told);
        for item in &trips.items {
            let TripItem::Visit(visit) = item else { continue };
            assert!(visit.doors.iter().all(|door| *door < trips.places[visit.place].doors.len()));
            assert!(!visit.steps.is_empty());
        }
    }

    #[test]
    fn the_trips_of_the_examples_in_the_order_of_time() {
        check("example-talent-apartment", 0, "0:0 1:0 0:1 2:0+1 2:0");
        check("example-talent-apartment", 2, "- - - - - - 0:0");
        check("example-enterprise-relocation", 0, "0:0 1:0 0:1 0:2 2:0 2:1+2 3:0 4:0");
        check("example-small-restaurant", 3, "- - 0:0 - - -");
    }

    #[test]
    fn a_version_without_steps_has_no_trips_and_says_so() {
        let file = format!("{}/data/real/investment-filing.json", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).expect("it is there");
        let service = Service::parse(&text).expect("a valid service");
        let walk = easiest_walk(&service, &service.versions[0], &Answers::new()).expect("a walk");
        assert_eq!(trips(&walk, fewest(&walk).as_ref()), Err(NoTrips::NoSteps));
    }
}
