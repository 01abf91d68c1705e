//! Where a panic says that it comes from.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The file that the panic of `wrong` points into, and what it says.
#[track_caller]
pub fn blamed<T>(wrong: impl FnOnce() -> T) -> (String, String) {
    static LISTENING: Once = Once::new();
    LISTENING.call_once(listen);
    let Err(panic) = catch_unwind(AssertUnwindSafe(wrong)) else { panic!("nothing is wrong with it") };
    let message = panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    (PLACE.take().expect("a place"), message.unwrap_or_default())
}

/// Stands before the hook that prints, which hears of every panic as before.
fn listen() {
    let tell = take_hook();
    set_hook(Box::new(move |panic| {
        PLACE.set(panic.location().map(|place| place.file().to_owned()));
        tell(panic);
    }));
}
