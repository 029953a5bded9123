//! The identifiers of events: a calendar that knows one moves and rewrites the event instead of showing it twice.

use uuid::Uuid;

use crate::catalog::fold;
use crate::emit::{CompiledPlan, ProjectId};

/// Parts the names that an identifier is made from. No text has this byte, so `ab`, `c` is not taken for `a`, `bc`.
const SEPARATOR: u8 = 0xff;

/// Makes the identifiers of one plan's events.
#[derive(Debug, Clone, Copy)]
pub struct Uids {
    plan: Uuid,
}

impl Uids {
    /// Identifies a plan by its project, its file's path in there and its title, in whichever case and normal form.
    pub fn of(plan: &CompiledPlan<'_>, project: ProjectId) -> Self {
        let title = fold(plan.title());
        let names = [plan.source, &title].map(str::as_bytes);
        Self { plan: Uuid::new_v5(&project.0, &names.join(&SEPARATOR)) }
    }

    /// Returns the identifier of what is done in a place of the plan, such as the first session of its third Tuesday.
    pub fn event(self, place: &str) -> String {
        Uuid::new_v5(&self.plan, place.as_bytes()).hyphenated().to_string()
    }
}
