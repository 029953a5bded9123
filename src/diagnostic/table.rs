//! The table of all rules.
//!
//! A row has the name of the rule, its severity, `off` if it is reported only on request, and a line that says what it is
//! about. The page of a rule of the language is `rules/NAME.md`, that of a rule of training the doc comment of its file in
//! `src/lint`.

use super::Severity;

rules! {
    language "Reading the text" {
        FileTooLarge "file-too-large" Error "A file larger than 4 MB.";
        NotUtf8 "not-utf8" Error "Bytes that are not UTF-8 text.";
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
        UnknownBlock "unknown-block" Error "A `<` after words that are not a block.";
        UnknownOption "unknown-option" Error "Words in a block's header that are not an option.";
        OptionNotHere "option-not-here" Error "An option that this kind of block does not have.";
        OptionTwice "option-twice" Error "An option or a modifier that is given twice.";
        KeywordForm "keyword-form" Error "A keyword that is not followed by what it needs.";
        WordOrder "word-order" Error "The right words in an order that is not read, such as `squat per leg 10`.";
        NameCharacter "name-character" Error "A sign in a name that only a quoted name can hold.";
        BadList "bad-list" Error "A comma where there is no list.";
        NotAStep "not-a-step" Error "A line that is no step: a title without its word, a weekday, how often it is done.";
        OutOfPlace "out-of-place" Error "A statement in the wrong place.";
    }

    language "Quantities" {
        MetresForMinutes "metres-for-minutes" Error "`m`, which is metres, where a time must be.";
        MissingUnit "missing-unit" Error "A number with no unit where a unit is needed.";
        UnknownUnit "unknown-unit" Error "A unit that is not known.";
        WrongUnit "wrong-unit" Error "A quantity of the wrong kind for its place.";
        MalformedNumber "malformed-number" Error "A number that cannot be read.";
        UnknownTarget "unknown-target" Error "Words after `@` that are not a load, a pace or an effort.";
        AbsurdAmount "absurd-amount" Error "A zero, negative or impossible amount.";
        ReversedRange "reversed-range" Error "A range whose low end is above its high end.";
        LoneStep "lone-step" Error "A signed step without `each`.";
        NothingToCount "nothing-to-count" Error "A progression with nothing around it that it counts.";
        CountOfDistance "count-of-distance" Warning "A run, a ride or a row of a plain number, with no unit.";
        MetresOrMinutes "metres-or-minutes" Warning "A distance in `m` that is covered in a few seconds.";
        ClockForHours "clock-for-hours" Warning "A clock under 5:00 as the whole of a run, ride or walk.";
        ProgressionReachesZero "progression-reaches-zero" Warning "A progression that would pass zero.";
    }

    language "Movements and their doses" {
        UnknownMovement "unknown-movement" Warning "A movement that neither the file nor the catalogue knows.";
        AmbiguousMovement "ambiguous-movement" Error "A movement that two used files define.";
        MissingDose "missing-dose" Error "A movement with no dose and a block that gives none.";
        ModifierNeedsSets "modifier-needs-sets" Error "`every` on a movement that has no sets.";
        ConflictingModifiers "conflicting-modifiers" Error "Two modifiers that cannot go together.";
        MixedList "mixed-list" Error "A list of sets of which only some have a target.";
        TargetTwice "target-twice" Error "Two targets of one kind on one movement.";
        PercentOfNothing "percent-of-nothing" Error "A percentage of a maximum that the movement does not have.";
        SetsOrLoad "sets-or-load" Warning "More than thirty sets, or a pair of great numbers, which may be a load.";
        SetOrRest "set-or-rest" Warning "A time that is read as a dose, and may be the rest.";
        BelowBar "below-bar" Warning "A load that is less than the athlete's empty bar.";
        PairOnBarbell "pair-on-barbell" Warning "A load for each hand on a movement with a barbell.";
        DiscsOrSides "discs-or-sides" Warning "`per side` behind a load on a barbell.";
        BadTempo "bad-tempo" Error "A tempo that is not four figures.";
    }

    language "Blocks" {
        BareRest "bare-rest" Error "A `rest` without an amount outside an alternating block.";
        BareRestInHeader "bare-rest-in-header" Error "A rest in a header that does not say what it comes between.";
        ConflictingOptions "conflicting-options" Error "Two options that cannot go together.";
        MissingOption "missing-option" Error "A block that lacks an option it needs.";
        StrayOption "stray-option" Error "An option of a block that stands beside it.";
        WorkOrDose "work-or-dose" Warning "A `work` over movements that all have a dose of their own.";
        RungOfDistance "rung-of-distance" Warning "A rung for a movement that is measured in distance or time.";
        BadLadder "bad-ladder" Error "A ladder that cannot be read, or can be read in two ways.";
        TimedBlockInside "timed-block-inside" Error "A timed block inside an AMRAP, a `for time` or an interval.";
        NotInTabata "not-in-tabata" Error "A dose, a set or a `per` in a tabata.";
        SetsInSuperset "sets-in-superset" Error "Sets in a superset, whose rounds are its sets.";
        SidesInsidePerSide "sides-inside-per-side" Error "A `per` or a side inside a block that is done `per` side.";
        IdleOption "idle-option" Warning "An option with nothing to act on.";
        EmptyBlock "empty-block" Warning "A block with nothing in it.";
        IntervalOverrun "interval-overrun" Warning "Work that does not fit its interval.";
        TooLong "too-long" Error "A workout of more than 100,000 segments or 24 hours, or a file of more than it can hold.";
    }

    // One file each under `src/lint/`, whose doc comment is the page.
    training "Training" {
        OtherHalf "other-half" Warning "`per arm` on a movement of the legs, or the other way round.";
        UnsaidSides "unsaid-sides" Warning "A dose that may be for each side or for both together.";
        UnevenSides "uneven-sides" Warning "More work on one side than on the other.";
        SetsInsideRounds "sets-inside-rounds" Warning "Sets directly inside a block of several rounds.";
        LoadOutOfRange "load-out-of-range" Warning "A load that the movement is not done with.";
        RepsAtLoad "reps-at-load" Warning "More repetitions than anybody has at that load.";
        TempoOverSlot "tempo-over-slot" Warning "A tempo that makes the work longer than the time it has.";
        DistanceOnTheSpot "distance-on-the-spot" Warning "A distance for a movement that does not travel.";
        CountOfHold "count-of-hold" Warning "A number of repetitions for a hold, such as a plank.";
        NoRest "no-rest" Warning "All-out bouts by the clock for more than 5 minutes with no rest at all.";
        LongRest "long-rest" Warning "A rest of more than 10 minutes in the middle of the work.";
        SameMuscles "same-muscles" Warning "A superset that works the same muscles twice where one should rest.";
        NoWarmup "no-warmup" Warning "Heavy or explosive work with no warm-up before it.";
        TightInterval "tight-interval" Warning "Intervals that leave less than a tenth of their time to rest.";
        TooHardForBeginners "too-hard-for-beginners" Warning "High jumps, heavy loads or work to failure under a load, for beginners.";
        GripAfterGrip "grip-after-grip" Warning "More than a minute of gripping one thing after another, with no rest.";
        SkillAfterMax "skill-after-max" Warning "Work to the limit, straight into a lift overhead or a handstand.";
        SharedEquipment "shared-equipment" Warning "One barbell at two loads in a superset.";
        UnneededEquipment "unneeded-equipment" Warning "Expected equipment that nothing needs.";
        StrengthOnLongRun "strength-on-long-run" Warning "Strength work on the day of a long run.";
        LongRunOnTiredLegs "long-run-on-tired-legs" Warning "A long run on the day after much work for the legs.";
        NoDayOff "no-day-off" Warning "A week of a plan without a day off.";
        HardDaysInARow "hard-days-in-a-row" Warning "More than two hard days in a row.";
        DistanceJump "distance-jump" Warning "A week with over 10 % more on foot than the weeks before.";
        NoEasierWeek "no-easier-week" Warning "Five weeks and more without an easier one.";
        NoDeload "no-deload" Warning "Cycles in which loads go up for eight weeks without an easier one.";
        NewStrengthWorkouts "new-strength-workouts" Warning "A new strength workout for a runner in a week that has another.";
        EarlyStrength "early-strength" Warning "More than two strength days in one of a runner's first three weeks.";
        MusclesWithoutRecovery "muscles-without-recovery" Warning "The same muscles at high effort twice within 48 hours.";
        HardBeforeRace "hard-before-race" Warning "Hard or much training right before a race.";
        TrainingAfterRace "training-after-race" Warning "A plan that goes on for weeks after its last race.";
        MissesWithoutRule "misses-without-rule" Warning "A lift that was missed three times in a row, and no rule for that.";
        UnmatchedResult "unmatched-result" Warning "Results under a name that no session, or nothing in their session, has.";
        JumpInResults "jump-in-results" Warning "A last week with over 10 % more on foot than was done in the weeks before.";
        NoEasierWeekInResults "no-easier-week-in-results" Warning "Five weeks of rising work that were done without an easier one.";
        MuscleWithoutSets "muscle-without-sets" Warning "A muscle that had sets each week, and none for three weeks.";
        MissingDuration "missing-duration" Note off "A workout that is all timed and does not say how long it takes.";
    }

    language "The workout and the file" {
        ExpectDuration "expect-duration" Error "A duration that is not what the workout says.";
        NearDuration "near-duration" Warning "An estimated duration that is not quite what the workout says.";
        ExpectEquipment "expect-equipment" Error "Equipment that the workout needs but does not list.";
        StepsAndWorkouts "steps-and-workouts" Error "Bare steps and `workout` blocks in one file.";
        NothingToBuild "nothing-to-build" Warning "A file with no workout in it.";
        DuplicateTitle "duplicate-title" Error "Two workouts of one title, or two plans.";
        DuplicateMovement "duplicate-movement" Error "One movement defined twice, or one name for two of them.";
        DuplicateStatement "duplicate-statement" Error "A second statement where one is allowed.";
        MovementStatement "movement-statement" Error "A statement in a movement's definition that cannot be read.";
        PoseStatement "pose-statement" Error "A line of a pose, or a figure, that cannot be read.";
        ImpossibleFigure "impossible-figure" Warning "A figure that no body can take.";
        AthleteStatement "athlete-statement" Error "A line about an athlete that cannot be read.";
        DuplicateAthlete "duplicate-athlete" Error "Two athletes of one name.";
        UnknownAthlete "unknown-athlete" Error "An athlete whom nothing defines.";
        MissingFigure "missing-figure" Warning "A figure that the athlete does not list.";
        UnknownWorkout "unknown-workout" Error "A `do` of an unknown workout.";
        DoesItself "does-itself" Error "A workout that does itself, directly or through others.";
        FileNotFound "file-not-found" Error "A used file that cannot be read.";
        UnusedDefinition "unused-definition" Warning "A movement or a pose that the file defines and does not use.";
        UnusedUse "unused-use" Warning "A `use` of a file that nothing here needs.";
        UnknownRule "unknown-rule" Warning "An `allow` of an unknown rule.";
        IdleAllow "idle-allow" Warning "An `allow` that silences nothing.";
        UsedFileHasErrors "used-file-has-errors" Error "A used file that has errors itself.";
    }

    language "Workouts with blanks" {
        BlankName "blank-name" Error "A word that cannot be the name of a blank.";
        BlankUse "blank-use" Error "A blank that is used for two kinds of things, or not at all.";
        UnknownBlank "unknown-blank" Error "A value for a blank that the workout does not have.";
        MissingValue "missing-value" Error "A blank without a default that a `do` does not fill.";
        WrongValue "wrong-value" Error "A value that does not fit where its blank is used.";
    }

    language "Plans" {
        PlanStart "plan-start" Error "A plan whose dates are not in the calendar, or do not fit.";
        PlanWithoutStart "plan-without-start" Warning "A plan without a date, where a calendar is wanted.";
        PlanWeeks "plan-weeks" Error "A week that a plan does not have.";
        NothingToScale "nothing-to-scale" Error "Weeks or days that scale nothing.";
        SteepRaise "steep-raise" Warning "A max that is raised to more than double within a plan.";
        RestDay "rest-day" Error "Training on a rest day of a plan.";
        TableEndsInMiddle "table-ends-in-middle" Warning "A table that begins again in a plan and is not done to its end.";
        NeverReached "never-reached" Warning "An item of a table, or a step that takes turns, that is never done.";
    }

    language "Results" {
        BadResult "bad-result" Error "A result that can't be: a day, a figure, a load that nobody lifts.";
        SameResult "same-result" Error "One session that is written down twice.";
        ResultsOfAnother "results-of-another" Error "The results of another athlete.";
        ResultsNotFound "results-not-found" Warning "A results file that can't be read, or is not there yet.";
        UnknownInResults "unknown-in-results" Warning "A name in results that looks like a misspelt movement.";
        MovesNothing "moves-nothing" Error "A rule by results with nothing to move, or that never acts.";
    }

    language "Outputs" {
        CueTooLong "cue-too-long" Warning "A cue that takes longer to say than there is time.";
        LetterWithoutFont "letter-without-font" Warning "A letter of a sheet that no font has.";
        NoSheet "no-sheet" Warning "A workout that cannot be printed as a sheet.";
    }
}
