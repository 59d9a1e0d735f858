//! Counts what passed and what failed, and keeps what was said about failures for the end.

/// The counts of all parts together.
#[derive(Default)]
pub struct Tally {
    passed: usize,
    failures: Vec<String>,
}

impl Tally {
    /// One check that passed.
    pub fn pass(&mut self, name: &str) {
        println!("ok     {name}");
        self.passed += 1;
    }

    /// One check that failed, and what to do about it.
    pub fn fail(&mut self, name: &str, what: &str) {
        let what = what.replace('\n', "\n       ");
        println!("FAILED {name}\n       {what}");
        self.failures.push(format!("{name}\n       {what}"));
    }

    /// What another test runner has counted and shown already.
    pub fn add(&mut self, passed: usize, failures: impl IntoIterator<Item = String>) {
        self.passed += passed;
        self.failures.extend(failures);
    }

    pub fn all_passed(&self) -> bool {
        self.failures.is_empty()
    }

    /// The failures once more, and the counts in the last line.
    pub fn print_summary(&self) {
        println!();
        for failure in &self.failures {
            println!("FAILED {failure}");
        }
        println!("{}", self.counts());
    }

    fn counts(&self) -> String {
        format!("{} passed, {} failed", self.passed, self.failures.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_parts_are_summed() {
        let mut tally = Tally::default();
        tally.pass("a");
        tally.add(3, ["b".to_owned()]);
        tally.fail("c", "mend it");
        assert_eq!(tally.counts(), "4 passed, 2 failed");
        assert!(!tally.all_passed());
    }
}
