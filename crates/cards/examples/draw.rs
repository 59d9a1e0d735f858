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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let directory = std::env::args().nth(1).unwrap_or_else(|| ".".to_owned());
    for (name, shape) in [("first", Shape::Wide), ("wide", Shape::Wide), ("tall", Shape::Tall)] {
        let begun = Instant::now();
        let picture = cards::draw(&card(), shape)?;
        println!("{name}: {} bytes in {:.1?}", picture.len(), begun.elapsed());
        std::fs::write(format!("{directory}/{name}.png"), picture)?;
    }
    Ok(())
}
