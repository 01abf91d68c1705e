//! What is said when a handler fails and skill.yaml has no `speech.error`.

use crate::locale::Sentences;

pub(crate) const APOLOGY: Sentences = Sentences {
    english: "Sorry, something went wrong. Please try again later.",
    others: &[
        ("ar", "عذرًا، حدث خطأ ما. يُرجى المحاولة لاحقًا."),
        ("de", "Entschuldigung, da ist etwas schiefgegangen. Bitte versuche es später noch einmal."),
        ("es", "Lo siento, algo ha salido mal. Inténtalo de nuevo más tarde."),
        ("fr", "Désolé, une erreur s'est produite. Réessayez plus tard."),
        ("hi", "माफ़ कीजिए, कुछ गड़बड़ हो गई। कृपया बाद में फिर कोशिश करें।"),
        ("it", "Mi dispiace, qualcosa è andato storto. Riprova più tardi."),
        ("ja", "申し訳ありません。問題が発生しました。しばらくしてからもう一度お試しください。"),
        ("nl", "Sorry, er ging iets mis. Probeer het later opnieuw."),
        ("pt", "Desculpe, algo deu errado. Tente de novo mais tarde."),
    ],
};
