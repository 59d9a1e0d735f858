//! The program as an operator meets it: started, asked over the network, stopped, killed, and started
//! where it can't.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::tempdir;

fn paoyici(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_paoyici"));
    command.arg("serve").args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.env_remove("RUST_LOG");
    command
}

/// A running server; killed when the test is over.
struct Server {
    child: Child,
    out: BufReader<ChildStdout>,
    address: String,
}

impl Server {
    fn start(data: &Path, more: &[&str]) -> Server {
        let mut arguments = vec!["--port", "0", "--data", data.to_str().unwrap()];
        arguments.extend(more);
        Server::of(paoyici(&arguments).stderr(Stdio::null()))
    }

    fn of(command: &mut Command) -> Server {
        let mut child = command.spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        out.read_line(&mut line).unwrap();
        let address =
            line.trim().strip_prefix("paoyici serves at http://").unwrap_or_else(|| panic!("{line}"));
        let address = address.to_owned();
        Server { child, out, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn sentence(output: &Output) -> String {
    assert!(!output.status.success());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let told: Vec<&str> = text.lines().filter(|line| line.starts_with("paoyici: ")).collect();
    assert_eq!(told.len(), 1, "{text}");
    told[0].to_owned()
}

#[test]
fn it_says_when_it_is_ready_and_ends_well_when_it_is_asked_to() {
    for signal in ["-TERM", "-INT"] {
        let directory = tempdir().unwrap();
        let mut server = Server::start(directory.path(), &[]);
        let mut second = String::new();
        server.out.read_line(&mut second).unwrap();
        assert!(second.starts_with(&format!("data in {} (", directory.path().display())), "{second}");
        assert!(server.get("/readyz").starts_with("HTTP/1.1 200"), "ready when it says so");

        // A connection that nobody uses is no reason to stay.
        let _idle = TcpStream::connect(&server.address).unwrap();
        server.signal(signal);
        let since = Instant::now();
        assert!(server.child.wait().unwrap().success(), "{signal}");
        assert!(since.elapsed() < Duration::from_secs(8), "{signal}");
        let left: Vec<_> = fs::read_dir(directory.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "the log is in the database: {left:?}");
    }
}

#[test]
fn killed_or_deleted_it_starts_again_with_everything() {
    let directory = tempdir().unwrap();
    let mut first = Server::start(directory.path(), &[]);
    let home = body(&first.get("/api/home"));
    first.child.kill().unwrap();
    first.child.wait().unwrap();
    assert_eq!(body(&Server::start(directory.path(), &[]).get("/api/home")), home);
    fs::remove_dir_all(directory.path()).unwrap();
    assert_eq!(body(&Server::start(directory.path(), &[]).get("/api/home")), home);
}

#[test]
fn without_examples_there_are_none() {
    let directory = tempdir().unwrap();
    let server = Server::start(directory.path(), &["--without-examples"]);
    let home = server.get("/api/home");
    assert!(home.starts_with("HTTP/1.1 200"), "{home}");
    assert!(!home.contains("\"illustrative\":true"));
}

#[test]
fn files_of_ones_own_are_shown_beside_the_others_or_named() {
    let (data, files) = (tempdir().unwrap(), tempdir().unwrap());
    let comparisons = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/comparisons");
    let server = Server::start(data.path(), &["--files", comparisons.to_str().unwrap()]);
    assert!(server.get("/api/services/shown-one-place").starts_with("HTTP/1.1 200"));
    assert!(server.get("/api/services/investment-filing").starts_with("HTTP/1.1 200"));

    fs::write(files.path().join("broken.json"), "{}").unwrap();
    let arguments = ["--port", "0", "--data", data.path().to_str().unwrap(), "--files"];
    let output = paoyici(&arguments).arg(files.path()).output().unwrap();
    let told = sentence(&output);
    assert!(told.contains("broken.json: ") && told.ends_with("mend it, or start without --files"), "{told}");
}

#[test]
fn what_keeps_it_from_starting_is_one_sentence() {
    let directory = tempdir().unwrap();
    let data = directory.path().join("data");
    let data = data.to_str().unwrap();

    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let told = sentence(&paoyici(&["--port", &port, "--data", data]).output().unwrap());
    let expected =
        format!("paoyici: port {port} is in use: stop the other program or choose another with --port");
    assert_eq!(told, expected);
    assert!(!Path::new(data).exists(), "the port comes first");

    let file = directory.path().join("file");
    fs::write(&file, "in the way").unwrap();
    let below = file.join("data");
    let told = sentence(&paoyici(&["--port", "0", "--data", below.to_str().unwrap()]).output().unwrap());
    assert!(told.starts_with(&format!("paoyici: cannot open the database {}: ", below.display())), "{told}");
    assert!(told.ends_with(": make it writable or choose another directory with --data"), "{told}");

    fs::create_dir(data).unwrap();
    fs::write(Path::new(data).join("paoyici.db"), "not a database at all".repeat(200)).unwrap();
    let told = sentence(&paoyici(&["--port", "0", "--data", data]).output().unwrap());
    assert!(told.contains("paoyici.db") && told.contains("not a database"), "{told}");
}

#[test]
fn a_public_address_that_is_none_is_refused_before_anything_happens() {
    let output = paoyici(&["--public-url", "example.org/path"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("is no public address: write it like https://example.org"), "{told}");
}

fn body(answer: &str) -> String {
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    answer.split_once("\r\n\r\n").unwrap().1.to_owned()
}

#[test]
fn each_request_is_a_line_of_json_without_what_was_searched_for() {
    for (level, expected) in [("info", 2), ("warn", 0)] {
        let directory = tempdir().unwrap();
        let log = directory.path().join("log");
        let data = directory.path().to_str().unwrap();
        let mut command = paoyici(&["--port", "0", "--data", data, "--log", "json"]);
        let server = Server::of(command.env("RUST_LOG", level).stderr(fs::File::create(&log).unwrap()));
        // Once made, once kept.
        for _ in 0..2 {
            assert!(server.get("/api/services?q=secret").starts_with("HTTP/1.1 200"));
        }
        drop(server);
        let log = fs::read_to_string(&log).unwrap();
        assert!(!log.contains("secret"), "{log}");
        let lines = log.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let answered: Vec<_> = lines.filter(|line| line["message"] == "answered").collect();
        assert_eq!(answered.len(), expected, "{log}");
        for line in answered {
            assert_eq!((&line["method"], &line["path"]), (&"GET".into(), &"/api/services".into()));
            assert_eq!((&line["status"], &line["level"]), (&200.into(), &"INFO".into()));
            assert_eq!(line["target"], "server::logs");
            assert!(
                line["request_id"].is_string()
                    && line["timestamp"].is_string()
                    && line["latency_us"].is_u64()
            );
        }
    }
}
