//! The compiler of the `.wod` workout language: a text goes in; data for apps, a card for the wall, sheets to print and
//! a script of spoken cues come out, with everything there is to say about the text.
//!
//! # Compiling a text
//!
//! [`analysis::compile`] does everything in one call. A [`Request`](analysis::Request) says what is wanted, and
//! [`NoFiles`](analysis::NoFiles) that the text uses no other file.
//!
//! ```
//! use wodc::analysis::{NoFiles, Request, compile};
//! use wodc::emit::Format;
//! use wodc::source::SourceFile;
//!
//! let source = SourceFile::new("legs.wod", "circuit rounds 5 < squat 30s; rest 15s >");
//! let request = Request { formats: vec![Format::MARKDOWN], ..Request::default() };
//! let compilation = compile(source, &request, &NoFiles);
//!
//! assert!(compilation.diagnostics.is_empty());
//! assert_eq!(compilation.workouts[0].rounds, Some(5));
//! assert_eq!(compilation.workouts[0].likely_ms, 225_000);
//! let card = compilation.outputs[0].content.as_text().unwrap_or_default();
//! assert!(card.starts_with("# legs\n\n- Time: 3:45\n"));
//! ```
//!
//! # Reading diagnostics
//!
//! A text with mistakes gives diagnostics and no output; one with warnings gives both. Each diagnostic has a named
//! [rule](diagnostic::Rule), a place, what to do about it and, where only one reading is left, the correction; where
//! several are, the [choices](diagnostic::Choice).
//!
//! ```
//! use wodc::analysis::{NoFiles, Request, apply, compile};
//! use wodc::diagnostic::{Rule, Severity};
//! use wodc::source::{LineIndex, SourceFile};
//!
//! let text = "rest 30s\nsquats 10 times";
//! let compilation = compile(SourceFile::new("legs.wod", text), &Request::default(), &NoFiles);
//! assert!(compilation.has_errors());
//!
//! let mistake = &compilation.diagnostics[0];
//! assert_eq!(mistake.severity, Severity::Error);
//! assert_eq!(mistake.message, "repetitions are a plain number, or `reps`");
//! let place = LineIndex::new(text).place(text, mistake.span().start as usize);
//! assert_eq!((place.line, place.column), (2, 11));
//! assert_eq!(apply(text, &mistake.fix), "rest 30s\nsquats 10 reps");
//! ```
//!
//! Warnings can be switched off or made errors, by rule:
//!
//! ```
//! use wodc::analysis::{NoFiles, Request, diagnose};
//! use wodc::diagnostic::{Levels, Setting};
//! use wodc::source::SourceFile;
//!
//! let source = SourceFile::new("row.wod", "run 400m\nside plank 30s left");
//! let warned = diagnose(source.clone(), &Request::default(), &NoFiles);
//! assert!(!warned.has_errors() && !warned.diagnostics.is_empty());
//!
//! let mut rules = Levels::default();
//! rules.set_warnings(Setting::Deny);
//! let refused = diagnose(source, &Request { rules, ..Request::default() }, &NoFiles);
//! assert!(refused.has_errors());
//! ```
//!
//! [`analysis::diagnose`] gives the diagnostics alone, [`analysis::mend`] makes all certain corrections, and
//! [`analysis::format`] lays a text out in its one canonical way.
//!
//! # Choosing outputs
//!
//! [`Format::all`](emit::Format::all) lists the formats; each has a name and says [what there is one
//! of](emit::FormatInfo::per). [`analysis::analyse`] is [`compile`](analysis::compile) in two steps: everything is known of
//! a text before any output is made, and then each output goes to a [`Sink`](emit::Sink) of yours as it is made.
//!
//! ```
//! use std::io;
//! use std::sync::Mutex;
//! use wodc::analysis::{NoFiles, Request, analyse};
//! use wodc::emit::{Format, Planned, Sink};
//! use wodc::source::SourceFile;
//!
//! /// Notes how long each output is.
//! #[derive(Default)]
//! struct Lengths(Mutex<Vec<(&'static str, usize)>>);
//!
//! impl Sink for Lengths {
//!     fn put(&self, output: &Planned, write: &dyn Fn(&mut dyn io::Write) -> io::Result<()>) {
//!         let mut bytes = Vec::new();
//!         write(&mut bytes).unwrap();
//!         self.0.lock().unwrap().push((output.format.name(), bytes.len()));
//!     }
//! }
//!
//! let formats = ["json", "cues"].into_iter().filter_map(Format::named).collect();
//! let request = Request { formats, ..Request::default() };
//! let analysis = analyse(SourceFile::new("legs.wod", "squat 10; plank 30s"), &request, &NoFiles);
//! assert_eq!(analysis.planned().len(), 2);
//!
//! let lengths = Lengths::default();
//! analysis.emit(&NoFiles, &lengths);
//! assert!(lengths.0.into_inner().unwrap().iter().all(|(_, length)| *length > 0));
//! ```
//!
//! A player needs no output: [`Analysis::playbooks`](analysis::Analysis::playbooks) has the stages of each workout, with
//! what is said in them.
//!
//! # Other files, and athletes
//!
//! `use "warm-up.wod"` brings another file's workouts in. Nothing here opens files: implement
//! [`ReadFile`](analysis::ReadFile). An athlete makes loads of percentages; it may be in a file of its own.
//!
//! ```
//! use wodc::analysis::{AthleteWanted, ReadFile, Request, compile};
//! use wodc::emit::Format;
//! use wodc::source::SourceFile;
//!
//! struct Gym;
//!
//! impl ReadFile for Gym {
//!     fn read(&self, path: &str) -> Result<String, String> {
//!         match path {
//!             "warm-up.wod" => Ok("workout \"Warm-up\" < jumping jack 30s >".to_owned()),
//!             _ => Err(format!("there is no file `{path}`")),
//!         }
//!     }
//! }
//!
//! let sam = SourceFile::new("sam.wod", "athlete \"Sam\" < max back squat 120kg >");
//! let day = SourceFile::new("day.wod", "use \"warm-up.wod\"\ndo \"Warm-up\"\nback squat 5x5 @ 80%");
//! let request = Request {
//!     formats: vec![Format::MARKDOWN],
//!     athlete: Some(AthleteWanted::In(sam)),
//!     ..Request::default()
//! };
//! let compilation = compile(day, &request, &Gym);
//! let card = compilation.outputs[0].content.as_text().unwrap_or_default();
//! assert!(card.contains("- Athlete: Sam") && card.contains("80% = 95 kg"));
//! ```
//!
//! # Plans
//!
//! A plan is weeks of sessions. Its outputs are weeks to hang up, with a card for each session, and a calendar:
//!
//! ```
//! use wodc::analysis::{NoFiles, Request, compile};
//! use wodc::emit::Format;
//! use wodc::source::SourceFile;
//!
//! let text = "plan \"Base\" weeks 4 starts 2026-01-05 < every week < tuesday < run 5km > > >";
//! let request = Request { formats: vec![Format::ICS], ..Request::default() };
//! let compilation = compile(SourceFile::new("base.wod", text), &request, &NoFiles);
//!
//! assert_eq!((compilation.plans[0].weeks, compilation.plans[0].sessions), (4, 4));
//! let calendar = compilation.outputs[0].content.as_text().unwrap_or_default();
//! assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 4);
//! ```
//!
//! # What else there is
//!
//! - [`catalog`]: the movements that are known by name
//! - [`emit`]: the outputs, and what a new one implements
//! - [`source`]: files, places in them, lines
//! - `cli`: the program, behind the feature of that name, which is on by default. Nothing else here reads or writes a
//!   file, so an app that only wants the compiler takes `default-features = false`.

// `clippy.toml` lists what touches files, terminals and clocks: allowed in `cli` and to tests, and nowhere else.
#![cfg_attr(
    not(test),
    warn(clippy::print_stdout, clippy::print_stderr, clippy::disallowed_methods, clippy::disallowed_types),
    warn(clippy::too_many_lines)
)]

pub mod analysis;
pub mod catalog;
#[cfg(feature = "cli")]
#[allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "this floor alone touches files and terminals"
)]
pub mod cli;
pub mod diagnostic;
pub mod emit;
pub mod figure;
pub mod service;
pub mod source;

mod athlete;
mod check;
mod cores;
mod date;
mod format;
mod lint;
mod one_by_one;
mod plan;
#[cfg(feature = "play")]
mod play;
mod progress;
mod quantity;
mod results;
mod season;
mod speech;
mod syntax;
mod timeline;
mod training;

/// The floors below the public ones, for the tests and benchmarks of this crate. Nothing in it is stable.
#[doc(hidden)]
pub mod internals {
    #[cfg(feature = "cli")]
    pub use crate::cli::{batch::answers, report::in_words};
    pub mod check {
        pub use crate::check::*;
    }
    pub mod date {
        pub use crate::date::*;
    }
    #[cfg(feature = "lsp")]
    pub mod lsp {
        pub use crate::cli::lsp::serve;
    }
    pub mod plan {
        pub use crate::plan::*;
    }
    #[cfg(feature = "play")]
    pub mod play {
        pub use crate::play::*;
    }
    pub mod progress {
        pub use crate::progress::*;
    }
    pub mod quantity {
        pub use crate::quantity::*;
    }
    pub mod results {
        pub use crate::results::*;
    }
    pub mod season {
        pub use crate::season::*;
    }
    pub mod speech {
        pub use crate::speech::*;
    }
    pub mod syntax {
        pub use crate::syntax::*;
    }
    pub mod timeline {
        pub use crate::timeline::*;
    }
}
