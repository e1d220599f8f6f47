//! The terminal: the device, the clipboard and the background.

mod background;
mod clipboard;
mod device;

pub(super) use device::Terminal;
