//! The words of the language: one table, with a row for each word that begins a statement.
//!
//! Whatever else has to know a word looks it up here: the builder that reads it, the formatter that writes it, the
//! checks of where it may be used, the guesses at misspelt words, the help on how it is written, the labels on cards.
//! Only the grammar spells words a second time, and the tests below compare the two.
//!
//! A group of words is an enum of its own, so that a `match` over what they mean names the one that was forgotten.
//! [`Word`] is any word of any group.

use strum::{EnumString, IntoStaticStr, VariantNames};

/// A place in a file where statements are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// The top of a file that has `workout` blocks, beside them.
    Collection,
    /// The top of a file whose bare steps are one workout.
    File,
    /// A `workout "…" < … >`, in none of its blocks.
    Workout,
    /// A day of a plan, in none of its blocks.
    Day,
    /// A block.
    Block,
    /// The header of a block.
    Header,
    /// The line of a movement, behind its name.
    Line,
    /// A movement's definition.
    Movement,
    /// A plan.
    Plan,
    /// A week of a plan.
    Week,
}

/// Where steps are written.
const STEPS: &[Site] = &[Site::File, Site::Workout, Site::Day, Site::Block];

/// Where one workout is described.
const HEAD: &[Site] = &[Site::File, Site::Workout, Site::Day];

/// Where one workout is described, or all of a file.
const SHARED_HEAD: &[Site] = &[Site::Collection, Site::File, Site::Workout, Site::Day];

/// Where a file defines and uses things.
const TOP: &[Site] = &[Site::Collection, Site::File];

/// What is written after a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// A text: `title "…"`.
    Text,
    /// One text or several, with commas between them: `also "…", "…"`.
    Texts,
    /// A text, then a body: `workout "…" < … >`.
    Body,
    /// The header of a block and its body: `rounds 5 < … >`.
    Block,
    /// How long: `transition 10s`, `rest until ready`.
    Time,
    /// A number: `rounds 5`.
    Number,
    /// An amount of any kind: `load 0-10kg`.
    Amount,
    /// Numbers: `ladder 21-15-9`.
    Rungs,
    /// Words with commas between them: `tags strength, short`.
    List,
    /// `beginner`, `intermediate` or `advanced`.
    Level,
    /// The name of a rule, and why: `allow long-rest "…"`.
    Rule,
    /// `duration` or `equipment`, and how much of it.
    Expected,
    /// A half of the body: `per leg`.
    Half,
    /// The figures of a tempo.
    Tempo,
    /// Nothing.
    Nothing,
}

/// All that is known of a word.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// How it is spelt.
    pub spelling: &'static str,
    /// What is written after it.
    pub follows: Follows,
    /// Where it may be used.
    pub sites: &'static [Site],
    /// Whether it must come before the first step, and only once.
    pub leads: bool,
    /// What other people call it.
    pub also_called: &'static [&'static str],
    /// How the statement is written, as help shows it. Without one, [`Word::form`] makes it from what follows.
    pub form: Option<&'static str>,
    /// Where it belongs, as help when it is used elsewhere.
    pub belongs: &'static str,
    /// What cards print before its text. Cards leave out what has no label.
    pub label: Option<&'static str>,
}

/// What most words have in common.
const WORD: Row = Row {
    spelling: "",
    follows: Follows::Nothing,
    sites: STEPS,
    leads: false,
    also_called: &[],
    form: None,
    belongs: "",
    label: None,
};

/// A text about the whole workout.
const ABOUT: Row = Row {
    follows: Follows::Text,
    sites: SHARED_HEAD,
    leads: true,
    belongs: "it goes at the top of the workout, before the first step",
    ..WORD
};

/// A text that is one of the steps.
const TEXT_STEP: Row = Row { follows: Follows::Text, ..WORD };

/// What else is said about the whole workout.
const SETTING: Row = Row { follows: Follows::Nothing, sites: HEAD, ..ABOUT };

/// What belongs to a file rather than to one of its workouts.
const FILE: Row = Row { sites: TOP, belongs: "it goes at the top of the file, outside any block", ..WORD };

/// A definition.
const DEFINITION: Row = Row { follows: Follows::Body, ..FILE };

/// A block.
const BLOCK: Row = Row { follows: Follows::Block, ..WORD };

/// A part of a plan.
const PLAN: Row = Row { follows: Follows::Block, sites: &[Site::Plan], ..WORD };

/// A text about a movement.
const FACT_TEXT: Row = Row {
    follows: Follows::Text,
    sites: &[Site::Movement],
    belongs: "it goes in a movement's definition: `movement \"…\" < … >`",
    ..WORD
};

/// Words or figures about a movement.
const FACT: Row = Row { follows: Follows::List, ..FACT_TEXT };

/// An option of a block.
const OPTION: Row = Row { follows: Follows::Time, sites: &[Site::Header], ..WORD };

/// What modifies a movement.
const MODIFIER: Row = Row { sites: &[Site::Line], ..WORD };

/// Makes an enum of each group of words, their rows, and [`Word`].
macro_rules! words {
    ($(
        $(#[$about_group:meta])*
        $group:ident {
            $( $(#[$about_word:meta])* $word:ident = $spelling:literal { $($fields:tt)* } )*
        }
    )*) => {
        $(
            $(#[$about_group])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub enum $group {
                $( $(#[$about_word])* $word, )*
            }

            impl $group {
                /// All words of this group, in the order of the table.
                pub const ALL: &'static [Self] = &[$( Self::$word ),*];

                /// Their spellings, in the same order.
                pub const SPELLINGS: [&'static str; Self::ALL.len()] = [$( $spelling ),*];

                /// Returns all that is known of it.
                pub const fn row(self) -> &'static Row {
                    match self {
                        $( Self::$word => const { &Row { spelling: $spelling, $($fields)* } }, )*
                    }
                }

                /// Returns how it is spelt.
                pub const fn spelling(self) -> &'static str {
                    self.row().spelling
                }

                /// Reads it, in capitals or not.
                pub fn read(text: &str) -> Option<Self> {
                    Self::ALL.iter().copied().find(|word| word.spelling().eq_ignore_ascii_case(text))
                }
            }

            impl From<$group> for Word {
                fn from(word: $group) -> Self {
                    Word::$group(word)
                }
            }
        )*

        /// Any word of the table. Its variant is its category.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Word {
            $( $(#[$about_group])* $group($group), )*
        }

        impl Word {
            /// Returns all words, in the order of the table.
            pub fn all() -> impl Iterator<Item = Self> {
                std::iter::empty()$( .chain($group::ALL.iter().copied().map(Self::$group)) )*
            }

            /// Returns all that is known of it.
            pub const fn row(self) -> &'static Row {
                match self {
                    $( Self::$group(word) => word.row(), )*
                }
            }
        }
    };
}

words! {
    /// Texts about the whole workout, in the order in which cards print them.
    AboutWord {
        /// `title "…"`: what it is called.
        Title = "title" {
            sites: &[Site::File, Site::Day],
            also_called: &["name", "heading"],
            belongs: "a block's title goes in its header: `circuit \"Finisher\" rounds 3 < … >`",
            ..ABOUT
        }
        /// `by "…"`: who wrote it.
        By = "by" {
            also_called: &["author", "coach", "creator", "trainer"],
            label: Some("By"),
            ..ABOUT
        }
        /// `source "…"`: where it comes from.
        Source = "source" { also_called: &["reference", "url"], label: Some("Source"), ..ABOUT }
    }

    /// What else is said about the whole workout.
    SettingWord {
        /// `tags strength, short`: what it is filed under.
        Tags = "tags" {
            follows: Follows::List,
            sites: SHARED_HEAD,
            form: Some("`tags strength, runners`"),
            label: Some("Tags"),
            ..SETTING
        }
        /// `level beginner`: whom it is for.
        Level = "level" {
            follows: Follows::Level,
            form: Some("`level beginner`, `intermediate` or `advanced`"),
            ..SETTING
        }
        /// `transition 10s`: how long it takes to get from one movement to another.
        Transition = "transition" {
            follows: Follows::Time,
            form: Some("`transition 10s`"),
            belongs: "in a block it goes in the header: `circuit rounds 3 transition 10s < … >`",
            ..SETTING
        }
        /// `switch 5s`: how long it takes to get from one side to the other.
        Switch = "switch" {
            follows: Follows::Time,
            form: Some("`switch 5s`"),
            belongs: "in a block it goes in the header: `circuit rounds 3 switch 5s < … >`",
            ..SETTING
        }
        /// `expect duration 13:45`: what it should come to.
        Expect = "expect" {
            follows: Follows::Expected,
            leads: false,
            form: Some("`expect duration 13:45` or `expect equipment none`"),
            belongs: "it is about the whole workout: put it after the block",
            ..SETTING
        }
    }

    /// Texts that are steps.
    TextStepWord {
        /// `note "…"`: something to read in this place.
        Note = "note" { also_called: &["comment", "description", "remark"], ..TEXT_STEP }
        /// `record "…"`: something to write down in this place.
        Record = "record" { ..TEXT_STEP }
    }

    /// Steps that begin with a word rather than with a movement.
    StepWord {
        /// `rest 30s`.
        Rest = "rest" {
            follows: Follows::Time,
            form: Some("`rest 30s`, `rest until ready` or `rest jog 200m`"),
            ..WORD
        }
        /// `do "…"`: another workout.
        Do = "do" { follows: Follows::Text, ..WORD }
    }

    /// What may be said in many places, or in a plan or a file alone.
    OtherWord {
        /// `allow RULE "why"`.
        Allow = "allow" {
            follows: Follows::Rule,
            sites: &[
                Site::Collection, Site::File, Site::Workout, Site::Day, Site::Block, Site::Plan, Site::Week,
            ],
            form: Some("`allow RULE \"why\"`"),
            ..WORD
        }
        /// `use "….wod"`: another file.
        Use = "use" { follows: Follows::Text, form: Some("`use \"….wod\"`"), ..FILE }
        /// `race day "…"`.
        RaceDay = "race day" {
            follows: Follows::Text,
            sites: &[Site::Day],
            belongs: "a race is on a day of a plan: `sunday < race day \"…\" >`",
            ..WORD
        }
    }

    /// Definitions.
    DefinitionWord {
        /// `workout "…" < … >`.
        Workout = "workout" { ..DEFINITION }
        /// `movement "…" < … >`.
        Movement = "movement" { ..DEFINITION }
        /// `athlete "…" < … >`.
        Athlete = "athlete" { ..DEFINITION }
        /// `plan "…" < … >`.
        Plan = "plan" { form: Some("`plan \"…\" weeks 6 < … >`"), ..DEFINITION }
    }

    /// Blocks.
    BlockWord {
        /// All steps in order, several times.
        Circuit = "circuit" { form: Some("`circuit rounds 5 < … >`"), ..BLOCK }
        /// Movements back to back.
        Superset = "superset" { form: Some("`superset rounds 3 < … >`"), ..BLOCK }
        /// As many rounds as possible.
        Amrap = "amrap" { form: Some("`amrap 12min < … >`"), ..BLOCK }
        /// Every minute on the minute.
        Emom = "emom" { form: Some("`emom 10min < … >`"), ..BLOCK }
        /// The same at intervals of one's own.
        Every = "every" { form: Some("`every 90s rounds 8 < … >`"), ..BLOCK }
        /// As fast as possible. It has no form in help, since many a sentence begins with `for`.
        ForTime = "for time" { ..BLOCK }
        /// Eight times 20 s of work and 10 s of rest.
        Tabata = "tabata" { form: Some("`tabata < … >`"), ..BLOCK }
        /// A part that warms up.
        Warmup = "warmup" { form: Some("`warmup < … >`"), ..BLOCK }
        /// A part that cools down.
        Cooldown = "cooldown" { form: Some("`cooldown < … >`"), ..BLOCK }
        /// A part with a name of its own.
        Section = "section" { form: Some("`section \"…\" < … >`"), ..BLOCK }
    }

    /// Parts of a plan. Its days are in `date`.
    PlanWord {
        /// `week 3 < … >`.
        Week = "week" { form: Some("`week 3 < … >` in a plan"), ..PLAN }
        /// `weeks 4-6 < … >`.
        Weeks = "weeks" { form: Some("`week 3 < … >` in a plan"), ..PLAN }
        /// `every week < … >`.
        EveryWeek = "every week" { ..PLAN }
    }

    /// Texts about a movement.
    FactTextWord {
        /// `also "…"`: another name.
        Also = "also" { follows: Follows::Texts, ..FACT_TEXT }
        /// `easier "…"`: an easier form.
        Easier = "easier" { follows: Follows::Texts, ..FACT_TEXT }
        /// `harder "…"`: a harder form.
        Harder = "harder" { follows: Follows::Texts, ..FACT_TEXT }
        /// `why "…"`: what it is good for.
        Why = "why" { ..FACT_TEXT }
        /// `cue "…"`: what to think of.
        Cue = "cue" {
            belongs: "a cue goes after its movement: `squat 30s \"knees out\"`; words for all are a `note`",
            ..FACT_TEXT
        }
    }

    /// Words and figures about a movement.
    FactWord {
        /// `pattern squat`.
        Pattern = "pattern" { ..FACT }
        /// `muscles quads, glutes`.
        Muscles = "muscles" { ..FACT }
        /// `secondary core`: the muscles that help.
        Secondary = "secondary" { ..FACT }
        /// `equipment barbell, rack`.
        Equipment = "equipment" { ..FACT }
        /// `sides leg`.
        Sides = "sides" { ..FACT }
        /// `load 0-10kg`.
        Load = "load" { follows: Follows::Amount, ..FACT }
        /// `max`: it has a one-rep max.
        Max = "max" { follows: Follows::Nothing, ..FACT }
        /// `pace 3s`.
        Pace = "pace" { follows: Follows::Amount, ..FACT }
    }

    /// Options of a block.
    OptionWord {
        /// `rounds 5`.
        Rounds = "rounds" { follows: Follows::Number, ..OPTION }
        /// `work 40s`.
        Work = "work" { ..OPTION }
        /// `rest 60s between rounds`.
        Rest = "rest" { ..OPTION }
        /// `transition 10s`.
        Transition = "transition" { ..OPTION }
        /// `switch 5s`.
        Switch = "switch" { ..OPTION }
        /// `ladder 21-15-9`.
        Ladder = "ladder" { follows: Follows::Rungs, ..OPTION }
        /// `until "…"`. The grammar reads it as a statement too, so that help can say where it belongs.
        Until = "until" {
            follows: Follows::Text,
            belongs: "it goes in the header of a block: `emom 10min until \"you miss a minute\" < … >`",
            ..OPTION
        }
        /// `cap 10min`.
        Cap = "cap" { ..OPTION }
        /// `alternating`.
        Alternating = "alternating" { follows: Follows::Nothing, ..OPTION }
    }

    /// What modifies a movement. `per` is an option of blocks as well.
    ModifierWord {
        /// `per leg`.
        Per = "per" { follows: Follows::Half, ..MODIFIER }
        /// `alternating`.
        Alternating = "alternating" { ..MODIFIER }
        /// `right`.
        Right = "right" { ..MODIFIER }
        /// `left`.
        Left = "left" { ..MODIFIER }
        /// `tempo 3-1-1-0`.
        Tempo = "tempo" { follows: Follows::Tempo, ..MODIFIER }
        /// `hold 5s`.
        Hold = "hold" { follows: Follows::Time, ..MODIFIER }
        /// `rest 3min`.
        Rest = "rest" { follows: Follows::Time, ..MODIFIER }
        /// `every 1:45`.
        Every = "every" { follows: Follows::Time, ..MODIFIER }
    }
}

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
            | Word::DefinitionWord(_)
            | Word::BlockWord(_)
            | Word::PlanWord(_)
            | Word::FactTextWord(_) => true,
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
    fn after(self, text: &str) -> Option<&str> {
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
            | Follows::Time
            | Follows::Number
            | Follows::Amount
            | Follows::Rungs
            | Follows::List
            | Follows::Level
            | Follows::Rule
            | Follows::Expected
            | Follows::Half
            | Follows::Tempo
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
            Follows::Block if row.sites == [Site::Plan] => " 3 < monday < squat 10 > >",
            Follows::Block => " \"x\" < squat 10 >",
            Follows::Time => " 10s",
            Follows::Number => " 5",
            Follows::Amount => " 10kg",
            Follows::Rungs => " 21-15-9",
            Follows::List => " x",
            Follows::Level => " beginner",
            Follows::Rule => " long-rest \"x\"",
            Follows::Expected => " duration 10min",
            Follows::Half => " leg",
            Follows::Tempo => " 3-1-1-0",
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

/// First words of statements that are kept for later versions of the language.
pub const RESERVED: [&str; 3] = ["partner", "station", "choose"];

/// The words of `level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum LevelWord {
    Beginner,
    Intermediate,
    Advanced,
}

/// The words of `expect`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum ExpectWord {
    Duration,
    Equipment,
}

/// First words of what may be scaled, in the order they are written in. Only the first two have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "lowercase", ascii_case_insensitive)]
pub enum ScaleWord {
    Sets,
    Load,
    Rounds,
    Reps,
}

impl ScaleWord {
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
}

#[cfg(test)]
mod tests;
