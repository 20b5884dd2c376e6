#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window around the job: first start, names and focus, dialogs, a narrow window, files that cannot be opened or changed."""
import os
import re
import shutil
import sqlite3
import stat
import subprocess
import sys

from driver import Atspi, Home, Program, Steps, check, settle, wait_for

SAMPLES = os.environ["DOSSIER_SAMPLES"]
CLI = os.environ["DOSSIER_CLI"]
SENTENCE = re.compile(r"[A-Z“].*[.]$")


class Window:
    def __init__(self):
        self.home = Home()
        self.program = None
        data = os.path.join(self.home.path, "share", "dossier")
        os.makedirs(data)
        os.symlink(SAMPLES, os.path.join(data, "samples"))
        self.home.environment["XDG_DATA_DIRS"] = os.pathsep.join(
            (os.path.dirname(data), os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"))
        self.dossier = os.path.join(self.home.path, "data", "dossier", "Sample.dossier")

    def path(self, name):
        return os.path.join(self.home.path, name)

    def start(self, *arguments):
        self.program = Program(self.home, *arguments)
        return self.program

    def stop(self):
        self.program.quit()
        self.program = None

    def count(self, root=None):
        """(shown, all) of the filter row or the timeline: "14 of 87 claims", "87 claims"."""
        for label in self.program.all("label", contains="claim", root=root):
            match = re.fullmatch(r"(?:(\d+) of )?(\d+) claims?", (label.get_name() or "").replace(",", ""))
            if match:
                return int(match[1] or match[2]), int(match[2])
        return None

    # Steps

    def first_start(self):
        program = self.start()
        for name in ("Add Files…", "Add a Folder…", "Open the Sample Dossier"):
            program.find("push button", contains=name, timeout=30)
        check(self.nameless() == [], f"without a name: {self.nameless()}")

    def open_sample(self):
        self.program.click(self.program.find("push button", contains="Open the Sample Dossier"))
        wait_for("the claims of the sample", lambda: (self.count() or (0, 0))[1] > 100, 40)
        wait_for("the text of the first source", self.text, 20)
        # The window of the first start is empty still; the job of the rest is in one window.
        self.stop()
        self.start(self.dossier)
        wait_for("the claims again", lambda: (self.count() or (0, 0))[1] > 100, 30)

    def text(self):
        return next((node for node in self.program.all("text") if Atspi.Text.get_character_count(node) > 500), None)

    def nameless(self):
        """What can have the focus and says nothing of itself. A scrolled pane takes its name from what it holds."""
        found = []
        for node in self.program.walk(showing=True):
            state = node.get_state_set()
            if not state.contains(Atspi.StateType.FOCUSABLE) or not self.program.is_showing(node):
                continue
            if node.get_role_name() in ("scroll pane", "filler", "scroll bar"):
                continue
            if not (node.get_name() or "").strip():
                parent = node.get_parent()
                found.append(f"{node.get_role_name()} in {parent.get_role_name()} {parent.get_name()!r}")
        return found

    def names(self):
        self.program.key("alt+Down")
        self.program.find("panel", name="Claim")
        check(self.nameless() == [], f"without a name: {self.nameless()}")
        marked = [node.get_name() for node in self.program.all("push button") if "_" in (node.get_name() or "")]
        check(not marked, f"read out with the underline: {marked}")

    def focused(self):
        """What has the focus; looks not into rows, which are many and hold nothing that takes it."""
        def below(node, depth):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node
            if node.get_role_name() in ("list item", "label", "image") or depth > 1 and not self.program.is_showing(node):
                return None
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                found = below(child, depth + 1) if child is not None else None
                if found is not None:
                    return found
            return None

        return below(self.program.node, 0)

    def place(self, node):
        """The part of the window that a node is in, by the middle of where it stands."""
        x, y, width, height = self.program.extents(node)
        return x + width / 2, y + height / 2

    def tab_walk(self):
        """Tab reaches every part and stays nowhere."""
        self.program.key("ctrl+f")
        wait_for("the search entry to have the focus", self.focused)
        seen = []
        parts = {
            "sidebar": lambda name, x, y: x < 300 and y > 90,
            "filter": lambda name, x, y: name in ("Country", "Date", "Kind", "Speaker", "Tag", "Review"),
            "reader": lambda name, x, y: "text of the source" in name.lower() or name == "Text",
            "inspector": lambda name, x, y: x > 1000 and 100 < y < 620,
            "timeline": lambda name, x, y: "lane" in name.lower() or "Claims in time" in name or "time" in name.lower(),
        }
        missing = dict(parts)
        still = 0
        for _ in range(90):
            self.program.key("Tab")
            node = self.focused()
            if node is None:
                continue
            name = node.get_name() or ""
            x, y = self.place(node)
            here = (node.get_role_name(), name, round(x), round(y))
            still = still + 1 if seen and seen[-1] == here else 0
            check(still < 3, f"Tab is stuck at {here}")
            seen.append(here)
            text = self.text()
            if text is not None and node == text:
                missing.pop("reader", None)
            for part in list(missing):
                if missing[part](name, x, y):
                    del missing[part]
            if not missing:
                break
        check(not missing, f"Tab does not reach {sorted(missing)}; it went {[item[:2] for item in seen]}")

    def shortcuts(self):
        self.program.key("ctrl+question")
        self.program.find(contains="Shortcuts", timeout=10)
        self.program.find("label", contains="Next source")
        self.program.key("Escape")
        self.program.gone("label", contains="Next source")

    def preferences(self):
        lines = self.line_height()
        self.program.key("ctrl+comma")
        spin = self.program.find("spin button", contains="Size")
        Atspi.Value.set_current_value(spin, Atspi.Value.get_current_value(spin) + 9)
        settle(0.5)
        self.program.key("Escape")
        self.program.gone("spin button", contains="Size")
        wait_for("larger text", lambda: self.line_height() > lines * 1.2)
        self.program.key("ctrl+0")
        wait_for("the text as before", lambda: self.line_height() < lines * 1.1)

    def line_height(self):
        """The height of a character of the text, as a screen reader is told."""
        text = self.text()
        box = Atspi.Text.get_character_extents(text, 3, Atspi.CoordType.WINDOW) if text is not None else None
        return box.height if box is not None else 0

    def about(self):
        self.program.key("F10")
        self.program.click(self.program.find("menu item", contains="About"))
        self.program.find("label", contains="0.1")
        self.program.key("Escape")
        self.program.gone("label", name="The Dossier developers")

    def notices_others(self):
        """What dossier-cli writes meanwhile comes to the window by itself."""
        before = self.count()[1]
        file = self.path("late.txt")
        with open(file, "w", encoding="utf-8") as late:
            late.write("Lima port closed\n\n3 March 2020\n\nThe mayor of Lima said that the port was closed. "
                       "The union denied it.\n")
        done = subprocess.run([CLI, "--dossier", self.dossier, "import", file], capture_output=True, text=True,
                              timeout=60, check=False)
        check(done.returncode == 0, done.stderr)
        wait_for("more claims", lambda: self.count()[1] > before)

    def bad_files(self):
        """Each is told of in a list, and what is good among them is added."""
        before = self.count()[1]
        files = {
            "empty.txt": b"", "noise.bin": bytes(range(256)) * 400,
            "good.txt": b"The mayor of Cusco denied on 4 May 2021 that the road was sold.\n",
        }
        for name, content in files.items():
            with open(self.path(name), "wb") as file:
                file.write(content)
        with open(self.path("large.txt"), "wb") as file:
            file.truncate(65 * 1024 * 1024)
        os.mkfifo(self.path("pipe.txt"))
        os.symlink(self.path("nowhere"), self.path("dangling.txt"))
        os.mkdir(self.path("hollow"))
        names = [*files, "large.txt", "pipe.txt", "dangling.txt", "hollow"]
        subprocess.run([os.environ["DOSSIER"], *(self.path(name) for name in names)], env=self.home.environment,
                       check=True, timeout=60)
        for sentence in ("holds no text", "is not a text", "larger than the limit", "a pipe", "not there", "no file"):
            self.program.find(contains=sentence)
        self.program.find("label", contains="1 added")
        self.program.key("Escape")
        self.program.gone("label", contains="1 added")
        wait_for("the claims of the good one", lambda: self.count()[1] > before)

    def read_only(self):
        self.stop()
        folder = self.path("kept")
        os.mkdir(folder)
        kept = os.path.join(folder, "kept.dossier")
        shutil.copy(self.dossier, kept)
        os.chmod(kept, stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
        os.chmod(folder, 0o555)
        try:
            self.read_only_window(kept)
        finally:
            os.chmod(folder, 0o755)

    def read_only_window(self, kept):
        if os.access(kept, os.W_OK):
            print("# skipped: permissions do not hold for this user")
            self.start(self.dossier)
            wait_for("the claims", lambda: self.count(), 30)
            return
        self.start(kept)
        self.program.find("label", contains="not changed", timeout=30)
        wait_for("the claims", lambda: (self.count() or (0, 0))[1] > 100, 30)
        everything = self.count()[1]
        self.program.key("ctrl+1")
        self.program.find("check box", contains="Kenya")
        self.program.type("Kenya")
        self.program.key("Return", "Escape")
        wait_for("the filter", lambda: 0 < self.count()[0] < everything)
        self.program.key("ctrl+shift+k", "alt+Down", "c")
        settle(1)
        check(self.count()[1] == everything, "something changed")
        check(not self.program.all("label", name="Confirmed"), "a protected dossier took an edit")

    def refused(self, name, sentence, content=None, make=None):
        path = self.path(name)
        if content is not None:
            with open(path, "wb") as file:
                file.write(content)
        else:
            make(path)
        with open(path, "rb") as file:
            before = file.read()
        self.start(path)
        self.program.find("label", contains="Could Not Be Opened", timeout=30)
        label = self.program.find("label", contains=sentence)
        check(SENTENCE.match(label.get_name()), f"no sentence: {label.get_name()!r}")
        self.program.find("push button", contains="Open Another…")
        check(self.nameless() == [], f"without a name: {self.nameless()}")
        self.stop()
        with open(path, "rb") as file:
            check(file.read() == before, "the file was changed")

    def make_newer(self, path):
        shutil.copy(self.dossier, path)
        connection = sqlite3.connect(path)
        connection.execute("pragma user_version = 99")
        connection.commit()
        connection.close()

    def refusals(self):
        self.stop()
        with open(self.dossier, "rb") as file:
            content = file.read()
        self.refused("foreign.dossier", "is not a dossier", content=b"A letter to nobody.\n")
        self.refused("cut.dossier", "damaged", content=content[:len(content) // 2])
        self.refused("newer.dossier", "newer version", make=self.make_newer)

    def narrow(self):
        folder = self.path("config/glib-2.0/settings")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, "keyfile"), "w", encoding="utf-8") as file:
            file.write("[org/dossierapp/Dossier]\nwindow-width=360\nwindow-height=720\nwindow-maximized=false\n")
        program = self.start(self.dossier)
        library = program.find(contains="Library", timeout=30)
        wait_for("a narrow window", lambda: program.extents(program.all("frame")[0])[2] <= 420)
        rows = wait_for("rows", lambda: program.all("list item"))
        check(self.text() is None, "the text shows beside the library")
        box = rows[0]
        x, y, width, height = program.extents(box)
        program.pointer(x + width / 2, y + height / 2, "click", "1")
        wait_for("the text", self.text)
        check(not [row for row in program.all("list", name="Sources")], "the library shows beside the text")
        program.key("alt+Down")
        program.find("panel", name="Claim")
        check(self.nameless() == [], f"without a name: {self.nameless()}")
        program.click(program.find(name="Timeline", role="push button"))
        program.find(contains="Date range")
        wait_for("no text", lambda: self.text() is None)
        program.click(library)
        wait_for("the library again", lambda: program.all("list item"))
        self.stop()

    def no_complaints(self):
        with open(self.path("log"), encoding="utf-8") as file:
            said = [line for line in file if "CRITICAL" in line or "WARNING" in line and "dossier" in line.lower()]
        # The page buttons of every GtkShortcutsWindow, in the style of libadwaita 1.2.
        said = [line for line in said if not re.search(r"GtkLabel .* reported min width -4,", line)]
        check(not said, "the program complained: " + "; ".join(said[:5]))


def main():
    if not shutil.which("xdotool") or not os.environ.get("DISPLAY"):
        print("1..0 # SKIP needs a display and xdotool")
        return 0
    Atspi.init()
    window = Window()
    steps = Steps(lambda: window.program)
    try:
        for name, function in (
            ("the first start offers files, a folder and the sample", window.first_start),
            ("open the sample by its button", window.open_sample),
            ("all that takes the focus has a name", window.names),
            ("Tab goes round through every part", window.tab_walk),
            ("the shortcuts", window.shortcuts),
            ("the preferences change the size of the text", window.preferences),
            ("About", window.about),
            ("what another program writes is shown", window.notices_others),
            ("bad files are told of, good ones added", window.bad_files),
            ("a protected dossier is read and filtered, not changed", window.read_only),
            ("foreign, damaged and newer files are refused with a sentence", window.refusals),
            ("a narrow window has three pages and the card's sheet", window.narrow),
            ("no criticals in the log", window.no_complaints),
        ):
            steps.step(name, function)
        steps.done()
    finally:
        if window.program is not None:
            window.program.kill()
        window.home.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
