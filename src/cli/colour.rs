//! Whether text is coloured.

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};
use clap::ValueEnum;

/// When colours are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless the environment says otherwise.
    #[value(help = None)]
    Auto,
    /// Whatever it is printed to.
    #[value(help = None)]
    Always,
    /// Not at all.
    #[value(help = None)]
    Never,
}

impl Colour {
    /// Tells whether a stream shows colours. Without a request, `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` and `TERM`
    /// decide, as in other programs.
    pub fn shows_on(self, stream: &impl RawStream) -> bool {
        match self {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => match AutoStream::choice(stream) {
                ColorChoice::Always | ColorChoice::AlwaysAnsi => true,
                ColorChoice::Never | ColorChoice::Auto => false,
            },
        }
    }
}
