//! Any bytes at all, read as a process file. See `exercise.rs` for what is asked of what can be read.
#![no_main]

#[path = "../exercise.rs"]
mod exercise;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes) {
        exercise::exercise(text);
    }
});
