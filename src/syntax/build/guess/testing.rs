//! Texts for the tests of guesses: `«` and `»` are around the words that could not be read, `‹` and `›` around the last
//! dose.

use super::stray::{Around, Stray};
use super::{Find, Guess};
use crate::source::Span;
use crate::syntax::tree::{Block, StatementKind};

/// A text without its marks, and what is around its words.
struct Marked {
    text: String,
    words: Span,
    statement: Span,
    around: Around<'static>,
}

impl Marked {
    fn read(marked: &str) -> Self {
        let mut text = String::new();
        let mut places = [0; 4];
        for character in marked.chars() {
            match ['«', '»', '‹', '›'].iter().position(|mark| *mark == character) {
                Some(mark) => places[mark] = text.len(),
                None => text.push(character),
            }
        }
        let [start, end, dose_start, dose_end] = places;
        let ends = ['\n', ';', '<', '>'];
        let from = text[..start].rfind(ends).map_or(0, |at| at + 1);
        let from = from + (text[from..].len() - text[from..].trim_start().len());
        let to = text[end..].find(ends).map_or(text.len(), |at| end + at);
        let to = from + text[from..to].trim_end().len();
        let dose = (dose_end > 0).then(|| Span::new(dose_start, dose_end));
        let before = &text[from.min(start)..start];
        let name = before
            .split_inclusive(' ')
            .take_while(|word| !word.starts_with(|sign: char| sign == '@' || sign.is_ascii_digit()));
        let name_end = from + name.map(str::len).sum::<usize>();
        let name = text[from.min(name_end)..name_end].trim_end().trim_end_matches(',');
        let comma = before.trim_end().ends_with(',').then(|| {
            let at = from + before.trim_end().len() - 1;
            Span::new(at, at + 1)
        });
        let words = Span::new(start, end);
        let around = Around {
            name: (!name.is_empty()).then(|| Span::new(from, from + name.len())),
            dose,
            comma,
            last: Some(words),
            ..Around::default()
        };
        Self { words, statement: Span::new(from.min(start), to), around, text }
    }

    fn stray(&self) -> Stray<'_> {
        Stray { file: &self.text, place: self.words, statement: self.statement, around: self.around }
    }
}

/// Returns what a guess makes of the words that are marked in a text.
pub fn guess_at(guess: Find, marked: &str) -> Option<Guess> {
    guess(&Marked::read(marked).stray())
}

/// Returns what a guess tells of the words that are marked in a text: the text with the fix, where there is none the
/// help, and where there is none either, the message. Nothing where it does not know the words.
pub fn told(guess: Find, marked: &str) -> String {
    let marked = Marked::read(marked);
    tell(guess, &marked.stray())
}

/// Like [`told`], of the end of a name.
pub fn told_in_name(guess: Find, marked: &str) -> String {
    let marked = Marked::read(marked);
    let name = Span::new(marked.statement.start as usize, marked.words.end as usize);
    let around = Around { name: Some(name), ..marked.around };
    tell(guess, &Stray { around, ..marked.stray() })
}

/// Like [`told`], of a statement with its body.
pub fn told_with_body(guess: Find, marked: &str) -> String {
    let marked = Marked::read(marked);
    let statement = Span::new(marked.statement.start as usize, marked.text.len());
    tell(guess, &Stray { statement, ..marked.stray() })
}

/// Like [`told`], of words in a block's header: the block is read as it would be without them.
pub fn told_in_header(guess: Find, marked: &str) -> String {
    let marked = Marked::read(marked);
    let block = block_without(&marked);
    let end_before = |span: Span| span.end <= marked.words.start;
    let amount = block.amounts.iter().find(|amount| amount.span.start >= marked.words.end);
    let around = Around {
        block: Some(&block),
        options_before: block.options.iter().filter(|option| end_before(option.span)).count(),
        has_bracket: marked.text.contains('('),
        amount,
        ..marked.around
    };
    tell(guess, &Stray { around, ..marked.stray() })
}

/// Like [`told`], of words after a rest, which may go into the header that ends at the first `<`.
pub fn told_after_rest(guess: Find, marked: &str) -> String {
    let marked = Marked::read(marked);
    let header_end = marked.text.find('<').map(|at| marked.text[..at].trim_end().len());
    let between = &marked.text[marked.statement.start as usize..marked.words.start as usize];
    let has_length = between.trim_end() != "rest";
    let around = Around { header_end, has_length, ..marked.around };
    tell(guess, &Stray { around, ..marked.stray() })
}

fn tell(guess: Find, stray: &Stray<'_>) -> String {
    let Some(Guess { diagnostic: Some(diagnostic), .. }) = guess(stray) else { return String::new() };
    match (diagnostic.fix, diagnostic.help) {
        (Some(fix), _) => {
            let mut mended = stray.file.to_owned();
            mended.replace_range(fix.span.range(), &fix.replacement);
            mended
        }
        (None, Some(help)) => help,
        (None, None) => diagnostic.message,
    }
}

/// Reads the first block of a text in which the marked words are blank.
fn block_without(marked: &Marked) -> Block {
    let mut text = marked.text.clone();
    text.replace_range(marked.words.range(), &" ".repeat(marked.words.len()));
    let (tree, _) = crate::syntax::parse(&text);
    let block = tree.statements.into_iter().find_map(|statement| match statement.kind {
        StatementKind::Block(block) => Some(*block),
        _ => None,
    });
    block.unwrap_or_else(|| panic!("there is no block in {text}"))
}

/// Returns what is reported of a whole text: the name of each rule, and its message.
pub fn reported(text: &str) -> Vec<String> {
    let (_, diagnostics) = crate::syntax::parse(text);
    diagnostics.iter().map(|one| format!("{}: {}", one.rule.name(), one.message)).collect()
}
