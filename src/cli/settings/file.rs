//! Reading a `wodc.toml`.

use std::ops::Range;
use std::path::{Component, Path};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::mistake::Mistake;
use super::rules::{RuleSettings, Subject, WARNINGS, meant};
use crate::analysis::{LoadUnit, Style};
use crate::check::program::Level;
use crate::cli::outcome::Trouble;
use crate::cli::project::reason;
use crate::cli::read::{self, Reading};
use crate::cli::visible::on_one_line;
use crate::diagnostic::{Rule, Setting, list, list_or};
use crate::emit::cues::Voice;
use crate::emit::{Figures, Format, Paper, TimeOfDay};

/// The largest `wodc.toml` that is read, in bytes: room for every rule, each with a page of comments.
const MAX_BYTES: usize = 64 * 1024;

/// The settings of a project; `None` for what isn't set.
#[derive(Debug, Default, PartialEq)]
pub struct SettingsFile {
    /// The name by which calendars tell the project from others.
    pub id: Option<String>,
    /// The level of workouts that don't state one.
    pub level: Option<Level>,
    /// The folder of outputs, relative to the project's folder, with `/`; empty for that folder itself.
    pub output: Option<String>,
    /// The formats to make.
    pub formats: Option<Vec<Format>>,
    /// The unit that a load without a unit is probably meant in.
    pub units: Option<LoadUnit>,
    /// How fast cues are spoken, in words a minute.
    pub rate: Option<u32>,
    /// The paper of sheets.
    pub paper: Option<Paper>,
    /// How large movements are drawn.
    pub figures: Option<Figures>,
    /// The time of a day's first session in calendars.
    pub at: Option<TimeOfDay>,
    /// How `wodc fmt` writes.
    pub style: Style,
    /// The levels of rules.
    pub rules: RuleSettings,
}

/// What can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Id,
    Level,
    Output,
    Formats,
    Units,
    Rate,
    Paper,
    Figures,
    At,
    Fmt,
    Rules,
}

impl Key {
    /// All keys, in the order of the documentation.
    const ALL: [Key; 11] = [
        Key::Level,
        Key::Output,
        Key::Formats,
        Key::Units,
        Key::Rate,
        Key::Paper,
        Key::Figures,
        Key::At,
        Key::Id,
        Key::Fmt,
        Key::Rules,
    ];

    /// Returns its name.
    fn name(self) -> &'static str {
        match self {
            Key::Id => "id",
            Key::Level => "level",
            Key::Output => "output",
            Key::Formats => "formats",
            Key::Units => "units",
            Key::Rate => "rate",
            Key::Paper => "paper",
            Key::Figures => "figures",
            Key::At => "at",
            Key::Fmt => "fmt",
            Key::Rules => "rules",
        }
    }

    /// Returns an example of it.
    fn example(self) -> &'static str {
        match self {
            Key::Id => "id = \"anna-2026\"",
            Key::Level => "level = \"beginner\"",
            Key::Output => "output = \"sheets\"",
            Key::Formats => "formats = [\"json\", \"md\"]",
            Key::Units => "units = \"kg\"",
            Key::Rate => "rate = 150",
            Key::Paper => "paper = \"letter\"",
            Key::Figures => "figures = \"large\"",
            Key::At => "at = \"18:30\"",
            Key::Fmt => "[fmt]",
            Key::Rules => "[rules]",
        }
    }
}

/// A value with its span.
type Value<'t> = Spanned<DeValue<'t>>;

/// Reads a `wodc.toml`, which is called `name` in messages.
pub fn read(path: &Path, name: &str) -> Result<SettingsFile, Trouble> {
    let name = &on_one_line(name);
    let unusable = |why: &str| Trouble::new(format!("the settings in `{name}` cannot be read: {why}"));
    match read::found_file(MAX_BYTES, path).map_err(|error| unusable(&reason(&error)))? {
        Reading::Text(text) => understand(&text).map_err(|mistake| mistake.trouble(name, &text)),
        Reading::TooLarge => Err(unusable(&format!("it is larger than {} kB", MAX_BYTES / 1024))),
        Reading::NotUtf8(_) => Err(unusable("it is not UTF-8 text; save it as UTF-8")),
    }
}

/// Returns the first mistake in a `wodc.toml` that can be read as a text, with that text.
pub fn mistake_in(path: &Path) -> Option<(String, Mistake)> {
    let Ok(Reading::Text(text)) = read::found_file(MAX_BYTES, path) else { return None };
    let mistake = understand(&text).err()?;
    Some((text, mistake))
}

/// Reads the text of a `wodc.toml`, up to the first mistake.
fn understand(text: &str) -> Result<SettingsFile, Mistake> {
    let (table, errors) = DeTable::parse_recoverable(text);
    if let Some(error) = errors.first() {
        return Err(unreadable(text, table.get_ref(), error));
    }
    let mut settings = SettingsFile::default();
    for (name, place, value) in in_text_order(table.get_ref()) {
        let Some(key) = Key::ALL.into_iter().find(|key| key.name() == name) else {
            return Err(unknown_key(name, place));
        };
        match key {
            Key::Id => settings.id = Some(id(value)?),
            Key::Level => {
                let levels = Level::ALL.map(|level| (level.name(), level));
                settings.level = Some(word(key, value, &levels)?);
            }
            Key::Output => settings.output = Some(folder(value)?),
            Key::Formats => settings.formats = Some(formats(value)?),
            Key::Units => {
                let units = LoadUnit::ALL.map(|unit| (unit.name(), unit));
                settings.units = Some(word(key, value, &units)?);
            }
            Key::Rate => settings.rate = Some(rate(value)?),
            Key::Paper => {
                let papers = Paper::ALL.map(|paper| (paper.name(), paper));
                settings.paper = Some(word(key, value, &papers)?);
            }
            Key::Figures => {
                let sizes = Figures::ALL.map(|size| (size.name(), size));
                settings.figures = Some(word(key, value, &sizes)?);
            }
            Key::At => settings.at = Some(time_of_day(value)?),
            Key::Fmt => settings.style = style(value)?,
            Key::Rules => settings.rules = rules(value)?,
        }
    }
    Ok(settings)
}

/// Returns the entries of a table with the spans of their names, in the order of the text.
fn in_text_order<'v, 't>(table: &'v DeTable<'t>) -> Vec<(&'v str, Range<usize>, &'v Value<'t>)> {
    let mut entries: Vec<_> =
        table.iter().map(|(name, value)| (name.get_ref().as_ref(), name.span(), value)).collect();
    entries.sort_by_key(|(_, place, _)| place.start);
    entries
}

/// Explains an error in the syntax of the file.
fn unreadable(text: &str, table: &DeTable<'_>, error: &toml::de::Error) -> Mistake {
    let place = error.span().unwrap_or(text.len()..text.len());
    let written = text.get(place.clone()).unwrap_or_default();
    let line = line_around(text, place.start);
    let on_line = text.get(line.clone()).unwrap_or_default();
    let is_unseen = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if is_set_before(table, written, &place) {
        return Mistake::new(place, format!("`{written}` is set a second time"), "keep one of the two");
    }
    if written.contains(is_unseen) {
        let message = "there is a control character here, which is invisible in an editor";
        return Mistake::new(place, message, "delete it, or type the line again");
    }
    if let Some(mistake) = without_quotes(text, line.clone()) {
        return mistake;
    }
    if on_line.matches('"').count() % 2 == 1 {
        return Mistake::new(line, "a quote is not closed on this line", "a text has a `\"` at each end");
    }
    Mistake::new(
        place,
        "this cannot be read as a setting",
        "a setting is a line such as `level = \"beginner\"`, `rate = 150` or `formats = [\"json\", \"md\"]`",
    )
}

/// Tells whether the text in a place is a name that is set before it. If a name is set twice, the table has the first.
fn is_set_before(table: &DeTable<'_>, written: &str, place: &Range<usize>) -> bool {
    let name = written.trim_matches(['"', '\'']);
    let is_first =
        |(first, _): (&Spanned<_>, _)| *first.get_ref() == *name && first.span().end <= place.start;
    let is_in_table =
        || table.iter().filter_map(|(_, value)| value.get_ref().as_table()).flatten().any(is_first);
    // Of a table that comes twice, the name is the second one.
    let is_table_again = || {
        table.iter().any(|(first, value)| {
            *first.get_ref() == *name && first.span() == *place && value.get_ref().is_table()
        })
    };
    !name.is_empty() && (table.iter().any(is_first) || is_in_table() || is_table_again())
}

/// Returns the line of an offset, without its line end.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let length = text.get(start..).and_then(|rest| rest.lines().next()).map_or(0, str::len);
    start..start + length
}

/// Looks for a value without quotes, the commonest mistake.
fn without_quotes(text: &str, line: Range<usize>) -> Option<Mistake> {
    let (name, rest) = text.get(line.clone())?.split_once('=')?;
    let value = rest.split('#').next()?.trim();
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | ' ');
    let is_text = value.starts_with(char::is_alphabetic) && value.chars().all(is_word);
    if name.trim().is_empty() || !(is_text || value.parse::<TimeOfDay>().is_ok()) {
        return None;
    }
    let name = name.trim();
    let start = line.end - rest.len() + rest.find(value)?;
    let corrected = match Key::ALL.into_iter().find(|key| key.name() == name) {
        Some(key @ (Key::Rate | Key::Fmt | Key::Rules)) => key.example().to_owned(),
        Some(Key::Formats) => format!("{name} = [\"{value}\"]"),
        Some(Key::Id | Key::Level | Key::Output | Key::Units | Key::Paper | Key::Figures | Key::At)
        | None => format!("{name} = \"{value}\""),
    };
    let message = format!("`{value}` has no quotes around it");
    Some(Mistake::new(start..start + value.len(), message, format!("write `{corrected}`")))
}

/// Reports a name that isn't a setting, and what was probably meant.
fn unknown_key(name: &str, place: Range<usize>) -> Mistake {
    let known = Key::ALL.map(Key::name);
    let rules = Rule::ALL.iter().map(|rule| rule.name()).chain([WARNINGS]);
    if name == "dose-first" {
        let help = "write `[fmt]` on a line of its own, and `dose-first` below it";
        return Mistake::new(place, "`dose-first` belongs below `[fmt]`", help);
    }
    if rules.clone().any(|rule| rule == name) {
        let help = format!("write `[rules]` on a line of its own, and `{name}` below it");
        return Mistake::new(place, format!("`{name}` is a rule, and rules belong below `[rules]`"), help);
    }
    let help = match meant(name, known.into_iter()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", list(&known)),
    };
    Mistake::new(place, format!("there is no setting called `{name}`"), help)
}

/// Reports a value of the wrong type.
fn wrong_kind(key: Key, value: &Value<'_>, what: &str) -> Mistake {
    let message = format!("`{}` is {what}, and this is {}", key.name(), kind(value.get_ref()));
    Mistake::new(value.span(), message, format!("write `{}`", key.example()))
}

/// Returns the type of a value, in words.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with a point",
        DeValue::Boolean(_) => "a yes or no",
        DeValue::Datetime(_) => "a date or a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "the head of several lines",
    }
}

/// Reads one of several words.
fn word<T: Copy>(key: Key, value: &Value<'_>, known: &[(&'static str, T)]) -> Result<T, Mistake> {
    let Some(written) = value.get_ref().as_str() else {
        return Err(wrong_kind(key, value, "a word in quotes"));
    };
    if let Some(&(_, meaning)) = known.iter().find(|(name, _)| name.eq_ignore_ascii_case(written.trim())) {
        return Ok(meaning);
    }
    let names: Vec<_> = known.iter().map(|&(name, _)| name).collect();
    let help = match meant(written, names.iter().copied()) {
        Some(meant) => format!("did you mean `\"{meant}\"`?"),
        None => format!("it may be {}", list_or(&names)),
    };
    Err(Mistake::new(value.span(), format!("`{}` cannot be `{written}`", key.name()), help))
}

/// Reads the folder of outputs, which must be inside the project: somebody else's settings must not write anywhere
/// else.
fn folder(value: &Value<'_>) -> Result<String, Mistake> {
    let Some(written) = value.get_ref().as_str() else {
        return Err(wrong_kind(Key::Output, value, "the name of a folder in quotes"));
    };
    let example = format!("write `{}`", Key::Output.example());
    if written.trim().is_empty() || written == "-" || written.contains(char::is_control) {
        return Err(Mistake::new(value.span(), "`output` is the name of a folder", example));
    }
    let mut parts = Vec::new();
    for part in Path::new(written).components() {
        match part {
            Component::Normal(part) => parts.push(part.to_string_lossy()),
            Component::CurDir => {}
            Component::ParentDir | Component::RootDir | Component::Prefix(_) => {
                return Err(Mistake::new(
                    value.span(),
                    "`output` is a folder beside this file or below it",
                    format!("{example}; for another place, run `wodc build -o FOLDER`"),
                ));
            }
        }
    }
    Ok(parts.join("/"))
}

/// Reads the name by which calendars tell the project from others.
fn id(value: &Value<'_>) -> Result<String, Mistake> {
    let Some(written) = value.get_ref().as_str() else {
        return Err(wrong_kind(Key::Id, value, "a name in quotes"));
    };
    if written.trim().is_empty() {
        let help = format!("write `{}`, or leave the line out", Key::Id.example());
        return Err(Mistake::new(value.span(), "`id` is empty", help));
    }
    Ok(written.to_owned())
}

/// Reads the formats.
fn formats(value: &Value<'_>) -> Result<Vec<Format>, Mistake> {
    let Some(list) = value.get_ref().as_array() else {
        return Err(match value.get_ref().as_str() {
            Some(one) => Mistake::new(
                value.span(),
                "`formats` is a list",
                format!("write `formats = [\"{one}\"]`, with the square brackets"),
            ),
            None => wrong_kind(Key::Formats, value, "a list"),
        });
    };
    if list.is_empty() {
        let help = format!("write `{}`, or leave the line out for all of them", Key::Formats.example());
        return Err(Mistake::new(value.span(), "there is no format in this list", help));
    }
    let known: Vec<_> = Format::all().map(|format| (format.name(), format)).collect();
    list.iter().map(|one| word(Key::Formats, one, &known)).collect()
}

/// Reads how fast cues are spoken.
fn rate(value: &Value<'_>) -> Result<u32, Mistake> {
    let Some(written) = value.get_ref().as_integer() else {
        return Err(wrong_kind(Key::Rate, value, "a number of words a minute"));
    };
    // A number that doesn't fit is far too high.
    let rate = u32::from_str_radix(written.as_str(), written.radix()).unwrap_or(u32::MAX);
    if (Voice::SLOWEST..=Voice::FASTEST).contains(&rate) {
        return Ok(rate);
    }
    let message = format!("`rate` must be from {} to {} words a minute", Voice::SLOWEST, Voice::FASTEST);
    Err(Mistake::new(value.span(), message, format!("write `{}`", Key::Rate.example())))
}

/// Reads a time of day.
fn time_of_day(value: &Value<'_>) -> Result<TimeOfDay, Mistake> {
    let Some(written) = value.get_ref().as_str() else {
        return Err(wrong_kind(Key::At, value, "a time of day in quotes"));
    };
    written.trim().parse().map_err(|_| {
        let message = format!("there is no time of day `{written}`; the last is 23:59");
        Mistake::new(value.span(), message, format!("write `{}`", Key::At.example()))
    })
}

/// Reads how `wodc fmt` writes.
fn style(value: &Value<'_>) -> Result<Style, Mistake> {
    const EXAMPLE: &str = "dose-first = true";
    let Some(table) = value.get_ref().as_table() else {
        let help = format!("write `[fmt]` on a line of its own, and below it `{EXAMPLE}`");
        let message = format!("`fmt` is the head of several lines, and this is {}", kind(value.get_ref()));
        return Err(Mistake::new(value.span(), message, help));
    };
    let mut style = Style::default();
    for (name, place, value) in in_text_order(table) {
        if name != "dose-first" {
            let help = if Key::ALL.into_iter().any(|key| key.name() == name) {
                format!("put `{name}` above the line `[fmt]`")
            } else {
                format!("below `[fmt]` there may be `{EXAMPLE}`")
            };
            return Err(Mistake::new(place, format!("`{name}` does not belong below `[fmt]`"), help));
        }
        let Some(is_first) = value.get_ref().as_bool() else {
            let message = format!("`dose-first` is true or false, and this is {}", kind(value.get_ref()));
            return Err(Mistake::new(value.span(), message, format!("write `{EXAMPLE}`")));
        };
        style = style.dose_first(is_first);
    }
    Ok(style)
}

/// Reads the table of rules.
fn rules(value: &Value<'_>) -> Result<RuleSettings, Mistake> {
    let Some(table) = value.get_ref().as_table() else {
        let help =
            "write `[rules]` on a line of its own, and below it lines such as `idle-option = \"allow\"`";
        let message = format!("`rules` is the head of several lines, and this is {}", kind(value.get_ref()));
        return Err(Mistake::new(value.span(), message, help));
    };
    let settings = [("allow", Setting::Allow), ("warn", Setting::Warn), ("deny", Setting::Deny)];
    let mut rules = RuleSettings::default();
    for (name, place, value) in in_text_order(table) {
        if Key::ALL.into_iter().any(|key| key.name() == name) {
            let message = format!("`{name}` is not a rule, and only rules belong below `[rules]`");
            return Err(Mistake::new(place, message, format!("put `{name}` above the line `[rules]`")));
        }
        let written = value.get_ref().as_str().map(str::trim);
        let setting =
            settings.iter().find(|(known, _)| written.is_some_and(|it| known.eq_ignore_ascii_case(it)));
        let refuse = |refusal: super::rules::Refusal| {
            let help = match refusal.meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "delete the line".to_owned(),
            };
            Mistake::new(place.clone(), refusal.message, help)
        };
        let Some(&(_, setting)) = setting else {
            // A rule that doesn't exist is the first thing to report.
            Subject::read(name, Setting::Deny).map_err(refuse)?;
            let message = format!("a rule is set to {}", list_or(&settings.map(|(name, _)| name)));
            return Err(Mistake::new(value.span(), message, format!("write `{name} = \"warn\"`")));
        };
        rules.set(Subject::read(name, setting).map_err(refuse)?, setting);
    }
    Ok(rules)
}
