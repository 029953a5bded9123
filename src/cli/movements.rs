//! `wodc movements`

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use clap::Args;

use super::build::figures_parser;
use super::colour::Colour;
use super::drawn::drawn;
use super::outcome::{Outcome, Trouble};
use super::visible::{self, visible};
use super::words::count;
use super::{HELP_TEMPLATE, streams, write};
use crate::catalog;
use crate::check::program::Movement;
use crate::diagnostic::{Wanted, list_or};
use crate::emit::Figures;
use crate::emit::figure::{Colours, Picture};

const EXAMPLES: &str = "  wodc movements kettlebell
  wodc movements \"side plank\" --full
  wodc movements squat --figures large
  wodc movements squat --equipment kettlebell --muscle glutes";

/// Lists the movements that wodc knows
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct MovementsArguments {
    /// A name, a muscle, a piece of equipment or a pattern such as hinge
    #[arg(value_name = "QUERY")]
    query: Vec<String>,

    /// Only those that need this; given several times, all of it. `none` for those that need nothing
    #[arg(long, value_name = "EQUIPMENT")]
    equipment: Vec<String>,

    /// Only those that this muscle works in; given several times, all of them
    #[arg(long, value_name = "MUSCLE")]
    muscle: Vec<String>,

    /// Show everything known about each, cues included
    #[arg(long)]
    full: bool,

    /// Show everything known about each, and draw it in this size
    #[arg(long, value_name = "SIZE", value_parser = figures_parser())]
    figures: Option<Figures>,

    /// Write the figure of each to this folder as SVG, named as in JSON
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["full", "figures"])]
    svg: Option<PathBuf>,
}

/// Lists the movements that match: as a table on a terminal, elsewhere one a line with tabs between the columns.
pub fn run(arguments: &MovementsArguments) -> Result<Outcome, Trouble> {
    let query = arguments.query.join(" ");
    let equipment = known(&arguments.equipment, "equipment", "needs", |movement| &movement.equipment)?;
    let muscles = known(&arguments.muscle, "muscle", "works", |movement| &movement.muscles)?;
    let mut found = catalog::search(query.trim());
    let is_known = !found.is_empty();
    found.retain(|movement| has_all(&movement.equipment, &equipment) && has_all(&movement.muscles, &muscles));
    if is_known && found.is_empty() {
        streams::print_error(&format!("no movement has all of this: {}\n", visible(&asked(arguments))));
        return Ok(Outcome::Mistakes);
    }
    if found.is_empty() {
        let near = catalog::nearest(&query).into_iter().map(|name| format!("`{name}`")).collect::<Vec<_>>();
        let near = if near.is_empty() { String::new() } else { format!("; there is {}", near.join(", ")) };
        streams::print_error(&format!("no movement matches `{}`{near}\n", visible(&query)));
        return Ok(Outcome::Mistakes);
    }
    if let Some(folder) = &arguments.svg {
        return svg_files(&found, folder);
    }
    if arguments.full || arguments.figures.is_some() {
        let lines = lines_of(arguments.figures.unwrap_or(Figures::None));
        let in_colour = Colour::Auto.shows_on(&io::stdout());
        let all = found.iter().map(|&movement| in_full(movement) + &figure(movement, lines, in_colour));
        let text = all.collect::<Vec<_>>().join("\n");
        streams::print_data(text.as_bytes())?;
        return Ok(Outcome::Fine);
    }
    let text = if io::stdout().is_terminal() {
        table(&found)
    } else {
        found.iter().map(|&movement| row(movement).join("\t") + "\n").collect()
    };
    streams::print(&text)?;
    Ok(Outcome::Fine)
}

/// The word for no equipment at all.
const NONE: &str = "none";

/// Returns the keys of the values of a filter, each of which some movement must have. `what` the values are and what a
/// movement `does` with them are said otherwise.
pub fn known(
    values: &[String],
    what: &str,
    does: &str,
    of: fn(&'static Movement) -> &'static Vec<String>,
) -> Result<Vec<String>, Trouble> {
    let mut all: Option<Vec<&str>> = None;
    let mut keys = Vec::with_capacity(values.len());
    for value in values {
        let key = catalog::key(value);
        let all = all.get_or_insert_with(|| catalog::all_of(of));
        let is_none = what == "equipment" && key == NONE;
        if !is_none && !all.iter().any(|one| catalog::key(one) == key) {
            let near = Wanted::new(value, catalog::key).near(all.iter().copied());
            let near = if near.is_empty() { String::new() } else { format!("; there is {}", list_or(&near)) };
            return Err(Trouble::new(format!("no movement {does} the {what} `{value}`{near}")));
        }
        keys.push(key);
    }
    Ok(keys)
}

/// Tells whether all of these keys are among some names.
pub fn has_all(names: &[String], keys: &[String]) -> bool {
    keys.iter().all(|key| match key.as_str() {
        NONE => names.is_empty(),
        key => names.iter().any(|name| catalog::key(name) == key),
    })
}

/// Returns what was asked for, as it was written.
fn asked(arguments: &MovementsArguments) -> String {
    let query = arguments.query.join(" ");
    let filters = arguments.equipment.iter().chain(&arguments.muscle);
    let asked: Vec<&str> = std::iter::once(query.trim())
        .chain(filters.map(String::as_str))
        .filter(|one| !one.is_empty())
        .collect();
    asked.join(", ")
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

/// Returns how many lines a figure of this size may have.
fn lines_of(size: Figures) -> u16 {
    match size {
        Figures::None => 0,
        Figures::Small => 10,
        Figures::Large => 24,
    }
}

/// Draws a movement in at most so many lines.
fn figure(movement: &Movement, lines: u16, in_colour: bool) -> String {
    if lines == 0 {
        return String::new();
    }
    match Picture::of(movement).and_then(|picture| picture.drawn()) {
        Some(figure) => format!("\n{}", drawn(&figure, lines, in_colour)),
        None => "  it has no figure\n".to_owned(),
    }
}

/// Writes the figures of movements as SVG, one a file, named after the movement's identifier in JSON.
fn svg_files(movements: &[&Movement], folder: &Path) -> Result<Outcome, Trouble> {
    write::make_folder(folder)?;
    let mut outputs = 0;
    for movement in movements {
        let Some(figure) = Picture::of(movement).and_then(|picture| picture.drawn()) else { continue };
        let path = folder.join(format!("{}.svg", movement.id));
        write::report(&path, figure.svg(Colours::Own).as_bytes())?;
        outputs += 1;
    }
    streams::print_error(&format!("{} in {}\n", count(outputs, "figure"), visible::name(folder)));
    Ok(if outputs == 0 { Outcome::Mistakes } else { Outcome::Fine })
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
