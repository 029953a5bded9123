//! The syntax tree: what a file says, statement by statement, as it was written.
//!
//! No name in it has been looked up. Whatever could not be read was reported when the tree was built, and is either
//! absent or marked, as [`StatementKind::Unreadable`] or [`Quantity::broken`].

mod definition;
mod movement;
mod plan;
mod results;
mod turns;

pub use definition::*;
pub use movement::*;
pub use plan::*;
pub use results::*;
pub use turns::*;

pub use super::word::{
    AboutWord, BlockWord, DayPart, DefinitionWord, FactTextWord, FactWord, FeltWord, Half, LevelWord,
    Measure, RaiseTurn, Raised, ScaleWord, TextStepWord, TextWord, Turn,
};
use super::word::{FigureWord, ModifierWord, OptionWord, OtherWord, SettingWord, StepWord, Word};
use crate::quantity::Unit;
use crate::source::Span;

/// A whole file.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// In text order.
    pub statements: Vec<Statement>,
    /// Whether there is a `do` anywhere in it.
    pub does_another: bool,
    /// Whether there is a `do … with` anywhere in it.
    pub fills_another: bool,
    /// Whether there is a `level` anywhere in it.
    pub states_level: bool,
}

impl Tree {
    /// Returns the movements that the file defines, in text order.
    pub fn movement_definitions(&self) -> impl Iterator<Item = &MovementDefinition> {
        self.statements.iter().filter_map(|statement| {
            let StatementKind::MovementDefinition(definition) = &statement.kind else { return None };
            Some(&**definition)
        })
    }

    /// Returns the poses that the file defines, in text order.
    pub fn pose_definitions(&self) -> impl Iterator<Item = &PoseDefinition> {
        self.statements.iter().filter_map(|statement| {
            let StatementKind::Pose(definition) = &statement.kind else { return None };
            Some(&**definition)
        })
    }

    /// Returns the teams that the file lists, in text order.
    pub fn teams(&self) -> impl Iterator<Item = &TeamDefinition> {
        self.statements.iter().filter_map(|statement| {
            let StatementKind::Team(team) = &statement.kind else { return None };
            Some(&**team)
        })
    }

    /// Returns what was done, in text order.
    pub fn done(&self) -> impl Iterator<Item = (&DoneDefinition, Span)> {
        self.statements.iter().filter_map(|statement| {
            let StatementKind::Done(done) = &statement.kind else { return None };
            Some((&**done, statement.span))
        })
    }

    /// Returns whose results the file has, where it says so.
    pub fn results(&self) -> Option<Text> {
        self.statements.iter().find_map(|statement| match statement.kind {
            StatementKind::Results(name) => Some(name),
            _ => None,
        })
    }

    /// Returns the athletes that the file lists, in text order.
    pub fn athletes(&self) -> impl Iterator<Item = &AthleteDefinition> {
        self.statements.iter().filter_map(|statement| {
            let StatementKind::Athlete(athlete) = &statement.kind else { return None };
            Some(&**athlete)
        })
    }
}

/// One statement, from its first word to its end.
#[derive(Debug, Clone)]
pub struct Statement {
    /// All of it, with its block.
    pub span: Span,
    /// What it says.
    pub kind: StatementKind,
}

/// The kinds of [`Statement`].
#[derive(Debug, Clone)]
pub enum StatementKind {
    /// `squat 30s`, `lunge or jumping lunge 30s`.
    Movement(Box<[Performance]>),
    /// `rest 15s`.
    Rest(Box<RestAmount>, Option<Box<Only>>),
    /// `circuit rounds 5 < … >`.
    Block(Box<Block>),
    /// `title "…"`, `note "…"` and the like.
    Text(TextWord, Box<[Text]>),
    /// `record max back squat`: the name of the movement.
    RecordMax(Span),
    /// `do "…"`.
    Do(Box<Do>),
    /// `transition 10s` at the top of a workout.
    Transition(Box<Quantity>),
    /// `switch 5s` at the top of a workout.
    Switch(Box<Quantity>),
    /// `expect duration …`, `expect equipment …`.
    Expect(Box<Expect>),
    /// `level beginner`.
    Level(LevelWord),
    /// `scale pain`.
    Scale(FeltWord),
    /// `tags a, b`.
    Tags(Box<[Span]>),
    /// `allow RULE "why"`.
    Allow(Box<Allow>),
    /// `use "…"`.
    Use(Text),
    /// `workout "…" < … >`.
    Workout(Box<WorkoutDefinition>),
    /// `movement "…" < … >`.
    MovementDefinition(Box<MovementDefinition>),
    /// `pose "…" as stand < … >`.
    Pose(Box<PoseDefinition>),
    /// `athlete "…" < … >`.
    Athlete(Box<AthleteDefinition>),
    /// `plan "…" < … >`.
    Plan(Box<PlanDefinition>),
    /// `race day "…"`, on a day of a plan.
    Race(Text),
    /// `squat by week 5x5 then 4x4`: a statement that differs from turn to turn.
    Turns(Box<Turns>),
    /// `week 1 < … >`, `in turn < … >`.
    Sometimes(Box<Sometimes>),
    /// `percent of training max`: the name of what percentages are of.
    PercentOf(Span),
    /// `raise training max 2.5kg each week`, of a plan.
    Raise(Box<Raise>),
    /// `team "…" < … >`.
    Team(Box<TeamDefinition>),
    /// `results "Sam"`: whose results the file has.
    Results(Text),
    /// `done 2026-01-09 < … >`.
    Done(Box<DoneDefinition>),
    /// It could not be read, which was reported. The contents of its `<` … `>` are kept, so that they are checked.
    Unreadable(Box<[Statement]>),
}

impl StatementKind {
    /// Returns the statements between its `<` and `>`. Lines of a definition or a plan are not statements.
    pub fn inside(&self) -> &[Statement] {
        match self {
            StatementKind::Block(block) => &block.body,
            StatementKind::Workout(workout) => &workout.body,
            StatementKind::Unreadable(inside) => inside,
            StatementKind::Sometimes(sometimes) => &sometimes.body,
            StatementKind::Turns(turns) => turns.written.kind.inside(),
            StatementKind::Movement(_)
            | StatementKind::Rest(..)
            | StatementKind::Text(..)
            | StatementKind::Do(_)
            | StatementKind::RecordMax(_)
            | StatementKind::Transition(_)
            | StatementKind::Switch(_)
            | StatementKind::Expect(_)
            | StatementKind::Level(_)
            | StatementKind::Scale(_)
            | StatementKind::Tags(_)
            | StatementKind::Allow(_)
            | StatementKind::Use(_)
            | StatementKind::MovementDefinition(_)
            | StatementKind::Pose(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_)
            | StatementKind::Race(_)
            | StatementKind::PercentOf(_)
            | StatementKind::Raise(_)
            | StatementKind::Team(_)
            | StatementKind::Results(_)
            | StatementKind::Done(_) => &[],
        }
    }
}

impl StatementKind {
    /// Returns the word it begins with. A movement has none, and neither has a statement that could not be read.
    pub fn word(&self) -> Option<Word> {
        Some(match self {
            StatementKind::Movement(_) | StatementKind::Unreadable(_) => return None,
            StatementKind::Rest(..) => StepWord::Rest.into(),
            StatementKind::Block(block) => block.word.into(),
            StatementKind::Text(word, _) => word.word(),
            StatementKind::Do(_) => StepWord::Do.into(),
            StatementKind::RecordMax(_) => TextStepWord::Record.into(),
            StatementKind::Transition(_) => SettingWord::Transition.into(),
            StatementKind::Switch(_) => SettingWord::Switch.into(),
            StatementKind::Expect(_) => SettingWord::Expect.into(),
            StatementKind::Level(_) => SettingWord::Level.into(),
            StatementKind::Scale(_) => SettingWord::Scale.into(),
            StatementKind::Tags(_) => SettingWord::Tags.into(),
            StatementKind::Allow(_) => OtherWord::Allow.into(),
            StatementKind::Use(_) => OtherWord::Use.into(),
            StatementKind::Workout(_) => DefinitionWord::Workout.into(),
            StatementKind::MovementDefinition(_) => DefinitionWord::Movement.into(),
            StatementKind::Pose(_) => DefinitionWord::Pose.into(),
            StatementKind::Athlete(_) => DefinitionWord::Athlete.into(),
            StatementKind::Plan(_) => DefinitionWord::Plan.into(),
            StatementKind::Race(_) => OtherWord::RaceDay.into(),
            StatementKind::Turns(turns) => return turns.written.kind.word(),
            StatementKind::Sometimes(sometimes) => sometimes.word(),
            StatementKind::PercentOf(_) => SettingWord::PercentOf.into(),
            StatementKind::Raise(_) => FigureWord::Raise.into(),
            StatementKind::Team(_) => DefinitionWord::Team.into(),
            StatementKind::Results(_) => OtherWord::Results.into(),
            StatementKind::Done(_) => DefinitionWord::Done.into(),
        })
    }
}

/// A quoted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// With its quotes.
    pub span: Span,
    /// Without its quotes, and with its escapes.
    pub inner: Span,
}

/// One target.
#[derive(Debug, Clone)]
pub struct Target {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub kind: TargetSyntax,
}

/// The kinds of [`Target`].
#[derive(Debug, Clone)]
pub enum TargetSyntax {
    /// `rpe 8`, `slope 6%`.
    Measured { measure: Measure, amount: Quantity, to: Option<Box<Quantity>> },
    /// `24kg`, `2x24kg`, `80% of ftp`, `110w to 180w`.
    Amount {
        times: Option<Box<Quantity>>,
        amount: Quantity,
        to: Option<Box<Quantity>>,
        of: Option<Reference>,
    },
    /// `-30kg`.
    Minus(Quantity),
    /// `10rm`.
    RepMax(Quantity),
    /// `bodyweight`, `bodyweight +10kg +2.5kg each week`.
    Bodyweight(Box<[Step]>),
    /// `easy`, `marathon pace`, `css +2s`.
    Named { name: Span, offset: Option<Step> },
}

/// What a percentage is of.
#[derive(Debug, Clone, Copy)]
pub enum Reference {
    /// `ftp`, `training max`, `monday`.
    Name(Span),
    /// `"Volume"`: what was lifted in the session of this title.
    Title(Text),
}

impl Reference {
    /// Returns the place of the name, or of the title with its quotes.
    pub fn span(self) -> Span {
        match self {
            Reference::Name(span) | Reference::Title(Text { span, .. }) => span,
        }
    }
}

/// How long a rest is.
#[derive(Debug, Clone)]
pub enum RestAmount {
    /// Nothing is said.
    Bare,
    /// `15s`.
    For(Quantity),
    /// `1:2`: the second over the first, times the work before.
    Ratio { span: Span, work: u8, rest: u8 },
    /// `until ready`.
    UntilReady,
    /// `day`, in a plan.
    Day,
    /// `jog 200m`.
    Moving(Box<Performance>),
}

/// A quantity, in thousandths of its unit.
#[derive(Debug, Clone)]
pub struct Quantity {
    /// All of it, without its step.
    pub span: Span,
    /// The low end, or the only figure.
    pub low: i64,
    /// The high end, equal to `low` unless it is a range.
    pub high: i64,
    /// None for a number alone.
    pub unit: Option<Unit>,
    /// The unit's letters.
    pub unit_span: Span,
    /// Whether it is written as a clock: `1:30`.
    pub clock: bool,
    /// Whether a mistake in it was reported. Nothing more must be reported about it.
    pub broken: bool,
    /// What few quantities have.
    pub rare: Option<Box<Rare>>,
}

/// What few quantities have. It is kept apart so that the others stay small, since a file is mostly quantities.
#[derive(Debug, Clone, Default)]
pub struct Rare {
    /// The women's figure of `43/30kg`.
    pub women: Option<i64>,
    /// What is added from turn to turn.
    pub step: Option<Step>,
    /// The table that the amount stands for. It has no figure of its own then, and [`Quantity::broken`] is set. In a
    /// [`Turns`], only [`Turns::written`] has such amounts.
    pub table: Option<Box<Table>>,
}

impl Quantity {
    /// Returns the women's figure of `43/30kg`.
    pub fn women(&self) -> Option<i64> {
        self.rare.as_ref().and_then(|rare| rare.women)
    }

    /// Returns what is added from turn to turn.
    pub fn step(&self) -> Option<&Step> {
        self.rare.as_ref().and_then(|rare| rare.step.as_ref())
    }

    /// Returns the table that it stands for.
    pub fn table(&self) -> Option<&Table> {
        self.rare.as_ref().and_then(|rare| rare.table.as_deref())
    }

    /// Tells whether it has two ends.
    pub fn is_range(&self) -> bool {
        self.low != self.high
    }

    /// Returns its place with its step.
    pub fn full_span(&self) -> Span {
        self.step().map_or(self.span, |step| self.span.to(step.span))
    }
}

/// `+2.5kg each week`, or without `each` an offset.
#[derive(Debug, Clone)]
pub struct Step {
    /// All of it.
    pub span: Span,
    /// Signed, in thousandths of its unit.
    pub by: i64,
    /// None for a number alone.
    pub unit: Option<Unit>,
    /// What is counted. None for an offset.
    pub each: Option<Turn>,
    /// Whether a mistake in it was reported.
    pub broken: bool,
}

/// A block as written.
#[derive(Debug, Clone)]
pub struct Block {
    /// Its first word.
    pub word: BlockWord,
    /// Its first word's place.
    pub word_span: Span,
    /// From its first word up to its `<`.
    pub header: Span,
    /// Its title.
    pub title: Option<Text>,
    /// A bare amount (`12min`), and each further one.
    pub amounts: Vec<Quantity>,
    /// What its header asks for, in text order.
    pub options: Vec<HeaderOption>,
    /// What it holds.
    pub body: Vec<Statement>,
}

/// One option of a header.
#[derive(Debug, Clone)]
pub struct HeaderOption {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub kind: OptionKind,
}

/// The kinds of [`HeaderOption`].
#[derive(Debug, Clone)]
pub enum OptionKind {
    Rounds(Quantity),
    Work(Quantity),
    /// A rest that says neither `between rounds` nor `between movements`.
    Rest(RestAmount),
    BetweenRounds(RestAmount),
    BetweenMovements(RestAmount),
    Transition(Quantity),
    Switch(Quantity),
    Per(Half),
    Ladder(Ladder),
    Until(Text),
    Cap(Quantity),
    Alternating,
}

impl OptionKind {
    /// Returns the word it begins with.
    pub fn word(&self) -> Word {
        match self {
            OptionKind::Rounds(_) => OptionWord::Rounds.into(),
            OptionKind::Work(_) => OptionWord::Work.into(),
            OptionKind::Rest(_) | OptionKind::BetweenRounds(_) | OptionKind::BetweenMovements(_) => {
                OptionWord::Rest.into()
            }
            OptionKind::Transition(_) => OptionWord::Transition.into(),
            OptionKind::Switch(_) => OptionWord::Switch.into(),
            OptionKind::Per(_) => ModifierWord::Per.into(),
            OptionKind::Ladder(_) => OptionWord::Ladder.into(),
            OptionKind::Until(_) => OptionWord::Until.into(),
            OptionKind::Cap(_) => OptionWord::Cap.into(),
            OptionKind::Alternating => OptionWord::Alternating.into(),
        }
    }
}

/// `21-15-9`, `10, 1`, `1 to 10`, `2 to 20 by 2`: the numbers, and the signs between them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ladder {
    /// The numbers, in thousandths.
    pub numbers: Vec<i64>,
    /// One less than the numbers.
    pub marks: Vec<RungMark>,
    /// Whether it could not be read, which was reported.
    pub broken: bool,
}

/// What joins two numbers of a ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RungMark {
    Dash,
    Comma,
    To,
    By,
}

/// `do "…"`.
#[derive(Debug, Clone)]
pub struct Do {
    /// The title of what is done.
    pub title: Text,
    /// What fills its blanks: all that follows `with`, in which only its blanks' names tell one value from the next.
    pub with: Option<Span>,
    /// `sets 50% load 90%`, in text order.
    pub scales: Box<[ScaleSyntax]>,
}

/// How much of a workout is done.
#[derive(Debug, Clone)]
pub struct ScaleSyntax {
    /// All of it.
    pub span: Span,
    /// What is scaled.
    pub word: ScaleWord,
    /// That word in the source.
    pub word_span: Span,
    /// How much of it.
    pub amount: Quantity,
}

/// `expect …`.
#[derive(Debug, Clone)]
pub enum Expect {
    /// `expect duration at most 30min`.
    Duration { bound: Option<Bound>, amount: Quantity },
    /// `expect equipment none`: the names as written.
    Equipment(Box<[Span]>),
}

/// Which end a bound holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    AtMost,
    AtLeast,
}

/// `allow RULE "why"`.
#[derive(Debug, Clone)]
pub struct Allow {
    /// The rule's name.
    pub rule: Span,
    /// The reason.
    pub why: Option<Text>,
}
