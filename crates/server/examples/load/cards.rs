//! Cards: how long one takes that nobody has asked for before, and what two hundred of them at once do to those who
//! read pages meanwhile.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::{Connection, Failure, Server, Told, median, slowest_hundredth};

/// A page that is read meanwhile.
const PAGE: &str = "/";

/// So many are drawn one after another, and then so many others at once.
const ALONE: usize = 20;
const AT_ONCE: usize = 200;

const LONGEST_DRAWING: Duration = Duration::from_millis(150);
const MOST_LATENESS: f64 = 2.0;

/// Services with cards that nobody has asked for.
pub const SERVICES: usize = ALONE + AT_ONCE;

/// Measures; the server shows [`SERVICES`] services, by these ids.
pub async fn measure(server: &Server, ids: &[String], told: &mut Told) -> Result<(), Failure> {
    let cards: Vec<String> = ids.iter().map(|id| format!("/cards/{id}/wide.png")).collect();
    let (alone, at_once) = cards.split_at(ALONE);
    println!("cards: {ALONE} one after another, then {AT_ONCE} at once");
    // Once for nothing, so that the server has finished starting.
    slowest_hundredth(server.port, PAGE).await?;
    let quiet = slowest_hundredth(server.port, PAGE).await?;
    let mut connection = Connection::to(server.port).await?;
    let mut times = [Vec::new(), Vec::new()];
    for times in &mut times {
        for card in alone {
            let since = Instant::now();
            connection.ask(card).await?;
            times.push(since.elapsed().as_secs_f64());
        }
    }
    let slowest = times[0].iter().copied().fold(0.0, f64::max);
    let [first, again] = times.map(median);
    println!("    {:.0} ms the first time, {:.1} ms from then on", first * 1e3, again * 1e3);
    let most = LONGEST_DRAWING.as_secs_f64();
    told.at_most("the slowest of them, in seconds", slowest, most);

    let before = server.memory()?;
    let mut waiting = JoinSet::new();
    let since = Instant::now();
    for card in at_once {
        let mut connection = Connection::to(server.port).await?;
        let card = card.clone();
        waiting.spawn(async move { connection.ask(&card).await });
    }
    let busy = slowest_hundredth(server.port, PAGE).await?;
    let drawn_meanwhile = std::iter::from_fn(|| waiting.try_join_next()).count();
    let after = server.memory()?;
    while let Some(card) = waiting.join_next().await {
        card??;
    }
    println!(
        "    {drawn_meanwhile} were drawn while pages were asked for, all in {:.1} s; memory went from {before:.0} to {after:.0} MB",
        since.elapsed().as_secs_f64()
    );
    println!("    p99 of pages {quiet:?} before and {busy:?} meanwhile");
    let late = busy.as_secs_f64() / quiet.as_secs_f64();
    told.at_most("p99 of pages meanwhile, to before", late, MOST_LATENESS);
    Ok(())
}
