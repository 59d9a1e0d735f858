//! Where services, runs and the action are kept: the only place that knows SQL.
//!
//! A [`Store`] is one SQLite database. Each document is kept whole, as the JSON of its domain type, so
//! that what is read back has passed the same door as a file does. The database is no source of its
//! own: what a release carries is put in with [`Store::load`], and a database that was deleted is full
//! again after the next load. Only what somebody has changed by hand lives nowhere else, and a load
//! never overwrites it.
//!
//! Reading order: [`sqlite`] for the connections and their guarantees, [`document`] for what a row is,
//! [`load`], [`read`] and [`save`] for what can be done.
//!
//! Invariant: no type of the database driver appears in a public signature. Whoever calls this crate
//! does not know that it is SQLite.

mod document;
mod error;
mod load;
mod read;
mod save;
mod sqlite;

pub use document::Kept;
pub use error::StoreError;
pub use load::{Loaded, Seed};
pub use sqlite::{DATABASE_FILE, Examples, Store, directory_of};
