//! Each word of the table is where people look for it: in the book, on the card, in the data, in its tidy form.

use serde_json::Value;
use wodc::emit::Format;
use wodc::internals::syntax::word::{AboutWord, Site, Word};

use crate::input::Input;

const BOOK: &str = include_str!("../../docs/language.md");

/// Returns the part of the book under a heading.
fn section(heading: &str) -> &'static str {
    let (_, after) = BOOK.split_once(heading).unwrap_or_else(|| panic!("the book has no `{heading}`"));
    after.split("\n## ").next().unwrap_or(after)
}

#[test]
fn every_word_is_in_the_book() {
    for word in Word::all() {
        let section = match word {
            Word::FactWord(_) => section("\n## Movements of your own"),
            Word::OptionWord(_) => section("\n## Options of a block"),
            Word::ModifierWord(_) => section("\n## How: what goes after the dose"),
            Word::PlanWord(_) => section("\n## Plans"),
            Word::AboutWord(_)
            | Word::SettingWord(_)
            | Word::TextStepWord(_)
            | Word::StepWord(_)
            | Word::OtherWord(_)
            | Word::FigureWord(_)
            | Word::DefinitionWord(_)
            | Word::BlockWord(_)
            | Word::TimesWord(_)
            | Word::FactTextWord(_) => section("\n### First words"),
        };
        let spelling = word.spelling();
        // In a table or in a sentence, or as a line of a definition.
        let written = [
            format!("`{spelling}`"),
            format!("`{spelling} "),
            format!("\n  {spelling} "),
            format!("\n  {spelling}\n"),
        ];
        assert!(
            written.iter().any(|written| section.contains(written)),
            "the book does not have `{spelling}` where it belongs"
        );
    }
}

/// Returns a workout at whose top each word is said that is about the whole of it.
fn described() -> String {
    let about = Word::all().filter(|word| word.row().leads && word.belongs_at(Site::File));
    let mut text: Vec<String> = about.map(|word| word.example().replace("\"x\"", &said(word))).collect();
    text.push("back squat 10 @ 50%".to_owned());
    text.join("\n")
}

/// Returns the text that a word gets in [`described`].
fn said(word: Word) -> String {
    format!("\"the {}\"", word.spelling())
}

#[test]
fn what_is_said_about_a_workout_is_in_the_data_under_its_word() {
    let document = Input::of(described()).output(None, Format::JSON);
    let document: Value = serde_json::from_str(&document).unwrap();
    let workout = &document["workouts"][0];
    for word in Word::all().filter(|word| word.row().leads) {
        // What percentages are of is with each of them.
        if word.spelling() == "percent of" {
            assert!(workout.to_string().contains("\"training max\""), "{workout}");
            continue;
        }
        let value = &workout[word.spelling()];
        assert!(!value.is_null(), "the JSON of a workout has no `{}`", word.spelling());
        if let Word::AboutWord(_) = word {
            assert_eq!(format!("\"{}\"", value.as_str().unwrap()), said(word));
        }
    }
}

#[test]
fn texts_about_a_workout_are_on_its_card_under_their_labels() {
    let card = Input::of(described()).output(None, Format::MARKDOWN);
    for &word in AboutWord::ALL {
        let text = said(word.into());
        assert!(card.contains(text.trim_matches('"')), "the card does not show `{}`", word.spelling());
        if let Some(label) = word.row().label {
            assert!(card.contains(label), "the card has no `{label}`");
        }
    }
}
