//! `wodc licences`

use clap::Args;

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams};

const EXAMPLES: &str = "  wodc licences | less";

/// The licences of wodc itself: the text of the shorter one, and where to find the other.
const OWN: &str = concat!(
    "wodc may be used under either of two licences: MIT, which follows, or Apache 2.0,\n",
    "https://www.apache.org/licenses/LICENSE-2.0\n\n",
    include_str!("../../LICENSE-MIT"),
);

/// Prints the licences of wodc and of its fonts
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct LicencesArguments {}

/// Prints the licences.
pub fn run(&LicencesArguments {}: &LicencesArguments) -> Result<Outcome, Trouble> {
    streams::print(OWN)?;
    #[cfg(feature = "pdf")]
    {
        streams::print("\nThe program contains the fonts of its sheets, under this licence:\n\n")?;
        streams::print(crate::emit::pdf::FONT_LICENCE)?;
    }
    Ok(Outcome::Fine)
}
