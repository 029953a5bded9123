//! `wodc schema`

use clap::Args;

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams};
use crate::emit::json;

const EXAMPLES: &str = "  wodc schema > wodc.schema.json";

/// Prints the JSON Schema of `wodc build --to json`
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct SchemaArguments {}

/// Prints the schema.
pub fn run(_: &SchemaArguments) -> Result<Outcome, Trouble> {
    streams::print(&json::schema())?;
    Ok(Outcome::Fine)
}
