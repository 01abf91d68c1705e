//! The declaration of a skill as static tables. Generated code writes them, the dispatcher and the tests read them.
//! Every table has a `BASE` to take the rest from, so that a new field does not break code generated before it.

mod token;

pub use token::{Algorithm, ClientAuthentication, Identity, Introspection, Jwt, Stage, Token};

/// A whole skill.
#[derive(Debug)]
pub struct Skill {
    /// The skill ids that requests may carry; with none, every request is taken.
    pub application_ids: &'static [&'static str],
    /// The locales, the skill's own language first.
    pub locales: &'static [&'static str],
    /// What the launch needs.
    pub launch: Auth,
    /// The OAuth scopes that the launch uses, where tokens tell theirs.
    pub launch_scopes: &'static [&'static str],
    /// The intents; generated code knows each by its place here.
    pub intents: &'static [Intent],
    /// The further requests that have a handler of their own; generated code knows each by its place here.
    pub requests: &'static [Request],
    /// The tasks that others may start the skill with; generated code knows each by its place here.
    pub tasks: &'static [Task],
    /// The device interfaces, in Amazon's words for the manifest.
    pub interfaces: &'static [&'static str],
    /// What is kept of users from session to session.
    pub attributes: Option<Attributes>,
    /// What an unlinked user hears.
    pub link: Option<Link>,
    /// Whose token counts.
    pub identity: Identity,
    /// What the access tokens are, and how they are checked.
    pub token: Token,
    /// What they are on stages with account linking of their own.
    pub stages: &'static [Stage],
    /// What is said when a handler fails.
    pub error: Option<&'static Text>,
    /// What is said beside the card that asks for permissions.
    pub consent: Option<&'static Text>,
}

impl Skill {
    /// A skill that declares nothing.
    pub const BASE: Self = Self {
        application_ids: &[],
        locales: &["en-US"],
        launch: Auth::None,
        launch_scopes: &[],
        intents: &[],
        requests: &[],
        tasks: &[],
        interfaces: &[],
        attributes: None,
        link: None,
        identity: Identity::Account,
        token: Token::Opaque,
        stages: &[],
        error: None,
        consent: None,
    };

    /// The place of an intent in the table.
    pub(crate) fn intent(&self, name: &str) -> Option<usize> {
        self.intents.iter().position(|intent| intent.name == name)
    }
}

/// Whether something needs the user's linked account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// It never sees the account.
    None,
    /// It gets the account when there is one.
    Optional,
    /// It is not reached without one.
    Required,
}

/// One intent.
#[derive(Debug)]
pub struct Intent {
    /// Alexa's name for it.
    pub name: &'static str,
    /// Whether it needs the linked account.
    pub auth: Auth,
    /// The OAuth scopes that it uses, where tokens tell theirs.
    pub scopes: &'static [&'static str],
    /// Who leads its dialog.
    pub dialog: Dialog,
    /// Its slots; generated code knows each by its place here.
    pub slots: &'static [Slot],
}

impl Intent {
    /// An intent without needs.
    pub const BASE: Self = Self { name: "", auth: Auth::None, scopes: &[], dialog: Dialog::None, slots: &[] };
}

/// A request of an interface, an event or a connection.
#[derive(Debug)]
pub struct Request {
    /// Alexa's type for it, such as `AudioPlayer.PlaybackStarted`.
    pub kind: &'static str,
    /// Whether it needs the linked account.
    pub auth: Auth,
    /// The OAuth scopes that it uses, where tokens tell theirs.
    pub scopes: &'static [&'static str],
}

impl Request {
    /// A request without needs.
    pub const BASE: Self = Self { kind: "", auth: Auth::None, scopes: &[] };
}

/// A task that others may start the skill with.
#[derive(Debug)]
pub struct Task {
    /// Its name in the manifest. Requests may have the skill's id and a point before it.
    pub name: &'static str,
    /// Whether it needs the linked account.
    pub auth: Auth,
    /// The OAuth scopes that it uses, where tokens tell theirs.
    pub scopes: &'static [&'static str],
}

impl Task {
    /// A task without needs.
    pub const BASE: Self = Self { name: "", auth: Auth::None, scopes: &[] };

    /// Whether a request is for this task.
    pub(crate) fn is_meant(&self, asked: &str) -> bool {
        let prefix = asked.strip_suffix(self.name);
        prefix.is_some_and(|prefix| prefix.is_empty() || prefix.ends_with('.'))
    }
}

/// Who leads the dialog of an intent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// The intent has no dialog.
    None,
    /// Alexa does, from the prompts in the interaction model; the handler runs when it is done.
    Delegated,
    /// The skill does: its handler runs at each step.
    Manual,
}

/// One slot of an intent.
#[derive(Debug)]
pub struct Slot {
    /// Alexa's name for it.
    pub name: &'static str,
    /// Whether the handler can count on it.
    pub required: bool,
    /// The question that is asked again when a required slot is empty or was not understood. `Piece::Arg(n)` is what
    /// the user said for the intent's n-th slot.
    pub ask: Option<&'static Text>,
    /// The custom type whose ids it resolves to.
    pub of: Option<&'static Type>,
}

impl Slot {
    /// An optional slot of a type without ids.
    pub const BASE: Self = Self { name: "", required: false, ask: None, of: None };
}

/// A custom slot type.
#[derive(Debug)]
pub struct Type {
    /// Its name in the interaction model.
    pub name: &'static str,
    /// Its ids, or its values where it has no ids.
    pub ids: &'static [&'static str],
}

/// What is kept of users from session to session.
#[derive(Debug)]
pub struct Attributes {
    /// Whose attributes they are.
    pub key: AttributesKey,
    /// Whether changes are saved when the handler fails.
    pub save_after_error: bool,
    /// Whether they are deleted when the user disables the skill.
    pub delete_when_disabled: bool,
    /// After how many days without a change they are forgotten.
    pub expires_after_days: Option<u32>,
}

impl Attributes {
    /// What holds when nothing is said.
    pub const BASE: Self = Self { key: AttributesKey::User, save_after_error: false, delete_when_disabled: true, expires_after_days: None };
}

/// Whose attributes are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttributesKey {
    /// Those of the Alexa account.
    User,
    /// Those of the speaker where Alexa recognises one, else those of the account.
    Person,
    /// Those of the account on one device.
    Device,
}

/// What an unlinked user gets.
#[derive(Debug)]
pub struct Link {
    /// The words that go with the card.
    pub prompt: &'static Text,
    /// Whether Alexa's voice-forward linking replaces the card.
    pub voice_forward: bool,
}

/// A text in every locale.
#[derive(Debug)]
pub struct Text {
    /// The key path in skill.yaml.
    pub key: &'static str,
    /// The distinct versions; each is a list of variations, each a list of pieces.
    pub versions: &'static [&'static [&'static [Piece]]],
    /// For each locale of the skill, the place of its version.
    pub by_locale: &'static [u16],
}

/// A piece of a text.
#[derive(Clone, Copy, Debug)]
pub enum Piece {
    /// Finished SSML: well-formed and escaped by the compiler.
    Ssml(&'static str),
    /// The argument with this number.
    Arg(usize),
}
