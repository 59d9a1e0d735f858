//! Runs other programs: their output is shown while it comes, and kept, so that it can be counted or
//! searched for the reason of a failure.

use anyhow::{Context, Result, bail};
use std::io::{self, Read, Write};
use std::process::{Command, Stdio};
use std::thread;

/// What a finished program leaves behind.
pub struct Finished {
    pub success: bool,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `command` to its end and shows everything it prints.
pub fn show(command: &mut Command) -> Result<Finished> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    let stdout = child.stdout.take().context("the program has no standard output")?;
    let stderr = child.stderr.take().context("the program has no standard error")?;
    let stderr_copy = thread::spawn(move || copy(stderr, io::stderr()));
    let stdout = copy(stdout, io::stdout());
    let stderr = stderr_copy.join().unwrap_or_default();
    let status = child.wait().with_context(|| cannot_start(command))?;
    Ok(Finished { success: status.success(), stdout, stderr })
}

/// Runs `command` silently and returns what it printed; a failing program is an error.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        let reason = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed: {}", spelled(command), reason.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
pub fn spelled(command: &Command) -> String {
    let program = command.get_program().to_string_lossy();
    let program = program.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    command.get_args().fold(program, |line, argument| line + " " + &argument.to_string_lossy())
}

fn cannot_start(command: &Command) -> String {
    format!("cannot run `{}`; check that it is installed and on the PATH", spelled(command))
}

fn copy(mut from: impl Read, mut to: impl Write) -> String {
    let mut kept = Vec::new();
    let mut chunk = [0; 8192];
    while let Ok(length @ 1..) = from.read(&mut chunk) {
        kept.extend_from_slice(&chunk[..length]);
        // A closed terminal is no reason to stop the work.
        let _ = to.write_all(&chunk[..length]).and_then(|()| to.flush());
    }
    String::from_utf8_lossy(&kept).into_owned()
}
