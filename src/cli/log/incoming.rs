//! The text with what was done: read, completed by asking, and checked.

use std::path::{Path, PathBuf};

use super::ask;
use super::whose::Whose;
use crate::analysis::{Compilation, NoFiles, Request, diagnose};
use crate::catalog::{fold, quoted};
use crate::cli::inputs::{Input, Origin, STANDARD_INPUT};
use crate::cli::outcome::Trouble;
use crate::cli::project::reason;
use crate::cli::read::{self, Reading};
use crate::date;
use crate::diagnostic::{Diagnostic, Rule};
use crate::results::logbook::{Logbook, Logged};
use crate::source::{SourceFile, Span};

/// A text with what was done.
pub struct Incoming {
    /// What it is called in messages.
    name: String,
    pub text: String,
}

/// Reads a file, standard input, or what is typed on a terminal, where what is missing is asked for.
pub fn read(file: Option<&Path>) -> Result<Incoming, Trouble> {
    let is_standard = file.is_none_or(|file| file == Path::new("-"));
    if is_standard && ask::is_possible() {
        return typed()?.complete();
    }
    let origin = match file {
        Some(file) if !is_standard => Origin::File(file.to_path_buf()),
        Some(_) | None => Origin::StandardInput,
    };
    let input = Input { origin, stem: PathBuf::new() };
    let unreadable = |why: &str| Trouble::new(format!("`{}` cannot be read: {why}", input.shown()));
    let reading = match &input.origin {
        Origin::StandardInput => read::standard_input(),
        Origin::File(path) => read::file(path),
    };
    match reading.map_err(|error| unreadable(&reason(&error)))? {
        Reading::Text(text) if ask::is_possible() => Incoming { name: input.name(), text }.complete(),
        Reading::Text(text) => Ok(Incoming { name: input.name(), text }),
        Reading::TooLarge => Err(unreadable("it is too large")),
        Reading::NotUtf8(_) => Err(unreadable("it is not UTF-8 text")),
    }
}

/// Has somebody type what was done: a whole block, or its lines alone.
fn typed() -> Result<Incoming, Trouble> {
    let lines = ask::lines(
        "What was done? A line for each movement, such as `back squat 5, 5, 4 @ 60kg`; an empty line ends.",
    )?;
    let is_whole = ["done", "results"].iter().any(|word| lines.trim_start().starts_with(word));
    let text = if is_whole || lines.is_empty() { lines } else { format!("done <\n{lines}>\n") };
    Ok(Incoming { name: STANDARD_INPUT.to_owned(), text })
}

impl Incoming {
    /// Returns a text that another part of the program was given.
    #[cfg(any(feature = "play", feature = "watch"))]
    pub fn of(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text }
    }

    /// Returns all that is wrong with it. A text without results is refused.
    pub fn check(&self, whose: &Whose) -> Result<Compilation, Trouble> {
        let found = self.diagnose(whose);
        if !found.has_errors() && Logbook::read(&self.text).sessions.is_empty() {
            return Err(Trouble::new(format!(
                "`{}` doesn't say what was done; write it as `done 2026-01-09 \"Legs\" < back squat 5, 5, 4 @ 60kg >`",
                self.name
            )));
        }
        Ok(found)
    }

    fn diagnose(&self, whose: &Whose) -> Compilation {
        let source = SourceFile::new(self.name.as_str(), self.text.as_str());
        let logbook = Logbook::read(&self.text);
        let mut found = diagnose(source.clone(), &Request::default(), &NoFiles);
        if found.files.is_empty() {
            found.files.push(source);
        }
        // Whose results they are is said on the command line.
        if logbook.whose.is_none() {
            let first = logbook.sessions.first().map(|session| session.header.start);
            let is_about_whose = |one: &Diagnostic| {
                one.rule == Rule::MissingStatementPart
                    && Some(one.span().start as usize) == first
                    && one.help.as_ref().is_some_and(|help| help.contains("`results \""))
            };
            found.diagnostics.retain(|one| !is_about_whose(one));
        }
        if let Some(other) = logbook.other {
            let span = Span::new(other.start, other.end);
            let message = "this is not a result, and only results are added";
            found.diagnostics.push(
                Diagnostic::new(Rule::OutOfPlace, span, message)
                    .help("keep `done` blocks alone; workouts and movements go into files of their own"),
            );
        }
        if let (Some((own, place)), Some(name)) = (&logbook.whose, &whose.name)
            && fold(own) != fold(name)
        {
            let message = format!("these are the results of {own}, not of {name}");
            let span = Span::new(place.start, place.end);
            found.diagnostics.push(
                Diagnostic::new(Rule::ResultsOfAnother, span, message).help("name the file of this athlete"),
            );
        }
        found
    }

    /// Asks for the days that are missing, and for the title of a single session.
    fn complete(mut self) -> Result<Self, Trouble> {
        let logbook = Logbook::read(&self.text);
        let is_single = logbook.sessions.len() == 1;
        let mut text = self.text.clone();
        // From the last to the first, so that places stay.
        for session in logbook.sessions.iter().rev() {
            if is_single && !session.has_title {
                let title = ask::until("What is the session called? (Enter: nothing)", |answer| {
                    Ok(answer.to_owned())
                })?;
                if !title.is_empty() {
                    text.insert_str(session.header.end, &format!(" {}", quoted(&title)));
                }
            }
            if session.lacks_date {
                let day = ask::until(&question(session, &self.text), |answer| {
                    let day = date::read(answer).or_else(|| date::in_words(answer));
                    day.ok_or_else(|| "Write the year, the month and the day: 2026-01-09.".to_owned())
                })?;
                text.insert_str(session.header.start + "done".len(), &format!(" {}", date::write(day)));
            }
        }
        self.text = text;
        Ok(self)
    }
}

/// Asks for the day of a session, which is shown as it begins.
fn question(session: &Logged, text: &str) -> String {
    let block = text.get(session.block.clone()).unwrap_or_default();
    let line = block.lines().take(2).map(str::trim).collect::<Vec<_>>().join(" ");
    format!("{line}\nOn which day was that done? (2026-01-09)")
}
