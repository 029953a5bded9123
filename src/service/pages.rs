//! The pages of the words: what the table knows of each, and its section of the book.

use crate::syntax::word::{OtherWord, Word};

/// The chapter of the book with a section for each word.
const CHAPTER: &str = include_str!("../../docs/words.md");

/// How the last line of a section begins: with it goes a link to where the book says more.
const MORE: &str = "More: [";

/// A section about a word, or about several that are written alike.
pub struct WordPage {
    /// What it is about, the word to list first.
    pub names: Vec<&'static str>,
    /// Its text, in Markdown, without the heading.
    text: &'static str,
}

/// Returns the pages of all words, in the order of the book.
pub fn word_pages() -> Vec<WordPage> {
    let sections = CHAPTER.split("\n## ").skip(1);
    let page = |section: &'static str| {
        let (heading, text) = section.split_once('\n').unwrap_or((section, ""));
        WordPage { names: heading.split(", ").collect(), text: text.trim() }
    };
    sections.map(page).collect()
}

impl WordPage {
    /// Finds the page of a word, in capitals or not; also under a name that it has elsewhere, such as `author`.
    pub fn find<'a>(pages: &'a [Self], name: &str) -> Option<&'a Self> {
        let named = |name: &str| pages.iter().find(|page| page.is_about(name));
        named(name).or_else(|| named(Word::meant_by(name)?.spelling()))
    }

    /// Tells whether it is about a word.
    fn is_about(&self, word: &str) -> bool {
        self.names.iter().any(|name| name.eq_ignore_ascii_case(word))
    }

    /// Returns its first sentence, or as much of it as goes before a colon.
    pub fn summary(&self) -> &'static str {
        let ends = [self.text.find(". "), self.text.find(": "), self.text.find(".\n")];
        let end = ends.into_iter().flatten().min().unwrap_or(self.text.len());
        &self.text[..end]
    }

    /// Returns the whole page, in Markdown: the word, what it is and how it is written, and its section of the book.
    pub fn page(&self) -> String {
        let mut page = format!("# {}\n\n", self.names.join(", "));
        // A word may be several things, such as `rest`; `week` and `weeks` are the same.
        let words = Word::all().filter(|word| self.is_about(word.spelling()));
        let mut kinds: Vec<String> = words.map(kind_and_form).collect();
        kinds.dedup();
        if !kinds.is_empty() {
            page += &format!("{}\n\n", kinds.join(" Also: "));
        }
        let (text, link) = self.text.rsplit_once(MORE).unwrap_or((self.text, ""));
        page += text;
        if let Some((chapter, file)) = link.split_once("](") {
            page += &format!("More: \"{chapter}\" in docs/{}", file.trim_end_matches(')'));
        }
        page
    }
}

/// Returns a sentence that says what kind of word it is and how it is written.
fn kind_and_form(word: Word) -> String {
    // A form may end with the place, which the kind says already.
    let form = word.form().and_then(|form| Some(form[..=form.rfind('`')?].to_owned()));
    let form = form.map_or_else(String::new, |form| format!(": {form}"));
    format!("{}{form}.", kind(word))
}

/// Returns what kind of word it is, and where it goes.
fn kind(word: Word) -> &'static str {
    match word {
        Word::AboutWord(_) | Word::SettingWord(_) if word.row().leads => {
            "About the workout, before its first step"
        }
        Word::AboutWord(_) | Word::SettingWord(_) => "About the workout, outside any block",
        Word::TextStepWord(_) | Word::StepWord(_) => "A step",
        Word::OtherWord(OtherWord::Allow) => "Anywhere among the steps, in a plan, or at the top of a file",
        Word::OtherWord(OtherWord::Use | OtherWord::Results) => "At the top of a file",
        Word::OtherWord(OtherWord::RaceDay) => "On a day of a plan",
        Word::FigureWord(_) => "Among the weeks of a plan, or the lines of an athlete",
        Word::DefinitionWord(_) => "A definition, at the top of a file",
        Word::BlockWord(_) => "A block",
        Word::PlanWord(_) => "A part of a plan",
        Word::TimesWord(_) => "A step that is done only some of the times",
        Word::FactTextWord(_) | Word::FactWord(_) => "A line of a movement's definition",
        Word::OptionWord(_) => "An option in the header of a block",
        Word::ModifierWord(_) => "After a movement's dose",
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::analysis::{ReadFile, Request, diagnose, format};
    use crate::source::SourceFile;

    /// What a page uses lies among the examples.
    struct Examples;

    impl ReadFile for Examples {
        fn read(&self, path: &str) -> Result<String, String> {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
            fs::read_to_string(folder.join(path)).map_err(|error| error.to_string())
        }
    }

    /// Returns the examples of a page.
    fn examples(page: &WordPage) -> Vec<&'static str> {
        let fenced = page.text.split("```wod\n").skip(1);
        fenced.map(|after| after.split_once("```").unwrap().0).collect()
    }

    #[test]
    fn every_word_of_the_table_has_one_page() {
        let pages = word_pages();
        for word in Word::all() {
            let about = pages.iter().filter(|page| page.is_about(word.spelling())).count();
            assert_eq!(about, 1, "`{}` in docs/words.md", word.spelling());
        }
    }

    #[test]
    fn every_page_says_what_the_word_does_shows_it_and_leads_on() {
        for page in word_pages() {
            let name = page.names[0];
            assert!(!page.summary().is_empty() && page.summary().len() <= 62, "{name}: {}", page.summary());
            assert!(page.text.lines().last().unwrap().starts_with(MORE), "{name}");
            let examples = examples(&page);
            assert!(!examples.is_empty(), "{name}");
            let is_shown = page.names.iter().any(|name| examples.iter().any(|text| text.contains(name)));
            assert!(is_shown, "{name}");
        }
    }

    #[test]
    fn the_examples_of_every_page_compile_without_a_word_and_are_tidy() {
        for page in word_pages() {
            for text in examples(&page) {
                let source = || SourceFile::new("example.wod", text);
                let found = diagnose(source(), &Request::default(), &Examples).diagnostics;
                assert!(found.is_empty(), "{}: {found:?}", page.names[0]);
                assert_eq!(format(source()).unwrap(), text, "{}", page.names[0]);
            }
        }
    }

    #[test]
    fn the_words_are_in_alphabetical_order_signs_first() {
        let names: Vec<_> = word_pages().iter().map(|page| page.names[0]).collect();
        let is_sign = |name: &&str| !name.starts_with(|c: char| c.is_alphabetic());
        let (signs, words): (Vec<&str>, Vec<&str>) = names.iter().copied().partition(is_sign);
        assert!(words.is_sorted());
        assert_eq!(names, [signs, words].concat());
    }

    #[test]
    fn a_page_says_what_kind_of_word_it_is_and_where_the_book_says_more() {
        let pages = word_pages();
        let page = WordPage::find(&pages, "EMOM").unwrap().page();
        assert!(page.starts_with("# emom\n\nA block: `emom 10min < … >`.\n\nEvery minute"), "{page}");
        assert!(page.ends_with("\n\nMore: \"Blocks\" in docs/language.md#blocks"), "{page}");
        assert!(WordPage::find(&pages, "author").unwrap().is_about("by"));
        assert!(WordPage::find(&pages, "florp").is_none());
    }
}
