//! The text with what was done: read, completed by asking, and checked.

use std::path::{Path, PathBuf};

use super::ask;
use super::whose::Whose;
use crate::analysis::{self, Compilation, NoFiles, Request, diagnose};
use crate::catalog::{fold, quoted};
use crate::cli::inputs::{Input, Origin, STANDARD_INPUT};
use crate::cli::outcome::Trouble;
use crate::cli::project::reason;
use crate::cli::read::{self, Reading};
use crate::date;
use crate::diagnostic::{Diagnostic, Rule, Severity};
use crate::results::logbook::{Logbook, Logged};
use crate::source::{SourceFile, Span};

/// A text with what was done.
pub struct Incoming {
    /// What it is called in messages.
    name: String,
    pub text: String,
    /// Whether somebody typed it, so that it is nowhere else.
    pub is_typed: bool,
}

/// Reads a file, standard input, or what is typed on a terminal, where what is missing is asked for.
pub fn read(file: Option<&Path>, whose: &Whose) -> Result<Incoming, Trouble> {
    let is_standard = file.is_none_or(|file| file == Path::new("-"));
    if is_standard && ask::is_possible() {
        return typed(whose)?.complete();
    }
    let origin = match file {
        Some(file) if !is_standard => Origin::File(file.to_path_buf()),
        Some(_) | None => Origin::StandardInput,
    };
    let input = Input { origin, stem: PathBuf::new(), place: None };
    let unreadable = |why: &str| Trouble::new(format!("`{}` cannot be read: {why}", input.shown()));
    let reading = match &input.origin {
        Origin::StandardInput => read::standard_input(),
        Origin::File(path) => read::file(path),
    };
    match reading.map_err(|error| unreadable(&reason(&error)))? {
        Reading::Text(text) => {
            let incoming = Incoming { name: input.name(), text, is_typed: false };
            if ask::is_possible() { incoming.complete() } else { Ok(incoming) }
        }
        Reading::TooLarge => Err(unreadable("it is too large")),
        Reading::NotUtf8(_) => Err(unreadable("it is not UTF-8 text")),
    }
}

/// Has somebody type what was done: a whole block, or its lines alone. A line with a mistake is asked for again, so that the
/// others need not be.
fn typed(whose: &Whose) -> Result<Incoming, Trouble> {
    let lines = ask::lines(
        "What was done? A line for each movement, such as `back squat 5, 5, 4 @ 60kg`; an empty line ends.",
    )?;
    let of = |text: String| Incoming { name: STANDARD_INPUT.to_owned(), text, is_typed: true };
    let is_whole = ["done", "results"].iter().any(|word| lines.trim_start().starts_with(word));
    if is_whole || lines.is_empty() {
        return Ok(of(lines));
    }
    let mut lines: Vec<String> = lines.lines().map(str::to_owned).collect();
    while let Some(mistake) = of(block(&lines, DAY)).first_mistake(whose) {
        let Some(line) = lines.get_mut(mistake.line) else { break };
        let or =
            mistake.meant.as_ref().map_or("leaves it out".to_owned(), |meant| format!("writes `{meant}`"));
        let question = format!("{}\n{}\nThat line again, please (Enter {or}):", line.trim(), mistake.told);
        let again = ask::until(&question, |answer| Ok(answer.to_owned()))?;
        *line = if again.is_empty() { mistake.meant.unwrap_or_default() } else { again };
        lines.retain(|line| !line.trim().is_empty());
    }
    Ok(of(block(&lines, "")))
}

/// A day for lines that have none yet, so that it is not missed while they are read.
const DAY: &str = " 2000-01-01";

/// Writes lines as a session.
fn block(lines: &[String], day: &str) -> String {
    if lines.is_empty() { String::new() } else { format!("done{day} <\n{}\n>\n", lines.join("\n")) }
}

/// A mistake in a line that was typed.
struct Mistake {
    /// The number of the line.
    line: usize,
    /// What is wrong with it, and what to write.
    told: String,
    /// The line without it, where only one reading is left.
    meant: Option<String>,
}

impl Incoming {
    /// Returns a text that another part of the program was given.
    #[cfg(any(feature = "play", feature = "watch"))]
    pub fn of(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), text, is_typed: false }
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

    /// Returns the first mistake in a line between the first and the last. A name that looks misspelt is one, too.
    fn first_mistake(&self, whose: &Whose) -> Option<Mistake> {
        let found = self.diagnose(whose);
        let line_of = |place: usize| self.text.get(..place).unwrap_or_default().matches('\n').count();
        let is_asked =
            |one: &Diagnostic| one.severity == Severity::Error || one.rule == Rule::UnknownInResults;
        let asked = found.diagnostics.iter().filter(|one| is_asked(one));
        let first = asked.min_by_key(|one| one.span().start)?;
        let lines: Vec<&str> = self.text.lines().collect();
        let number = line_of(first.span().start as usize);
        let line = number.checked_sub(1).filter(|_| number + 1 < lines.len())?;
        let meant = first.fix.as_ref().and_then(|fix| {
            let start: usize = self.text.split_inclusive('\n').take(number).map(str::len).sum();
            let end = start + lines.get(number)?.len();
            if !fix.spans().map(Span::range).all(|place| start <= place.start && place.end <= end) {
                return None;
            }
            let mended = analysis::apply(&self.text, [fix]);
            // What is behind the line is as long as before.
            let end = mended.len() - (self.text.len() - end);
            Some(mended.get(start..end)?.trim().to_owned())
        });
        Some(Mistake { line, told: first.said(), meant })
    }

    fn diagnose(&self, whose: &Whose) -> Compilation {
        let source = SourceFile::new(self.name.as_str(), self.text.as_str());
        let logbook = Logbook::read(&self.text);
        // Whose results they are is said on the command line.
        let request = Request { whose_is_known: true, units: whose.units, ..Request::default() };
        let mut found = diagnose(source.clone(), &request, &NoFiles);
        if found.files.is_empty() {
            found.files.push(source);
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
                    Ok(without_quotes(answer).to_owned())
                })?;
                if !title.is_empty() {
                    text.insert_str(session.header.end, &format!(" {}", quoted(&title)));
                }
            }
            if session.lacks_date {
                let day = ask::until(&question(session, &self.text), |answer| {
                    let day = date::read(answer).or_else(|| date::in_words(answer));
                    day.ok_or_else(|| not_a_day(answer))
                })?;
                text.insert_str(session.header.start + "done".len(), &format!(" {}", date::write(day)));
            }
        }
        self.text = text;
        Ok(self)
    }
}

/// Returns a title without the quotes around it, which it has where it is written in a file.
fn without_quotes(title: &str) -> &str {
    let inner = title.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(title)
}

/// Says what to write for an answer that is not a day.
fn not_a_day(answer: &str) -> String {
    match date::last_of_month(answer) {
        Some(last) => format!("There is no such day: that month ends on {}.", date::write(last)),
        None => "Write the year, the month and the day: 2026-01-09.".to_owned(),
    }
}

/// Asks for the day of a session, which is shown as it begins.
fn question(session: &Logged, text: &str) -> String {
    let block = text.get(session.block.clone()).unwrap_or_default();
    let line = block.lines().take(2).map(str::trim).collect::<Vec<_>>().join(" ");
    format!("{line}\nOn which day was that done? (2026-01-09)")
}
