//! Whatever is written in a workout is read on its card, as text and as nothing else.

use comrak::nodes::{AstNode, NodeValue};
use proptest::prelude::{Strategy, any, prop, proptest};
use pulldown_cmark::{Event, Parser, Tag};

use super::super::escape::WORD_JOINER;
use super::gym::{Gym, any_of, bout, card, count, note, workout};

/// Texts that mean something to one Markdown reader or another.
const NASTY: [&str; 49] = [
    "www.aaaaaaaamailto:amailto:awww. ",
    "a | b",
    "`code`",
    "``",
    "*bold*",
    "**bold**",
    "_it_",
    "a_b_c",
    "__x__",
    "~~gone~~",
    "~one~",
    "[a](http://b.c)",
    "![i](j)",
    "[^1]",
    "[x] done",
    "[!NOTE]",
    "<b>",
    "</b>",
    "<!-- c -->",
    "<http://a.bc>",
    "&amp;",
    "&#35;",
    "&copy",
    "http://a.bc/d_e",
    "see https://a.bc.",
    "ftp://a.bc",
    "www.a.bc",
    "WWW.a.bc",
    "sam@a.bc",
    "mailto:sam@a.bc",
    "@sam",
    "#12",
    "# h",
    "h #",
    "##",
    "- a",
    "+ a",
    "* a",
    "1. a",
    "1) a",
    "> q",
    "---",
    "***",
    "\\",
    "a\\|b",
    "\\\\|",
    "$x$ and $$y$$",
    "|---|",
    "--- | ---",
];

/// The elements of a card in order, and the text read in each.
type Elements = Vec<(String, String)>;

/// Returns what comrak makes of a card. It reads as GitHub does, with its links, footnotes, alerts and formulas.
fn as_on_github(card: &str) -> Elements {
    let mut options = comrak::Options::default();
    let on = &mut options.extension;
    (on.table, on.strikethrough, on.autolink, on.tasklist) = (true, true, true, true);
    (on.footnotes, on.alerts, on.math_dollars) = (true, true, true);
    let arena = comrak::Arena::new();
    let mut elements = Elements::new();
    for node in comrak::parse_document(&arena, card, &options).descendants() {
        let value = &node.data.borrow().value;
        let kind = match value {
            NodeValue::Document | NodeValue::Text(_) => continue,
            NodeValue::Heading(heading) => format!("h{}", heading.level),
            other => other.xml_node_name().to_owned(),
        };
        let text = if value.contains_inlines() { text_of(node) } else { String::new() };
        elements.push((kind, text));
    }
    elements
}

fn text_of<'a>(node: &'a AstNode<'a>) -> String {
    let texts =
        node.children().filter_map(|child| child.data.borrow().value.text().map(|text| text.to_string()));
    texts.collect::<String>().replace(WORD_JOINER, "")
}

/// Returns what pulldown-cmark makes of a card, the reader of rustdoc and mdBook.
fn as_in_a_book(card: &str) -> Elements {
    let extensions = pulldown_cmark::Options::ENABLE_TABLES
        | pulldown_cmark::Options::ENABLE_FOOTNOTES
        | pulldown_cmark::Options::ENABLE_STRIKETHROUGH
        | pulldown_cmark::Options::ENABLE_TASKLISTS
        | pulldown_cmark::Options::ENABLE_MATH
        | pulldown_cmark::Options::ENABLE_GFM;
    let mut elements = Elements::new();
    for event in Parser::new_ext(card, extensions) {
        let kind = match event {
            Event::Start(Tag::Heading { level, .. }) => level.to_string(),
            Event::Start(Tag::List(_)) => "list".to_owned(),
            Event::Start(Tag::Item) => "item".to_owned(),
            Event::Start(Tag::Paragraph) => "paragraph".to_owned(),
            Event::Start(Tag::BlockQuote(None)) => "block_quote".to_owned(),
            Event::Start(Tag::Table(_)) => "table".to_owned(),
            Event::Start(Tag::TableHead | Tag::TableRow) => "table_row".to_owned(),
            Event::Start(Tag::TableCell) => "table_cell".to_owned(),
            Event::End(_) => continue,
            Event::Text(text) => {
                // The paragraph of an item without blank lines is not said.
                if elements.last().is_some_and(|(kind, _)| kind == "item") {
                    elements.push(("paragraph".to_owned(), String::new()));
                }
                if let Some((_, read)) = elements.last_mut() {
                    read.push_str(&text.replace(WORD_JOINER, ""));
                }
                continue;
            }
            unexpected => format!("{unexpected:?}"),
        };
        elements.push((kind, String::new()));
    }
    elements
}

/// Shows that a card which says `text` in every place says it to each reader, and nothing else.
fn assert_is_read_as_written(text: &str) {
    let card = card_full_of(text);
    let expected = expected(text, &card);
    assert_eq!(as_on_github(&card), expected, "{text}\n{card}");
    assert_eq!(as_in_a_book(&card), expected, "{text}\n{card}");
}

/// Writes `text` wherever a workout can hold one.
fn card_full_of(text: &str) -> String {
    let mut gym = Gym::default();
    gym.describe(text, |movement| {
        movement.why = Some(text.to_owned());
        movement.cues = vec![text.to_owned()];
        movement.equipment = vec![text.to_owned()];
        movement.easier = vec![text.to_owned()];
    });
    let mut choice = gym.choice(text, bout(count(10)));
    choice.cue = Some(text.into());
    let mut full = workout(text, [note(text), any_of([choice])]);
    full.about.by = Some(text.to_owned());
    card(&gym, &full, [60, 60, 60], false)
}

/// Returns what a reader must show for that card. Its cue is in the table or, if that would be too wide, below it.
fn expected(text: &str, card: &str) -> Elements {
    let has_cues = |line: &str| line.starts_with("| Movement ") && line.contains("| Cue ");
    let in_table = card.lines().any(has_cues);
    let text = seen(text);
    let name = seen(&crate::emit::written::capitalised(&text));
    let mut elements = Vec::new();
    let mut element = |kind: &str, text: &str| elements.push((kind.to_owned(), text.to_owned()));
    element("h1", &text);
    element("list", "");
    for fact in ["Time: 1:00", "Level: intermediate", &format!("Equipment: {text}"), &format!("By: {text}")] {
        element("item", "");
        element("paragraph", fact.trim());
    }
    element("block_quote", "");
    element("paragraph", &text);
    element("table", "");
    for [movement, dose, cue, done] in [["Movement", "Dose", "Cue", "Done"], [&name, "10", &text, "☐"]] {
        element("table_row", "");
        let cue = in_table.then_some(cue);
        [movement, dose].into_iter().chain(cue).chain([done]).for_each(|cell| element("table_cell", cell));
    }
    if !in_table {
        element("list", "");
        element("item", "");
        element("paragraph", format!("{name}: {text}").trim());
    }
    element("h2", "Movements");
    element("h3", &name);
    element("paragraph", &text);
    element("list", "");
    for line in [&text, &format!("Easier: {text}")] {
        element("item", "");
        element("paragraph", line.trim());
    }
    elements
}

/// Returns what can be seen of a text: a run of blanks is read as one.
fn seen(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn markup_in_a_workout_is_read_as_it_was_written() {
    NASTY.into_iter().for_each(assert_is_read_as_written);
    // Long enough for its cue to go below the table.
    NASTY
        .into_iter()
        .for_each(|text| assert_is_read_as_written(&format!("{text} and on and on it goes, {text}")));
}

/// Texts made of what Markdown gives a meaning to, with a few letters between.
fn punctuated() -> impl Strategy<Value = String> {
    prop::collection::vec(
        prop::sample::select(vec![
            "a", "b", "1", " ", "é", "|", "\\", "`", "*", "_", "~", "[", "]", "(", ")", "<", ">", "#", "&",
            ";", "!", "-", "+", ".", ":", "/", "@", "$", "=", "\"", "'", "{", "}", "^", "www.", "http://",
            "amp;", "x.yz", "mailto:",
        ]),
        1..16,
    )
    .prop_map(|pieces| pieces.concat())
    .prop_filter("something to be seen", |text| !text.trim().is_empty())
}

proptest! {
    #[test]
    fn punctuation_is_read_as_it_was_written(text in punctuated()) {
        assert_is_read_as_written(&text);
    }

    #[test]
    fn no_text_changes_the_shape_of_a_card(text in any::<String>()) {
        let shape = |elements: Elements| elements.into_iter().map(|(kind, _)| kind).collect::<Vec<_>>();
        let text = format!("x{text}");
        let card = card_full_of(&text);
        let expected = shape(expected(&text, &card));
        assert_eq!(shape(as_on_github(&card)), expected, "{card}");
        assert_eq!(shape(as_in_a_book(&card)), expected, "{card}");
    }
}
