//! `wodc lsp`: what editors show while somebody writes, by the Language Server Protocol on standard input and output.
//!
//! ```text
//! stdin ─ wire ─▶ queue ─▶ Server ─ answers: service, analysis ─▶ wire ─▶ stdout
//!                             └─ Workspace: open texts, and the files beside them
//! ```
//!
//! One thread reads, the other answers: what was cancelled while it waited is not worked at, and what is wrong with a text
//! is said once nothing waits any more.

mod answers;
mod capabilities;
mod diagnostics;
mod position;
mod server;
mod wire;
mod workspace;

use std::io::{self, BufReader};

use clap::Args;
pub use server::serve;

use super::HELP_TEMPLATE;
use super::outcome::{Outcome, Trouble};
use super::project::reason;

const EXAMPLES: &str = "  wodc lsp          what an editor is told to run for .wod files";

/// Helps an editor with workouts: the Language Server Protocol on standard input and output
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct LspArguments {
    /// Ignored: standard input and output are all there is
    #[arg(long)]
    stdio: bool,
}

/// Runs `wodc lsp`.
pub fn run(arguments: &LspArguments) -> Result<Outcome, Trouble> {
    let LspArguments { stdio: _ } = arguments;
    let input = BufReader::new(io::stdin());
    serve(input, io::stdout().lock())
        .map_err(|error| Trouble::new(format!("the editor can't be understood: {}", reason(&error))))
}
