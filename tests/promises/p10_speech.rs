//! Promise 10: the arguments of a text are escaped, so that what a user says never becomes markup.

use crate::twin::{hear, user};

#[test]
fn what_a_user_says_is_no_markup() {
    let (talk, _) = user();
    let mut talk = talk.link("ada");
    let said = r#"Main <break time="10s"/> & 5th"#;
    let reply = hear(talk.intent("OrderRide").dialog_completed().slot("destination", said));
    assert!(!reply.ssml().contains("<break"), "{}", reply.ssml());
    assert!(reply.ssml().contains("&lt;break"), "{}", reply.ssml());
    assert_eq!(reply.speech(), format!("You wanted to go to {said}, right?"));
}
