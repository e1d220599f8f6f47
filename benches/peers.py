#!/usr/bin/env python3
"""Speed beside the tools an editor would use instead, in the same run. Python 3, standard library.

    cargo build --release && python3 benches/peers.py [LEFT RIGHT]

Without two files it takes the built-in sample. Ours and the peer run in turn, A B A B; figures are medians, and the
ratio is the median of the ratios of neighbouring runs, so that a busy machine disturbs both alike.

    headless      CPU of `pressdiff L R --format text` against `git diff --no-index --word-diff L R`, output into a pipe
    first paint   wall time from start until the screen has settled, in a 200x60 terminal, against `vim -d L R` and `less L`
    key to frame  wall time from a key to the last byte it causes, `j` pressed twenty times, against the same two
    peak memory   of the headless run, where GNU time is installed
"""
import fcntl
import os
import pty
import re
import resource
import select
import shutil
import statistics
import struct
import subprocess
import sys
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
OURS = os.environ.get("PRESSDIFF", os.path.join(ROOT, "target", "release", "pressdiff"))
SETTLED = 0.15  # seconds of silence after which a screen counts as painted


def cpu(command):
    """User and system seconds of one run, its output read through a pipe."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def drain(fd, quiet, limit):
    """Reads until `quiet` seconds of silence; -> time of the last byte, or None where nothing came."""
    start, last = time.perf_counter(), None
    while True:
        now = time.perf_counter()
        left = (last + quiet if last else start + limit) - now
        if left <= 0 or not select.select([fd], [], [], left)[0]:
            return last
        try:
            data = os.read(fd, 1 << 16)
        except OSError:
            return last
        if not data:
            return last
        # the questions a terminal would answer
        if b"\x1b[6n" in data:
            os.write(fd, b"\x1b[1;1R")
        if b"\x1b[c" in data:
            os.write(fd, b"\x1b[?62;22c")
        last = time.perf_counter()


def screen(command, leave):
    """Seconds to the first whole paint, and from each of twenty keys to its last byte."""
    size = struct.pack("HHHH", 60, 200, 0, 0)
    start = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, size)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.execvp(command[0], command)
    painted = drain(fd, SETTLED, 5)
    keys = []
    for _ in range(20):
        pressed = time.perf_counter()
        os.write(fd, b"j")
        last = drain(fd, 0.03, 0.3)
        if last:
            keys.append(last - pressed)
    os.write(fd, leave)
    drain(fd, 0.05, 0.5)
    os.close(fd)
    os.waitpid(pid, 0)
    return (painted or time.perf_counter()) - start, statistics.median(keys) if keys else float("nan")


def in_turn(ours, peer, runs):
    """-> medians of both, and the median of the ratios of neighbours."""
    pairs = [(ours(), peer()) for _ in range(runs + 1)][1:]  # the first warms the caches
    ratio = statistics.median(a / b for a, b in pairs if b)
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs), ratio


def peak(command):
    """Peak resident megabytes, or None without GNU time."""
    if not shutil.which("time"):
        return None
    run = subprocess.run(["sh", "-c", 'exec "$(command -v time)" -v "$@"', "sh", *command], capture_output=True, text=True, check=False)
    found = re.search(r"Maximum resident set size \(kbytes\): (\d+)", run.stderr)
    return int(found.group(1)) / 1024 if found else None


def main():
    samples = [os.path.join(ROOT, "assets", "samples", name) for name in ("wire.txt", "rewrite.txt")]
    left, right = sys.argv[1:3] if len(sys.argv) > 2 else samples
    for needed in ("git", "vim", "less", OURS):
        if not shutil.which(needed):
            sys.exit(f"{needed} is not there; build with `cargo build --release` and install git, vim and less")
    print(subprocess.run([OURS, "--version"], capture_output=True, text=True, check=True).stdout.strip())
    ours = [OURS, left, right, "--format", "text"]
    git = ["git", "diff", "--no-index", "--word-diff", left, right]
    a, b, ratio = in_turn(lambda: cpu(ours), lambda: cpu(git), 25)
    print(f"headless       ours {a * 1e3:6.2f} ms CPU   git {b * 1e3:6.2f} ms CPU   ratio {ratio:.2f}")
    paint, keys = [], []
    for _ in range(10):
        o, v = screen([OURS, left, right], b"q"), screen(["vim", "-d", left, right], b":qa!\r")
        pager = screen(["less", left], b"q")
        paint.append((o[0], v[0], pager[0]))
        keys.append((o[1], v[1], pager[1]))
    for name, runs in (("first paint", paint[1:]), ("key to frame", keys[1:])):
        a, b, c = (statistics.median(run[k] for run in runs) * 1e3 for k in (0, 1, 2))
        to_vim, to_less = (statistics.median(run[0] / run[k] for run in runs) for k in (1, 2))
        print(f"{name:14s} ours {a:6.2f} ms       vim -d {b:6.2f} ms       ratio {to_vim:.2f}       less {c:6.2f} ms       ratio {to_less:.2f}")
    megabytes = peak(ours)
    if megabytes:
        print(f"peak memory    ours {megabytes:6.1f} MB")


if __name__ == "__main__":
    main()
