//! Statements that were read as unknown movements, because their first word is misspelt, is what other people say, or
//! lacks what should follow it.

use strum::VariantNames;

use super::Checker;
use super::movement::first_line;
use crate::diagnostic::{Choice, Diagnostic, Rule, is_slip_of, list, nearest};
use crate::source::Span;
use crate::syntax::Unquoted;
use crate::syntax::tree::{DoseSyntax, LevelWord, ModifierKind, Performance};
use crate::syntax::word::{ExpectWord, FeltWord, Follows, SettingWord, Site, Word};

impl Checker<'_> {
    /// Reports `author "Jo"`: a word that others use, with only a text behind it.
    pub(super) fn report_other_word(&mut self, performance: &Performance, statement: Span) -> bool {
        let written = self.text(performance.name);
        let meant = Word::meant_by(written).filter(|_| performance.name.start == statement.start);
        let Some(word) = meant.filter(|_| has_only_text(performance)).map(Word::spelling) else {
            return false;
        };
        let message = format!("`{written}` is written `{word}`");
        self.report(
            Diagnostic::new(Rule::KeywordForm, performance.name, message).fix(performance.name, word),
        );
        true
    }

    /// Reports `titel "Leg day"` and `rset 30s`: one edit away from a word that what follows fits.
    pub(super) fn report_misspelt_keyword(&mut self, performance: &Performance, statement: Span) -> bool {
        let name = self.text(performance.name);
        let Some(first) = name.split_whitespace().next() else { return false };
        let small = first.to_lowercase();
        let in_workout = |word: &Word| [Site::File, Site::Day].iter().any(|&site| word.belongs_at(site));
        let mut words = Word::all().filter(|word| word.begins_statement() && in_workout(word));
        let is_meant = |word: &Word| is_slip_of(&small, word.first()) && self.fits(*word, performance);
        let Some(word) = words.find(is_meant) else { return false };
        if performance.name.start != statement.start || self.meant_movement(name).is_some() {
            return false;
        }
        let place = Span::new(statement.start as usize, statement.start as usize + first.len());
        let word = word.first();
        let message = format!("`{first}` is not known; it is spelt `{word}`");
        self.report(Diagnostic::new(Rule::KeywordForm, place, message).fix(place, word));
        true
    }

    /// Reports `title Lower Body`: a word whose text is not in quotes.
    pub(super) fn report_unquoted(&mut self, statement: Span) -> bool {
        let Some(unquoted) = Unquoted::read(self.text(statement)) else { return false };
        self.report(unquoted.diagnostic(statement));
        true
    }

    /// Reports a word without what should follow it, and shows how it is written.
    pub(super) fn report_unfinished(&mut self, name: Span, statement: Span) -> bool {
        // An alternative begins behind its `or`.
        let whole = self.text(Span::new(name.start as usize, statement.end as usize));
        let Some((word, given)) = Word::begun(whole) else { return false };
        let Some(form) = word.form() else { return false };
        let written = &whole[..whole.len() - given.len()];
        let given = Span::new(statement.end as usize - given.trim_start().len(), statement.end as usize);
        if self.report_unknown_level(word, given)
            || self.report_unknown_scale(word, given)
            || self.report_unknown_expectation(word, given)
        {
            return true;
        }
        let place = Span::new(name.start as usize, name.start as usize + written.len());
        let line = first_line(whole);
        let message = format!("`{written}` is written {form}, and `{line}` is not a known movement");
        // `cooldown stretch 5min`: what is in the block stands behind its word.
        let inside = self.text(given).lines().next().unwrap_or_default();
        let (help, meant) = if form.contains("… >") && !inside.is_empty() {
            let meant = form.replace("… >", &format!("{inside} >"));
            let help = format!("write {meant}; a movement of yours that begins so needs its name in quotes");
            (help, Some(meant.trim_matches('`').to_owned()).filter(|meant| !meant.contains(['…', '`'])))
        } else {
            ("if it is a movement of yours, define it, or put its name in quotes".to_owned(), None)
        };
        let end = given.start as usize + inside.len();
        let choice = meant.map(|meant| Choice::write(Span::new(name.start as usize, end), meant));
        self.report(Diagnostic::new(Rule::KeywordForm, place, message).help(help).choices(choice));
        true
    }

    /// Reports the level of `level hard`.
    fn report_unknown_level(&mut self, word: Word, given: Span) -> bool {
        let level = self.text(given);
        let is_word = !level.is_empty() && level.chars().all(char::is_alphabetic);
        if word != SettingWord::Level.into() || !is_word {
            return false;
        }
        let diagnostic = Diagnostic::new(Rule::KeywordForm, given, format!("`{level}` is not a level"));
        self.report(match nearest(level, LevelWord::VARIANTS.iter().copied()) {
            Some(near) => diagnostic.fix(given, near),
            None => diagnostic.help(format!("levels are {}", list(LevelWord::VARIANTS))).choices(
                LevelWord::VARIANTS
                    .iter()
                    .map(|level| Choice::showing(given, *level, &format!("level {level}"))),
            ),
        });
        true
    }

    /// Reports the scale of `scale effort`. There is one, so it is what is meant where the word is near to it.
    fn report_unknown_scale(&mut self, word: Word, given: Span) -> bool {
        let scale = self.text(given);
        let is_word = !scale.is_empty() && scale.chars().all(char::is_alphabetic);
        if word != SettingWord::Scale.into() || !is_word {
            return false;
        }
        let diagnostic = Diagnostic::new(Rule::KeywordForm, given, format!("`{scale}` is not a scale"));
        self.report(match nearest(scale, FeltWord::VARIANTS.iter().copied()) {
            Some(near) => diagnostic.fix(given, near),
            None => diagnostic
                .help("write `scale pain` to ask for pain from 0 to 10, or leave it out to ask how it felt")
                .choices([Choice::showing(given, "pain", "scale pain")]),
        });
        true
    }

    /// Reports the `duratoin` of `expect duratoin 13:45`.
    fn report_unknown_expectation(&mut self, word: Word, given: Span) -> bool {
        let second = self.text(given).split_whitespace().next().unwrap_or_default();
        let near = nearest(second, ExpectWord::VARIANTS.iter().copied());
        let Some(near) = near.filter(|_| word == SettingWord::Expect.into()) else { return false };
        let place = Span::new(given.start as usize, given.start as usize + second.len());
        let expected = ExpectWord::VARIANTS.join(" or ");
        let message = format!("`expect` is followed by {expected}, not `{second}`");
        self.report(Diagnostic::new(Rule::KeywordForm, place, message).fix(place, near));
        true
    }

    /// Tells whether what follows the first word of a movement's name would follow `word`.
    fn fits(&self, word: Word, performance: &Performance) -> bool {
        let mut words = self.text(performance.name).split_whitespace().skip(1);
        let has_dose = !matches!(performance.dose, DoseSyntax::None);
        let is_bare = !has_dose && performance.modifiers.is_empty();
        match word.row().follows {
            Follows::Text => {
                let rest = word.spelling().split(' ').skip(1);
                words.map(str::to_lowercase).eq(rest) && has_only_text(performance)
            }
            Follows::Level => {
                let is_level = words.next().is_some_and(|word| word.parse::<LevelWord>().is_ok());
                is_bare && is_level && words.next().is_none()
            }
            Follows::Felt => {
                let is_felt = words.next().is_some_and(|word| word.parse::<FeltWord>().is_ok());
                is_bare && is_felt && words.next().is_none()
            }
            Follows::Reference => {
                let rest = word.spelling().split(' ').skip(1);
                is_bare && rest.eq(words.by_ref().take(1)) && words.next().is_some()
            }
            Follows::List => is_bare && words.next().is_some(),
            Follows::Rule => {
                let is_rule = |word| Rule::ALL.iter().any(|rule| rule.name() == word);
                !has_dose && words.next().is_some_and(is_rule)
            }
            Follows::Expected => words.next().is_some_and(|word| word.parse::<ExpectWord>().is_ok()),
            Follows::Time => {
                let time = match &performance.dose {
                    DoseSyntax::One(item) if item.sets.is_none() => Some(self.text(item.span)),
                    DoseSyntax::One(_) | DoseSyntax::None | DoseSyntax::List(_) => None,
                };
                let is_time = |time: &str| time.contains(':') || time.ends_with(['s', 'n', 'c', 'h']);
                words.next().is_none() && performance.modifiers.is_empty() && time.is_some_and(is_time)
            }
            // A misspelt block or definition is recognised by its `<`, the others are no statements.
            Follows::Texts
            | Follows::Body
            | Follows::Block
            | Follows::Weeks
            | Follows::Days
            | Follows::Day
            | Follows::Phase
            | Follows::Number
            | Follows::Amount
            | Follows::Rungs
            | Follows::Half
            | Follows::Tempo
            | Follows::Raise
            | Follows::Nothing => false,
        }
    }
}

/// Tells whether a text is all that is written after a name.
fn has_only_text(performance: &Performance) -> bool {
    let is_text = |kind: &ModifierKind| matches!(kind, ModifierKind::Cue(_));
    let has_text = matches!(&*performance.modifiers, [only] if is_text(&only.kind));
    has_text && matches!(performance.dose, DoseSyntax::None)
}
