//! Diagnostics in sentences, one a line, for screen readers: nothing is drawn, and no meaning depends on colour or
//! position.

use super::{MOST_SHOWN, mending, summary};
use crate::cli::visible::visible;
use crate::diagnostic::{Diagnostic, Findings, Label, Severity, sentence};
use crate::source::{LineIndex, SourceFile, Span};

/// The longest quotation, in characters: nobody remembers more of it.
const LONGEST: usize = 80;

/// Describes the first findings, and adds a summary of all of them.
pub fn render(findings: &Findings<'_>) -> String {
    let total = findings.total();
    let mut text = String::new();
    let mut told = 0;
    for (number, (file, lines, diagnostic)) in findings.first(MOST_SHOWN).enumerate() {
        told += diagnostic.stands_for;
        text += &one(file, &lines, diagnostic, number + 1, total);
        text.push('\n');
    }
    if let Some(more) = total.checked_sub(told).filter(|&more| more > 0) {
        text += &format!("And {more} more.\n");
    }
    for line in summary(findings) {
        text += &(sentence(&plain(&line)) + "\n");
    }
    text
}

fn one(file: &SourceFile, lines: &LineIndex, diagnostic: &Diagnostic, number: usize, total: usize) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    };
    let place = lines.place(&file.text, diagnostic.span().start as usize);
    let mut told = format!(
        "{severity} {number} of {total}: {}, line {}, column {}.\n",
        plain(&file.name),
        place.line,
        place.column
    );
    told += &format!("What is wrong: {}\n", sentence(&plain(&diagnostic.message)));
    for (at, label) in diagnostic.labels.iter().enumerate() {
        told += &where_it_is(file, lines, label, at == 0);
    }
    let mending = diagnostic.fix.as_ref().map(|fix| mending::describe(&file.text, lines, fix));
    for help in diagnostic.help.iter().chain(&mending) {
        told += &format!("What to do: {}\n", sentence(&plain(help)));
    }
    told + &format!("The rule: {}.\n", diagnostic.rule.name())
}

/// Says where a label is, by quoting its text and its line.
fn where_it_is(file: &SourceFile, lines: &LineIndex, label: &Label, is_first: bool) -> String {
    let place = lines.place(&file.text, label.span.start as usize);
    let line = lines.line(&file.text, place.line);
    let range = label.span.start as usize..(label.span.end.min(line.end).max(label.span.start)) as usize;
    let words = clipped(file.text.get(range.clone()).unwrap_or_default().trim());
    let rest = Span::new(range.end.min(line.end as usize), line.end as usize);
    let rest = clipped(file.text.get(rest.range()).unwrap_or_default().trim());
    let whole = file.text.get(line.range()).unwrap_or_default().trim();
    let mut told = if is_first { "Where: ".to_owned() } else { format!("See also line {}: ", place.line) };
    told += &match (words.as_str(), rest.as_str()) {
        ("", "") if whole.is_empty() => "on an empty line".into(),
        ("", "") => format!("at the end of the line {}", clipped(whole)),
        ("", rest) => format!("before {rest}"),
        (words, _) => format!("at {words}"),
    };
    let is_said = words == whole || words.is_empty() && rest.is_empty();
    if !is_said {
        told += &format!(", in the line {}", clipped(whole));
    }
    if !label.text.is_empty() {
        told += &format!(": {}", plain(&label.text));
    }
    told.push_str(".\n");
    told
}

/// Removes what a screen reader would spell out or obey. Backquotes become quotation marks.
fn plain(text: &str) -> String {
    visible(text).replace(['\n', '\t'], " ").replace('`', "\"")
}

/// Shortens a quotation that is too long.
fn clipped(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{} and so on", plain(&words[..at])),
        None => plain(words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{NoFiles, Request, compile};

    fn told(text: &str) -> String {
        let compilation = compile(SourceFile::new("a.wod", text), &Request::default(), &NoFiles);
        let found = compilation.diagnostics.iter().map(|one| (&compilation.files[0], one)).collect();
        render(&Findings::new(found))
    }

    #[test]
    fn a_mistake_is_told_in_sentences() {
        insta::assert_snapshot!(told("circuit rounds 3\n  squat 10\n  rest 5m\n>\ntitle \"x\"\n"), @r#"
        Error 1 of 3: a.wod, line 1, column 17.
        What is wrong: A "<" is missing at the end of this line.
        Where: at the end of the line circuit rounds 3: "<" goes here.
        What to do: What it holds goes between "<" and ">": "circuit rounds 3 < … >".
        What to do: Write "circuit rounds 3 <".
        The rule: missing-open.

        Error 2 of 3: a.wod, line 3, column 8.
        What is wrong: "5m" is 5 metres, and a rest is a time.
        Where: at 5m, in the line rest 5m: "m" is metres, "min" is minutes.
        What to do: Write "rest 5min".
        The rule: metres-for-minutes.

        Error 3 of 3: a.wod, line 5, column 1.
        What is wrong: "title" must come before the first step.
        Where: at title "x".
        See also line 1: at circuit rounds 3: the first step is here.
        What to do: Move it up, before that step.
        The rule: out-of-place.

        3 errors in 1 file.
        "wodc check --fix" mends 2 of them.
        "wodc explain missing-open" says more.
        "#);
    }
}
