//! The description of the process format (`docs/process-format.md`): its one example is whole, what the page
//! says of it is what comes out, and no word of the format is missing from the page.

use std::fs;
use std::path::Path;

use domain::findings::of_version;
use domain::terms::range;
use domain::{
    Answers, Comparison, FindingKind, Measured, Relation, Service, Value, compare, yearly_burden_hours,
};

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/process-format.md");
    fs::read_to_string(path).expect("it can be read")
}

/// The text of the only example, which is what stands in the only fence of the page.
fn example() -> String {
    let page = page();
    let fences: Vec<&str> = page.split("```").collect();
    let [_, fenced, _] = fences.as_slice() else { panic!("{} fences", fences.len() - 1) };
    fenced.strip_prefix("json\n").expect("it is JSON").to_owned()
}

fn service() -> Service {
    Service::parse(&example()).unwrap_or_else(|error| panic!("{error}"))
}

fn comparison(service: &Service) -> Comparison {
    let (before, after) = service.default_pair().expect("it has two versions");
    compare(service, before, after, &Answers::new())
}

#[test]
fn the_example_has_two_versions_of_which_every_measure_is_known() {
    let service = service();
    assert_eq!(service.versions.len(), 2);
    let comparison = comparison(&service);
    assert_eq!(comparison.relation, Relation::BeforeAfter);
    for change in &comparison.measures {
        for side in [&change.first, &change.second] {
            assert!(side.value.is_known(), "{:?}", side);
        }
    }
    let hours = |measured| yearly_burden_hours(&service, measured).is_some();
    assert!(comparison.measures.iter().any(|change| hours(&change.first) && hours(&change.second)));
    let reported = &comparison.reported[0];
    assert_eq!((reported.first, reported.second), (Some(5), Some(2)));
}

#[test]
fn the_page_says_of_the_example_what_comes_out() {
    let service = service();
    let comparison = comparison(&service);
    let page = page();
    let says = |line: String| assert!(page.contains(&line), "the page does not say\n{line}");
    for change in &comparison.measures {
        says(format!(
            "| {} | {} | {} |\n",
            change.first.kind.term(),
            value(&change.first),
            value(&change.second)
        ));
    }
    for group in &comparison.steps {
        let names = |at: usize, keys: &[domain::StepKey]| {
            let steps = keys.iter().filter_map(|key| service.versions[at].step(key));
            steps.map(|step| step.name.as_str()).collect::<Vec<_>>().join("、")
        };
        let (first, second) = (names(0, &group.first), names(1, &group.second));
        let name = if first == second { first } else { format!("{first} → {second}") };
        let kinds: Vec<&str> = group.kinds.iter().map(|kind| kind.term()).collect();
        says(format!("| {name} | {} |\n", kinds.join("、")));
    }
    let rows = page.split("## A whole example").nth(1).expect("its heading").matches("\n| ").count();
    assert_eq!(
        rows,
        comparison.measures.len() + comparison.steps.len() + 2,
        "rows that nothing comes out of"
    );
    let found = service.versions.iter().map(|version| {
        of_version(&service, version, &Answers::new()).expect("few walks").iter().map(|f| f.kind()).collect()
    });
    assert_eq!(found.collect::<Vec<Vec<_>>>(), [vec![FindingKind::SubmittedTwice], vec![]]);
}

/// A value as the command line tells it.
fn value(measured: &Measured) -> String {
    let counted = |number: String| match measured.kind.counter() {
        Some(counter) => format!("{number} {counter}"),
        None => number,
    };
    match &measured.value {
        Value::Unknown { .. } => "unknown".to_owned(),
        Value::Time { span } => span.term(),
        Value::Count { min, max } => counted(range(*min, *max)),
        Value::Money { min_yuan, max_yuan } => counted(range(*min_yuan, *max_yuan)),
        Value::Share { least, .. } => format!("{}/{}", least.part, least.whole),
    }
}

#[test]
fn an_answer_to_the_example_s_question_adds_steps() {
    let service = service();
    let crowd = |answer: &str| -> Answers {
        [("crowd".parse().expect("a key"), answer.parse().expect("a key"))].into()
    };
    let steps = |answers: &Answers| {
        let walk = |at: usize| domain::walk::easiest_walk(&service, &service.versions[at], answers);
        [0, 1].map(|at| walk(at).expect("few walks").steps.len())
    };
    assert_eq!(steps(&crowd("no")), steps(&Answers::new()));
    assert_eq!(steps(&crowd("yes")), steps(&crowd("no")).map(|n| n + 2));
}

#[test]
fn an_error_in_the_example_names_its_place() {
    let broken = example().replace(r#""after": ["decide", "panel"]"#, r#""after": ["decide", "form"]"#);
    let error = Service::parse(&broken).expect_err("it points nowhere");
    assert_eq!(error.to_string(), "versions[0].steps[6].after[1]: no step has the key `form`");
    let error = Service::parse("{\"format\": 1,").expect_err("it ends too early");
    assert!(error.at.starts_with("line 1, column "), "{error}");
}

#[cfg(feature = "schema")]
mod words {
    use std::collections::BTreeSet;

    use domain::{Action, Run, Service};
    use schemars::{JsonSchema, generate::SchemaSettings};
    use serde_json::Value as Json;

    use super::{example, page};

    /// What the example does without: it shows a service in detail by itself, a phone number would be
    /// somebody's, and an illustrative file has one kind of evidence.
    const NOT_IN_THE_EXAMPLE: [&str; 9] =
        ["illustrated_by", "phone", "n", "by", "source", "quote", "change", "percent", "words"];

    /// The words that files are written in.
    #[derive(Default)]
    struct Words {
        fields: BTreeSet<String>,
        values: BTreeSet<String>,
    }

    fn words_of<T: JsonSchema>() -> Words {
        let generator = SchemaSettings::draft2020_12().for_deserialize().into_generator();
        let mut words = Words::default();
        words.gather(generator.into_root_schema_for::<T>().as_value());
        words
    }

    impl Words {
        fn gather(&mut self, schema: &Json) {
            match schema {
                Json::Object(members) => {
                    let properties = members.get("properties").and_then(Json::as_object);
                    self.fields.extend(properties.into_iter().flat_map(|named| named.keys().cloned()));
                    let listed = members.get("enum").and_then(Json::as_array).into_iter().flatten();
                    let values = listed.chain(members.get("const")).filter_map(Json::as_str);
                    self.values.extend(values.map(str::to_owned));
                    members.values().for_each(|inner| self.gather(inner));
                }
                Json::Array(list) => list.iter().for_each(|inner| self.gather(inner)),
                _ => {}
            }
        }
    }

    #[test]
    fn every_word_of_the_format_is_on_the_page() {
        let page = page();
        let (before, _) = page.split_once("## A whole example").expect("its heading");
        // What stands between two backticks is every other part.
        let code = before.split('`').skip(1).step_by(2);
        let told: BTreeSet<&str> =
            code.flat_map(|code| code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')).collect();
        for words in [words_of::<Service>(), words_of::<Run>(), words_of::<Action>()] {
            let all = words.fields.iter().chain(&words.values);
            let untold: Vec<&String> = all.filter(|word| !told.contains(word.as_str())).collect();
            assert!(untold.is_empty(), "the page does not tell of {untold:?}");
        }
    }

    #[test]
    fn the_example_uses_every_other_field_of_a_service() {
        let mut used = BTreeSet::new();
        keys(&serde_json::from_str(&example()).expect("JSON"), &mut used);
        let unused = words_of::<Service>().fields.into_iter().filter(|field| !used.contains(field));
        let mut expected: Vec<&str> = NOT_IN_THE_EXAMPLE.to_vec();
        expected.sort_unstable();
        assert_eq!(unused.collect::<Vec<_>>(), expected);
    }

    fn keys(json: &Json, found: &mut BTreeSet<String>) {
        match json {
            Json::Object(members) => members.iter().for_each(|(key, inner)| {
                found.insert(key.clone());
                keys(inner, found);
            }),
            Json::Array(list) => list.iter().for_each(|inner| keys(inner, found)),
            _ => {}
        }
    }
}
