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
mod plan;
mod player;
mod policy;
mod sheet;
mod strip;
#[cfg(test)]
mod tests;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::card::Card;
use super::cues::CueScript;
use super::player::model::Playbook;
use super::{Compiled, SheetOptions};
use parts::{SCRIPTS, STYLES};
pub use plan::write as write_plan;

/// Writes the page of a workout. Of the options only `large` is for it: the paper is the browser's to choose.
pub fn write(compiled: &Compiled<'_>, script: &CueScript, options: SheetOptions) -> String {
    let playbook = super::player::playbook(compiled, script);
    let card = Card::of(compiled);
    let page = page(&card, &playbook, options);
    let mut text = page.into_string();
    text.push('\n');
    text
}

/// Returns the whole page.
fn page(card: &Card, playbook: &Playbook, options: SheetOptions) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy::policy(&SCRIPTS, &STYLES));
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

/// Writes a playbook as JSON that can stand inside an element for scripts: nothing in it ends that element, or a line
/// of a script.
fn embedded(playbook: &Playbook) -> String {
    let json = serde_json::to_string(playbook).unwrap_or_default();
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}
