//! skill.yaml declares `alexa::profile:given_name:read` and not `alexa::profile:email:read`.

use sayso::Context;

sayso::skill!("skill.yaml");

async fn contact(cx: &Context) -> sayso::Result<(Option<String>, Option<String>)> {
    let services = skill::services(cx);
    Ok((services.given_name().await?, services.email().await?))
}

fn main() {}
