"""Drives the real program as a person with a screen reader and a keyboard does:
through the accessibility bus, and with keys sent to the X server.

Needs Debian's gir1.2-atspi-2.0, python3-gi, xdotool, and a display (Xvfb will do).
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


class Failed(AssertionError):
    """What was waited for did not come."""


def settle(seconds=0.05):
    """Lets the bus deliver what has happened."""
    context = GLib.MainContext.default()
    end = time.monotonic() + seconds
    while True:
        while context.iteration(False):
            pass
        if time.monotonic() >= end:
            return
        time.sleep(0.01)


def wait_for(what, condition, timeout=30):
    """The first true value of condition(); raises after timeout seconds, naming what was awaited."""
    end = time.monotonic() + timeout
    while True:
        settle()
        try:
            value = condition()
        except (GLib.Error, TypeError):  # the object went away while it was asked
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failed(f"waited {timeout} s for {what}")


class Home:
    """A person's folders, apart from everybody's: data, settings, caches."""

    def __init__(self):
        self.path = tempfile.mkdtemp(prefix="dossier-ui-")
        self.environment = dict(
            os.environ,
            HOME=self.path,
            XDG_DATA_HOME=self.path + "/data",
            XDG_CONFIG_HOME=self.path + "/config",
            XDG_CACHE_HOME=self.path + "/cache",
            GSETTINGS_BACKEND="keyfile",
            GTK_A11Y="atspi",
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            GTK_USE_PORTAL="0",
            LC_ALL="C.UTF-8",
            G_MESSAGES_DEBUG="",
            G_DEBUG="",
        )

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Program:
    """The program while it runs."""

    def __init__(self, home, *arguments):
        self.home = home
        self.log = open(os.path.join(home.path, "log"), "a+", encoding="utf-8")
        self.process = subprocess.Popen([os.environ["DOSSIER"], *arguments], env=home.environment,
                                        stdout=self.log, stderr=self.log)
        self.node = wait_for("the program on the accessibility bus", self._find_application, 30)

    def _find_application(self):
        if self.process.poll() is not None:
            raise Failed(f"the program ended with status {self.process.returncode}: {self.messages()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def messages(self):
        """What the program said on standard error so far."""
        self.log.flush()
        self.log.seek(0)
        return self.log.read()

    # Finding

    def walk(self, root=None, depth=0, showing=False):
        """All nodes below root; with showing, not those inside what was never laid out."""
        root = root or self.node
        yield root
        if depth > 60:
            return
        for i in range(root.get_child_count()):
            try:
                child = root.get_child_at_index(i)
                if child is None or showing and depth > 1 and not self.is_showing(child):
                    continue
            except GLib.Error:
                continue
            yield from self.walk(child, depth + 1, showing)

    @staticmethod
    def is_showing(node):
        """GTK 4.8 tells "visible" but never "showing"; what was never laid out has no size."""
        if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
            return False
        component = node.get_component_iface()
        if component is None:
            return True
        box = component.get_extents(Atspi.CoordType.WINDOW)
        return box.width > 0 and box.height > 0

    def all(self, role=None, name=None, contains=None, root=None, showing=True):
        found = []
        for node in self.walk(root, showing=showing):
            try:
                if role is not None and node.get_role_name() != role:
                    continue
                label = node.get_name() or ""
                if name is not None and label != name:
                    continue
                if contains is not None and contains not in label:
                    continue
                if showing and not self.is_showing(node):
                    continue
                found.append(node)
            except GLib.Error:
                continue
        return found

    def find(self, role=None, name=None, contains=None, root=None, showing=True, timeout=30):
        what = f"{role or 'something'} {name or contains or ''!r}"
        return wait_for(what, lambda: next(iter(self.all(role, name, contains, root, showing)), None), timeout)

    def gone(self, role=None, name=None, contains=None, timeout=30):
        wait_for(f"{role} {name or contains!r} to go", lambda: not self.all(role, name, contains), timeout)

    def tree(self):
        lines = []

        def visit(node, depth):
            try:
                lines.append("  " * depth + f"{node.get_role_name()} {node.get_name()!r}")
                for i in range(node.get_child_count()):
                    visit(node.get_child_at_index(i), depth + 1)
            except (GLib.Error, AttributeError):
                pass

        visit(self.node, 0)
        return "\n".join(lines)

    # Doing

    def click(self, node):
        """What Enter or a click would do."""
        action = node.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            for child in self.walk(node):
                action = child.get_action_iface()
                if action is not None and action.get_n_actions() > 0:
                    break
        if action is None or action.get_n_actions() == 0:
            raise Failed(f"{node.get_role_name()} {node.get_name()!r} has no action")
        action.do_action(0)
        settle(0.2)

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
        settle(0.25)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)
        settle(0.25)

    def pointer(self, x, y, *more):
        """xdotool words after a move to a place of the screen: pointer(300, 200, "click", "1")."""
        subprocess.run(["xdotool", "mousemove", str(int(x)), str(int(y)), *more], check=True)
        settle(0.25)

    def drag(self, x1, y1, x2, y2):
        self.pointer(x1, y1, "mousedown", "1")
        for step in range(1, 11):
            self.pointer(x1 + (x2 - x1) * step / 10, y1 + (y2 - y1) * step / 10)
        self.pointer(x2, y2, "mouseup", "1")

    def extents(self, node):
        """Place and size on the screen."""
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    def picture(self, path):
        subprocess.run(["import", "-window", "root", path], check=False)

    def quit(self):
        self.key("ctrl+q")
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Failed("the program did not end on Ctrl+Q") from None
        if self.process.returncode != 0:
            raise Failed(f"the program ended with status {self.process.returncode}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


class Steps:
    """TAP: one point a step; a step that fails ends the rest."""

    def __init__(self, program_of):
        self.program_of = program_of
        self.count = 0

    def step(self, name, function):
        self.count += 1
        try:
            function()
        except Exception as error:  # noqa: BLE001: every failure is a point of the protocol
            print(f"not ok {self.count} {name}", flush=True)
            for line in f"{type(error).__name__}: {error}".splitlines():
                print(f"# {line}", flush=True)
            program = self.program_of()
            if program is not None:
                for line in (program.tree() + "\n" + program.messages()).splitlines()[:400]:
                    print(f"# {line}", flush=True)
                pictures = os.environ.get("DOSSIER_UI_PICTURES")
                if pictures:
                    program.picture(os.path.join(pictures, f"failed-{self.count}.png"))
            print(f"1..{self.count}", flush=True)
            sys.exit(1)
        print(f"ok {self.count} {name}", flush=True)

    def done(self):
        print(f"1..{self.count}", flush=True)


def check(condition, sentence):
    if not condition:
        raise Failed(sentence)
