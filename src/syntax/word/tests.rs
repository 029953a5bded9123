//! The table against the grammar: each word is read as itself, and the grammar has no others.

use std::collections::BTreeSet;

use strum::VariantNames;

use super::*;
use crate::syntax::parse;
use crate::syntax::tree::{FactKind, InPlan, PlanPart, Statement, StatementKind, WhichWeeks};

const GRAMMAR: &str = include_str!("../../../grammar/wod.pest");

/// Returns the first statement of a text.
fn first(text: &str) -> StatementKind {
    let statement: Option<Statement> = parse(text).0.statements.into_iter().next();
    statement.map_or(StatementKind::Unreadable(Box::default()), |statement| statement.kind)
}

fn begins(text: &str, word: Word) -> bool {
    first(text).word() == Some(word)
}

fn is_fact(text: &str, wanted: Word) -> bool {
    let StatementKind::MovementDefinition(definition) = first(text) else { return false };
    let words = definition.facts.iter().map(|fact| match &fact.kind {
        FactKind::Text(word, _) => word.word(),
        FactKind::Words(word, _) | FactKind::Amount(word, _) => (*word).into(),
        FactKind::Figure(_) => FactWord::Figure.into(),
    });
    words.eq([wanted])
}

fn is_option(text: &str, wanted: Word) -> bool {
    let StatementKind::Block(block) = first(text) else { return false };
    block.options.iter().map(|option| option.kind.word()).eq([wanted])
}

fn is_modifier(text: &str, wanted: ModifierWord) -> bool {
    let StatementKind::Movement(choices) = first(text) else { return false };
    let [choice] = &*choices else { return false };
    choice.modifiers.iter().filter_map(|modifier| modifier.kind.word()).eq([wanted])
}

fn is_week(text: &str, wanted: PlanWord) -> bool {
    let StatementKind::Plan(plan) = first(text) else { return false };
    let [InPlan::Part(part)] = plan.parts.as_slice() else { return false };
    let (word, is_right) = match (part, wanted) {
        (PlanPart::Week(week), PlanWord::EveryWeek) => {
            (week.word, matches!(week.which, WhichWeeks::Every(_)))
        }
        (PlanPart::Week(week), PlanWord::OddWeeks) => (week.word, matches!(week.which, WhichWeeks::Odd)),
        (PlanPart::Week(week), PlanWord::EvenWeeks) => (week.word, matches!(week.which, WhichWeeks::Even)),
        (PlanPart::Week(week), PlanWord::Week | PlanWord::Weeks | PlanWord::LastWeek) => {
            (week.word, matches!(week.which, WhichWeeks::Listed(_)))
        }
        (PlanPart::Cycle(cycle), PlanWord::Cycle) => (cycle.word, true),
        (PlanPart::Phase(phase), PlanWord::Phase) => (phase.word, true),
        _ => return false,
    };
    text[word.range()].eq_ignore_ascii_case(wanted.spelling()) && is_right
}

#[test]
fn every_word_is_read_as_itself_in_any_case() {
    for word in Word::all() {
        for example in
            [word.example(), word.example().replace(word.spelling(), &word.spelling().to_uppercase())]
        {
            let definition = format!("movement \"x\" < {example} >");
            let (text, is_read) = match word {
                Word::FactTextWord(_) | Word::FactWord(_) => (definition.clone(), is_fact(&definition, word)),
                Word::OptionWord(_) => {
                    let text = format!("circuit {example} < squat 10 >");
                    let is_read = is_option(&text, word);
                    (text, is_read)
                }
                Word::ModifierWord(modifier) => {
                    let text = format!("squat 3x10 {example}");
                    let is_read = is_modifier(&text, modifier);
                    (text, is_read)
                }
                Word::PlanWord(week) => {
                    let text = format!("plan \"x\" weeks 6 < {} >", word.example());
                    let is_read = is_week(&text, week);
                    (text, is_read)
                }
                Word::AboutWord(_)
                | Word::SettingWord(_)
                | Word::TextStepWord(_)
                | Word::StepWord(_)
                | Word::OtherWord(_)
                | Word::FigureWord(_)
                | Word::DefinitionWord(_)
                | Word::TimesWord(_)
                | Word::BlockWord(_) => (example.clone(), begins(&example, word)),
            };
            let read = first(&text);
            assert!(
                is_read,
                "`{}` is in the table of words, and the grammar does not read it: is it in `keyword`, and in \
                 `text_word` or a rule of its own?\n`{text}` is read as {read:?}",
                word.spelling()
            );
        }
    }
}

#[test]
fn texts_about_a_movement_are_read_where_they_do_not_belong_too() {
    for &word in FactTextWord::ALL {
        let word = Word::from(word);
        assert!(begins(&word.example(), word), "{}", word.spelling());
    }
    assert!(begins("until \"x\"", OptionWord::Until.into()));
}

/// Returns the words, in small letters, that a rule of the grammar names.
fn words_of(rule: &str) -> BTreeSet<&'static str> {
    let is_head = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let head = |line: &str| line.split(['=', ' ']).next() == Some(rule);
    let mut lines = GRAMMAR.lines().skip_while(|line| !head(line));
    let Some(first) = lines.next() else { panic!("the grammar has no rule `{rule}`") };
    let rest = lines.take_while(|line| !is_head(line) && !line.starts_with("//"));
    let text = std::iter::once(first).chain(rest);
    let words = text.flat_map(|line| line.split("^\"").skip(1).filter_map(|part| part.split('"').next()));
    words.collect()
}

#[test]
fn the_guard_of_the_grammar_has_no_other_words() {
    for guarded in words_of("keyword") {
        let is_known = |word: Word| word.begins_statement() && word.first().starts_with(guarded);
        assert!(
            Word::all().any(is_known),
            "the grammar's `keyword` has `{guarded}`, and no statement of the table of words begins with it"
        );
    }
}

#[test]
fn the_rules_of_the_grammar_have_the_words_of_the_table() {
    let text_words =
        [&AboutWord::SPELLINGS[..], &TextStepWord::SPELLINGS, &FactTextWord::SPELLINGS, &["until"]];
    let table: [(&str, &[&str]); 9] = [
        ("text_word", &text_words.concat()),
        ("fact_word", &FactWord::SPELLINGS),
        ("level_name", LevelWord::VARIANTS),
        ("felt_name", FeltWord::VARIANTS),
        ("scale_word", ScaleWord::VARIANTS),
        ("half", Half::VARIANTS),
        ("measure", Measure::VARIANTS),
        ("turn", Turn::VARIANTS),
        ("day_part", DayPart::VARIANTS),
    ];
    for (rule, words) in table {
        let words: BTreeSet<&str> = words.iter().copied().collect();
        assert_eq!(words_of(rule), words, "the grammar's `{rule}`, and the table of words");
    }
}

#[test]
fn a_block_or_an_option_of_the_grammar_is_in_the_table() {
    for option in words_of("option_word") {
        assert!(OptionWord::read(option).is_some(), "the grammar's `option_word` has `{option}`");
    }
}

#[test]
fn a_statement_is_known_by_all_of_its_word() {
    assert_eq!(Word::begun("TITLE  Leg day"), Some((AboutWord::Title.into(), "  Leg day")));
    assert_eq!(Word::begun("race  day City"), Some((OtherWord::RaceDay.into(), " City")));
    assert_eq!(Word::begun("race pace run 5km"), None);
    assert_eq!(Word::begun("titles of nobility 5"), None);
    assert_eq!(Word::begun("load 10kg"), None);
}

#[test]
fn no_other_language_s_word_means_two_things() {
    let mut seen = BTreeSet::new();
    for word in Word::all() {
        for other in word.row().also_called {
            assert!(seen.insert(other), "`{other}` is called two things");
            assert!(Word::begun(other).is_none(), "`{other}` is a word itself");
        }
    }
}

#[test]
fn help_shows_how_each_statement_is_written() {
    let form = |word: Word| word.form().unwrap_or_default();
    assert_eq!(form(AboutWord::By.into()), "`by \"…\"`");
    assert_eq!(form(FactTextWord::Cue.into()), "`cue \"…\"` in a movement's definition");
    assert_eq!(form(OptionWord::Until.into()), "`until \"…\"` in the header of a block");
    assert_eq!(form(DefinitionWord::Workout.into()), "`workout \"…\" < … >`");
    assert_eq!(form(OtherWord::RaceDay.into()), "`race day \"…\"`");
    for word in Word::all().filter(|word| word.begins_statement()) {
        let may_lack_it = [Word::from(BlockWord::ForTime), PlanWord::EveryWeek.into()].contains(&word);
        assert!(word.form().is_some() || may_lack_it, "help has no form of `{}`", word.spelling());
    }
}
