//! Finds the name of a movement among the words of a step.

use crate::speech::names::KnownNames;
use crate::speech::phrase::{self, Ahead, SoFar};
use crate::speech::token::{Kind, Token, written};

/// The most tokens of a movement's name.
const LONGEST_NAME: usize = 9;

/// Finds the longest known name that begins at a token: where it ends, and how it is written if not as it is said. A
/// figure belongs to it only where a dose follows.
pub(super) fn known_name(
    tokens: &[Token<'_>],
    at: usize,
    names: &KnownNames,
) -> Option<(usize, Option<String>)> {
    tokens.get(at).filter(|first| matches!(first.kind, Kind::Word | Kind::Number))?;
    let most = (at + LONGEST_NAME).min(tokens.len());
    for end in (at + 1..=most).rev() {
        let part = &tokens[at..end];
        let last = &part[part.len() - 1];
        if !matches!(last.kind, Kind::Word | Kind::Number)
            || part.iter().any(|one| one.kind == Kind::Text)
            || last.is_word(&["alternating"])
            || last.is_word(&["tempo"]) && tokens.get(end).is_some_and(|next| next.kind == Kind::Number)
        {
            continue;
        }
        let has_figure = part.iter().any(|one| one.kind == Kind::Number);
        let text = written(part);
        if !has_figure {
            // `pull w/ buoy`.
            let with = text.contains(" w/").then(|| text.replace(" w/ ", " with ").replace(" w/", " with "));
            let with = with.filter(|name| names.knows(name));
            if tokens.get(end).is_some_and(|next| next.glued && next.kind == Kind::Sign('/'))
                || !(names.knows(&text) || with.is_some())
            {
                continue;
            }
            // `clean & jerk`.
            let instead = text.contains('&').then(|| text.replace(" & ", " and "));
            return Some((end, instead.or(with)));
        }
        let follows_dose = crate::speech::amount::amount(&tokens[end..])
            .is_some_and(|(_, dose)| dose.is_dose())
            // A bullet is no dose: `- 500m row`.
            || end == tokens.len() && tokens[..at].iter().any(|before| before.kind == Kind::Number);
        if follows_dose && let Some(name) = with_figures(&text, names) {
            return Some((end, Some(format!("\"{name}\""))));
        }
    }
    None
}

/// Tells whether a half of the body behind `each` belongs to the name that it begins: `10 each leg swing`. A side does
/// only where the rest of the name has none: `30s each side plank`, but `10 each side leg swing`.
pub(super) fn is_half_of_name(tokens: &[Token<'_>], names: &KnownNames) -> bool {
    let Some((end, _)) = known_name(tokens, 0, names).filter(|(end, _)| *end > 1) else { return false };
    let has_sides = || {
        let without = names.movement(&written(&tokens[1..end]));
        without.is_some_and(|movement| movement.sides.is_some())
    };
    !(tokens[0].is_word(&["side"]) && has_sides())
}

/// Tells whether tokens begin with the name of a movement that is known.
pub(in crate::speech) fn begins_with_name(tokens: &[Token<'_>], names: &KnownNames) -> bool {
    known_name(tokens, 0, names).is_some()
}

/// Returns how many tokens the known name is that tokens begin with.
pub(in crate::speech) fn name_length(tokens: &[Token<'_>], names: &KnownNames) -> Option<usize> {
    known_name(tokens, 0, names).map(|(end, _)| end)
}

/// Returns the known name that a name with figures in it is another spelling of. In `21 KBS` the figure is how many.
fn with_figures(text: &str, names: &KnownNames) -> Option<String> {
    let is_counted = || {
        let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
        rest.len() < text.len()
            && rest.starts_with(' ')
            && names.knows(rest.trim_start())
            && !names.has_exactly(text)
    };
    if is_counted() {
        return None;
    }
    let spellings = [text.to_owned(), text.replace('/', "-"), text.replace("1/2 ", "half-")];
    spellings.into_iter().find(|spelling| names.knows(spelling))
}

/// Returns where the words of a name end.
pub(super) fn name_end(tokens: &[Token<'_>], at: usize, has_dose: bool) -> usize {
    let mut end = at + 1;
    while let Some(token) = tokens.get(end) {
        let so_far = SoFar { has_dose, has_name: true, ..SoFar::default() };
        let joins = matches!(token.kind, Kind::Sign('&' | '/'))
            && tokens.get(end + 1).is_some_and(|next| next.kind == Kind::Word)
            && (token.is_sign('&') || token.glued);
        // `pull w/ buoy`.
        let is_with = token.is_word(&["w"]) && tokens.get(end + 1).is_some_and(|next| next.is_sign('/'));
        let is_part = token.kind == Kind::Word && !is_with || joins;
        if !is_part || phrase::next(&Ahead { tokens: &tokens[end..], so_far }).is_some() {
            break;
        }
        end += 1 + usize::from(joins);
    }
    end
}
