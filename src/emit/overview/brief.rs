//! What is done in a session, in a few short lines: `Back squat 5 @ 80 kg, 5 @ 92.5 kg, 5+ @ 105 kg`.

use super::{Brief, BriefLine};
use crate::emit::card::{Card, Item, Part, Role, Row};
use crate::emit::written;

/// Returns a session in a few short lines. `time` is how long it takes.
pub fn brief(card: &Card, time: &str) -> Brief {
    let mut lines = Lines::default();
    card.parts.iter().for_each(|part| lines.part(part, false));
    let mut lines = lines.finish();
    let title = written::capitalised(&card.title);
    // What the movement says needs no title.
    if let [only] = lines.as_mut_slice()
        && only.text.starts_with(&title)
        && only.text.get(title.len()..).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    {
        return Brief { lines, ..Brief::default() };
    }
    let time = time.split(" (").next().unwrap_or_default().to_owned();
    Brief { when: String::new(), title, time, lines }
}

/// Lines as they are written, one after the other.
#[derive(Default)]
struct Lines {
    done: Vec<BriefLine>,
    open: String,
    is_minor: bool,
    /// What comes before the next thing on the line.
    seam: &'static str,
}

impl Lines {
    fn finish(mut self) -> Vec<BriefLine> {
        self.end();
        self.done
    }

    fn end(&mut self) {
        if !self.open.is_empty() {
            let text = written::capitalised(&std::mem::take(&mut self.open));
            self.done.push(BriefLine { text, is_minor: self.is_minor });
        }
        self.seam = "";
    }

    fn put(&mut self, text: &str) {
        self.open.push_str(self.seam);
        self.open.push_str(text);
        self.seam = ", ";
    }

    /// Begins a line with what a part is called, and how often it is done.
    fn head(&mut self, name: &str, often: &str) {
        self.end();
        let head = [name, often].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
        if !head.is_empty() {
            self.put(&head);
            self.seam = ": ";
        }
    }

    fn part(&mut self, part: &Part, is_minor: bool) {
        self.end();
        self.is_minor = is_minor || part.brief.is_loosening;
        let is_named = part.brief.is_named;
        if is_named {
            self.head(part.path.last().map_or("", String::as_str), &part.brief.often);
        }
        for item in &part.items {
            match item {
                Item::Row(row) => self.row(row, is_named),
                Item::Part(inner) => {
                    let outer = self.is_minor;
                    self.part(inner, outer);
                    self.end();
                    self.is_minor = outer;
                }
                Item::Note { .. } | Item::Blank { .. } | Item::Result { .. } => {}
            }
        }
        self.end();
    }

    fn row(&mut self, row: &Row, is_in_block: bool) {
        match row.role {
            Role::Part => self
                .head(&row.movement, row.rules.split(". ").next().unwrap_or_default().trim_end_matches('.')),
            Role::Before => self.put(&row.movement),
            // Between sessions' movements nobody needs to know of a rest weeks ahead.
            Role::Rest if !is_in_block && row.depth == 0 => {}
            Role::Rest | Role::Movement if row.goes_on && row.movement == "then" => self.put(&amount(row)),
            Role::Rest | Role::Movement if row.goes_on => {
                self.seam = " ";
                let text = format!("{} {}", row.movement, amount(row));
                self.put(text.trim_end());
            }
            Role::Rest | Role::Movement => {
                if !is_in_block && row.depth == 0 {
                    self.end();
                }
                let name = match (row.pieces.name.as_str(), row.role) {
                    ("", Role::Rest) => "rest",
                    ("", _) => row.movement.as_str(),
                    (name, _) => name,
                };
                let text = format!("{name} {}", amount(row));
                self.put(text.trim_end());
            }
        }
    }
}

/// Writes how much and how hard: `5 @ 80 kg`.
fn amount(row: &Row) -> String {
    let target = row.pieces.target.in_brief();
    let both = [rounded(&row.dose), if target.is_empty() { target } else { format!("@ {target}") }];
    both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Rounds a distance that has grown by per cents to a tenth of a kilometre: `21.296 km` is 21.3 km to a runner.
fn rounded(dose: &str) -> String {
    let grown =
        dose.strip_suffix(" km").filter(|figure| figure.split('.').nth(1).is_some_and(|part| part.len() > 1));
    match grown.and_then(|figure| figure.parse::<f64>().ok()) {
        Some(figure) => format!("{} km", written::plain((figure * 10.0).round() as i64 * 100)),
        None => dose.to_owned(),
    }
}
