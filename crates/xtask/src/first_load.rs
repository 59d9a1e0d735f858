//! What a phone has to load before it shows anything for the first time, file by file. The sum has a bound,
//! because nobody notices the kilobyte that makes a page slow.
//!
//! Measured on the wire: the packed server is started, and asked as a browser would ask it.

use crate::languages::{LANGUAGES, Language};
use anyhow::{Context, Result, bail};
use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// In bytes, compressed with brotli: less than two seconds on a poor mobile connection (600 kbit/s).
pub const BOUND: usize = 120 * 1024;

/// How long a server may take to answer for the first time: it fills an empty database before.
const PATIENCE: Duration = Duration::from_secs(20);

/// The files of a first load in each language.
pub struct FirstLoad {
    languages: Vec<InLanguage>,
}

/// The files of a first load, and those that are loaded when somebody goes on from there.
struct InLanguage {
    tag: &'static str,
    rows: Vec<Row>,
    later: Vec<Row>,
}

struct Row {
    path: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl FirstLoad {
    /// Asks the packed server for the page, which brings its data, and for what the page refers to.
    pub fn measure(pages: &Path, program: &Path) -> Result<FirstLoad> {
        let server = TemporaryServer::start(program)?;
        let assets = assets_of(pages)?;
        let languages = LANGUAGES.into_iter().map(|language| InLanguage::measure(&server, &assets, language));
        Ok(FirstLoad { languages: languages.collect::<Result<_>>()? })
    }

    /// The sum that [`BOUND`] bounds, in the language where it is largest.
    pub fn brotli(&self) -> usize {
        self.languages.iter().map(InLanguage::brotli).max().unwrap_or_default()
    }
}

impl InLanguage {
    fn measure(server: &TemporaryServer, assets: &[String], language: Language) -> Result<InLanguage> {
        let page = server.get(&language.home(), "identity").context("the packed server does not answer")?;
        let page = String::from_utf8_lossy(&page);
        let (first, others): (Vec<_>, Vec<_>) =
            assets.iter().cloned().partition(|path| page.contains(path.as_str()));
        let module = first.iter().find(|path| path.ends_with(".wasm"));
        let module = module.with_context(|| format!("the page {} has no program", language.home()))?;
        // One hash is in the name of everything that belongs to the program of a language.
        let hash = module.rsplit(['-', '.']).nth(1).unwrap_or_default().to_owned();
        let later = others.into_iter().filter(|path| path.contains(&hash) || path.ends_with(".css"));
        let weigh = |paths: Vec<String>| -> Result<Vec<Row>> {
            paths.into_iter().map(|path| server.measure(path)).collect()
        };
        let rows = weigh([language.home()].into_iter().chain(first).collect())?;
        Ok(InLanguage { tag: language.tag, rows, later: weigh(later.collect())? })
    }

    fn brotli(&self) -> usize {
        self.rows.iter().map(|row| row.brotli).sum()
    }
}

impl fmt::Display for FirstLoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |f: &mut fmt::Formatter<'_>, name: &str, rows: &[Row]| {
            let sum = |column: fn(&Row) -> usize| rows.iter().map(column).sum::<usize>();
            let sums = (sum(|row| row.raw), sum(|row| row.gzip), sum(|row| row.brotli));
            writeln!(f, "{name:<42}{:>8}{:>8}{:>8}", sums.0, sums.1, sums.2)
        };
        for language in &self.languages {
            let title = format!("first load in {}, in bytes", language.tag);
            writeln!(f, "{title:<42}{:>8}{:>8}{:>8}", "raw", "gzip", "brotli")?;
            // File by file once; in the others they are the same but for the sentences.
            let is_first = language.tag == LANGUAGES[0].tag;
            let each = |f: &mut fmt::Formatter<'_>, rows: &[Row]| {
                rows.iter()
                    .filter(|_| is_first)
                    .try_for_each(|row| line(f, &row.path, std::slice::from_ref(row)))
            };
            each(f, &language.rows)?;
            line(f, "total", &language.rows)?;
            if is_first {
                writeln!(f, "{:<42}{:>24}", "bound", BOUND)?;
                writeln!(f, "loaded later, page by page")?;
            }
            each(f, &language.later)?;
            line(f, "loaded later, all of it", &language.later)?;
        }
        Ok(())
    }
}

/// The addresses of everything under `/assets/`, compressed companions left out.
fn assets_of(pages: &Path) -> Result<Vec<String>> {
    let directory = pages.join("assets");
    let mut paths = Vec::new();
    for entry in fs::read_dir(&directory).with_context(|| format!("cannot list {}", directory.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.ends_with(".br") && !name.ends_with(".gz") {
            paths.push(format!("/assets/{name}"));
        }
    }
    paths.sort_by_key(|path| path.rsplit('.').next().map(str::to_owned));
    Ok(paths)
}

/// A packed server with an empty data directory, stopped and removed when nobody holds it any more.
struct TemporaryServer {
    process: Child,
    port: u16,
    data: std::path::PathBuf,
}

impl TemporaryServer {
    fn start(program: &Path) -> Result<TemporaryServer> {
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|socket| socket.local_addr());
        let port = free.context("there is no free port to start the packed server on")?.port();
        let data = program.with_file_name("first-load.partial");
        let mut command = Command::new(program);
        command.arg("serve").arg("--port").arg(port.to_string()).arg("--data").arg(&data);
        let by_hand = format!("start `{} serve` to see why", program.display());
        let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process =
            silent.spawn().with_context(|| format!("the packed server does not start; {by_hand}"))?;

        let mut server = TemporaryServer { process, port, data };
        let started = Instant::now();
        while let Err(error) = server.get("/", "identity") {
            let stopped = server.process.try_wait().context("the packed server cannot be watched")?;
            if stopped.is_some() || started.elapsed() > PATIENCE {
                bail!("the packed server does not answer ({error}); {by_hand}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }

    fn measure(&self, path: String) -> Result<Row> {
        let weigh = |encoding| {
            let answer = self.get(&path, encoding).with_context(|| format!("{path} is not answered"))?;
            length_of_success(&answer).with_context(|| format!("the packed server does not deliver {path}"))
        };
        let (raw, gzip, brotli) = (weigh("identity")?, weigh("gzip")?, weigh("br")?);
        Ok(Row { path, raw, gzip, brotli })
    }

    fn get(&self, path: &str, encoding: &str) -> io::Result<Vec<u8>> {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        connection.set_read_timeout(Some(PATIENCE))?;
        // HTTP/1.0: the answer ends with the connection, and is never sent in chunks.
        let host = format!("127.0.0.1:{}", self.port);
        write!(connection, "GET {path} HTTP/1.0\r\nHost: {host}\r\nAccept-Encoding: {encoding}\r\n\r\n")?;
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer)?;
        Ok(answer)
    }
}

impl Drop for TemporaryServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.data);
    }
}

/// How long the body of an answer is, if it is an answer of success.
fn length_of_success(answer: &[u8]) -> Option<usize> {
    let end_of_head = answer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let head = String::from_utf8_lossy(&answer[..end_of_head]);
    (head.split_whitespace().nth(1) == Some("200")).then_some(answer.len() - end_of_head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_success_has_a_length() {
        assert_eq!(length_of_success(b"HTTP/1.0 200 OK\r\nContent-Type: a/b\r\n\r\n{}"), Some(2));
        assert_eq!(length_of_success(b"HTTP/1.0 404 Not Found\r\n\r\n{}"), None);
        assert_eq!(length_of_success(b"HTTP/1.0 200 OK\r\n"), None);
    }

    #[test]
    fn assets_are_listed_without_their_compressed_companions() {
        let pages = tempfile::tempdir().unwrap();
        fs::create_dir(pages.path().join("assets")).unwrap();
        for name in ["app-2.wasm", "app-2.wasm.br", "app-2.wasm.gz", "app-1.css"] {
            fs::write(pages.path().join("assets").join(name), "").unwrap();
        }
        assert_eq!(assets_of(pages.path()).unwrap(), ["/assets/app-1.css", "/assets/app-2.wasm"]);
    }
}
