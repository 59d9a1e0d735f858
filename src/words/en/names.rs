//! English: the names of things and of values.

use domain::material::Provision;
use domain::measure::MeasureKind;
use domain::reported::{ToldChange, Unit};
use domain::service::{Audience, InForceState};
use domain::step::{Channel, Side};
use domain::{
    ChangeKind, Direction, EvidenceKind, Field, ProblemCategory, ProblemState, Share, TimeUnit, WhyUnknown,
};

use super::listed;
use crate::words::Names;

pub const NAMES: Names = Names {
    measure: |kind| match kind {
        MeasureKind::Places => "Places",
        MeasureKind::Windows => "Windows",
        MeasureKind::Visits => "Visits",
        MeasureKind::ApplicantSteps => "Steps",
        MeasureKind::BackOfficeSteps => "Back-office steps",
        MeasureKind::Documents => "Papers",
        MeasureKind::LegalLimit => "Legal limit",
        MeasureKind::PromisedLimit => "Promised limit",
        MeasureKind::ComputedLimit => "Computed limit",
        MeasureKind::Submissions => "Papers handed in",
        MeasureKind::WaivedShare => "Papers waived",
        MeasureKind::WholeTime => "Whole time",
        MeasureKind::MeasuredLimit => "Measured time",
        MeasureKind::Burden => "Own time",
        MeasureKind::Fees => "Fees",
    },
    measure_plain: |kind| match kind {
        MeasureKind::Places => "how many places to go to",
        MeasureKind::Windows => "how many windows to find",
        MeasureKind::Visits => "how many visits to make",
        MeasureKind::ApplicantSteps => "how many steps of one’s own",
        MeasureKind::BackOfficeSteps => "how many steps of the back office",
        MeasureKind::Documents => "how many papers to hand in",
        MeasureKind::LegalLimit => "days at most by law",
        MeasureKind::PromisedLimit => "days that are promised",
        MeasureKind::ComputedLimit => "days by the steps",
        MeasureKind::Submissions => "how often papers are handed in",
        MeasureKind::WaivedShare => "how many papers need not be handed in",
        MeasureKind::WholeTime => "how long from start to end",
        MeasureKind::MeasuredLimit => "days it really takes",
        MeasureKind::Burden => "how much time of one’s own",
        MeasureKind::Fees => "how much it costs",
    },
    rule: |kind| match kind {
        MeasureKind::Places => "Places that one has to go to, each once. Online and by post do not count.",
        MeasureKind::Windows => {
            "Windows that one has to face, each window of a place once. A kiosk counts as a window."
        }
        MeasureKind::Visits => {
            "In the order of the steps, the fewest times that one has to leave home. Going on to another place is another visit; so is having to wait for a later working day. Waiting for minutes or hours is not, and neither is online or by post."
        }
        MeasureKind::ApplicantSteps => {
            "Steps that the applicant has to take part in. Steps that may be left out do not count; those of the back office are counted apart."
        }
        MeasureKind::BackOfficeSteps => "Steps that the office does by itself, without the applicant.",
        MeasureKind::Documents => {
            "Papers that the applicant has to hand in, each once. What need not be handed in (electronic licences, shared data) does not count."
        }
        MeasureKind::LegalLimit => "The time in which the law wants it decided, without special procedures.",
        MeasureKind::PromisedLimit => {
            "The time in which the office promises to decide, without special procedures."
        }
        MeasureKind::ComputedLimit => {
            "From acceptance to decision, the longest chain of waits added up. The applicant’s own time does not count, nor do waits shorter than a day."
        }
        MeasureKind::Submissions => {
            "Each time a paper is handed in counts: the same paper at three windows counts three times."
        }
        MeasureKind::WaivedShare => {
            "How many of the papers need not be handed in (electronic licences, shared data). Each paper counts once; if any step still asks for it, it has to be handed in."
        }
        MeasureKind::WholeTime => {
            "From the first step to having the result, the longest chain of own time and waits, without the way there. Where something is told in days, only days are added, and what is shorter than a day is not counted."
        }
        MeasureKind::MeasuredLimit => {
            "How long it really took from acceptance to decision: the median, with the number of cases."
        }
        MeasureKind::Burden => {
            "The applicant’s own time: preparing, queueing, being served, and the way there and back for each visit. If any of it is not told, there is no total."
        }
        MeasureKind::Fees => {
            "The fees that the steps tell, added up. If none is told, it is not known, not free of charge."
        }
    },
    counter: |kind, most| match kind {
        MeasureKind::Places => form(most, "place", "places"),
        MeasureKind::Windows => form(most, "window", "windows"),
        MeasureKind::Visits => form(most, "visit", "visits"),
        MeasureKind::ApplicantSteps | MeasureKind::BackOfficeSteps => form(most, "step", "steps"),
        MeasureKind::Documents => form(most, "paper", "papers"),
        MeasureKind::Submissions => form(most, "paper handed in", "papers handed in"),
        MeasureKind::Fees => "yuan",
        MeasureKind::WaivedShare
        | MeasureKind::LegalLimit
        | MeasureKind::PromisedLimit
        | MeasureKind::ComputedLimit
        | MeasureKind::WholeTime
        | MeasureKind::MeasuredLimit
        | MeasureKind::Burden => "",
    },
    measure_word: |kind, _| match kind {
        MeasureKind::Fees => "yuan",
        _ => "",
    },
    evidence: |kind| match kind {
        EvidenceKind::Measured => "Measured",
        EvidenceKind::Published => "Published",
        EvidenceKind::Computed => "Computed",
        EvidenceKind::SelfReported => "Self-reported",
        EvidenceKind::Example => "Example",
    },
    evidence_meaning: |kind| match kind {
        EvidenceKind::Measured => "somebody really did it; the median, with how often",
        EvidenceKind::Published => "there is a public source; open it to read the words",
        EvidenceKind::Computed => "computed from the steps",
        EvidenceKind::SelfReported => "the office says so itself",
        EvidenceKind::Example => "to demonstrate, not real data",
    },
    change: |kind| match kind {
        ChangeKind::Kept => "Kept",
        ChangeKind::Dropped => "Dropped",
        ChangeKind::Added => "Added",
        ChangeKind::Merged => "Merged",
        ChangeKind::Split => "Split",
        ChangeKind::Renamed => "Renamed",
        ChangeKind::MadeParallel => "Made parallel",
        ChangeKind::MadeSequential => "Made sequential",
        ChangeKind::Reordered => "Reordered",
        ChangeKind::MovedOnline => "Moved online",
        ChangeKind::MovedOffline => "Moved offline",
        ChangeKind::MovedToBackOffice => "Moved to the back office",
        ChangeKind::MovedToApplicant => "Moved to the applicant",
        ChangeKind::Shortened => "Shortened",
        ChangeKind::Lengthened => "Lengthened",
        ChangeKind::FewerMaterials => "Fewer papers",
        ChangeKind::MoreMaterials => "More papers",
        ChangeKind::Cheaper => "Cheaper",
        ChangeKind::Dearer => "Dearer",
        ChangeKind::Relocated => "Other place or window",
        ChangeKind::LegalBasisChanged => "Other legal basis",
        ChangeKind::Adjusted => "Otherwise adjusted",
    },
    field: |field| match field {
        Field::Name => "Name",
        Field::Stage => "Stage",
        Field::Actor => "Done by",
        Field::Side => "Front or back office",
        Field::After => "Comes after",
        Field::Channel => "How",
        Field::Place => "Place",
        Field::Window => "Window",
        Field::Prepare => "Preparing",
        Field::Queue => "Queueing",
        Field::Counter => "Being served",
        Field::Wait => "Waiting",
        Field::Materials => "Papers",
        Field::Outputs => "You get",
        Field::Fee => "Fee",
        Field::LegalBasis => "Legal basis",
    },
    why_unknown: |why| match why {
        WhyUnknown::NoSteps => "The steps are not told, so they cannot be counted.",
        WhyUnknown::NotStated => "It is not told.",
        WhyUnknown::NoSpan => "It is not told at which step it is accepted and at which it is decided.",
        WhyUnknown::UnknownWait(_) => "It is not known how long one of the steps makes one wait.",
        WhyUnknown::UnknownOwnTime(_) => "It is not told how much time of one’s own one of the steps takes.",
        WhyUnknown::OwnTimeInDays(_) => {
            "One’s own time for one of the steps is told in days, which are no minutes."
        }
        WhyUnknown::UnknownTravel(_) => "It is not told how many minutes the way to one of the places takes.",
        WhyUnknown::NoDocuments => "No paper is asked for, so there is no share.",
        WhyUnknown::MixedDays => {
            "Some waits are in working days and some in calendar days; without a day to begin on they do not add up."
        }
        WhyUnknown::TooLarge => "There are too many steps to count.",
    },
    audience: |audience| match audience {
        Audience::NaturalPerson => "For individuals",
        Audience::LegalPerson => "For companies",
        Audience::Both => "For individuals and companies",
    },
    channel: |channel| match channel {
        Channel::Counter => "At a window",
        Channel::Kiosk => "At a kiosk",
        Channel::Online => "Online",
        Channel::Post => "By post",
        Channel::Phone => "By phone",
        Channel::Automatic => "Without applying",
    },
    side: |side| match side {
        Side::External => "Done by the applicant",
        Side::Internal => "Done by the back office",
    },
    provision: |provision| match provision {
        Provision::Submitted => "Handed in",
        Provision::WaivedByLicence => "Waived: electronic licence",
        Provision::WaivedBySharing => "Waived: shared data",
        Provision::Commitment => "Replaced by a written commitment",
        Provision::Later => "Can be handed in later",
    },
    in_force: |state| match state {
        InForceState::InForce => "In force",
        InForceState::Planned => "About to come into force",
        InForceState::Ended => "No longer in force",
        InForceState::Unknown => "Not known whether in force",
    },
    problem_state: |state| match state {
        ProblemState::Found => "Found",
        ProblemState::Assigned => "Assigned",
        ProblemState::UnderRepair => "Being repaired",
        ProblemState::Repaired => "Repaired",
        ProblemState::Verified => "Verified",
        ProblemState::Confirmed => "Confirmed",
        ProblemState::Unfounded => "Unfounded",
        ProblemState::Unsolvable => "Cannot be solved",
    },
    problem_category: |category| match category {
        ProblemCategory::Material => "Papers",
        ProblemCategory::Step => "Steps",
        ProblemCategory::TimeLimit => "Time limits",
        ProblemCategory::Trips => "Trips",
        ProblemCategory::Window => "Windows",
        ProblemCategory::Guidance => "Guidance",
        ProblemCategory::Attitude => "Attitude",
        ProblemCategory::System => "Systems",
        ProblemCategory::Policy => "Policy",
        ProblemCategory::Safety => "Safety",
        ProblemCategory::Other => "Other",
    },
    unit: |unit, most| match unit {
        Unit::Time(unit) => time_unit(*unit, most).to_owned(),
        // A bare measure word says nothing that the subject does not say.
        Unit::Counted(counter) if ["个", "件", "份", "次", "项"].contains(&counter.as_str()) => {
            String::new()
        }
        Unit::Counted(counter) => counter.clone(),
    },
    time_unit,
    span: |span| match span.is_none() {
        true => "no wait".to_owned(),
        false => format!("{} {}", range(span.min(), span.max()), time_unit(span.unit(), span.max())),
    },
    own_time: |min, max| {
        if min == max {
            hours_and_minutes(min)
        } else {
            format!("{} to {}", hours_and_minutes(min), hours_and_minutes(max))
        }
    },
    range,
    difference: |difference| match difference.direction {
        Direction::Same => "no change".to_owned(),
        Direction::Less => format!("{} less", sizes(-difference.max, -difference.min)),
        Direction::More => format!("{} more", sizes(difference.min, difference.max)),
        Direction::Unclear => "unclear by how much".to_owned(),
    },
    difference_told: |direction, size| match direction {
        Direction::Same => "no change".to_owned(),
        Direction::Less => format!("{size} less"),
        Direction::More => format!("{size} more"),
        Direction::Unclear => "unclear by how much".to_owned(),
    },
    difference_long: |difference, counter| {
        let of = |size: String| if counter.is_empty() { size } else { format!("{size} {counter}") };
        match difference.direction {
            Direction::Same => "the same".to_owned(),
            Direction::Less => format!("{} less", of(sizes(-difference.max, -difference.min))),
            Direction::More => format!("{} more", of(sizes(difference.min, difference.max))),
            Direction::Unclear => "unclear by how much".to_owned(),
        }
    },
    permille: |permille| format!("{}.{}%", permille.abs() / 10, permille.abs() % 10),
    told_change: |change| match change {
        ToldChange::Percent(percent) if *percent > 0 => format!("+{percent}%"),
        ToldChange::Percent(percent) => format!("−{}%", percent.unsigned_abs()),
        ToldChange::Words(words) => words.clone(),
    },
    share: |least, most| {
        let told = |share: Share| format!("{} of {} waived", share.part, share.whole);
        if least == most { told(least) } else { format!("{} to {}", told(least), told(most)) }
    },
    date: |year, month, day| format!("{day} {} {year}", month_name(month)),
    yuan: |min, max| match (min, max) {
        (_, 0) => "free of charge".to_owned(),
        (min, max) => format!("{} yuan", range(min, max)),
    },
    list: listed,
};

fn form(n: u32, one: &'static str, several: &'static str) -> &'static str {
    if n == 1 { one } else { several }
}

fn time_unit(unit: TimeUnit, most: u32) -> &'static str {
    match unit {
        TimeUnit::Minute => form(most, "minute", "minutes"),
        TimeUnit::Hour => form(most, "hour", "hours"),
        TimeUnit::WorkingDay => form(most, "working day", "working days"),
        TimeUnit::NaturalDay => form(most, "calendar day", "calendar days"),
    }
}

/// The name of a month, from 1 to 12.
pub(super) fn month_name(month: i8) -> &'static str {
    let names = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

fn hours_and_minutes(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

fn range(min: u32, max: u32) -> String {
    if min == max { min.to_string() } else { format!("{min}–{max}") }
}

fn sizes(min: i64, max: i64) -> String {
    if min == max { min.to_string() } else { format!("{min}–{max}") }
}
