//! `interfaces:`: what the skill uses of a device.

use super::{List, Read, Reader, block, word};
use crate::source::{Span, Spanned, Text};
use crate::yaml::{Kind, Value};

word! {
    /// A device interface.
    InterfaceKind "an interface" {
        /// Long-form audio.
        AudioPlayer "audio_player" "AUDIO_PLAYER",
        /// Video.
        VideoApp "video_app" "VIDEO_APP",
        /// The old display templates.
        RenderTemplate "render_template" "RENDER_TEMPLATE",
        /// Alexa Presentation Language: screens.
        Apl "alexa_presentation_apl" "ALEXA_PRESENTATION_APL",
        /// Web pages on screens.
        Html "alexa_presentation_html" "ALEXA_PRESENTATION_HTML",
        /// Being found by users who did not name the skill.
        CanFulfillIntentRequest "can_fulfill_intent_request" "CAN_FULFILL_INTENT_REQUEST",
        /// Echo Buttons: input.
        GameEngine "game_engine" "GAME_ENGINE",
        /// Echo Buttons: light.
        GadgetController "gadget_controller" "GADGET_CONTROLLER",
        /// Your own gadgets.
        CustomInterface "custom_interface" "CUSTOM_INTERFACE",
        /// Photos.
        PhotoCapture "alexa_camera_photo_capture_controller" "ALEXA_CAMERA_PHOTO_CAPTURE_CONTROLLER",
        /// Videos.
        VideoCapture "alexa_camera_video_capture_controller" "ALEXA_CAMERA_VIDEO_CAPTURE_CONTROLLER",
        /// Uploads.
        FileManagerUpload "alexa_file_manager_upload_controller" "ALEXA_FILE_MANAGER_UPLOAD_CONTROLLER",
        /// Augmentation effects.
        AugmentationEffects "alexa_augmentation_effects_controller" "ALEXA_AUGMENTATION_EFFECTS_CONTROLLER",
        /// Links to apps.
        AppLinks "app_links" "APP_LINKS",
        /// Links to apps, the newer way.
        AppLinksV2 "app_links_v2" "APP_LINKS_V2",
        /// Alexa extensions.
        Extension "alexa_extension" "ALEXA_EXTENSION",
        /// Search.
        Search "alexa_search" "ALEXA_SEARCH",
        /// Data on the device.
        DataStore "alexa_data_store" "ALEXA_DATA_STORE",
        /// Packages of data on the device.
        PackageManager "alexa_datastore_packagemanager" "ALEXA_DATASTORE_PACKAGEMANAGER",
        /// What the customer said.
        Transcript "customer_utterance_transcript" "CUSTOMER_UTTERANCE_TRANSCRIPT",
    }
}

block! {
    /// The options of an interface; each belongs to one interface.
    InterfaceOptions "an interface" {
        /// For `render_template`. (Amazon: `minimumTemplateVersion`.)
        minimum_template_version "minimum_template_version": Text<'t>,
        /// For `render_template`. (Amazon: `minimumApmlVersion`.)
        minimum_apml_version "minimum_apml_version": Text<'t>,
        /// For `alexa_presentation_apl`: the screens that the skill is made for. (Amazon: `supportedViewports`.)
        supported_viewports "supported_viewports": List<ViewportBlock<'t>>,
        /// For `alexa_extension`: the URIs of the extensions. (Amazon: `requestedExtensions`.)
        requested_extensions "requested_extensions": List<Text<'t>>,
        /// For `alexa_extension`: those that start by themselves. (Amazon: `autoInitializedExtensions`.)
        auto_initialized_extensions "auto_initialized_extensions": List<ExtensionBlock<'t>>,
        /// For `alexa_datastore_packagemanager`: the ids of the packages.
        packages "packages": List<Text<'t>>,
    }
}

block! {
    /// A range of screens.
    ViewportBlock "a viewport" {
        /// `HUB`, `TV`, `MOBILE`, `PC` or `AUTO`.
        mode "mode": Text<'t>,
        /// `RECTANGLE` or `ROUND`.
        shape "shape": Text<'t>,
        /// The smallest width, in dp.
        min_width "min_width": Spanned<i64>,
        /// The largest width, in dp.
        max_width "max_width": Spanned<i64>,
        /// The smallest height, in dp.
        min_height "min_height": Spanned<i64>,
        /// The largest height, in dp.
        max_height "max_height": Spanned<i64>,
    }
}

block! {
    /// An extension that starts by itself.
    ExtensionBlock "an extension" {
        /// Its URI.
        uri "uri": Text<'t>,
        /// Its settings.
        settings "settings": super::Raw<'t>,
    }
}

block! {
    /// Who leads the conversation.
    DialogManagementBlock "`dialog_management`" {
        /// Who leads when a session begins, such as `AMAZON.Conversations`. (Amazon: `sessionStartDelegationStrategy.target`.)
        session_start "session_start": Text<'t>,
        /// Those that can lead, such as `AMAZON.Conversations`. (Amazon: `dialogManagers`.)
        managers "managers": List<Text<'t>>,
    }
}

/// An interface and its options.
#[derive(Clone)]
pub(crate) struct Interface<'t> {
    pub kind: Spanned<InterfaceKind>,
    pub options: Option<Box<InterfaceOptions<'t>>>,
}

impl<'t> Read<'t> for Interface<'t> {
    fn read(key: Span, value: Value<'t>, cx: &mut Reader<'_>) -> Option<Self> {
        let Kind::Mapping(mut entries) = value.kind() else {
            return Some(Interface { kind: Read::read(key, value, cx)?, options: None });
        };
        let (Some(entry), None) = (entries.next(), entries.next()) else {
            cx.wrong_kind(value, "an interface, or one interface with its options");
            return None;
        };
        let Some(kind) = InterfaceKind::from_word(entry.key.value) else {
            cx.unknown_word(entry.key, "an interface", InterfaceKind::WORDS);
            return None;
        };
        let options = InterfaceOptions::read(entry.key.span, entry.value, cx).map(Box::new);
        Some(Interface { kind: Spanned::new(kind, entry.key.span), options })
    }
}
