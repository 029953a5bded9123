//! Mending: what `check --fix` does to a file.

use proptest::prelude::*;
use wodc::analysis::{Mended, Request, apply, mend};
use wodc::source::{FileId, SourceFile};

use crate::input::{Input, all};
use crate::mutation::slips;
use crate::random::{WORDS, config};

fn mended(input: &Input) -> Mended {
    mend(SourceFile::new(&*input.name, &*input.text), &Request::default(), input)
}

/// Asserts that a file is mended as far as it can be: no correction is left to make, and a second time changes nothing.
fn assert_mended_at_once(input: &Input) {
    let first = mended(input);
    let mut own = first.compilation.diagnostics.iter().filter(|one| one.file == FileId::default());
    let left = own.find(|one| one.fix.is_some());
    assert!(
        left.is_none(),
        "of\n{}\nmended as\n{}\nthis is left: {:#?}",
        input.text,
        first.text,
        left.unwrap()
    );
    let second = mended(&input.with_text(first.text.clone()));
    assert_eq!((second.text, second.mistakes), (first.text.clone(), 0), "of\n{}", input.text);
    let had_fixes = input.diagnostics().iter().any(|one| one.fix.is_some() && one.file == FileId::default());
    assert_eq!((first.mistakes > 0, first.text != input.text), (had_fixes, had_fixes), "of\n{}", input.text);
}

/// Asserts that a correction changes nothing but its own places.
fn assert_nothing_else_is_touched(input: &Input) {
    for one in input.diagnostics() {
        let Some(fix) = one.fix.as_ref().filter(|_| one.file == FileId::default()) else { continue };
        let mended = apply(&input.text, [fix]);
        let mut from = 0;
        let mut rest = mended.as_str();
        for span in fix.spans() {
            let kept = format!("{}{}", &input.text[from..span.range().start], fix.replacement);
            rest = rest.strip_prefix(&kept).unwrap_or_else(|| panic!("{one:?} of\n{}", input.text));
            from = span.range().end;
        }
        assert_eq!(rest, &input.text[from..], "{one:?} of\n{}", input.text);
    }
}

/// Asserts that a file is mended in the same way whatever ends its lines, and keeps its line ends.
fn assert_line_ends_stay(input: &Input) {
    let lf = input.text.replace("\r\n", "\n").replace('\r', "\n");
    let expected = mended(&input.with_text(lf.clone()));
    for line_end in ["\r\n", "\r"] {
        let with = |text: &str| text.replace('\n', line_end);
        let found = mended(&input.with_text(with(&lf)));
        assert_eq!((found.text, found.mistakes), (with(&expected.text), expected.mistakes), "of\n{lf}");
    }
}

fn assert_lawful(input: &Input) {
    assert_mended_at_once(input);
    assert_nothing_else_is_touched(input);
    assert_line_ends_stay(input);
}

#[test]
fn every_file_is_mended_at_once_and_nowhere_else() {
    all().iter().for_each(assert_lawful);
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn files_with_slips_are_mended_at_once_and_nowhere_else(input in slips()) {
        assert_lawful(&input);
    }

    #[test]
    fn any_words_are_mended_at_once_and_nowhere_else(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..40),
    ) {
        assert_lawful(&Input::of(words.join(" ")));
    }
}
