//! Mending: what `check --fix` does to a file.

use proptest::prelude::*;
use wodc::driver::{Mended, Request, mend};
use wodc::source::{FileId, SourceFile};

use crate::input::{Input, all};
use crate::mutation::slips;

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

#[test]
fn every_file_is_mended_at_once() {
    all().iter().for_each(assert_mended_at_once);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn files_with_slips_are_mended_at_once(input in slips()) {
        assert_mended_at_once(&input);
    }
}
