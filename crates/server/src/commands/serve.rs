//! `paoyici serve`: from an empty directory to a server that answers.
//!
//! First the port, because a port in use is what goes wrong most; then the database; then the data. The
//! line on the standard output comes when everything is ready, and programs wait for it.

pub(super) mod error;
mod shutdown;

use std::io::{Write, stdout};
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use store::{Examples, Store};
use tokio::net::TcpListener;

use crate::cards::turns;
use crate::logs::{self, LogFormat};
use crate::overview::Overview;
use crate::public_url::PublicUrl;
use crate::state::AppState;
use crate::web::Earlier;
use crate::{routes, seeds};
use error::ServeError;

#[derive(Debug, Args)]
pub(super) struct Options {
    /// The port to listen on; 0 takes a free one
    #[arg(long, env = "PAOYICI_PORT", default_value_t = 8080)]
    port: u16,
    /// The address to listen on; 0.0.0.0 is all of them
    #[arg(long, env = "PAOYICI_HOST", value_name = "IP", default_value = "127.0.0.1")]
    host: IpAddr,
    /// The directory that holds the database
    #[arg(long, env = "PAOYICI_DATA", value_name = "DIR", default_value = "paoyici-data")]
    data: PathBuf,
    /// The address by which the public reaches this server: https://example.org
    #[arg(long, env = "PAOYICI_PUBLIC_URL", value_name = "URL")]
    public_url: Option<PublicUrl>,
    /// Leave out the demonstration district
    #[arg(long, env = "PAOYICI_WITHOUT_EXAMPLES")]
    without_examples: bool,
    /// Also show the process files in this directory
    #[arg(long, env = "PAOYICI_FILES", value_name = "DIR")]
    files: Option<PathBuf>,
    /// How the log on the standard error is written
    #[arg(long, env = "PAOYICI_LOG", value_enum, default_value_t = LogFormat::Auto)]
    log: LogFormat,
}

pub(super) fn run(options: Options) -> Result<(), ServeError> {
    logs::start(options.log);
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(ServeError::NoThreads)?;
    runtime.block_on(serve(options))
}

async fn serve(options: Options) -> Result<(), ServeError> {
    // Before anything else, so that a signal during the start ends the program in good order too.
    let stop = shutdown::requested().map_err(ServeError::NoThreads)?;
    let asked = SocketAddr::new(options.host, options.port);
    let listener = TcpListener::bind(asked).await.map_err(|error| ServeError::cannot_listen(asked, error))?;
    let address = listener.local_addr().map_err(|error| ServeError::cannot_listen(asked, error))?;

    let examples = if options.without_examples { Examples::Hidden } else { Examples::Shown };
    let store = Store::open(&options.data, examples).await?;
    load(&store, options.files.as_deref()).await?;
    announce(address, &options.data, &store).await?;

    let overview = Overview::default();
    let prepared = tokio::spawn(overview.clone().prepare(store.clone()));
    let earlier = Earlier::keep(&store::directory_of(&options.data));
    let state =
        AppState { store: store.clone(), overview, public_url: options.public_url, aside: turns(), earlier };
    let outcome = shutdown::serve_until(stop, listener, routes::router(state)).await;
    prepared.abort();
    store.close().await;
    tracing::info!("stopped");
    outcome.map_err(|error| ServeError::cannot_listen(address, error))
}

async fn load(store: &Store, files: Option<&Path>) -> Result<(), ServeError> {
    let mut all = seeds::readable();
    if let Some(directory) = files {
        all.extend(seeds::of_directory(directory)?);
    }
    let loaded = store.load(&all).await?;
    tracing::info!(
        inserted = loaded.inserted,
        updated = loaded.updated,
        unchanged = loaded.unchanged,
        kept = loaded.kept,
        left_over = loaded.left_over,
        "loaded the data"
    );
    Ok(())
}

/// Programs wait for the first of these lines. Reading everything once also finds a damaged document
/// before any visitor does.
async fn announce(address: SocketAddr, data: &Path, store: &Store) -> Result<(), ServeError> {
    let (services, runs) = (store.services().await?.len(), store.runs().await?.len());
    let lines = format!(
        "paoyici serves at http://{address}\ndata in {} ({services} services, {runs} runs)\n",
        data.display()
    );
    // Whoever started us may have closed the pipe; that is no reason not to serve.
    let mut out = stdout().lock();
    let _ = out.write_all(lines.as_bytes()).and_then(|()| out.flush());
    Ok(())
}
