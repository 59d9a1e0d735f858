//! The paoyici command line; everything it does is in the library beside it.

fn main() -> std::process::ExitCode {
    server::commands::main()
}
