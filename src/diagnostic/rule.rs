//! The table of all rules.

use schemars::JsonSchema;
use serde::Serialize;

/// How serious a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file gives no output.
    Error,
    /// Probably a mistake; the file gives its outputs all the same.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// Declares [`Rule`]: one row a rule, with its name, its severity (and `off`, where it is only reported to those who ask
/// for it) and a line that says what it is about.
macro_rules! rules {
    ($($variant:ident $name:literal $severity:ident $($off:ident)? $summary:literal;)*) => {
        /// What a diagnostic is about. Each rule has a name that stays the same from version to version.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $summary] $variant,)*
        }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &[Rule] = &[$(Rule::$variant,)*];

            /// Returns its name, such as `unknown-movement`.
            pub fn name(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }

            /// Returns how serious it is, unless somebody wants it otherwise (see [`Levels`](super::Levels)).
            pub fn severity(self) -> Severity {
                match self { $(Rule::$variant => Severity::$severity,)* }
            }

            /// Tells whether it is reported without being asked for.
            pub fn is_on(self) -> bool {
                match self { $(Rule::$variant => is_on!($($off)?),)* }
            }

            /// Returns what it is about, in one line.
            pub fn summary(self) -> &'static str {
                match self { $(Rule::$variant => $summary,)* }
            }
        }
    };
}

/// Turns the `off` of a row into what [`Rule::is_on`] says.
macro_rules! is_on {
    (off) => {
        false
    };
    () => {
        true
    };
}

rules! {
    // Reading the text.
    FileTooLarge "file-too-large" Error "A file larger than 4 MB.";
    NotUtf8 "not-utf8" Error "Bytes that are no UTF-8 text.";
    ControlCharacter "control-character" Error "A control character that cannot be seen in an editor.";
    NestedTooDeep "nested-too-deep" Error "Blocks inside blocks beyond 64 levels.";
    Unreadable "unreadable" Error "Words that fit nothing in the language.";
    Reserved "reserved" Error "A word or sign that is not yet part of the language.";
    Placeholder "placeholder" Error "`...` where the rest of the workout should be.";
    UnclosedString "unclosed-string" Error "A quote that is not closed on its line.";
    BadEscape "bad-escape" Error "A backslash before anything but a quote or a backslash.";
    MissingOpen "missing-open" Error "A block whose `<` is missing or on a later line.";
    MissingClose "missing-close" Error "A block that is not closed with `>`.";
    StrayClose "stray-close" Error "A `>` that closes nothing.";
    MissingSeparator "missing-separator" Error "Two statements with nothing between them.";
    MissingStatementPart "missing-part" Error "A statement that lacks what its first word needs.";
    UnknownBlock "unknown-block" Error "A `<` after words that are no block.";
    UnknownOption "unknown-option" Error "Words in a block's header that are no option.";
    OptionNotHere "option-not-here" Error "An option that this kind of block does not have.";
    OptionTwice "option-twice" Error "An option or modifier that is given twice.";
    KeywordForm "keyword-form" Error "A keyword that is not followed by what it needs.";
    WordOrder "word-order" Error "The right words in an order that is not read, such as `10 burpees`.";
    NameCharacter "name-character" Error "A sign in a name that only a quoted name can hold.";
    BadList "bad-list" Error "A comma that joins what is no list.";
    OutOfPlace "out-of-place" Error "A statement that cannot stand where it stands.";

    // Quantities.
    MetresForMinutes "metres-for-minutes" Error "`m`, which is metres, where a time must be.";
    MissingUnit "missing-unit" Error "A number with no unit where a unit is needed.";
    UnknownUnit "unknown-unit" Error "A unit that is not known.";
    WrongUnit "wrong-unit" Error "A quantity of the wrong kind for its place.";
    MalformedNumber "malformed-number" Error "A number that cannot be read.";
    UnknownTarget "unknown-target" Error "Words after `@` that are no load, pace or effort.";
    AbsurdAmount "absurd-amount" Error "A zero, negative or impossible amount.";
    ReversedRange "reversed-range" Error "A range whose low end is above its high end.";
    LoneStep "lone-step" Error "A signed step without `each`.";
    NothingToCount "nothing-to-count" Error "A progression with nothing around it that it counts.";
    CountOfDistance "count-of-distance" Warning "A run, a ride or a row of a plain number, with no unit.";
    ClockForHours "clock-for-hours" Warning "A clock under 5:00 as the whole of a run, ride or walk.";
    ProgressionReachesZero "progression-reaches-zero" Warning "A progression that would pass zero.";

    // Movements and their doses.
    UnknownMovement "unknown-movement" Warning "A movement that neither the file nor the catalogue knows.";
    AmbiguousMovement "ambiguous-movement" Error "A movement that two used files define.";
    MissingDose "missing-dose" Error "A movement with no dose and a block that gives none.";
    ModifierNeedsSets "modifier-needs-sets" Error "`rest` or `every` on a movement that has no sets.";
    ConflictingModifiers "conflicting-modifiers" Error "Two modifiers that cannot stand together.";
    MixedList "mixed-list" Error "A list of sets of which only some have a target.";
    TargetTwice "target-twice" Error "Two targets of one kind on one movement.";
    PercentOfNothing "percent-of-nothing" Error "A percentage of a maximum that the movement does not have.";
    BadTempo "bad-tempo" Error "A tempo that is not four figures.";

    // Blocks.
    BareRest "bare-rest" Error "A `rest` without an amount outside an alternating block.";
    BareRestInHeader "bare-rest-in-header" Error "A rest in a header that does not say between what.";
    ConflictingOptions "conflicting-options" Error "Two options that cannot stand together.";
    MissingOption "missing-option" Error "A block that lacks an option it needs.";
    BadLadder "bad-ladder" Error "A ladder that cannot be climbed or has two readings.";
    TimedBlockInside "timed-block-inside" Error "A timed block inside an AMRAP, a `for time` or an interval.";
    NotInTabata "not-in-tabata" Error "A dose, a set or a `per` in a tabata.";
    SetsInSuperset "sets-in-superset" Error "Sets in a superset, whose rounds are its sets.";
    SidesInsidePerSide "sides-inside-per-side" Error "A `per` or a side inside a block that is done `per` side.";
    SetsInsideRounds "sets-inside-rounds" Warning "Sets directly inside a block of several rounds.";
    IdleOption "idle-option" Warning "An option with nothing to act on.";
    EmptyBlock "empty-block" Warning "A block with nothing in it.";
    IntervalOverrun "interval-overrun" Warning "Work that does not fit its interval.";
    TooLong "too-long" Error "A workout of more than 100,000 segments or 24 hours, or a file of more than it can hold.";

    // Training: one file each under `src/lint/`.
    OtherHalf "other-half" Warning "`per arm` on a movement of the legs, or the other way round.";

    // The workout and the file.
    ExpectDuration "expect-duration" Error "A duration that is not what the workout says.";
    ExpectEquipment "expect-equipment" Error "Equipment that is not what the workout says.";
    StepsAndWorkouts "steps-and-workouts" Error "Bare steps and `workout` blocks in one file.";
    NothingToBuild "nothing-to-build" Warning "A file with no workout in it.";
    DuplicateTitle "duplicate-title" Error "Two workouts of one title.";
    DuplicateMovement "duplicate-movement" Error "One movement defined twice, or one name for two of them.";
    DuplicateStatement "duplicate-statement" Error "A statement that stands once, standing twice.";
    MovementStatement "movement-statement" Error "A statement in a movement's definition that cannot be read.";
    UnknownWorkout "unknown-workout" Error "A `do` of a workout that is not there.";
    DoesItself "does-itself" Error "A workout that does itself, however far round.";
    FileNotFound "file-not-found" Error "A used file that cannot be read.";
    UnknownRule "unknown-rule" Warning "An `allow` of a rule that is not there.";
    IdleAllow "idle-allow" Warning "An `allow` that silences nothing.";
    NotYet "not-yet" Warning "A part of the language that is read, but not compiled yet.";
    UsedFileHasErrors "used-file-has-errors" Error "A used file that has errors itself.";

    // Outputs.
    CueTooLong "cue-too-long" Warning "A cue that takes longer to say than there is time.";
}
