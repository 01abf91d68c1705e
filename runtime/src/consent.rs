//! The answer to a user who has not granted a permission.

use crate::card::Card;
use crate::error::ConsentMissing;
use crate::locale::Sentences;
use crate::response::Response;
use crate::speech::Speech;

/// The words, the card that asks for just these permissions, and the end of the session: the user goes on in the Alexa app.
pub(crate) fn answer(words: Speech, missing: ConsentMissing) -> Response {
    Response::tell(words).card(Card::ask_for_permissions(missing.into_permissions()))
}

/// What is said where skill.yaml has no `speech.consent`. Like the words of a LinkAccount card it names the Alexa app, where the card is.
pub(crate) const CONSENT: Sentences = Sentences {
    english: "To do that, I need your permission. Please open the Alexa app to grant it.",
    others: &[
        ("ar", "للقيام بذلك، أحتاج إلى إذنك. يُرجى فتح تطبيق أليكسا لمنحه."),
        ("de", "Dafür brauche ich deine Erlaubnis. Bitte öffne die Alexa App, um sie zu erteilen."),
        ("es", "Para eso necesito tu permiso. Abre la app Alexa para concederlo."),
        ("fr", "Pour cela, j'ai besoin de votre autorisation. Ouvrez l'application Alexa pour la donner."),
        ("hi", "इसके लिए मुझे आपकी अनुमति चाहिए। कृपया अनुमति देने के लिए Alexa ऐप खोलें।"),
        ("it", "Per farlo ho bisogno della tua autorizzazione. Apri l'app Alexa per concederla."),
        ("ja", "それには許可が必要です。Alexaアプリを開いて許可してください。"),
        ("nl", "Daarvoor heb ik je toestemming nodig. Open de Alexa-app om die te geven."),
        ("pt", "Para isso, preciso da sua permissão. Abra o aplicativo Alexa para concedê-la."),
    ],
};
