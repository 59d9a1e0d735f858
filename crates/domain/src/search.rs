//! Finding a service by its name: one rule for the server and the browser.

/// Whether every word of `query` stands in one of `names`, case of Latin letters and spaces aside. An empty
/// query finds everything.
pub fn matches<'a>(query: &str, names: impl IntoIterator<Item = &'a str>) -> bool {
    let fold = |text: &str| -> String { text.to_ascii_lowercase().split_whitespace().collect() };
    let names: Vec<String> = names.into_iter().map(fold).collect();
    query.to_ascii_lowercase().split_whitespace().all(|word| names.iter().any(|name| name.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_be_found_somewhere() {
        let names = ["投资项目备案", "企业投资", "Investment filing"];
        assert!(matches("", names));
        assert!(matches("备案", names));
        assert!(matches(" 企业  备案 ", names));
        assert!(matches("FILING", names));
        assert!(!matches("餐馆", names));
        assert!(!matches("备案 餐馆", names));
    }
}
