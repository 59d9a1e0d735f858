//! What every request can reach.

use store::Store;

use crate::overview::Overview;
use crate::public_url::PublicUrl;
use crate::turns::Turns;
use crate::web::Earlier;

/// Shared by all requests; a clone is the same state.
#[derive(Debug, Clone)]
pub struct AppState {
    /// Where the data are.
    pub store: Store,
    /// What is computed of all services at once.
    pub overview: Overview,
    /// The address by which the public reaches this server, where it was named.
    pub public_url: Option<PublicUrl>,
    /// For what takes a core besides pages: cards and calendars.
    pub aside: Turns,
    /// The files of the build before this one.
    pub earlier: Earlier,
}
