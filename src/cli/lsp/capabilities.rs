//! What the server can do, as it tells an editor at the beginning.

use serde_json::{Value, json};

use super::position::Encoding;
use crate::service::HighlightKind;

/// What the protocol calls each kind of highlight, in the order of [`HighlightKind::ALL`].
pub fn token_types() -> Vec<&'static str> {
    let name = |kind| match kind {
        HighlightKind::Comment => "comment",
        HighlightKind::Text => "string",
        HighlightKind::Figure => "number",
        HighlightKind::Keyword => "keyword",
        HighlightKind::Movement => "function",
        HighlightKind::Blank => "parameter",
        HighlightKind::Rule => "enumMember",
        HighlightKind::Sign => "operator",
    };
    HighlightKind::ALL.into_iter().map(name).collect()
}

/// Returns the answer to `initialize`.
pub fn initialized(encoding: Encoding) -> Value {
    json!({
        "serverInfo": { "name": "wodc", "version": env!("CARGO_PKG_VERSION") },
        "capabilities": {
            "positionEncoding": encoding.name(),
            // Incremental.
            "textDocumentSync": { "openClose": true, "change": 2, "save": false },
            "completionProvider": { "triggerCharacters": [" ", "\"", "@", "/"], "resolveProvider": true },
            "hoverProvider": true,
            "definitionProvider": true,
            "referencesProvider": true,
            "documentHighlightProvider": true,
            "documentSymbolProvider": true,
            "workspaceSymbolProvider": true,
            "foldingRangeProvider": true,
            "renameProvider": { "prepareProvider": true },
            "codeActionProvider": { "codeActionKinds": ["quickfix", "refactor.extract", "source.fixAll.wodc"] },
            "documentFormattingProvider": true,
            "documentRangeFormattingProvider": true,
            "documentOnTypeFormattingProvider": { "firstTriggerCharacter": "\n" },
            "inlayHintProvider": true,
            "semanticTokensProvider": {
                "legend": { "tokenTypes": token_types(), "tokenModifiers": ["definition"] },
                "full": true,
            },
            "diagnosticProvider": {
                "identifier": "wodc", "interFileDependencies": true, "workspaceDiagnostics": false,
            },
            "workspace": { "workspaceFolders": { "supported": true, "changeNotifications": true } },
        },
    })
}
