//! Every file that the fuzzer kept is read, and everything is asked of what can be read: what once was new
//! to the door stays tried, without a nightly compiler.

#[path = "../../../fuzz/exercise.rs"]
mod exercise;

use std::fs;
use std::path::Path;

#[test]
fn nothing_that_the_fuzzer_kept_makes_anything_panic() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/service");
    let (mut files, mut services) = (0, 0);
    for entry in fs::read_dir(folder).expect("the corpus") {
        let bytes = fs::read(entry.expect("a file").path()).expect("it can be read");
        files += 1;
        if let Ok(text) = std::str::from_utf8(&bytes) {
            services += u32::from(exercise::exercise(text));
        }
    }
    assert!(files >= 100 && services >= 10, "{files} files, and {services} of them are services");
}
