//! Amazon's slot types: what they give, where they are offered, and whether a skill may add values.
//!
//! The locales are a lower bound (the Slot Type Reference page, independent tables, and models seen built), so they are never more than a warning.

/// What the skill gets from a slot type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gives {
    /// A date, or a stretch of days.
    Date,
    /// A time of day.
    Time,
    /// An ISO 8601 duration.
    Duration,
    /// A whole number.
    Number,
    /// Four digits.
    FourDigits,
    /// A whole number that was said as an ordinal.
    Ordinal,
    /// Free text or letters and digits; no list of values.
    Text,
    /// A free phrase: one for each sample, with words around it.
    Phrase,
    /// A value of Amazon's list; a skill may add its own.
    Listed,
}

/// One of Amazon's slot types.
#[derive(PartialEq, Eq, Debug)]
pub struct SlotType {
    /// Its name, with `AMAZON.`.
    pub name: &'static str,
    /// What the skill gets.
    pub gives: Gives,
    /// The locales that are known to have it; empty stands for all.
    pub locales: &'static [&'static str],
    /// What takes its place, when it is on Amazon's deprecation path.
    pub instead: Option<&'static str>,
}

/// The slot type of that name, with `AMAZON.`.
pub fn slot_type(name: &str) -> Option<&'static SlotType> {
    SLOT_TYPES.iter().find(|known| known.name == name)
}

/// All names.
pub fn slot_type_names() -> impl Iterator<Item = &'static str> {
    SLOT_TYPES.iter().map(|known| known.name)
}

const fn every(name: &'static str, gives: Gives) -> SlotType {
    SlotType { name, gives, locales: &[], instead: None }
}

const fn listed(name: &'static str, locales: &'static [&'static str]) -> SlotType {
    SlotType { name, gives: Gives::Listed, locales, instead: None }
}

const fn old(name: &'static str, instead: &'static str) -> SlotType {
    SlotType { name, gives: Gives::Listed, locales: OLD, instead: Some(instead) }
}

const EN_US: &[&str] = &["en-US"];
const OLD: &[&str] = &["en-US", "en-GB", "en-CA", "en-AU", "de-DE"];
#[rustfmt::skip]
const IN_1: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "hi-IN", "it-IT", "ja-JP", "pt-BR"];
#[rustfmt::skip]
const IN_2: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "pt-BR"];
#[rustfmt::skip]
const IN_3: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "pt-BR", "ar-SA", "nl-NL", "hi-IN"];
#[rustfmt::skip]
const IN_4: &[&str] = &["en-US", "en-IN", "en-AU", "ja-JP"];
#[rustfmt::skip]
const IN_5: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP"];
#[rustfmt::skip]
const IN_6: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "hi-IN", "it-IT", "ja-JP", "pt-BR", "ar-SA"];
#[rustfmt::skip]
const IN_7: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "pt-BR", "ar-SA"];
#[rustfmt::skip]
const IN_8: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-FR", "it-IT", "ja-JP", "pt-BR"];
#[rustfmt::skip]
const IN_9: &[&str] = &["en-US", "en-CA"];
#[rustfmt::skip]
const IN_10: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "ar-SA", "nl-NL", "hi-IN", "pt-BR"];
#[rustfmt::skip]
const IN_11: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "ar-SA", "nl-NL", "hi-IN"];
#[rustfmt::skip]
const IN_12: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "pt-BR", "hi-IN"];
#[rustfmt::skip]
const IN_13: &[&str] = &["de-DE", "en-AU", "en-GB", "en-IN", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "pt-BR"];
#[rustfmt::skip]
const IN_14: &[&str] = &["de-DE", "en-AU", "en-CA", "en-GB", "en-US", "es-ES", "es-MX", "es-US", "fr-CA", "fr-FR", "it-IT", "ja-JP", "pt-BR"];
#[rustfmt::skip]
const IN_15: &[&str] = &["hi-IN", "en-US"];
#[rustfmt::skip]
const IN_16: &[&str] = &["en-US", "fr-FR"];

const SLOT_TYPES: &[SlotType] = &[
    every("AMAZON.DATE", Gives::Date),
    every("AMAZON.TIME", Gives::Time),
    every("AMAZON.DURATION", Gives::Duration),
    every("AMAZON.NUMBER", Gives::Number),
    every("AMAZON.FOUR_DIGIT_NUMBER", Gives::FourDigits),
    every("AMAZON.Ordinal", Gives::Ordinal),
    every("AMAZON.PhoneNumber", Gives::Text),
    SlotType { name: "AMAZON.AlphaNumeric", gives: Gives::Text, locales: IN_1, instead: None },
    every("AMAZON.Decimal", Gives::Text),
    every("AMAZON.PartySize", Gives::Number),
    every("AMAZON.SearchQuery", Gives::Phrase),
    SlotType { name: "AMAZON.LITERAL", gives: Gives::Phrase, locales: &["en-US"], instead: Some("AMAZON.SearchQuery") },
    SlotType { name: "AMAZON.Literal", gives: Gives::Phrase, locales: &["en-US"], instead: Some("AMAZON.SearchQuery") },
    old("AMAZON.AT_CITY", "AMAZON.City"),
    old("AMAZON.AT_REGION", "AMAZON.Region"),
    listed("AMAZON.Actor", IN_2),
    listed("AMAZON.AdministrativeArea", EN_US),
    listed("AMAZON.AggregateRating", EN_US),
    listed("AMAZON.Airline", IN_2),
    listed("AMAZON.Airport", IN_2),
    listed("AMAZON.Anaphor", EN_US),
    listed("AMAZON.Animal", IN_2),
    listed("AMAZON.Artist", IN_3),
    listed("AMAZON.Athlete", EN_US),
    listed("AMAZON.Author", IN_4),
    listed("AMAZON.Book", IN_5),
    listed("AMAZON.BookSeries", EN_US),
    listed("AMAZON.BroadcastChannel", EN_US),
    listed("AMAZON.City", IN_6),
    listed("AMAZON.CivicStructure", EN_US),
    listed("AMAZON.Color", IN_2),
    listed("AMAZON.Comic", EN_US),
    listed("AMAZON.Corporation", IN_2),
    listed("AMAZON.Country", IN_7),
    listed("AMAZON.CreativeWorkType", IN_2),
    old("AMAZON.DE_CITY", "AMAZON.City"),
    old("AMAZON.DE_FIRST_NAME", "AMAZON.FirstName"),
    old("AMAZON.DE_REGION", "AMAZON.Region"),
    listed("AMAZON.DayOfWeek", IN_2),
    listed("AMAZON.Dessert", EN_US),
    listed("AMAZON.DeviceType", EN_US),
    listed("AMAZON.Director", EN_US),
    listed("AMAZON.Drink", EN_US),
    old("AMAZON.EUROPE_CITY", "AMAZON.City"),
    listed("AMAZON.EducationalOrganization", EN_US),
    listed("AMAZON.EventType", EN_US),
    listed("AMAZON.Festival", EN_US),
    listed("AMAZON.FictionalCharacter", IN_5),
    listed("AMAZON.FinancialService", EN_US),
    listed("AMAZON.FirstName", IN_1),
    listed("AMAZON.Food", IN_8),
    listed("AMAZON.FoodEstablishment", EN_US),
    old("AMAZON.GB_CITY", "AMAZON.City"),
    old("AMAZON.GB_FIRST_NAME", "AMAZON.FirstName"),
    old("AMAZON.GB_REGION", "AMAZON.Region"),
    listed("AMAZON.Game", EN_US),
    listed("AMAZON.Genre", IN_3),
    listed("AMAZON.Landform", EN_US),
    listed("AMAZON.LandmarksOrHistoricalBuildings", EN_US),
    listed("AMAZON.Language", IN_2),
    listed("AMAZON.LocalBusiness", IN_9),
    listed("AMAZON.LocalBusinessType", EN_US),
    listed("AMAZON.MedicalOrganization", EN_US),
    listed("AMAZON.Month", IN_2),
    listed("AMAZON.Movie", IN_5),
    listed("AMAZON.MovieSeries", EN_US),
    listed("AMAZON.MovieTheater", EN_US),
    listed("AMAZON.MusicAlbum", IN_10),
    listed("AMAZON.MusicCreativeWork", EN_US),
    listed("AMAZON.MusicCreativeWorkType", EN_US),
    listed("AMAZON.MusicEvent", EN_US),
    listed("AMAZON.MusicGroup", IN_2),
    listed("AMAZON.MusicPlaylist", EN_US),
    listed("AMAZON.MusicRecording", IN_10),
    listed("AMAZON.MusicVenue", EN_US),
    listed("AMAZON.MusicVideo", EN_US),
    listed("AMAZON.Musician", IN_3),
    listed("AMAZON.Organization", EN_US),
    listed("AMAZON.Person", IN_11),
    listed("AMAZON.PostalAddress", EN_US),
    listed("AMAZON.Professional", EN_US),
    listed("AMAZON.ProfessionalType", EN_US),
    listed("AMAZON.RadioChannel", IN_2),
    listed("AMAZON.Region", IN_1),
    listed("AMAZON.RelativePosition", EN_US),
    listed("AMAZON.Residence", EN_US),
    listed("AMAZON.Room", IN_12),
    listed("AMAZON.ScreeningEvent", EN_US),
    listed("AMAZON.Service", EN_US),
    listed("AMAZON.SocialMediaPlatform", EN_US),
    listed("AMAZON.SoftwareApplication", EN_US),
    listed("AMAZON.SoftwareGame", EN_US),
    listed("AMAZON.Sport", IN_13),
    listed("AMAZON.SportsEvent", EN_US),
    listed("AMAZON.SportsTeam", EN_US),
    listed("AMAZON.StreetAddress", EN_US),
    listed("AMAZON.StreetName", IN_14),
    listed("AMAZON.TVEpisode", EN_US),
    listed("AMAZON.TVSeason", EN_US),
    listed("AMAZON.TVSeries", IN_5),
    listed("AMAZON.TelevisionChannel", EN_US),
    listed("AMAZON.Thing", IN_15),
    old("AMAZON.US_CITY", "AMAZON.City"),
    old("AMAZON.US_FIRST_NAME", "AMAZON.FirstName"),
    old("AMAZON.US_STATE", "AMAZON.Region"),
    listed("AMAZON.VideoGame", IN_5),
    listed("AMAZON.VisualModeTrigger", IN_16),
    listed("AMAZON.WeatherCondition", EN_US),
    listed("AMAZON.WrittenCreativeWorkType", EN_US),
];
