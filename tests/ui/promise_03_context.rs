//! What a handler knows of the request holds no token: not as a method, not as a field.

use sayso::Context;

sayso::skill!("skill.yaml");

fn token(cx: &mut Context) {
    let _ = cx.access_token();
    let _ = cx.token;
    let _ = cx.request();
    let _ = cx.json();
    let _ = cx.session().user();
    let _ = cx.session().sent;
}

fn main() {}
