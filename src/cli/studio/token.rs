//! What an address must have in it: nobody else on the computer or in the network can guess it.

use std::fmt;

use crate::cli::outcome::Trouble;

/// How many bytes of chance there are.
const BYTES: usize = 16;

/// The secret part of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// Returns a new one.
    pub fn new() -> Result<Self, Trouble> {
        let mut bytes = [0; BYTES];
        getrandom::fill(&mut bytes)
            .map_err(|error| Trouble::new(format!("the system gives no random numbers: {error}")))?;
        Ok(Self(bytes.iter().map(|byte| format!("{byte:02x}")).collect()))
    }

    /// Returns what comes behind it in the path of an address. None where it isn't there.
    pub fn leads<'p>(&self, path: &'p str) -> Option<&'p str> {
        let (token, rest) = path.strip_prefix('/')?.split_once('/')?;
        // All bytes are looked at, so that the time tells nothing.
        let differences =
            token.bytes().zip(self.0.bytes()).map(|(one, other)| one ^ other).fold(0, |all, one| all | one);
        (token.len() == self.0.len() && differences == 0).then_some(rest)
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_token_leads_anywhere() {
        let token = Token::new().unwrap();
        assert_eq!(token.to_string().len(), 2 * BYTES);
        assert_ne!(token, Token::new().unwrap());
        assert_eq!(token.leads(&format!("/{token}/made/1.html")), Some("made/1.html"));
        assert_eq!(token.leads(&format!("/{token}/")), Some(""));
        for path in [
            "/",
            "",
            "//",
            &format!("/{token}"),
            &format!("/{token}0/"),
            &format!("/{}/", "0".repeat(2 * BYTES)),
        ] {
            assert_eq!(token.leads(path), None, "{path}");
        }
    }
}
