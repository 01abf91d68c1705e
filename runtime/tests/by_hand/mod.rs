//! Ride Hailer, the reference skill, as the compiler prints it: `mod skill` is the contract between generated code and
//! the runtime. Written by hand here so that the runtime's own tests need no compiler.

pub mod handlers;

#[allow(dead_code, clippy::needless_update)]
pub mod skill {
    /// What each intent, slot, type and locale of the skill is.
    static SKILL: ::sayso::declare::Skill = ::sayso::declare::Skill {
        application_ids: &["amzn1.ask.skill.00000000-0000-0000-0000-000000000000"],
        locales: &["en-US", "en-GB", "de-DE"],
        launch: ::sayso::declare::Auth::Optional,
        intents: &[
            ::sayso::declare::Intent {
                name: "OrderRide",
                auth: ::sayso::declare::Auth::Required,
                dialog: ::sayso::declare::Dialog::Delegated,
                slots: &[
                    ::sayso::declare::Slot {
                        name: "destination",
                        required: true,
                        ask: ::core::option::Option::Some(&text::ORDER_RIDE_DESTINATION_ASK),
                        ..::sayso::declare::Slot::BASE
                    },
                    ::sayso::declare::Slot {
                        name: "service",
                        of: ::core::option::Option::Some(&SERVICE_LEVEL),
                        ..::sayso::declare::Slot::BASE
                    },
                ],
                ..::sayso::declare::Intent::BASE
            },
            ::sayso::declare::Intent {
                name: "AvailabilityByCity",
                slots: &[::sayso::declare::Slot { name: "city", ..::sayso::declare::Slot::BASE }],
                ..::sayso::declare::Intent::BASE
            },
            ::sayso::declare::Intent { name: "AMAZON.YesIntent", auth: ::sayso::declare::Auth::Required, ..::sayso::declare::Intent::BASE },
            ::sayso::declare::Intent { name: "AMAZON.NoIntent", ..::sayso::declare::Intent::BASE },
            ::sayso::declare::Intent { name: "AMAZON.StopIntent", ..::sayso::declare::Intent::BASE },
            ::sayso::declare::Intent { name: "AMAZON.CancelIntent", ..::sayso::declare::Intent::BASE },
            ::sayso::declare::Intent { name: "AMAZON.HelpIntent", ..::sayso::declare::Intent::BASE },
            ::sayso::declare::Intent { name: "AMAZON.FallbackIntent", ..::sayso::declare::Intent::BASE },
            ::sayso::declare::Intent { name: "AMAZON.NavigateHomeIntent", ..::sayso::declare::Intent::BASE },
        ],
        link: ::core::option::Option::Some(::sayso::declare::Link { prompt: &text::LINK_PROMPT, voice_forward: false }),
        error: ::core::option::Option::None,
        ..::sayso::declare::Skill::BASE
    };

    static SERVICE_LEVEL: ::sayso::declare::Type = ::sayso::declare::Type { name: "ServiceLevel", ids: &["POOL", "BLACK"] };

    /// The skill as an application: give it your handlers, then serve it.
    pub fn app<H: Handlers>(handlers: H) -> ::sayso::App {
        ::sayso::generated::app(Door(handlers))
    }

    /// What the skill does: one method for each intent, one for the launch, one for the end of a session.
    pub trait Handlers: ::core::marker::Send + ::core::marker::Sync + 'static {
        /// The skill was opened without an intent.
        fn launch(
            &self,
            cx: &mut ::sayso::Context,
            account: ::core::option::Option<&::sayso::LinkedAccount<Launch>>,
        ) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send;

        /// The intent `OrderRide`.
        fn order_ride(
            &self,
            cx: &mut ::sayso::Context,
            intent: OrderRide,
            account: &::sayso::LinkedAccount<OrderRide>,
        ) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send;

        /// The intent `AvailabilityByCity`.
        fn availability_by_city(
            &self,
            cx: &mut ::sayso::Context,
            intent: AvailabilityByCity,
        ) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send;

        /// The intent `AMAZON.YesIntent`.
        fn yes(
            &self,
            cx: &mut ::sayso::Context,
            account: &::sayso::LinkedAccount<Yes>,
        ) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send;

        /// The intent `AMAZON.NoIntent`.
        fn no(&self, cx: &mut ::sayso::Context) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send;

        /// The intent `AMAZON.StopIntent`. Provided: says `speech.goodbye` and ends the session.
        fn stop(&self, cx: &mut ::sayso::Context) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send {
            let _ = cx;
            ::core::future::ready(::core::result::Result::Ok(::sayso::Response::tell(speech::goodbye())))
        }

        /// The intent `AMAZON.CancelIntent`. Provided: says `speech.goodbye` and ends the session.
        fn cancel(&self, cx: &mut ::sayso::Context) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send {
            let _ = cx;
            ::core::future::ready(::core::result::Result::Ok(::sayso::Response::tell(speech::goodbye())))
        }

        /// The intent `AMAZON.HelpIntent`. Provided: says `speech.help` and listens.
        fn help(&self, cx: &mut ::sayso::Context) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send {
            let _ = cx;
            ::core::future::ready(::core::result::Result::Ok(::sayso::Response::ask(speech::help())))
        }

        /// The intent `AMAZON.FallbackIntent`.
        fn fallback(&self, cx: &mut ::sayso::Context) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send;

        /// The intent `AMAZON.NavigateHomeIntent`. Provided: says `speech.goodbye` and ends the session.
        fn navigate_home(&self, cx: &mut ::sayso::Context) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send {
            let _ = cx;
            ::core::future::ready(::core::result::Result::Ok(::sayso::Response::tell(speech::goodbye())))
        }

        /// The session ended, and not by an answer of this skill. Nothing can be said any more. Provided: does nothing.
        fn session_ended(
            &self,
            cx: &mut ::sayso::Context,
            ended: &::sayso::SessionEnded,
        ) -> impl ::core::future::Future<Output = ::sayso::Result<()>> + ::core::marker::Send {
            let _ = (cx, ended);
            ::core::future::ready(::core::result::Result::Ok(()))
        }

        /// A request that none of the methods above is for. Provided: answers with nothing.
        fn other(
            &self,
            cx: &mut ::sayso::Context,
            request: &::sayso::OtherRequest,
        ) -> impl ::core::future::Future<Output = ::sayso::Result> + ::core::marker::Send {
            let _ = (cx, request);
            ::core::future::ready(::core::result::Result::Ok(::sayso::Response::empty()))
        }
    }

    /// Opens the gate to the linked account. It exists only inside this module.
    struct Key;

    /// The one way from the runtime's dispatcher to the handlers.
    struct Door<H>(H);

    impl<H: Handlers> ::sayso::generated::Dispatch for Door<H> {
        type Key = Key;

        fn skill(&self) -> &'static ::sayso::declare::Skill {
            &SKILL
        }

        fn dispatch<'a>(&'a self, turn: ::sayso::generated::Turn<'a, Key>) -> ::sayso::generated::Outcome<'a> {
            let handlers = &self.0;
            match turn.entry() {
                ::sayso::generated::Entry::Launch => {
                    let linked = turn.maybe_linked(Key);
                    ::sayso::generated::run(handlers.launch(turn.cx, linked.account()))
                }
                ::sayso::generated::Entry::Intent(0) => {
                    let linked = turn.linked(Key)?;
                    let intent = OrderRide { destination: turn.required(0)?, service: turn.slot(1) };
                    ::sayso::generated::run(handlers.order_ride(turn.cx, intent, linked.account()))
                }
                ::sayso::generated::Entry::Intent(1) => {
                    let intent = AvailabilityByCity { city: turn.slot(0) };
                    ::sayso::generated::run(handlers.availability_by_city(turn.cx, intent))
                }
                ::sayso::generated::Entry::Intent(2) => {
                    let linked = turn.linked(Key)?;
                    ::sayso::generated::run(handlers.yes(turn.cx, linked.account()))
                }
                ::sayso::generated::Entry::Intent(3) => ::sayso::generated::run(handlers.no(turn.cx)),
                ::sayso::generated::Entry::Intent(4) => ::sayso::generated::run(handlers.stop(turn.cx)),
                ::sayso::generated::Entry::Intent(5) => ::sayso::generated::run(handlers.cancel(turn.cx)),
                ::sayso::generated::Entry::Intent(6) => ::sayso::generated::run(handlers.help(turn.cx)),
                ::sayso::generated::Entry::Intent(7) => ::sayso::generated::run(handlers.fallback(turn.cx)),
                ::sayso::generated::Entry::Intent(8) => ::sayso::generated::run(handlers.navigate_home(turn.cx)),
                ::sayso::generated::Entry::SessionEnded(ended) => ::sayso::generated::run_as(handlers.session_ended(turn.cx, ended)),
                ::sayso::generated::Entry::Other(request) => ::sayso::generated::run(handlers.other(turn.cx, request)),
                _ => ::core::result::Result::Err(::sayso::generated::Halt::Unknown),
            }
        }
    }

    /// The launch of the skill, as the owner of a linked account.
    pub enum Launch {}

    /// The intent `OrderRide`.
    #[derive(Debug)]
    pub struct OrderRide {
        /// The slot `destination`, of type `AMAZON.StreetName`.
        pub destination: ::sayso::slot::Words,
        /// The slot `service`, of type `ServiceLevel`.
        pub service: ::core::option::Option<::sayso::slot::Heard<ServiceLevel>>,
    }

    impl OrderRide {
        /// The slot `destination`, to ask for it or to have it confirmed.
        pub const DESTINATION: ::sayso::DialogSlot<Self> = ::sayso::DialogSlot::new(0);
        /// The slot `service`, to ask for it or to have it confirmed.
        pub const SERVICE: ::sayso::DialogSlot<Self> = ::sayso::DialogSlot::new(1);
    }

    impl ::sayso::generated::Dialog for OrderRide {
        const INTENT: &'static ::sayso::declare::Intent = &SKILL.intents[0];
    }

    /// The intent `AvailabilityByCity`.
    #[derive(Debug)]
    pub struct AvailabilityByCity {
        /// The slot `city`, of type `AMAZON.City`.
        pub city: ::core::option::Option<::sayso::slot::Words>,
    }

    /// The intent `AMAZON.YesIntent`.
    pub enum Yes {}

    /// The type `ServiceLevel`, by id.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum ServiceLevel {
        /// The id `POOL`: shared ride.
        Pool,
        /// The id `BLACK`: black car.
        Black,
    }

    impl ::sayso::slot::Custom for ServiceLevel {
        const TYPE: &'static ::sayso::declare::Type = &SERVICE_LEVEL;
        const VALUES: &'static [Self] = &[Self::Pool, Self::Black];
    }

    /// The OAuth scopes of `account_linking.scopes`, as types.
    pub mod scope {
        /// The scope `rides.request`: order and cancel rides.
        pub enum RidesRequest {}
        /// The scope `profile.read`: read the account's saved places.
        pub enum ProfileRead {}
    }

    /// Implemented by each intent for the scopes that it declares, and by nothing else.
    pub trait Grants<S> {
        #[doc(hidden)]
        const SEAL: sealed::Seal;
    }

    impl<I> Grants<scope::RidesRequest> for I
    where
        scope::RidesRequest: sealed::RidesRequest<I>,
    {
        const SEAL: sealed::Seal = sealed::Seal;
    }

    impl<I> Grants<scope::ProfileRead> for I
    where
        scope::ProfileRead: sealed::ProfileRead<I>,
    {
        const SEAL: sealed::Seal = sealed::Seal;
    }

    /// Which intents declare which scope. The trait is the scope's, with the intent as its parameter, since rustc only
    /// uses the message of an inner bound whose subject differs from the outer one's.
    mod sealed {
        pub struct Seal;

        #[diagnostic::on_unimplemented(
            message = "the intent `{I}` does not declare the scope `rides.request`",
            label = "this account does not grant `rides.request`",
            note = "add `rides.request` to the scopes of `{I}` in skill.yaml"
        )]
        pub trait RidesRequest<I> {}
        impl RidesRequest<super::OrderRide> for super::scope::RidesRequest {}
        impl RidesRequest<super::Yes> for super::scope::RidesRequest {}

        #[diagnostic::on_unimplemented(
            message = "the intent `{I}` does not declare the scope `profile.read`",
            label = "this account does not grant `profile.read`",
            note = "add `profile.read` to the scopes of `{I}` in skill.yaml"
        )]
        pub trait ProfileRead<I> {}
        impl ProfileRead<super::OrderRide> for super::scope::ProfileRead {}
    }

    /// What the skill says. Each text is chosen by the locale of the request when the answer is sent.
    pub mod speech {
        /// The text `welcome`.
        pub fn welcome() -> ::sayso::Speech {
            ::sayso::Speech::of(&super::text::WELCOME, [])
        }

        /// The text `ordering`.
        pub fn ordering(destination: impl ::core::convert::Into<::sayso::speech::TextArg>) -> ::sayso::Speech {
            ::sayso::Speech::of(&super::text::ORDERING, [::sayso::speech::AnyArg::text(destination)])
        }

        /// The text `ordered`.
        pub fn ordered(minutes: impl ::core::convert::Into<::sayso::speech::NumberArg>) -> ::sayso::Speech {
            ::sayso::Speech::of(&super::text::ORDERED, [::sayso::speech::AnyArg::number(minutes)])
        }

        /// The text `available`.
        pub fn available(city: impl ::core::convert::Into<::sayso::speech::TextArg>) -> ::sayso::Speech {
            ::sayso::Speech::of(&super::text::AVAILABLE, [::sayso::speech::AnyArg::text(city)])
        }

        /// The text `help`.
        pub fn help() -> ::sayso::Speech {
            ::sayso::Speech::of(&super::text::HELP, [])
        }

        /// The text `goodbye`.
        pub fn goodbye() -> ::sayso::Speech {
            ::sayso::Speech::of(&super::text::GOODBYE, [])
        }
    }

    /// The texts themselves: distinct versions, and which of them each locale says. Literals are finished SSML.
    mod text {
        use ::sayso::declare::Piece::{Arg, Ssml};
        use ::sayso::declare::Text;

        pub(super) static LINK_PROMPT: Text = Text {
            key: "account_linking.prompt",
            versions: &[
                &[&[Ssml(
                    "Before I can order you rides, you need to log in with your Ride Hailer account. I have sent a card to your Alexa app: open it to link your account.",
                )]],
                &[&[Ssml(
                    "Bevor ich Fahrten bestellen kann, musst du dich bei Ride Hailer anmelden. Ich habe eine Karte an deine Alexa App geschickt: Öffne sie, um dein Konto zu verknüpfen.",
                )]],
            ],
            by_locale: &[0, 0, 1],
        };

        pub(super) static ORDER_RIDE_DESTINATION_ASK: Text = Text {
            key: "intents.OrderRide.slots.destination.ask",
            versions: &[&[&[Ssml("Where would you like to go?")]], &[&[Ssml("Wohin möchtest du fahren?")]]],
            by_locale: &[0, 0, 1],
        };

        pub(super) static WELCOME: Text = Text {
            key: "speech.welcome",
            versions: &[
                &[&[Ssml("Welcome to Ride Hailer. Ask me for a ride, or what is available in your city.")]],
                &[&[Ssml("Willkommen bei Ride Hailer. Bestelle eine Fahrt oder frag, was es in deiner Stadt gibt.")]],
            ],
            by_locale: &[0, 0, 1],
        };

        pub(super) static ORDERING: Text = Text {
            key: "speech.ordering",
            versions: &[
                &[&[Ssml("Ordering a ride using your Ride Hailer account. You wanted to go to "), Arg(0), Ssml(", right?")]],
                &[&[Ssml("Ich bestelle eine Fahrt über dein Konto bei Ride Hailer. Du wolltest nach "), Arg(0), Ssml(", richtig?")]],
            ],
            by_locale: &[0, 0, 1],
        };

        pub(super) static ORDERED: Text = Text {
            key: "speech.ordered",
            versions: &[
                &[&[Ssml("Your ride arrives in "), Arg(0), Ssml(" minutes.")]],
                &[&[Ssml("Deine Fahrt kommt in "), Arg(0), Ssml(" Minuten.")]],
            ],
            by_locale: &[0, 0, 1],
        };

        pub(super) static AVAILABLE: Text = Text {
            key: "speech.available",
            versions: &[
                &[&[Ssml("In "), Arg(0), Ssml(" you can order shared rides &amp; black cars.")]],
                &[&[Ssml("In "), Arg(0), Ssml(" gibt es geteilte Fahrten &amp; Limousinen.")]],
            ],
            by_locale: &[0, 0, 1],
        };

        pub(super) static HELP: Text = Text {
            key: "speech.help",
            versions: &[&[&[Ssml("Ask me for a ride. Where do you want to go?")]], &[&[Ssml("Bestelle eine Fahrt. Wohin möchtest du?")]]],
            by_locale: &[0, 0, 1],
        };

        pub(super) static GOODBYE: Text = Text {
            key: "speech.goodbye",
            versions: &[&[&[Ssml("Bye.")], &[Ssml("See you soon.")]], &[&[Ssml("Tschüss.")], &[Ssml("Bis bald.")]]],
            by_locale: &[0, 0, 1],
        };
    }
}
