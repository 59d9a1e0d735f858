//! Natively only: what stands on the card of a comparison, a picture to pass on. All of it is what the page says of
//! the same two versions with no question answered; where it says more than a card has room for, what differs goes
//! first.

use std::sync::Arc;

use domain::service::InForceState;
use domain::{Direction, Evidence, EvidenceKind, Relation, Service, VersionId};

use crate::compared::Compared;
use crate::compared::in_short::{Said, in_short};
use crate::components::numbers::{panes_of, unknown_of};
use crate::components::pane::Pane;
use crate::components::reported_alone::untold_of;
use crate::pages::service::{Chosen, chosen};
use crate::route::{Route, comparison_path};
use crate::words::{card_words, words};

/// So many numbers stand on a card.
const MOST_NUMBERS: usize = 3;

/// What a card says.
#[derive(Debug, Clone, PartialEq)]
pub struct CardFacts {
    /// What the service is called.
    pub name: String,
    /// Where it is, for whom, and which two are compared.
    pub about: Vec<String>,
    /// At most [`MOST_NUMBERS`], in the order of the page.
    pub panes: Vec<Pane>,
    /// What nobody told of it.
    pub untold: String,
    /// The change in sentences; what the service is, where there are none.
    pub said: Vec<Said>,
    /// The weakest evidence of it, and what the source says or what the evidence means.
    pub evidence: Option<(EvidenceKind, String)>,
    /// Whether all of it must be marked.
    pub illustrative: bool,
    /// The page that says more.
    pub path: String,
    /// What one does with the code of its address.
    pub scan: &'static str,
}

/// Which card an address asks for: of two versions, or of what there is; `None` where there is no such version.
pub fn versions(
    service: &Arc<Service>,
    from: &Option<VersionId>,
    to: &Option<VersionId>,
) -> Option<Option<(VersionId, VersionId)>> {
    match chosen(&[service.clone(), service.clone()], from, to) {
        Chosen::Pair(from, to) => Some(Some((from, to))),
        Chosen::Nothing => Some(None),
        Chosen::Unknown => None,
    }
}

/// What the card of two versions says, or that of what there is; `None` where there are no such versions.
pub fn facts(service: &Arc<Service>, versions: &Option<(VersionId, VersionId)>) -> Option<CardFacts> {
    match versions {
        Some((from, to)) => {
            let half = |id| (service.clone(), id);
            let compared = Compared::new(half(from), half(to), Default::default())?;
            Some(of_two(service, &compared, comparison_path(&service.id, from, to)))
        }
        None => Some(of_what_there_is(service)),
    }
}

fn of_two(service: &Service, compared: &Compared, path: String) -> CardFacts {
    let (first, second) = (compared.first().label(), compared.second().label());
    let sides = match compared.relation() {
        Relation::Same => second.to_owned(),
        Relation::TwoWays => (card_words().two_ways)(first, second),
        Relation::BeforeAfter | Relation::AfterBefore => (card_words().one_after_another)(first, second),
    };
    let panes = foremost(panes_of(compared));
    let quoted = compared.comparison().reported.iter();
    let quoted = quoted.filter(|change| panes.iter().any(|pane| pane.title == change.subject));
    let quoted: Vec<&Evidence> = quoted.flat_map(|change| &change.evidence).collect();
    let mut said = in_short(compared);
    if said.is_empty() {
        said.push(Said { direction: None, text: service.summary.clone() });
    }
    CardFacts {
        about: about(service, Some(sides)),
        evidence: evidence(&panes, &quoted),
        panes,
        untold: untold(&unknown_of(compared)),
        said,
        illustrative: service.illustrative,
        name: service.name.clone(),
        path,
        scan: card_words().scan,
    }
}

fn of_what_there_is(service: &Service) -> CardFacts {
    let state = service.versions.first().map(|version| version.in_force.state);
    let planned = state == Some(InForceState::Planned);
    let panes = service.reported.iter().map(|report| Pane::of_report_alone(report, planned));
    let panes = foremost(panes.collect());
    let quoted =
        service.reported.iter().filter(|report| panes.iter().any(|pane| pane.title == report.subject));
    let quoted: Vec<&Evidence> = quoted.map(|report| &report.evidence).collect();
    CardFacts {
        about: about(service, state.map(|state| (words().names.in_force)(state).to_owned())),
        evidence: evidence(&panes, &quoted),
        panes,
        untold: untold(&untold_of(service)),
        said: vec![Said { direction: None, text: service.summary.clone() }],
        illustrative: service.illustrative,
        name: service.name.clone(),
        path: Route::Service(service.id.clone()).path(),
        scan: card_words().scan,
    }
}

fn about(service: &Service, sides: Option<String>) -> Vec<String> {
    let audience = service.audience.map(|audience| (words().names.audience)(audience).to_owned());
    [Some(service.area.clone()), audience, sides].into_iter().flatten().collect()
}

fn untold(names: &[String]) -> String {
    (words().service.not_told_list)(&(words().names.list)(names))
}

/// Those for which there is room, in their order: what differs before what stayed.
fn foremost(panes: Vec<Pane>) -> Vec<Pane> {
    let differs = |pane: &Pane| match &pane.difference {
        Some((direction, _)) => *direction != Direction::Same,
        None => pane.first != pane.second,
    };
    let mut ranked: Vec<(usize, Pane)> = panes.into_iter().enumerate().collect();
    ranked.sort_by_key(|(_, pane)| !differs(pane));
    ranked.truncate(MOST_NUMBERS);
    ranked.sort_by_key(|(at, _)| *at);
    ranked.into_iter().map(|(_, pane)| pane).collect()
}

fn evidence(panes: &[Pane], quoted: &[&Evidence]) -> Option<(EvidenceKind, String)> {
    let kind = EvidenceKind::weakest(panes.iter().filter_map(|pane| pane.evidence))?;
    let mut quotes: Vec<&str> = Vec::new();
    for quote in quoted.iter().filter_map(|evidence| evidence.quote()) {
        if !quotes.contains(&quote) {
            quotes.push(quote);
        }
    }
    let text = match kind {
        EvidenceKind::Published if !quotes.is_empty() => (card_words().quoted)(&quotes),
        EvidenceKind::Published => card_words().published.to_owned(),
        _ => (words().names.evidence_meaning)(kind).to_owned(),
    };
    Some((kind, text))
}
