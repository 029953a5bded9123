//! JSON: the contract that other programs build on.

/// Returns the JSON Schema of the output.
pub fn schema() -> String {
    "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"title\": \"wodc/1\"\n}\n".into()
}
