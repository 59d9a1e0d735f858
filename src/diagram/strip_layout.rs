//! The geometry of two strips of time, aligned day by day.
//!
//! A strip is a row of slots of equal width. Each day takes as many slots as the fuller of the two
//! strips needs on it — one for a day of waiting, one for each thing done — so that the same day stands
//! at the same place in both. Where that would be too narrow, the same long wait is cut in both.

use super::label::{fit, width_in_em};
use super::strip_plan::{Mark, Strip, StripWait};

/// Two strips on common columns. Everything to the right is counted in slots, from 0.
#[derive(Debug, Clone, PartialEq)]
pub struct StripLayout {
    /// How many slots both are wide.
    pub slots: f64,
    /// The days, from the left.
    pub columns: Vec<Column>,
    /// The strips; `None` for one that is not there.
    pub lanes: [Option<Lane>; 2],
}

/// A day, or days that are cut out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// The first day of it, and the last: more than one where they are cut out.
    pub days: (usize, usize),
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
}

impl Column {
    /// Whether days are cut out here.
    pub fn is_cut(&self) -> bool {
        self.days.0 < self.days.1
    }

    /// Its middle.
    pub fn middle(&self) -> f64 {
        self.x + self.width / 2.0
    }
}

/// One strip.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Where the line begins and ends.
    pub thread: (f64, f64),
    /// What is done: its middle, what, and whether it decides the last day.
    pub marks: Vec<(f64, Mark, bool)>,
    /// The waits in rows: in the first those that decide the last day, in the others those beside them.
    pub rows: Vec<Vec<PlacedWait>>,
    /// The middles of the days of 受理 and 办结.
    pub accepted: Option<f64>,
    /// See [`Lane::accepted`].
    pub decided: Option<f64>,
}

/// A wait: a box over the days that count, open where nobody works.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedWait {
    /// The parts of the box: where each begins, and how wide it is.
    pub boxes: Vec<(f64, f64)>,
    /// The days, counted from 1, with their middles.
    pub counts: Vec<(f64, usize)>,
    /// Its name as far as there is room: where it is set, and whether it ends there.
    pub name: Option<SetName>,
}

/// A name beneath a box.
#[derive(Debug, Clone, PartialEq)]
pub struct SetName {
    /// Where it begins, or ends.
    pub x: f64,
    /// Whether it ends at `x`.
    pub ends_there: bool,
    /// The words.
    pub text: String,
}

/// Below so many px a day, a long wait is cut.
const LEAST_SLOT: f64 = 16.0;
/// How wide days that are cut out are drawn, in slots.
const CUT_WIDTH: f64 = 2.0;
/// Fewer days are not worth a cut.
const LEAST_CUT: usize = 3;
/// The font of the names.
const NAME_FONT: f64 = 12.0;
/// Less of a name than so many em says nothing.
const LEAST_NAME: f64 = 3.0;

/// Lays out two strips so that equal days stand at equal places, for a picture about `width` px wide.
pub fn lay_out(strips: [Option<&Strip>; 2], width: f64) -> StripLayout {
    let there: Vec<&Strip> = strips.iter().copied().flatten().collect();
    let days = there.iter().map(|strip| strip.last + 1).max().unwrap_or(0);
    let widths: Vec<usize> = (0..days).map(|day| slots_of_day(&there, day)).collect();
    let columns = columns(&there, &widths, width);
    let slots = columns.last().map_or(1.0, |last| last.x + last.width);
    let grid = Grid { columns: &columns, strips: &there, slots, slot_px: width / slots };
    StripLayout {
        slots,
        lanes: strips.map(|strip| strip.map(|strip| grid.lane(strip))),
        columns: columns.clone(),
    }
}

fn waits_on(strip: &Strip, day: usize) -> bool {
    strip.waits.iter().any(|wait| wait.days.contains(&day))
}

fn marks_on(strip: &Strip, day: usize) -> usize {
    strip.marks.iter().filter(|mark| mark.day == day).count()
}

fn slots_of_day(strips: &[&Strip], day: usize) -> usize {
    let waits = strips.iter().any(|strip| waits_on(strip, day));
    let marks = strips.iter().map(|strip| marks_on(strip, day)).max().unwrap_or(0);
    (usize::from(waits) + marks).max(1)
}

/// Whether nothing begins, ends or is done on a day, so that nobody misses it.
fn is_quiet(strips: &[&Strip], day: usize) -> bool {
    strips.iter().all(|strip| {
        let told = [strip.accepted, strip.decided, Some(strip.last), Some(0)];
        let at_an_end = |wait: &StripWait| wait.days.first() == Some(&day) || wait.days.last() == Some(&day);
        marks_on(strip, day) == 0 && !told.contains(&Some(day)) && !strip.waits.iter().any(at_an_end)
    })
}

fn columns(strips: &[&Strip], widths: &[usize], width: f64) -> Vec<Column> {
    let quiet: Vec<bool> = (0..widths.len()).map(|day| is_quiet(strips, day)).collect();
    // What may be cut out is all but the first and the last of days on which nothing happens.
    let mut quiet_runs: Vec<(usize, usize)> = quiet
        .chunk_by(|a, b| a == b)
        .scan(0, |at, run| {
            let first = *at;
            *at += run.len();
            Some((run[0], first + 1, *at - 1))
        })
        .filter(|(is_quiet, first, end)| *is_quiet && end.saturating_sub(*first) >= LEAST_CUT)
        .map(|(_, first, end)| (first, end))
        .collect();
    quiet_runs.sort_by_key(|(first, end)| std::cmp::Reverse(end - first));
    let mut too_many = widths.iter().sum::<usize>() as f64 - width / LEAST_SLOT;
    let mut cuts = Vec::new();
    for (first, end) in quiet_runs {
        if too_many <= 0.0 {
            break;
        }
        // No more than is needed, out of the middle.
        let needed = (too_many + CUT_WIDTH).ceil() as usize;
        let days = needed.clamp(LEAST_CUT, end - first);
        let from = first + (end - first - days) / 2;
        too_many -= days as f64 - CUT_WIDTH;
        cuts.push((from, from + days - 1));
    }
    let mut columns: Vec<Column> = Vec::new();
    let mut x = 0.0;
    let mut day = 0;
    while day < widths.len() {
        let cut = cuts.iter().find(|(first, _)| *first == day);
        let (last, width) = cut.map_or((day, widths[day] as f64), |(_, last)| (*last, CUT_WIDTH));
        columns.push(Column { days: (day, last), x, width });
        x += width;
        day = last + 1;
    }
    columns
}

/// The columns, and what is on them.
struct Grid<'a> {
    columns: &'a [Column],
    strips: &'a [&'a Strip],
    slots: f64,
    slot_px: f64,
}

impl Grid<'_> {
    fn column(&self, day: usize) -> Option<&Column> {
        self.columns.iter().find(|column| column.days.0 <= day && day <= column.days.1)
    }

    fn lane(&self, strip: &Strip) -> Lane {
        let marks: Vec<(f64, Mark, bool)> = (0..strip.marks.len()).map(|i| self.mark(strip, i)).collect();
        let rows = rows(&strip.waits);
        let rows: Vec<Vec<PlacedWait>> = rows.into_iter().map(|row| self.row(&row)).collect();
        let boxes = || rows.iter().flatten().flat_map(|wait| &wait.boxes);
        let begins = marks.iter().map(|(x, ..)| *x).chain(boxes().map(|(x, _)| *x));
        let ends = marks.iter().map(|(x, ..)| *x).chain(boxes().map(|(x, width)| x + width));
        let middle = |day: Option<usize>| Some(self.column(day?)?.middle());
        Lane {
            thread: (begins.fold(self.slots, f64::min), ends.fold(0.0, f64::max)),
            marks,
            rows,
            accepted: middle(strip.accepted),
            decided: middle(strip.decided),
        }
    }

    /// Marks stand behind the day of waiting, in the middle of what is left of the day.
    fn mark(&self, strip: &Strip, i: usize) -> (f64, Mark, bool) {
        let mark = &strip.marks[i];
        let Some(column) = self.column(mark.day) else { return (0.0, mark.mark, mark.is_critical) };
        let waits = self.strips.iter().any(|strip| waits_on(strip, mark.day));
        let indent = if waits { 1.0 } else { 0.0 };
        let today = marks_on(strip, mark.day) as f64;
        let before = strip.marks[..i].iter().filter(|other| other.day == mark.day).count() as f64;
        let offset = (column.width - indent - today) / 2.0;
        (column.x + indent + offset + before + 0.5, mark.mark, mark.is_critical)
    }

    fn row(&self, waits: &[&StripWait]) -> Vec<PlacedWait> {
        let mut placed: Vec<PlacedWait> = waits.iter().map(|wait| self.wait(wait)).collect();
        let begins: Vec<f64> =
            placed.iter().map(|wait| wait.boxes.first().map_or(0.0, |(x, _)| *x)).collect();
        for (i, wait) in waits.iter().enumerate() {
            let room_ends = begins.get(i + 1).copied().unwrap_or(self.slots);
            let set = placed[..i].iter().filter_map(|before| before.name.as_ref());
            let room_begins = set.map(|name| {
                let width = width_in_em(&name.text) * NAME_FONT / self.slot_px;
                if name.ends_there { name.x } else { name.x + width }
            });
            let room_begins = room_begins.fold(0.0, f64::max);
            placed[i].name = self.name(&wait.name, begins[i], (room_begins, room_ends), &placed[i]);
        }
        placed
    }

    /// A name begins with its box where it fits before the next, and else ends with its box.
    fn name(&self, name: &str, begins: f64, room: (f64, f64), wait: &PlacedWait) -> Option<SetName> {
        let gap = 0.6 * NAME_FONT / self.slot_px;
        let em = |slots: f64| (slots - gap) * self.slot_px / NAME_FONT;
        let set = |slots: f64| fit(name, em(slots), 1).into_iter().next();
        let ends = wait.boxes.last().map_or(begins, |(x, width)| x + width);
        let whole = width_in_em(name);
        let (after, before) = (room.1 - begins, ends - room.0);
        let from_end = em(after) < whole && before > after;
        let (slots, x) = if from_end { (before, ends - gap) } else { (after, begins) };
        (em(slots) >= LEAST_NAME.min(whole)).then(|| set(slots)).flatten().map(|text| SetName {
            x,
            ends_there: from_end,
            text,
        })
    }

    fn wait(&self, wait: &StripWait) -> PlacedWait {
        let (first, last) = (wait.days.first().copied(), wait.days.last().copied());
        let covers = |column: &Column| match column.is_cut() {
            true => first < Some(column.days.0) && last > Some(column.days.1),
            false => wait.days.contains(&column.days.0),
        };
        let mut placed = PlacedWait { boxes: Vec::new(), counts: Vec::new(), name: None };
        let mut goes_on = false;
        for (i, column) in self.columns.iter().enumerate() {
            if !covers(column) {
                goes_on = false;
                continue;
            }
            let next = self.columns.get(i + 1).is_some_and(covers);
            // Where the wait ends, what else is done on the day stands behind its box.
            let width = if next || column.is_cut() { column.width } else { 1.0 };
            match placed.boxes.last_mut() {
                Some((_, so_far)) if goes_on => *so_far += width,
                _ => placed.boxes.push((column.x, width)),
            }
            if let Some(at) = wait.days.iter().position(|day| *day == column.days.0 && !column.is_cut()) {
                placed.counts.push((column.x + width / 2.0, at + 1));
            }
            goes_on = true;
        }
        placed
    }
}

/// Waits in rows in which none overlaps: those that decide the last day first.
fn rows(waits: &[StripWait]) -> Vec<Vec<&StripWait>> {
    let mut rows: Vec<Vec<&StripWait>> = vec![Vec::new()];
    let overlap =
        |a: &StripWait, b: &StripWait| a.days.first() <= b.days.last() && b.days.first() <= a.days.last();
    let (critical, beside): (Vec<&StripWait>, Vec<&StripWait>) =
        waits.iter().partition(|wait| wait.is_critical);
    for (waits, from) in [(critical, 0), (beside, 1)] {
        for wait in waits {
            let free = (from..rows.len()).find(|row| !rows[*row].iter().any(|other| overlap(other, wait)));
            match free {
                Some(row) => rows[row].push(wait),
                None => rows.push(vec![wait]),
            }
        }
    }
    rows.iter_mut().for_each(|row| row.sort_by_key(|wait| wait.days.first().copied()));
    rows
}

#[cfg(test)]
mod tests {
    use super::super::strip_plan::StripMark;
    use super::*;

    const PHONE: f64 = 328.0;

    fn visit(day: usize, number: u32) -> StripMark {
        StripMark { day, mark: Mark::Visit(number), is_critical: true }
    }

    fn wait(days: impl IntoIterator<Item = usize>) -> StripWait {
        StripWait { name: "w".repeat(4), days: days.into_iter().collect(), is_critical: true }
    }

    fn strip(marks: Vec<StripMark>, waits: Vec<StripWait>, last: usize) -> Strip {
        Strip { marks, waits, last, ..Strip::default() }
    }

    #[test]
    fn equal_days_stand_at_equal_places() {
        let busy = strip(vec![visit(0, 1), visit(0, 2), visit(1, 3)], vec![wait([1])], 1);
        let still = Strip::waiting("", 2);
        let layout = lay_out([Some(&busy), Some(&still)], PHONE);
        let [Some(busy), Some(still)] = &layout.lanes else { panic!("both are there") };
        let widths: Vec<f64> = layout.columns.iter().map(|column| column.width).collect();
        assert_eq!((layout.slots, widths), (5.0, vec![2.0, 2.0, 1.0]));
        assert_eq!(busy.marks.iter().map(|(x, ..)| *x).collect::<Vec<_>>(), [0.5, 1.5, 3.5]);
        // The wait of the other begins where this one waits, and has no gap.
        assert_eq!(busy.rows[0][0].boxes, [(2.0, 1.0)]);
        assert_eq!(still.rows[0][0].boxes, [(2.0, 3.0)]);
        assert_eq!(still.rows[0][0].counts, [(3.0, 1), (4.5, 2)]);
    }

    #[test]
    fn a_box_is_open_over_days_off_and_its_count_goes_on() {
        let layout = lay_out([Some(&strip(vec![visit(0, 1)], vec![wait([1, 4, 5])], 5)), None], PHONE);
        let Some(lane) = &layout.lanes[0] else { panic!("it is there") };
        assert_eq!(lane.rows[0][0].boxes, [(1.0, 1.0), (4.0, 2.0)]);
        assert_eq!(lane.rows[0][0].counts, [(1.5, 1), (4.5, 2), (5.5, 3)]);
        assert_eq!(lane.thread, (0.5, 6.0));
    }

    #[test]
    fn what_runs_beside_the_chain_has_a_row_of_its_own() {
        let mut beside = wait([1, 2]);
        beside.is_critical = false;
        let mut later = wait([3]);
        later.is_critical = false;
        let strip = strip(Vec::new(), vec![wait([1, 2, 3, 4]), beside, later], 4);
        let layout = lay_out([Some(&strip), None], PHONE);
        let Some(lane) = &layout.lanes[0] else { panic!("it is there") };
        assert_eq!(lane.rows.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn the_same_long_wait_is_cut_in_both_until_a_day_has_sixteen_px() {
        let long = strip(vec![visit(0, 1), visit(60, 2)], vec![wait(1..=60)], 60);
        let short = strip(vec![visit(0, 1)], vec![wait(1..=3)], 3);
        let layout = lay_out([Some(&long), Some(&short)], PHONE);
        assert!(PHONE / layout.slots >= LEAST_SLOT, "{} slots", layout.slots);
        let cuts: Vec<_> = layout.columns.iter().filter(|column| column.is_cut()).collect();
        assert_eq!(cuts.len(), 1);
        // 62 slots are 41.5 too many for a phone, and what stands for the days is two wide.
        assert_eq!(cuts[0].days.1 - cuts[0].days.0 + 1, 44);
        let [Some(long), Some(short)] = &layout.lanes else { panic!("both are there") };
        assert_eq!(long.rows[0][0].boxes.len(), 1, "the box goes on across the cut");
        assert_eq!(long.rows[0][0].counts.last().map(|(_, count)| *count), Some(60));
        assert!(short.thread.1 < cuts[0].x);
        // Where there is room, nothing is cut.
        let wide = lay_out([Some(&Strip::waiting("", 19)), None], PHONE);
        assert!(wide.columns.iter().all(|column| !column.is_cut()));
    }

    #[test]
    fn nothing_at_all_is_one_empty_slot() {
        assert_eq!(lay_out([None, None], PHONE).slots, 1.0);
        let layout = lay_out([Some(&Strip::default()), None], PHONE);
        assert_eq!((layout.slots, layout.columns.len()), (1.0, 1));
    }

    #[test]
    fn no_name_lies_over_another_even_if_one_between_has_no_room() {
        let mut waits = vec![wait([1, 2]), wait([3]), wait([4])];
        waits.iter_mut().for_each(|wait| wait.name = "w".repeat(9));
        let strip = strip(vec![visit(0, 1)], waits, 16);
        let layout = lay_out([Some(&strip), None], PHONE);
        let Some(lane) = &layout.lanes[0] else { panic!("it is there") };
        let px = PHONE / layout.slots;
        let mut taken = 0.0;
        for name in lane.rows[0].iter().filter_map(|wait| wait.name.as_ref()) {
            let width = width_in_em(&name.text) * NAME_FONT / px;
            let (begins, ends) =
                if name.ends_there { (name.x - width, name.x) } else { (name.x, name.x + width) };
            assert!(begins >= taken, "{:?}", lane.rows[0]);
            taken = ends;
        }
    }

    #[test]
    fn a_name_that_does_not_fit_behind_ends_with_its_box() {
        let mut last = wait([19]);
        last.name = "w".repeat(9);
        let strip = strip(vec![visit(0, 1)], vec![wait([1]), last], 19);
        let layout = lay_out([Some(&strip), None], PHONE);
        let Some(lane) = &layout.lanes[0] else { panic!("it is there") };
        let name = lane.rows[0][1].name.as_ref().expect("it is set");
        assert!(name.ends_there && name.x < 20.0, "{name:?}");
    }
}
