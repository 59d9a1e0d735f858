//! Whether documents fell because somebody asks for less, or only because papers were put together.

use super::Finding;
use crate::changes::StepGroup;
use crate::key::{MaterialKey, StepKey};
use crate::walk::Walk;

pub(super) fn only_bundled(first: &Walk<'_>, second: &Walk<'_>, groups: &[StepGroup]) -> Option<Finding> {
    let (had, has) = (Supplied::on(first), Supplied::on(second));
    let (before, after) = (had.papers(), has.papers());
    if after.len() >= before.len() {
        return None;
    }
    let gone: Vec<MaterialKey> = before.iter().filter(|paper| !after.contains(paper)).cloned().collect();
    let still_asked_for = |paper: &MaterialKey| {
        has.rows.iter().any(|row| row.asked == *paper) || put_into_a_new_paper(paper, &had, &has, groups)
    };
    gone.iter().all(still_asked_for).then_some(Finding::OnlyBundled {
        before: u32::try_from(before.len()).unwrap_or(u32::MAX),
        after: u32::try_from(after.len()).unwrap_or(u32::MAX),
        materials: gone,
    })
}

/// Whether everywhere the paper was handed in, several steps became one that asks for a new paper.
fn put_into_a_new_paper(paper: &MaterialKey, had: &Supplied, has: &Supplied, groups: &[StepGroup]) -> bool {
    had.rows.iter().filter(|row| row.paper == *paper).all(|row| {
        let merged = groups.iter().filter(|g| g.first.len() > 1 && g.first.contains(&row.step));
        let mut after = merged.flat_map(|group| &group.second);
        after.any(|step| {
            let mut at_step = has.rows.iter().filter(|row| row.step == *step);
            at_step.any(|row| !had.rows.iter().any(|earlier| earlier.paper == row.paper))
        })
    })
}

/// What the applicant hands in on a walk, once for each step at which it is.
struct Supplied {
    rows: Vec<Row>,
}

struct Row {
    step: StepKey,
    /// The material as it is asked for.
    asked: MaterialKey,
    /// The paper that it is.
    paper: MaterialKey,
}

impl Supplied {
    fn on(walk: &Walk<'_>) -> Supplied {
        let mut rows = Vec::new();
        for step in &walk.steps {
            for material in step.materials.iter().filter_map(|key| walk.version.material(key)) {
                if material.provision.is_supplied() {
                    rows.push(Row {
                        step: step.key.clone(),
                        asked: material.key.clone(),
                        paper: walk.version.paper(material),
                    });
                }
            }
        }
        Supplied { rows }
    }

    /// The distinct papers, in the order in which they first come up.
    fn papers(&self) -> Vec<MaterialKey> {
        let mut papers: Vec<MaterialKey> = Vec::new();
        for row in &self.rows {
            if !papers.contains(&row.paper) {
                papers.push(row.paper.clone());
            }
        }
        papers
    }
}
