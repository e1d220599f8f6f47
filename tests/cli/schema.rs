//! A validator for what the schemas of `pressdiff schema` are made of, and nothing else.

use serde_json::{Map, Value};

/// Everything in which the value does not fit the schema.
pub(crate) fn problems(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    check(schema, schema, value, "", &mut found);
    found
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, found: &mut Vec<String>) {
    let Value::Object(rules) = schema else { panic!("{at}: a schema is an object, not {schema}") };
    for (rule, wanted) in rules {
        let fits = match rule.as_str() {
            "$id" | "$schema" | "$defs" | "title" | "description" | "format" | "required"
            // checked here in any case
            | "additionalProperties" => true,
            "$ref" => {
                let name = wanted.as_str().and_then(|name| name.strip_prefix('#')).expect("a local name");
                check(root, root.pointer(name).expect("a definition"), value, at, found);
                true
            }
            "type" => names(wanted).any(|name| is(name, value)),
            "const" => value == wanted,
            "enum" => wanted.as_array().expect("a list").contains(value),
            "minimum" => value.as_f64().is_none_or(|number| number >= wanted.as_f64().expect("a number")),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, wanted, item, &format!("{at}/{index}"), found);
                }
                true
            }
            "properties" => {
                if let Some(object) = value.as_object() {
                    fields(root, wanted, object, at, found);
                }
                true
            }
            "anyOf" | "oneOf" => wanted.as_array().expect("a list").iter().any(|each| {
                let mut tries = Vec::new();
                check(root, each, value, at, &mut tries);
                tries.is_empty()
            }),
            other => panic!("{at}: this validator does not know {other}"),
        };
        if !fits {
            found.push(format!("{at}: {value} does not fit {rule} {wanted}"));
        }
    }
    for name in rules.get("required").into_iter().flat_map(names) {
        if value.as_object().is_some_and(|object| !object.contains_key(name)) {
            found.push(format!("{at} lacks {name}"));
        }
    }
}

/// Stricter than the standard: a field that the schema does not know is a fault of the schema.
fn fields(root: &Value, known: &Value, object: &Map<String, Value>, at: &str, found: &mut Vec<String>) {
    for (name, value) in object {
        match known.get(name) {
            Some(schema) => check(root, schema, value, &format!("{at}/{name}"), found),
            None => found.push(format!("{at}/{name} is not in the schema")),
        }
    }
}

fn names(value: &Value) -> impl Iterator<Item = &str> {
    let many = value.as_array().into_iter().flatten();
    many.chain(std::iter::once(value)).filter_map(Value::as_str)
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        other => panic!("there is no type {other}"),
    }
}

#[test]
fn the_validator_finds_what_does_not_fit() {
    let schema = serde_json::json!({
        "type": "object",
        "properties": { "n": { "type": ["integer", "null"], "minimum": 0 }, "e": { "$ref": "#/$defs/E" } },
        "required": ["n", "e"],
        "$defs": { "E": { "enum": ["a", "b"] } },
    });
    let count = |value| problems(&schema, &value).len();
    assert_eq!(count(serde_json::json!({ "n": 1, "e": "a" })), 0);
    assert_eq!(count(serde_json::json!({ "n": null, "e": "b" })), 0);
    assert_eq!(count(serde_json::json!({ "n": -1, "e": "c" })), 2);
    assert_eq!(count(serde_json::json!({ "n": 1.5 })), 2);
    assert_eq!(count(serde_json::json!({ "n": 1, "e": "a", "x": 0 })), 1);
}
