//! How the loads of a file's plans go on.

use super::after_results::{checked, on_ground, written_out};
use super::files::ReadFile;
use super::loaded::Loaded;
use super::request::Request;
use crate::results::{self, Foreseen};
use crate::source::SourceFile;

/// What is foreseen of one plan.
#[derive(Debug, Clone)]
pub struct ForeseenPlan {
    /// Its title.
    pub title: String,
    /// Its sessions to come.
    pub foreseen: Foreseen,
}

/// Foresees what is left of each plan of a file that has no mistakes.
pub fn foresee(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Vec<ForeseenPlan> {
    let loaded = Loaded::new(source, request, read);
    let (program, _) = checked(&loaded.files, request, &mut Vec::new());
    let (calendars, _) = written_out(&loaded.files, &program);
    on_ground(&program, request, |ground, results| {
        let plans = calendars.iter().enumerate();
        plans
            .map(|(number, calendar)| ForeseenPlan {
                title: calendar.plan.title.clone(),
                foreseen: results::foresee(ground, &calendars, results, number),
            })
            .collect()
    })
}
