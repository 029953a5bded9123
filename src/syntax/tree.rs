//! The syntax tree: what a file says, statement by statement, as it was written.
//!
//! Nothing in it has been looked up. What could not be read was reported when the tree was built, and is either
//! absent or marked: [`StatementKind::Unreadable`], [`Quantity::broken`].

use crate::quantity::Unit;
use crate::source::Span;

/// A whole file.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// In text order.
    pub statements: Vec<Statement>,
    /// Whether there is a `do` anywhere in it.
    pub does_another: bool,
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
    Rest(Box<RestAmount>),
    /// `circuit rounds 5 < … >`.
    Block(Box<Block>),
    /// `title "…"`, `note "…"` and the like.
    Text(TextWord, Box<[Text]>),
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
    /// `athlete "…" < … >`.
    Athlete(Box<AthleteDefinition>),
    /// `plan "…" < … >`.
    Plan(Box<PlanDefinition>),
    /// `race day "…"`, on a day of a plan.
    Race(Text),
    /// Reported already; what it holds in `<` is kept, so that it is checked.
    Unreadable(Box<[Statement]>),
}

impl StatementKind {
    /// Returns the statements that stand in its `<` and `>`, where those are statements like any other.
    pub fn inside(&self) -> &[Statement] {
        match self {
            StatementKind::Block(block) => &block.body,
            StatementKind::Workout(workout) => &workout.body,
            StatementKind::Unreadable(inside) => inside,
            StatementKind::Movement(_)
            | StatementKind::Rest(_)
            | StatementKind::Text(..)
            | StatementKind::Do(_)
            | StatementKind::Transition(_)
            | StatementKind::Switch(_)
            | StatementKind::Expect(_)
            | StatementKind::Level(_)
            | StatementKind::Tags(_)
            | StatementKind::Allow(_)
            | StatementKind::Use(_)
            | StatementKind::MovementDefinition(_)
            | StatementKind::Athlete(_)
            | StatementKind::Plan(_)
            | StatementKind::Race(_) => &[],
        }
    }
}

/// A quoted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// With its quotes.
    pub span: Span,
    /// Without its quotes; still with its escapes.
    pub inner: Span,
}

/// First words that a text follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextWord {
    Title,
    By,
    Source,
    Note,
    Record,
    Also,
    Easier,
    Harder,
    Why,
    Cue,
    Until,
}

/// A movement's name with its dose and modifiers.
#[derive(Debug, Clone)]
pub struct Performance {
    /// The name, without the quotes of a quoted one.
    pub name: Span,
    /// Whether the name stands in quotes.
    pub quoted: bool,
    /// How much. Empty where none is given; several items for sets that differ.
    pub dose: DoseSyntax,
    /// What modifies it, in text order.
    pub modifiers: Box<[Modifier]>,
}

/// A dose as written.
#[derive(Debug, Clone, Default)]
pub enum DoseSyntax {
    /// None is given.
    #[default]
    None,
    /// One item, the ordinary case.
    One(DoseItem),
    /// `5 @ 65%, 5 @ 75%`.
    List(Box<[ListItem]>),
}

/// One item of a list of sets.
#[derive(Debug, Clone)]
pub struct ListItem {
    /// How much.
    pub item: DoseItem,
    /// Its own targets, with the place of their `@`.
    pub targets: Box<[Target]>,
}

/// `10`, `3x8-12`, `5+`, `max`.
#[derive(Debug, Clone)]
pub struct DoseItem {
    /// All of it.
    pub span: Span,
    /// The number of sets, where there is one.
    pub sets: Option<Box<Quantity>>,
    /// What each set is, or the only bout.
    pub bout: BoutSyntax,
}

/// One bout as written.
#[derive(Debug, Clone)]
pub enum BoutSyntax {
    /// `30s`.
    Of(Quantity),
    /// `5+`.
    AtLeast(Quantity),
    /// `max`, `max 60s`.
    Max(Option<Quantity>),
}

/// What modifies a movement.
#[derive(Debug, Clone)]
pub struct Modifier {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub kind: ModifierKind,
}

impl Modifier {
    /// Returns the targets it gives: none unless it is an `@`.
    pub fn targets(&self) -> &[Target] {
        match &self.kind {
            ModifierKind::At(targets) => targets,
            ModifierKind::Per(_)
            | ModifierKind::Alternating
            | ModifierKind::Right
            | ModifierKind::Left
            | ModifierKind::Tempo(_)
            | ModifierKind::Rest(_)
            | ModifierKind::Every(_)
            | ModifierKind::Cue(_) => &[],
        }
    }
}

/// The kinds of [`Modifier`].
#[derive(Debug, Clone)]
pub enum ModifierKind {
    /// `per leg`.
    Per(Half),
    /// `alternating`.
    Alternating,
    /// `right`.
    Right,
    /// `left`.
    Left,
    /// `@ … and …`.
    At(Box<[Target]>),
    /// `tempo 3-1-1-0`: the figures as written.
    Tempo(Span),
    /// `rest 3min`.
    Rest(Box<RestAmount>),
    /// `every 1:45`.
    Every(Box<Quantity>),
    /// A cue for this use alone.
    Cue(Text),
}

/// What comes in pairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    Leg,
    Arm,
    Side,
    Hand,
    Foot,
    Direction,
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
    Amount { times: Option<Box<Quantity>>, amount: Quantity, to: Option<Box<Quantity>>, of: Option<Span> },
    /// `-30kg`.
    Minus(Quantity),
    /// `bodyweight`, `bodyweight +10kg +2.5kg each week`.
    Bodyweight(Box<[Step]>),
    /// `easy`, `marathon pace`, `css +2s`.
    Named { name: Span, offset: Option<Step> },
}

/// First words of a measured target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    Rpe,
    Rir,
    Zone,
    Slope,
}

/// How long a rest is.
#[derive(Debug, Clone)]
pub enum RestAmount {
    /// Nothing is said.
    Bare,
    /// `15s`.
    For(Quantity),
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
    /// The high end; equal to `low` where it is no range.
    pub high: i64,
    /// None where only a number is written.
    pub unit: Option<Unit>,
    /// The unit's letters.
    pub unit_span: Span,
    /// Whether it is written as a clock: `1:30`.
    pub clock: bool,
    /// Whether it was reported already: nothing more is to be said of it.
    pub broken: bool,
    /// What few quantities have.
    pub rare: Option<Box<Rare>>,
}

/// What few quantities have, apart so that the others stay small: a file is mostly quantities.
#[derive(Debug, Clone, Default)]
pub struct Rare {
    /// The women's figure of `43/30kg`.
    pub women: Option<i64>,
    /// What is added from turn to turn.
    pub step: Option<Step>,
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
    /// None where only a number is written.
    pub unit: Option<Unit>,
    /// What is counted; none for an offset.
    pub each: Option<Turn>,
    /// Whether it was reported already.
    pub broken: bool,
}

/// What a step counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Set,
    Round,
    Session,
    Week,
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

/// First words of blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockWord {
    Circuit,
    Superset,
    Amrap,
    Emom,
    Every,
    ForTime,
    Tabata,
    Warmup,
    Cooldown,
    Section,
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

/// What stands between two numbers of a ladder.
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
    /// `sets 50% load 90%`, in text order.
    pub scales: Box<[ScaleSyntax]>,
}

/// How much of something is done of a workout.
#[derive(Debug, Clone)]
pub struct ScaleSyntax {
    /// All of it.
    pub span: Span,
    /// What is scaled.
    pub word: ScaleWord,
    /// How much of it.
    pub amount: Quantity,
}

/// First words of what may be scaled. Only the first two have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ScaleWord {
    Sets,
    Load,
    Rounds,
    Reps,
}

impl ScaleWord {
    /// All of them, in the order they are written in.
    pub const ALL: [ScaleWord; 4] = [ScaleWord::Sets, ScaleWord::Load, ScaleWord::Rounds, ScaleWord::Reps];

    /// Returns its spelling.
    pub fn name(self) -> &'static str {
        match self {
            ScaleWord::Sets => "sets",
            ScaleWord::Load => "load",
            ScaleWord::Rounds => "rounds",
            ScaleWord::Reps => "reps",
        }
    }
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

/// The words of `level`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelWord {
    Beginner,
    Intermediate,
    Advanced,
}

/// `allow RULE "why"`.
#[derive(Debug, Clone)]
pub struct Allow {
    /// The rule's name.
    pub rule: Span,
    /// The reason.
    pub why: Option<Text>,
}

/// `workout "…" < … >`.
#[derive(Debug, Clone)]
pub struct WorkoutDefinition {
    /// Its title.
    pub title: Text,
    /// What it holds.
    pub body: Vec<Statement>,
}

/// `movement "…" < … >`.
#[derive(Debug, Clone)]
pub struct MovementDefinition {
    /// Its name.
    pub name: Text,
    /// What it says of it.
    pub facts: Vec<Fact>,
}

/// One statement of a movement's definition.
#[derive(Debug, Clone)]
pub struct Fact {
    /// All of it.
    pub span: Span,
    /// What it says.
    pub kind: FactKind,
}

/// The kinds of [`Fact`].
#[derive(Debug, Clone)]
pub enum FactKind {
    /// `also`, `easier`, `harder`, `why`, `cue`.
    Text(TextWord, Box<[Text]>),
    /// `muscles adductors, obliques` and all that lists words.
    Words(FactWord, Box<[Span]>),
    /// `load 0-10kg`, `pace 3s`.
    Amount(FactWord, Quantity),
}

/// First words of facts that are no texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactWord {
    Pattern,
    Muscles,
    Secondary,
    Equipment,
    Sides,
    Load,
    Max,
    Pace,
}

/// `athlete "…" < … >`.
#[derive(Debug, Clone)]
pub struct AthleteDefinition {
    /// Its name.
    pub name: Text,
    /// What is listed: `bodyweight 70kg`, `pace easy 6:00/km`, `division women`.
    pub entries: Vec<AthleteEntry>,
    /// Whether its `>` is there. Without it, whatever follows was read as an entry.
    pub closed: bool,
}

/// One line about an athlete.
#[derive(Debug, Clone)]
pub struct AthleteEntry {
    /// All of it.
    pub span: Span,
    /// Its words.
    pub name: Span,
    /// Its figure.
    pub amount: Option<Quantity>,
    /// Whether something of it was reported already.
    pub broken: bool,
}

/// `plan "…" < … >`.
#[derive(Debug, Clone)]
pub struct PlanDefinition {
    /// Its title.
    pub title: Text,
    /// `weeks 6`.
    pub weeks: Option<Quantity>,
    /// `starts 2026-01-05`.
    pub starts: Option<Span>,
    /// What its weeks hold.
    pub blocks: Vec<InPlan<PlanWeek>>,
    /// Whether something of it could not be read, which was reported: it may be what it seems to lack.
    pub broken: bool,
}

/// What stands in a plan or in a week of one.
#[derive(Debug, Clone)]
pub enum InPlan<T> {
    /// A week; in a week, a day.
    Part(T),
    /// `allow RULE "why"`, and all of it.
    Allow(Box<Allow>, Span),
}

/// `every week < … >`, `weeks 4-6 < … >`.
#[derive(Debug, Clone)]
pub struct PlanWeek {
    /// All of it.
    pub span: Span,
    /// Its first word, or both of `every week`.
    pub word: Span,
    /// Whether it is `every week`.
    pub is_every: bool,
    /// Which weeks; none for `every week`.
    pub weeks: Vec<Quantity>,
    /// Whether it replaces what came before.
    pub instead: bool,
    /// What its days hold.
    pub days: Vec<InPlan<PlanDay>>,
    /// Whether something of it could not be read, which was reported.
    pub broken: bool,
}

/// `tuesday, thursday < … >`.
#[derive(Debug, Clone)]
pub struct PlanDay {
    /// All of it.
    pub span: Span,
    /// Which days, as written.
    pub names: Vec<Span>,
    /// Whether it replaces what came before.
    pub instead: bool,
    /// What is done.
    pub body: Vec<Statement>,
    /// Whether something of it could not be read, which was reported.
    pub broken: bool,
}
