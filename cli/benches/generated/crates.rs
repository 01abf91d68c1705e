//! Crates with many handlers: by the macro, by a build script, by hand, and one with nothing in it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Empty,
    ByHand,
    Macro,
    /// With everything declared that brings requests of its own, and a handler for each.
    EveryRequest,
    BuildScript,
}

impl Kind {
    pub fn title(self) -> &'static str {
        match self {
            Kind::Empty => "empty (cargo itself)",
            Kind::ByHand => "written by hand",
            Kind::Macro => "sayso::skill!",
            Kind::EveryRequest => "the same, every request",
            Kind::BuildScript => "sayso_build in build.rs",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Kind::Empty => "empty",
            Kind::ByHand => "by-hand",
            Kind::Macro => "by-macro",
            Kind::EveryRequest => "every-request",
            Kind::BuildScript => "by-build-script",
        }
    }
}

/// A crate on disk.
pub struct Crate {
    pub name: &'static str,
    pub folder: PathBuf,
    kind: Kind,
    intents: usize,
}

impl Crate {
    /// Writes the crate into a folder of its own.
    pub fn write(root: &Path, kind: Kind, intents: usize) -> Crate {
        let made = Crate { name: kind.name(), folder: root.join(kind.name()), kind, intents };
        std::fs::create_dir_all(made.folder.join("src")).expect("a folder");
        made.put("Cargo.toml", &manifest(kind));
        made.with_slots(0);
        made
    }

    fn put(&self, path: &str, text: &str) {
        std::fs::write(self.folder.join(path), text).expect("a file");
    }

    /// The first intent gets this many further slots.
    pub fn with_slots(&self, slots: usize) {
        match self.kind {
            Kind::Empty => self.put("src/main.rs", &format!("fn main() {{ println!(\"{slots}\"); }}\n")),
            Kind::ByHand => self.put("src/main.rs", &by_hand(self.intents, slots)),
            Kind::Macro | Kind::EveryRequest | Kind::BuildScript => {
                self.put("skill.yaml", &skill(self.kind, self.intents, slots, 0));
                self.put("src/main.rs", &handlers(self.intents, self.kind));
                if self.kind == Kind::EveryRequest {
                    self.add_handlers();
                }
                if self.kind == Kind::BuildScript {
                    self.put("build.rs", "fn main() {\n    sayso_build::compile(\"skill.yaml\").unwrap();\n}\n");
                }
            }
        }
    }

    /// The skill gets this many lines of comment.
    pub fn with_comments(&self, comments: usize) {
        match self.kind {
            Kind::Empty => {}
            Kind::ByHand => {
                let text = by_hand(self.intents, 0) + &"// a comment\n".repeat(comments);
                self.put("src/main.rs", &text);
            }
            Kind::Macro | Kind::EveryRequest | Kind::BuildScript => {
                self.put("skill.yaml", &skill(self.kind, self.intents, 0, comments));
            }
        }
    }

    /// Those that are missing, as the command line writes them.
    fn add_handlers(&self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.current_dir(&self.folder).args(["build", "--out", "amazon", "--handlers", "src/main.rs"]);
        let output = command.output().expect("sayso starts");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

fn manifest(kind: Kind) -> String {
    let path = |krate: &str| format!("{{ path = {:?} }}", Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name(krate));
    let mut text =
        format!("[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n", kind.name());
    match kind {
        Kind::Empty => {}
        Kind::ByHand => text.push_str("serde_json = \"1\"\n"),
        Kind::Macro | Kind::EveryRequest => {
            let _ = writeln!(text, "sayso = {}", path("runtime"));
        }
        Kind::BuildScript => {
            let _ = writeln!(text, "sayso = {}\n\n[build-dependencies]\nsayso-build = {}", path("runtime"), path("build"));
        }
    }
    text
}

fn name(intent: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    format!("Do{}{}", letter(intent / 26).to_ascii_uppercase(), letter(intent).to_ascii_lowercase())
}

fn method(intent: usize) -> String {
    format!("do_{}", name(intent)[2..].to_lowercase())
}

/// What brings requests of its own.
const EVERY_REQUEST: &str = "\
endpoint: arn:aws:lambda:us-east-1:123456789012:function:generated
interfaces: [audio_player, video_app, render_template, alexa_presentation_apl, alexa_presentation_html, can_fulfill_intent_request, game_engine, \
gadget_controller, custom_interface, alexa_data_store, { alexa_datastore_packagemanager: { packages: [amzn1.ask-package.v1.one] } }]
dialog_management: { session_start: skill, managers: [AMAZON.Conversations] }
permissions: ['alexa::async_event:write', 'alexa::household:lists:read', 'alexa::alerts:reminders:skill:readwrite']
events: [SKILL_ENABLED, SKILL_DISABLED, SKILL_ACCOUNT_LINKED, SKILL_PERMISSION_ACCEPTED, SKILL_PERMISSION_CHANGED, \
SKILL_PROACTIVE_SUBSCRIPTION_CHANGED, SKILL_NOTIFICATION_SUBSCRIPTION_CHANGED, LIST_CREATED, LIST_UPDATED, LIST_DELETED, ITEMS_CREATED, \
ITEMS_UPDATED, ITEMS_DELETED, REMINDER_CREATED, REMINDER_UPDATED, REMINDER_STARTED, REMINDER_STATUS_CHANGED, REMINDER_DELETED, \
Messaging.MessageReceived]
tasks: [{ name: StartShow, version: '1' }, { name: BuyTicket, version: '2', auth: required }]
connections: [Buy]
";

fn skill(kind: Kind, intents: usize, slots: usize, comments: usize) -> String {
    let mut text = "sayso: 1\n".to_owned() + &"# a comment\n".repeat(comments);
    text.push_str(
        "locales: [en-US]\nskill: { name: Generated Skill, invocation: generated helper }\nspeech: { help: Say something., fallback: Say something else. }\n\
         account_linking:\n  authorization_url: https://auth.generated.dev/authorize\n  token_url: https://auth.generated.dev/token\n  client_id: generated\n  \
         client_secret: env:SECRET\n  client_authentication: http_basic\n  scopes: [orders]\n  \
         prompt: Please link your account first. I have sent a card to your Alexa app.\n",
    );
    let every = kind == Kind::EveryRequest;
    text.push_str(if every { EVERY_REQUEST } else { "" });
    text.push_str("intents:\n");
    text.push_str(if every { "  AMAZON.PauseIntent:\n  AMAZON.ResumeIntent:\n" } else { "" });
    for intent in 0..intents {
        let auth = ["none", "required", "optional"][intent % 3];
        let _ = writeln!(
            text,
            "  {}:\n    auth: {auth}\n    slots:\n      item: Kind\n      count: AMAZON.NUMBER\n      day: AMAZON.DATE",
            name(intent)
        );
        if intent == 0 {
            for slot in 0..slots {
                let _ = writeln!(text, "      {}: AMAZON.City", name(slot).to_lowercase());
            }
        }
        let verb = name(intent).to_lowercase();
        let more: String =
            if intent == 0 { (0..slots).map(|slot| format!(" {{{}}}", name(slot).to_lowercase())).collect() } else { String::new() };
        let _ = writeln!(text, "    samples: [\"{verb} the {{item}} for {{count}} on {{day}}{more}\"]");
    }
    text + "types:\n  Kind: { FIRST: [first kind], SECOND: [second kind] }\n"
}

fn handlers(intents: usize, kind: Kind) -> String {
    let mut text = String::from("use sayso::{Context, LinkedAccount, Response, Result};\n\n");
    text.push_str(match kind {
        Kind::BuildScript => "include!(concat!(env!(\"OUT_DIR\"), \"/skill.rs\"));\n",
        _ => "sayso::skill!(\"skill.yaml\");\n",
    });
    text.push_str("\nstruct Many;\n\n#[sayso::handlers]\nimpl skill::Handlers for Many {\n");
    text.push_str("    async fn launch(&self, _: &mut Context) -> Result<Response> {\n        Ok(Response::empty())\n    }\n");
    for intent in 0..intents {
        let ty = name(intent);
        let account = match intent % 3 {
            0 => String::new(),
            1 => format!(", _: &LinkedAccount<skill::{ty}>"),
            _ => format!(", _: Option<&LinkedAccount<skill::{ty}>>"),
        };
        let _ = writeln!(
            text,
            "    async fn {}(&self, _: &mut Context, intent: skill::{ty}{account}) -> Result<Response> {{\n        \
             Ok(if intent.count.is_some() {{ Response::tell(sayso::Speech::text(\"done\")) }} else {{ Response::empty() }})\n    }}",
            method(intent)
        );
    }
    text + "}\n\nfn main() {\n    let _ = skill::app(Many);\n}\n"
}

/// The same handlers without Sayso: slots are read out of JSON by their names, and each handler that needs the token looks for it.
fn by_hand(intents: usize, slots: usize) -> String {
    let mut text = String::from("use serde_json::{Value, json};\n\nfn slot<'r>(request: &'r Value, name: &str) -> Option<&'r str> {\n    ");
    text.push_str("request[\"request\"][\"intent\"][\"slots\"][name][\"value\"].as_str()\n}\n\nstruct Many;\n\nimpl Many {\n");
    for intent in 0..intents {
        let _ = writeln!(text, "    async fn {}(&self, request: &Value) -> Value {{", method(intent));
        if intent % 3 == 1 {
            text.push_str("        let Some(_token) = request[\"context\"][\"System\"][\"user\"][\"accessToken\"].as_str() else {\n");
            text.push_str(
                "            return json!({\"version\": \"1.0\", \"response\": {\"card\": {\"type\": \"LinkAccount\"}}});\n        };\n",
            );
        }
        text.push_str("        let _item = slot(request, \"item\");\n        let count: Option<i64> = slot(request, \"count\").and_then(|count| count.parse().ok());\n");
        text.push_str("        let _day = slot(request, \"day\");\n");
        if intent == 0 {
            for extra in 0..slots {
                let _ = writeln!(text, "        let _{extra} = slot(request, \"{}\");", name(extra).to_lowercase());
            }
        }
        text.push_str("        if count.is_some() { json!({\"version\": \"1.0\", \"response\": {\"outputSpeech\": \"done\"}}) } else { json!({\"version\": \"1.0\", \"response\": {}}) }\n    }\n");
    }
    text.push_str(
        "\n    async fn answer(&self, request: &Value) -> Value {\n        match request[\"request\"][\"intent\"][\"name\"].as_str() {\n",
    );
    for intent in 0..intents {
        let _ = writeln!(text, "            Some(\"{}\") => self.{}(request).await,", name(intent), method(intent));
    }
    text + "            _ => json!({\"version\": \"1.0\", \"response\": {}}),\n        }\n    }\n}\n\nfn main() {\n    let mut answer = std::pin::pin!(Many.answer(&Value::Null));\n    \
           let mut cx = std::task::Context::from_waker(std::task::Waker::noop());\n    let _ = Future::poll(answer.as_mut(), &mut cx);\n}\n"
}
