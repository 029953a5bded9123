//! A step, from its phrases in any order to the language's order.

mod named;
mod order;

use self::named::{is_half_of_name, known_name, name_end};
use self::order::{in_order, rest_alone};
use super::names::KnownNames;
use super::phrase::{self, Ahead, Bout, Phrase, SoFar};
use super::token::{Kind, Token, written};
use super::{joined, once};
use crate::catalog::movement::{Movement, MovementPace, Pattern};
use crate::source::Span;

pub(super) use self::named::{begins_with_name, name_length};

/// A part of a reading.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// As the language has it.
    pub text: String,
    /// What it was read from.
    pub from: Span,
}

/// A set, or several that are equal, with what is said of them alone.
#[derive(Debug, Default)]
struct Item {
    sets: Option<String>,
    bout: Option<Bout>,
    from: Span,
    per: Option<(Option<&'static str>, Span)>,
    loads: Vec<(String, bool, Span)>,
    targets: Vec<(String, Span)>,
    hold: Option<(String, Span)>,
    modifiers: Vec<(String, Span)>,
    rest: Option<(String, Span)>,
    every: Option<(String, Span)>,
    rate_or_rest: Option<(u32, Span)>,
    cues: Vec<(String, Span)>,
    /// Where it says that the count is of all of it.
    total: Option<Span>,
    /// What was said last that may grow.
    said: Said,
}

/// From so many on, a count in total is of all sets, and not of both sides.
const MANY: u32 = 50;

/// What may grow from turn to turn.
#[derive(Debug, Clone, Copy, Default)]
enum Said {
    #[default]
    Dose,
    Load,
    Target,
    Rest,
    Every,
    Hold,
}

impl Item {
    /// Returns the text of what grows.
    fn growing(&mut self, said: Said) -> Option<&mut String> {
        match said {
            Said::Load if !self.loads.is_empty() => self.loads.last_mut().map(|(text, ..)| text),
            Said::Load | Said::Target => self.targets.last_mut().map(|(text, _)| text),
            Said::Rest => self.rest.as_mut().map(|(text, _)| text),
            Said::Every => self.every.as_mut().map(|(text, _)| text),
            Said::Hold => self.hold.as_mut().map(|(text, _)| text),
            Said::Dose => match &mut self.bout {
                Some(Bout::Of(amount)) => Some(&mut amount.text),
                Some(Bout::AtLeast(_) | Bout::Max(_) | Bout::Unit { .. }) | None => None,
            },
        }
    }
}

/// What is said of a step as a whole.
#[derive(Debug, Default)]
struct Step {
    /// The first and the last token of the name, and what to write for it where that is something else.
    name: Option<(usize, usize, Option<String>)>,
    items: Vec<Item>,
    implement: Option<(&'static str, Span)>,
    build_to: Option<(String, Span)>,
    only: Option<(String, Span)>,
    more_rests: Vec<String>,
}

/// Words that movements' names seldom have. A name with one of them is read only if it is known.
const JOINING: [&str; 26] = [
    "x",
    "with",
    "at",
    "on",
    "in",
    "then",
    "of",
    "for",
    "from",
    "until",
    "do",
    "as",
    "each",
    "per",
    "every",
    "transition",
    "switch",
    "rest",
    "rounds",
    "title",
    "round",
    "sets",
    "set",
    "reps",
    "rep",
    "times",
];

/// Strokes as swimmers say them, and the catalogue's names for them.
const STROKES: [(&[&str], &str); 7] = [
    (&["free", "freestyle", "crawl", "fr"], "freestyle"),
    (&["back", "backstroke", "bk"], "backstroke"),
    (&["breast", "breaststroke", "br"], "breaststroke"),
    (&["fly", "butterfly"], "butterfly stroke"),
    (&["im"], "individual medley"),
    (&["kick", "kicking"], "swim kick"),
    (&["pull", "pulling"], "swim pull"),
];

/// Tells whether a sign only parts phrases. A dash parts them between blanks, and a stop at the end.
fn parts(tokens: &[Token<'_>], at: usize) -> bool {
    let is_last = || tokens[at..].iter().all(|token| matches!(token.kind, Kind::Sign('.' | '…')));
    match tokens[at].kind {
        Kind::Sign(',' | '(' | ')' | ':' | '|' | '=') => true,
        // `12-` lacks a figure.
        Kind::Sign('-' | '–') if at > 0 && tokens[at].glued && tokens[at - 1].kind == Kind::Number => false,
        Kind::Sign('-' | '–') => tokens.get(at + 1).is_none_or(|next| !next.glued),
        Kind::Sign('.' | '…') => at > 0 && is_last(),
        _ => false,
    }
}

/// Reads a step: its pieces in the language's order, or nothing where any word or figure of it is not understood.
pub(super) fn step(tokens: &[Token<'_>], names: &KnownNames) -> Option<Vec<Piece>> {
    let step = phrases(tokens, names)?;
    let name = step.name.as_ref().map(|(from, to, instead)| {
        let text = instead.clone().unwrap_or_else(|| written(&tokens[*from..*to]));
        Piece { text, from: tokens[*from].span.to(tokens[*to - 1].span) }
    });
    let Some(mut name) = name else { return rest_alone(step) };
    // `seven minute workout`.
    if let Some((from, to, None)) = step.name
        && super::begins_with_keyword(&tokens[from..to])
        && !names.knows(&name.text)
    {
        return None;
    }
    if let Some((implement, _)) = step.implement {
        name.text = with_implement(&name.text, implement, names)?;
    }
    let bare = name.text.trim_matches('"');
    let has_dose = step.build_to.is_some() || step.items.iter().all(|item| item.bout.is_some());
    if !names.knows(bare) && (!has_dose || name.text.split(' ').any(|word| JOINING.contains(&word))) {
        return None;
    }
    in_order(step, &name, names.movement(bare).as_deref())
}

/// Returns the name of a movement with what it is loaded with, where its own name does not say so.
fn with_implement(name: &str, implement: &str, names: &KnownNames) -> Option<String> {
    let has_it = |name: &str| {
        names.movement(name).is_some_and(|movement| movement.equipment.iter().any(|one| one == implement))
    };
    if has_it(name) {
        return Some(name.to_owned());
    }
    let with = format!("{implement} {name}");
    has_it(&with).then_some(with)
}

/// Reads a step as one of a superset: its number of sets, the step without them, and its rest.
pub(super) fn in_a_superset(
    tokens: &[Token<'_>],
    names: &KnownNames,
) -> Option<(String, String, Option<String>)> {
    let mut read = phrases(tokens, names)?;
    let (from, to, instead) = read.name.clone()?;
    let text = instead.unwrap_or_else(|| written(&tokens[from..to]));
    let [item] = read.items.as_mut_slice() else { return None };
    let sets = item.sets.take()?;
    let rest = item.rest.take().map(|(rest, _)| rest);
    let movement = names.movement(&text);
    let name = Piece { text, from: tokens[from].span };
    let pieces = in_order(read, &name, movement.as_deref())?;
    Some((sets, joined(&pieces), rest))
}

/// Gathers what is said.
fn phrases(tokens: &[Token<'_>], names: &KnownNames) -> Option<Step> {
    let step = Step { items: vec![Item::default()], ..Step::default() };
    let mut gathering = Gathering {
        tokens,
        names,
        step,
        at: label(tokens),
        after_comma: false,
        after_target: false,
        is_rest_first: false,
        has_at: None,
    };
    while gathering.at < tokens.len() {
        let is_taken = gathering.strokes_in_order()?
            || gathering.name_that_is_known()
            || gathering.half_before_name()?
            || gathering.phrase()?
            || gathering.remark()?
            || gathering.name_by_stroke()
            || gathering.effort()?
            || gathering.sign_or_other_name();
        is_taken.then_some(())?;
    }
    let Gathering { step, is_rest_first, .. } = gathering;
    let is_step = step.name.is_some() || step.items.iter().any(|item| item.bout.is_some());
    (!(is_rest_first && is_step)).then_some(step)
}

/// A step on its way. Each method reads what it knows at the place that was reached, and tells whether there was any; none
/// where the step cannot be understood.
struct Gathering<'g, 't> {
    tokens: &'g [Token<'t>],
    names: &'g KnownNames,
    step: Step,
    /// The number of the token that comes next.
    at: usize,
    after_comma: bool,
    after_target: bool,
    is_rest_first: bool,
    /// The number of the item that has an `@`.
    has_at: Option<usize>,
}

impl Gathering<'_, '_> {
    /// Returns the place of so many tokens.
    fn place(&self, length: usize) -> Span {
        self.tokens[self.at].span.to(self.tokens[self.at + length - 1].span)
    }

    fn has_dose(&self) -> bool {
        self.step.items.iter().any(|item| item.bout.is_some()) || self.step.build_to.is_some()
    }

    fn so_far(&self) -> SoFar {
        let items = &self.step.items;
        SoFar {
            has_dose: self.has_dose(),
            has_sets: items.iter().any(|item| item.sets.is_some()),
            has_name: self.step.name.is_some(),
            is_list: items.iter().rev().skip(1).any(|item| item.targets.is_empty() && item.loads.is_empty()),
            after_comma: self.after_comma,
            follows_others: items.len() > 1,
            after_target: self.after_target,
        }
    }

    /// Returns the movement's name as it is read.
    fn named(&self) -> Option<String> {
        let (from, to, instead) = self.step.name.as_ref()?;
        Some(instead.clone().unwrap_or_else(|| written(&self.tokens[*from..*to])))
    }

    /// `4x100 IM order` are swims, each in another stroke; `4x50 IM order kick` names them.
    fn strokes_in_order(&mut self) -> Option<bool> {
        if self.step.name.is_some() || !self.has_dose() {
            return Some(false);
        }
        let Some(end) = stroke_order(self.tokens, self.at) else { return Some(false) };
        let cue = written(&self.tokens[self.at..end]);
        self.step.add(Phrase::How(cue), self.place(end - self.at), false)?;
        let named = known_name(self.tokens, end, self.names)
            .or_else(|| Some((end + 1, Some(stroke(self.tokens.get(end)?)?.to_owned()))));
        (self.step.name, self.at) = match named {
            Some((to, instead)) => (Some((end, to, instead)), to),
            None => (Some((self.at, end, Some("swim".to_owned()))), end),
        };
        Some(true)
    }

    fn name_that_is_known(&mut self) -> bool {
        let known = || known_name(self.tokens, self.at, self.names);
        let Some((end, instead)) = self.step.name.is_none().then(known).flatten() else { return false };
        self.step.name = Some((self.at, end, instead));
        self.at = end;
        true
    }

    /// `10 each leg press`: the half is the name's.
    fn half_before_name(&mut self) -> Option<bool> {
        let token = self.tokens[self.at];
        let is_half = self.step.name.is_none()
            && self.has_dose()
            && token.is_word(&["each", "ea"])
            && is_half_of_name(&self.tokens[self.at + 1..], self.names);
        if is_half {
            self.step.add(Phrase::Per(None), token.span, false)?;
            self.at += 1;
        }
        Some(is_half)
    }

    fn phrase(&mut self) -> Option<bool> {
        let token = self.tokens[self.at];
        // `curl 3x10 EZ`: easily, or with that bar? Only who moves on can take it easy.
        if let Some(name) = self.named().filter(|_| token.is_word(&["ez"])) {
            let movement = self.names.movement(name.trim_matches('"'))?;
            (movement.pattern == Some(Pattern::Locomotion)).then_some(())?;
        }
        let ahead = Ahead { tokens: &self.tokens[self.at..], so_far: self.so_far() };
        let Some((length, found)) = phrase::next(&ahead) else { return Some(false) };
        let place = self.place(length);
        self.after_target = matches!(found.last(), Some(Phrase::Target(_) | Phrase::Load { .. }));
        // A rest comes behind what is rested from: `rest 15s, lunge 30s` are two steps.
        self.is_rest_first |= !self.has_dose() && matches!(found.first(), Some(Phrase::Rest(_)));
        let last = self.step.items.last();
        // `5 @ 65% 5 @ 75%`.
        let is_further = matches!(found[..], [Phrase::Dose { .. }])
            && last.is_some_and(|item| !(item.targets.is_empty() && item.loads.is_empty()))
            && self.tokens.get(self.at + length).is_some_and(|next| next.is_sign('@'));
        let are_sets = self.named().is_some_and(|name| {
            self.names.movement(&name).is_some_and(|movement| is_plain_of_ground(&name, &movement))
        });
        for phrase in found {
            self.step.number_of_sets(&phrase, are_sets && !self.after_comma);
            self.step.add(phrase, place, self.after_comma || is_further)?;
        }
        // A second `@` of one set is reported: only whoever wrote it knows which holds.
        if token.is_sign('@') && self.after_target {
            let item = self.step.items.len();
            (self.has_at.replace(item) != Some(item)).then_some(())?;
        }
        self.at += length;
        self.after_comma = false;
        Some(true)
    }

    /// Words that say how it is done.
    fn remark(&mut self) -> Option<bool> {
        let (ahead, so_far) = (&self.tokens[self.at..], self.so_far());
        let found = in_brackets(ahead, so_far)
            .or_else(|| with_words(ahead, so_far))
            .or_else(|| words_at_the_end(ahead, so_far, self.names));
        let Some((length, cue)) = found else { return Some(false) };
        self.step.add(Phrase::How(cue), self.place(length), false)?;
        self.at += length;
        Some(true)
    }

    /// `swim 8x50yd free`: the stroke names the movement.
    fn name_by_stroke(&mut self) -> bool {
        if let Some((from, to, None)) = self.step.name
            && self.has_dose()
            && written(&self.tokens[from..to]).eq_ignore_ascii_case("swim")
            && let Some(stroke) = stroke(&self.tokens[self.at])
        {
            self.step.name = Some((from, to, Some(stroke.to_owned())));
            self.at += 1;
            return true;
        }
        false
    }

    /// `200yd easy breaststroke`, `200m EZ free`; an `EZ curl` is done with that bar.
    fn effort(&mut self) -> Option<bool> {
        let (token, next) = (self.tokens[self.at], self.at + 1);
        let names_it = match self.step.name {
            None => known_name(self.tokens, next, self.names).is_some_and(|(end, _)| {
                let moves = |movement: &Movement| movement.pattern == Some(Pattern::Locomotion);
                let named = || self.names.movement(&written(&self.tokens[next..end]));
                !token.is_word(&["ez"]) || named().is_some_and(|one| moves(&one))
            }),
            Some(_) => self.tokens.get(next).is_some_and(|next| stroke(next).is_some()),
        };
        let effort = phrase::effort_of(&token).filter(|_| self.has_dose() && names_it);
        let Some(effort) = effort else { return Some(false) };
        self.step.add(Phrase::Target(effort.to_owned()), token.span, false)?;
        self.at = next;
        Some(true)
    }

    /// A sign between phrases, or a name that nobody knows.
    fn sign_or_other_name(&mut self) -> bool {
        match self.tokens[self.at].kind {
            Kind::Sign(sign) if parts(self.tokens, self.at) => {
                self.after_comma |= sign == ',';
                self.at += 1;
                true
            }
            // `200m choice`: what is done is not said.
            Kind::Word if self.step.name.is_none() && !is_no_name(&self.tokens[self.at..], self.so_far()) => {
                let end = name_end(self.tokens, self.at, self.has_dose());
                self.step.name = Some((self.at, end, None));
                self.at = end;
                true
            }
            _ => false,
        }
    }
}

/// Returns the catalogue's name of a stroke.
fn stroke(token: &Token<'_>) -> Option<&'static str> {
    STROKES.iter().find(|(said, _)| token.is_word(said)).map(|(_, stroke)| *stroke)
}

/// Tells whether tokens begin with how something is done.
pub(super) fn is_instruction(tokens: &[Token<'_>]) -> bool {
    is_no_name(tokens, SoFar { has_dose: true, ..SoFar::default() })
}

/// Returns where `IM order` ends.
fn stroke_order(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let at = at + usize::from(tokens.get(at)?.is_word(&["reverse"]));
    let is_said = tokens.get(at)?.is_word(&["im"]) && tokens.get(at + 1)?.is_word(&["order"]);
    is_said.then_some(at + 2)
}

/// Tells whether words are how something is done, without what.
fn is_no_name(tokens: &[Token<'_>], so_far: SoFar) -> bool {
    let so_far = SoFar { has_name: true, ..so_far };
    let is_effort = tokens[0].is_word(&["ez", "easy", "moderate", "hard"])
        && tokens.get(1).is_none_or(|next| next.kind != Kind::Word);
    so_far.has_dose && (is_effort || phrase::instruction(&Ahead { tokens, so_far }).is_some())
}

/// Reads words in brackets that are no phrase as a cue.
fn in_brackets(tokens: &[Token<'_>], so_far: SoFar) -> Option<(usize, String)> {
    let close = tokens.iter().position(|token| token.is_sign(')'))?;
    let inside = &tokens[..close].get(1..).filter(|inside| tokens[0].is_sign('(') && !inside.is_empty())?;
    let are_words = inside.iter().all(|token| matches!(token.kind, Kind::Word | Kind::Sign(',' | '/' | '&')));
    let is_phrase =
        phrase::next(&Ahead { tokens: inside, so_far }).is_some_and(|(length, _)| length == inside.len());
    (are_words && !is_phrase && !phrase::names_rounds(inside) && so_far.has_dose && so_far.has_name)
        .then(|| (close + 1, written(inside)))
}

/// Reads words behind a comma that end a step and are no phrase and no movement as a cue: `calf raise 2x15, slow`.
fn words_at_the_end(tokens: &[Token<'_>], so_far: SoFar, names: &KnownNames) -> Option<(usize, String)> {
    let end = tokens.len() - usize::from(tokens.last()?.is_sign('.'));
    let words = tokens.get(..end).filter(|words| (1..5).contains(&words.len()))?;
    let are_words = words.iter().all(|token| token.kind == Kind::Word);
    let is_said = so_far.after_comma && so_far.has_dose && so_far.has_name;
    let names_any = || (0..words.len()).any(|at| known_name(words, at, names).is_some());
    // `squat 3x10, rest`: how long?
    const ASKING: [&str; 8] = ["rest", "rests", "recovery", "repeat", "superset", "max", "failure", "amrap"];
    let is_keyword = || super::begins_with_keyword(words) || words.iter().any(|word| word.is_word(&ASKING));
    (are_words && is_said && !names_any() && !is_keyword()).then(|| (end, written(words)))
}

/// Reads `w/ a yellow band`, `with eyes closed`: words behind `with` that are no phrase are a cue.
fn with_words(tokens: &[Token<'_>], so_far: SoFar) -> Option<(usize, String)> {
    let from = match tokens {
        [with, ..] if with.is_word(&["with", "without"]) => 1,
        [w, slash, ..] if w.is_word(&["w"]) && slash.is_sign('/') => 2,
        _ => return None,
    };
    let is_over = |at: usize| {
        tokens[at].kind != Kind::Word
            || at > from && phrase::next(&Ahead { tokens: &tokens[at..], so_far }).is_some()
    };
    let end = (from..tokens.len()).find(|&at| is_over(at)).unwrap_or(tokens.len());
    (so_far.has_name && end > from && end - from < 6).then(|| (end, written(&tokens[..end])))
}

/// Returns where a bullet, a number or a letter at the beginning of a line ends.
pub(super) fn label(tokens: &[Token<'_>]) -> usize {
    let is_end = |at: usize| {
        tokens.get(at).is_some_and(|one| matches!(one.kind, Kind::Sign('.' | ')' | ':')) && one.glued)
    };
    let is_apart = |at: usize| tokens.get(at).is_some_and(|next| !next.glued);
    match tokens {
        [first, ..]
            if matches!(first.kind, Kind::Sign('-' | '–' | '•' | '*' | '·' | '+' | '>' | '‣'))
                && is_apart(1) =>
        {
            1 + label(&tokens[1..])
        }
        [first, ..] if first.kind == Kind::Number && first.text.len() < 3 && is_end(1) && is_apart(2) => 2,
        [first, ..] if is_letter(first) && is_end(1) && is_apart(2) => 2,
        [open, first, close, ..]
            if open.is_sign('(')
                && (is_letter(first) || first.kind == Kind::Number)
                && close.is_sign(')') =>
        {
            3
        }
        _ => 0,
    }
}

/// Tells whether a word is a label: `A`, `B2`.
fn is_letter(token: &Token<'_>) -> bool {
    let mut letters = token.text.chars();
    let first = letters.next().is_some_and(|first| first.is_ascii_uppercase());
    token.kind == Kind::Word && first && letters.as_str().len() < 2 && letters.all(|c| c.is_ascii_digit())
}

impl Step {
    /// Adds what a phrase says; none where it does not go together with what was said before.
    fn add(&mut self, phrase: Phrase, from: Span, after_comma: bool) -> Option<()> {
        if let Phrase::Dose { sets, bout } = phrase {
            return self.add_dose(sets, bout, from, after_comma);
        }
        let item = self.items.last_mut()?;
        let said = item.said;
        item.said = match &phrase {
            Phrase::Load { .. } => Said::Load,
            Phrase::Target(_) => Said::Target,
            Phrase::Rest(_) => Said::Rest,
            Phrase::Every(_) => Said::Every,
            Phrase::Hold(_) => Said::Hold,
            _ => said,
        };
        match phrase {
            Phrase::Dose { .. } => {}
            Phrase::Sets { number, is_said } => {
                // `10 x 3` is ten sets of three.
                let is_number =
                    matches!(&item.bout, Some(Bout::Of(one)) if one.unit.is_none() && !one.halves);
                (is_said || item.per.is_some() || !is_number).then_some(())?;
                once(&mut item.sets, number)?;
            }
            Phrase::Per(half) => once(&mut item.per, (half, from))?,
            Phrase::Load { text, per_hand } => item.loads.push((text, per_hand, from)),
            Phrase::Implement(implement) => once(&mut self.implement, (implement, from))?,
            Phrase::Total => {
                let is_count =
                    matches!(&item.bout, Some(Bout::Of(amount)) if amount.is_count() && !amount.halves);
                (is_count && item.per.is_none()).then_some(())?;
                // `20 total` is both sides together; nobody does fifty of one movement without a break.
                let are_many = matches!(&item.bout, Some(Bout::Of(amount)) if amount.figures.parse::<u32>().is_ok_and(|count| count >= MANY));
                item.total = are_many.then_some(from);
            }
            Phrase::Target(text) => item.targets.push((text, from)),
            Phrase::Grows { step, is_mass } => {
                let text = item.growing(if is_mass { Said::Load } else { said })?;
                *text = with_step(text, &step);
            }
            Phrase::RateOrRest(figure) => once(&mut item.rate_or_rest, (figure, from))?,
            Phrase::Rest(text) => once(&mut item.rest, (text, from))?,
            Phrase::MoreRests(rests) => self.more_rests = rests,
            Phrase::Every(text) => once(&mut item.every, (text, from))?,
            Phrase::Hold(text) => once(&mut item.hold, (text, from))?,
            Phrase::BuildTo { reps, within } => {
                let within = within.map_or(String::new(), |within| format!(" in {within}"));
                once(&mut self.build_to, (format!("build to {reps}{within}"), from))?;
            }
            Phrase::OnlyRound(text) => once(&mut self.only, (text, from))?,
            Phrase::Modifier(text) => item.modifiers.push((text, from)),
            Phrase::Cue(text) => item.cues.push((text, from)),
            // A step has one cue.
            Phrase::How(words) => match item.cues.last_mut() {
                Some((text, place)) if text.len() > 2 && text.starts_with('"') && text.ends_with('"') => {
                    text.truncate(text.len() - 1);
                    *text = format!("{text}, {words}\"");
                    *place = place.to(from);
                }
                _ => item.cues.push((format!("\"{words}\""), from)),
            },
        }
        Some(())
    }

    /// Takes the figure of `4 strides 20s` for the number of sets. `10 squats 30s` may be meant otherwise.
    fn number_of_sets(&mut self, phrase: &Phrase, are_sets: bool) {
        let Phrase::Dose { sets: None, bout: Bout::Of(dose) } = phrase else { return };
        let [item] = self.items.as_mut_slice() else { return };
        let Some(Bout::Of(count)) = &item.bout else { return };
        let is_number = count.unit.is_none() && !count.is_clock && !count.halves && item.sets.is_none();
        let is_whole = count.figures.bytes().all(|byte| byte.is_ascii_digit());
        if are_sets && is_number && is_whole && dose.is_way_or_time() && dose.unit.is_some() && !dose.halves {
            item.sets = Some(count.figures.clone());
            item.bout = None;
        }
    }

    /// Adds a dose: a further one belongs to a list, where a comma is before it.
    fn add_dose(&mut self, sets: Option<String>, bout: Bout, from: Span, after_comma: bool) -> Option<()> {
        // `build to a 2RM front squat in 12 min`.
        if let (Some((text, _)), Bout::Of(time)) = (&mut self.build_to, &bout)
            && time.is_time()
            && sets.is_none()
            && !text.contains(" in ")
        {
            *text = format!("{text} in {}", time.text);
            return Some(());
        }
        let item = self.items.last_mut()?;
        match (&mut item.bout, &bout) {
            (None, _) => {}
            // `max cal, 45 sec`; but `max, 45s` are two sets.
            (Some(Bout::Unit { within, .. }), Bout::Of(time))
                if within.is_none() && time.is_time() && sets.is_none() =>
            {
                *within = Some(time.clone());
                return Some(());
            }
            (Some(Bout::Max(within)), Bout::Of(time))
                if within.is_none() && time.is_time() && sets.is_none() && !after_comma =>
            {
                *within = Some(time.clone());
                return Some(());
            }
            // `5min for max metres`.
            (Some(Bout::Of(time)), Bout::Unit { is_max: true, within: None, .. } | Bout::Max(None))
                if time.is_time() && !after_comma && sets.is_none() =>
            {
                let time = Some(time.clone());
                item.bout = Some(match bout {
                    Bout::Unit { unit, .. } => Bout::Unit { unit, is_max: true, within: time },
                    Bout::Of(_) | Bout::AtLeast(_) | Bout::Max(_) => Bout::Max(time),
                });
                return Some(());
            }
            (Some(before), after) if after_comma && self.build_to.is_none() && are_alike(before, after) => {
                self.items.push(Item::default());
            }
            (Some(_), _) => return None,
        }
        let item = self.items.last_mut()?;
        if let Some(sets) = sets {
            once(&mut item.sets, sets)?;
        }
        (item.bout, item.from) = (Some(bout), from);
        Some(())
    }
}

/// Tells whether several of a movement are several times a way or a time: `strides`, `hill sprints`.
fn is_plain_of_ground(name: &str, movement: &Movement) -> bool {
    name.ends_with('s') && matches!(movement.pace, Some(MovementPace::PerDistance { .. }))
}

/// Writes a target with what is added to it, which comes before what a percentage is of.
fn with_step(target: &str, step: &str) -> String {
    match target.split_once(" of ") {
        Some((percent, of)) => format!("{percent} {step} of {of}"),
        None => format!("{target} {step}"),
    }
}

/// Tells whether two doses can be sets of one list.
fn are_alike(one: &Bout, other: &Bout) -> bool {
    let amount = |bout: &Bout| match bout {
        Bout::Of(amount) | Bout::AtLeast(amount) => Some((amount.is_count(), amount.is_time())),
        Bout::Max(_) | Bout::Unit { .. } => None,
    };
    amount(one) == amount(other) || amount(one).is_none() || amount(other).is_none()
}
