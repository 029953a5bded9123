//! The answers to what an editor asks about a text.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Value, json};
use similar::{DiffTag, TextDiff};

use super::diagnostics;
use super::position::{Encoding, Places, Position, Range};
use super::wire::{Failed, code, params_of};
use super::workspace::{Root, Workspace};
use crate::analysis::{Style, analyse, format_in, mend};
use crate::catalog;
use crate::cli::diff::PATIENCE;
use crate::service::{
    self, ActionKind, Completion, CompletionKind, Document, Edit, FoldKind, HighlightKind, Located, Preview,
    Symbol, SymbolKind, Times,
};
use crate::source::{SourceFile, Span};

/// The most symbols of a workspace that are listed at once.
const MOST_SYMBOLS: usize = 500;

/// Answers a request.
pub fn answer(
    workspace: &Workspace,
    encoding: Encoding,
    method: &str,
    params: Value,
) -> Result<Value, Failed> {
    match method {
        "workspace/symbol" => return Ok(workspace_symbols(workspace, encoding, &params)),
        "completionItem/resolve" => return Ok(resolved(params)),
        _ => {}
    }
    let about: fn(&Asked<'_>, &Params) -> Result<Value, Failed> = match method {
        "textDocument/completion" => |asked, params| Ok(asked.completion(params)),
        "textDocument/hover" => |asked, params| Ok(asked.hover(params)),
        "textDocument/definition" => |asked, params| Ok(asked.definition(params)),
        "textDocument/references" => |asked, params| Ok(asked.references(params)),
        "textDocument/documentHighlight" => |asked, params| Ok(asked.alike(params)),
        "textDocument/prepareRename" => |asked, params| asked.prepare_rename(params),
        "textDocument/rename" => |asked, params| asked.rename(params),
        "textDocument/documentSymbol" => |asked, _| Ok(asked.symbols()),
        "textDocument/foldingRange" => |asked, _| Ok(asked.folds()),
        "textDocument/semanticTokens/full" => |asked, _| Ok(asked.tokens()),
        "textDocument/inlayHint" => |asked, params| Ok(asked.hints(params)),
        "textDocument/codeAction" => |asked, params| Ok(asked.actions(params)),
        "textDocument/formatting" => |asked, _| Ok(asked.formatted(None)),
        "textDocument/rangeFormatting" => |asked, params| Ok(asked.formatted(params.range)),
        "textDocument/onTypeFormatting" => |asked, params| Ok(asked.closed(params)),
        "textDocument/diagnostic" => |asked, _| Ok(asked.said()),
        "wodc/preview" => |asked, params| asked.preview(params),
        _ => return Err((code::METHOD_NOT_FOUND, format!("there is no method `{method}`"))),
    };
    let params: Params = params_of(params)?;
    let Some((root, document)) = workspace.get(&params.text_document.uri) else {
        return Err((code::INVALID_PARAMS, format!("`{}` is not open", params.text_document.uri)));
    };
    about(&Asked { root, document, encoding }, &params)
}

/// What most requests say.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Params {
    text_document: TextDocument,
    position: Option<Position>,
    range: Option<Range>,
    new_name: Option<String>,
    #[serde(default)]
    context: Value,
}

#[derive(Deserialize)]
struct TextDocument {
    uri: String,
}

/// What is asked about.
struct Asked<'w> {
    root: &'w Root,
    document: &'w Arc<Document>,
    encoding: Encoding,
}

impl Asked<'_> {
    fn places(&self) -> Places<'_> {
        places(self.document, self.encoding)
    }

    /// Returns the byte that is asked about: the first where nobody says which.
    fn at(&self, params: &Params) -> usize {
        params.position.map_or(0, |position| self.places().offset(position))
    }

    fn location(&self, located: &Located) -> Value {
        let places = places(&located.document, self.encoding);
        json!({ "uri": self.root.uri(&located.document.source().name), "range": places.range(located.span) })
    }

    fn times(&self) -> Times {
        let analysis =
            analyse(self.document.source().clone(), &self.root.texts.settings.request, &self.root.texts);
        service::times(self.document, &analysis)
    }

    fn completion(&self, params: &Params) -> Value {
        let found = service::complete(&self.root.texts.documents, self.document, self.at(params));
        let items = found.items.iter().enumerate();
        let items: Vec<Value> = items.map(|(number, one)| self.item(number, one)).collect();
        json!({ "isIncomplete": found.has_more, "items": items })
    }

    fn item(&self, number: usize, one: &Completion) -> Value {
        let kind = match one.kind {
            CompletionKind::Word => 14,
            CompletionKind::Movement => 3,
            CompletionKind::Option => 10,
            CompletionKind::Unit => 11,
            CompletionKind::Value => 12,
            CompletionKind::Title => 18,
            CompletionKind::File => 17,
            CompletionKind::Rule => 20,
        };
        let mut item = json!({
            "label": one.label, "kind": kind, "sortText": format!("{number:04}"),
            "textEdit": self.edit(&one.edit),
            "filterText": one.edit.replacement,
        });
        if !one.detail.is_empty() {
            item["detail"] = one.detail.as_str().into();
        }
        item
    }

    fn edit(&self, edit: &Edit) -> Value {
        json!({ "range": self.places().range(edit.span), "newText": edit.replacement })
    }

    fn hover(&self, params: &Params) -> Value {
        let found =
            service::hover(&self.root.texts.documents, self.document, self.at(params), || self.times());
        found.map_or(Value::Null, |hover| {
            let contents = json!({ "kind": "markdown", "value": hover.markdown });
            json!({ "contents": contents, "range": self.places().range(hover.span) })
        })
    }

    fn definition(&self, params: &Params) -> Value {
        let name = self.document.name_at(self.at(params));
        let home = name.and_then(|name| self.root.texts.documents.definition(self.document, name));
        home.map_or(Value::Null, |home| self.location(&home))
    }

    fn references(&self, params: &Params) -> Value {
        let Some(name) = self.document.name_at(self.at(params)) else { return Value::Null };
        let wants_definition = params.context["includeDeclaration"] != false;
        let all = self.root.texts.documents.references(self.document, name);
        let is_wanted = |one: &&Located| {
            wants_definition || one.document.name_in(one.span).is_none_or(|name| !name.defines)
        };
        all.iter().filter(is_wanted).map(|one| self.location(one)).collect()
    }

    /// Returns what is named alike in the text.
    fn alike(&self, params: &Params) -> Value {
        let Some(name) = self.document.name_at(self.at(params)) else { return Value::Null };
        let alike = self.document.names().iter().filter(|other| other.is_same(name));
        alike.map(|other| json!({ "range": self.places().range(other.span), "kind": 1 })).collect()
    }

    fn prepare_rename(&self, params: &Params) -> Result<Value, Failed> {
        let name = service::renameable(&self.root.texts.documents, self.document, self.at(params))
            .map_err(|why| (code::REQUEST_FAILED, why))?;
        Ok(json!({ "range": self.places().range(name.span), "placeholder": name.text }))
    }

    fn rename(&self, params: &Params) -> Result<Value, Failed> {
        let new = params.new_name.as_deref().unwrap_or_default();
        let renamed = service::rename(&self.root.texts.documents, self.document, self.at(params), new)
            .map_err(|why| (code::REQUEST_FAILED, why))?;
        let mut changes = serde_json::Map::new();
        for one in renamed {
            let places = places(&one.document, self.encoding);
            let edit = |edit: &Edit| json!({ "range": places.range(edit.span), "newText": edit.replacement });
            let edits: Vec<Value> = one.edits.iter().map(edit).collect();
            changes.insert(self.root.uri(&one.document.source().name), edits.into());
        }
        Ok(json!({ "changes": changes }))
    }

    fn symbols(&self) -> Value {
        service::symbols(self.document).iter().map(|symbol| self.symbol(symbol)).collect()
    }

    fn symbol(&self, symbol: &Symbol) -> Value {
        let inside: Vec<Value> = symbol.inside.iter().map(|inside| self.symbol(inside)).collect();
        json!({
            "name": name_of(symbol), "kind": number_of(symbol.kind), "detail": symbol.kind.name(),
            "range": self.places().range(symbol.span), "selectionRange": self.places().range(symbol.head),
            "children": inside,
        })
    }

    fn folds(&self) -> Value {
        let fold = |fold: service::Fold| {
            let kind = match fold.kind {
                FoldKind::Block => "region",
                FoldKind::Comment => "comment",
            };
            json!({ "startLine": fold.first - 1, "endLine": fold.last - 1, "kind": kind })
        };
        service::folds(self.document).into_iter().map(fold).collect()
    }

    fn tokens(&self) -> Value {
        let places = self.places();
        let mut data: Vec<u32> = Vec::new();
        let mut last = Position { line: 0, character: 0 };
        for one in service::highlights(self.document) {
            let Range { start, end } = places.range(one.span);
            // A name that goes over the end of a line can't be told.
            if start.line != end.line {
                continue;
            }
            let line = start.line - last.line;
            let before = if line == 0 { start.character - last.character } else { start.character };
            let kind = HighlightKind::ALL.iter().position(|kind| *kind == one.kind).unwrap_or_default();
            let length = end.character - start.character;
            data.extend([line, before, length, kind as u32, u32::from(one.defines)]);
            last = start;
        }
        json!({ "data": data })
    }

    /// Returns how long workouts and blocks take, each at its end.
    fn hints(&self, params: &Params) -> Value {
        let places = self.places();
        let times = self.times();
        let wanted = params.range.map(|range| places.span(range));
        let is_wanted = |at: u32| wanted.is_none_or(|span| span.start <= at && at <= span.end);
        let hint = |at: u32, label: String, tooltip: &str| json!({ "position": places.position(at as usize), "label": label, "paddingLeft": true, "tooltip": tooltip });
        let blocks = times.blocks.iter().map(|time| (time.span.end, time.said(), "what this block takes"));
        let loads = times.loads.iter().map(|load| (load.span.end, load.said.clone(), "for the athlete"));
        let workouts = times.workouts.iter().map(|time| {
            let names = self.document.names();
            let first = names.partition_point(|name| name.span.start < time.span.start);
            let title = names
                .iter()
                .skip(first)
                .take_while(|name| name.span.end <= time.span.end)
                .find(|name| name.defines && name.kind == service::NameKind::Workout);
            // Behind the closing quote.
            let at = title.map_or(time.span.start, |title| title.span.end + u32::from(title.quoted));
            (at, time.said(), "what this workout takes")
        });
        let all = workouts.chain(blocks).chain(loads).filter(|(at, _, _)| is_wanted(*at));
        all.map(|(at, label, tooltip)| hint(at, label, tooltip)).collect()
    }

    fn actions(&self, params: &Params) -> Value {
        let only: Vec<&str> =
            params.context["only"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let wants = |kind: &str| {
            only.is_empty() || only.iter().any(|one| kind == *one || kind.starts_with(&format!("{one}.")))
        };
        let uri = self.root.uri(&self.document.source().name);
        let with_edits = |title: &str, kind: &str, edits: Vec<Value>| json!({ "title": title, "kind": kind, "edit": { "changes": { uri.as_str(): edits } } });
        let mut all: Vec<Value> = Vec::new();
        if wants("quickfix") {
            let found = diagnostics::look_at(self.root, self.document);
            let said = diagnostics::all(self.root, self.document, &found, self.encoding);
            let place = params.range.map_or(Span::at(0), |range| self.places().span(range));
            for action in service::actions(self.document, &found.diagnostics, place) {
                let edits = action.edits.iter().map(|edit| self.edit(edit)).collect();
                let mut value = with_edits(&action.title, "quickfix", edits);
                if let Some(said) = action.diagnostic.and_then(|number| said.get(number)) {
                    value["diagnostics"] = json!([said]);
                }
                if action.kind == ActionKind::Fix {
                    value["isPreferred"] = true.into();
                }
                all.push(value);
            }
        }
        if wants("refactor.extract") {
            let place = params.range.map_or(Span::at(0), |range| self.places().span(range));
            for action in service::refactorings(self.document, place) {
                let edits = action.edits.iter().map(|edit| self.edit(edit)).collect();
                all.push(with_edits(&action.title, "refactor.extract", edits));
            }
        }
        if wants("source.fixAll.wodc") {
            let mended =
                mend(self.document.source().clone(), &self.root.texts.settings.request, &self.root.texts);
            let edits = self.edits_to(&mended.text);
            if !edits.is_empty() {
                all.push(with_edits("Fix all that is certain", "source.fixAll.wodc", edits));
            }
        }
        all.into()
    }

    /// Returns the formatted text as edits: all of them, or those that touch a stretch. Nothing of a text with mistakes.
    fn formatted(&self, range: Option<Range>) -> Value {
        let style: Style = self.root.texts.settings.style;
        let source = SourceFile::new(self.document.source().name.clone(), self.document.text());
        let Ok(formatted) = format_in(source, style) else { return Value::Null };
        let edits = self.edits_to(&formatted);
        let Some(range) = range else { return edits.into() };
        let touches = |edit: &Value| {
            let own: Option<Range> = serde_json::from_value(edit["range"].clone()).ok();
            own.is_some_and(|own| own.start <= range.end && range.start <= own.end)
        };
        edits.into_iter().filter(touches).collect()
    }

    /// Returns the edits of lines that make another text of this one.
    fn edits_to(&self, after: &str) -> Vec<Value> {
        let before = self.document.text();
        let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
        let mut starts = vec![0];
        let mut new_starts = vec![0];
        let add = |starts: &mut Vec<usize>, line: &str| {
            let last = starts.last().copied().unwrap_or_default();
            starts.push(last + line.len());
        };
        (0..).map_while(|at| diff.old_slice(at)).for_each(|line| add(&mut starts, line));
        (0..).map_while(|at| diff.new_slice(at)).for_each(|line| add(&mut new_starts, line));
        let changed = diff.ops().iter().filter(|op| op.tag() != DiffTag::Equal);
        changed
            .map(|op| {
                let (old, new) = (op.old_range(), op.new_range());
                let span = Span::new(starts[old.start], starts[old.end]);
                let replacement = after[new_starts[new.start]..new_starts[new.end]].to_owned();
                self.edit(&Edit { span, replacement })
            })
            .collect()
    }

    /// Closes the block that was opened on the line before.
    fn closed(&self, params: &Params) -> Value {
        let edit = service::close_block(self.document, self.at(params));
        edit.map_or(Value::Null, |edit| json!([self.edit(&edit)]))
    }

    /// Returns the page of the workout or the plan at a place. It is not of the protocol: docs/editors.md has it.
    fn preview(&self, params: &Params) -> Result<Value, Failed> {
        let request = &self.root.texts.settings.request;
        match service::preview(self.document, self.at(params), request, &self.root.texts) {
            Some(Preview::Page { title, html }) => Ok(json!({ "title": title, "html": html })),
            Some(Preview::Mistakes(count)) => Ok(json!({ "mistakes": count })),
            Some(Preview::Nothing) => Ok(Value::Null),
            None => Err((code::REQUEST_FAILED, "this wodc was built without pages".to_owned())),
        }
    }

    fn said(&self) -> Value {
        let found = diagnostics::look_at(self.root, self.document);
        json!({ "kind": "full", "items": diagnostics::all(self.root, self.document, &found, self.encoding) })
    }
}

fn places(document: &Document, encoding: Encoding) -> Places<'_> {
    Places { text: document.text(), lines: document.lines(), encoding }
}

/// Returns what a symbol is called. The protocol wants something.
fn name_of(symbol: &Symbol) -> &str {
    if symbol.name.is_empty() { symbol.kind.name() } else { &symbol.name }
}

/// Returns what the protocol numbers a kind of symbol by.
fn number_of(kind: SymbolKind) -> u8 {
    match kind {
        SymbolKind::Workout => 12,
        SymbolKind::Plan => 5,
        SymbolKind::Block | SymbolKind::Phase | SymbolKind::Week | SymbolKind::Day => 3,
        SymbolKind::Movement => 6,
        SymbolKind::Pose => 14,
        SymbolKind::Athlete => 19,
        SymbolKind::Team => 18,
        SymbolKind::Done => 24,
    }
}

/// Returns the workouts, plans and definitions of all projects whose name has some words in it.
fn workspace_symbols(workspace: &Workspace, encoding: Encoding, params: &Value) -> Value {
    let query = params["query"].as_str().unwrap_or_default().to_lowercase();
    let mut found: Vec<Value> = Vec::new();
    for root in workspace.roots() {
        for document in root.texts.documents.documents() {
            let symbols = service::symbols(document);
            let named = symbols.iter().filter(|symbol| symbol.name.to_lowercase().contains(&query));
            found.extend(named.map(|symbol| {
                let range = places(document, encoding).range(symbol.head);
                let location = json!({ "uri": root.uri(&document.source().name), "range": range });
                json!({ "name": name_of(symbol), "kind": number_of(symbol.kind), "location": location })
            }));
            if found.len() >= MOST_SYMBOLS {
                found.truncate(MOST_SYMBOLS);
                return found.into();
            }
        }
    }
    found.into()
}

/// Adds to an offered movement what it is.
fn resolved(mut item: Value) -> Value {
    let is_movement = item["kind"] == 3;
    let movement = item["label"].as_str().filter(|_| is_movement).and_then(catalog::look_up);
    if let Some(movement) = movement {
        item["documentation"] = json!({ "kind": "markdown", "value": service::about_movement(&movement) });
    }
    item
}
