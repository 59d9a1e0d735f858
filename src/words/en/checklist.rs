//! English: 我的清单.

use domain::material::{MaterialForm, Provision};

use super::counted;
use crate::words::checklist::ChecklistWords;

pub static CHECKLIST: ChecklistWords = ChecklistWords {
    title: "My list",
    title_of: |service| format!("My list: {service}"),
    description: |service| {
        format!("What to bring for “{service}”, where to go, on which days, and by when it is done.")
    },
    private_note: "What you tick and the minutes you enter stay on this phone. They are not in the address and are sent to nobody.",
    by_version: |version| format!("Listed by “{version}”."),
    to_comparison: "See what has changed",
    no_steps: "The report says nothing of steps and papers, so there is no list.",
    too_large: "There are too many steps and questions for a list.",
    question_title: "A few questions first",
    question_of: |at, all| format!("Question {at} of {all}"),
    question_note: "If you are not sure, leave it open: the list below takes the way with the fewest visits.",
    answered_title: "Your case",
    answer_again: "Change",
    start_title: "When you begin",
    start_note: "Choose a day to see the date of each visit.",
    papers_title: "What to bring",
    papers_count: |ready, all| format!("{ready} of {all} ready"),
    no_papers: "You need not bring anything.",
    ready_first: "Have ready before you go",
    handed_out: "You will get these on the way",
    later: "May follow later",
    waived: "Not needed",
    form: |form, copies| {
        let copies = u64::from(copies);
        match form {
            MaterialForm::Original if copies > 1 => counted(copies, "original", "originals"),
            MaterialForm::Original => "Original".to_owned(),
            MaterialForm::Copy if copies > 1 => counted(copies, "copy", "copies"),
            MaterialForm::Copy => "Copy".to_owned(),
            MaterialForm::Electronic => "As a file".to_owned(),
        }
    },
    at_step: |step| format!("“{step}”"),
    at_step_of_visit: |number, step| format!("“{step}” on visit {number}"),
    to_hand_in: |steps| format!("Handed in at: {steps}"),
    comes_from: |step| format!("You get it at: {step}"),
    why_waived: |provision| match provision {
        Provision::WaivedByLicence => "There is an electronic licence; the office looks it up",
        Provision::WaivedBySharing => "Departments share it; the office looks it up",
        Provision::Submitted | Provision::Commitment | Provision::Later => "",
    },
    commitment: "A written promise is enough",
    stops_title: "Where to go and what to do",
    stays_home: "You need not go anywhere.",
    visit: |number| format!("Visit {number}"),
    from_home: "Without going anywhere",
    between: |first, last| format!("{first} at the earliest, {last} at the latest"),
    address: "Address",
    hours: "Open",
    phone: "Phone",
    windows: "Windows",
    there: "Queue and counter",
    does: "What to do",
    gets: |outputs| format!("You get {outputs}"),
    more_visits: |n| {
        format!("If it is slow, a day is not enough: {} more.", counted(n.into(), "visit", "visits"))
    },
    hours_assumed: "Dates assume offices open from 9 to 17 on working days, and that you begin at 9 in the morning.",
    ends_title: "When it is done",
    holiday: |first, last| format!("Public holiday from {first} to {last}"),
    holiday_of_a_day: |day| format!("Public holiday on {day}"),
    make_up: |day| format!("Working day on {day}"),
    own_time_title: "Your own time",
    own_time_before: "Before",
    own_time_now: "Now",
    own_time_unknown: "Some step does not say how long it takes, so nobody can tell.",
    ways_title: "How long is the way for you",
    ways_note: "Enter the minutes there and back, and your time counts with your own way.",
    way_to: |place| format!("{place}, there and back"),
    minutes: "minutes",
    pass_on_title: "Take the list along",
    add_to_calendar: "Add the days to a calendar",
    copy_link: "Copy the link",
    copied: "Copied. The link holds answers and days, not what you ticked.",
    not_copied: "It could not be copied. Please copy the address from the address bar.",
    print: "Print",
    scan: "Scan to open this list",
    day_of_visit: |number, place| format!("Visit {number}: {place}"),
    day_at_best: |visit| format!("{visit} (at the earliest)"),
    day_of_promise: "By the promise, decided today at the latest",
    day_of_law: "By law, decided today at the latest",
    labelled: |name, said| format!("{name}: {said}"),
    days_file: "paoyici-my-days",
};
