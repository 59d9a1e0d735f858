//! `GET /cards/{id}/wide.png` and `GET /cards/{id}/tall.png`

use std::sync::Arc;

use axum::http::Method;
use store::Examples;

use crate::site::{Site, problem};

const URL: &str = "https://example.org";

async fn release(public_url: Option<&str>) -> Site {
    Site::with(&server::seeds::readable(), Examples::Shown, public_url).await
}

/// A picture in grey, pixel by pixel.
struct Grey {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

fn decoded(picture: &[u8]) -> Grey {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut colours = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut colours).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    let grey = |rgb: &[u8]| u8::try_from(rgb.iter().map(|part| u32::from(*part)).sum::<u32>() / 3).unwrap();
    let pixels = colours.chunks(3).map(grey).collect();
    Grey { width: info.width as usize, height: info.height as usize, pixels }
}

/// The texts of all codes in a picture.
fn codes(picture: &[u8]) -> Vec<String> {
    let Grey { width, height, pixels } = decoded(picture);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| pixels[y * width + x]);
    image.detect_grids().into_iter().map(|grid| grid.decode().unwrap().1).collect()
}

#[tokio::test]
async fn a_card_has_the_size_that_was_asked_for_and_travels_like_other_answers() {
    let site = release(Some(URL)).await;
    for (path, size) in [
        ("/cards/investment-filing/wide.png?from=before&to=platform", (1200, 630)),
        ("/cards/investment-filing/tall.png?from=before&to=platform", (1080, 1440)),
    ] {
        let card = site.get_with(path, "accept-encoding", "br, gzip").await;
        assert_eq!((card.status.as_u16(), card.header("content-type")), (200, "image/png"), "{path}");
        assert_eq!(card.header("content-encoding"), "", "a picture is small as it is");
        assert_eq!(card.header("cache-control"), "no-cache");
        assert!(card.body.len() < 90_000, "{path}: {} bytes", card.body.len());
        let Grey { width, height, .. } = decoded(&card.body);
        assert_eq!((width, height), size);
        let tag = card.header("etag").to_owned();
        let again = site.get_with(path, "if-none-match", &tag).await;
        assert_eq!((again.status.as_u16(), again.body.len(), again.header("etag")), (304, 0, &*tag));
        assert_eq!(site.get(path).await.body, card.body, "the same card is the same bytes");
        assert_eq!(site.ask(Method::HEAD, path).await.header("etag"), tag);
        assert_eq!(site.ask(Method::POST, path).await.problem().0, 405);
    }
}

#[tokio::test]
async fn the_code_leads_to_the_page_that_says_more() {
    let site = release(Some(URL)).await;
    let pair = "/services/investment-filing?from=before&to=platform";
    for (path, page) in [
        ("/cards/investment-filing/wide.png?from=before&to=platform", pair),
        ("/cards/investment-filing/tall.png?from=before&to=platform", pair),
        ("/cards/tax-hall/wide.png", "/services/tax-hall"),
    ] {
        let card = site.get(path).await;
        let codes = codes(&card.body);
        let [address] = &codes[..] else { panic!("{path}: {codes:?}") };
        assert_eq!(*address, format!("{URL}{page}"), "{path}");
    }
}

#[tokio::test]
async fn a_card_speaks_the_language_of_the_page_that_it_leads_to() {
    let site = release(Some(URL)).await;
    let mut seen = std::collections::BTreeSet::new();
    for (asked, home) in [("", ""), ("&lang=zh-Hant", "/zh-Hant"), ("&lang=en", "/en")] {
        let query = "from=before&to=platform";
        for shape in ["wide", "tall"] {
            let card = site.get(&format!("/cards/investment-filing/{shape}.png?{query}{asked}")).await;
            let codes = codes(&card.body);
            assert_eq!(codes, [format!("{URL}{home}/services/investment-filing?{query}")], "{shape}{asked}");
            assert!(seen.insert(card.body), "{shape}{asked} is another picture");
        }
    }
}

#[tokio::test]
async fn whatever_a_request_calls_this_server_nobody_is_sent_there() {
    let site = release(None).await;
    let path = "/cards/investment-filing/wide.png";
    let card = site.get_with(path, "host", "elsewhere.example").await;
    assert_eq!((card.status.as_u16(), codes(&card.body).len()), (200, 0));
}

#[tokio::test]
async fn every_service_has_its_cards_and_so_has_every_pair_of_its_versions() {
    let site = release(Some(URL)).await;
    let mut seen = std::collections::BTreeSet::new();
    for service in site.store.services().await.unwrap() {
        let pairs =
            service.versions.iter().flat_map(|from| service.versions.iter().map(move |to| (from, to)));
        let pairs = pairs.map(|(from, to)| Some((&from.id, &to.id))).take(6);
        for versions in pairs.chain([None]) {
            let path = api::endpoint::card(api::endpoint::CARD_WIDE, &service.id, versions, None);
            let card = site.get(&path).await;
            assert_eq!(card.status, 200, "{path}: {}", String::from_utf8_lossy(&card.body));
            seen.insert(card.body);
        }
    }
    assert!(seen.len() > 20, "{}", seen.len());
}

#[tokio::test]
async fn what_is_not_there_has_no_card() {
    let site = release(Some(URL)).await;
    let card = "/cards/investment-filing/wide.png";
    for (path, told) in [
        ("/cards/nobody/wide.png".to_owned(), problem(404, "unknown_service", None)),
        ("/cards/%00/wide.png".to_owned(), problem(404, "unknown_service", None)),
        ("/cards/%E0%A4/tall.png".to_owned(), problem(404, "not_found", None)),
        (format!("{card}?from=never"), problem(404, "unknown_version", Some("from"))),
        (format!("{card}?from=before&to=never"), problem(404, "unknown_version", Some("to"))),
        (format!("{card}?from=%3Csvg%3E"), problem(400, "bad_parameter", Some("from"))),
        (format!("{card}?from=%22%3E%3Cscript%3E"), problem(400, "bad_parameter", Some("from"))),
        (format!("{card}?to={}", "x".repeat(20_000)), problem(400, "bad_parameter", Some("to"))),
        (format!("{card}?from="), problem(400, "bad_parameter", Some("from"))),
        (format!("{card}?from=before&from=before"), problem(400, "bad_parameter", Some("from"))),
        (format!("{card}?lang=fr"), problem(400, "bad_parameter", Some("lang"))),
        (format!("{card}?shape=wide"), problem(400, "bad_parameter", Some("shape"))),
    ] {
        assert_eq!(site.get(&path).await.problem(), told, "{path}");
    }
    for path in ["/cards", "/cards/investment-filing", "/cards/investment-filing/square.png"] {
        assert_eq!(site.get(path).await.status, 404, "{path}");
    }
    let hidden = Site::with(&server::seeds::readable(), Examples::Hidden, None).await;
    let example = hidden.get("/cards/example-talent-apartment/wide.png").await;
    assert_eq!(example.problem(), problem(404, "unknown_service", None));
}

#[tokio::test]
async fn a_card_is_drawn_anew_when_its_service_changes() {
    let site = Site::new().await;
    let card = async || site.get("/cards/tax/wide.png").await.body;
    let before = card().await;
    let service = site.store.service(&"tax".parse().unwrap()).await.unwrap().unwrap();
    let mut document = (*service).clone();
    document.name = "税务".to_owned();
    site.store.save_service(&document.try_into().unwrap()).await.unwrap();
    assert_ne!(card().await, before);
}

#[tokio::test]
async fn who_waits_for_a_card_keeps_nobody_from_other_answers() {
    let site = Arc::new(release(Some(URL)).await);
    let turn = site.aside.turn().await.unwrap();
    let cards = site.store.services().await.unwrap().into_iter().map(|service| {
        let (site, path) =
            (site.clone(), api::endpoint::card(api::endpoint::CARD_WIDE, &service.id, None, None));
        tokio::spawn(async move { site.get(&path).await.status.as_u16() })
    });
    let cards: Vec<_> = cards.collect();
    assert_eq!(site.get("/api/services/tax-hall").await.status, 200);
    assert!(cards.len() > 10 && cards.iter().all(|card| !card.is_finished()), "it is nobody's turn");
    drop(turn);
    for card in cards {
        assert_eq!(card.await.unwrap(), 200);
    }
}
