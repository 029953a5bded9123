//! What can be said of sheets without another program. Templates that Typst has something to say of fail here: in a build
//! for tests its warnings are errors.

use rayon::prelude::*;
use wodc::analysis::Level;
use wodc::diagnostic::{Rule, Severity};
use wodc::emit::SheetOptions;

use crate::workouts::{EVERYTHING, KINDS, PLAIN, example, examples, source};

#[test]
fn every_example_has_a_sheet() {
    examples().par_iter().for_each(|one| {
        let (pdfs, said) = one.print(PLAIN);
        assert!(!pdfs.is_empty() && said.is_empty(), "{}: {said:?}", one.name);
        assert!(pdfs.iter().all(|pdf| pdf.starts_with(b"%PDF-")), "{}", one.name);
    });
}

#[test]
fn the_same_workout_gives_the_same_bytes() {
    KINDS.par_iter().for_each(|&kind| {
        let one = source(EVERYTHING);
        assert!(one.pdf(kind) == one.pdf(kind), "{kind:?}");
    });
}

#[test]
fn a_sheet_says_who_wrote_it_and_in_which_language() {
    let pdf = source("title \"Legs\"\nby \"Kim\"\nsquat 10\n").pdf(PLAIN);
    let text = String::from_utf8_lossy(&pdf);
    for said in ["(Legs)", "(Kim)", "/Lang", "/StructTreeRoot", "/MarkInfo"] {
        assert!(text.contains(said), "no {said}");
    }
    assert!(!text.contains("/CreationDate"), "a clock was looked at");
}

#[test]
fn a_letter_that_no_font_has_is_said_at_its_place() {
    let one = source("title \"Hold\"\n# 𓀀\nplank 30s \"like 𓀁 and 𓀀\"\n");
    let (pdfs, said) = one.print(PLAIN);
    assert_eq!(pdfs.len(), 1);
    let [said] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!((said.rule, said.severity), (Rule::LetterWithoutFont, Severity::Warning));
    assert!(said.message.contains("2 letters") && said.message.contains("[U+1300"), "{}", said.message);
}

#[test]
fn what_only_colours_an_emoji_is_said_to_be_left_out() {
    let (pdfs, said) = source("title \"Hold 💪🏽\"\nplank 30s\n").print(PLAIN);
    assert_eq!(pdfs.len(), 1);
    let [said] = said.as_slice() else { panic!("{said:?}") };
    assert_eq!((said.rule, said.severity), (Rule::LetterWithoutFont, Severity::Warning));
    assert!(said.message.contains("black"), "{}", said.message);
}

#[test]
fn what_nobody_prints_is_not_set_and_said() {
    let long = "Breathe out slowly. ".repeat(10_000);
    for kind in [PLAIN, SheetOptions { cards: true, ..PLAIN }] {
        let cue = if kind.cards { long.as_str() } else { "" };
        let (pdfs, said) = source(format!("note \"{long}\"\nsquat 10 \"{cue}.\"\n")).print(kind);
        assert!(pdfs.is_empty(), "{kind:?}");
        let said: Vec<_> = said.iter().filter(|one| one.rule == Rule::NoSheet).collect();
        let [said] = said.as_slice() else { panic!("{said:?}") };
        assert!(said.message.contains("letters") && said.message.contains("100000"), "{}", said.message);
    }
}

#[test]
fn letters_of_many_scripts_have_a_font() {
    let title = "Ça va? Größe, Łódź, Ἀθλητής, Приседания, עברית, مرحبا, ½ ⅔ → × − ✓ ☐ 💪 🇩🇪 👩‍🚀 e\u{301}";
    let (_, said) = source(format!("title \"{title}\"\nsquat 10\n")).print(PLAIN);
    assert!(said.is_empty(), "{said:?}");
}

#[test]
fn a_level_by_itself_is_what_is_done_at_that_level() {
    let mut compared = 0;
    for one in examples().into_iter().chain([source(EVERYTHING)]) {
        for level in Level::ALL {
            for [at_level, by_itself] in one.bouts(level) {
                assert_eq!(at_level, by_itself, "{} at {}", one.name, level.name());
                compared += 1;
            }
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn several_workouts_have_a_sheet_each_and_what_is_asked_for_too_much_is_said() {
    let (pdfs, said) = source("workout \"A\" < squat 10 >\nworkout \"B\" < lunge 10 >").print(PLAIN);
    assert!(pdfs.len() == 2 && said.is_empty(), "{said:?}");
    let cards = KINDS[4];
    assert!(cards.cards);
    let (pdfs, said) = source("title \"Rest day\"\nrest 10min\n").print(cards);
    assert!(pdfs.is_empty(), "a card of nothing");
    assert_eq!(said.iter().map(|one| one.rule).collect::<Vec<_>>(), [Rule::NoSheet]);
    assert!(example("murph.wod").print(cards).0.len() == 1);
}
