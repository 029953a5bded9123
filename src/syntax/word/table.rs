//! The table itself, and what is said in it of a word.

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
    /// A date, a text, and a body: `done 2026-01-09 "…" < … >`.
    Day,
    /// The header of a block and its body: `rounds 5 < … >`.
    Block,
    /// Numbers, and a body with days: `week 3 < … >`.
    Weeks,
    /// A body with days: `every week < … >`.
    Days,
    /// A text, how many weeks, and a body: `phase "…" 4 weeks < … >`.
    Phase,
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
    /// `pain`.
    Felt,
    /// The name of a rule, and why: `allow long-rest "…"`.
    Rule,
    /// `duration` or `equipment`, and how much of it.
    Expected,
    /// A half of the body: `per leg`.
    Half,
    /// The figures of a tempo.
    Tempo,
    /// What percentages are of: `percent of training max`.
    Reference,
    /// What is raised, by how much and how often: `raise training max by 2.5kg each week`.
    Raise,
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
const PLAN: Row = Row { follows: Follows::Days, sites: &[Site::Plan], ..WORD };

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
            sites: &[Site::File, Site::Workout, Site::Day],
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
        /// `scale pain`: what the athlete writes down at the end, instead of how it felt.
        Scale = "scale" { follows: Follows::Felt, form: Some("`scale pain`"), ..SETTING }
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
        /// `percent of training max`: what percentages are of that do not say it.
        PercentOf = "percent of" {
            follows: Follows::Reference,
            sites: &[Site::Collection, Site::File, Site::Workout, Site::Day, Site::Plan],
            form: Some("`percent of training max`"),
            belongs: "it is about the whole workout: put it at the top, before the first step",
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
        /// `results "Sam"`: whose results a file has.
        Results = "results" { follows: Follows::Text, form: Some("`results \"Sam\"`"), ..FILE }
        /// `race day "…"`.
        RaceDay = "race day" {
            follows: Follows::Text,
            sites: &[Site::Day, Site::Plan],
            belongs: "a race is on a day of a plan: `sunday < race day \"…\" >`",
            ..WORD
        }
    }

    /// What is said of a plan or an athlete.
    FigureWord {
        /// `raise training max by 2.5kg each week`.
        Raise = "raise" {
            follows: Follows::Raise,
            sites: &[Site::Plan],
            form: Some("`raise training max by 2.5kg each week`"),
            belongs: "it goes in a plan, `plan \"…\" weeks 6 < raise training max by 2.5kg each week; … >`, \
                      or among the lines of an athlete",
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
        /// `pose "…" as stand < … >`: a position of the body, for figures.
        Pose = "pose" { form: Some("`pose \"…\" as stand < … >`"), ..DEFINITION }
        /// `team "…" < … >`.
        Team = "team" { form: Some("`team \"…\" < use \"….wod\" >`"), ..DEFINITION }
        /// `done 2026-01-09 "…" < … >`: what was done on a day.
        Done = "done" { follows: Follows::Day, form: Some("`done 2026-01-09 \"…\" < … >`"), ..DEFINITION }
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
        /// What is done once before the rounds, on the clock of the block around it.
        BuyIn = "buy-in" { form: Some("`buy-in < … >`"), sites: &[Site::Block], ..BLOCK }
        /// What is done once after the rounds, on the clock of the block around it.
        CashOut = "cash-out" { form: Some("`cash-out < … >`"), sites: &[Site::Block], ..BLOCK }
    }

    /// Parts of a plan. Its days are in `date`.
    PlanWord {
        /// `week 3 < … >`.
        Week = "week" { follows: Follows::Weeks, form: Some("`week 3 < … >` in a plan"), ..PLAN }
        /// `weeks 4-6 < … >`.
        Weeks = "weeks" { follows: Follows::Weeks, form: Some("`week 3 < … >` in a plan"), ..PLAN }
        /// `every week < … >`.
        EveryWeek = "every week" { ..PLAN }
        /// `odd weeks < … >`.
        OddWeeks = "odd weeks" { form: Some("`odd weeks < … >` in a plan"), ..PLAN }
        /// `even weeks < … >`.
        EvenWeeks = "even weeks" { form: Some("`even weeks < … >` in a plan"), ..PLAN }
        /// `last week < … >`.
        LastWeek = "last week" { form: Some("`last week < … >` in a plan"), ..PLAN }
        /// `cycle 2 < … >`.
        Cycle = "cycle" { follows: Follows::Weeks, form: Some("`cycle 2 < … >` in a plan"), ..PLAN }
        /// `phase "Base" 4 weeks < … >`.
        Phase = "phase" {
            follows: Follows::Phase,
            form: Some("`phase \"…\" 4 weeks < … >` in a plan"),
            ..PLAN
        }
    }

    /// Steps that are done only some of the times. Those of some weeks begin like a week of a plan.
    TimesWord {
        /// `in turn < … >`: one of its steps each time.
        InTurn = "in turn" { form: Some("`in turn < do \"A\"; do \"B\" >`"), ..BLOCK }
        /// `session 1 < … >`.
        Session = "session" { form: Some("`session 1 < … >`"), ..BLOCK }
        /// `sessions 2, 4 < … >`.
        Sessions = "sessions" { form: Some("`sessions 2, 4 < … >`"), ..BLOCK }
        /// `cycle 2 < … >`.
        Cycle = "cycle" { form: Some("`cycle 2 < … >`"), ..BLOCK }
        /// `cycles 2-3 < … >`.
        Cycles = "cycles" { form: Some("`cycles 2-3 < … >`"), ..BLOCK }
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
        /// `figure stand to squat`: how it is drawn.
        Figure = "figure" { ..FACT }
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
        /// `only rounds 2-4`.
        Only = "only rounds" { follows: Follows::Number, ..MODIFIER }
        /// `not round 3`.
        Not = "not rounds" { follows: Follows::Number, ..MODIFIER }
    }
}
