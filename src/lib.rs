//! The compiler of the `.wod` workout language: a text goes in; data for apps, a card for the wall and a script of
//! spoken cues come out, with everything there is to say about the text.
//!
//! ```text
//!  text ──syntax──▶ tree ──check──▶ Program ──timeline──▶ Timeline ──emit──▶ json, md, cues
//!          │                │                   │                    │
//!          └────────────────┴────── diagnostics ┴────────────────────┘
//! ```
//!
//! [`driver::compile`] is the whole way in one call:
//!
//! ```
//! use wodc::driver::{Format, NoFiles, Request, compile};
//! use wodc::source::SourceFile;
//!
//! let source = SourceFile::new("legs.wod", "circuit rounds 5 < squat 30s; rest 15s >");
//! let request = Request { formats: vec![Format::Markdown], ..Request::default() };
//! let compilation = compile(source, &request, &NoFiles);
//!
//! assert!(compilation.diagnostics.is_empty());
//! assert_eq!(compilation.workouts[0].rounds, Some(5));
//! assert_eq!(compilation.workouts[0].likely_ms, 225_000);
//! let card = compilation.outputs[0].content.as_text().unwrap_or_default();
//! assert!(card.starts_with("# legs\n\n- Time: 3:45\n"));
//! ```
//!
//! A text with mistakes gives diagnostics and no output. Each has a named [rule](diagnostic::Rule), a place, and what
//! to do about it:
//!
//! ```
//! # use wodc::driver::{NoFiles, Request, compile};
//! # use wodc::source::SourceFile;
//! let compilation = compile(SourceFile::new("legs.wod", "10 squats"), &Request::default(), &NoFiles);
//!
//! assert!(compilation.has_errors());
//! assert_eq!(compilation.diagnostics[0].message, "the movement comes first: `squats 10`");
//! ```
//!
//! Each floor can be used by itself, and imports only from those above it in this list:
//!
//! - [`source`]: files, places in them, lines
//! - [`quantity`]: amounts and units
//! - [`date`]: days of the calendar
//! - [`diagnostic`]: what there is to say, and the table of rules
//! - [`syntax`]: text to tree; never fails
//! - [`mod@format`]: tree and comments to the canonical text
//! - [`catalog`]: the movements that ship
//! - [`athlete`]: what one athlete can lift, and how fast they run
//! - [`check`]: tree to [`Program`](check::program::Program)
//! - [`training`]: figures of training science, with their sources
//! - [`timeline`]: program to [`Timeline`](timeline::Timeline), at a level
//! - [`plan`]: the weeks of a plan, written out day by day
//! - [`season`]: a plan laid out in time, and what its weeks add up to
//! - [`lint`]: rules about training rather than language
//! - [`emit`]: the outputs
//! - `play`: a workout that is being run, behind the feature of that name
//! - [`driver`]: all of it
//!
//! Nothing here reads or writes a file but the program itself, in `cli`, behind the feature `cli`, which is on by
//! default: an app that only wants the compiler takes `default-features = false`.

// `clippy.toml` lists what touches files, terminals and clocks: allowed in `cli` and to tests, and nowhere else.
#![cfg_attr(
    not(test),
    warn(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods, clippy::disallowed_types)
)]

pub mod athlete;
pub mod catalog;
pub mod check;
#[cfg(feature = "cli")]
#[allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this floor alone touches files and terminals"
)]
pub mod cli;
pub mod date;
pub mod diagnostic;
pub mod driver;
pub mod emit;
pub mod format;
pub mod lint;
pub mod plan;
#[cfg(feature = "play")]
pub mod play;
pub mod quantity;
pub mod season;
pub mod source;
pub mod syntax;
pub mod timeline;
pub mod training;
