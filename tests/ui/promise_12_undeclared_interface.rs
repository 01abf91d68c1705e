use sayso::Response;

sayso::skill!("skill.yaml");

/// The skill does not declare `audio_player`.
fn stopped() -> Response {
    Response::end().directive(skill::audio_player::Stop)
}

fn main() {
    stopped();
}
