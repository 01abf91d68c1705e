//! Skills of three sizes, without an error in them.

use sayso_compiler::Input;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The sizes; counts are for each locale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Size {
    /// 5 intents, 20 samples.
    S,
    /// 50 intents, 1,000 samples, 20 types with 2,000 values.
    M,
    /// 250 intents, 10,000 samples, 100 types with 50,000 values.
    L,
}

impl Size {
    /// Intents, samples of each, types, values of each.
    fn counts(self) -> (usize, usize, usize, usize) {
        match self {
            Size::S => (5, 4, 1, 4),
            Size::M => (50, 20, 20, 100),
            Size::L => (250, 40, 100, 500),
        }
    }
}

/// The locales, each in another language as long as there are languages.
const LOCALES: [&str; 17] = [
    "en-US", "de-DE", "fr-FR", "es-ES", "it-IT", "ja-JP", "hi-IN", "pt-BR", "ar-SA", "nl-NL", "en-GB", "en-AU", "en-CA", "en-IN", "es-MX",
    "es-US", "fr-CA",
];

/// A generated skill on disk.
pub struct Skill {
    pub name: String,
    pub folder: PathBuf,
    pub out: PathBuf,
    pub floor_out: PathBuf,
    /// Of all its YAML.
    pub bytes: u64,
}

impl Skill {
    /// Writes a skill into a folder of its own.
    pub fn write(root: &Path, size: Size, locales: usize) -> Skill {
        let name = format!("{size:?} x {locales}");
        let folder = root.join(format!("{size:?}{locales}"));
        std::fs::create_dir_all(folder.join("locales")).expect("a folder");
        let mut bytes = 0;
        let mut write = |path: &str, text: String| {
            bytes += text.len() as u64;
            std::fs::write(folder.join(path), text).expect("a file");
        };
        write("skill.yaml", main_file(size, locales));
        for (at, locale) in LOCALES.iter().enumerate().take(locales).skip(1) {
            write(&format!("locales/{locale}.yaml"), texts(size, at));
        }
        Skill { name, out: folder.join("out"), floor_out: folder.join("floor"), folder, bytes }
    }

    /// The same texts in memory.
    pub fn input(&self) -> Input {
        let read = |path: PathBuf| std::fs::read_to_string(path).expect("a file");
        let mut input = Input::from_text("skill.yaml", read(self.folder.join("skill.yaml")));
        for locale in LOCALES {
            let path = self.folder.join(format!("locales/{locale}.yaml"));
            if path.exists() {
                input = input.with_locale(locale, read(path));
            }
        }
        input
    }
}

fn main_file(size: Size, locales: usize) -> String {
    let mut text = format!("sayso: 1\nlocales: [{}]\n", LOCALES[..locales].join(", "));
    text.push_str("endpoint: arn:aws:lambda:us-east-1:123456789012:function:generated\n");
    text.push_str(
        "account_linking:\n  authorization_url: https://auth.generated.dev/authorize\n  token_url: https://auth.generated.dev/token\n  \
         client_id: generated\n  client_secret: env:SECRET\n  client_authentication: http_basic\n  scopes: [orders]\n  \
         prompt: Please link your account first. I have sent a card to your Alexa app.\n",
    );
    text + &texts_with(size, 0, true)
}

fn texts(size: Size, locale: usize) -> String {
    let prompt = "account_linking:\n  prompt: Please link your account first. I have sent a card to your Alexa app.\n";
    prompt.to_owned() + &texts_with(size, locale, false)
}

/// Everything that each locale says; in skill.yaml with the structure.
fn texts_with(size: Size, locale: usize, structure: bool) -> String {
    let (intents, samples, types, values) = size.counts();
    let mut text = String::from("skill:\n  name: Generated Skill\n  invocation: generated helper\n");
    text.push_str(
        "  summary: Does what it is told.\n  description: A generated skill. It needs an account, which you link in the Alexa app.\n",
    );
    text.push_str("speech:\n  help: Say something.\n  fallback: Say something else.\nintents:\n");
    for intent in 0..intents {
        let _ = writeln!(text, "  {}:", capital(&word(intent, 3)));
        if structure {
            let auth = ["none", "required", "optional"][intent % 3];
            let scopes = if intent % 3 == 1 { "\n    scopes: [orders]" } else { "" };
            let _ = writeln!(text, "    auth: {auth}{scopes}\n    slots:");
            let _ = writeln!(text, "      {}: {}\n      count: AMAZON.NUMBER", item(intent % types), type_name(intent % types));
        }
        text.push_str("    samples:\n");
        let item = item(intent % types);
        for sample in 0..samples {
            let (verb, tail) = (word(intent * 64 + sample + locale * 7, 4), word(sample, 2));
            let _ = match sample % 3 {
                0 => writeln!(text, "      - please {verb} the {{{item}}} for {tail}"),
                1 => writeln!(text, "      - {verb} {{count}} of the {{{item}}} {tail}"),
                _ => writeln!(text, "      - could you {verb} something {tail}"),
            };
        }
    }
    text.push_str("types:\n");
    for kind in 0..types {
        let _ = writeln!(text, "  {}:", type_name(kind));
        for value in 0..values {
            let base = word(kind * 512 + value + locale * 3, 4);
            let synonyms: String = (0..(value % 4)).map(|at| format!(", {base} {}", word(at + 1, 2))).collect();
            let _ = writeln!(text, "    ID_{}: [{base}{synonyms}]", word(value, 3).to_uppercase());
        }
    }
    text
}

/// The slot that has the values of a type.
fn item(kind: usize) -> String {
    format!("item_{}", word(kind, 2))
}

fn type_name(kind: usize) -> String {
    format!("Kind{}", capital(&word(kind, 2)))
}

/// A word of at least `length` syllables that no other number has.
fn word(mut number: usize, length: usize) -> String {
    const SYLLABLES: [&str; 16] = ["ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va"];
    let mut word = String::new();
    for at in 0.. {
        if at >= length && number == 0 {
            break;
        }
        word.push_str(SYLLABLES[number % 16]);
        number /= 16;
    }
    word
}

fn capital(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}
