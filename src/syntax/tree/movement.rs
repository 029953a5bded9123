//! A movement of the tree: its name, its dose or list of sets, and what modifies it.

use super::{AfterMiss, Half, Move, Quantity, RestAmount, Target, Text};
use crate::quantity::Open;
use crate::source::Span;
use crate::syntax::word::ModifierWord;

/// A movement's name with its dose and modifiers.
#[derive(Debug, Clone)]
pub struct Performance {
    /// The name, without the quotes of a quoted one.
    pub name: Span,
    /// Whether the name is in quotes.
    pub quoted: bool,
    /// How much. Sets that differ are several items.
    pub dose: DoseSyntax,
    /// What modifies it, in text order.
    pub modifiers: Box<[Modifier]>,
}

impl Performance {
    /// Returns the sides that are said between two sets of its list: `5 per leg, 3`. Each may be of one set or of all,
    /// which is asked about.
    pub fn sides_inside(&self) -> impl Iterator<Item = &Modifier> {
        self.modifiers.iter().filter(|one| self.is_side_inside(one))
    }

    /// Tells whether a modifier is such a side.
    pub fn is_side_inside(&self, modifier: &Modifier) -> bool {
        let DoseSyntax::List(items) = &self.dose else { return false };
        let [first, .., last] = &**items else { return false };
        let inside = first.item.span.start..last.item.span.start;
        modifier.kind.is_side() && inside.contains(&modifier.span.start)
    }

    /// Returns the sides that are said behind an item of its list and before the next.
    pub fn sides_behind<'p>(&'p self, item: &ListItem) -> impl Iterator<Item = &'p Modifier> {
        let items: &[ListItem] = match &self.dose {
            DoseSyntax::List(items) => items,
            DoseSyntax::One(_) | DoseSyntax::None => &[],
        };
        let start = item.item.span.start;
        let next = items.iter().map(|one| one.item.span.start).find(|next| *next > start).unwrap_or(u32::MAX);
        let sides = self.modifiers.iter().filter(|one| one.kind.is_side());
        sides.filter(move |one| (start..next).contains(&one.span.start))
    }
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
    /// Its own tempo, rest and cue, which come before the comma behind it.
    pub own: Box<[Modifier]>,
}

/// `10`, `3x8-12`, `5+`, `max`.
#[derive(Debug, Clone)]
pub struct DoseItem {
    /// All of it.
    pub span: Span,
    /// The number of sets, if one is given.
    pub sets: Option<Box<Quantity>>,
    /// What each set is, or the only bout.
    pub bout: BoutSyntax,
    /// What is counted, where it is `max`: `max cal`.
    pub open: Option<Open>,
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

impl BoutSyntax {
    /// Returns its amount, to be changed.
    pub fn amount_mut(&mut self) -> Option<&mut Quantity> {
        match self {
            BoutSyntax::Of(amount) | BoutSyntax::AtLeast(amount) => Some(amount),
            BoutSyntax::Max(amount) => amount.as_mut(),
        }
    }
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
    /// Returns its targets. Only an `@` has any.
    pub fn targets(&self) -> &[Target] {
        match &self.kind {
            ModifierKind::At(targets) => targets,
            ModifierKind::Per(_)
            | ModifierKind::Alternating
            | ModifierKind::Right
            | ModifierKind::Left
            | ModifierKind::Tempo(_)
            | ModifierKind::Hold(_)
            | ModifierKind::Rest(_)
            | ModifierKind::Every(_)
            | ModifierKind::Only(_)
            | ModifierKind::Move(_)
            | ModifierKind::AfterMiss(_)
            | ModifierKind::Harder(_)
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
    /// `hold 5s`.
    Hold(Box<Quantity>),
    /// `rest 3min`.
    Rest(Box<RestAmount>),
    /// `every 1:45`.
    Every(Box<Quantity>),
    /// `only round 1`.
    Only(Box<Only>),
    /// `+2.5kg each success`.
    Move(Box<Move>),
    /// `after a miss 6x2 then 10x1`.
    AfterMiss(Box<AfterMiss>),
    /// `harder each 3 successes`: after how many.
    Harder(u32),
    /// A cue for this use alone.
    Cue(Text),
}

impl ModifierKind {
    /// Tells whether it says on which side or sides a movement is done.
    pub fn is_side(&self) -> bool {
        match self {
            ModifierKind::Per(_) | ModifierKind::Alternating | ModifierKind::Right | ModifierKind::Left => {
                true
            }
            ModifierKind::At(_)
            | ModifierKind::Tempo(_)
            | ModifierKind::Hold(_)
            | ModifierKind::Rest(_)
            | ModifierKind::Every(_)
            | ModifierKind::Only(_)
            | ModifierKind::Move(_)
            | ModifierKind::AfterMiss(_)
            | ModifierKind::Harder(_)
            | ModifierKind::Cue(_) => false,
        }
    }

    /// Returns the word of the table that it begins with, if it is one of a modifier.
    pub fn word(&self) -> Option<ModifierWord> {
        Some(match self {
            ModifierKind::Per(_) => ModifierWord::Per,
            ModifierKind::Alternating => ModifierWord::Alternating,
            ModifierKind::Right => ModifierWord::Right,
            ModifierKind::Left => ModifierWord::Left,
            ModifierKind::Tempo(_) => ModifierWord::Tempo,
            ModifierKind::Hold(_) => ModifierWord::Hold,
            ModifierKind::Rest(_) => ModifierWord::Rest,
            ModifierKind::Every(_) => ModifierWord::Every,
            ModifierKind::Only(only) if only.not => ModifierWord::Not,
            ModifierKind::Only(_) => ModifierWord::Only,
            // Targets, moves and cues begin with a sign; the others with a word that begins statements elsewhere.
            ModifierKind::At(_)
            | ModifierKind::Move(_)
            | ModifierKind::AfterMiss(_)
            | ModifierKind::Harder(_)
            | ModifierKind::Cue(_) => return None,
        })
    }
}

/// `only rounds 2-4`, `not round 3`: in which rounds of its block a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Only {
    /// All of it.
    pub span: Span,
    /// Whether it is all rounds but these.
    pub not: bool,
    /// The first of the rounds, from 1.
    pub from: u32,
    /// The last of them.
    pub to: u32,
}

impl Only {
    /// Returns what it says, without its place.
    pub fn rounds(&self) -> (bool, u32, u32) {
        (self.not, self.from, self.to)
    }
}
