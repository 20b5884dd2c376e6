#!/usr/bin/python3
"""Deciding suggestions one after the other, a verdict with its reason, and links taken away, by keys."""
import os
import re

from driver import Home, Program, Steps, check, settle, wait_for

SAMPLES = os.environ["DOSSIER_SAMPLES"]


class Review:
    def __init__(self):
        self.home = Home()
        self.program = None
        self.n_all = 0

    def decided(self):
        """(decided, all) as the filter row says them; None outside the mode."""
        for label in self.program.all("label", contains=" decided"):
            match = re.fullmatch(r"(\d+) of (\d+) decided", label.get_name())
            if match:
                return tuple(int(x) for x in match.groups())
        return None

    def card(self):
        """What the card of the selected claim says."""
        panel = self.program.find("panel", name="Claim")
        return [node.get_name() or "" for node in self.program.all("label", root=panel)]

    def says(self, words):
        return any(text.startswith(words) for text in self.card())

    def begin(self):
        self.program = Program(self.home, SAMPLES)
        self.program.find("label", contains=f"{len(os.listdir(SAMPLES))} sources", timeout=60)
        wait_for("claims", lambda: self.program.all("label", contains=" claims"))
        self.program.key("alt+Down")
        self.program.find("panel", name="Claim")
        self.program.key("r")
        decided, self.n_all = wait_for("the progress", self.decided)
        check(decided == 0 and self.n_all > 20, f"{decided} of {self.n_all} decided at the start")

    def decide(self):
        for n, key in enumerate(("c", "d", "c"), 1):
            before = self.card()
            self.program.key(key)
            wait_for("one more decided", lambda: self.decided() == (n, self.n_all))
            wait_for("the next suggestion", lambda: self.card() != before)
            check(any("not reviewed" in text for text in self.card()), "the next claim is decided already")

    def undo(self):
        self.program.key("ctrl+z")
        wait_for("one less decided", lambda: self.decided() == (2, self.n_all))

    def end(self):
        self.program.key("r")
        wait_for("the count of claims", lambda: self.decided() is None)
        check(not self.program.all("push button", contains="Review: "), "the filter still asks for reviews")

    def verdict(self):
        self.program.click(self.program.find("push button", name="Change the verdict"))
        self.program.find("label", name="Reason")
        self.program.key("space")
        for key in ("Down", "Down", "Down", "Return"):
            self.program.key(key)
        self.program.find("label", name="Disputed")
        settle(1)
        self.program.key("Tab")
        self.program.type("the port has another log")
        self.program.key("Return")
        wait_for("the verdict", lambda: self.says("Disputed: the port has another log"))
        self.program.key("ctrl+z")
        wait_for("the verdict gone", lambda: self.says("Unchecked"))

    def remove_link(self):
        for _ in range(40):
            if self.program.all("push button", name="Remove this link"):
                break
            self.program.key("alt+Down")
        links = len(self.program.all("push button", name="Remove this link"))
        check(links > 0, "none of forty claims has a link")
        self.program.click(self.program.all("push button", name="Remove this link")[0])
        wait_for("one link less", lambda: len(self.program.all("push button", name="Remove this link")) == links - 1)
        self.program.key("ctrl+z")
        wait_for("it is back", lambda: len(self.program.all("push button", name="Remove this link")) == links)

    def quit(self):
        self.program.quit()
        log = self.program.messages()
        check("CRITICAL" not in log and "WARNING" not in log, log)

    def run(self):
        steps = Steps(lambda: self.program)
        try:
            steps.step("review mode begins", self.begin)
            steps.step("one key decides, and the next comes", self.decide)
            steps.step("a decision is undone", self.undo)
            steps.step("the filter is as it was", self.end)
            steps.step("a verdict with its reason", self.verdict)
            steps.step("remove a link, and undo it", self.remove_link)
            steps.step("quit", self.quit)
            steps.done()
        finally:
            if self.program is not None:
                self.program.kill()
            self.home.remove()


Review().run()
