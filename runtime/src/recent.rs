//! The last answers, for the day that Alexa says that one of them was wrong: what was wrong with it is told in a later request.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many answers are remembered.
const ANSWERS: usize = 64;
/// How much of each.
const BYTES: usize = 4096;

/// The last answers, the newest last. They were checked for tokens before they were sent.
#[derive(Default)]
pub(crate) struct Recent(Mutex<VecDeque<Sent>>);

#[derive(Default)]
struct Sent {
    request: String,
    /// Empty where there was none.
    session: String,
    answer: Vec<u8>,
}

impl Sent {
    /// Takes the place of an older one, and its memory.
    fn fill(&mut self, request: &str, session: &str, answer: &[u8]) {
        self.request.clear();
        self.request.push_str(request);
        self.session.clear();
        self.session.push_str(session);
        self.answer.clear();
        self.answer.extend_from_slice(answer);
    }
}

impl Recent {
    pub(crate) fn note(&self, request: Option<&str>, session: Option<&str>, answer: &[u8]) {
        let answer = &answer[..answer.len().min(BYTES)];
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut sent = if all.len() == ANSWERS { all.pop_front().unwrap_or_default() } else { Sent::default() };
        sent.fill(request.unwrap_or_default(), session.unwrap_or_default(), answer);
        all.push_back(sent);
    }

    /// The last answer of a session.
    pub(crate) fn of_session(&self, id: &str) -> Option<String> {
        self.find(|sent| sent.session == id)
    }

    /// The answer to a request.
    pub(crate) fn of_request(&self, id: &str) -> Option<String> {
        self.find(|sent| sent.request == id)
    }

    fn find(&self, is_meant: impl Fn(&Sent) -> bool) -> Option<String> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sent = all.iter().rev().find(|sent| is_meant(sent))?;
        Some(String::from_utf8_lossy(&sent.answer).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{ANSWERS, BYTES, Recent};

    #[test]
    fn the_last_answers_are_found_and_no_more() {
        let recent = Recent::default();
        for n in 0..ANSWERS + 1 {
            recent.note(Some(&format!("r{n}")), Some(if n % 2 == 0 { "even" } else { "odd" }), n.to_string().as_bytes());
        }
        assert_eq!(recent.of_request("r0"), None);
        assert_eq!(recent.of_request("r1").as_deref(), Some("1"));
        assert_eq!(recent.of_session("even"), Some(ANSWERS.to_string()));
        assert_eq!(recent.of_session("none"), None);
    }

    #[test]
    fn a_long_answer_is_cut() {
        let recent = Recent::default();
        recent.note(Some("r"), None, "ä".repeat(BYTES).as_bytes());
        assert!(recent.of_request("r").is_some_and(|answer| answer.len() <= BYTES));
    }
}
