//! The terminal device: taken over, drawn on, and always given back.
//!
//! Draws on the terminal device itself, so that standard output stays clean for
//! what the program is asked to print. Invariant: however the program ends, by
//! `q`, an error, a panic, SIGTERM or SIGHUP, the terminal is as it was: cooked,
//! on its own screen, without mouse and paste reports, with its cursor.

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

use super::background::{QUESTION, Read, TerminalBackground};
use super::clipboard::{self, Multiplexer};
use crate::settings::editor::Editor;
use crate::tui::console::Console;
use crate::tui::draw::draw;
use crate::tui::input::Input;
use crate::tui::layout::Size;
use crate::tui::preferences::{Mouse, Preferences};
use crate::tui::state::App;
use crate::tui::style::Styles;

/// How long a sequence of keys waits for its next one.
const CHORD: Duration = Duration::from_millis(700);

/// How long nothing may happen before the files of the articles are checked.
const IDLE: Duration = Duration::from_millis(500);

/// How often the sign of a running alignment moves.
const FRAME: Duration = Duration::from_millis(100);

/// How long the rest of an answer of the terminal may take.
const ANSWER: Duration = Duration::from_millis(100);

/// How long to look for more of a burst: as short as possible; zero would mean *do not look*.
const AT_ONCE: Duration = Duration::from_micros(50);

/// Whether the terminal is taken over.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Held while something is written, so that a signal never cuts a frame in two.
static WRITING: Mutex<()> = Mutex::new(());

/// Where frames go, as long as the terminal is taken over.
///
/// What is left in a buffer when a panic or a signal gives the terminal back must
/// not reach the shell's screen.
struct Device(Box<dyn Write>);

impl Write for Device {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if TAKEN.load(Ordering::SeqCst) { self.0.write(bytes) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A terminal that is taken over until this is dropped.
pub(crate) struct Terminal {
    cells: Cells<CrosstermBackend<BufWriter<Device>>>,
    size: Size,
    signals: Handle,
    mouse: Mouse,
    multiplexer: Multiplexer,
    background: TerminalBackground,
}

impl Terminal {
    /// Takes the terminal over.
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
        if preferences.theme.asks_for_ground() && answers(terminal.multiplexer) {
            // goes out with the first frame; nobody waits for the answer
            terminal.cells.backend_mut().write_all(QUESTION.as_bytes())?;
            terminal.background = TerminalBackground::awaited();
        }
        Ok(terminal)
    }

    /// The size it had at the last look.
    pub(crate) fn size(&self) -> Size {
        self.size
    }

    /// How long to wait for the next event.
    fn patience(&self, app: &App) -> Duration {
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
            Read::Background(ground) => inputs.push(Input::Ground(ground)),
        }
        Ok(())
    }

    fn enter(&mut self) -> io::Result<()> {
        let _writing = writing();
        enable_raw_mode()?;
        TAKEN.store(true, Ordering::SeqCst);
        // sent with the first frame
        queue!(self.cells.backend_mut(), EnterAlternateScreen, DisableLineWrap, EnableBracketedPaste, Hide)?;
        if self.mouse == Mouse::On {
            queue!(self.cells.backend_mut(), EnableMouseCapture)?;
        }
        Ok(())
    }
}

impl Console for Terminal {
    /// Draws one frame; terminals that can show it all at once do.
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

    /// A burst of keys or sizes is read whole, so that it costs one frame.
    fn read_inputs(&mut self, app: &App) -> io::Result<Option<Vec<Input>>> {
        #[cfg(debug_assertions)]
        panic_if_asked();
        let mut inputs = Vec::new();
        while inputs.is_empty() {
            if event::poll(self.patience(app))? {
                self.read_event(&mut inputs)?;
                while event::poll(AT_ONCE)? {
                    self.read_event(&mut inputs)?;
                }
            } else if self.background.has_begun() {
                inputs.extend(self.background.give_up().into_iter().filter_map(Input::of));
            } else if app.status.pending.is_some() {
                inputs.push(Input::Pause);
            } else {
                // a window may get another size before anybody listens, or while an editor has the screen
                let size = size()?;
                inputs.extend((size != app.size()).then_some(Input::Resize(size)));
                break;
            }
        }
        Ok(Some(inputs))
    }

    fn clear(&mut self) {
        // as after a resize; the library's own way asks the terminal for its cursor, which not every one tells
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
            Ok(status) => Err(format!("The editor {} gave up ({status}).", editor.program)),
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

/// Whether a terminal may be asked for its color: the Linux console and GNU screen show the question instead.
fn answers(multiplexer: Multiplexer) -> bool {
    let term = std::env::var("TERM").unwrap_or_default();
    multiplexer != Multiplexer::Screen && term != "linux" && term != "dumb" && !term.is_empty()
}

/// The terminal's size; what a terminal that does not know is taken for, otherwise.
fn size() -> io::Result<Size> {
    let (columns, rows) = crossterm::terminal::size()?;
    Ok(match (columns, rows) {
        (0, _) | (_, 0) => Size { columns: 80, rows: 24 },
        (columns, rows) => Size { columns, rows },
    })
}

/// The terminal device, or standard output where there is none.
fn device() -> Box<dyn Write> {
    match OpenOptions::new().write(true).open("/dev/tty") {
        Ok(device) => Box::new(device),
        Err(_) => Box::new(io::stdout()),
    }
}

fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the terminal back, once.
fn restore() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
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

/// Gives the terminal back before a panic is told, so that it is told on the shell's screen.
fn restore_on_panic() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let tell = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            restore();
            tell(panic);
        }));
    });
}

/// Gives the terminal back before a signal ends the program, and ends it as the signal would.
fn restore_on_signals() -> io::Result<Handle> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT])?;
    let handle = signals.handle();
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            // a terminal that is stuck must not keep the program from ending
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

/// Lets a test see what a panic leaves of the terminal; not in a released program.
#[cfg(debug_assertions)]
fn panic_if_asked() {
    assert!(std::env::var_os("PRESSDIFF_PANIC").is_none(), "PRESSDIFF_PANIC asks for a panic");
}
