//! Stopping in good order: on SIGINT or SIGTERM no new request is taken, those under way are finished —
//! for a while — and then the program ends as if nothing had been wrong, because nothing was.

use std::future::Future;
use std::io;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How long requests under way may take to finish.
const GRACE: Duration = Duration::from_secs(10);

/// Resolves when somebody has asked this program to stop. Listens from the moment it is called.
pub(super) fn requested() -> io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut interrupt, mut terminate) =
            (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without signals there is nothing to wait for, and the program is ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// Serves until `stop`, and then for as long as it takes to finish, at most [`GRACE`].
pub(super) async fn serve_until(
    stop: impl Future<Output = ()> + Send + 'static,
    listener: TcpListener,
    router: Router,
) -> io::Result<()> {
    let (stopping, mut stopped) = watch::channel(false);
    let begin_to_stop = async move {
        stop.await;
        tracing::info!("stopping");
        stopping.send_replace(true);
    };
    let out_of_patience = async move {
        // The sender is gone only once serving has ended, and then nobody waits for this.
        if stopped.wait_for(|stopping| *stopping).await.is_err() {
            std::future::pending::<()>().await;
        }
        tokio::time::sleep(GRACE).await;
    };
    tokio::select! {
        outcome = axum::serve(listener, router).with_graceful_shutdown(begin_to_stop) => outcome,
        () = out_of_patience => {
            tracing::warn!("some requests were not finished");
            Ok(())
        }
    }
}
