//! `wodc completions`

use clap::Args;
use clap_complete::Shell;

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams};

const EXAMPLES: &str = "  wodc completions bash > ~/.local/share/bash-completion/completions/wodc
  wodc completions zsh > ~/.zfunc/_wodc
  wodc completions fish > ~/.config/fish/completions/wodc.fish";

/// Prints a script that lets a shell complete wodc's arguments
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct CompletionsArguments {
    /// The shell to complete in
    shell: Shell,
}

/// Prints the completions of `program` for one shell.
pub fn run(arguments: &CompletionsArguments, program: &mut clap::Command) -> Result<Outcome, Trouble> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, program, "wodc", &mut script);
    streams::print_data(&script)?;
    Ok(Outcome::Fine)
}
