//! Words that could not be read: gathered into runs, and handed to the guesses of their place.

use super::Builder;
use super::guess::{self, Around, Becomes, Change, Explains, Find, Guess, Stray};
use super::vocabulary::is_name_character;
use crate::diagnostic::{Collector, Diagnostic};
use crate::source::Span;
use crate::syntax::tree::{Block, RestAmount};

impl<'t> Builder<'t> {
    /// Returns words that could not be read, with nothing around them.
    pub(super) fn stray(&self, place: Span, statement: Span) -> Stray<'t> {
        Stray { file: self.text, place, statement, around: Around::default() }
    }

    /// Reports the first guess of a list that knows the words. Tells whether there is one.
    pub(super) fn guess(&mut self, list: &[Find], stray: &Stray<'_>) -> bool {
        let Some(guess) = guess::first(list, stray) else { return false };
        self.diagnostics.extend(guess.diagnostic);
        true
    }

    /// Reports what follows a statement that should have ended.
    pub(super) fn left_over(&mut self, statement: Span, strays: &[Span]) {
        for run in self.runs(strays) {
            self.guess(guess::AFTER_STATEMENT, &self.stray(run, statement));
        }
    }

    /// Reports what follows a rest.
    pub(super) fn left_over_after_rest(&mut self, strays: &[Span], statement: Span, amount: &RestAmount) {
        let Some(run) = self.runs(strays).first().copied() else { return };
        let around = Around {
            has_length: !matches!(amount, RestAmount::Bare),
            header_end: self.header_around,
            ..Around::default()
        };
        let stray = Stray { around, ..self.stray(run, statement) };
        if !self.guess(guess::AFTER_REST, &stray) {
            self.left_over(statement, strays);
        }
    }

    /// Reports signs in or after a name that only a quoted name can hold. False where the statement can't be used.
    pub(super) fn check_name(&mut self, name: Span, statement: Span, strays: &[Span]) -> bool {
        let around = Around { name: Some(name), last: strays.last().copied(), ..Around::default() };
        let is_sign = |sign: char| !is_name_character(sign) && sign != ' ';
        if let Some(at) = self.at(name).find(is_sign) {
            let place = Span::new(name.start as usize + at, name.end as usize);
            return !self.guess(guess::IN_NAME, &Stray { around, ..self.stray(place, statement) });
        }
        match strays.first().filter(|stray| self.touch(name, **stray)) {
            Some(first) => !self.guess(guess::AFTER_NAME, &Stray { around, ..self.stray(*first, statement) }),
            None => true,
        }
    }

    /// Guesses what was meant by words of a movement statement that are neither dose nor modifier. Adds it to what was
    /// found, but for what a guess explains. False where the statement can't be used.
    pub(super) fn left_over_in_movement(
        &self,
        strays: &[Span],
        statement: Span,
        around: Around<'_>,
        found: &mut Found,
    ) -> bool {
        for (number, run) in self.runs(strays).into_iter().enumerate() {
            let around = Around { is_later: number > 0, ..around };
            let Some(guess) =
                guess::first(guess::IN_MOVEMENT, &Stray { around, ..self.stray(run, statement) })
            else {
                continue;
            };
            let becomes = guess.statement;
            found.add(guess);
            match becomes {
                Becomes::Usable => {}
                Becomes::Ended => return true,
                Becomes::Unusable => return false,
            }
        }
        true
    }

    /// Guesses what was meant by words of a header that are not options, and reads them as that, so that nothing is
    /// said of what depends on it. Adds it to what was found, but for what a guess explains.
    pub(super) fn left_over_in_header(&self, strays: &[Span], block: &mut Block, found: &mut Found) {
        // As they are in the text; those that are added below come after them.
        let written = block.options.len();
        let header = block.header;
        let has_bracket = self.at(header).contains('(');
        let mut taken: Vec<Span> = Vec::new();
        for run in self.runs(strays) {
            let options_before =
                block.options[..written].partition_point(|option| option.span.end <= run.start);
            let around = Around { block: Some(block), options_before, has_bracket, ..Around::default() };
            let guess = guess::first(guess::IN_HEADER, &Stray { around, ..self.stray(run, header) });
            if let Some(mut guess) = guess {
                taken.extend(change_header(block, std::mem::take(&mut guess.header)));
                found.add(guess);
            }
        }
        if !taken.is_empty() {
            block.options.retain(|option| taken.binary_search(&option.span).is_err());
        }
    }

    /// Joins strays that only blanks part.
    pub(super) fn runs(&self, strays: &[Span]) -> Vec<Span> {
        let mut runs: Vec<Span> = Vec::new();
        for &stray in strays {
            match runs.last_mut() {
                Some(last) if self.touch(*last, stray) => last.end = stray.end,
                Some(_) | None => runs.push(stray),
            }
        }
        runs
    }

    /// Tells whether nothing but blanks is between two places.
    pub(super) fn touch(&self, before: Span, after: Span) -> bool {
        guess::touch(self.text, before, after)
    }
}

/// What was found in a statement, as long as it is not decided what of it is reported.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// What was found while it was read.
    reading: Collector,
    /// What was guessed at the words that could not be read.
    guesses: Collector,
    /// Places in which a guess explains all that was found.
    explained: Vec<Span>,
}

impl Found {
    /// Begins with what was found while the statement was read.
    pub(super) fn new(reading: Collector) -> Self {
        Self { reading, ..Self::default() }
    }

    /// Adds what was found while it was read.
    pub(super) fn push(&mut self, diagnostic: Diagnostic) {
        self.reading.push(diagnostic);
    }

    /// Adds a guess, and drops what it explains.
    pub(super) fn add(&mut self, guess: Guess) {
        match guess.explains {
            Explains::Words => {}
            Explains::Place(place) => self.explained.push(place),
            Explains::Statement => *self = Self::default(),
        }
        self.guesses.extend(guess.diagnostic);
    }

    /// Tells whether there is nothing to report.
    pub(super) fn is_empty(&self) -> bool {
        self.reading.is_empty() && self.guesses.is_empty()
    }

    /// Returns what is to be reported.
    pub(super) fn unexplained(mut self) -> Collector {
        if !self.explained.is_empty() {
            self.explained.sort();
            self.reading = self.reading.without(&self.explained);
        }
        self.reading.append(self.guesses);
        self.reading
    }
}

/// Changes what was read of a header. Returns the options that are part of other words: who goes through the options
/// takes them out afterwards.
pub(super) fn change_header(block: &mut Block, changes: Vec<Change>) -> Vec<Span> {
    let mut taken = Vec::new();
    for change in changes {
        match change {
            Change::Add(option) => block.options.push(option),
            Change::Replace(number, option) => {
                if let Some(old) = block.options.get_mut(number) {
                    *old = option;
                }
            }
            Change::TakeOption(span) => taken.push(span),
            Change::TakeAmount(span) => block.amounts.retain(|amount| amount.span != span),
        }
    }
    taken
}
