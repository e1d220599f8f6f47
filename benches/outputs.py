#!/usr/bin/env python3
"""Compares every report and three screens of two builds, byte by byte.

    python3 benches/outputs.py OLD NEW FOLDER... [--show N] [--swap]

OLD and NEW are two pressdiff programs. Each FOLDER holds pairs: folders with a left.* and a right.*
file, at any depth. Prints how many outputs are equal for each kind, and names the pairs that differ;
--show prints the first N differing lines of each. --swap compares the sides in exchanged order too.
Exits with 1 where anything differs. A refactoring changes nothing here.
"""
import argparse
import concurrent.futures
import difflib
import io
import pathlib
import subprocess
import sys
import tempfile
import zipfile

REPORTS = ["json", "text", "html", "docx", "svg", "markdown", "criticmarkup", "csv", "wdiff", "notes"]
SCREENS = {
    "screen 80x24": ["--keys", "]q]q", "--size", "80x24"],
    "screen 120x40": ["--keys", "G[[v", "--size", "120x40"],
    "screen 200x50": ["--keys", "sq", "--size", "200x50"],
}


def pairs(folder):
    """The pairs below a folder, each as (name, left, right)."""
    for left in sorted(pathlib.Path(folder).rglob("left.*")):
        rights = sorted(left.parent.glob("right.*"))
        if rights:
            yield str(left.parent), left, rights[0]


def run(program, arguments):
    done = subprocess.run([program, *arguments], capture_output=True, stdin=subprocess.DEVNULL, timeout=600)
    return done.returncode, done.stdout, done.stderr


def report(program, left, right, name):
    """One report: the exit code, the bytes (of a DOCX, those of its parts) and what was said on standard error."""
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "report.docx"
        if name != "docx":
            return run(program, [left, right, "--format", name])
        code, _, said = run(program, [left, right, "-o", target])
        said = said.replace(str(folder).encode(), b"")
        if not target.exists():
            return code, b"", said
        with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as parts:
            return code, b"\n".join(name.encode() + b"\n" + parts.read(name) for name in parts.namelist()), said


def outputs(program, left, right):
    made = {name: report(program, left, right, name) for name in REPORTS}
    for name, options in SCREENS.items():
        made[name] = run(program, [left, right, *options, "--print"])
    return made


def compare(job):
    old, new, name, left, right = job
    before, after = outputs(old, left, right), outputs(new, left, right)
    return name, {kind: (before[kind], after[kind]) for kind in before}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--show", type=int, default=0, metavar="N")
    parser.add_argument("--swap", action="store_true")
    wanted = parser.parse_args()
    jobs = []
    for folder in wanted.folders:
        for name, left, right in pairs(folder):
            jobs.append((wanted.old, wanted.new, name, left, right))
            if wanted.swap:
                jobs.append((wanted.old, wanted.new, name + " (swapped)", right, left))
    if not jobs:
        sys.exit("no pairs found: each needs a left.* and a right.* file in one folder")
    differing, total = {}, {}
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for name, kinds in pool.map(compare, jobs):
            for kind, (before, after) in kinds.items():
                total[kind] = total.get(kind, 0) + 1
                if before != after:
                    differing.setdefault(kind, []).append(name)
                    show(name, kind, before, after, wanted.show)
    for kind, count in total.items():
        others = differing.get(kind, [])
        print(f"{kind:14} {count - len(others)} of {count} equal" + (": " + " ".join(others) if others else ""))
    sys.exit(bool(differing))


def show(name, kind, before, after, lines):
    texts = [b"\n".join([str(code).encode(), out, said]) for code, out, said in (before, after)]
    # JSON is one long line
    old, new = (text.decode("utf-8", "replace").replace("},{", "},\n{").splitlines() for text in texts)
    for line in list(difflib.unified_diff(old, new, name + " old", name + " new " + kind, n=0, lineterm=""))[:lines]:
        print(line[:300])


if __name__ == "__main__":
    main()
