use sayso::{Context, Response, Result};

sayso::skill!("audio/skill.yaml");

struct Radio;

/// The interface `audio_player` brings requests that nobody handles here.
#[sayso::handlers]
impl skill::Handlers for Radio {
    async fn launch(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn play(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn pause(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn resume(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }
}

fn main() {}
