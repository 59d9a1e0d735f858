//! Why a server does not start, in one sentence that says what to do.

use std::io;
use std::net::SocketAddr;

use store::StoreError;

use crate::seeds::UnreadableFile;

#[derive(Debug, thiserror::Error)]
pub(crate) enum ServeError {
    #[error("port {0} is in use: stop the other program or choose another with --port")]
    PortInUse(u16),
    #[error("port {0} is not for everybody: choose one above 1023 with --port")]
    PortForbidden(u16),
    #[error("{0} is no address of this machine: choose another with --host")]
    NotOurAddress(SocketAddr),
    #[error("cannot listen on {0}: {1}")]
    CannotListen(SocketAddr, #[source] io::Error),
    #[error("the system gives no threads: {0}")]
    NoThreads(#[source] io::Error),
    #[error("{0}: make it writable or choose another directory with --data")]
    CannotOpen(#[source] StoreError),
    #[error("{0}: delete the database to have this release's data again, or bring a backup back")]
    Damaged(#[source] StoreError),
    #[error("{0}: mend it, or start without --files")]
    Unreadable(#[from] UnreadableFile),
    #[error("{0}")]
    Store(#[source] StoreError),
}

impl ServeError {
    pub(super) fn cannot_listen(address: SocketAddr, error: io::Error) -> ServeError {
        match error.kind() {
            io::ErrorKind::AddrInUse => ServeError::PortInUse(address.port()),
            io::ErrorKind::PermissionDenied => ServeError::PortForbidden(address.port()),
            io::ErrorKind::AddrNotAvailable => ServeError::NotOurAddress(address),
            _ => ServeError::CannotListen(address, error),
        }
    }
}

impl From<StoreError> for ServeError {
    fn from(error: StoreError) -> ServeError {
        match error {
            StoreError::CannotOpen { .. } => ServeError::CannotOpen(error),
            StoreError::Damaged { .. } => ServeError::Damaged(error),
            other => ServeError::Store(other),
        }
    }
}
