//! A new migration is part of the program without anybody touching a source file.

fn main() {
    println!("cargo::rerun-if-changed=migrations");
}
