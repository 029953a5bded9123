//! The data for the template of plans.

use serde::Serialize;

use super::data::{SheetData, paper};
use crate::emit::cues::Voice;
use crate::emit::overview::{Overview, SessionSheet};
use crate::emit::{OnePlan, OneWorkout, SheetOptions};

/// What the pages of a plan are made of.
#[derive(Debug, Serialize)]
pub struct PlanData<'a> {
    /// What they are printed on, as Typst calls it.
    pub paper: &'static str,
    /// Whether they are for readers without their glasses.
    pub large: bool,
    /// The weeks, and what they add up to.
    pub overview: Overview,
    /// How many sheets follow.
    pub sheets: usize,
    /// The data for each of these.
    #[serde(skip)]
    pub of_sheets: Vec<SheetData<'a>>,
}

impl<'a> PlanData<'a> {
    /// Returns what the pages of a plan say.
    pub fn of(plan: &OnePlan<'a>, options: SheetOptions) -> Self {
        let compiled = plan.compiled();
        let mut overview = plan.overview().clone();
        let sessions = std::mem::take(&mut overview.sessions);
        let sheet = |session: &SessionSheet| {
            let done = compiled.workout(&compiled.season.sessions[session.instance]);
            // Nothing is said aloud on a sheet, so any voice will do.
            let one = OneWorkout::new(done, Voice::default());
            SheetData::of_session(&one, session, options)
        };
        let of_sheets: Vec<SheetData<'a>> = sessions.iter().map(sheet).collect();
        Self {
            paper: paper(options.paper),
            large: options.large,
            overview,
            sheets: of_sheets.len(),
            of_sheets,
        }
    }

    /// Returns how many rows all its tables have.
    pub fn rows(&self) -> usize {
        let of_sheet = |sheet: &SheetData<'_>| {
            sheet.changes.rows.len() + sheet.sections.iter().map(|section| section.items.len()).sum::<usize>()
        };
        let overview = &self.overview;
        overview.weeks.len() + overview.sums.rows.len() + self.of_sheets.iter().map(of_sheet).sum::<usize>()
    }
}
