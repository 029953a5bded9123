//! The values of a `do … with`, one for each blank.

use crate::check::files::File;
use crate::diagnostic::{Choice, Diagnostic, Rule, near, nearest};
use crate::source::{FileId, Place, Span};
use crate::syntax;
use crate::syntax::templates::{after_word, parts, unclosed_text};
use crate::syntax::tree::{
    BlankUse, BoutSyntax, DoseItem, DoseSyntax, ModifierKind, OptionKind, Performance, Reference, RestAmount,
    Statement, StatementKind, Takes, TargetSyntax, WorkoutDefinition,
};

use super::template::taken;

/// The signs that texts begin and end with.
pub(super) const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// What fills a blank.
#[derive(Debug, Clone)]
pub(super) struct Value {
    /// As it is written.
    pub(super) text: String,
    /// Where it is written.
    pub(super) place: Place,
}

/// A `do` whose values are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) file: (FileId, &'a File),
    /// The title of what is done, with its quotes.
    pub(super) title: Span,
    pub(super) with: Option<Span>,
    pub(super) template: (FileId, &'a File),
    pub(super) definition: &'a WorkoutDefinition,
}

impl<'a> Asked<'a> {
    /// Returns a value for each blank, or which there are none for. Whether they fit is not looked at.
    pub(super) fn values(self) -> Result<Vec<Value>, Vec<Diagnostic>> {
        let mut said = self.said()?;
        let mut values = Vec::new();
        let mut found = Vec::new();
        for (number, blank) in self.definition.blanks.iter().enumerate() {
            let value = match said.get_mut(number).and_then(Option::take) {
                Some(span) => Some(self.value(self.file, span)),
                None => blank.default.map(|default| self.value(self.template, default)),
            };
            match value {
                Some(value) => values.push(value),
                None => found.push(self.missing(number)),
            }
        }
        if found.is_empty() { Ok(values) } else { Err(found) }
    }

    /// Returns what is wrong with values.
    pub(super) fn wrong_among(self, values: &[Value]) -> Vec<Diagnostic> {
        values.iter().enumerate().filter_map(|(blank, value)| self.check(blank, value)).collect()
    }

    fn value(self, (id, file): (FileId, &File), span: Span) -> Value {
        let text = file.text[span.range()].replace(['\n', '\r'], " ");
        Value { text, place: Place::new(id, span) }
    }

    fn name(self, blank: usize) -> &'a str {
        self.definition.blanks.get(blank).map_or("", |blank| &self.template.1.text[blank.name.range()])
    }

    fn names(self) -> impl Iterator<Item = &'a str> + Clone {
        (0..self.definition.blanks.len()).map(move |blank| self.name(blank))
    }

    /// Finds where the values of each blank are.
    fn said(self) -> Result<Vec<Option<Span>>, Vec<Diagnostic>> {
        let mut said: Vec<Option<Span>> = vec![None; self.definition.blanks.len()];
        let Some(with) = self.with else { return Ok(said) };
        let text = &self.file.1.text;
        if unclosed_text(text, with).is_some() {
            // It was reported where it was read.
            return Err(Vec::new());
        }
        let mut found = Vec::new();
        let mut last: Option<usize> = None;
        for part in parts(text, with, false) {
            let written = &text[part.range()];
            let word = &written[..written.len() - after_word(written).len()];
            let rest = written[word.len()..].trim_start();
            let value = Span::new(part.end as usize - rest.len(), part.end as usize);
            let blank = self.names().position(|name| name.to_lowercase() == word.to_lowercase());
            match (blank, last) {
                (Some(blank), _) if rest.is_empty() => {
                    let message = format!("no value follows `{word}`");
                    found.push(self.about_template(Rule::MissingValue, part, message, Some(blank)));
                    last = Some(blank);
                }
                (Some(blank), _) => {
                    last = Some(blank);
                    match &mut said[blank] {
                        Some(first) => found.push(
                            Diagnostic::new(Rule::UnknownBlank, part, format!("`{word}` is filled twice"))
                                .in_file(self.file.0)
                                .and_at(*first, "the first is here")
                                .help("delete one of them"),
                        ),
                        empty => *empty = Some(value),
                    }
                }
                // A list goes on until a blank's name.
                (None, Some(last)) if said[last].is_some() && !self.is_misspelt(word) => {
                    if let Some(before) = &mut said[last] {
                        before.end = part.end;
                    }
                }
                (None, None) if said.len() == 1 && !self.is_misspelt(word) => {
                    (said[0], last) = (Some(part), Some(0));
                }
                (None, _) => found.push(self.unknown(part, word)),
            }
        }
        if found.is_empty() { Ok(said) } else { Err(found) }
    }

    /// Tells whether a word is nearly the name of a blank.
    fn is_misspelt(self, word: &str) -> bool {
        nearest(word, self.names()).is_some()
    }

    fn unknown(self, part: Span, word: &str) -> Diagnostic {
        let place = Span::new(part.start as usize, part.start as usize + word.len());
        let place = if word.is_empty() { part } else { place };
        let written = &self.file.1.text[place.range()];
        let title = &self.template.1.text[self.definition.title.inner.range()];
        let message = format!("`{written}` is not a blank of \"{title}\"");
        let names: Vec<String> = self.names().map(|name| format!("`{name}`")).collect();
        let diagnostic = self.about_template(Rule::UnknownBlank, place, message, None);
        match nearest(written, self.names()) {
            Some(meant) => diagnostic.fix(place, meant),
            None => match near(written, self.names()).as_slice() {
                [] => diagnostic
                    .help(format!("write one of its blanks before each value: {}", names.join(", "))),
                near => diagnostic.meant(near, |name| Choice::write(place, name)),
            },
        }
    }

    fn missing(self, blank: usize) -> Diagnostic {
        let name = self.name(blank);
        let title = &self.template.1.text[self.definition.title.inner.range()];
        let takes = taken(self.definition, blank).map_or("a value", |one| one.takes.name());
        let message = format!("this does not say what `{name}` of \"{title}\" is");
        let form = match self.with {
            None => format!("do \"{title}\" with {name} …"),
            Some(_) => format!("…, {name} …"),
        };
        let place = self.with.map_or(self.title, |with| self.title.to(with));
        self.about_template(Rule::MissingValue, place, message, Some(blank))
            .help(format!("it takes {takes}: `{form}`"))
    }

    /// Reports a value that cannot be where its blank is used.
    fn check(self, blank: usize, value: &Value) -> Option<Diagnostic> {
        // A value may be long, and its uses many.
        let mut kinds: Vec<&BlankUse> = Vec::new();
        for one in self.definition.uses.iter().filter(|one| one.blank == blank) {
            if !kinds.iter().any(|other| other.takes == one.takes) {
                kinds.push(one);
            }
        }
        let wrong = kinds.into_iter().find(|one| !fits(&value.text, one.takes))?;
        let (name, takes) = (self.name(blank), wrong.takes.name());
        let message = format!("`{}` can't be `{name}`, which is {takes} in this workout", value.text);
        let help = match wrong.takes {
            Takes::Movement | Takes::Reference => {
                "name a movement: `back squat`, or in quotes `\"my press\"`"
            }
            Takes::Dose => "write how much: `10`, `3x8`, `30s`, `5 @ 65%, 5 @ 75%`",
            Takes::Amount => "write one figure with its unit: `90s`, `2.5kg`, `5`",
            Takes::Target => "write what goes behind `@`: `80%`, `24kg`, `rpe 8`, `easy`",
            Takes::Text => "write it in quotes",
            Takes::Value | Takes::Inside => "write it without `<`, `>` and `;`",
        };
        let mut diagnostic =
            Diagnostic::new(Rule::WrongValue, value.place.span, message).in_file(value.place.file).help(help);
        if value.place.file == self.template.0 {
            diagnostic = diagnostic.and_at(wrong.span, "it is used here");
        }
        let is_plain =
            wrong.takes == Takes::Text && !value.text.contains(QUOTES) && !value.text.contains('\\');
        Some(if is_plain {
            diagnostic.fix(value.place.span, format!("\"{}\"", value.text))
        } else {
            diagnostic
        })
    }

    /// Reports something at the `do` that shows the workout as well, as far as it is in the same file.
    fn about_template(self, rule: Rule, place: Span, message: String, blank: Option<usize>) -> Diagnostic {
        let diagnostic = Diagnostic::new(rule, place, message).in_file(self.file.0);
        if self.template.0 != self.file.0 {
            return diagnostic;
        }
        let used = blank.and_then(|blank| taken(self.definition, blank));
        match used {
            Some(used) => diagnostic.and_at(used.span, "it is used here"),
            None => diagnostic.and_at(self.definition.title.span, "the workout"),
        }
    }
}

/// Tells whether a value can be where a blank is used. Nothing that it needs from its surroundings is looked at.
fn fits(value: &str, takes: Takes) -> bool {
    match takes {
        Takes::Movement => {
            let text = format!("{value} 5");
            performance(&text).is_some_and(|one| {
                let named = one.name.end as usize + usize::from(one.quoted);
                named == value.len() && one.modifiers.is_empty()
            })
        }
        Takes::Dose => performance(&format!("squat {value}")).is_some_and(|one| {
            one.name.len() == "squat".len()
                && !matches!(one.dose, DoseSyntax::None)
                && one.modifiers.iter().all(|modifier| matches!(modifier.kind, ModifierKind::At(_)))
        }),
        Takes::Amount => {
            let is_dose = performance(&format!("squat {value}")).is_some_and(|one| {
                let is_one = matches!(
                    &one.dose,
                    DoseSyntax::One(DoseItem { sets: None, bout: BoutSyntax::Of(_), .. })
                );
                is_one && one.modifiers.is_empty() && one.name.len() == "squat".len()
            });
            is_dose || is_rest(value)
        }
        Takes::Target => performance(&format!("squat 5 @ {value}")).is_some_and(|one| {
            matches!(&*one.modifiers, [only] if matches!(only.kind, ModifierKind::At(_)))
        }),
        Takes::Reference => performance(&format!("squat 5 @ 50% of {value}")).is_some_and(|one| {
            one.modifiers.iter().flat_map(|modifier| modifier.targets()).any(|target| {
                matches!(target.kind, TargetSyntax::Amount { of: Some(Reference::Name(name)), .. } if name.len() == value.len())
            }) && one.modifiers.len() == 1
        }),
        Takes::Text => is_text(value),
        Takes::Value | Takes::Inside => true,
    }
}

/// Tells whether a value is one text in quotes.
pub(super) fn is_text(value: &str) -> bool {
    let text = format!("note {value}");
    let statement = only(&text);
    statement.is_some_and(|one| matches!(one.kind, StatementKind::Text(_, texts) if texts.len() == 1))
}

fn is_rest(value: &str) -> bool {
    let of_rest = only(&format!("rest {value}")).is_some_and(|one| {
        matches!(one.kind, StatementKind::Rest(amount, None)
            if matches!(*amount, RestAmount::For(_) | RestAmount::Ratio { .. } | RestAmount::UntilReady))
    });
    of_rest
        || only(&format!("circuit rounds {value} < squat 5 >")).is_some_and(|one| match one.kind {
            StatementKind::Block(block) => matches!(
                block.options.as_slice(),
                [option] if matches!(option.kind, OptionKind::Rounds(_)) && option.span.len() == "rounds ".len() + value.len()
            ),
            _ => false,
        })
}

fn performance(text: &str) -> Option<Performance> {
    match only(text)?.kind {
        StatementKind::Movement(performances) if performances.len() == 1 => performances.into_iter().next(),
        _ => None,
    }
}

/// Reads a text that is one statement without a mistake.
fn only(text: &str) -> Option<Statement> {
    let (tree, diagnostics) = syntax::parse(text);
    let mut statements = tree.statements.into_iter();
    let first = statements.next()?;
    (diagnostics.is_empty() && statements.next().is_none() && first.span.len() == text.len()).then_some(first)
}
