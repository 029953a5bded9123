//! The words of the language: one table, with a row for each word that begins a statement.
//!
//! Whatever else has to know a word looks it up here: the builder that reads it, the formatter that writes it, the
//! checks of where it may be used, the guesses at misspelt words, the help on how it is written, the labels on cards.
//! Only the grammar spells words a second time, and the tests below compare the two.
//!
//! A group of words is an enum of its own, so that a `match` over what they mean names the one that was forgotten.
//! [`Word`] is any word of any group.

mod table;

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::date::{self, Weekday};

pub use table::*;

impl Word {
    /// Returns how it is spelt.
    pub const fn spelling(self) -> &'static str {
        self.row().spelling
    }

    /// Tells whether a statement can begin with it. Facts do only in a movement's definition, where no guess is made at
    /// them: `load`, `sides` and `pace` are too ordinary.
    pub fn begins_statement(self) -> bool {
        match self {
            Word::AboutWord(_)
            | Word::SettingWord(_)
            | Word::TextStepWord(_)
            | Word::StepWord(_)
            | Word::OtherWord(_)
            | Word::FigureWord(_)
            | Word::DefinitionWord(_)
            | Word::BlockWord(_)
            | Word::TimesWord(_)
            | Word::FactTextWord(_) => true,
            // `cycle 20km` is a movement. Only in a plan, where there are no movements, does the word begin something.
            Word::PlanWord(word) => word != PlanWord::Cycle,
            Word::OptionWord(option) => option == OptionWord::Until,
            Word::FactWord(_) | Word::ModifierWord(_) => false,
        }
    }

    /// Returns the word that a statement begins with, in capitals or not, and what follows it. `race day` is one, and
    /// `race pace` is none.
    pub fn begun(statement: &str) -> Option<(Self, &str)> {
        let mut words = Self::all().filter(|word| word.begins_statement());
        words.find_map(|word| Some((word, word.after(statement)?)))
    }

    /// Returns what follows it, where a text begins with it.
    pub fn after(self, text: &str) -> Option<&str> {
        self.spelling().split(' ').enumerate().try_fold(text, |text, (number, word)| {
            let text = if number > 0 { text.trim_start() } else { text };
            let (first, after) = text.split_at_checked(word.len())?;
            let ends = after.is_empty() || after.starts_with(char::is_whitespace);
            (ends && first.eq_ignore_ascii_case(word)).then_some(after)
        })
    }

    /// Returns what others mean by a word that this language does not know.
    pub fn meant_by(other: &str) -> Option<Self> {
        Self::all().find(|word| word.row().also_called.iter().any(|one| one.eq_ignore_ascii_case(other)))
    }

    /// Returns the first of the words it is spelt in.
    pub fn first(self) -> &'static str {
        self.spelling().split(' ').next().unwrap_or_default()
    }

    /// Tells whether it may be used at a site.
    pub fn belongs_at(self, site: Site) -> bool {
        self.row().sites.contains(&site)
    }

    /// Tells whether a text in quotes follows it.
    pub fn takes_text(self) -> bool {
        matches!(self.row().follows, Follows::Text | Follows::Texts | Follows::Body)
    }

    /// Returns how a statement with it is written, with backquotes: `` `venue "…"` ``. None where help shows no form.
    pub fn form(self) -> Option<String> {
        let row = self.row();
        if let Some(form) = row.form {
            return Some(form.to_owned());
        }
        let spelling = row.spelling;
        let place = match row.sites {
            [Site::Movement] => " in a movement's definition",
            [Site::Header] => " in the header of a block",
            _ => "",
        };
        match row.follows {
            Follows::Text | Follows::Texts => Some(format!("`{spelling} \"…\"`{place}")),
            Follows::Body => Some(format!("`{spelling} \"…\" < … >`")),
            Follows::Block
            | Follows::Weeks
            | Follows::Days
            | Follows::Day
            | Follows::Phase
            | Follows::Time
            | Follows::Number
            | Follows::Amount
            | Follows::Rungs
            | Follows::List
            | Follows::Level
            | Follows::Felt
            | Follows::Rule
            | Follows::Expected
            | Follows::Half
            | Follows::Tempo
            | Follows::Reference
            | Follows::Raise
            | Follows::Nothing => None,
        }
    }

    /// Returns a short statement, fact, option or modifier with it: `venue "x"`. It shows the form alone, and what it says
    /// may make no sense.
    pub fn example(self) -> String {
        let row = self.row();
        let after = match row.follows {
            Follows::Text => " \"x\"",
            Follows::Texts => " \"x\", \"y\"",
            Follows::Body => " \"x\" < x >",
            Follows::Day => " 2026-01-09 \"x\" < squat 10 >",
            Follows::Weeks => " 3 < monday < squat 10 > >",
            Follows::Days => " < monday < squat 10 > >",
            Follows::Phase => " \"x\" 1 weeks < monday < squat 10 > >",
            Follows::Block if matches!(self, Word::TimesWord(TimesWord::InTurn)) => " < squat 10; row 500m >",
            Follows::Block if matches!(self, Word::TimesWord(_)) => " 3 < squat 10 >",
            Follows::Block => " \"x\" < squat 10 >",
            Follows::Time => " 10s",
            Follows::Number => " 5",
            Follows::Amount => " 10kg",
            Follows::Rungs => " 21-15-9",
            Follows::List => " x",
            Follows::Level => " beginner",
            Follows::Felt => " pain",
            Follows::Rule => " long-rest \"x\"",
            Follows::Expected => " duration 10min",
            Follows::Half => " leg",
            Follows::Tempo => " 3-1-1-0",
            Follows::Reference => " training max",
            Follows::Raise => " training max 2.5kg each week",
            Follows::Nothing => "",
        };
        format!("{}{after}", row.spelling)
    }

    /// Returns the words that are said at the top of a file for all of its workouts.
    pub fn shared() -> Vec<&'static str> {
        let is_shared = |word: &Word| word.row().leads && word.belongs_at(Site::Collection);
        Self::all().filter(is_shared).map(Self::spelling).collect()
    }
}

/// The word of a statement that is a word and a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextWord {
    /// About the whole workout.
    About(AboutWord),
    /// A step.
    Step(TextStepWord),
    /// About a movement.
    Fact(FactTextWord),
    /// `until "…"`, which is an option of a block and never a statement of its own.
    Until,
}

impl TextWord {
    /// Reads it, in capitals or not.
    pub fn read(text: &str) -> Option<Self> {
        let about = AboutWord::read(text).map(TextWord::About);
        let step = || TextStepWord::read(text).map(TextWord::Step);
        let fact = || FactTextWord::read(text).map(TextWord::Fact);
        let is_until = OptionWord::Until.spelling().eq_ignore_ascii_case(text);
        about.or_else(step).or_else(fact).or(is_until.then_some(TextWord::Until))
    }

    /// Returns it as a word of the table.
    pub fn word(self) -> Word {
        match self {
            TextWord::About(word) => word.into(),
            TextWord::Step(word) => word.into(),
            TextWord::Fact(word) => word.into(),
            TextWord::Until => OptionWord::Until.into(),
        }
    }

    /// Tells whether several texts may follow it.
    pub fn takes_several(self) -> bool {
        self.word().row().follows == Follows::Texts
    }
}

/// Tells whether a word has a meaning in the language, in a statement or at its beginning.
pub fn is_keyword(word: &str) -> bool {
    let is =
        |other: &str| other.split([' ', '-']).any(|part| part.eq_ignore_ascii_case(word)) || other == word;
    Word::all().any(|other| is(other.spelling()))
        || RESERVED.iter().any(|other| is(other))
        || Measure::VARIANTS.iter().chain(Half::VARIANTS).chain(ScaleWord::VARIANTS).any(|other| is(other))
}

/// First words of statements that are kept for later versions of the language.
pub const RESERVED: [&str; 3] = ["partner", "station", "choose"];

/// Words inside statements that are in no group.
pub const INSIDE: [&str; 28] = [
    "x",
    "to",
    "or",
    "and",
    "of",
    "with",
    "for",
    "in",
    "at",
    "then",
    "week",
    "weeks",
    "session",
    "sessions",
    "cycle",
    "cycles",
    "phase",
    "day",
    "each",
    "every",
    "until",
    "ready",
    "top",
    "last",
    "set",
    "bodyweight",
    "between",
    "zone",
];

/// Words inside the parts of a plan, where there are no blanks that could be called the same.
pub const OF_PLANS: [&str; 3] = ["ends", "instead", "starts"];

/// The words of `level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum LevelWord {
    Beginner,
    Intermediate,
    Advanced,
}

/// The words of `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum FeltWord {
    Pain,
}

/// The words of `expect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum ExpectWord {
    Duration,
    Equipment,
}

/// First words of what may be scaled, in the order they are written in. The last two have no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum ScaleWord {
    Sets,
    Load,
    Distance,
    Time,
    Rounds,
    Reps,
}

impl ScaleWord {
    /// Returns how it is spelt.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// When on a day a session is done, without a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum DayPart {
    Morning,
    Evening,
}

impl DayPart {
    /// Returns how it is spelt.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What comes in pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Half {
    Leg,
    Arm,
    Side,
    Hand,
    Foot,
    Direction,
}

/// First words of a measured target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Measure {
    Rpe,
    Rir,
    Zone,
    Slope,
}

/// What a step counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum Turn {
    Set,
    Round,
    Session,
    Week,
    Cycle,
}

impl Turn {
    /// Returns how it is spelt.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What is raised from turn to turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Raised {
    /// The training max.
    TrainingMax,
    /// What they lift once, and with it the training max.
    Max,
}

impl Raised {
    /// Reads it, in capitals or not, in the singular or the plural.
    pub fn read(text: &str) -> Self {
        let first = text.split_whitespace().next().unwrap_or_default();
        let is_training = ["training", "tm", "tms"].iter().any(|word| word.eq_ignore_ascii_case(first));
        if is_training { Raised::TrainingMax } else { Raised::Max }
    }

    /// Returns how it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Raised::TrainingMax => "training max",
            Raised::Max => "max",
        }
    }
}

/// How often a figure is raised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum RaiseTurn {
    Cycle,
    Week,
    Session,
}

impl RaiseTurn {
    /// Returns how it is spelt.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// What a percentage may be of, besides what athletes list under other names and the max of a movement.
pub const REFERENCES: [&str; 5] = ["training max", "ftp", "max heart rate", "bodyweight", "max"];

/// Other words for what a percentage is of, which are read alike.
const ALSO_OF: [(&str, &str); 16] = [
    ("tm", "training max"),
    ("training maxes", "training max"),
    ("maxes", "max"),
    ("one rep max", "max"),
    ("one-rep max", "max"),
    ("one-rep-max", "max"),
    ("1rm", "max"),
    ("hr max", "max heart rate"),
    ("hrmax", "max heart rate"),
    ("max hr", "max heart rate"),
    ("maxhr", "max heart rate"),
    ("mhr", "max heart rate"),
    ("max heartrate", "max heart rate"),
    ("maximum heart rate", "max heart rate"),
    ("body weight", "bodyweight"),
    ("bw", "bodyweight"),
];

/// Words that go on behind such a name.
const BEHIND: [&str; 8] = ["rest", "tempo", "hold", "per", "alternating", "every", "and", "or"];

/// The most words of such a name.
const MOST_WORDS: usize = 4;

/// Whose it is goes without saying.
const WHOSE: [&str; 5] = ["my", "your", "his", "her", "their"];

/// Returns how what a percentage is of is written, in small letters.
pub fn reference(written: &str) -> String {
    let mut words: Vec<String> = written.split_whitespace().map(str::to_lowercase).collect();
    if words.len() > 1 && WHOSE.contains(&words[0].as_str()) {
        words.remove(0);
    }
    let words = words.join(" ");
    let known = ALSO_OF.iter().find(|(also, _)| *also == words);
    known.map_or(words, |(_, own)| (*own).to_owned())
}

/// Reads what the percentage before a text is of, with or without `of`: `of my TM`, `max HR rest 1min`. Returns how many
/// bytes say so, and how it is written; none where it may be something else.
pub fn reference_at(text: &str) -> Option<(usize, &'static str)> {
    let after = text.trim_start_matches(' ');
    let after = after.strip_prefix("of ").unwrap_or(after);
    let ends = after.char_indices().filter(|(_, sign)| *sign == ' ').map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([after.len()]).take(MOST_WORDS).collect();
    let start = text.len() - after.len();
    ends.into_iter().rev().find_map(|end| {
        // `of max front squat` is of another movement.
        let next = after.get(end..)?.split_whitespace().next().unwrap_or_default();
        if next.starts_with(char::is_alphabetic) && !BEHIND.contains(&next) {
            return None;
        }
        let read = reference(after.get(..end)?);
        let known = REFERENCES.into_iter().find(|known| *known == read)?;
        Some((start + end, known))
    })
}

/// Reads the day whose session a percentage is of: `monday`, `mon`, `monday's session`.
pub fn day_of(written: &str) -> Option<Weekday> {
    let mut words = written.split_whitespace();
    let day = words.next()?;
    let day = ["'s", "’s"].into_iter().find_map(|of| day.strip_suffix(of)).unwrap_or(day);
    let rest = words.next().is_none_or(|word| OF_DAY.contains(&word));
    date::weekday(day).filter(|_| rest && words.next().is_none())
}

/// What of a day's session a percentage is of, where that is said.
const OF_DAY: [&str; 4] = ["session", "workout", "load", "weight"];

#[cfg(test)]
mod tests;
