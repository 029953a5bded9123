//! What a rule is. The rules themselves are in the table.

use schemars::JsonSchema;
use serde::Serialize;

/// How serious a diagnostic is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema, strum::IntoStaticStr,
)]
#[strum(serialize_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file has no output.
    Error,
    /// Probably a mistake; the file still has its outputs.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// Returns its name.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// Declares [`Rule`]: groups of rows, each of rules of the `language` or of `training`, one row a rule.
macro_rules! rules {
    ($($kind:ident $group:literal { $(
        $variant:ident $name:literal $severity:ident $($off:ident)? $summary:literal;
    )* })*) => {
        /// What a diagnostic is about. Each rule has a name that stays the same from version to version.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(
                #[doc = $summary]
                #[doc = ""]
                #[doc = page!($kind $name)]
                $variant,
            )*)*
        }

        impl Rule {
            /// All rules, in the order of the table.
            pub const ALL: &[Rule] = &[$($(Rule::$variant,)*)*];

            /// Returns its name, such as `unknown-movement`.
            pub fn name(self) -> &'static str {
                match self { $($(Rule::$variant => $name,)*)* }
            }

            /// Returns what it belongs to, such as `Blocks`.
            pub fn group(self) -> &'static str {
                match self { $($(Rule::$variant => $group,)*)* }
            }

            /// Tells whether it is about training rather than language.
            pub fn is_of_training(self) -> bool {
                match self { $($(Rule::$variant => is_of_training!($kind),)*)* }
            }

            /// Returns how serious it is, unless somebody sets it to something else (see [`Levels`](super::Levels)).
            pub fn severity(self) -> Severity {
                match self { $($(Rule::$variant => Severity::$severity,)*)* }
            }

            /// Tells whether it is reported without being asked for.
            pub fn is_on(self) -> bool {
                match self { $($(Rule::$variant => is_on!($($off)?),)*)* }
            }

            /// Returns what it is about, in one line.
            pub fn summary(self) -> &'static str {
                match self { $($(Rule::$variant => $summary,)*)* }
            }
        }
    };
}

/// Returns the page of a rule of the language. That of a rule of training is the doc comment of its file.
macro_rules! page {
    (language $name:literal) => {
        include_str!(concat!("rules/", $name, ".md"))
    };
    (training $name:literal) => {
        "Its page is the doc comment of its file in `src/lint`."
    };
}

/// Turns the kind of a group into what [`Rule::is_of_training`] says.
macro_rules! is_of_training {
    (language) => {
        false
    };
    (training) => {
        true
    };
}

/// Turns the `off` of a row into what [`Rule::is_on`] says.
macro_rules! is_on {
    (off) => {
        false
    };
    () => {
        true
    };
}
