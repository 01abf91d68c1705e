//! Edits that the fuzzer's bytes say: of JSON, and of bytes.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Value, json};

/// More edits hardly leave anything of what was there.
const MOST: usize = 12;

/// Texts that mean something in requests.
const WORDS: &[&str] = &[
    "",
    " ",
    "NONE",
    "CONFIRMED",
    "DENIED",
    "STARTED",
    "IN_PROGRESS",
    "COMPLETED",
    "ER_SUCCESS_MATCH",
    "ER_SUCCESS_NO_MATCH",
    "POOL",
    "IN",
    "Simple",
    "List",
    "true",
    "0",
    "?",
    "2026-W48-WE",
    "2026-11-22",
    "202X",
    "PRESENT_REF",
    "MO",
    "PT5M",
    "P1Y2M3W4DT5H",
    "NaN",
    "-1",
    "1e9",
    "99999999999999999999",
    "é\u{0}\u{fffe}<&\"'",
    "\u{202e}",
    "{\"sayso\":\"launch\"}",
    "en-US",
    "de-DE",
    "xx",
    "s3cret-0123456789",
    "s3cret-\"\\&<é",
    "AMAZON.YesIntent",
    "Order",
    "Echo",
    "LaunchRequest",
    "IntentRequest",
    "SessionResumedRequest",
    "SessionEndedRequest",
    "accessToken",
    "amzn1.ask.skill.00000000-0000-0000-0000-000000000000",
    "amzn1.er-authority.echo-sdk.dynamic.x",
];

/// Makes edits of a value until the bytes are used up.
pub fn json(value: &mut Value, u: &mut Unstructured<'_>) -> Result<()> {
    for _ in 0..MOST {
        if u.is_empty() {
            break;
        }
        let other = picked(value, u)?.clone();
        edit(place(value, u)?, other, u)?;
    }
    Ok(())
}

fn edit(place: &mut Value, other: Value, u: &mut Unstructured<'_>) -> Result<()> {
    match u.int_in_range(0..=8)? {
        0 => *place = odd(u)?,
        1 => *place = Value::from(*u.choose(WORDS)?),
        2 => *place = String::arbitrary(u)?.into(),
        3 => *place = other,
        4 => *place = Value::Array(vec![place.take()]),
        5 => remove(place, u)?,
        6 => add(place, other, u)?,
        // A careless reader takes a list of its members for the object.
        7 => *place = place.as_object().map(|map| map.values().cloned().collect()).unwrap_or(other),
        _ => {
            // The macro would copy what is inside at each level.
            let depth = u.int_in_range(1..=140)?;
            let around = |inner, at| match at % 2 {
                0 => Value::Object(Map::from_iter([("value".to_owned(), inner)])),
                _ => Value::Array(vec![inner]),
            };
            *place = (0..depth).fold(place.take(), around);
        }
    }
    Ok(())
}

fn odd(u: &mut Unstructured<'_>) -> Result<Value> {
    let long = usize::from(u16::arbitrary(u)?);
    Ok(match u.int_in_range(0..=9)? {
        0 => Value::Null,
        1 => bool::arbitrary(u)?.into(),
        2 => i64::arbitrary(u)?.into(),
        3 => f64::arbitrary(u)?.into(),
        4 => u64::MAX.into(),
        5 => json!([]),
        6 => json!({}),
        7 => "\u{e9}".repeat(long).into(),
        8 => "<&\"".repeat(long).into(),
        _ => json!({"type": "x", "value": [null, 1, {"name": "Order"}]}),
    })
}

fn remove(place: &mut Value, u: &mut Unstructured<'_>) -> Result<()> {
    match place {
        Value::Object(map) if !map.is_empty() => {
            let name = name(map, u)?;
            map.remove(&name);
        }
        Value::Array(values) if !values.is_empty() => drop(values.remove(u.choose_index(values.len())?)),
        _ => *place = Value::Null,
    }
    Ok(())
}

/// Adds something under a name that means something, or that stands there already.
fn add(place: &mut Value, other: Value, u: &mut Unstructured<'_>) -> Result<()> {
    match place {
        Value::Object(map) if !map.is_empty() && bool::arbitrary(u)? => {
            let name = name(map, u)?;
            map.insert(name, other);
        }
        Value::Object(map) => drop(map.insert((*u.choose(WORDS)?).to_owned(), other)),
        Value::Array(values) => values.push(other),
        _ => *place = other,
    }
    Ok(())
}

fn name(map: &Map<String, Value>, u: &mut Unstructured<'_>) -> Result<String> {
    let at = u.choose_index(map.len())?;
    Ok(map.keys().nth(at).cloned().unwrap_or_default())
}

/// How many values there are, this one among them.
fn size(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(size).sum(),
        Value::Object(map) => map.values().map(size).sum(),
        _ => 0,
    }
}

fn picked<'v>(value: &'v Value, u: &mut Unstructured<'_>) -> Result<&'v Value> {
    let mut at = u.choose_index(size(value))?;
    Ok(nth(value, &mut at).unwrap_or(value))
}

fn nth<'v>(value: &'v Value, at: &mut usize) -> Option<&'v Value> {
    if *at == 0 {
        return Some(value);
    }
    *at -= 1;
    match value {
        Value::Array(values) => values.iter().find_map(|value| nth(value, at)),
        Value::Object(map) => map.values().find_map(|value| nth(value, at)),
        _ => None,
    }
}

fn place<'v>(value: &'v mut Value, u: &mut Unstructured<'_>) -> Result<&'v mut Value> {
    let mut at = u.choose_index(size(value))?;
    // What is looked for is there; the borrow checker does not know so.
    let mut path = Vec::new();
    trace(value, &mut at, &mut path);
    Ok(path.into_iter().fold(value, |value, step| match value {
        Value::Array(values) => &mut values[step],
        Value::Object(map) => map.values_mut().nth(step).expect("a member"),
        other => other,
    }))
}

fn trace(value: &Value, at: &mut usize, path: &mut Vec<usize>) -> bool {
    if *at == 0 {
        return true;
    }
    *at -= 1;
    let children: Vec<&Value> = match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(map) => map.values().collect(),
        _ => Vec::new(),
    };
    for (step, child) in children.into_iter().enumerate() {
        path.push(step);
        if trace(child, at, path) {
            return true;
        }
        path.pop();
    }
    false
}

/// Makes edits of bytes; `words` are put in where they mean something.
pub fn bytes(text: &mut Vec<u8>, words: &[&str], u: &mut Unstructured<'_>) -> Result<()> {
    for _ in 0..u.int_in_range(0..=MOST)? {
        let at = u.int_in_range(0..=text.len())?;
        let to = u.int_in_range(at..=text.len())?;
        match u.int_in_range(0..=6)? {
            0 if at < text.len() => text[at] = u8::arbitrary(u)?,
            1 if at < text.len() => text[at] ^= 1 << u.int_in_range(0..=7)?,
            2 => drop(text.drain(at..to)),
            3 => text.extend_from_within(at..to),
            4 => drop(text.splice(at..at, u.choose(words)?.bytes())),
            5 => drop(text.splice(at..at, Vec::<u8>::arbitrary(u)?)),
            _ => text.truncate(at),
        }
    }
    Ok(())
}
