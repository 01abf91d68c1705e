//! Amazon's types as TypeScript declares them, as far as JSON has anything of them.

use serde_json::Value;
use std::collections::BTreeMap;

#[derive(Debug)]
enum Type {
    /// Its fields: whether each has to be there, and its type's name.
    Interface(BTreeMap<String, (bool, String)>),
    /// One of several: words in quotes, or other types.
    Union(Vec<String>),
}

/// All types, by their full names.
pub struct Typings(BTreeMap<String, Type>);

impl Typings {
    /// Reads the declarations; the file is generated, so that every declaration and every field has a line of its own.
    pub fn read(declarations: &str) -> Self {
        let mut types = BTreeMap::new();
        let (mut namespace, mut open): (&str, Option<(String, BTreeMap<_, _>)>) = ("", None);
        for line in declarations.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix("export declare namespace ").and_then(|rest| rest.strip_suffix(" {")) {
                namespace = name;
            } else if let Some(name) = line.strip_prefix("interface ").and_then(|rest| rest.strip_suffix(" {")) {
                open = Some((format!("{namespace}.{name}"), BTreeMap::new()));
            } else if let Some((name, of)) = line.strip_prefix("type ").and_then(|rest| rest.strip_suffix(';')?.split_once(" = ")) {
                let members = of.split(" | ").map(str::to_owned).collect();
                types.insert(format!("{namespace}.{name}"), Type::Union(members));
            } else if line == "}" {
                types.extend(open.take().map(|(name, fields)| (name, Type::Interface(fields))));
            } else if let (Some((_, fields)), Some((name, of))) = (&mut open, line.strip_suffix(';').and_then(|line| line.split_once(": ")))
            {
                let needed = !name.ends_with('?');
                fields.insert(name.trim_end_matches('?').trim_matches('\'').to_owned(), (needed, of.to_owned()));
            }
        }
        Self(types)
    }

    /// The names of an interface's fields.
    pub fn fields(&self, interface: &str) -> Vec<&str> {
        match self.0.get(interface) {
            Some(Type::Interface(fields)) => fields.keys().map(String::as_str).collect(),
            other => panic!("{interface} is no interface: {other:?}"),
        }
    }

    /// The words of an enumeration.
    pub fn words(&self, union: &str) -> Vec<&str> {
        match self.0.get(union) {
            Some(Type::Union(words)) => words.iter().map(|word| word.trim_matches('\'')).collect(),
            other => panic!("{union} is no union: {other:?}"),
        }
    }

    /// What of a value is not of a type.
    pub fn problems(&self, of: &str, value: &Value) -> Vec<String> {
        if let Some(element) = of.strip_prefix("Array<").and_then(|rest| rest.strip_suffix('>')) {
            let Some(values) = value.as_array() else { return vec![format!("{value} is no list")] };
            return values.iter().flat_map(|value| self.problems(element, value)).collect();
        }
        let fits = match of {
            "any" => true,
            "string" => value.is_string(),
            "number" => value.is_number(),
            "boolean" => value.is_boolean(),
            word if word.starts_with('\'') => value.as_str() == Some(word.trim_matches('\'')),
            name => match self.0.get(name) {
                Some(Type::Interface(fields)) => return self.in_interface(fields, value),
                Some(Type::Union(members)) => members.iter().any(|member| self.problems(member, value).is_empty()),
                None => panic!("there is no type {name}"),
            },
        };
        if fits { Vec::new() } else { vec![format!("{value} is no {of}")] }
    }

    fn in_interface(&self, fields: &BTreeMap<String, (bool, String)>, value: &Value) -> Vec<String> {
        let Some(object) = value.as_object() else { return vec![format!("{value} is no object")] };
        let missing = fields.iter().filter(|(name, (needed, _))| *needed && !object.contains_key(*name));
        let mut problems: Vec<String> = missing.map(|(name, _)| format!("{name} is missing")).collect();
        for (name, value) in object {
            match fields.get(name) {
                Some((_, of)) => problems.extend(self.problems(of, value).into_iter().map(|problem| format!("{name}: {problem}"))),
                None => problems.push(format!("{name} is not known")),
            }
        }
        problems
    }
}
