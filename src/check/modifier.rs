//! The modifiers of a movement: sides, tempo, and what comes between sets.

use super::Checker;
use super::amount::QuantityName;
use super::program::{BetweenSets, BodyHalf, Dose, MovementId, SetGroup, Side, Sides, Tempo};
use super::scope::{Gives, Scope};
use crate::diagnostic::{Choice, Diagnostic, Rule, ends_statement};
use crate::source::Span;
use crate::syntax::TEMPO;
use crate::syntax::tree::{
    AfterMiss, Half, Modifier, ModifierKind, Move, Performance, Quantity, RestAmount, Target, Text,
};

/// The modifiers of one alternative, each with its place.
#[derive(Default)]
pub(super) struct Modifiers<'t> {
    pub(super) half: Option<(BodyHalf, Span)>,
    pub(super) both_directions: Option<Span>,
    pub(super) alternating: Option<Span>,
    pub(super) side: Option<(Side, Span)>,
    pub(super) at: Option<(&'t [Target], Span)>,
    pub(super) tempo: Option<(Span, Span)>,
    pub(super) hold: Option<(&'t Quantity, Span)>,
    pub(super) rest: Option<(&'t RestAmount, Span)>,
    pub(super) every: Option<(&'t Quantity, Span)>,
    pub(super) only: Option<Span>,
    pub(super) moves: Vec<&'t Move>,
    pub(super) after_miss: Option<(&'t AfterMiss, Span)>,
    pub(super) harder: Option<(u32, Span)>,
    pub(super) cue: Option<(Text, Span)>,
}

impl<'t> Modifiers<'t> {
    /// Takes what it lacks from another alternative. A side, `per` and `alternating` count as one thing.
    pub(super) fn or(&mut self, other: &Modifiers<'t>) {
        if self.half.is_none() && self.alternating.is_none() && self.side.is_none() {
            (self.half, self.alternating, self.side) = (other.half, other.alternating, other.side);
        }
        self.both_directions = self.both_directions.or(other.both_directions);
        self.at = self.at.or(other.at);
        if self.tempo.is_none() && self.hold.is_none() {
            (self.tempo, self.hold) = (other.tempo, other.hold);
        }
        if self.rest.is_none() && self.every.is_none() {
            (self.rest, self.every) = (other.rest, other.every);
        }
        if self.moves.is_empty() && self.after_miss.is_none() && self.harder.is_none() {
            self.moves.clone_from(&other.moves);
            (self.after_miss, self.harder) = (other.after_miss, other.harder);
        }
        self.cue = self.cue.or(other.cue);
    }
}

impl<'f> Checker<'f> {
    /// Gathers the modifiers of an alternative, and reports those that are given twice. A side between two of its sets is
    /// asked about where the list is checked.
    pub(super) fn modifiers_of(&mut self, performance: &'f Performance) -> Modifiers<'f> {
        self.modifiers(performance.modifiers.iter().filter(|one| !performance.is_side_inside(one)))
    }

    /// Gathers modifiers, and reports those that are given twice.
    pub(super) fn modifiers(&mut self, written: impl IntoIterator<Item = &'f Modifier>) -> Modifiers<'f> {
        let mut modifiers = Modifiers::default();
        for Modifier { span, kind } in written {
            let span = *span;
            let first = match kind {
                ModifierKind::Per(Half::Direction) => modifiers.both_directions.replace(span),
                ModifierKind::Per(half) => {
                    modifiers.half.replace((body_half(*half), span)).map(|(_, first)| first)
                }
                ModifierKind::Alternating => modifiers.alternating.replace(span),
                ModifierKind::Right => modifiers.side.replace((Side::Right, span)).map(|(_, first)| first),
                ModifierKind::Left => modifiers.side.replace((Side::Left, span)).map(|(_, first)| first),
                ModifierKind::At(targets) => modifiers.at.replace((targets, span)).map(|(_, first)| first),
                ModifierKind::Tempo(figures) => {
                    modifiers.tempo.replace((*figures, span)).map(|(_, first)| first)
                }
                ModifierKind::Hold(amount) => modifiers.hold.replace((amount, span)).map(|(_, first)| first),
                ModifierKind::Rest(amount) => modifiers.rest.replace((amount, span)).map(|(_, first)| first),
                ModifierKind::Every(amount) => {
                    modifiers.every.replace((amount, span)).map(|(_, first)| first)
                }
                ModifierKind::Only(_) => modifiers.only.replace(span),
                ModifierKind::Move(one) => {
                    modifiers.moves.push(one);
                    None
                }
                ModifierKind::AfterMiss(after) => {
                    modifiers.after_miss.replace((after, span)).map(|(_, first)| first)
                }
                ModifierKind::Harder(count) => {
                    modifiers.harder.replace((*count, span)).map(|(_, first)| first)
                }
                ModifierKind::Cue(text) => modifiers.cue.replace((*text, span)).map(|(_, first)| first),
            };
            if let Some(first) = first {
                let text = self.text(span);
                let help = match kind {
                    ModifierKind::At(_) => "join targets with `and`: `@ 80% and rir 2`",
                    ModifierKind::Cue(_) => "put both cues into one text",
                    ModifierKind::Right | ModifierKind::Left => {
                        "for both sides, write `per side` or `alternating`"
                    }
                    ModifierKind::Per(_)
                    | ModifierKind::Alternating
                    | ModifierKind::Tempo(_)
                    | ModifierKind::Hold(_)
                    | ModifierKind::Rest(_)
                    | ModifierKind::Only(_)
                    | ModifierKind::Move(_)
                    | ModifierKind::AfterMiss(_)
                    | ModifierKind::Harder(_)
                    | ModifierKind::Every(_) => "delete one of them",
                };
                let choices = self.one_of_twice(kind, first, span);
                self.report(
                    Diagnostic::new(Rule::OptionTwice, span, format!("`{text}` is given a second time"))
                        .and_at(first, "the first is here")
                        .help(help)
                        .choices(choices),
                );
            }
        }
        modifiers
    }

    /// Offers what may be meant by a modifier that is given twice.
    fn one_of_twice(&self, kind: &ModifierKind, first: Span, second: Span) -> Vec<Choice> {
        let (one, other) = (self.text(first), self.text(second));
        let gone = self.room_of(second);
        let instead = |text: String| Choice::write(first, text).and(gone, "");
        match kind {
            ModifierKind::At(_) => {
                vec![instead(format!("{one} and {}", other.trim_start_matches('@').trim_start()))]
            }
            ModifierKind::Cue(_) => {
                let (Some(one), Some(other)) = (one.strip_suffix('"'), other.strip_prefix('"')) else {
                    return Vec::new();
                };
                vec![instead(format!("{one}; {other}"))]
            }
            ModifierKind::Right | ModifierKind::Left if one != other => {
                ["per side", "alternating"].map(|both| instead(both.to_owned())).into()
            }
            ModifierKind::Right
            | ModifierKind::Left
            | ModifierKind::Per(_)
            | ModifierKind::Alternating
            | ModifierKind::Tempo(_)
            | ModifierKind::Hold(_)
            | ModifierKind::Rest(_)
            | ModifierKind::Only(_)
            | ModifierKind::Move(_)
            | ModifierKind::AfterMiss(_)
            | ModifierKind::Harder(_)
            | ModifierKind::Every(_) => self.delete_one(first, second),
        }
    }

    /// Returns sides in the movement's own half: the side of a lunge is a leg.
    pub(super) fn in_own_half(&self, sides: Sides, movement: MovementId) -> Sides {
        match (sides, self.names.get(movement).sides) {
            (Sides::Each(BodyHalf::Side), Some(half)) => Sides::Each(half),
            (Sides::EachAlternating(BodyHalf::Side), Some(half)) => Sides::EachAlternating(half),
            (sides, _) => sides,
        }
    }

    pub(super) fn sides(&mut self, modifiers: &Modifiers<'_>, scope: &Scope) -> Option<Sides> {
        let written = modifiers.half.map(|(_, span)| span).or(modifiers.side.map(|(_, span)| span));
        if let (Some(header), Some(place)) = (scope.per_side, written.or(modifiers.alternating)) {
            self.report(
                Diagnostic::new(
                    Rule::SidesInsidePerSide,
                    place,
                    "the whole block is done on one side, then on the other",
                )
                .and_at(header, "it says so here")
                .help("delete one of the two")
                .choices([self.delete(place).meaning("here"), self.delete(header).meaning("in the header")]),
            );
            return None;
        }
        if scope.gives == Gives::Tabata
            && let Some((_, place)) = modifiers.half
        {
            self.report(
                Diagnostic::new(
                    Rule::NotInTabata,
                    place,
                    "a tabata gives a movement 20 s, which two sides can't take in turn",
                )
                .help("write `alternating`, or name each side: `side plank right; side plank left`")
                .choices([Choice::write(place, "alternating")]),
            );
            return None;
        }
        match (modifiers.half, modifiers.alternating, modifiers.side) {
            (None, None, None) => Some(Sides::Together),
            (Some((half, _)), None, None) => Some(Sides::Each(half)),
            (None, Some(_), None) => Some(Sides::Alternating),
            (Some((half, _)), Some(_), None) => Some(Sides::EachAlternating(half)),
            (None, None, Some((side, _))) => Some(Sides::Only(side)),
            (half, alternating, Some((side, place))) => {
                let other = half.map(|(_, span)| span).or(alternating).unwrap_or(place);
                let message = format!("`{}` is one side, and this names both", side.name());
                self.report(
                    Diagnostic::new(Rule::ConflictingModifiers, place, message)
                        .and_at(other, "both sides are named here")
                        .help("keep one of the two")
                        .choices(self.delete_one(other, place)),
                );
                None
            }
        }
    }

    pub(super) fn tempo(&mut self, figures: Span, place: Span) -> Option<Tempo> {
        let text = self.text(figures);
        let phases: Vec<&str> = if text.contains('-') {
            text.split('-').collect()
        } else {
            text.split("").filter(|one| !one.is_empty()).collect()
        };
        let read: Option<Vec<u8>> = phases
            .iter()
            .map(|phase| {
                if phase.eq_ignore_ascii_case("x") {
                    return Some(Tempo::EXPLOSIVE);
                }
                phase.parse::<u8>().ok().filter(|&seconds| seconds <= 99)
            })
            .collect();
        let lacks_one = read.as_ref().is_some_and(|phases| phases.len() == 3);
        let phases = read.and_then(|phases| <[u8; 4]>::try_from(phases).ok());
        if let Some(phases) = phases {
            let tempo = Tempo { phases };
            if tempo.seconds() > 0 {
                return Some(tempo);
            }
        }
        let whole = if text.contains('-') { format!("{text}-0") } else { format!("{text}0") };
        let choice = Choice::showing(figures, &whole, &format!("tempo {whole}"));
        self.report(
            Diagnostic::new(Rule::BadTempo, place, format!("`{text}` is not a tempo"))
                .help(TEMPO)
                .choices(lacks_one.then_some(choice)),
        );
        None
    }

    pub(super) fn between_sets(
        &mut self,
        modifiers: &Modifiers<'f>,
        has_sets: bool,
        name: Span,
        scope: &Scope,
    ) -> Option<BetweenSets> {
        let place = modifiers.rest.map(|(_, span)| span).or(modifiers.every.map(|(_, span)| span));
        let Some(place) = place else { return Some(BetweenSets::Nothing) };
        if let (Some((_, rest)), Some((_, every))) = (modifiers.rest, modifiers.every) {
            self.report(
                Diagnostic::new(
                    Rule::ConflictingModifiers,
                    every,
                    "sets take either `rest` or `every`, not both",
                )
                .and_at(rest, "the rest is here")
                .help("keep one of the two")
                .choices(self.delete_one(rest, every)),
            );
            return None;
        }
        if !has_sets {
            let text = self.text(place);
            let movement = self.text(name);
            let help = match modifiers.every {
                Some(_) => format!(
                    "`{text}` sends off each of several sets, and how many there are goes before the dose: `{movement} 4x…`"
                ),
                None => format!(
                    "sets are written `{movement} 5x5 rest 3min`; a rest after the movement is a step of its own, after `;` or on a new line"
                ),
            };
            self.report(
                Diagnostic::new(
                    Rule::ModifierNeedsSets,
                    place,
                    format!("`{text}` needs sets, and there are none"),
                )
                .help(help)
                .choices(modifiers.rest.and_then(|(_, rest)| self.rest_as_step(rest))),
            );
            return None;
        }
        if let Some((amount, span)) = modifiers.rest {
            return self.rest_amount(amount, span, scope).map(|amount| BetweenSets::Rest(Box::new(amount)));
        }
        let (amount, _) = modifiers.every?;
        self.time(amount, QuantityName("the time from set to set"), scope).map(BetweenSets::Every)
    }

    /// Offers to make a step of its own of a rest that ends its statement.
    fn rest_as_step(&self, rest: Span) -> Option<Choice> {
        let text = &self.files.get(self.file).text;
        let start = text.get(..rest.range().start)?.trim_end().len();
        let gap = Span::new(start, rest.range().start);
        ends_statement(text, rest.range().end)
            .then(|| Choice::new(format!("Write `; {}`, a step of its own", self.text(rest)), gap, "; "))
    }

    /// Warns about `back squat 1x5 rest 3min`, since one set has nothing between its sets.
    pub(super) fn check_single_set(
        &mut self,
        dose: &Dose,
        modifiers: &Modifiers<'_>,
        performance: &Performance,
        statement: Span,
    ) {
        let Dose::Sets(groups) = dose else { return };
        let [SetGroup { count, .. }] = groups.as_ref() else { return };
        let Some(place) = modifiers.rest.map(|(_, span)| span).or(modifiers.every.map(|(_, span)| span))
        else {
            return;
        };
        // Alternatives share modifiers, so a fix of one would change both.
        let is_own = performance.modifiers.iter().any(|modifier| modifier.span == place);
        if !is_own || (count.low, count.high) != (1000, 1000) || count.progression.is_some() {
            return;
        }
        let (name, text) = (self.text(performance.name), self.text(place));
        let list = format!("sets that differ go on one line: `{name} 5 @ 75%, 3 @ 85% {text}`");
        let message = format!("`{text}` goes between sets, and this is a single set");
        let diagnostic = Diagnostic::new(Rule::IdleOption, place, message);
        // A quoted name begins after its quote.
        let is_alone = performance.name.start <= statement.start + 1;
        self.report(if modifiers.rest.is_some() && is_alone {
            let before = &self.text(statement)[..place.start.saturating_sub(statement.start) as usize];
            let from = statement.start as usize + before.trim_end().len();
            let behind = self.text(Span { start: place.end, end: statement.end }).trim_end();
            let (gap, joint) = match behind {
                "" => (Span::new(from, place.start as usize), "; ".to_owned()),
                // A cue belongs to the set.
                _ => (Span::new(from, statement.end as usize), format!("{behind}; {text}")),
            };
            diagnostic.help(list).fix(gap, joint)
        } else {
            diagnostic
                .help(format!("a rest after it is a step of its own, after `;` or on a new line; {list}"))
        });
    }
}

pub(super) fn body_half(half: Half) -> BodyHalf {
    match half {
        Half::Leg => BodyHalf::Leg,
        Half::Arm => BodyHalf::Arm,
        Half::Side | Half::Direction => BodyHalf::Side,
        Half::Hand => BodyHalf::Hand,
        Half::Foot => BodyHalf::Foot,
    }
}
