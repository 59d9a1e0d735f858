//! `GET /api/problems`: the problems of all runs, or of the runs of one service.

use api::{ErrorCode, ProblemList, ProblemOfRun};
use domain::{Run, ServiceId};

use crate::asked::{Asked, Kind, Parameter, Place};
use crate::endpoint::Endpoint;
use crate::failure::Failure;
use crate::state::AppState;

const SERVICE: Parameter = Parameter {
    name: "service",
    place: Place::Optional,
    kind: Kind::Key,
    about: "Only those found in runs of this service",
};

/// See the module.
pub fn endpoint() -> Endpoint {
    Endpoint::new(
        api::endpoint::PROBLEMS,
        "The problems that runs have found",
        &[SERVICE],
        &[ErrorCode::UnknownService],
        answer,
    )
}

async fn answer(state: AppState, asked: Asked) -> Result<ProblemList, Failure> {
    let runs = match asked.key::<ServiceId>(SERVICE.name)? {
        None => state.store.runs().await?,
        Some(id) => {
            // A service that has no problems and one that does not exist are two different answers.
            if state.store.service(&id).await?.is_none() {
                return Err(Failure::refused(ErrorCode::UnknownService, SERVICE.name));
            }
            state.store.runs_of(&id).await?
        }
    };
    Ok(ProblemList { problems: runs.iter().flat_map(problems_of).collect() })
}

fn problems_of(run: &Run) -> impl Iterator<Item = ProblemOfRun> {
    run.problems.iter().map(|problem| ProblemOfRun {
        run: run.id.clone(),
        illustrative: run.illustrative,
        problem: problem.clone(),
    })
}
