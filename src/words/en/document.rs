//! English: the document around every page.

use crate::words::document::DocumentWords;

pub static DOCUMENT: DocumentWords = DocumentWords {
    description: "Public services in Wuzhong District, Suzhou, before and after a reform: how many places, windows, visits and days they take.",
    not_running: "The program of this page is not running. You can still read everything, and links and “Show” still work. To use the rest, reload the page or use a newer browser.",
    opening: "Opening, one moment please.",
    needs_program: "This page can only be opened with the program for now. Turn on JavaScript in your browser, or try again later.",
    kept: ("There is no network. This page was kept on ", " and may have changed since. "),
    open_again: "Open it again",
    new_build: "There is a new version of Paoyici. You can finish reading before you change. ",
    take_new_build: "Change to the new version",
};
