//! Laws: what holds of every valid service, tried on services that chance draws ([`drawing`] decides,
//! [`building`] puts together, [`beside`] puts side by side) and shrunk to the smallest that breaks one.
//!
//! | laws | what they are about |
//! |---|---|
//! | `comparison` | a version beside itself and its copy; both sides exchanged; each step and paper in one group; kinds and shapes; books that balance; pins; confidence; order of lists; keys |
//! | `waterfall` | what is booked sums up, names what there is, and is taken back by exchanging the sides |
//! | `measures` | ranges and parts; evidence; 环节; 地 窗 次, against every order there is; what is added or freed; 材料; 达标; over all walks; 负担 and 费用; 时限; the unknown; order of lists; keys |
//! | `calendar` | working days day by day, forth and back; what never ends earlier; natural days; years that are not published; office hours |
//! | `timeline` | order; best and worst; visits on working days in office hours, no fewer than the fewest; the critical path; deadlines; the unknown; days without a date |
//! | `findings` | they are about what is there; order of lists; fewer visits; papers that are only bundled |
//! | `parsing` | what is written reads back; whatever is wrong has a place and a reason |
//! | `search` | found by its own name first, and by whatever may be typed for it; one mistake; order of the index; marks; any text |
//!
//! Each is tried some hundred times, and ten thousand times with `cargo xtask test --thorough`. A law that
//! breaks prints the process files that break it.

mod beside;
mod building;
mod calendar;
mod comparison;
mod disguise;
mod drawing;
mod findings;
mod measures;
mod mutating;
mod parsing;
mod search;
mod timeline;
mod waterfall;
mod words;

use proptest::test_runner::Config;

/// So many cases of each law, or as many as the environment asks for. What broke a law once gets a test
/// of its own, so no seeds are kept.
fn some(cases: u32) -> Config {
    let config = Config { failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() };
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let cases = if asked { config.cases } else { cases };
    // As many for each case as by default, whatever the number of cases is.
    let max_global_rejects = config.max_global_rejects.max(4 * cases);
    Config { cases, max_global_rejects, ..config }
}
