//! What somebody sees who gets a card, and a camera that reads it.

use cards::{
    Card, Change, Code, Direction, Evidence, Figure, Mark, MarkShape, Number, Said, Shape, draw, has_glyph,
};

const ADDRESS: &str = "https://example.org/services/example-investment-filing?from=before&to=platform";

struct Picture {
    width: usize,
    height: usize,
    colours: Vec<[u8; 3]>,
}

fn decoded(file: &[u8]) -> Picture {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let colours = bytes.chunks_exact(3).map(|part| [part[0], part[1], part[2]]).collect();
    Picture { width: info.width as usize, height: info.height as usize, colours }
}

impl Picture {
    fn codes(&self) -> Vec<String> {
        let grey = |x: usize, y: usize| self.colours[y * self.width + x][1];
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(self.width, self.height, grey);
        image.detect_grids().into_iter().filter_map(|grid| Some(grid.decode().ok()?.1)).collect()
    }

    fn count(&self, colour: [u8; 3]) -> usize {
        self.colours.iter().filter(|other| **other == colour).count()
    }
}

fn number(title: &str) -> Number {
    Number {
        title: title.to_owned(),
        first: Some(Figure::Known("7".to_owned())),
        second: Some(Figure::Known("3".to_owned())),
        counter: "个工作日".to_owned(),
        change: Some(Change { direction: Direction::Less, text: "少 4".to_owned() }),
        rate: Some("比改前少 57.1 %".to_owned()),
        mark: Some(Mark { shape: MarkShape::Seal, word: "公布".to_owned() }),
        ..Number::default()
    }
}

fn card() -> Card {
    let mark = Mark { shape: MarkShape::Seal, word: "公布".to_owned() };
    Card {
        site: "跑一次".to_owned(),
        name: "投资项目备案".to_owned(),
        about: vec!["度假区".to_owned(), "面向企业".to_owned()],
        numbers: vec![number("审批时限")],
        untold: String::new(),
        said: vec![Said {
            direction: Direction::Less,
            text: "审批时限从 7 个工作日减到 3 个工作日。".to_owned(),
        }],
        evidence: Some(Evidence {
            mark, text: "原话「审批时限由原先7个工作日缩短」".to_owned()
        }),
        example: None,
        caution: "非办事指南，以窗口为准。".to_owned(),
        code: Some(Code { address: ADDRESS.to_owned(), label: "扫码看全部".to_owned() }),
    }
}

#[test]
fn a_card_has_its_size_and_a_code_that_a_camera_reads() {
    for shape in [Shape::Wide, Shape::Tall] {
        let file = draw(&card(), shape).unwrap();
        let picture = decoded(&file);
        let (width, height) = shape.size();
        assert_eq!((picture.width, picture.height), (width as usize, height as usize));
        assert_eq!(picture.codes(), [ADDRESS]);
        assert!(file.len() < 80_000, "{} bytes", file.len());
        assert_eq!(file, draw(&card(), shape).unwrap(), "the same card is the same bytes");
    }
}

#[test]
fn the_colours_are_exact() {
    let picture = decoded(&draw(&card(), Shape::Wide).unwrap());
    let (wall, paper, ink, seal) =
        ([0xf7, 0xf5, 0xef], [0xff, 0xfe, 0xfa], [0x1c, 0x22, 0x21], [0xa9, 0x3a, 0x26]);
    assert!(picture.count(wall) > picture.colours.len() / 3);
    for colour in [paper, ink, seal] {
        assert!(picture.count(colour) > 1000, "{colour:?}");
    }
}

#[test]
fn the_mark_of_an_example_changes_the_picture_and_nothing_else_is_needed_for_it() {
    let example = Card { example: Some("示例，不能作为办事依据".to_owned()), ..card() };
    for shape in [Shape::Wide, Shape::Tall] {
        let (real, example) =
            (decoded(&draw(&card(), shape).unwrap()), decoded(&draw(&example, shape).unwrap()));
        let upper = real.colours.len() / 6;
        // Shades that nobody tells apart may be exchanged anywhere.
        let apart = |one: &[u8; 3], other: &[u8; 3]| (0..3).any(|part| one[part].abs_diff(other[part]) > 24);
        let pixels = real.colours.iter().zip(&example.colours).enumerate();
        let differing = pixels.filter(|(_, (one, other))| apart(one, other));
        let differing: Vec<usize> = differing.map(|(at, _)| at).collect();
        assert!(differing.len() > 1000 && differing.iter().all(|at| *at < upper), "{}", differing.len());
    }
}

#[test]
fn whatever_is_written_there_is_a_picture() {
    let long = "很长的名称".repeat(100);
    let texts =
        ["", " ", "。", &long, "x\u{0}\u{7f}\u{feff}", "<svg onload=alert(1)>", "\u{202e}abc", "💥𠀀", "a b"];
    for text in texts {
        let text = text.to_owned();
        let untold = || Some(Figure::Untold(text.clone()));
        let numbers = [
            Number { title: text.clone(), told: Some(text.clone()), ..number("") },
            Number { first: untold(), second: untold(), counter: text.clone(), ..number(&text) },
            Number { told: Some(text.clone()), first: None, second: None, change: None, ..number(&text) },
            Number { beside: true, ..number(&text) },
            number(&text),
        ];
        let said = |direction| Said { direction, text: text.clone() };
        for count in [0, 1, 3, 5] {
            let card = Card {
                site: text.clone(),
                name: text.clone(),
                about: vec![text.clone(); count],
                numbers: numbers[..count].to_vec(),
                untold: text.clone(),
                said: [Direction::Less, Direction::More, Direction::Neither].map(said)[..count.min(3)]
                    .to_vec(),
                evidence: Some(Evidence {
                    mark: Mark { shape: MarkShape::Pill, word: text.clone() },
                    text: text.clone(),
                }),
                example: Some(text.clone()),
                caution: text.clone(),
                code: None,
            };
            assert!(draw(&card, Shape::Wide).is_ok() && draw(&card, Shape::Tall).is_ok(), "{text}");
        }
    }
    let nothing = decoded(&draw(&Card::default(), Shape::Wide).unwrap());
    assert!(nothing.codes().is_empty());
}

#[test]
fn an_address_that_no_code_holds_is_refused_in_a_sentence() {
    let address = "x".repeat(5000);
    let card = Card { code: Some(Code { address, label: String::new() }), ..card() };
    let refused = draw(&card, Shape::Tall).unwrap_err();
    assert!(refused.to_string().contains("its address is too long"), "{refused}");
}

#[test]
fn the_words_of_a_card_have_their_glyphs() {
    assert!("非办事指南，以窗口为准。示例，不能作为办事依据→「」".chars().all(has_glyph));
}

#[test]
fn long_words_leave_the_code_and_the_name_of_the_site_alone() {
    let english = Card {
        site: "Paoyici".to_owned(),
        example: Some("Made-up example. Do not rely on it at an office.".to_owned()),
        caution: "This is not a guide to any service. What the office tells you counts.".to_owned(),
        code: Some(Code { address: ADDRESS.to_owned(), label: "Scan to see all of it".to_owned() }),
        ..card()
    };
    let apart = |one: &[u8; 3], other: &[u8; 3]| (0..3).any(|part| one[part].abs_diff(other[part]) > 24);
    for (shape, code, site) in [(Shape::Wide, 192, (200, 90)), (Shape::Tall, 272, (300, 140))] {
        let without = Card { example: None, caution: String::new(), ..english.clone() };
        let (told, without) =
            (decoded(&draw(&english, shape).unwrap()), decoded(&draw(&without, shape).unwrap()));
        let (width, height) = (told.width, told.height);
        let is_apart =
            |x: usize, y: usize| apart(&told.colours[y * width + x], &without.colours[y * width + x]);
        let margin = if matches!(shape, Shape::Wide) { (60, 36) } else { (76, 72) };
        for y in height - margin.1 - code..height - margin.1 {
            for x in width - margin.0 - code..width - margin.0 {
                assert!(!is_apart(x, y), "{shape:?}: something is drawn over the code at {x}, {y}");
            }
        }
        for (x, y) in (0..site.1).flat_map(|y| (0..site.0).map(move |x| (x, y))) {
            assert!(!is_apart(x, y), "{shape:?}: something is drawn over the name of the site at {x}, {y}");
        }
    }
}
