//! What tests of this floor share.

use crate::analysis::{NoFiles, Request, analyse};
use crate::emit::player::model::Playbook;
use crate::source::SourceFile;

/// Returns the playbook of a file with one workout.
pub fn playbook(text: &str) -> Playbook {
    let analysis = analyse(SourceFile::new("session.wod", text), &Request::default(), &NoFiles);
    assert!(!analysis.has_errors(), "{:#?}", analysis.diagnostics());
    let [playbook] = <[Playbook; 1]>::try_from(analysis.playbooks()).expect("there is one workout");
    playbook
}
