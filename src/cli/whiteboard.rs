//! `--whiteboard`: a page for each day of training of a team, in place of each athlete's sheets.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::compile::{CompiledFile, Opened, each, named, open, say_once, side_by_side};
use super::outcome::{Outcome, Trouble};
#[cfg(feature = "pdf")]
use super::project::Project;
use super::report::{Report, Telling};
use super::settings::{self, Asked, Job};
use super::team::{self, ForAthlete};
use super::{streams, visible, write};
#[cfg(feature = "pdf")]
use crate::analysis::ReadFile;
use crate::analysis::{AthleteWanted, analyse_loaded};
use crate::date::{self, Date};
use crate::emit::whiteboard::{Part, Whiteboard};
use crate::emit::{Format, SheetOptions, markdown};

/// Whiteboards for teams.
#[derive(Debug, Args)]
#[command(next_help_heading = "Teams")]
pub struct WhiteboardArguments {
    /// Make whiteboards instead of everything else: a page for each day of a plan
    /// with the loads of all athletes, as pdf and md
    #[arg(long, conflicts_with_all = ["levels", "cards"])]
    pub whiteboard: bool,

    /// Only this day's whiteboard, such as 2026-01-08
    #[arg(long, value_name = "DATE", requires = "whiteboard", value_parser = read_day)]
    pub day: Option<Date>,
}

fn read_day(text: &str) -> Result<Date, String> {
    date::read(text).ok_or_else(|| format!("there is no day `{text}`; write it as in 2026-01-08"))
}

/// The formats that whiteboards have.
fn formats() -> Vec<Format> {
    [Some(Format::MARKDOWN), Format::named("pdf")].into_iter().flatten().collect()
}

/// A whiteboard that is to be written.
struct Planned {
    job: Job,
    /// Has the fonts of its sheet.
    #[cfg(feature = "pdf")]
    project: Project,
    suffix: Arc<str>,
    board: Whiteboard,
}

/// What came of one file.
struct Made {
    compiled: Vec<CompiledFile>,
    boards: Vec<Planned>,
}

/// Makes the whiteboards of all plans.
pub fn run(
    files: &[PathBuf],
    asked: Asked,
    day: Option<Date>,
    telling: Telling,
    to_standard_output: bool,
) -> Result<Outcome, Trouble> {
    let to = chosen(asked.formats.as_deref().unwrap_or_default())?;
    let sheet = SheetOptions { paper: asked.paper.unwrap_or_default(), ..asked.sheet };
    // Nothing else is made, for everybody there is where nobody is named.
    let is_for_all = asked.athlete.is_none();
    let asked = Asked { formats: None, athlete: asked.athlete.or(Some("all".to_owned())), ..asked };
    let (jobs, mut troubles) = settings::find(files, &asked);
    let (made, unread) = each(jobs, |job| make(job, is_for_all));
    troubles.extend(unread);
    let mut compiled = Vec::new();
    let mut boards = Vec::new();
    for one in made {
        compiled.extend(one.compiled);
        boards.extend(one.boards);
    }
    say_once(&mut compiled);
    let is_good = !compiled.iter().any(|one| one.compilation.has_errors());
    troubles.extend(only_day(&mut boards, day).filter(|_| is_good));
    if boards.is_empty() && is_good && troubles.is_empty() {
        troubles.push(Trouble::new(
            "no whiteboard was made: no file here has athletes and a plan with a day of loads",
        ));
    }
    let written =
        if to_standard_output { print(&boards, &to, sheet) } else { write_all(&boards, &to, sheet, telling) };
    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    let told = report.print(telling);
    troubles.extend(written.err().into_iter().chain(told.err()));
    Ok(report.outcome().max(streams::tell_all(&troubles)))
}

/// Returns the formats to make: those that are named, or all that whiteboards have.
fn chosen(named: &[Format]) -> Result<Vec<Format>, Trouble> {
    let all = formats();
    if let Some(other) = named.iter().find(|format| !all.contains(format)) {
        return Err(Trouble::new(format!(
            "a whiteboard can't be `{}`; leave `--to` out, or write `--to pdf` or `--to md`",
            other.name()
        )));
    }
    Ok(if named.is_empty() { all } else { all.into_iter().filter(|one| named.contains(one)).collect() })
}

/// Reads a file, and analyses it for each athlete. Where nobody is named, files without athletes are passed over.
fn make(job: Job, is_for_all: bool) -> Result<Made, Trouble> {
    let (source, project) = match open(&job.input)? {
        Opened::Text { source, project } => (source, project),
        Opened::Refused(refusal) => {
            let compiled = vec![CompiledFile { job, compilation: *refusal, outputs: Vec::new() }];
            return Ok(Made { compiled, boards: Vec::new() });
        }
    };
    let all = match team::for_each(job.clone(), source, &project) {
        Ok(all) => all,
        Err(_) if is_for_all => return Ok(Made { compiled: Vec::new(), boards: Vec::new() }),
        Err(nobody) => return Err(nobody),
    };
    let (analysed, _) = side_by_side(all, |ForAthlete { job, loaded }| {
        let analysis = analyse_loaded(loaded, &job.wanted.request, &project);
        let athlete = analysis.athlete().map(str::to_owned).unwrap_or_else(|| named_in(&job));
        let parts = analysis.whiteboard();
        let compilation = named(analysis.into_compilation(), &job.input, &project);
        Ok((CompiledFile { job, compilation, outputs: Vec::new() }, athlete, parts))
    });
    let plans = analysed.iter().map(|(_, _, parts)| parts.len()).max().unwrap_or_default();
    let board = |number: usize| {
        let parts: Vec<(String, &Part)> = analysed
            .iter()
            .filter_map(|(_, athlete, parts)| Some((athlete.clone(), parts.get(number)?)))
            .collect();
        let suffix = parts.first().map(|(_, part)| Arc::clone(&part.suffix)).unwrap_or_default();
        Planned {
            job: job.clone(),
            #[cfg(feature = "pdf")]
            project: project.clone(),
            suffix,
            board: Whiteboard::of(&parts),
        }
    };
    let boards = (0..plans).map(board).filter(|planned| !planned.board.days.is_empty()).collect();
    Ok(Made { compiled: analysed.into_iter().map(|(compiled, ..)| compiled).collect(), boards })
}

fn named_in(job: &Job) -> String {
    match &job.wanted.request.athlete {
        Some(AthleteWanted::Named(name)) => name.clone(),
        Some(_) | None => String::new(),
    }
}

/// Leaves only one day of each whiteboard. Says so where none of them has it.
fn only_day(boards: &mut Vec<Planned>, day: Option<Date>) -> Option<Trouble> {
    let day = day?;
    let dates: Vec<Date> = boards.iter().flat_map(|one| &one.board.days).filter_map(|day| day.date).collect();
    boards.retain_mut(|one| one.board.keep_day(day));
    if !boards.is_empty() {
        return None;
    }
    let wanted = date::write(day);
    Some(Trouble::new(match dates.iter().min_by_key(|date| (**date - day).abs()) {
        Some(near) => {
            format!("nothing is lifted on {wanted}; the nearest day is `--day {}`", date::write(*near))
        }
        None => format!(
            "nothing is lifted on {wanted}: no plan here has dates; say when it starts, as in `--starts 2026-01-05`"
        ),
    }))
}

impl Planned {
    /// Returns where it goes: beside the plan's other outputs.
    fn path(&self, format: Format) -> PathBuf {
        let mut name = self.job.wanted.output.join(&self.job.input.stem).into_os_string();
        name.push(&*self.suffix);
        name.push(".whiteboard.");
        name.push(format.extension());
        name.into()
    }

    /// Returns all of it in a format.
    fn content(&self, format: Format, sheet: SheetOptions) -> Result<Vec<u8>, Trouble> {
        if format == Format::MARKDOWN {
            return Ok(markdown::whiteboard::write(&self.board).into_bytes());
        }
        self.pdf(sheet)
    }

    #[cfg(feature = "pdf")]
    fn pdf(&self, sheet: SheetOptions) -> Result<Vec<u8>, Trouble> {
        use crate::emit::pdf::{Draft, NoDraft};
        let find = |letter| self.project.font_with(letter);
        match Draft::whiteboard(&self.board, sheet, &find) {
            Ok(draft) => draft.print().map_err(|why| {
                Trouble::new(format!(
                    "the whiteboard cannot be set: {why}; this is a mistake in wodc: please report it"
                ))
            }),
            Err(NoDraft::TooLong { of, all, most }) => Err(Trouble::new(format!(
                "this whiteboard has {all} {}, and there is room for {most}; name fewer athletes, or one day with \
                 `--day`",
                of.name()
            ))),
            Err(NoDraft::NoMovement) => Err(Trouble::new("nothing is lifted in this plan")),
        }
    }

    #[cfg(not(feature = "pdf"))]
    fn pdf(&self, _: SheetOptions) -> Result<Vec<u8>, Trouble> {
        Err(Trouble::new("this wodc was built without PDF; write `--to md`"))
    }
}

/// Writes all whiteboards, and lists them.
fn write_all(
    boards: &[Planned],
    to: &[Format],
    sheet: SheetOptions,
    telling: Telling,
) -> Result<(), Trouble> {
    let all = || boards.iter().flat_map(|one| to.iter().map(move |&format| (one, format)));
    write::refuse_collisions(all().map(|(one, format)| (one.path(format), &one.job.input)))?;
    let numbered: Vec<(usize, (&Planned, Format))> = all().enumerate().collect();
    let (written, troubles) = side_by_side(numbered, |(number, (one, format))| {
        let content = one.content(format, sheet)?;
        let path = one.path(format);
        write::output(&one.job, &path, &|out: &mut dyn io::Write| out.write_all(&content))?;
        Ok((number, path))
    });
    let in_order: BTreeMap<usize, PathBuf> = written.into_iter().collect();
    let lines: String = in_order.values().map(|path| format!("  {}\n", visible::name(path))).collect();
    telling.print_aside(&lines)?;
    troubles.into_iter().next().map_or(Ok(()), Err)
}

/// Prints the only whiteboard, or several of Markdown.
fn print(boards: &[Planned], to: &[Format], sheet: SheetOptions) -> Result<(), Trouble> {
    let [format] = to else {
        return Err(Trouble::new("`-o -` writes one format: say which, such as `--to md`"));
    };
    if boards.len() > 1 && *format != Format::MARKDOWN {
        let count = boards.len();
        return Err(Trouble::new(format!(
            "`-o -` writes one file, and there would be {count}; name one file, or a folder to write to with -o"
        )));
    }
    for (number, one) in boards.iter().enumerate() {
        if number > 0 {
            streams::print_data(b"\n")?;
        }
        streams::print_data(&one.content(*format, sheet)?)?;
    }
    Ok(())
}
