use sayso::{Context, Response, Result, Speech};
use skill::audio_player::{Play, PlayResponse, PlaybackFailed, PlaybackFinished, PlaybackNearlyFinished, PlaybackStarted, PlaybackStopped};
use skill::audio_player::{NextCommandIssued, PauseCommandIssued, PlayCommandIssued, PreviousCommandIssued, StopResponse, Stream};

sayso::skill!("audio/skill.yaml");

struct Radio;

fn next() -> Result<PlayResponse> {
    Ok(PlayResponse::play(Play::enqueue(Stream::new("https://cdn.radio.dev/next.mp3", "next"), "now")))
}

#[sayso::handlers]
impl skill::Handlers for Radio {
    async fn launch(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn play(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn pause(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::end().directive(skill::audio_player::Stop))
    }

    async fn resume(&self, _: &mut Context) -> Result<Response> {
        Ok(Response::empty())
    }

    // Alexa refuses words in answer to this request.
    async fn playback_started(&self, _: &mut Context, _: PlaybackStarted) -> Result<Response> {
        Ok(Response::tell(Speech::text("Here it comes.")))
    }

    // Nothing may be played in answer to this one.
    async fn playback_finished(&self, _: &mut Context, _: PlaybackFinished) -> Result<StopResponse> {
        Ok(StopResponse::play(Play::replace_all(Stream::new("https://cdn.radio.dev/next.mp3", "next"))))
    }

    // Nothing at all may be answered to this one.
    async fn playback_stopped(&self, _: &mut Context, _: PlaybackStopped) -> Result<Response> {
        Ok(Response::empty())
    }

    async fn playback_nearly_finished(&self, _: &mut Context, _: PlaybackNearlyFinished) -> Result<PlayResponse> {
        next()
    }

    async fn playback_failed(&self, _: &mut Context, _: PlaybackFailed) -> Result<PlayResponse> {
        next()
    }

    async fn next_command_issued(&self, _: &mut Context, _: NextCommandIssued) -> Result<PlayResponse> {
        next()
    }

    async fn pause_command_issued(&self, _: &mut Context, _: PauseCommandIssued) -> Result<PlayResponse> {
        Ok(PlayResponse::stop())
    }

    async fn play_command_issued(&self, _: &mut Context, _: PlayCommandIssued) -> Result<PlayResponse> {
        next()
    }

    async fn previous_command_issued(&self, _: &mut Context, _: PreviousCommandIssued) -> Result<PlayResponse> {
        next()
    }
}

fn main() {}
