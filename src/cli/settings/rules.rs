//! The levels of rules, as set by `-A`, `-W` and `-D` and in a `wodc.toml`.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches};

use crate::diagnostic::{Levels, Rule, Setting, Severity, nearest};

/// The name for all rules that are warnings.
pub const WARNINGS: &str = "warnings";

/// Settings of rules, in the order in which they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RuleSettings {
    named: Vec<(Rule, Setting)>,
    warnings: Option<Setting>,
}

/// The rules that a setting is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A rule.
    One(Rule),
    /// All rules that are warnings.
    Warnings,
}

impl RuleSettings {
    /// Adds a setting, which replaces earlier ones of the same rule.
    pub fn set(&mut self, subject: Subject, setting: Setting) {
        match subject {
            Subject::One(rule) => self.named.push((rule, setting)),
            Subject::Warnings => self.warnings = Some(setting),
        }
    }

    /// Combines the settings of a file with those of the command line, which take precedence.
    ///
    /// `warnings` applies to all rules that are warnings so far; a rule that is also set by name keeps that setting.
    pub fn levels(file: &Self, asked: &Self) -> Levels {
        let mut levels = Levels::default();
        let mut set = |settings: &Self, warnings: Option<Setting>| {
            if let Some(setting) = warnings {
                levels.set_warnings(setting);
            }
            for &(rule, setting) in &settings.named {
                // Rules that can't be set were refused when they were read.
                let _ = levels.set(rule, setting);
            }
        };
        set(file, file.warnings.filter(|_| asked.warnings.is_none()));
        set(asked, asked.warnings);
        levels
    }
}

impl Subject {
    /// Reads the name of a rule for a setting. The error says what is wrong with it, and what was probably meant.
    pub fn read(name: &str, setting: Setting) -> Result<Self, Refusal> {
        if name.eq_ignore_ascii_case(WARNINGS) {
            return Ok(Self::Warnings);
        }
        let Some(&rule) = Rule::ALL.iter().find(|rule| rule.name().eq_ignore_ascii_case(name)) else {
            let known = Rule::ALL.iter().map(|rule| rule.name()).chain([WARNINGS]);
            let message = format!("there is no rule called `{name}`");
            return Err(Refusal { message, meant: meant(name, known) });
        };
        if rule.severity() == Severity::Error && setting != Setting::Deny {
            let message = format!(
                "`{}` is an error and stays one: a workout with an error can't be understood",
                rule.name()
            );
            return Err(Refusal { message, meant: None });
        }
        Ok(Self::One(rule))
    }
}

/// Why a rule can't be set.
#[derive(Debug)]
pub struct Refusal {
    /// A sentence without a full stop that says what is wrong.
    pub message: String,
    /// What was probably meant.
    pub meant: Option<&'static str>,
}

/// Returns the known word that was probably meant by a misspelt one.
pub fn meant<'k>(word: &str, known: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let word = word.trim().replace(['_', ' '], "-");
    known.clone().find(|known| known.eq_ignore_ascii_case(&word)).or_else(|| nearest(&word, known))
}

/// `--allow`, `--warn` and `--deny`. The last one for a rule counts.
#[derive(Debug)]
pub struct RuleArguments(pub RuleSettings);

/// The flags with their help texts.
const FLAGS: [(char, &str, Setting, &str); 3] = [
    ('A', "allow", Setting::Allow, "Never report this rule"),
    ('W', "warn", Setting::Warn, "Report this rule without failing"),
    ('D', "deny", Setting::Deny, "Report this rule as an error; `warnings` means all rules"),
];

impl Args for RuleArguments {
    fn augment_args(command: Command) -> Command {
        command.args(FLAGS.map(|(short, long, setting, help)| {
            Arg::new(long)
                .short(short)
                .long(long)
                .value_name("RULE")
                .help(help)
                .action(ArgAction::Append)
                .value_parser(SubjectParser(setting))
                // There are so many that they would bury the rest of the help.
                .hide_possible_values(true)
        }))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for RuleArguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut given = Vec::new();
        for (_, id, setting, _) in FLAGS {
            let places = matches.indices_of(id).into_iter().flatten();
            let subjects = matches.get_many::<Subject>(id).into_iter().flatten();
            given.extend(places.zip(subjects).map(|(place, &subject)| (place, subject, setting)));
        }
        given.sort_by_key(|&(place, ..)| place);
        let mut settings = RuleSettings::default();
        for (_, subject, setting) in given {
            settings.set(subject, setting);
        }
        Ok(Self(settings))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// Reads the name of a rule for one setting.
#[derive(Debug, Clone)]
struct SubjectParser(Setting);

impl TypedValueParser for SubjectParser {
    type Value = Subject;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, value: &OsStr) -> Result<Subject, Error> {
        let setting = self.0;
        let read = move |name: &str| {
            Subject::read(name, setting).map_err(|refusal| match refusal.meant {
                Some(meant) => format!("{}; did you mean `{meant}`?", refusal.message),
                None => refusal.message,
            })
        };
        read.parse_ref(command, arg, value)
    }

    /// Lists the names for the completion of shells.
    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let settable = |rule: &&Rule| Subject::read(rule.name(), self.0).is_ok();
        let names = Rule::ALL.iter().filter(settable).map(|rule| rule.name());
        Some(Box::new(names.chain([WARNINGS]).map(PossibleValue::new)))
    }
}
