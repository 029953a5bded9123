//! `wodc movements`

use std::io::{self, IsTerminal};

use clap::Args;

use super::outcome::{Outcome, Trouble};
use super::visible::visible;
use super::words::count;
use super::{HELP_TEMPLATE, streams};
use crate::catalog;
use crate::check::program::Movement;

const EXAMPLES: &str = "  wodc movements kettlebell
  wodc movements \"side plank\" --full";

/// Lists the movements that wodc knows
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct MovementsArguments {
    /// A name, a muscle, a piece of equipment or a pattern such as hinge
    #[arg(value_name = "QUERY")]
    query: Vec<String>,

    /// Show everything known about each, cues included
    #[arg(long)]
    full: bool,
}

/// Lists the movements that match: as a table on a terminal, elsewhere one a line with tabs between the columns.
pub fn run(arguments: &MovementsArguments) -> Result<Outcome, Trouble> {
    let query = arguments.query.join(" ");
    let found = catalog::search(query.trim());
    if found.is_empty() {
        let near = catalog::nearest(&query).into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
        let near = if near.is_empty() { String::new() } else { format!("; there is {}", near.join(", ")) };
        streams::print_error(&format!("no movement matches `{}`{near}\n", visible(&query)));
        return Ok(Outcome::Mistakes);
    }
    let text = if arguments.full {
        found.iter().copied().map(in_full).collect::<Vec<_>>().join("\n")
    } else if io::stdout().is_terminal() {
        table(&found)
    } else {
        found.iter().map(|&movement| row(movement).join("\t") + "\n").collect()
    };
    streams::print(&text)?;
    Ok(Outcome::Fine)
}

/// The headings of the table's columns.
const HEADS: [&str; 4] = ["MOVEMENT", "PATTERN", "EQUIPMENT", "MUSCLES"];

/// Returns the columns of a movement.
fn row(movement: &Movement) -> [String; 4] {
    [
        movement.name.clone(),
        movement.pattern.map_or("", |pattern| pattern.name()).into(),
        movement.equipment.join(", "),
        movement.muscles.join(", "),
    ]
}

/// Returns a table for people, which ends with the number of movements.
fn table(movements: &[&Movement]) -> String {
    let rows: Vec<_> =
        std::iter::once(HEADS.map(String::from)).chain(movements.iter().copied().map(row)).collect();
    let mut widths = [0; HEADS.len()];
    for row in &rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for row in &rows {
        let cells: Vec<_> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        text += cells.join("   ").trim_end();
        text.push('\n');
    }
    text + &format!("\n{}\n", count(movements.len(), "movement"))
}

/// Returns everything known about a movement.
fn in_full(movement: &Movement) -> String {
    let sides = movement.sides.map_or(String::new(), |half| format!("one {} at a time", half.name()));
    let pattern = movement.pattern.map_or(String::new(), |pattern| pattern.name().into());
    let facts = [
        ("also", movement.also.join(", ")),
        ("pattern", pattern),
        ("muscles", movement.muscles.join(", ")),
        ("helping", movement.secondary.join(", ")),
        ("equipment", movement.equipment.join(", ")),
        ("worked", sides),
        ("easier", movement.easier.join(", ")),
        ("harder", movement.harder.join(", ")),
        ("why", movement.why.clone().unwrap_or_default()),
    ];
    let mut text = format!("{}\n", movement.name);
    for (head, fact) in facts.iter().filter(|(_, fact)| !fact.is_empty()) {
        text += &format!("  {head:<11}{fact}\n");
    }
    for cue in &movement.cues {
        text += &format!("  - {cue}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::program::Pattern;

    #[test]
    fn the_table_aligns_its_columns_and_leaves_no_blanks_at_the_end() {
        let movement = |name: &str, equipment: &[&str]| Movement {
            name: name.into(),
            pattern: Some(Pattern::Hinge),
            equipment: equipment.iter().map(|&item| item.into()).collect(),
            ..Movement::default()
        };
        let shown = table(&[&movement("swing", &["kettlebell"]), &movement("good morning", &[])]);
        let expected = "\
MOVEMENT       PATTERN   EQUIPMENT    MUSCLES
swing          hinge     kettlebell
good morning   hinge

2 movements
";
        assert_eq!(shown, expected);
    }
}
