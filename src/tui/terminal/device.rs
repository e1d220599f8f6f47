//! The terminal device.
//!
//! Draws on the device itself, so that standard output is free for reports. Invariant: however the
//! program ends (`q`, an error, a panic, SIGTERM or SIGHUP), the terminal is restored: cooked mode,
//! the main screen, no mouse or paste events, a visible cursor.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    self, DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::queue;
use crossterm::terminal::{
    BeginSynchronizedUpdate, DisableLineWrap, EnableLineWrap, EndSynchronizedUpdate, EnterAlternateScreen,
    LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::{Terminal as Cells, TerminalOptions, Viewport};
use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::{Handle, Signals};

use super::background::{QUERY, Read, TerminalBackground};
use super::clipboard::{self, Multiplexer};
use crate::options::Mouse;
use crate::tui::console::Console;
use crate::tui::draw::draw;
use crate::tui::{App, Editor, Input, Preferences, Size, Styles};

/// The time limit for the next key of a sequence.
const CHORD: Duration = Duration::from_millis(700);

/// The idle time before the files of the articles are checked.
const IDLE: Duration = Duration::from_millis(500);

/// The interval between frames of the spinner.
const FRAME: Duration = Duration::from_millis(100);

/// The time limit for the rest of an answer of the terminal.
const ANSWER: Duration = Duration::from_millis(100);

/// The time limit for more inputs of a burst: as short as possible, but zero would not look for any.
const BURST: Duration = Duration::from_micros(50);

/// Whether the program controls the terminal.
static CONTROLLED: AtomicBool = AtomicBool::new(false);

/// Locked while something is written, so that a signal never interrupts a frame.
static WRITING: Mutex<()> = Mutex::new(());

/// Discards output once the terminal is restored: after a panic or a signal, the rest of a buffer must not
/// appear in the shell.
struct Device(Box<dyn Write>);

impl Write for Device {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if CONTROLLED.load(Ordering::SeqCst) { self.0.write(bytes) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Controls the terminal until it is dropped.
pub(crate) struct Terminal {
    cells: Cells<CrosstermBackend<BufWriter<Device>>>,
    size: Size,
    signals: Handle,
    mouse: Mouse,
    multiplexer: Multiplexer,
    background: TerminalBackground,
}

impl Terminal {
    /// Takes control of the terminal.
    pub(crate) fn take(preferences: &Preferences) -> io::Result<Terminal> {
        let size = size()?;
        let signals = restore_on_signals()?;
        restore_on_panic();
        let backend = CrosstermBackend::new(BufWriter::with_capacity(1 << 16, Device(device())));
        let options = TerminalOptions { viewport: Viewport::Fixed(size.area()) };
        let mut terminal = Terminal {
            cells: Cells::with_options(backend, options)?,
            size,
            signals,
            mouse: preferences.mouse,
            multiplexer: Multiplexer::detect(),
            background: TerminalBackground::default(),
        };
        terminal.enter()?;
        if preferences.theme.needs_background() && answers(terminal.multiplexer) {
            // sent with the first frame; nothing waits for the answer
            terminal.cells.backend_mut().write_all(QUERY.as_bytes())?;
            terminal.background = TerminalBackground::awaited();
        }
        Ok(terminal)
    }

    /// The last known size.
    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// The time limit for the next event.
    fn timeout(&self, app: &App) -> Duration {
        if self.background.has_begun() {
            ANSWER
        } else if app.status.pending.is_some() {
            CHORD
        } else if app.is_busy() {
            FRAME
        } else {
            IDLE
        }
    }

    /// Reads one event.
    fn read_event(&mut self, inputs: &mut Vec<Input>) -> io::Result<()> {
        match self.background.read_event(event::read()?) {
            Read::Events(events) => inputs.extend(events.into_iter().filter_map(Input::of)),
            Read::Background(background) => inputs.push(Input::Background(background)),
        }
        Ok(())
    }

    fn enter(&mut self) -> io::Result<()> {
        let _writing = writing();
        enable_raw_mode()?;
        CONTROLLED.store(true, Ordering::SeqCst);
        // sent with the first frame
        queue!(self.cells.backend_mut(), EnterAlternateScreen, DisableLineWrap, EnableBracketedPaste, Hide)?;
        if self.mouse == Mouse::On {
            queue!(self.cells.backend_mut(), EnableMouseCapture)?;
        }
        Ok(())
    }
}

impl Console for Terminal {
    /// Draws a frame, in one synchronized update if the terminal supports that.
    fn show(&mut self, app: &App, styles: &Styles) -> io::Result<()> {
        let _writing = writing();
        queue!(self.cells.backend_mut(), BeginSynchronizedUpdate)?;
        if app.size() != self.size {
            self.size = app.size();
            self.cells.resize(self.size.area())?;
        }
        self.cells.draw(|frame| {
            if let Some(position) = draw(app, styles, frame.buffer_mut()) {
                frame.set_cursor_position(position);
            }
        })?;
        queue!(self.cells.backend_mut(), EndSynchronizedUpdate)?;
        Write::flush(self.cells.backend_mut())
    }

    /// Reads a whole burst of inputs, so that it needs only one frame.
    fn read_inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>> {
        #[cfg(debug_assertions)]
        panic_if_asked();
        let mut inputs = Vec::new();
        while inputs.is_empty() {
            if event::poll(self.timeout(app))? {
                self.read_event(&mut inputs)?;
                while event::poll(BURST)? {
                    self.read_event(&mut inputs)?;
                }
            } else if self.background.has_begun() {
                inputs.extend(self.background.give_up().into_iter().filter_map(Input::of));
            } else if app.status.pending.is_some() {
                inputs.push(Input::Pause);
            } else {
                // the size may change before resize events arrive, or while an editor runs
                let size = size()?;
                inputs.extend((size != app.size()).then_some(Input::Resize(size)));
                break;
            }
        }
        Ok(Some(inputs))
    }

    fn clear(&mut self) {
        // redraw as after a resize; the library's own method queries the cursor, which some terminals do not support
        self.size = Size { columns: 0, rows: 0 };
    }

    fn suspend(&mut self) -> io::Result<()> {
        restore();
        signal_hook::low_level::emulate_default_handler(SIGTSTP)?;
        self.enter()?;
        self.clear();
        Ok(())
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let _writing = writing();
        let backend = self.cells.backend_mut();
        backend.write_all(clipboard::sequence(text, self.multiplexer).as_bytes())?;
        Write::flush(backend)
    }

    fn set_mouse(&mut self, mouse: Mouse) -> io::Result<()> {
        let _writing = writing();
        self.mouse = mouse;
        match mouse {
            Mouse::On => queue!(self.cells.backend_mut(), EnableMouseCapture),
            Mouse::Off => queue!(self.cells.backend_mut(), DisableMouseCapture),
        }
    }

    fn run_editor(&mut self, editor: &Editor) -> io::Result<Result<(), String>> {
        restore();
        let ended = Command::new(&editor.program).args(&editor.arguments).status();
        self.enter()?;
        self.clear();
        Ok(match ended {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("The editor {} failed ({status}).", editor.program)),
            Err(cause) => Err(format!("The editor {} cannot be started: {cause}.", editor.program)),
        })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = Write::flush(self.cells.backend_mut());
        restore();
        self.signals.close();
    }
}

/// Whether the terminal supports the query: the Linux console and GNU screen would print it.
fn answers(multiplexer: Multiplexer) -> bool {
    let term = std::env::var("TERM").unwrap_or_default();
    multiplexer != Multiplexer::Screen && term != "linux" && term != "dumb" && !term.is_empty()
}

/// The size of the terminal; 80x24 if it is unknown.
fn size() -> io::Result<Size> {
    let (columns, rows) = crossterm::terminal::size()?;
    Ok(match (columns, rows) {
        (0, _) | (_, 0) => Size { columns: 80, rows: 24 },
        (columns, rows) => Size { columns, rows },
    })
}

/// The terminal device, or else standard output.
fn device() -> Box<dyn Write> {
    match OpenOptions::new().write(true).open("/dev/tty") {
        Ok(device) => Box::new(device),
        Err(_) => Box::new(io::stdout()),
    }
}

fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Restores the terminal, once.
fn restore() {
    if !CONTROLLED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut device = device();
    let _ = queue!(
        device,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        DisableMouseCapture,
        EnableLineWrap,
        LeaveAlternateScreen,
        Show
    );
    let _ = device.flush();
    let _ = disable_raw_mode();
}

/// Restores the terminal before the message of a panic, so that it is printed in the shell.
fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            print(panic);
        }));
    });
}

/// Restores the terminal when a signal arrives, and then ends the program by that signal.
fn restore_on_signals() -> io::Result<Handle> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    let handle = signals.handle();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // a blocked terminal must not prevent the program from ending
            let frame_done = (0..20).find_map(|_| {
                let writing = WRITING.try_lock().ok();
                if writing.is_none() {
                    thread::sleep(Duration::from_millis(10));
                }
                writing
            });
            restore();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
            drop(frame_done);
        }
    })?;
    Ok(handle)
}

/// Lets a test cause a panic; not in a release build.
#[cfg(debug_assertions)]
fn panic_if_asked() {
    assert!(std::env::var_os("PRESSDIFF_PANIC").is_none(), "PRESSDIFF_PANIC asks for a panic");
}
