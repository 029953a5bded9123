//! All of it in one call.

use super::analyse::analyse;
use super::compilation::Compilation;
use super::files::ReadFile;
use super::request::Request;
use crate::emit::Collected;
use crate::source::SourceFile;

/// Analyses a file, and collects the outputs that `request` asks for in memory.
///
/// A file with errors gives diagnostics and no output; a file with warnings gives both.
pub fn compile(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Compilation {
    let analysis = analyse(source, request, read);
    let collected = Collected::default();
    analysis.emit(read, &collected);
    let outputs = collected.into_outputs();
    debug_assert!(outputs.is_ok(), "{outputs:?}");
    Compilation { outputs: outputs.unwrap_or_default(), ..analysis.into_compilation() }
}
