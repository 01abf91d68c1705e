//! What a handler answers.

use crate::card::Card;
use crate::dialog::{Act, DialogSlot, Step};
use crate::directive::Directive;
use crate::generated::{Dialog, Extra};
use crate::speech::Speech;

/// An answer. How it ends is said when it is made: [`ask`](Self::ask) listens, [`tell`](Self::tell) ends the session,
/// [`idle`](Self::idle) leaves it to the device.
#[derive(Clone, Debug)]
#[must_use = "an answer is what the handler returns"]
pub struct Response {
    pub(crate) speech: Option<Speech>,
    pub(crate) reprompt: Option<Speech>,
    pub(crate) card: Option<Card>,
    pub(crate) directives: Vec<Directive>,
    pub(crate) step: Option<Step>,
    pub(crate) ending: Ending,
    pub(crate) extra: Option<Extra>,
}

/// The three states of `shouldEndSession`. Null is none of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// `false`: the microphone opens.
    Listen,
    /// `true`: the session is over.
    End,
    /// Absent: a device with a screen keeps the session for a while, others end it.
    Idle,
}

impl Response {
    /// Says something and listens. If the user is silent, the same is said once more, unless a
    /// [`reprompt`](Self::reprompt) is given.
    pub fn ask(speech: Speech) -> Self {
        Self { speech: Some(speech), ..Self::ending(Ending::Listen) }
    }

    /// Says something and ends the session.
    pub fn tell(speech: Speech) -> Self {
        Self { speech: Some(speech), ..Self::ending(Ending::End) }
    }

    /// Says something and neither listens nor ends the session: on a device with a screen it stays for a while, and the
    /// user has to wake the device to go on. Elsewhere the session ends.
    pub fn idle(speech: Speech) -> Self {
        Self { speech: Some(speech), ..Self::empty() }
    }

    /// Ends the session without a word.
    pub fn end() -> Self {
        Self::ending(Ending::End)
    }

    /// Says nothing and does nothing: the legal answer to every request.
    pub fn empty() -> Self {
        Self::ending(Ending::Idle)
    }

    fn ending(ending: Ending) -> Self {
        Self { speech: None, reprompt: None, card: None, directives: Vec::new(), step: None, ending, extra: None }
    }

    /// The answer of a handler that can give directives alone.
    pub(crate) fn of_directives(directives: Vec<Directive>) -> Self {
        Self { directives, ..Self::empty() }
    }

    /// The answer of a handler that is asked for something of its own kind.
    pub(crate) fn of_extra(extra: Extra) -> Self {
        Self { extra: Some(extra), ..Self::empty() }
    }

    /// Asks for a slot of an intent with a dialog. In a handler of another intent, or at the launch, that intent begins.
    pub fn elicit<I: Dialog>(slot: DialogSlot<I>, speech: Speech) -> Self {
        Self::ask(speech).step::<I>(Act::Elicit(slot.place()))
    }

    /// Asks whether a slot was understood right.
    pub fn confirm_slot<I: Dialog>(slot: DialogSlot<I>, speech: Speech) -> Self {
        Self::ask(speech).step::<I>(Act::ConfirmSlot(slot.place()))
    }

    /// Asks whether the intent is meant.
    pub fn confirm<I: Dialog>(speech: Speech) -> Self {
        Self::ask(speech).step::<I>(Act::ConfirmIntent)
    }

    /// Hands the dialog of an intent to Alexa, which asks what the interaction model says.
    pub fn delegate<I: Dialog>() -> Self {
        Self::ending(Ending::Listen).step::<I>(Act::Delegate)
    }

    fn step<I: Dialog>(self, act: Act) -> Self {
        self.with_step(Step { intent: I::INTENT, act })
    }

    pub(crate) fn with_step(mut self, step: Step) -> Self {
        self.step = Some(step);
        self
    }

    pub(crate) fn delegated(intent: &'static crate::declare::Intent) -> Self {
        Self::ending(Ending::Listen).with_step(Step { intent, act: Act::Delegate })
    }

    /// What is said if the user is silent. Only an open session has a reprompt, so this listens.
    pub fn reprompt(mut self, speech: Speech) -> Self {
        self.reprompt = Some(speech);
        self.ending = Ending::Listen;
        self
    }

    /// Shows a card in the Alexa app. An answer has one; a second replaces the first.
    pub fn card(mut self, card: Card) -> Self {
        self.card = Some(card);
        self
    }

    /// Adds a directive.
    pub fn directive(mut self, directive: impl Into<Directive>) -> Self {
        self.directives.push(directive.into());
        self
    }
}
