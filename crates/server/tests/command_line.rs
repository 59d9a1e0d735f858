//! The command line as somebody at a terminal meets it: what is printed, what is refused and with which
//! exit code.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value as Json;
use tempfile::tempdir;

/// Runs `paoyici` at the root of the repository, so that files are named as one would name them.
fn paoyici(arguments: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    Command::new(env!("CARGO_BIN_EXE_paoyici")).args(arguments).current_dir(root).output().expect("it starts")
}

/// What it prints when all is well.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let output = paoyici(arguments);
    let told = String::from_utf8(output.stderr).expect("text");
    assert!(output.status.success(), "{arguments:?}: {told}");
    assert_eq!(told, "");
    String::from_utf8(output.stdout).expect("text")
}

/// The sentences of a refusal, which has exit code 2 and prints nothing.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = paoyici(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert_eq!(String::from_utf8(output.stdout).expect("text"), "");
    String::from_utf8(output.stderr).expect("text").trim_end().to_owned()
}

#[track_caller]
fn json(arguments: &[&str]) -> Json {
    serde_json::from_str(&printed(&[arguments, &["--format", "json"]].concat())).expect("JSON")
}

const FILING: &str = "data/real/investment-filing.json";
const RELOCATION: &str = "data/examples/example-enterprise-relocation.json";
const APARTMENT: &str = "data/examples/example-talent-apartment.json";

fn of(file: &str, version: &str) -> String {
    format!("{file}#{version}")
}

#[test]
fn a_real_reform_is_told_as_it_was_reported() {
    let text = printed(&["compare", &of(FILING, "before"), &of(FILING, "platform")]);
    let expected = "\
投资项目备案
  改前  原先（before）
  改后  省平台上报（platform）

指标
原文未载：地、窗、次、申请人环节、后台环节、材料、推算时限（没有写明环节）；法定时限、承诺时限（没有写明）

报道
  审批时限  7 个工作日  →  3 个工作日  少 4 个工作日  压缩 57.1 %    公布
    原话：「审批时限由原先7个工作日压缩至3个工作日」
";
    // Measures that this test does not know of may stand among the unknown ones.
    let without_unknown = |text: &str| -> Vec<String> {
        text.lines().filter(|line| !line.starts_with("原文未载")).map(str::to_owned).collect()
    };
    assert_eq!(without_unknown(&text), without_unknown(expected));
    assert!(text.contains("\n原文未载：地、窗、次、"), "{text}");
}

#[test]
fn two_ways_are_beside_each_other_without_a_verdict() {
    let text = printed(&["compare", &of(FILING, "online"), &of(FILING, "platform")]);
    assert!(text.contains("方式甲  网上申报（online）"), "{text}");
    for verdict in ["改前", "改后", "压缩", "省下"] {
        let outside_of_quotes = text.lines().filter(|line| !line.contains("原话"));
        assert!(outside_of_quotes.clone().all(|line| !line.contains(verdict)), "{verdict}: {text}");
    }
}

#[test]
fn an_example_is_compared_in_full_and_says_what_it_is() {
    let text = printed(&["compare", &of(RELOCATION, "before"), &of(RELOCATION, "bundle")]);
    assert!(text.starts_with("企业迁移一件事（示例）  示例，不能作为办事依据\n"), "{text}");
    let line = |start: &str| {
        let found = text.lines().find(|line| line.trim_start().starts_with(start));
        found
            .unwrap_or_else(|| panic!("no line {start}: {text}"))
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(line("地 "), "地 5 个地方 → 1 个地方 少 4 个地方 压缩 80.0 % 示例");
    assert_eq!(line("次 "), "次 8 次 → 1 次 少 7 次 压缩 87.5 % 示例");
    assert_eq!(line("承诺时限"), "承诺时限 12 个工作日 → 5 个工作日 少 7 个工作日 压缩 58.3 % 示例");
    let at = |title: &str| text.find(&format!("\n{title}\n")).unwrap_or_else(|| panic!("no {title}: {text}"));
    let (lighter, heavier, findings) = (at("省下的"), at("多出的"), at("改前的提示"));
    assert!(lighter < heavier && heavier < findings);
    assert!(text[heavier..findings].contains("新增  全体股东电子签名"), "{text}");
    assert!(text[findings..].contains("可以并行"), "{text}");
}

/// The lines of a part below its title, each with single spaces.
fn lines_of(text: &str, title: &str) -> Vec<String> {
    let below = text.split(&format!("\n{title}\n")).nth(1).unwrap_or_else(|| panic!("no {title}: {text}"));
    let lines = below.lines().take_while(|line| !line.is_empty());
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn each_difference_is_booked_to_the_changes_that_make_it() {
    let text = printed(&["compare", &of(RELOCATION, "before"), &of(RELOCATION, "joined")]);
    let lines = lines_of(&text, "哪一处改动省下的");
    let places = lines.iter().position(|line| line == "地：少 3 个地方").expect("the measure");
    let rows = &lines[places + 1..places + 4];
    assert!(rows.iter().all(|row| row.starts_with("少 1 个地方 ")), "{rows:?}");
    let main =
        rows.iter().find(|row| row.contains("示例邻区政务服务中心")).expect("the hall one had to go to");
    assert!(main.contains("转后台、缩时、减料 申请迁出登记 → 窗口代为转交迁出申请"), "{main}");
    assert!(
        main.contains("（另有：问清迁出迁入要办什么、领取迁出通知书和登记档案 → 电子档案移交）"),
        "{main}"
    );
    assert!(lines.contains(&"少 4 个工作日 写明的时限 12 个工作日 → 8 个工作日".to_owned()), "{lines:?}");
    assert!(lines.iter().any(|line| line.starts_with("负担（按最多算）：少 ")), "{lines:?}");
    // What it cost stands among it.
    let heavier = lines.iter().find(|line| line.starts_with("多 30 分钟")).expect("what took longer");
    assert!(heavier.contains("延时、增料 申请迁入登记 → 一次提交迁出、迁入申请"), "{heavier}");

    let backwards = printed(&["compare", &of(RELOCATION, "joined"), &of(RELOCATION, "before")]);
    assert!(lines_of(&backwards, "差别出在哪里").contains(&"地：多 3 个地方".to_owned()), "{backwards}");
    assert!(!backwards.contains("省下"), "{backwards}");
}

#[test]
fn waterfalls_for_programs_sum_up() {
    let told = json(&["compare", &of(RELOCATION, "before"), &of(RELOCATION, "bundle")]);
    let waterfalls = told["waterfalls"].as_array().expect("a list");
    assert_eq!((&waterfalls[0]["kind"], &waterfalls[0]["total"]), (&"places".into(), &(-4).into()));
    for waterfall in waterfalls {
        let rows = waterfall["rows"].as_array().expect("a list");
        let sum: i64 = rows.iter().filter_map(|row| row["amount"].as_i64()).sum();
        assert_eq!(Some(sum), waterfall["total"].as_i64(), "{waterfall}");
        for group in rows.iter().filter_map(|row| row["cause"]["change"].as_u64()) {
            assert!(told["steps"][group as usize].is_object(), "{waterfall}");
        }
    }
}

#[test]
fn what_is_not_the_same_for_everybody_is_told_as_a_range() {
    let (first, second) = (of(APARTMENT, "before"), of(APARTMENT, "simplified"));
    let open = ["compare", first.as_str(), second.as_str()];
    let lines = lines_of(&printed(&open), "各种情形和选择");
    assert!(lines.contains(&"材料 7–9 份 → 3–5 份 少 4 份".to_owned()), "{lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with("地 ")), "it is the same for everybody: {lines:?}");
    let answered = [&open[..], &["--answers", "household=single,applicant=self"]].concat();
    // How one pays is still open.
    let lines = lines_of(&printed(&answered), "各种情形和选择");
    assert_eq!(lines, ["负担 515–765 分钟 → 160–250 分钟 少 265–605 分钟"]);
    let over_all = &json(&open)["over_all"];
    assert_eq!((&over_all[5]["kind"], &over_all[5]["first"]["max"]), (&"documents".into(), &9.into()));
    assert_eq!(over_all[5]["difference"]["min"], -4);
}

#[test]
fn columns_stand_under_each_other() {
    let text = printed(&["measure", &of(APARTMENT, "before")]);
    let marks: Vec<usize> = text
        .lines()
        .filter(|line| line.starts_with("  "))
        .filter_map(|line| line.split_once("  示例").map(|(before, _)| before))
        // Every letter of these columns is Chinese and two wide, or ASCII or a dash and one wide.
        .map(|before| before.chars().map(|c| if c.is_ascii() || c == '–' { 1 } else { 2 }).sum())
        .collect();
    assert!(marks.len() > 5, "{text}");
    assert!(marks.iter().all(|mark| *mark == marks[0]), "{text}");
}

#[test]
fn measures_are_of_one_version_or_of_all() {
    let one = printed(&["measure", &of(APARTMENT, "before")]);
    assert!(one.contains("\n改革前（before）\n") && !one.contains("（simplified）"), "{one}");
    assert!(one.contains("一地一窗一次：一地未达标，一窗未达标，一次未达标"), "{one}");
    let all = json(&["measure", APARTMENT]);
    let versions: Vec<&str> =
        all.as_array().expect("a list").iter().filter_map(|v| v["version"].as_str()).collect();
    assert_eq!(versions, ["before", "simplified", "self-check-in"]);
    assert_eq!(all[0]["measures"][0]["kind"], "places");
    assert_eq!(all[0]["measures"][0]["value"]["max"], 3);
}

#[test]
fn unknown_is_never_zero() {
    let text = printed(&["measure", &of(FILING, "before")]);
    assert!(text.contains("原文未载：地、窗、次、"), "{text}");
    assert!(!text.contains('0'), "{text}");
    assert_eq!(json(&["measure", &of(FILING, "before")])[0]["measures"][0]["value"]["is"], "unknown");
}

#[test]
fn answers_decide_what_is_counted() {
    let steps = |answers: &[&str]| {
        let told = json(&[&["measure", &of(APARTMENT, "before")], answers].concat());
        let measures = told[0]["measures"].as_array().expect("a list");
        let steps = measures.iter().find(|m| m["kind"] == "applicant_steps").expect("the measure");
        steps["value"]["max"].as_u64().expect("a number")
    };
    assert_eq!(steps(&[]), 7);
    assert_eq!(steps(&["--answers", "household=family"]), 8);
    assert_eq!(steps(&["--answers", "household=family,applicant=unit"]), 9);
    let text = printed(&["measure", &of(APARTMENT, "before"), "--answers", "household=family"]);
    assert!(text.contains("一个人住，还是带家属？带家属"), "{text}");
}

#[test]
fn a_comparison_for_programs_is_the_comparison_of_the_interface_with_findings() {
    let told = json(&["compare", &of(RELOCATION, "before"), &of(RELOCATION, "bundle")]);
    assert_eq!((&told["relation"], &told["first"]), (&"before_after".into(), &"before".into()));
    assert_eq!(told["measures"][0]["difference"]["reduction_permille"], 800);
    let kinds: Vec<&Json> = told["findings"]["first"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|finding| &finding["kind"])
        .collect();
    assert!(kinds.contains(&&"could_run_side_by_side".into()), "{kinds:?}");
    assert_eq!(told["findings"]["change"], serde_json::json!([]));
}

#[test]
fn a_check_says_that_it_is_right_and_what_one_would_point_at() {
    let text = printed(&["check", RELOCATION]);
    assert!(text.starts_with(&format!("{RELOCATION}：格式正确")), "{text}");
    assert!(text.contains("建议：引导网上办「申领电子印章」，窗口留给不方便上网的人。"), "{text}");
    let found = json(&["check", &of(RELOCATION, "bundle")]);
    assert_eq!((&found[0]["version"], found.as_array().map(Vec::len)), (&"bundle".into(), Some(1)));
    assert_eq!(found[0]["findings"][0]["kind"], "submitted_twice");
}

#[test]
fn every_file_that_ships_is_right() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files: Vec<String> = Vec::new();
    for folder in ["data/real", "data/examples"] {
        for entry in fs::read_dir(root.join(folder)).expect("a folder") {
            files.push(format!("{folder}/{}", entry.expect("a file").file_name().to_string_lossy()));
        }
    }
    let arguments: Vec<&str> = ["check"].into_iter().chain(files.iter().map(String::as_str)).collect();
    let text = printed(&arguments);
    for file in &files {
        assert!(text.contains(&format!("{file}：格式正确")), "{file}: {text}");
    }
}

/// A copy of a file of the demonstration district with something in it replaced.
fn spoilt(folder: &Path, from: &str, to: &str) -> PathBuf {
    let original = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(APARTMENT);
    let text = fs::read_to_string(original).expect("a file");
    assert!(text.contains(from));
    let file = folder.join("spoilt.json");
    fs::write(&file, text.replacen(from, to, 1)).expect("a file");
    file
}

#[test]
fn what_is_wrong_with_a_file_is_told_with_its_place() {
    let folder = tempdir().expect("a folder");
    let file = spoilt(folder.path(), "\"label\": \"改革前\"", "\"label\": \"改革前\", \"labl\": \"x\"");
    let file = file.to_str().expect("text");
    let told = refused(&["check", file]);
    assert!(told.starts_with(&format!("paoyici: {file}: versions[0].labl: unknown field `labl`")), "{told}");
    assert_eq!(told.lines().count(), 1);
    assert_eq!(refused(&["measure", file]), told);

    let file = spoilt(folder.path(), "\"after\": [\"consult\"]", "\"after\": [\"nowhere\"]");
    let file = file.to_str().expect("text");
    let told = refused(&["check", file]);
    assert_eq!(
        told,
        format!("paoyici: {file}: versions[0].steps[1].after[0]: no step has the key `nowhere`")
    );

    let file = folder.path().join("words.json");
    fs::write(&file, "no JSON\u{1b}[31m").expect("a file");
    let told = refused(&["check", file.to_str().expect("text")]);
    assert!(told.starts_with(&format!("paoyici: {}: line 1, column 2: ", file.display())), "{told}");
    fs::write(&file, [0xff, 0xfe]).expect("a file");
    let told = refused(&["check", file.to_str().expect("text")]);
    assert_eq!(told, format!("paoyici: {}: is no text in UTF-8", file.display()));
    let told = refused(&["check", "data/nothing.json"]);
    assert!(told.starts_with("paoyici: cannot read data/nothing.json: "), "{told}");
}

#[test]
fn what_a_file_says_does_not_steer_the_terminal() {
    let folder = tempdir().expect("a folder");
    let file = spoilt(folder.path(), "\"format\": 1", "\"format\": 1, \"\\u001b[31mred\": 1");
    let told = refused(&["check", file.to_str().expect("text")]);
    assert!(told.contains("red") && !told.contains('\u{1b}'), "{told:?}");
}

#[test]
fn several_files_are_checked_and_each_fault_is_told() {
    let output = paoyici(&["check", "data/nothing.json", APARTMENT, "data/nobody.json"]);
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stderr).expect("text");
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(String::from_utf8(output.stdout).expect("text").contains("格式正确"));
}

#[test]
fn a_version_is_named_where_there_are_several() {
    assert_eq!(
        refused(&["measure", &of(APARTMENT, "nope")]),
        format!("paoyici: {APARTMENT} has no version `nope`: it has before, simplified, self-check-in")
    );
    assert_eq!(
        refused(&["compare", FILING, &of(FILING, "platform")]),
        format!(
            "paoyici: {FILING} has 3 versions: name one of {FILING}#before, {FILING}#online, {FILING}#platform"
        )
    );
    let bus = "data/real/community-bus.json";
    assert!(printed(&["compare", bus, bus]).contains("同一版本"), "a file with one version needs no id");
    let told = refused(&["compare", "data/real/tax-hall.json", bus]);
    assert_eq!(told, "paoyici: data/real/tax-hall.json has no version");
}

#[test]
fn answers_to_nothing_that_was_asked_are_refused() {
    let told = |answers: &str| refused(&["measure", APARTMENT, "--answers", answers]);
    assert_eq!(
        told("weather=rain"),
        "paoyici: --answers: there is no question `weather`: there is household, applicant"
    );
    assert_eq!(
        told("household=many"),
        "paoyici: --answers: `household` has no answer `many`: there is single, family"
    );
    assert!(told("household").contains("write it as situation=answer"));
    assert!(told("household=single,household=family").contains("answered twice"));
    let told = refused(&["measure", FILING, "--answers", "a=b"]);
    assert_eq!(told, "paoyici: --answers: there is no question `a`: the file asks none");
}

#[test]
fn working_days_are_a_date_and_nothing_else() {
    assert_eq!(printed(&["workdays", "2026-11-23", "3"]), "2026-11-26\n");
    assert_eq!(
        printed(&["workdays", "2026-09-30", "5"]),
        "2026-10-13\n",
        "over 国庆, with a Saturday that is worked"
    );
    assert_eq!(printed(&["workdays", "2026-02-14", "0"]), "2026-02-14\n", "a Saturday that is worked");
    assert_eq!(
        refused(&["workdays", "2026-02-30", "3"]),
        "paoyici: `2026-02-30` is no date: write it like 2026-11-23"
    );
    let unpublished =
        "paoyici: the working days of 2027 are not published: this program carries 2004 to 2026";
    assert_eq!(refused(&["workdays", "2027-01-04", "1"]), unpublished);
    assert_eq!(refused(&["workdays", "2026-12-30", "4000000000"]), unpublished);
    assert!(refused(&["workdays", "2026-11-23", "three"]).contains("invalid value 'three'"));
}

#[test]
fn the_schema_accepts_every_file_that_ships_and_no_slip_of_the_keyboard() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut checked = 0;
    for kind in ["service", "run", "action"] {
        let schema: Json = serde_json::from_str(&printed(&["schema", kind])).expect("JSON");
        let validator = jsonschema::validator_for(&schema).expect("a schema");
        for folder in ["data/real", "data/examples"] {
            for entry in fs::read_dir(root.join(folder)).expect("a folder") {
                let path = entry.expect("a file").path();
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                let is = match name.as_str() {
                    "action.json" => "action",
                    name if name.starts_with("run-") => "run",
                    _ => "service",
                };
                if is != kind {
                    continue;
                }
                let mut document: Json =
                    serde_json::from_str(&fs::read_to_string(&path).expect("a file")).expect("JSON");
                if let Err(error) = validator.validate(&document) {
                    panic!("{}: {}: {error}", path.display(), error.instance_path());
                }
                document["slip"] = Json::Bool(true);
                assert!(!validator.is_valid(&document), "{}", path.display());
                checked += 1;
            }
        }
    }
    assert!(checked > 15, "{checked}");
    assert_eq!(printed(&["schema"]), printed(&["schema", "service"]));
}

#[test]
fn the_help_names_every_command() {
    let help = printed(&["--help"]);
    for command in ["serve", "compare", "measure", "check", "workdays", "schema"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
    }
}
