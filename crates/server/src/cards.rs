//! Cards: what the page of a comparison says, as a picture to pass on.
//!
//! Drawing takes a core for some tens of milliseconds and some megabytes, so few are drawn at once; pages have turns of
//! their own. What was drawn is kept ([`crate::kept`]).

use std::num::NonZero;
use std::sync::Arc;
use std::thread::available_parallelism;

use app::card::{CardFacts, facts};
use app::compared::in_short::Said;
use app::components::pane::Pane;
use app::language::{Language, speaking};
use app::words::words;
use cards::{Card, Change, Code, Evidence, Figure, Mark, MarkShape, Number, Shape};
use domain::{Direction, EvidenceKind, Service, VersionId};

use crate::failure::Failure;
use crate::public_url::PublicUrl;
use crate::turns::{Turn, Turns};

/// Turns for cards and calendars: half of the cores, so that pages never wait for them.
pub fn turns() -> Turns {
    Turns::at_once(available_parallelism().map_or(1, NonZero::get) / 2)
}

/// Draws the card of two versions, or of what there is of a service, in a language.
pub async fn draw(
    turn: Turn,
    service: Arc<Service>,
    versions: Option<(VersionId, VersionId)>,
    shape: Shape,
    language: Language,
    public_url: Option<PublicUrl>,
) -> Result<Vec<u8>, Failure> {
    let drawn = turn.spend(move || {
        let card = speaking(language, || Some(card(facts(&service, &versions)?, public_url.as_ref())));
        let card = card.ok_or("there are no such versions")?;
        ::cards::draw(&card, shape).map_err(|error| error.to_string())
    });
    drawn.await?.map_err(Failure::Broken)
}

fn card(facts: CardFacts, public_url: Option<&PublicUrl>) -> Card {
    let site = &words().site;
    Card {
        site: site.name.to_owned(),
        name: facts.name,
        about: facts.about,
        numbers: facts.panes.into_iter().map(number).collect(),
        untold: facts.untold,
        said: facts.said.into_iter().map(said).collect(),
        evidence: facts.evidence.map(|(kind, text)| Evidence { mark: mark(kind), text }),
        example: facts.illustrative.then(|| site.illustrative_line.to_owned()),
        caution: site.not_a_guide.to_owned(),
        // Whatever a request calls this server, others would be sent there.
        code: public_url
            .map(|url| Code { address: format!("{url}{}", facts.path), label: facts.scan.to_owned() }),
    }
}

fn number(pane: Pane) -> Number {
    let untold = words().site.not_told;
    let figure = |number: Option<String>| match number {
        Some(number) => Figure::Known(number),
        None => Figure::Untold(untold.to_owned()),
    };
    let has_numbers = pane.first.is_some() || pane.second.is_some();
    let illustrative = pane.evidence == Some(EvidenceKind::Example);
    Number {
        first: (has_numbers && !pane.alone).then(|| figure(pane.first)),
        second: has_numbers.then(|| figure(pane.second)),
        beside: pane.beside,
        title: pane.title,
        counter: pane.counter,
        told: pane.told,
        change: pane.difference.map(|(way, text)| Change { direction: direction(Some(way)), text }),
        rate: pane.rate,
        // Examples are marked once for all numbers.
        mark: pane.evidence.filter(|_| !illustrative).map(mark),
        illustrative,
    }
}

fn said(said: Said) -> ::cards::Said {
    ::cards::Said { direction: direction(said.direction), text: said.text }
}

fn direction(direction: Option<Direction>) -> ::cards::Direction {
    match direction {
        Some(Direction::Less) => ::cards::Direction::Less,
        Some(Direction::More) => ::cards::Direction::More,
        Some(Direction::Same | Direction::Unclear) | None => ::cards::Direction::Neither,
    }
}

fn mark(kind: EvidenceKind) -> Mark {
    let shape = match kind {
        EvidenceKind::Measured => MarkShape::Ruled,
        EvidenceKind::Published => MarkShape::Seal,
        EvidenceKind::Computed => MarkShape::Pill,
        EvidenceKind::SelfReported => MarkShape::Frame,
        EvidenceKind::Example => MarkShape::Dashed,
    };
    Mark { shape, word: (words().names.evidence)(kind).to_owned() }
}
