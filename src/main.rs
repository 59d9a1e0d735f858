//! Mounts the app in the browser; everything else is in the library.

fn main() {
    app::app::mount();
}
