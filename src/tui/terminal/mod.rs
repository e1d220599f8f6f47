//! The terminal: its device, its clipboard, its background.

mod background;
mod clipboard;
mod device;

pub(super) use device::Terminal;
