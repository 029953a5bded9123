//! Applies the corrections that diagnostics carry, and nothing else.

use super::analyse::diagnose_once;
use super::certain::offer;
use super::compilation::Compilation;
use super::files::ReadFile;
use super::request::Request;
use super::trial::tried;
use crate::source::{FileId, SourceFile};

/// A file with its certain mistakes mended.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Mended {
    /// All of it.
    pub text: String,
    /// How many mistakes were mended.
    pub mistakes: usize,
    /// What came of the mended text.
    pub compilation: Compilation,
}

/// How often a file is mended at most, each time from what came of it before. Only texts that nobody typed need a third
/// time.
const MOST_PASSES: usize = 4;

/// Mends what is certain in a file, and compiles it. Only corrections of the file itself are made: a file it uses is
/// mended when it is compiled itself.
pub fn mend(source: SourceFile, request: &Request, files: &dyn ReadFile) -> Mended {
    let diagnose = |source| diagnose_once(source, request, files);
    let compilation = diagnose(source.clone());
    let mut mended = Mended { text: source.text.to_string(), mistakes: 0, compilation };
    // A correction that was tried in vain beside others may be right without them.
    for _ in 0..MOST_PASSES {
        let text = SourceFile { text: mended.text.as_str().into(), ..source.clone() };
        let (_, trial) = tried(&text, mended.compilation, &diagnose);
        let is_done = trial.mistakes == 0;
        let mistakes = mended.mistakes + trial.mistakes;
        mended = Mended { text: trial.text, mistakes, compilation: trial.compilation };
        if is_done {
            break;
        }
    }
    // What is still a correction was tried in vain.
    for diagnostic in &mut mended.compilation.diagnostics {
        if diagnostic.file == FileId::default() {
            offer(diagnostic, &mended.text);
        }
    }
    mended
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::NoFiles;

    fn mended(text: &str) -> (String, usize) {
        let mended = mend(SourceFile::new("a.wod", text), &Request::default(), &NoFiles);
        (mended.text, mended.mistakes)
    }

    #[test]
    fn all_that_is_certain_is_mended_at_once_and_the_rest_stays() {
        let text =
            "circuit ronds 3 <\r\n  burpees 10 times\r\n  rest 5m\r\n  squat 8 to 12\r\n>\r\nrest 30\r\n";
        let expected =
            "circuit rounds 3 <\r\n  burpees 10 reps\r\n  rest 5min\r\n  squat 8 to 12\r\n>\r\nrest 30\r\n";
        assert_eq!(mended(text), (expected.into(), 3));
    }

    #[test]
    fn what_a_correction_uncovers_is_mended_in_the_next_round() {
        let text = "\u{feff}squat 10 \"go; lunge two; rest 5m";
        assert_eq!(mended(text), ("\u{feff}squat 10 \"go\"; lunge 2; rest 5min".into(), 3));
    }

    #[test]
    fn what_was_wrong_beside_another_correction_is_made_without_it() {
        let text = "title \"M\"\nwarzmup < half-crimp h";
        assert_eq!(mended(text), ("title \"M\"\nwarmup < half-crimp h >".into(), 2));
    }

    #[test]
    fn a_used_file_is_left_alone() {
        struct Used;
        impl ReadFile for Used {
            fn read(&self, _: &str) -> Result<String, String> {
                Ok("workout \"A\" < rest 5m; sqat 5 >".into())
            }
        }
        let text = "use \"a.wod\"; workout \"B\" < do \"A\" >";
        let mended = mend(SourceFile::new("b.wod", text), &Request::default(), &Used);
        assert_eq!((mended.text.as_str(), mended.mistakes), (text, 0));
    }
}
