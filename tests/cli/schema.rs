//! Documents against their schemas.

use serde_json::{Value, json};

/// Everything in which the value does not fit the schema.
///
/// Stricter than the standard: a field that the schema does not know is an error, too.
pub(crate) fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut schema = schema.clone();
    forbid_unknown_fields(&mut schema);
    let validator = jsonschema::validator_for(&schema).expect("a valid schema");
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn forbid_unknown_fields(schema: &mut Value) {
    match schema {
        Value::Object(rules) => {
            rules.values_mut().for_each(forbid_unknown_fields);
            if rules.get("properties").is_some_and(Value::is_object) {
                rules.insert("additionalProperties".into(), json!(false));
            }
        }
        Value::Array(parts) => parts.iter_mut().for_each(forbid_unknown_fields),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn unknown_missing_and_wrong_fields_are_found() {
    let schema = json!({
        "type": "object",
        "properties": { "n": { "type": ["integer", "null"], "minimum": 0 }, "e": { "$ref": "#/$defs/E" } },
        "required": ["n", "e"],
        "$defs": { "E": { "enum": ["a", "b"] } },
    });
    let count = |value| problems(&schema, &value).len();
    assert_eq!(count(json!({ "n": 1, "e": "a" })), 0);
    assert_eq!(count(json!({ "n": -1, "e": "c" })), 2);
    assert_eq!(count(json!({ "n": 1 })), 1);
    assert_eq!(count(json!({ "n": 1, "e": "a", "x": 0 })), 1);
}
