//! Running the command line over packages that may be none.

use proptest::test_runner::{Config, FileFailurePersistence, RngSeed};
use sayso_tests::package::{FLAT, Package, differences, normal};
use sayso_tests::public::{self, Public};
use sayso_tests::sayso::{Ended, Sayso};
use sayso_tests::trip::{OUT, SKILL, Trip, done, files};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The command line, built once.
pub static SAYSO: LazyLock<Sayso> = LazyLock::new(|| Sayso::built(env!("CARGO_TARGET_TMPDIR")));

/// A folder that goes away with the test.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// A small public package that has a manifest, a model with a dialog, and nothing that Amazon would refuse.
pub fn small() -> Option<Public> {
    const NAME: &str = "Dannful__AniLexa__node-skill-package";
    if public::is_there() { public::packages().into_iter().find(|public| public.name == NAME) } else { None }
}

/// The command line over a package in a folder of its own; the package is the folder `package` there.
pub struct Case {
    pub folder: TempDir,
}

impl Case {
    /// With an empty package.
    pub fn new() -> Case {
        let case = Case { folder: folder() };
        std::fs::create_dir(case.package()).expect("a folder");
        case
    }

    /// With a file in the package.
    pub fn with(path: &str, bytes: impl AsRef<[u8]>) -> Case {
        let case = Case::new();
        case.write(path, bytes);
        case
    }

    /// With a copy of a package.
    pub fn of(package: &Package) -> Case {
        let case = Case::new();
        FLAT.write(package, &case.package()).expect("a package is written");
        case
    }

    pub fn package(&self) -> std::path::PathBuf {
        self.folder.path().join("package")
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.package().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// What Amazon would refuse is let through.
    pub fn lenient(&self) -> Trip<'_> {
        Trip { sayso: &SAYSO, folder: self.folder.path(), lenient: true }
    }

    /// It is not.
    pub fn strict(&self) -> Trip<'_> {
        Trip { lenient: false, ..self.lenient() }
    }

    pub fn import(&self) -> Ended {
        self.strict().import(&self.package(), SKILL)
    }

    /// The package is refused with one of the codes, in words that contain all of these, with and without `--lenient`; nothing is written.
    #[track_caller]
    pub fn is_refused(&self, codes: &[i32], words: &[&str]) {
        self.is_refused_at(&self.package(), codes, words);
    }

    /// The same of another path.
    #[track_caller]
    pub fn is_refused_at(&self, path: &Path, codes: &[i32], words: &[&str]) {
        self.refuses(self.strict(), path, codes, words);
        self.refuses(self.lenient(), path, codes, words);
    }

    /// The same without `--lenient` alone.
    #[track_caller]
    pub fn is_refused_strictly(&self, codes: &[i32], words: &[&str]) {
        self.refuses(self.strict(), &self.package(), codes, words);
    }

    #[track_caller]
    fn refuses(&self, trip: Trip<'_>, path: &Path, codes: &[i32], words: &[&str]) {
        is_refusal(&trip.import(path, SKILL), codes, words);
        assert!(!self.folder.path().join(SKILL).exists(), "something was written, though");
    }

    /// With `--lenient`, the package comes back as it was.
    #[track_caller]
    pub fn comes_back_as(&self, package: &Package) {
        let built = self.lenient().there_and_back(&self.package()).unwrap_or_else(|ended| panic!("{:?}: {}", ended.code, ended.stderr));
        assert_eq!(differences(package, &built), Vec::<String>::new());
    }
}

/// A run ended with one of the codes, in words that contain all of these.
#[track_caller]
pub fn is_refusal(ended: &Ended, codes: &[i32], words: &[&str]) {
    assert!(ended.code.is_some_and(|code| codes.contains(&code)), "ended with {:?}, and said\n{}", ended.code, ended.stderr);
    assert!(ended.stderr.len() < 20_000, "says {} bytes", ended.stderr.len());
    for word in words {
        assert!(ended.stderr.contains(word), "does not say `{word}`, but\n{}", ended.stderr);
    }
}

/// Whether `file:line:column` is said.
pub fn has_place(said: &str, file: &str) -> bool {
    said.match_indices(&format!("{file}:")).any(|(at, start)| {
        let numbers = said[at + start.len()..].split(|letter: char| !letter.is_ascii_digit() && letter != ':').next().unwrap_or_default();
        let mut numbers = numbers.split(':').map(|number| !number.is_empty());
        numbers.next() == Some(true) && numbers.next() == Some(true)
    })
}

/// A package comes back as it was, or is refused with a message.
pub fn comes_back_or_is_refused(package: &Package, lenient: bool) -> Result<Outcome, String> {
    let case = Case::of(package);
    let trip = Trip { lenient, ..case.strict() };
    // What was written is what the tools read: numbers and texts as JSON has them.
    let written = FLAT.read(&case.package()).map_err(|error| error.to_string())?;
    match trip.there_and_back(&case.package()) {
        Ok(built) => {
            let mut told = written.clone();
            leave_out_what_is_beside(&mut told);
            match differences(&written, &built) {
                found if found.is_empty() => stays(trip).map(|()| Outcome::Same),
                _ if told != written
                    && differences(&told, &built).is_empty()
                    && trip.import(&case.package(), "told").stderr.contains("PK007") =>
                {
                    Ok(Outcome::Told)
                }
                found => Err(found.join("\n")),
            }
        }
        Err(ended) if ended.code == Some(1) && ended.stderr.contains("error") => Ok(Outcome::Refused(ended)),
        Err(ended) => Err(format!("ended with {:?}, and said\n{}", ended.code, ended.stderr)),
    }
}

/// What was built is imported to the same files.
fn stays(trip: Trip<'_>) -> Result<(), String> {
    const AGAIN: &str = "again";
    done(trip.import(&trip.folder.join(OUT), AGAIN)).map_err(|ended| format!("what was built is refused\n{}", ended.stderr))?;
    let text = |files: BTreeMap<String, Vec<u8>>| -> BTreeMap<String, String> {
        files.into_iter().map(|(path, bytes)| (path, String::from_utf8_lossy(&bytes).into_owned())).collect()
    };
    let [first, second] = [SKILL, AGAIN].map(|name| text(files(&trip.folder.join(name))));
    if first == second { Ok(()) } else { Err(format!("what was built is imported as another skill\n{first:#?}\n{second:#?}")) }
}

/// Drops the keys beside the envelopes, which no skill can say.
fn leave_out_what_is_beside(package: &mut Package) {
    normal::envelope(package);
    for (part, value) in package.parts_mut() {
        let said: &[&str] = match &*part {
            "manifest" => &["manifest"],
            "account linking" => &["accountLinkingRequest"],
            _ => &["interactionModel", "version", "description"],
        };
        if let Some(document) = value.as_object_mut() {
            let (envelope, texts) = said.split_first().expect("an envelope");
            document
                .retain(|key, value| if key == envelope { value.is_object() } else { texts.contains(&key.as_str()) && value.is_string() });
        }
    }
}

/// What became of a package.
pub enum Outcome {
    Same,
    /// The same but for what stood beside an envelope, which is told.
    Told,
    Refused(Ended),
}

/// As many cases as take some seconds, the same every time: what a run finds comes from the change that it is run for. With `PROPTEST_CASES`
/// as many as it says, others every time.
pub fn config(cases: u32) -> Config {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let persistence = FileFailurePersistence::WithSource("failed");
    // A run of two commands for each step: enough steps to make a package small, and not without end.
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(0x0005_A150) };
    Config {
        rng_seed,
        cases: asked.unwrap_or(cases),
        max_shrink_iters: 300,
        failure_persistence: Some(Box::new(persistence)),
        ..Config::default()
    }
}

#[test]
fn a_place_is_a_file_a_line_and_a_column() {
    assert!(has_place("error: x\n --> models/en-US.json:3:14\n", "en-US.json"));
    assert!(!has_place(" --> en-US.json:3", "en-US.json"));
    assert!(!has_place(" --> en-US.json: 3:14", "en-US.json"));
    assert!(!has_place(" --> skill.json:3:14", "en-US.json"));
}
