//! Documents held to a JSON schema.

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::Value;

/// A JSON schema, ready to be held against documents.
pub struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    /// Reads a schema. Panics where it is not a valid one.
    pub fn new(schema: &Value) -> Self {
        let mut compiler = Compiler::new();
        compiler.enable_format_assertions();
        compiler.add_resource("schema.json", schema.clone()).unwrap();
        let mut schemas = Schemas::new();
        let index = compiler.compile("schema.json", &mut schemas).unwrap_or_else(|error| panic!("{error:#}"));
        Self { schemas, index }
    }

    /// Returns what a document does that the schema does not allow.
    pub fn errors(&self, document: &Value) -> Option<String> {
        self.schemas.validate(document, self.index).err().map(|error| format!("{error:#}"))
    }
}
