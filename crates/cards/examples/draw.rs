//! Draws one card of each kind into a directory, and says how long it took: `cargo run -p cards --example draw -- DIR`.

use std::time::Instant;

use cards::{Card, Change, Code, Direction, Evidence, Figure, Mark, MarkShape, Number, Said, Shape};

fn number(title: &str, first: &str, second: &str, counter: &str, change: &str) -> Number {
    Number {
        title: title.to_owned(),
        first: Some(Figure::Known(first.to_owned())),
        second: Some(Figure::Known(second.to_owned())),
        counter: counter.to_owned(),
        change: Some(Change { direction: Direction::Less, text: change.to_owned() }),
        illustrative: true,
        ..Number::default()
    }
}

fn card() -> Card {
    let said = |direction, text: &str| Said { direction, text: text.to_owned() };
    let mark = Mark { shape: MarkShape::Dashed, word: "示例".to_owned() };
    Card {
        site: "跑一次".to_owned(),
        name: "企业投资项目备案（示例）".to_owned(),
        about: ["示例区", "面向企业", "改革前 → 省平台上报"].map(str::to_owned).to_vec(),
        numbers: vec![
            number("地", "3", "1", "个地方", "少 2"),
            number("窗", "5", "1", "个窗口", "少 4"),
            number("次", "5", "1", "次", "少 4"),
        ],
        untold: String::new(),
        said: vec![
            said(Direction::Less, "以前跑 3 个地方、5 个窗口，现在一窗办结。"),
            said(Direction::Less, "承诺时限从 7 个工作日减到 3 个工作日，材料从 8 份减到 4 份。"),
            said(Direction::More, "环节从 5 个增到 6 个，新增「注册平台账号」。"),
        ],
        evidence: Some(Evidence { mark, text: "演示用，不是真实数据".to_owned() }),
        example: Some("示例，不能作为办事依据".to_owned()),
        caution: "非办事指南，以窗口为准。".to_owned(),
        code: Some(Code {
            address: "https://paoyici.example.org/services/example-investment-filing?from=before&to=platform"
                .to_owned(),
            label: "扫码看全部".to_owned(),
        }),
    }
}

/// A real service of which one figure was reported.
fn reported() -> Card {
    let mark = || Mark { shape: MarkShape::Seal, word: "公布".to_owned() };
    let number = Number {
        illustrative: false,
        mark: Some(mark()),
        rate: Some("比原先少 57.1 %".to_owned()),
        ..number("审批时限", "7", "3", "个工作日", "少 4")
    };
    let text = "原话「审批时限由原先7个工作日压缩至3个工作日」".to_owned();
    Card {
        name: "投资项目备案".to_owned(),
        about: ["度假区", "面向企业", "原先 → 省平台上报"].map(str::to_owned).to_vec(),
        numbers: vec![number],
        said: card().said[1..2].to_vec(),
        evidence: Some(Evidence { mark: mark(), text }),
        example: None,
        ..card()
    }
}

/// One of which three were told, not all of them in numbers, under long titles.
fn told() -> Card {
    let untold = Some(Figure::Untold("原文未载".to_owned()));
    let alone = || Number { first: None, second: None, change: None, ..reported().numbers[0].clone() };
    let title = |title: &str| title.to_owned();
    let trips = Number {
        title: title("企业迁移要跑的次数"),
        first: untold,
        change: None,
        rate: None,
        counter: "次".to_owned(),
        ..reported().numbers[0].clone()
    };
    let quick = Number { title: title("办理快慢"), told: Some("迅速办".to_owned()), ..alone() };
    let easy =
        Number { title: title("企业「跨省换乘」"), told: Some("更轻松".to_owned()), ..alone() };
    Card { name: "「一件事」企业迁移".to_owned(), numbers: vec![trips, quick, easy], ..reported() }
}

/// One of which nothing was told.
fn untold() -> Card {
    Card {
        name: "人才公寓入住".to_owned(),
        numbers: Vec::new(),
        untold: "原文未载：地、窗、次、环节、材料、法定时限、承诺时限".to_owned(),
        evidence: None,
        ..reported()
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    for (name, card) in
        [("example", card()), ("reported", reported()), ("told", told()), ("untold", untold())]
    {
        for (shape, size) in [("wide", Shape::Wide), ("tall", Shape::Tall)] {
            let begun = Instant::now();
            let picture = cards::draw(&card, size)?;
            println!("{name} {shape}: {} bytes in {:.1?}", picture.len(), begun.elapsed());
            std::fs::write(format!("{directory}/{name}-{shape}.png"), picture)?;
        }
    }
    Ok(())
}
