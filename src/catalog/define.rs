//! From a `movement "…" < … >` in the tree to a [`Movement`].

use super::blanks::single_blanks;
use super::fold::fold;
use super::movement::{BodyHalf, Movement, MovementFigure, MovementPace, Pattern};
use super::slug::slug;
use crate::diagnostic::{Diagnostic, Rule, nearest};
use crate::quantity::{Amount, Kind, Unit};
use crate::source::Span;
use crate::syntax::tree::{
    FactKind, FactTextWord, FactWord, MovementDefinition, Quantity, Text, TextWord, Tree,
};

/// What a definition says about sides.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Sides {
    half: BodyHalf,
    alternate: bool,
}

/// What a definition states, and nothing else, so that it can be combined with a known movement.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Definition {
    name: String,
    also: Option<Vec<String>>,
    pattern: Option<Pattern>,
    muscles: Option<Vec<String>>,
    secondary: Option<Vec<String>>,
    equipment: Option<Vec<String>>,
    sides: Option<Sides>,
    easier: Option<Vec<String>>,
    harder: Option<Vec<String>>,
    load: Option<Amount>,
    has_max: bool,
    pace: Option<MovementPace>,
    figure: Option<String>,
    why: Option<String>,
    cues: Vec<String>,
}

impl Definition {
    /// Returns the name it defines.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the other names it gives.
    pub fn also(&self) -> &[String] {
        self.also.as_deref().unwrap_or_default()
    }

    /// Returns the words of the figure it gives.
    pub fn figure(&self) -> Option<&str> {
        self.figure.as_deref()
    }

    /// Returns the names of the easier and harder forms it gives.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.easier.iter().chain(&self.harder).flatten().map(String::as_str)
    }

    /// Returns `known` with what this definition states in place of its own.
    pub fn over(self, known: Movement) -> Movement {
        let known_sides = known.sides.map(|half| Sides { half, alternate: known.sides_alternate });
        let sides = self.sides.or(known_sides);
        Movement {
            id: slug(&self.name),
            name: self.name,
            known: true,
            also: self.also.unwrap_or(known.also),
            pattern: self.pattern.or(known.pattern),
            muscles: self.muscles.unwrap_or(known.muscles),
            secondary: self.secondary.unwrap_or(known.secondary),
            equipment: self.equipment.unwrap_or(known.equipment),
            sides: sides.map(|sides| sides.half),
            sides_alternate: sides.is_some_and(|sides| sides.alternate),
            easier: self.easier.unwrap_or(known.easier),
            harder: self.harder.unwrap_or(known.harder),
            load: self.load.or(known.load),
            has_max: self.has_max || known.has_max,
            pace: self.pace.or(known.pace),
            figure: self.figure.map(MovementFigure::Said).or(known.figure),
            why: self.why.or(known.why),
            cues: if self.cues.is_empty() { known.cues } else { self.cues },
        }
    }
}

/// Reads a definition. Lines that can't be read are reported and left out.
pub fn define(definition: &MovementDefinition, text: &str) -> (Definition, Vec<Diagnostic>) {
    let mut reader = Reader { text, diagnostics: Vec::new() };
    let mut read = Definition { name: reader.words(definition.name), ..Definition::default() };
    for fact in &definition.facts {
        match &fact.kind {
            FactKind::Text(word, texts) => reader.texts(&mut read, *word, texts, fact.span),
            FactKind::Words(word, words) => reader.listed(&mut read, *word, words, fact.span),
            FactKind::Amount(word, amount) => reader.amount(&mut read, *word, amount, fact.span),
            FactKind::Figure(words) => read.figure = Some(text[words.range()].to_owned()),
        }
    }
    (read, reader.diagnostics)
}

/// Reads the first definition of a tree.
pub(super) fn first(tree: &Tree, text: &str) -> Option<Movement> {
    tree.movement_definitions().next().map(|definition| define(definition, text).0.over(Movement::default()))
}

/// Reads all definitions of a tree, each with its mistakes.
#[cfg(test)]
pub(super) fn all(tree: &Tree, text: &str) -> Vec<(Movement, Vec<Diagnostic>)> {
    let read = |definition| {
        let (read, diagnostics) = define(definition, text);
        (read.over(Movement::default()), diagnostics)
    };
    tree.movement_definitions().map(read).collect()
}

struct Reader<'t> {
    text: &'t str,
    diagnostics: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Returns the words of a text.
    fn words(&self, text: Text) -> String {
        unescape(&self.text[text.inner.range()])
    }

    fn texts(&mut self, read: &mut Definition, word: TextWord, texts: &[Text], span: Span) {
        let word = match word {
            TextWord::Fact(word) => word,
            TextWord::About(_) | TextWord::Step(_) | TextWord::Until => {
                self.diagnostics.push(Diagnostic::new(
                    Rule::MovementStatement,
                    span,
                    "this belongs in a workout, not in a movement",
                ));
                return;
            }
        };
        let mut all: Vec<String> = texts.iter().map(|&text| self.words(text)).collect();
        match word {
            FactTextWord::Also => read.also.get_or_insert_default().append(&mut all),
            FactTextWord::Easier => read.easier.get_or_insert_default().append(&mut all),
            FactTextWord::Harder => read.harder.get_or_insert_default().append(&mut all),
            FactTextWord::Cue => read.cues.append(&mut all),
            FactTextWord::Why => read.why = all.into_iter().next(),
        }
    }

    fn listed(&mut self, read: &mut Definition, word: FactWord, words: &[Span], span: Span) {
        let text = self.text;
        let all: Vec<String> = words.iter().map(|word| fold(&text[word.range()])).collect();
        if all.is_empty() != (word == FactWord::Max) {
            self.wrong(span, word);
            return;
        }
        let one = all.first().map(String::as_str).unwrap_or_default();
        match word {
            FactWord::Max => read.has_max = true,
            FactWord::Muscles => read.muscles = Some(all),
            FactWord::Secondary => read.secondary = Some(all),
            FactWord::Equipment => read.equipment = Some(if one == "none" { Vec::new() } else { all }),
            FactWord::Pattern => match Pattern::ALL.iter().find(|(name, _)| *name == one) {
                Some(&(_, pattern)) => read.pattern = Some(pattern),
                None => self.unknown(span, word, words, Pattern::ALL.map(|(name, _)| name)),
            },
            FactWord::Sides => match sides(one) {
                Some(sides) => read.sides = Some(sides),
                None => self.unknown(span, word, words, BodyHalf::ALL.map(|(name, _)| name)),
            },
            FactWord::Load | FactWord::Pace | FactWord::Figure => self.wrong(span, word),
        }
    }

    /// Reports words that are not among the known ones. A single word that is near one of them gets a fix.
    fn unknown<const N: usize>(
        &mut self,
        span: Span,
        word: FactWord,
        words: &[Span],
        known: [&'static str; N],
    ) {
        if let [place] = words {
            let written = single_blanks(&self.text[place.range()]).to_lowercase();
            if let Some(near) = nearest(&written, known) {
                let message = format!("`{written}` is not known; it is spelt `{near}`");
                let diagnostic = Diagnostic::new(Rule::MovementStatement, *place, message);
                self.diagnostics.push(diagnostic.fix(*place, near));
                return;
            }
        }
        self.wrong(span, word);
    }

    fn amount(&mut self, read: &mut Definition, word: FactWord, amount: &Quantity, span: Span) {
        if amount.broken {
            return;
        }
        match (word, amount.unit) {
            (FactWord::Load, Some(unit)) if unit.kind() == Kind::Mass => {
                let mut load = Amount::exactly(amount.low, unit);
                load.high = amount.high;
                read.load = Some(load);
            }
            (FactWord::Pace, Some(Unit::Second)) if amount.low > 0 => {
                read.pace = Some(MovementPace::PerRep(amount.low));
            }
            (FactWord::Pace, Some(Unit::SecondPer { mm })) if amount.low > 0 => {
                read.pace = Some(MovementPace::PerDistance { ms: amount.low, mm });
            }
            _ => self.wrong(span, word),
        }
    }

    fn wrong(&mut self, span: Span, word: FactWord) {
        let (what, example) = match word {
            FactWord::Pattern => (
                "a pattern is one of squat, hinge, lunge, push, pull, carry, core, rotation, jump, locomotion, mobility",
                "pattern squat",
            ),
            FactWord::Muscles => ("muscles are listed by name", "muscles quads, glutes"),
            FactWord::Secondary => ("the muscles that help are listed by name", "secondary core"),
            FactWord::Equipment => ("equipment is listed by name", "equipment barbell, rack"),
            FactWord::Sides => (
                "sides are leg, arm, side, hand or foot, followed by `alternating` if they take turns",
                "sides leg",
            ),
            FactWord::Load => ("a load is a range in kg or lb", "load 0-10kg"),
            FactWord::Max => {
                ("`max` takes nothing after it: it says that the movement has a one-rep max", "max")
            }
            FactWord::Pace => ("a pace is the time for a repetition or for a distance", "pace 3s"),
            FactWord::Figure => ("a figure names the poses it shows", "figure stand to squat"),
        };
        self.diagnostics
            .push(Diagnostic::new(Rule::MovementStatement, span, what).help(format!("write `{example}`")));
    }
}

/// Reads `leg`, `leg alternating`.
fn sides(words: &str) -> Option<Sides> {
    let mut words = words.split_whitespace();
    let half = words.next()?;
    let &(_, half) = BodyHalf::ALL.iter().find(|(name, _)| *name == half)?;
    let alternate = match words.next() {
        Some("alternating") => true,
        Some(_) => return None,
        None => false,
    };
    words.next().is_none().then_some(Sides { half, alternate })
}

/// Writes a text between quotes, so that [`unescape`] gives it back.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns a text without its escapes.
pub fn unescape(text: &str) -> String {
    if !text.contains('\\') {
        return text.to_owned();
    }
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        if character == '\\'
            && let Some(&next) = characters.peek()
            && matches!(next, '"' | '\\')
        {
            characters.next();
            plain.push(next);
        } else {
            plain.push(character);
        }
    }
    plain
}
