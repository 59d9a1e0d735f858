//! `cargo xtask load`: what many visitors at once get, beside the least that a server of the same kind can do.
//!
//! The packed program is asked for a page and for an answer of the interface, and a bare axum server for bodies of
//! the same size: in turn, from this machine, over connections that stay open. What is printed are ratios of one
//! run; the bars are the product's own.
//!
//! - at the same rate: how late the slowest hundredth is answered. A request counts from when it was due, not from
//!   when it could be sent, so that a server that stalls is not asked less ("coordinated omission", Gil Tene).
//! - as fast as it goes: answers a second.
//! - memory: after a while it no longer grows.
//! - cards: [`cards`].

mod cards;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, HOST};
use axum::routing::get;
use http_body_util::{BodyExt, Empty};
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::sleep_until;

/// What is asked for: a page of a comparison, and what it is drawn from.
const PATHS: [&str; 3] =
    ["/", "/services/example-investment-filing", "/api/services/example-investment-filing"];

const CONNECTIONS: usize = 16;

/// Requests a second, where both are asked at the same rate.
const RATE: u32 = 400;

const AT_A_RATE: Duration = Duration::from_secs(8);
/// Short and often, in turn: what else the machine does then hits both alike.
const AS_FAST_AS_IT_GOES: Duration = Duration::from_secs(1);
const TURNS: usize = 15;
const ROUNDS: usize = 3;

const MOST_LATENESS: f64 = 1.5;
const LEAST_SATURATION: f64 = 0.6;
const MOST_GROWTH: f64 = 1.1;

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<ExitCode, Failure> {
    let mut arguments = env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("bare"), Some(sizes)) => bare(&sizes).await.map(|()| ExitCode::SUCCESS),
        (Some(program), Some(minutes)) => {
            let district = arguments.next().ok_or("say where the files of the district are")?;
            measure(program, minutes.parse()?, &district).await
        }
        _ => Err("say which program to measure and for how many minutes, or start `cargo xtask load`".into()),
    }
}

async fn measure(program: &str, minutes: u64, district: &str) -> Result<ExitCode, Failure> {
    let data = tempfile::tempdir()?;
    let serve = || {
        let mut serve = Command::new(program);
        serve.args(["serve", "--port", "0", "--log", "json"]);
        serve
    };
    let product = Server::start(serve().arg("--data").arg(data.path()))?;
    let mut sizes = Vec::new();
    for path in PATHS {
        sizes.push(Connection::to(product.port).await?.ask(path).await?);
    }
    let listed: Vec<String> = sizes.iter().map(usize::to_string).collect();
    let bare = Server::start(Command::new(env::current_exe()?).args(["bare", &listed.join(",")]))?;

    let mut told = Told { all_hold: true };
    for (number, path) in PATHS.into_iter().enumerate() {
        println!("{path}, {} bytes compressed", sizes[number]);
        let of_bare = format!("/{number}");
        let (mut late, mut saturated) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let [product_late, bare_late] =
                [slowest_hundredth(product.port, path).await?, slowest_hundredth(bare.port, &of_bare).await?];
            println!("    p99 {product_late:?} beside {bare_late:?}");
            late.push(product_late.as_secs_f64() / bare_late.as_secs_f64());
        }
        for _ in 0..TURNS {
            let [product_most, bare_most] =
                [answers_a_second(product.port, path).await?, answers_a_second(bare.port, &of_bare).await?];
            println!("    {product_most:.0}/s beside {bare_most:.0}/s");
            saturated.push(product_most / bare_most);
        }
        let (late, saturated) = (median(late), median(saturated));
        told.at_most(&format!("p99 at {RATE} a second, to bare axum"), late, MOST_LATENESS);
        told.at_least("answers a second, to bare axum", saturated, LEAST_SATURATION);
    }

    let data = tempfile::tempdir()?;
    let of_district = Server::start(serve().args(["--files", district, "--data"]).arg(data.path()))?;
    cards::measure(&of_district, &ids(district)?, &mut told).await?;
    drop(of_district);

    println!("memory over {minutes} minutes, asked as fast as it goes");
    let (mut seen, end) = (Vec::new(), Instant::now() + Duration::from_secs(60 * minutes));
    while Instant::now() < end {
        for path in PATHS {
            answers_a_second(product.port, path).await?;
        }
        seen.push(product.memory()?);
    }
    // Whoever asks for no minutes is told of one moment.
    seen.push(product.memory()?);
    let part = seen.len().div_ceil(3);
    let (early, late) = (median(seen[..part].to_vec()), median(seen[seen.len() - part..].to_vec()));
    println!("    {early:.0} MB in the first third, {late:.0} MB in the last");
    told.at_most("the last third to the first", late / early, MOST_GROWTH);
    Ok(if told.all_hold { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What was measured is printed beside its bar.
struct Told {
    all_hold: bool,
}

impl Told {
    fn at_most(&mut self, what: &str, value: f64, most: f64) {
        self.tell(what, value, format!("≤ {most}"), value <= most);
    }

    fn at_least(&mut self, what: &str, value: f64, least: f64) {
        self.tell(what, value, format!("≥ {least}"), value >= least);
    }

    fn tell(&mut self, what: &str, value: f64, bar: String, holds: bool) {
        println!("  {what}: {value:.2} ({bar}): {}", if holds { "holds" } else { "MISSED" });
        self.all_hold &= holds;
    }
}

/// The services of a district, whose files have their names.
fn ids(district: &str) -> Result<Vec<String>, Failure> {
    let mut ids = Vec::new();
    for file in fs::read_dir(district)? {
        let file = file?.path();
        ids.extend(file.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    ids.sort();
    if ids.len() < cards::SERVICES {
        return Err(
            format!("{district} has {} services; {} are asked for", ids.len(), cards::SERVICES).into()
        );
    }
    ids.truncate(cards::SERVICES);
    Ok(ids)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// How late the slowest hundredth is answered at [`RATE`].
async fn slowest_hundredth(port: u16, path: &str) -> Result<Duration, Failure> {
    let begin = tokio::time::Instant::now() + Duration::from_millis(100);
    let each = Duration::from_secs(1) / RATE;
    let all = (AT_A_RATE.as_secs() * u64::from(RATE)) as u32;
    let mut asking = JoinSet::new();
    for first in 0..CONNECTIONS as u32 {
        let mut connection = Connection::to(port).await?;
        let path = path.to_owned();
        asking.spawn(async move {
            let mut late = Vec::new();
            for number in (first..all).step_by(CONNECTIONS) {
                let due = begin + each * number;
                sleep_until(due).await;
                connection.ask(&path).await?;
                late.push(due.elapsed());
            }
            Ok::<_, Failure>(late)
        });
    }
    let mut late = Vec::new();
    while let Some(one) = asking.join_next().await {
        late.extend(one??);
    }
    late.sort_unstable();
    Ok(late[late.len() * 99 / 100])
}

/// How many are answered when each connection asks again at once.
async fn answers_a_second(port: u16, path: &str) -> Result<f64, Failure> {
    let end = Instant::now() + AS_FAST_AS_IT_GOES;
    let mut asking = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let mut connection = Connection::to(port).await?;
        let path = path.to_owned();
        asking.spawn(async move {
            let mut answered = 0_u32;
            while Instant::now() < end {
                connection.ask(&path).await?;
                answered += 1;
            }
            Ok::<_, Failure>(answered)
        });
    }
    let mut answered = 0;
    while let Some(one) = asking.join_next().await {
        answered += one??;
    }
    Ok(f64::from(answered) / AS_FAST_AS_IT_GOES.as_secs_f64())
}

/// A connection that stays open.
struct Connection(SendRequest<Empty<Bytes>>);

impl Connection {
    async fn to(port: u16) -> Result<Connection, Failure> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Connection(sender))
    }

    /// How many bytes the answer has.
    async fn ask(&mut self, path: &str) -> Result<usize, Failure> {
        let request = hyper::Request::get(path)
            .header(HOST, "localhost")
            .header(ACCEPT_ENCODING, "br")
            .body(Empty::new())?;
        self.0.ready().await?;
        let response = self.0.send_request(request).await?;
        let status = response.status();
        let body = response.into_body().collect().await?.to_bytes();
        if !status.is_success() {
            return Err(format!("{path} is answered with {status}").into());
        }
        Ok(body.len())
    }
}

/// A server in a process of its own, stopped when nobody holds it any more.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn start(command: &mut Command) -> Result<Server, Failure> {
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let mut line = String::new();
        BufReader::new(process.stdout.take().ok_or("it has no output")?).read_line(&mut line)?;
        let port = line.trim().rsplit(':').next().and_then(|port| port.parse().ok());
        let port = port.ok_or_else(|| format!("it does not say where it serves, but: {line}"))?;
        Ok(Server { process, port })
    }

    /// What it holds, in MB.
    fn memory(&self) -> Result<f64, Failure> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
        Ok(kilobytes.ok_or("its memory is not told")? / 1024.0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The least: bodies of the given sizes, already compressed, at `/0`, `/1` and so on.
async fn bare(sizes: &str) -> Result<(), Failure> {
    let mut router = Router::new();
    for (number, size) in sizes.split(',').enumerate() {
        let body = Bytes::from(vec![b'x'; size.parse()?]);
        let headers = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CONTENT_ENCODING, "br")];
        router = router.route(&format!("/{number}"), get(move || async move { (headers, body) }));
    }
    let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
    println!("http://127.0.0.1:{}", listener.local_addr()?.port());
    // Until whoever has started it stops it.
    Ok(axum::serve(listener, router).await?)
}
