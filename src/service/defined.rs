//! What a file defines, and which files it uses, found without reading the inside of its workouts: whoever types waits for
//! it at each key.

use super::names::{NameKind, names_of};
use crate::catalog::unescape;
use crate::speech;
use crate::syntax::lex::{LexemeKind, between_quotes, lex};
use crate::syntax::top::TopDefinition;
use crate::syntax::word::{AboutWord, DefinitionWord};

/// Something that a file defines, or a file that it uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Defined {
    pub kind: NameKind,
    /// What it is called, without escapes.
    pub text: String,
}

/// Returns what a text with these complete definitions defines and uses.
pub(super) fn defined_in(text: &str, definitions: &[TopDefinition]) -> Vec<Defined> {
    let mut found = Vec::new();
    // All but the workouts that are complete.
    let mut rest = String::new();
    let mut from = 0;
    for workout in definitions.iter().filter(|one| one.word == DefinitionWord::Workout) {
        if let Some(title) = only_title(&text[workout.range.clone()], workout.open - workout.range.start) {
            found.push(Defined { kind: NameKind::Workout, text: title });
            rest.push_str(&text[from..workout.range.start]);
            from = workout.range.end;
        }
    }
    rest.push_str(&text[from..]);
    let reading = speech::read(&rest);
    let (names, _) = names_of(&reading.tree, &reading.text, &rest, &reading.map);
    let wanted = names.into_iter().filter(|name| name.defines || name.kind == NameKind::File);
    found.extend(wanted.map(|name| Defined { kind: name.kind, text: name.text }));
    found
}

/// Returns the title of a workout, given where its `<` is. None where it defines anything else: blanks, or a title of its
/// sessions.
fn only_title(workout: &str, open: usize) -> Option<String> {
    let (header, body) = workout.split_at(open);
    let word = AboutWord::Title.spelling().as_bytes();
    let has_title = body.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word));
    match &lex(header)[..] {
        [_, title] if title.kind == LexemeKind::Text && !has_title => {
            Some(unescape(between_quotes(&header[title.span.range()])))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Document;
    use crate::source::SourceFile;

    #[test]
    fn it_is_what_the_names_of_the_file_say() {
        let text = "use \"other.wod\"\nworkout \"A \\\"b\\\"\" < squat 10 >\nmovement \"m\" < pattern squat >\n\
            workout \"C\" for lift < title \"{lift} day\"; lift 5 >\nworkout \"D\" <\n  Title \"E\"\n  run 5km\n>\n\
            plan \"P\" weeks 2 < every week < monday < do \"D\" > > >\nathlete \"Sam\" < max squat 100kg >\n\
            workout \"open\" <\n squat 10";
        let document = Document::new(SourceFile::new("x.wod", text));
        let names = document.names().iter().filter(|name| name.defines || name.kind == NameKind::File);
        let mut expected: Vec<_> =
            names.map(|name| (format!("{:?}", name.kind), name.text.clone())).collect();
        let mut found: Vec<_> =
            document.defined().iter().cloned().map(|one| (format!("{:?}", one.kind), one.text)).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected);
        assert!(found.len() > 8);
    }
}
