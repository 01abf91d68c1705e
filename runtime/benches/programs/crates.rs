//! The programs: a skill with one feature or another, and the least that there could be on Lambda.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Core,
    Lambda,
    Http,
    Both,
    Dev,
    Hello,
}

impl Kind {
    pub const ALL: [Self; 6] = [Self::Core, Self::Lambda, Self::Http, Self::Both, Self::Dev, Self::Hello];

    pub fn title(self) -> &'static str {
        match self {
            Self::Core => "ours, one request from standard input",
            Self::Lambda => "ours with `lambda`",
            Self::Http => "ours with `http`",
            Self::Both => "ours with both",
            Self::Dev => "ours with `dev`, not for production",
            Self::Hello => "hello-world on lambda_runtime",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Core => "core",
            Self::Lambda => "lambda",
            Self::Http => "http",
            Self::Both => "both",
            Self::Dev => "dev",
            Self::Hello => "hello",
        }
    }

    fn features(self) -> &'static str {
        match self {
            Self::Core | Self::Hello => "",
            Self::Lambda => "\"lambda\"",
            Self::Http => "\"http\"",
            Self::Both => "\"http\", \"lambda\"",
            Self::Dev => "\"dev\"",
        }
    }

    fn main(self) -> String {
        match self {
            Self::Hello => HELLO.to_owned(),
            Self::Core => format!("{SKILL}{CORE}"),
            Self::Dev => format!("{SKILL}{DEV}"),
            Self::Lambda | Self::Http | Self::Both => format!("{SKILL}{SERVE}"),
        }
    }
}

const SKILL: &str = "\
#[path = \"BY_HAND\"]
mod by_hand;
use by_hand::{handlers::RideHailer, skill};
";

const CORE: &str = "\
fn main() {
    let body = std::io::read_to_string(std::io::stdin()).unwrap();
    let answer = sayso::testing::block_on(skill::app(RideHailer).handle(body.as_bytes())).unwrap();
    println!(\"{}\", String::from_utf8(answer).unwrap());
}
";

const SERVE: &str = "\
#[tokio::main]
async fn main() -> Result<(), sayso::ServeError> {
    sayso::serve(skill::app(RideHailer)).await
}
";

const DEV: &str = "\
#[tokio::main]
async fn main() -> Result<(), sayso::ServeError> {
    sayso::dev::serve(skill::app(RideHailer), ([127, 0, 0, 1], 3000)).await
}
";

const HELLO: &str = "\
use lambda_runtime::{Error, LambdaEvent, run, service_fn};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Error> {
    run(service_fn(async |event: LambdaEvent<Value>| {
        let kind = event.payload[\"request\"][\"type\"].as_str().unwrap_or_default();
        Ok::<Value, Error>(json!({\"version\": \"1.0\", \"response\": {\"outputSpeech\": {\"type\": \"SSML\", \"ssml\": format!(\"<speak>{kind}</speak>\")}}}))
    }))
    .await
}
";

/// A program on disk.
pub struct Program {
    pub kind: Kind,
    pub path: PathBuf,
}

impl Program {
    pub fn build(root: &Path, kind: Kind) -> Self {
        let folder = root.join(kind.name());
        let runtime = Path::new(env!("CARGO_MANIFEST_DIR"));
        let by_hand = runtime.join("tests/by_hand/mod.rs");
        fs::create_dir_all(folder.join("src")).expect("a folder");
        fs::write(folder.join("Cargo.toml"), manifest(kind, runtime)).expect("a file");
        fs::write(folder.join("src/main.rs"), kind.main().replace("BY_HAND", &by_hand.to_string_lossy())).expect("a file");
        // The workspace's versions, so that nothing is asked of a registry.
        let lock = runtime.with_file_name("Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("the workspace has one");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--quiet", "--offline", "--release"]).current_dir(&folder).env("CARGO_TARGET_DIR", &target);
        let status = cargo.env_remove("RUSTFLAGS").stdout(Stdio::null()).status().expect("cargo starts");
        assert!(status.success(), "{cargo:?} failed in {}", folder.display());
        Self { kind, path: target.join("release").join(kind.name()) }
    }
}

fn manifest(kind: Kind, runtime: &Path) -> String {
    let name = kind.name();
    let runtime = toml_text(&runtime.to_string_lossy());
    let sayso = format!("sayso = {{ path = {runtime}, default-features = false, features = [{}] }}", kind.features());
    let others = match kind {
        Kind::Core => sayso,
        Kind::Hello => format!("lambda_runtime = {{ version = \"1\", default-features = false }}\nserde_json = \"1\"\n{TOKIO}"),
        _ => format!("{sayso}\n{TOKIO}"),
    };
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\n{others}\n\n\
         [profile.release]\nlto = \"thin\"\ncodegen-units = 1\nstrip = true\n\n[workspace]\n"
    )
}

const TOKIO: &str = "tokio = { version = \"1\", features = [\"macros\", \"rt-multi-thread\"] }";

/// TOML's basic strings have JSON's escapes.
fn toml_text(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
