//! `wodc schema`

use clap::{Args, ValueEnum};

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, batch, streams};
use crate::diagnostic::document;
use crate::emit::json;
use crate::progress;
use crate::service;

const EXAMPLES: &str = "  wodc schema > wodc.schema.json
  wodc schema diagnostics";

/// Prints the JSON Schema of what wodc writes as JSON
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct SchemaArguments {
    /// Which schema: `workouts` is for `wodc build --to json`, `compact` for the
    /// same with `--compact`, `diagnostics` for `--format json`, `batch` for the
    /// answers of `wodc batch`, `progress` for `wodc progress --to json`, `inspect`
    /// for `wodc inspect --json`
    #[arg(value_name = "WHAT", default_value = "workouts")]
    what: What,
}

/// The contracts that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    Workouts,
    Compact,
    Diagnostics,
    Batch,
    Progress,
    Inspect,
}

/// Prints the schema.
pub fn run(arguments: &SchemaArguments) -> Result<Outcome, Trouble> {
    streams::print(&match arguments.what {
        What::Workouts => json::schema(),
        What::Compact => json::compact_schema(),
        What::Diagnostics => document::schema(),
        What::Batch => batch::schema(),
        What::Progress => progress::schema(),
        What::Inspect => service::inspection_schema(),
    })?;
    Ok(Outcome::Fine)
}
