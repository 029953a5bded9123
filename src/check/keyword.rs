//! First words of statements that are misspelt, or lack what follows them.

use super::Checker;
use crate::diagnostic::{Diagnostic, Rule, is_slip_of};
use crate::source::Span;
use crate::syntax::tree::{DoseSyntax, ModifierKind, Performance};

/// What a workout may be for.
pub(super) const LEVELS: [&str; 3] = ["beginner", "intermediate", "advanced"];

/// What may be expected.
pub(super) const EXPECTED: [&str; 2] = ["duration", "equipment"];

/// First words of statements that read as a movement when they are misspelt.
const KEYWORDS: [&str; 11] =
    ["title", "source", "note", "record", "level", "tags", "allow", "expect", "rest", "transition", "switch"];

/// What others call a statement that has a text, and what it is called here.
const OTHER_WORDS: [(&str, &str); 11] = [
    ("author", "by"),
    ("coach", "by"),
    ("creator", "by"),
    ("trainer", "by"),
    ("name", "title"),
    ("heading", "title"),
    ("comment", "note"),
    ("description", "note"),
    ("remark", "note"),
    ("reference", "source"),
    ("url", "source"),
];

impl Checker<'_> {
    /// Reports `author "Jo"`: what is no movement and has a text alone behind it, under a word that others use.
    pub(super) fn report_other_word(&mut self, performance: &Performance, statement: Span) -> bool {
        let written = self.text(performance.name);
        let other = OTHER_WORDS.iter().find(|(other, _)| other.eq_ignore_ascii_case(written));
        let Some(&(_, keyword)) = other.filter(|_| performance.name.start == statement.start) else {
            return false;
        };
        let has_text = matches!(&*performance.modifiers, [only] if matches!(only.kind, ModifierKind::Cue(_)));
        if !has_text || !matches!(performance.dose, DoseSyntax::None) {
            return false;
        }
        let message = format!("`{written}` is written `{keyword}`");
        self.report(
            Diagnostic::new(Rule::KeywordForm, performance.name, message).fix(performance.name, keyword),
        );
        true
    }

    /// Reports `titel "Leg day"` and `rset 30s`: what nobody knows as a movement, and is one edit away from a statement
    /// that it fits.
    pub(super) fn report_misspelt_keyword(&mut self, performance: &Performance, statement: Span) -> bool {
        let name = self.text(performance.name);
        let Some(first) = name.split_whitespace().next() else { return false };
        let small = first.to_lowercase();
        let mut near = KEYWORDS.into_iter().filter(|keyword| is_slip_of(&small, keyword));
        let Some(keyword) = near.next().filter(|keyword| self.fits(keyword, performance)) else {
            return false;
        };
        if performance.name.start != statement.start || self.meant_movement(name).is_some() {
            return false;
        }
        let place = Span::new(statement.start as usize, statement.start as usize + first.len());
        let message = format!("`{first}` is not known; it is spelt `{keyword}`");
        self.report(Diagnostic::new(Rule::KeywordForm, place, message).fix(place, keyword));
        true
    }

    /// Tells whether what follows the first word of a movement's name fits a keyword.
    fn fits(&self, keyword: &str, performance: &Performance) -> bool {
        let mut words = self.text(performance.name).split_whitespace().skip(1);
        let second = words.next();
        let bare = performance.modifiers.is_empty();
        let has_dose = !matches!(performance.dose, DoseSyntax::None);
        let is_known = |known: &[&str]| {
            second.is_some_and(|word| known.iter().any(|one| one.eq_ignore_ascii_case(word)))
        };
        match keyword {
            "title" | "source" | "note" | "record" => {
                let is_text = |kind: &ModifierKind| matches!(kind, ModifierKind::Cue(_));
                second.is_none()
                    && !has_dose
                    && matches!(&*performance.modifiers, [only] if is_text(&only.kind))
            }
            "level" => !has_dose && bare && words.next().is_none() && is_known(&LEVELS),
            "tags" => !has_dose && bare && second.is_some(),
            "allow" => {
                !has_dose && Rule::ALL.iter().any(|rule| second.is_some_and(|word| word == rule.name()))
            }
            "expect" => is_known(&EXPECTED),
            _ => {
                let time = match &performance.dose {
                    DoseSyntax::One(item) if item.sets.is_none() => Some(self.text(item.span)),
                    DoseSyntax::One(_) | DoseSyntax::None | DoseSyntax::List(_) => None,
                };
                let is_time = |time: &str| time.contains(':') || time.ends_with(['s', 'n', 'c', 'h']);
                second.is_none() && bare && time.is_some_and(is_time)
            }
        }
    }
}

/// Returns how a statement with this first word is written.
pub(super) fn keyword_form(word: &str) -> Option<&'static str> {
    let form = match word.to_lowercase().as_str() {
        "title" => "`title \"…\"`",
        "by" => "`by \"…\"`",
        "source" => "`source \"…\"`",
        "note" => "`note \"…\"`",
        "cue" => "`cue \"…\"` in a movement's definition",
        "why" => "`why \"…\"` in a movement's definition",
        "record" => "`record \"…\"`",
        "until" => "`until \"…\"` in the header of a block",
        "do" => "`do \"…\"`",
        "use" => "`use \"….wod\"`",
        "also" => "`also \"…\"` in a movement's definition",
        "easier" => "`easier \"…\"` in a movement's definition",
        "harder" => "`harder \"…\"` in a movement's definition",
        "movement" => "`movement \"…\" < … >`",
        "athlete" => "`athlete \"…\" < … >`",
        "workout" => "`workout \"…\" < … >`",
        "plan" => "`plan \"…\" weeks 6 < … >`",
        "level" => "`level beginner`, `intermediate` or `advanced`",
        "rest" => "`rest 30s`, `rest until ready` or `rest jog 200m`",
        "every" => "`every 90s rounds 8 < … >`",
        "week" | "weeks" => "`week 3 < … >` in a plan",
        "transition" => "`transition 10s`",
        "switch" => "`switch 5s`",
        "expect" => "`expect duration 13:45` or `expect equipment none`",
        "tags" => "`tags strength, runners`",
        "allow" => "`allow RULE \"why\"`",
        "circuit" => "`circuit rounds 5 < … >`",
        "superset" => "`superset rounds 3 < … >`",
        "amrap" => "`amrap 12min < … >`",
        "emom" => "`emom 10min < … >`",
        "tabata" => "`tabata < … >`",
        "warmup" => "`warmup < … >`",
        "cooldown" => "`cooldown < … >`",
        "section" => "`section \"…\" < … >`",
        _ => return None,
    };
    Some(form)
}
