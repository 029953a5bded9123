//! `wodc schema`

use clap::{Args, ValueEnum};

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams};
use crate::diagnostic::document;
use crate::emit::json;

const EXAMPLES: &str = "  wodc schema > wodc.schema.json
  wodc schema diagnostics";

/// Prints the JSON Schema of what wodc writes as JSON
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct SchemaArguments {
    /// Of what: `workouts` is what `wodc build --to json` writes, `diagnostics`
    /// what `--format json` prints
    #[arg(value_name = "WHAT", default_value = "workouts")]
    what: What,
}

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Workouts,
    Diagnostics,
}

/// Prints the schema.
pub fn run(arguments: &SchemaArguments) -> Result<Outcome, Trouble> {
    streams::print(&match arguments.what {
        What::Workouts => json::schema(),
        What::Diagnostics => document::schema(),
    })?;
    Ok(Outcome::Fine)
}
