//! Diagnostics as commands in a workflow's log, which GitHub shows next to the file.

use crate::cli::visible::visible;
use crate::diagnostic::{Findings, Severity};

/// Returns a line for each finding: `::error file=lower.wod,line=3,col=8,endColumn=10,title=metres-for-minutes::…`.
pub fn render(findings: &Findings<'_>) -> String {
    let mut text = String::new();
    for (file, lines, diagnostic) in findings.with_lines() {
        let span = diagnostic.span();
        let start = lines.place(&file.text, span.start as usize);
        let end = lines.place(&file.text, span.end as usize);
        let word = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        text += &format!("::{word} file={},line={},col={}", property(&file.name), start.line, start.column);
        if end.line == start.line {
            text += &format!(",endColumn={}", end.column);
        } else {
            text += &format!(",endLine={}", end.line);
        }
        text += &format!(",title={}::{}\n", property(diagnostic.rule.name()), data(&diagnostic.said()));
    }
    text
}

/// Escapes the text after the second `::`.
fn data(text: &str) -> String {
    visible(text).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property, which a colon or a comma would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Diagnostic, Rule};
    use crate::source::{SourceFile, Span};

    #[test]
    fn what_would_end_a_line_or_a_property_is_written_in_figures() {
        let file = SourceFile::new("a,b:100%\n.wod", "squat 10\nrest 5m\n");
        let diagnostic = Diagnostic::new(Rule::MetresForMinutes, Span::new(14, 16), "100% of `5m`\u{1b}[31m")
            .help("write `5min`");
        let findings = Findings::new(vec![(&file, &diagnostic)]);
        assert_eq!(
            render(&findings),
            "::error file=a%2Cb%3A100%25%0A.wod,line=2,col=6,endColumn=8,title=metres-for-minutes::100%25 of \
             `5m`␛[31m. Write `5min`.\n"
        );
    }
}
