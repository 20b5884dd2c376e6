#!/usr/bin/python3
"""The answers board: what was alleged and what answers it, by keys and through the accessibility bus."""
import os
import re

from driver import Home, Program, Steps, check, wait_for

SAMPLES = os.environ["DOSSIER_SAMPLES"]


class Answers:
    def __init__(self):
        self.home = Home()
        self.program = None
        self.first = None

    def counts(self):
        """(allegations, answered, without a reply), as the header says them."""
        for label in self.program.all("label", contains="without a reply"):
            match = re.fullmatch(r"(\d+) allegations? · (\d+) answered · (\d+) without a reply in these sources",
                                 label.get_name())
            if match:
                return tuple(int(x) for x in match.groups())
        return None

    def cards(self, kind):
        return self.program.all("push button", contains=kind + ", ")

    def open_board(self):
        self.program = Program(self.home, SAMPLES)
        self.program.find("label", contains=f"{len(os.listdir(SAMPLES))} sources", timeout=60)
        wait_for("claims", lambda: self.program.all("label", contains=" claims"))
        self.program.key("ctrl+shift+a")
        self.first = wait_for("the counts", self.counts)
        check(self.first[0] == self.first[1] + self.first[2], f"the counts do not add up: {self.first}")
        check(self.first[2] > 0, "every allegation of the samples is answered")
        wait_for("an allegation", lambda: self.cards("Allegation"))
        wait_for("a denial", lambda: self.cards("Denial"))

    def without_reply(self):
        self.program.click(self.program.find("push button", name="Without Reply Only"))
        wait_for("no denial", lambda: not self.cards("Denial"))
        check(self.cards("Allegation"), "no allegation without a reply")
        self.program.find("push button", name="Link a Claim")

    def link(self):
        before = self.counts()
        self.program.click(self.program.find("push button", name="Link a Claim"))
        self.program.find("label", name="What Answers It?")
        wait_for("candidates", lambda: self.program.all("list item", root=self.program.find("list", name="What Answers It?")))
        self.program.key("Return")
        wait_for("one more answered", lambda: self.counts()[1] > before[1])
        self.program.key("ctrl+z")
        wait_for("it is undone", lambda: self.counts() == before)

    def filter(self):
        self.program.click(self.program.find("push button", name="Without Reply Only"))
        wait_for("denials again", lambda: self.cards("Denial"))
        self.program.key("ctrl+1")
        self.program.find("check box", contains="Indonesia")
        self.program.type("Indonesia")
        self.program.key("Return")
        self.program.key("Escape")
        wait_for("fewer allegations", lambda: 0 < self.counts()[0] < self.first[0])
        self.program.key("ctrl+shift+k")
        wait_for("all again", lambda: self.counts() == self.first)

    def open_claim(self):
        card = self.cards("Allegation")[0]
        words = card.get_name()
        self.program.click(card)
        self.program.find("panel", name="Claim")
        wait_for("the card of that claim", lambda: any(len(text) > 15 and text in words for text in self.card()))

    def card(self):
        """What the card of the selected claim says."""
        panel = self.program.find("panel", name="Claim")
        return [node.get_name() or "" for node in self.program.all("label", root=panel)]

    def back_and_forth(self):
        """While the board is there the keys of the text do nothing."""
        before = self.card()
        self.program.key("ctrl+shift+a")
        self.program.key("alt+Down")
        check(self.card() == before, "a key changed the claim behind the board")
        self.program.key("Escape")
        self.program.key("alt+Down")
        wait_for("the next claim", lambda: self.card() != before)

    def quit(self):
        self.program.quit()
        log = self.program.messages()
        check("CRITICAL" not in log and "WARNING" not in log, log)

    def run(self):
        steps = Steps(lambda: self.program)
        try:
            steps.step("the board opens with its counts", self.open_board)
            steps.step("only what has no reply", self.without_reply)
            steps.step("link an answer by hand, and undo it", self.link)
            steps.step("the filter of the window", self.filter)
            steps.step("a card opens its claim", self.open_claim)
            steps.step("back and forth by keys", self.back_and_forth)
            steps.step("quit", self.quit)
            steps.done()
        finally:
            if self.program is not None:
                self.program.kill()
            self.home.remove()


Answers().run()
