//! What an event says of its session: the card as plain text, for the narrow window of a calendar, which shows no tables and
//! no headings.

use crate::emit::card::{Card, Item, MovementNotes, Part, Role, Row, mark};
use crate::emit::readable::readable;

/// Separates the name of a part from the names of the parts around it.
const WITHIN: &str = " › ";
/// Leads the rows of a part that is written out among the rows of another, once for each part around it.
const INDENT: &str = "  ";

/// Writes what is done in a session, without its title, which the event has already.
pub fn write(card: &Card) -> String {
    let mut out = String::new();
    for (label, text) in &card.facts {
        line(&format!("{label}: {text}"), &mut out);
    }
    for part in &card.parts {
        write_part(part, &mut out);
    }
    for movement in card.movements.iter().filter(|movement| movement.says_something()) {
        write_movement(movement, &mut out);
    }
    out
}

/// Writes a part, with the parts within it in their places.
fn write_part(part: &Part, out: &mut String) {
    out.push('\n');
    for text in [part.path.join(WITHIN), part.rules.clone()] {
        if !text.is_empty() {
            line(&text, out);
        }
    }
    for item in &part.items {
        match item {
            Item::Note { text } => line(text, out),
            Item::Blank { what, marks } => line(&format!("{what}: {}", mark::written(marks)), out),
            Item::Result { text } => line(text, out),
            Item::Row(row) => {
                let indent = INDENT.repeat(row.depth.into());
                line(&format!("{indent}- {}", written_row(row, part.turn_head)), out);
            }
            Item::Part(inner) => write_part(inner, out),
        }
    }
    if let Some(result) = &part.result {
        line(result, out);
    }
}

/// Writes a row in one line: `Back squat: 3 × 5, 80 kg, tempo 3-1-X-0, rest 90 s (knees out)`. Boxes to
/// tick are left out, since they can't be ticked here.
fn written_row(row: &Row, turn_head: &str) -> String {
    let mut said: Vec<String> = vec![row.rules.clone(), row.dose.clone(), row.target.clone()];
    if !row.tempo.is_empty() {
        said.push(format!("tempo {}", row.tempo));
    }
    if !row.between_sets.is_empty() {
        let is_time = row.between_sets.starts_with(|first: char| first.is_ascii_digit());
        said.push(format!("{}{}", if is_time { "rest " } else { "" }, row.between_sets));
    }
    said.retain(|text| !text.is_empty());
    let said = said.join(", ");
    let mut text = row.movement.clone();
    if !row.turn.is_empty() {
        text = format!("{turn_head} {}: {text}", row.turn);
    }
    if !said.is_empty() {
        let seam = match row.role {
            Role::Rest => " ",
            Role::Movement | Role::Part | Role::Before => ": ",
        };
        text = format!("{text}{seam}{said}");
    }
    if !row.cue.is_empty() {
        text = format!("{text} ({})", row.cue);
    }
    text
}

/// Writes what is known of a movement.
fn write_movement(movement: &MovementNotes, out: &mut String) {
    out.push('\n');
    line(&movement.name, out);
    if let Some(why) = &movement.why {
        line(why, out);
    }
    for cue in &movement.cues {
        line(&format!("- {cue}"), out);
    }
    for (label, forms) in [("Easier", &movement.easier), ("Harder", &movement.harder)] {
        if !forms.is_empty() {
            line(&format!("- {label}: {}", forms.join(", ")), out);
        }
    }
}

fn line(text: &str, out: &mut String) {
    out.push_str(&readable(text));
    out.push('\n');
}
