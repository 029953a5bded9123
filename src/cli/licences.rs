//! `wodc licences`

use clap::Args;

use super::outcome::{Outcome, Trouble};
use super::{HELP_TEMPLATE, streams};

const EXAMPLES: &str = "  wodc licences | less";

/// Under which of its two licences wodc is used is up to whoever uses it; the shorter one is printed, and where the other
/// is found.
const OWN: &str = concat!(
    "wodc may be used under either of two licences: MIT, which follows, or Apache 2.0,\n",
    "https://www.apache.org/licenses/LICENSE-2.0\n\n",
    include_str!("../../LICENSE-MIT"),
);

/// Prints the licences of wodc and of the fonts that it brings
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, help_template = HELP_TEMPLATE)]
pub struct LicencesArguments {}

/// Prints the licences.
pub fn run(&LicencesArguments {}: &LicencesArguments) -> Result<Outcome, Trouble> {
    streams::print(OWN)?;
    #[cfg(feature = "pdf")]
    {
        streams::print("\nIts sheets are printed in these fonts, which are in this program:\n\n")?;
        streams::print(crate::emit::pdf::FONT_LICENCE)?;
    }
    Ok(Outcome::Fine)
}
