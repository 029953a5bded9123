//! How serious rules are if somebody sets them to something other than the table.

use rustc_hash::FxHashMap;

use super::{Diagnostic, Rule, Severity};

/// What is to be done about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// It is not reported.
    Allow,
    /// It is reported, and stops nothing.
    Warn,
    /// It is an error.
    Deny,
}

/// The rules that are set to something other than the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    settings: FxHashMap<Rule, Setting>,
}

/// An error in the table means that a text has no meaning, or two, so it stays an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotSettable;

impl Levels {
    /// Sets a rule. The last setting of a rule counts.
    pub fn set(&mut self, rule: Rule, setting: Setting) -> Result<(), NotSettable> {
        if rule.severity() == Severity::Error && setting != Setting::Deny {
            return Err(NotSettable);
        }
        self.settings.insert(rule, setting);
        Ok(())
    }

    /// Sets all rules that are warnings so far.
    pub fn set_warnings(&mut self, setting: Setting) {
        for &rule in Rule::ALL {
            if self.severity(rule) == Some(Severity::Warning) {
                self.settings.insert(rule, setting);
            }
        }
    }

    /// Returns how serious a rule is; none if it is not reported.
    pub fn severity(&self, rule: Rule) -> Option<Severity> {
        match self.settings.get(&rule) {
            Some(Setting::Allow) => None,
            // `warn` turns a note on, but it stays a note.
            Some(Setting::Warn) => Some(rule.severity()),
            Some(Setting::Deny) => Some(Severity::Error),
            None => rule.is_on().then(|| rule.severity()),
        }
    }

    /// Removes diagnostics that are not reported, and sets the severity of the others.
    pub fn apply(&self, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.retain_mut(|diagnostic| match self.severity(diagnostic.rule) {
            Some(severity) => {
                diagnostic.severity = severity;
                true
            }
            None => false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_stays_an_error() {
        let mut levels = Levels::default();
        assert_eq!(levels.set(Rule::BadList, Setting::Allow), Err(NotSettable));
        assert_eq!(levels.set(Rule::BadList, Setting::Warn), Err(NotSettable));
        assert_eq!(levels.severity(Rule::BadList), Some(Severity::Error));
    }

    #[test]
    fn setting_all_warnings_leaves_alone_what_is_no_warning() {
        let mut levels = Levels::default();
        levels.set(Rule::IdleOption, Setting::Allow).unwrap();
        levels.set_warnings(Setting::Deny);
        assert_eq!(levels.severity(Rule::IdleOption), None);
        for &rule in Rule::ALL {
            let is_denied = levels.severity(rule) == Some(Severity::Error);
            let was_warning =
                rule.severity() == Severity::Warning && rule.is_on() && rule != Rule::IdleOption;
            assert_eq!(is_denied, was_warning || rule.severity() == Severity::Error, "{}", rule.name());
        }
    }

    #[test]
    fn the_last_setting_of_a_rule_holds() {
        let mut levels = Levels::default();
        levels.set(Rule::IdleOption, Setting::Deny).unwrap();
        assert_eq!(levels.severity(Rule::IdleOption), Some(Severity::Error));
        levels.set(Rule::IdleOption, Setting::Allow).unwrap();
        assert_eq!(levels.severity(Rule::IdleOption), None);
    }
}
