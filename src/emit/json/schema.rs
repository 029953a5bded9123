//! The published schema, made from the contract's types.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::Value;

use super::model::Document;

/// Names the contract and its version. No address: the schema ships with the program.
const ID: &str = "wodc/1";

/// Returns the JSON Schema (draft 2020-12) of a document. It ends in a line end.
pub fn schema() -> String {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(NeverNull);
    let mut schema = settings.into_generator().into_root_schema_for::<Document<'_>>();
    schema.insert("$id".to_owned(), ID.into());
    schema.insert("title".to_owned(), "Compiled workouts, wodc/1".into());
    format!("{:#}\n", Value::from(schema))
}

/// Takes `null` out of a schema: a key that does not apply is left out instead.
#[derive(Debug, Clone)]
struct NeverNull;

impl Transform for NeverNull {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        if let Some(Value::Array(types)) = schema.get_mut("type") {
            types.retain(|name| name != "null");
            if let [only] = types.as_mut_slice() {
                let only = only.take();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(Value::Array(forms)) = schema.get_mut("anyOf") {
            forms.retain(|form| form["type"] != "null");
            if let [Value::Object(only)] = forms.as_mut_slice() {
                let only = std::mem::take(only);
                schema.remove("anyOf");
                schema.ensure_object().extend(only);
            }
        }
    }
}
