//! `GET /api/table`: every service and version pair as a row; `/api/table.csv` and `/api/table.xlsx`: the
//! same rows as a file.

use std::sync::Arc;

use api::table_query::parameter;
use api::{Table, TableQuery};
use domain::table::TableRow;

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::{Endpoint, File, FileKind};
use crate::export;
use crate::failure::Failure;
use crate::overview::Facts;
use crate::state::AppState;

const fn optional(name: &'static str, kind: Kind, about: &'static str) -> Parameter {
    Parameter { name, place: Place::Optional, kind, about }
}

const WORDS: Parameter = optional(
    parameter::WORDS,
    Kind::Text,
    "Words; every one of them stands in the name, an alias, the area or the label of a version",
);
const AREA: Parameter = optional(parameter::AREA, Kind::Text, "The area as it is written");
const AUDIENCE: Parameter = optional(
    parameter::AUDIENCE,
    Kind::Text,
    "natural_person, legal_person or both; what is for both is for each",
);
const CHANGE: Parameter =
    optional(parameter::CHANGE, Kind::Text, "A kind of change that some step carries: moved_online");
const EVIDENCE: Parameter =
    optional(parameter::EVIDENCE, Kind::Text, "A kind of evidence that some figure rests on: published");
const REALITY: Parameter =
    optional(parameter::REALITY, Kind::Text, "real, or example for the demonstration district");
const SORT: Parameter = optional(
    parameter::SORT,
    Kind::Text,
    "The column to sort by, with a minus in front from the most to the least: -visits.difference. Real rows come before examples, and the unknown comes last",
);
const COLUMNS: Parameter = optional(
    parameter::COLUMNS,
    Kind::LongText,
    "The columns, with commas between them: versions, area, audience, reported, any measure, yearly_hours, standard, changes, evidence, cases",
);
const ASPECTS: Parameter = optional(
    parameter::ASPECTS,
    Kind::Text,
    "What is told of a figure, with commas between them: first, second, difference, rate",
);

const ROWS: &[Parameter] = &[WORDS, AREA, AUDIENCE, CHANGE, EVIDENCE, REALITY, SORT];
const ROWS_AND_COLUMNS: &[Parameter] =
    &[WORDS, AREA, AUDIENCE, CHANGE, EVIDENCE, REALITY, SORT, COLUMNS, ASPECTS];

/// The rows as JSON.
pub fn rows() -> Endpoint {
    Endpoint::new(
        api::endpoint::TABLE,
        "Every service and every pair of its versions that means something",
        ROWS,
        &[],
        answer,
    )
}

/// The rows as comma-separated values.
pub fn csv() -> Endpoint {
    Endpoint::file(
        api::endpoint::TABLE_CSV,
        "The rows of /api/table as comma-separated values",
        ROWS_AND_COLUMNS,
        &[],
        FileKind::Csv,
        |state, asked| file(state, asked, export::csv::write),
    )
}

/// The rows as a workbook.
pub fn xlsx() -> Endpoint {
    Endpoint::file(
        api::endpoint::TABLE_XLSX,
        "The rows of /api/table as a workbook, with the sums on a sheet of their own",
        ROWS_AND_COLUMNS,
        &[],
        FileKind::Xlsx,
        |state, asked| file(state, asked, export::xlsx::write),
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<Table, Failure> {
    let query = query(&asked)?;
    let facts = state.overview.facts(&state.store).await?;
    Ok(Table { rows: query.of(all_rows(&facts)).into_iter().cloned().collect() })
}

type Write = fn(&TableQuery, &[&TableRow]) -> Result<Vec<u8>, Failure>;

async fn file(state: AppState, asked: Asked, write: Write) -> Result<File, Failure> {
    let query = query(&asked)?;
    let facts = state.overview.facts(&state.store).await?;
    Ok(File { name: export::FILE_NAME, content: write(&query, &query.of(all_rows(&facts)))? })
}

fn all_rows(facts: &[Arc<Facts>]) -> impl Iterator<Item = &TableRow> {
    facts.iter().flat_map(|facts| &facts.rows)
}

fn query(asked: &Asked) -> Result<TableQuery, Failure> {
    let (query, wrong) = TableQuery::read(|name| asked.text(name).map(str::to_owned));
    match wrong.first() {
        Some(name) => Err(Failure::bad_parameter(name)),
        None => Ok(query),
    }
}
