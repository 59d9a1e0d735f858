//! What an address asks of 对比总表: which rows, columns and order, and which versions somebody has picked
//! to see beside each other.
//!
//! `?q=备案&sort=-visits.difference&columns=places,visits&picked=filing.online,tax.now`

use ::api::TableQuery;
use ::api::table_query::parameter;
use domain::{ServiceId, VersionId};
use leptos::prelude::*;

use super::{AskedComparison, Route, asked_path};
use crate::navigation::{Address, Navigation, use_navigation};

/// The parameter of the picked versions.
const PICKED: &str = "picked";

/// How many versions stand beside each other.
pub const MOST_PICKED: usize = 2;

/// What an address asks of the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AskedTable {
    /// Which rows, columns and order.
    pub query: TableQuery,
    /// The picked versions, at most [`MOST_PICKED`].
    pub picked: Vec<Picked>,
}

/// A version of a service that somebody has picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// The service.
    pub service: ServiceId,
    /// One of its versions.
    pub version: VersionId,
}

impl AskedTable {
    /// Reads an address. What can't be read counts as not asked.
    pub fn read(address: &Address) -> AskedTable {
        let (query, _) = TableQuery::read(|name| address.parameter(name));
        let picked = address.parameter(PICKED).unwrap_or_default();
        let picked = picked.split(',').filter_map(|text| {
            // No key has a dot in it.
            let (service, version) = text.split_once('.')?;
            Some(Picked { service: service.parse().ok()?, version: version.parse().ok()? })
        });
        AskedTable { query, picked: picked.take(MOST_PICKED).collect() }
    }

    /// The address that asks for this.
    pub fn path(&self) -> String {
        let mut asked = self.query.in_address();
        if let Some(picked) = self.picked_in_address() {
            let separator = if asked.is_empty() { "" } else { "&" };
            asked = format!("{asked}{separator}{PICKED}={picked}");
        }
        let path = Route::Table.path();
        if asked.is_empty() { path } else { format!("{path}?{asked}") }
    }

    /// What is asked besides which rows, each parameter with its value: a form that asks for rows passes it on.
    pub fn besides_rows(&self) -> Vec<(&'static str, String)> {
        let besides = [parameter::SORT, parameter::COLUMNS, parameter::ASPECTS];
        let mut kept = self.query.parameters();
        kept.retain(|(name, _)| besides.contains(name));
        kept.extend(self.picked_in_address().map(|picked| (PICKED, picked)));
        kept
    }

    fn picked_in_address(&self) -> Option<String> {
        let picked = self.picked.iter().map(|one| format!("{}.{}", one.service, one.version));
        let picked = picked.collect::<Vec<_>>().join(",");
        (!picked.is_empty()).then_some(picked)
    }

    /// Picks a version, or no longer; the last of too many makes room.
    pub fn toggle(&mut self, picked: Picked) {
        match self.picked.iter().position(|known| *known == picked) {
            Some(position) => {
                self.picked.remove(position);
            }
            None => {
                self.picked.truncate(MOST_PICKED - 1);
                self.picked.push(picked);
            }
        }
    }

    /// Where the picked versions stand beside each other; `None` until there are two.
    pub fn side_by_side(&self) -> Option<String> {
        let [first, second] = self.picked.as_slice() else { return None };
        let asked = AskedComparison {
            from: Some(first.version.clone()),
            with: (first.service != second.service).then(|| second.service.clone()),
            to: Some(second.version.clone()),
            ..AskedComparison::default()
        };
        Some(asked_path(&first.service, &asked))
    }
}

/// What the current address asks of the table, and how to ask for something else.
#[derive(Clone, Copy)]
pub struct TableAddress {
    navigation: Navigation,
    asked: Memo<AskedTable>,
}

/// The address of the table that is shown.
pub fn use_table_address() -> TableAddress {
    let navigation = use_navigation();
    TableAddress { navigation, asked: Memo::new(move |_| AskedTable::read(&navigation.address())) }
}

impl TableAddress {
    /// Which rows, columns and order are asked for.
    pub fn query(&self) -> Memo<TableQuery> {
        let asked = self.asked;
        Memo::new(move |_| asked.read().query.clone())
    }

    /// Which versions are picked.
    pub fn asked(&self) -> Memo<AskedTable> {
        self.asked
    }

    /// Asks for something else. Going back leaves the table.
    pub fn change(&self, change: impl FnOnce(&mut AskedTable)) {
        let mut asked = self.asked.get_untracked();
        change(&mut asked);
        self.navigation.replace(&asked.path());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> AskedTable {
        AskedTable::read(&Address { path: String::new(), query: query.into() })
    }

    #[test]
    fn what_is_written_is_read_again() {
        for query in
            ["", "sort=-visits.second&picked=a.b,c.d", "picked=a.b", "area=%E7%A4%BA%E4%BE%8B%E5%8C%BA"]
        {
            let path = if query.is_empty() { "/table".to_owned() } else { format!("/table?{query}") };
            assert_eq!(read(query).path(), path);
        }
        assert_eq!(read("picked=a,A.b,a.b,c.d,e.f&sort=x").path(), "/table?picked=a.b,c.d");
    }

    #[test]
    fn two_versions_stand_beside_each_other() {
        assert_eq!(read("picked=a.b").side_by_side(), None);
        assert_eq!(read("picked=a.b,c.d").side_by_side().as_deref(), Some("/services/a?from=b&with=c&to=d"));
        assert_eq!(read("picked=a.b,a.d").side_by_side().as_deref(), Some("/services/a?from=b&to=d"));
        let mut asked = read("picked=a.b,c.d");
        asked.toggle(Picked { service: "e".parse().expect("a key"), version: "f".parse().expect("a key") });
        assert_eq!(asked.path(), "/table?picked=a.b,e.f");
    }
}
