//! Laws.
mod beside;
mod building;
mod comparison;
mod disguise;
mod drawing;
mod mutating;
mod words;

use proptest::test_runner::Config;

/// So many cases of each property, or as many as the environment asks for.
fn some(cases: u32) -> Config {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let config = Config { failure_persistence: None, max_shrink_iters: 4_000, ..Config::default() };
    if asked { config } else { Config { cases, ..config } }
}
