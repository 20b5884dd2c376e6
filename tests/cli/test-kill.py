#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program, killed while it imports and notes: the dossier stays whole and keeps what was acknowledged.

A source is acknowledged by its line on standard output, a note by its number. The store has a test of
the same kind from within (tests/store/test-kill.c); here the program is killed with all its threads.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time

CLI = os.environ["DOSSIER_CLI"]
SAMPLES = os.environ["DOSSIER_SAMPLES"]
ROUNDS_IMPORT = 60
ROUNDS_NOTE = 40
ROUNDS_A_DOSSIER = 20
N_FILES = 6


class Broken(AssertionError):
    """The dossier lost something, or is not whole."""


def run(dossier, *words):
    """Runs a command to its end; its status, output and errors."""
    done = subprocess.run([CLI, "--dossier", dossier, *words], capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout, done.stderr


def run_json(dossier, command):
    status, output, errors = run(dossier, command, "--format", "json")
    if status != 0:
        raise Broken(f"{command}: {errors}")
    return json.loads(output)


def kill_after(words, seconds, line=None):
    """Runs a command and kills it: seconds after its start, or after its line-th line. What it said before."""
    process = subprocess.Popen([CLI, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    said = []
    reached = threading.Event()

    def read():
        for text in process.stdout:
            said.append(text)
            if line is not None and len(said) == line:
                reached.set()
        reached.set()

    reader = threading.Thread(target=read)
    reader.start()
    if line is not None:
        reached.wait(30)
    time.sleep(seconds)
    process.kill()
    status = process.wait(30)
    reader.join(30)
    errors = process.stderr.read()
    process.stdout.close()
    process.stderr.close()
    if status not in (0, -9) or errors:
        raise Broken(f"{words[2]} ended with status {status} by itself: {errors}")
    return said, status != 0


class Case:
    """A dossier, and what was acknowledged in it."""

    def __init__(self, folder, number):
        self.path = os.path.join(folder, f"case-{number}.dossier")
        self.sources = {}
        self.notes = {}

    def check(self):
        if not self.sources and not os.path.exists(self.path):
            return
        status, _, errors = run(self.path, "verify")
        if status != 0:
            raise Broken(f"verify: {errors}")
        there = {source["id"]: source["file"] for source in run_json(self.path, "sources")}
        for number, name in self.sources.items():
            if there.get(number) != name:
                raise Broken(f"source {number} is {there.get(number)}, was acknowledged as {name}")
        if not self.notes:
            return
        there = {note["id"]: note["text"] for note in run_json(self.path, "notes")}
        for number, text in self.notes.items():
            if there.get(number) != text:
                raise Broken(f"note {number} says {there.get(number)!r}, acknowledged was {text!r}")


def write_files(folder, number):
    """New files for one import: the samples, each with a line that makes it another."""
    below = os.path.join(folder, f"in-{number}")
    os.mkdir(below)
    for name in sorted(os.listdir(SAMPLES))[:N_FILES]:
        with open(os.path.join(SAMPLES, name), "rb") as file:
            text = file.read()
        line = f"This is copy {number} of the report.".encode()
        if name.endswith(".html"):
            text = text.replace(b"</body>", b"<p>" + line + b"</p></body>")
        else:
            text += b"\n\n" + line + b"\n"
        with open(os.path.join(below, f"{number}-{name}"), "wb") as file:
            file.write(text)
    return below


def import_round(case, folder, number, usual):
    """Half of the kills come at any time of the usual length, half just after an acknowledgement."""
    below = write_files(folder, number)
    line = None if number % 2 else random.randint(1, N_FILES)
    seconds = random.uniform(0, usual) if line is None else random.uniform(0, usual / N_FILES)
    said, killed = kill_after(["--dossier", case.path, "import", below], seconds, line)
    for text in said:
        match = re.fullmatch(r"added as source (\d+) with \d+ claims?: (.*)\n", text)
        if match:
            case.sources[int(match[1])] = os.path.basename(match[2])
        elif text.endswith("\n"):
            raise Broken(f"import said {text!r}")
    return killed


def note_round(case, number, usual):
    text = f"Kept remark {number}"
    said, killed = kill_after(["--dossier", case.path, "note", text], random.uniform(0, usual * 1.2))
    if said and said[0].endswith("\n"):
        case.notes[int(said[0])] = text
    return killed


def usual_length(folder, *words):
    begin = time.monotonic()
    status, _, errors = run(os.path.join(folder, "first.dossier"), *words)
    if status != 0:
        raise Broken(errors)
    return time.monotonic() - begin


def fitted(usual, was_killed):
    """The machine's load comes and goes: a program that ended first has the next kill come sooner."""
    return usual * (1.05 if was_killed else 0.8)


def all_rounds(folder):
    import_time = usual_length(folder, "import", write_files(folder, "first"))
    note_time = usual_length(folder, "note", "First")
    killed = acknowledged = 0

    for number in range(ROUNDS_IMPORT + ROUNDS_NOTE):
        if number % ROUNDS_A_DOSSIER == 0:
            case = Case(folder, number)
        # Three imports, then two notes, and so on: notes between what imports left.
        if number % 5 < 3 or not case.sources:
            was_killed = import_round(case, folder, number, import_time)
            import_time = fitted(import_time, was_killed)
        else:
            was_killed = note_round(case, number, note_time)
            note_time = fitted(note_time, was_killed)
        killed += was_killed
        case.check()
        if number % ROUNDS_A_DOSSIER == ROUNDS_A_DOSSIER - 1:
            acknowledged += len(case.sources) + len(case.notes)
            status, _, errors = run(case.path, "import", write_files(folder, f"last-{number}"))
            if status != 0:
                raise Broken(f"the dossier takes nothing more: {errors}")
    return killed, acknowledged


def main():
    seed = int(os.environ.get("DOSSIER_SEED", random.randrange(1 << 30)))
    random.seed(seed)
    print(f"# DOSSIER_SEED={seed}")
    begin = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="dossier-kill-") as folder:
            killed, acknowledged = all_rounds(folder)
        rounds = ROUNDS_IMPORT + ROUNDS_NOTE
        print(f"# {killed} of {rounds} runs were killed before their end, {acknowledged} sources and notes "
              f"acknowledged, {time.monotonic() - begin:.1f} s")
        if killed < rounds / 2 or acknowledged < rounds / 2:
            raise Broken("the kills did not land in the midst")
        print("ok 1 a killed program loses nothing that it acknowledged")
    except Broken as error:
        print("not ok 1 a killed program loses nothing that it acknowledged")
        for text in str(error).splitlines():
            print(f"# {text}")
    print("1..1")


if __name__ == "__main__":
    sys.exit(main())
