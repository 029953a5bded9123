//! A large file of ordinary workouts.

use std::fmt::Write as _;

/// Returns a file of at least this many lines: four ordinary workouts, over and over, each with a title of its own.
pub fn ordinary(lines: usize) -> String {
    let templates = include_str!("templates.wod");
    let mut text = String::new();
    let mut written = 0;
    let mut number = 0;
    while written < lines {
        for template in templates.split_inclusive("\n\n") {
            number += 1;
            let _ = write!(text, "{}", template.replace("%", &number.to_string()));
            written += template.lines().count();
        }
        text.push('\n');
    }
    text
}
