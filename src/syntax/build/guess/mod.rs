//! What was probably meant by words that could not be read.
//!
//! ```text
//! words ─▶ Stray: the words and what is around them ─▶ the list of their place ─▶ the first Guess
//! ```
//!
//! A guess is a pure function in a file of its own: it looks at the words and at what is around them, and either knows
//! them or passes. The lists below say which guesses are tried in which place, and in which order: the first that knows
//! the words is reported. So the more specific come first, and the last of most lists knows everything.
//!
//! To add one, write its file in the folder of its place and put its name in the list. `@` marks the guesses of
//! `shared`, which are in several lists.

mod stray;
#[cfg(test)]
mod testing;

pub(super) use after_day::steps::{is_step, more_on_line};
pub(super) use blocks::misspelt_definition::definition_meant;
pub(super) use in_plan_header::in_other_words::plan_header;
pub(super) use in_plan_header::starts_alone::START_FORM;
pub(crate) use statements::text_without_quotes::Unquoted;
pub(super) use stray::{Around, Stray, touch};

use crate::diagnostic::{Choice, Diagnostic, Rule};
use crate::source::Span;
use crate::syntax::tree::HeaderOption;

/// Looks at words that could not be read, and says what they probably were, or nothing.
pub(super) type Find = fn(&Stray<'_>) -> Option<Guess>;

/// Declares the file of each guess, and the lists.
macro_rules! guesses {
    ($($(#[$doc:meta])* $list:ident in $folder:ident: $($(@$shared:ident)? $($own:ident)?),*;)*) => {
        $(
            mod $folder {
                $($(pub(super) mod $own;)?)*
            }

            $(#[$doc])*
            pub(super) const $list: &[Find] = &[$($(shared::$shared::guess)? $($folder::$own::guess)?),*];
        )*
    };
}

guesses! {
    /// After a statement that is complete without the words.
    AFTER_STATEMENT in after_statement:
        @dollar, @placeholder, @slash_comment, @needless_cue, @new_statement, comma_before_statement, twice, unreadable;

    /// After a rest; then those after any statement are tried.
    AFTER_REST in after_rest:
        between_sets, @below_zero, between_rounds, colon;

    /// A statement that does not begin with a name.
    NAMELESS in nameless:
        @dollar, @placeholder, @slash_comment, bullet, rest_after_time, for_time_after_movement, rounds_alone, rungs_first,
        sets_without_dose, dose_first, dose_alone, unreadable;

    /// From the first sign in a movement's name that is not allowed there up to the end of the name.
    IN_NAME in in_name:
        @label_of_minute, keyword_with_colon, part_with_colon, colon_after_name, @dollar, @placeholder, label, sign;

    /// Right after a movement's name.
    AFTER_NAME in after_name:
        @label_of_minute, @below_zero, slash_between_movements, sign_before_dose, sign;

    /// Anywhere else in a movement statement.
    IN_MOVEMENT in in_movement:
        @dollar, @placeholder, @slash_comment,
        which_rounds, then_without_table, target_after_comma, words_after_comma, other_after_comma,
        target_first, missing_first_quote, late_sets, misspelt_measure, measure_after_figure,
        for_time_after_dose, load_in_brackets, amrap_of_one_set, for_sets, rest_after_time, of_one_rep_max,
        more_than_last_time,
        left_and_right, repeat_times, @label_of_minute, both_halves, target_to_target, slashed_sets,
        mark_of_minutes, ladder_as_dose, sets_in_words, times, to_between_figures, in_time,
        target_without_at, at_in_words, tempo, hold, step_without_turn, half, sign_apart,
        @needless_cue, @new_statement, misspelt_modifier, misspelt_unit, second_movement, time_in_two_parts, second_dose,
        filler, half_of_side, between_sets, punctuation, cue_in_other_signs, words, unreadable;

    /// A whole statement that was read as a movement, of which something was not understood.
    STATEMENT in statements:
        labelled_weeks, steps_without_block, text_half_quoted, text_without_quotes;

    /// A line of what was done that was not understood as it is written.
    LIFT in in_lift:
        not_done, failed, side_after_side, said_otherwise;

    /// Words in a block's header that are not options.
    IN_HEADER in in_header:
        @dollar, @placeholder, only, option_without_amount, rest_between_what, rung, closing_bracket, misspelt_between,
        separator, sign_after_option, on_and_off, times_sign, sets_in_words, rounds_that_fill_time, counted_in_words,
        filler, brackets, misspelt_option, title_without_quotes, words;

    /// A word of a header that an amount follows.
    BEFORE_AMOUNT in before_amount:
        bracket, sign, misspelt_option;

    /// An amount of a header.
    AS_AMOUNT in as_amount:
        times_sign;

    /// Right after an amount of a header.
    AFTER_AMOUNT in after_amount:
        ladder_without_word;

    /// What follows the options of a header that no `<` follows.
    UNOPENED in unopened:
        steps_after_header, step_after_part;

    /// What follows the `between` of a rest in a header.
    AFTER_BETWEEN in after_between:
        misspelt, nothing, one_round, sets, movements;

    /// A header that no block begins with.
    BLOCK in blocks:
        reserved, in_turn, misspelt_definition, done, rounds_alone, length_first, rungs_alone, second_open, day, every, for_a_time, misspelt,
        unknown;

    /// Words in a plan's header.
    IN_PLAN_HEADER in in_plan_header:
        in_other_words, weeks_alone, starts_alone;

    /// Words in the header of a week or of a day.
    IN_DAY_HEADER in in_day_header:
        colon, days_in_a_row, time_of_day, title, block;

    /// After a day that no `<` follows.
    AFTER_DAY in after_day:
        day_off, steps, nothing;

    /// After a week, a cycle or a phase that no `<` follows.
    AFTER_WEEK in after_week:
        day, steps;

    /// What is in a plan and is not part of one.
    IN_PLAN in in_plan:
        days, other_weeks, misspelt, easier_week, other;

    /// What is in a team and is not a `use`.
    IN_TEAM in in_team:
        file, other;

    /// What is in a week and is not a day.
    IN_WEEK in in_week:
        days_in_one_word, misspelt, other;

    /// What is in a movement's definition and is not part of one.
    FACT in facts:
        text, misspelt, other;

    /// A word in the place of a unit.
    UNIT in units:
        nothing_after_times, amrap, measure, second_amount, misspelt, unknown;
}

/// Guesses that are in several lists.
mod shared {
    pub(super) mod below_zero;
    pub(super) mod dollar;
    pub(super) mod label_of_minute;
    pub(super) mod needless_cue;
    pub(super) mod new_statement;
    pub(super) mod placeholder;
    pub(super) mod slash_comment;
}

/// Returns the first guess of a list that knows the words.
pub(super) fn first(list: &[Find], stray: &Stray<'_>) -> Option<Guess> {
    list.iter().find_map(|guess| guess(stray))
}

/// What was probably meant, and what that accounts for.
#[derive(Debug)]
pub(super) struct Guess {
    /// What to report; nothing where another diagnostic says it already.
    pub diagnostic: Option<Diagnostic>,
    /// What else need not be reported then.
    pub explains: Explains,
    /// What becomes of the statement.
    pub statement: Becomes,
    /// How a header is read with it.
    pub header: Vec<Change>,
}

/// What was found while a statement was read and is explained by a guess at its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Explains {
    /// Nothing but the words.
    Words,
    /// All that was found in a place.
    Place(Span),
    /// All that was found in the statement, other guesses among it.
    Statement,
}

/// What becomes of a statement with words that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Becomes {
    /// It is used without the words.
    Usable,
    /// It is used as far as the words, where it ends: nothing is said of what follows them.
    Ended,
    /// It can't be used, and nothing more is said of it.
    Unusable,
}

/// A change to what was read of a header.
#[derive(Debug)]
pub(super) enum Change {
    /// The words are this option.
    Add(HeaderOption),
    /// The option of this number is another one.
    Replace(usize, HeaderOption),
    /// The option in this place is part of the words.
    TakeOption(Span),
    /// The amount in this place is part of the words.
    TakeAmount(Span),
}

impl Guess {
    /// Says what is wrong with the words.
    pub fn new(rule: Rule, place: Span, message: impl Into<String>) -> Self {
        Self::of(Diagnostic::new(rule, place, message))
    }

    /// Makes a guess of what is said of it elsewhere, too.
    pub fn of(diagnostic: Diagnostic) -> Self {
        Self {
            diagnostic: Some(diagnostic),
            explains: Explains::Words,
            statement: Becomes::Usable,
            header: Vec::new(),
        }
    }

    /// Accounts for words of which another diagnostic speaks.
    pub fn reported_elsewhere() -> Self {
        Self { diagnostic: None, explains: Explains::Words, statement: Becomes::Usable, header: Vec::new() }
    }

    /// Says what to do about it.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.map(|diagnostic| diagnostic.help(help));
        self
    }

    /// Gives the change that mends it, where only one reading is left.
    pub fn fix(mut self, place: Span, replacement: impl Into<String>) -> Self {
        self.diagnostic = self.diagnostic.map(|diagnostic| diagnostic.fix(place, replacement));
        self
    }

    /// Adds changes to choose from.
    pub fn choices(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        self.diagnostic = self.diagnostic.map(|diagnostic| diagnostic.choices(choices));
        self
    }

    /// Says what to do about it: one of these, which are then offered.
    pub fn one_of(mut self, choices: impl IntoIterator<Item = Choice>) -> Self {
        self.diagnostic = self.diagnostic.map(|diagnostic| diagnostic.one_of(choices));
        self
    }

    /// Explains all that was found in a place.
    pub fn explaining(mut self, place: Span) -> Self {
        self.explains = Explains::Place(place);
        self
    }

    /// Explains all that was found in the statement.
    pub fn explaining_statement(mut self) -> Self {
        self.explains = Explains::Statement;
        self
    }

    /// Ends the statement before the words.
    pub fn ending_statement(mut self) -> Self {
        self.statement = Becomes::Ended;
        self
    }

    /// Leaves the statement out.
    pub fn dropping_statement(mut self) -> Self {
        self.statement = Becomes::Unusable;
        self
    }

    /// Changes what was read of a header.
    pub fn change(mut self, change: Change) -> Self {
        self.header.push(change);
        self
    }
}
