//! `// easy today`, `/* easy today */`: a comment as programmers write it.

use crate::diagnostic::Rule;
use crate::syntax::build::guess::{Guess, Stray};

pub fn guess(stray: &Stray<'_>) -> Option<Guess> {
    let text = stray.text();
    let said = text.strip_prefix("//").or_else(|| text.strip_prefix("/*"))?;
    let said = said.strip_suffix("*/").unwrap_or(said).trim();
    let signs = stray.start_of_length(2);
    let guess = Guess::new(Rule::Unreadable, signs, "a comment begins with `#`, and ends with the line");
    let line = stray.behind().lines().next().unwrap_or_default().trim();
    let is_closed = text.ends_with("*/");
    let swallows = if is_closed { !line.is_empty() } else { line.contains(['>', '}']) };
    if !swallows {
        return Some(match is_closed {
            true => guess.fix(stray.place, format!("# {said}").trim_end()),
            false => guess.fix(signs, "#"),
        });
    }
    let said = said.replace(['"', '“', '”', '„'], "'");
    let before = stray.between(stray.statement.start, stray.place.start);
    let is_step = before.trim().is_empty();
    let takes_cue = stray.around.name.is_some() && !before.contains('"');
    Some(match said.is_empty() || !is_step && !takes_cue {
        true => guess.help("put it at the end of a line, behind a `#`"),
        false if is_step => guess.fix(stray.place, format!("note \"{said}\"")),
        false => guess.fix(stray.place, format!("\"{said}\"")),
    })
}

#[cfg(test)]
mod tests {
    use super::guess;
    use crate::syntax::build::guess::testing::told;

    #[test]
    fn slashes_become_the_sign_of_a_comment() {
        assert_eq!(told(guess, "«// easy today»"), "# easy today");
        assert_eq!(told(guess, "«/* easy today»"), "# easy today");
        assert_eq!(told(guess, "«/* easy today */»"), "# easy today");
        assert_eq!(told(guess, "«// squat 10»; lunge 10"), "# squat 10; lunge 10");
        assert_eq!(told(guess, "squat 10 «// easy today»\nlunge 10"), "squat 10 # easy today\nlunge 10");
        assert_eq!(told(guess, "«/ easy»"), "");
    }

    #[test]
    fn what_is_behind_is_not_taken_into_the_comment() {
        assert_eq!(told(guess, "warmup < «// \"easy\" today» >"), "warmup < note \"'easy' today\" >");
        assert_eq!(told(guess, "warmup < squat 10 «// easy» >"), "warmup < squat 10 \"easy\" >");
        assert_eq!(told(guess, "squat 10 «/* easy */»; lunge 10"), "squat 10 \"easy\"; lunge 10");
        assert_eq!(told(guess, "warmup <\n  «// easy today»\n>"), "warmup <\n  # easy today\n>");
        let help = "put it at the end of a line, behind a `#`";
        assert_eq!(told(guess, "warmup < squat 10 \"low\" «// easy» >"), help);
        assert_eq!(told(guess, "warmup < squat 10; «//» >"), help);
    }
}
