#!/usr/bin/python3
"""The whole job, done by a person: import a folder, filter, walk, judge, note, undo, export, quit, start again."""
import os
import re
import shutil
import subprocess
import sys

from driver import Atspi, Home, Program, Steps, check, settle, wait_for

SAMPLES = os.environ["DOSSIER_SAMPLES"]
NOTE = "Ask the port for the log"


class Job:
    def __init__(self):
        self.home = Home()
        self.program = None
        self.all_claims = 0
        self.confirmed = None

    # What the window says

    def counts(self):
        """(shown, all) of the filter row: "14 of 87 claims", "87 claims"."""
        for label in self.program.all("label", contains="claim"):
            match = re.fullmatch(r"(?:([\d,]+) of )?([\d,]+) claims?", label.get_name())
            if match:
                number = [int(x.replace(",", "")) if x else None for x in match.groups()]
                return (number[0] if number[0] is not None else number[1], number[1])
        return None

    def card(self):
        cards = self.program.all("panel", name="Claim")
        return cards[0] if cards else None

    def quote(self):
        """The quote on the card: its longest label."""
        card = self.card()
        if card is None:
            return None
        return max((n.get_name() or "" for n in self.program.all("label", root=card)), key=len, default=None)

    def card_says(self, words):
        return self.card() is not None and self.program.all(contains=words, root=self.card())

    # Steps

    def import_folder(self):
        self.program = Program(self.home, SAMPLES)
        n_files = len(os.listdir(SAMPLES))
        self.program.find("label", contains=f"{n_files} sources", timeout=60)
        wait_for("claims", lambda: (self.counts() or (0, 0))[1] > 20)
        self.all_claims = self.counts()[1]

    def again(self):
        """The same folder once more, by a second start: nothing is added, and the list says so."""
        subprocess.run([os.environ["DOSSIER"], SAMPLES], env=self.home.environment, check=True, timeout=30)
        self.program.find("label", contains="already", timeout=30)
        self.program.key("Escape")
        self.program.gone("label", contains="already there")
        check(self.counts()[1] == self.all_claims, "the second import changed the number of claims")

    def filter_country(self):
        self.program.key("ctrl+1")
        self.program.find("check box", contains="Kenya")
        self.program.type("Kenya")
        self.program.key("Return")
        self.program.key("Escape")
        wait_for("fewer claims", lambda: self.counts()[0] < self.all_claims)
        check(self.counts()[0] > 0, "no claim about Kenya")
        self.program.find("push button", contains="Kenya")

    def brush_dates(self):
        before = self.counts()[0]
        self.program.key("ctrl+shift+k")
        wait_for("all claims", lambda: self.counts()[0] == self.all_claims)
        overview = self.program.find("panel", contains="Date range")
        x, y, width, height = self.program.extents(overview)
        check(width > 300, f"the overview is {width} px wide")
        self.program.drag(x + width * 0.62, y + height / 2, x + width * 0.97, y + height / 2)
        wait_for("the brush to filter", lambda: self.counts()[0] < self.all_claims)
        check(self.counts()[0] > 0, "the brush left nothing")
        check(before > 0, "the filter was empty")
        self.program.find("panel", contains="Date range: ")
        self.program.key("ctrl+shift+k")
        wait_for("all claims again", lambda: self.counts()[0] == self.all_claims)

    def type_dates(self):
        self.program.key("ctrl+2")
        entry = self.program.find("text", name="From")
        self.program.type("2015")
        self.program.key("Return")
        wait_for("the typed date to filter", lambda: self.counts()[0] < self.all_claims)
        check(entry is not None, "no entry")
        self.program.key("Escape")
        self.program.key("ctrl+shift+k")
        wait_for("all claims again", lambda: self.counts()[0] == self.all_claims)

    def walk(self):
        seen = []
        for _ in range(4):
            self.program.key("alt+Down")
            quote = wait_for("a claim's card", lambda: self.quote() not in (None, *seen[-1:]) and self.quote())
            seen.append(quote)
        check(len(set(seen)) == 4, "the walk stood still")
        self.program.key("alt+Up")
        wait_for("the claim before", lambda: self.quote() == seen[2])

    def confirm(self):
        self.confirmed = self.quote()
        self.program.key("c")
        wait_for("Confirmed", lambda: self.card_says("Confirmed"))

    def dismiss(self):
        self.program.key("alt+Down")
        wait_for("the next claim", lambda: self.quote() != self.confirmed)
        self.program.key("d")
        wait_for("one claim less", lambda: self.counts()[1] == self.all_claims - 1)

    def undo_redo(self):
        self.program.key("ctrl+z")
        wait_for("the dismissed claim back", lambda: self.counts()[1] == self.all_claims)
        self.program.key("ctrl+shift+z")
        wait_for("it dismissed again", lambda: self.counts()[1] == self.all_claims - 1)
        self.program.key("ctrl+z")
        wait_for("it back again", lambda: self.counts()[1] == self.all_claims)

    def kind(self):
        self.program.key("alt+Up")
        wait_for("the confirmed claim", lambda: self.quote() == self.confirmed)
        badge = "Statement" if not self.card_says("Statement") else "Fact"
        self.program.key("5" if badge == "Statement" else "6")
        wait_for(badge, lambda: self.card_says(badge))
        self.program.key("ctrl+z")
        wait_for("the old kind", lambda: not self.program.all("label", name=badge, root=self.card()))

    def select_and_note(self):
        text = wait_for("the text of the source", lambda: next(
            (node for node in self.program.all("text") if Atspi.Text.get_character_count(node) > 500), None))
        x, y, width, height = self.program.extents(text)
        self.program.drag(x + width * 0.35, y + height * 0.5, x + width * 0.65, y + height * 0.55)
        check(Atspi.Text.get_n_selections(text) == 1, "nothing is selected")
        self.program.key("n")
        self.program.find("text", name="Text of the note")
        self.program.type(NOTE)
        settle(1)
        self.program.click(self.program.find("push button", name="Notes"))
        self.program.find("label", name=NOTE)

    def export(self, name, marker):
        path = os.path.join(self.home.path, name)
        self.program.key("ctrl+e")
        self.program.find("label", name="Save…")
        if name.endswith(".html"):
            self.program.key("Down")
        wait_for("the preview", lambda: any(
            marker in self.text_of(node) for node in self.program.all("text", name="Preview")))
        self.program.key("alt+s")
        # The chooser of GTK: its entry has the focus when it is there.
        self.program.find("label", name="Name:")
        settle(1)
        self.program.key("ctrl+a")
        self.program.type(path)
        self.program.key("Return")
        wait_for(f"the file {name}", lambda: os.path.exists(path))
        # The dialog closes itself after that; what is typed before goes to it.
        self.program.gone("push button", contains="Save…")
        self.program.gone("label", name="Save…")
        with open(path, encoding="utf-8") as file:
            written = file.read()
        check(NOTE in written, "the note is not in the file")
        check(marker in written, f"{marker!r} is not in the file")
        check("Confirmed" in written or "confirmed" in written or self.confirmed.split()[0] in written,
              "the confirmed claim is not in the file")

    @staticmethod
    def text_of(node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def export_markdown(self):
        self.export("notes.md", "# ")

    def export_html(self):
        self.export("notes.html", "<html")

    def quit(self):
        self.program.key("ctrl+1")
        self.program.type("Kenya")
        self.program.key("Return", "Escape")
        wait_for("the filter", lambda: self.counts()[0] < self.all_claims)
        self.program.quit()
        self.program = None

    def start_again(self):
        self.program = Program(self.home)
        self.program.find("push button", contains="Kenya", timeout=30)
        wait_for("the filter of before", lambda: self.counts() and self.counts()[0] < self.all_claims)
        check(self.counts()[1] == self.all_claims, "claims came or went")
        self.program.key("ctrl+shift+k")
        wait_for("all claims", lambda: self.counts()[0] == self.all_claims)
        self.program.click(self.program.find("push button", name="Notes"))
        self.program.find("label", name=NOTE)
        self.program.click(self.program.find("push button", name="Claims"))
        self.program.find("list", name="Claims")
        for _ in range(8):
            if self.quote() == self.confirmed:
                break
            before = self.quote()
            self.program.key("alt+Down")
            wait_for("the next claim", lambda: self.quote() != before)
        check(self.quote() == self.confirmed, "the confirmed claim is gone")
        check(self.card_says("Confirmed"), "the confirmed claim is confirmed no more")

    def undo_after_restart(self):
        """Undo reaches back over the restart: the note is the last that was made."""
        for _ in range(4):
            self.program.key("ctrl+z")
        self.program.click(self.program.find("push button", name="Notes"))
        self.program.gone("label", name=NOTE)
        for _ in range(4):
            self.program.key("ctrl+shift+z")
        self.program.find("label", name=NOTE)

    def no_complaints(self):
        self.program.quit()
        said = [line for line in self.program.messages().splitlines()
                if "CRITICAL" in line or "WARNING" in line and "dossier" in line.lower()]
        check(not said, "the program complained: " + "; ".join(said[:5]))


def main():
    if not shutil.which("xdotool") or not os.environ.get("DISPLAY"):
        print("1..0 # SKIP needs a display and xdotool")
        return 0
    Atspi.init()
    job = Job()
    steps = Steps(lambda: job.program)
    try:
        for name, function in (
            ("import a folder", job.import_folder),
            ("a second start hands its files over; they are already there", job.again),
            ("filter by a country", job.filter_country),
            ("brush a date range", job.brush_dates),
            ("type a date", job.type_dates),
            ("walk the claims by keyboard", job.walk),
            ("confirm one", job.confirm),
            ("dismiss one", job.dismiss),
            ("undo and redo", job.undo_redo),
            ("set a kind by key and undo it", job.kind),
            ("select text and note it", job.select_and_note),
            ("export Markdown", job.export_markdown),
            ("export a web page", job.export_html),
            ("quit", job.quit),
            ("start again and find everything as it was", job.start_again),
            ("undo over the restart", job.undo_after_restart),
            ("no criticals in the log", job.no_complaints),
        ):
            steps.step(name, function)
        steps.done()
    finally:
        if job.program is not None:
            job.program.kill()
        job.home.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
