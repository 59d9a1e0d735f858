//! Work that takes a core for itself: only so many are done at once, and who waits has nothing in their hands. More at
//! once would only make each slower, and the rest of the answers with them.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

use crate::failure::Failure;

/// So many turns; a clone shares them.
#[derive(Debug, Clone)]
pub struct Turns(Arc<Semaphore>);

/// Permission to take a core.
#[derive(Debug)]
pub struct Turn(OwnedSemaphorePermit);

impl Turns {
    /// So many at once, and one at least.
    pub fn at_once(most: usize) -> Turns {
        Turns(Arc::new(Semaphore::new(most.max(1))))
    }

    /// Waits for a turn.
    pub async fn turn(&self) -> Result<Turn, Failure> {
        let turn = self.0.clone().acquire_owned().await;
        turn.map(Turn).map_err(|error| Failure::Broken(error.to_string()))
    }
}

impl Turn {
    /// Does the work, and gives the turn back when it is done. Who asked may be gone by then; the core is taken until
    /// the end.
    pub async fn spend<T: Send + 'static>(
        self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Failure> {
        let work = spawn_blocking(move || {
            let Turn(_until_done) = self;
            work()
        });
        Ok(work.await?)
    }
}
