//! The page: one self-contained file that runs the workout on screen, and is its sheet in print.
//!
//! ```text
//! Card ──sheet──▶ the sheet ──────┐
//! Strip ──strip──▶ its picture ───┤
//! player: what the scripts fill ──┼──▶ one file, whose policy forbids it to ask for anything
//! Playbook ──embed──▶ JSON ───────┤
//! page/*.css, page/*.js ──────────┘
//! ```
//!
//! Everything that a coach wrote is escaped by the markup's compiler, or is JSON in a place where nothing runs. The
//! scripts put it on the page as text, never as markup.

mod cells;
mod icon;
mod parts;
mod places;
mod plan;
mod player;
mod policy;
mod sheet;
mod strip;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use std::io;

use super::card::Card;
use super::player::model::Playbook;
use super::{Context, Emitter, Format, FormatInfo, Knob, Per, SheetOptions, Subject};
pub(crate) use parts::PLAN_STYLES;
use parts::{SCRIPTS, STYLES};
pub(crate) use plan::table;
pub(crate) use policy::policy;

impl Format {
    /// A page that runs the workout.
    pub const HTML: Format = Format::of(&Html);
}

struct Html;

static INFO: FormatInfo = FormatInfo {
    name: "html",
    extension: "html",
    per: &[Per::Workout, Per::Plan],
    needs_feature: true,
    is_page: true,
    // Only `large` changes anything: the paper is the browser's to choose.
    knobs: &[Knob::Paper, Knob::Levels, Knob::Large, Knob::Figures, Knob::Starts],
    ..FormatInfo::PLAIN
};

impl Emitter for Html {
    fn info(&self) -> &'static FormatInfo {
        &INFO
    }

    fn emit(&self, subject: Subject<'_>, context: &Context<'_>, out: &mut dyn io::Write) -> io::Result<()> {
        let page = match subject {
            Subject::Workout(workout) => page(workout.card(), workout.playbook(), context.options.sheet),
            Subject::Plan(plan) => plan::page(plan, context.options),
            Subject::File(_) => return Ok(()),
        };
        out.write_all(page.into_string().as_bytes())?;
        out.write_all(b"\n")
    }
}

/// Returns the whole page.
fn page(card: &Card, playbook: &Playbook, options: SheetOptions) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&SCRIPTS, &STYLES));
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { (card.title) }
                @for style in STYLES { style { (PreEscaped(style)) } }
            }
            body {
                (player::player(playbook))
                (sheet::sheet(card, playbook, options))
                script type="application/json" id="playbook" { (PreEscaped(embedded(playbook))) }
                @for script in SCRIPTS { script { (PreEscaped(script)) } }
            }
        }
    }
}

/// Writes a playbook as JSON that can go inside an element for scripts: nothing in it ends that element, or a line
/// of a script.
fn embedded(playbook: &Playbook) -> String {
    let json = serde_json::to_string(playbook).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
