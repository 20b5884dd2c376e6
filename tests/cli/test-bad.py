#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Wrong calls, bad files and bad dossiers: a sentence and a status each, no crash, no hang, no lost work."""
import os
import random
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CLI = os.environ["DOSSIER_CLI"]
SAMPLES = os.environ["DOSSIER_SAMPLES"]
COMMANDS = ("import", "sources", "claims", "notes", "timeline", "show", "note", "export", "verify", "backup",
            "analyze", "locate")
WRONG = (
    [], ["--dossier"], ["--no-such"], ["frobnicate"], ["import"], ["import", "--limit", "x", "a"],
    ["sources", "extra"], ["claims", "--kind", "rumour"], ["notes", "extra"], ["timeline", "--from", "tomorrowish"],
    ["show"], ["show", "one"], ["note"], ["note", "--quote", "x", "y"], ["export", "--format", "docx"],
    ["verify", "extra"], ["backup"], ["backup", "a", "b"], ["analyze"], ["locate", "x"],
)
NOBODY = 65534


class Test:
    def __init__(self, folder):
        self.folder = folder
        self.dossier = self.path("case.dossier")
        self.good = self.write("good.txt", b"The mayor of Lima said on 3 March 2020 that the bridge was closed.\n")

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, content):
        with open(self.path(name), "wb") as file:
            file.write(content)
        return self.path(name)

    def run(self, *words, as_nobody=False, file_limit=None):
        """Status, output and errors; a command that hangs or is killed by a signal fails the test."""
        def prepare():
            if file_limit is not None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (file_limit, file_limit))
            if as_nobody:
                os.setgid(NOBODY)
                os.setuid(NOBODY)

        # Nobody may not reach a build below another person's home; the copy in the test's folder he may.
        program = self.path("dossier-cli") if as_nobody else CLI
        done = subprocess.run([program, *words], capture_output=True, timeout=60, check=False, preexec_fn=prepare,
                              stdin=subprocess.DEVNULL)
        assert done.returncode in (0, 1, 2), f"{words}: ended with {done.returncode}"
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def refused(self, sentence, *words, status=1, **how):
        got, output, errors = self.run(*words, **how)
        assert got == status, f"{words}: status {got}, {output}{errors}"
        assert sentence in errors, f"{words}: {errors!r} has no {sentence!r}"
        assert errors.startswith("dossier-cli: "), errors
        return output

    def whole(self, dossier):
        status, _, errors = self.run("--dossier", dossier, "verify")
        assert status == 0, errors

    # The tests

    def links_no_gtk(self):
        libraries = subprocess.run(["ldd", CLI], capture_output=True, text=True, check=True).stdout
        assert "libsqlite3" in libraries, libraries
        for name in ("libgtk", "libadwaita", "libgdk", "libX11", "libwayland"):
            assert name not in libraries, f"dossier-cli links {name}"

    def help(self):
        for words in (["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)):
            status, output, errors = self.run(*words)
            assert status == 0 and output and not errors, f"{words}: {status} {errors}"
        overview = self.run("--help")[1]
        for command in COMMANDS:
            assert f"  {command} " in overview, command

    def usage(self):
        for words in (*WRONG, *([command, "--no-such"] for command in COMMANDS)):
            output = self.refused("Try “dossier-cli ", *words, status=2)
            assert output == "", output

    def bad_files(self):
        random.seed(7)
        os.mkfifo(self.path("fifo.txt"))
        os.symlink("/nonexistent/file", self.path("dangling.txt"))
        os.mkdir(self.path("nothing"))
        os.symlink("..", self.path("nothing", "loop"))
        with open(self.path("large.txt"), "wb") as file:
            file.truncate(65 * 1024 * 1024)
        for name, sentence in (
            (self.write("empty.txt", b""), "holds no text"),
            (self.write("blank.txt", b" \n\t\r\n"), "holds no text"),
            (self.write("binary.txt", random.randbytes(100000)), "not a text"),
            (self.path("fifo.txt"), "a pipe"),
            ("/dev/zero", "a device"),
            (self.path("dangling.txt"), "not there"),
            (self.path("large.txt"), "larger than the limit"),
            (self.path("missing.txt"), "no longer there"),
            (self.path("nothing"), "no file"),
        ):
            self.refused(sentence, "--dossier", self.dossier, "import", name)
        # What is bad stops nothing of what is good.
        output = self.refused("holds no text", "--dossier", self.dossier, "import", self.path("empty.txt"), self.good)
        assert "added as source" in output, output
        status, output, errors = self.run("--dossier", self.dossier, "import",
                                          self.write("invalid.txt", b"The caf\xe9 \xff\xfe closed, the mayor said.\n"))
        assert status == 0 and "added" in output, errors
        self.whole(self.dossier)

    def protected(self):
        if os.geteuid() != 0:
            how = {}
        else:
            how = {"as_nobody": True}
            shutil.copy(CLI, self.path("dossier-cli"))
        os.chmod(self.folder, 0o755)
        free = self.path("free")
        os.mkdir(free)
        os.chmod(free, 0o777)
        locked = self.path("locked")
        os.mkdir(locked)
        shutil.copy(self.good, locked)
        for mode, sentence in ((0o000, "could not be read"), (0o444, "the permission is missing")):
            os.chmod(locked, mode)
            self.refused(sentence, "--dossier", os.path.join(free, "a.dossier"), "import", locked, **how)
        os.chmod(locked, 0o755)
        os.chmod(os.path.join(locked, "good.txt"), 0o000)
        self.refused("the permission is missing", "--dossier", os.path.join(free, "a.dossier"), "import", locked, **how)

        # A dossier that may only be read is read.
        kept = self.path("kept")
        os.mkdir(kept)
        dossier = os.path.join(kept, "kept.dossier")
        assert self.run("--dossier", dossier, "import", SAMPLES)[0] == 0
        os.chmod(dossier, 0o444)
        os.chmod(kept, 0o555)
        self.refused("can only be read", "--dossier", dossier, "import", self.good, **how)
        self.refused("can only be read", "--dossier", dossier, "note", "x", **how)
        for words in (["sources"], ["claims", "--country", "KE"], ["export"], ["verify"], ["show", "1"]):
            status, output, errors = self.run("--dossier", dossier, *words, **how)
            assert status == 0 and output and not errors, f"{words}: {errors}"
        assert os.listdir(kept) == ["kept.dossier"], os.listdir(kept)
        os.chmod(kept, 0o755)
        self.refused("cannot be opened", "--dossier", "/proc/none.dossier", "import", self.good)

    def full_disk(self):
        """A file that may not grow stands for a disk that is full."""
        dossier = self.path("full.dossier")
        assert self.run("--dossier", dossier, "import", self.good)[0] == 0
        before = os.path.getsize(dossier)
        output = self.refused("was not imported", "--dossier", dossier, "import", SAMPLES, file_limit=before + 100000)
        acknowledged = output.count("added as source") + 1
        self.whole(dossier)
        status, output, _ = self.run("--dossier", dossier, "sources", "--format", "csv")
        assert status == 0 and output.count("\n") - 1 >= acknowledged, output
        status, output, errors = self.run("--dossier", dossier, "import", SAMPLES)
        assert status == 0, errors
        self.whole(dossier)
        self.refused("", "--dossier", dossier, "backup", self.path("copy.dossier"), file_limit=20000)
        assert not os.path.exists(self.path("copy.dossier")), "half a copy was left"
        self.refused("", "--dossier", dossier, "export", "-o", self.path("notes.html"), file_limit=2000)
        assert not os.path.exists(self.path("notes.html")), "half an export was left"
        self.refused("", "--dossier", self.path("new.dossier"), "import", self.good, file_limit=20000)
        assert not os.path.exists(self.path("new.dossier")), "half a dossier was left"

    def bad_dossiers(self):
        dossier = self.path("good.dossier")
        assert self.run("--dossier", dossier, "import", SAMPLES)[0] == 0
        with open(dossier, "rb") as file:
            content = file.read()
        newer = self.path("newer.dossier")
        shutil.copy(dossier, newer)
        with sqlite3.connect(newer) as connection:
            connection.execute("pragma user_version = 99")
        connection.close()
        foreign = self.path("foreign.dossier")
        with sqlite3.connect(foreign) as connection:
            connection.execute("create table t (x)")
        connection.close()
        os.mkfifo(self.path("pipe.dossier"))
        random.seed(11)
        for path, sentence in (
            (newer, "newer version"),
            (foreign, "not a dossier"),
            (self.write("words.dossier", b"no dossier\n"), "not a dossier"),
            (self.path("pipe.dossier"), "not a dossier"),
            (self.write("cut.dossier", content[:len(content) // 2]), "damaged"),
            (self.write("noise.dossier", content[:8192] + random.randbytes(len(content) - 8192)), "damaged"),
            (self.path("nothing"), "cannot be opened"),
        ):
            before = self.bytes_of(path)
            for words in (["sources"], ["import", self.good], ["note", "x"], ["verify"]):
                self.refused(sentence, "--dossier", path, *words)
            assert self.bytes_of(path) == before, f"{path} was changed"

    def backups(self):
        dossier = self.path("origin.dossier")
        other = self.path("other.dossier")
        for path in (dossier, other):
            assert self.run("--dossier", path, "import", self.good)[0] == 0
        self.refused("the dossier itself", "--dossier", dossier, "backup", dossier)
        with sqlite3.connect(other) as connection:
            connection.execute("select count(*) from source").fetchall()
            self.refused("in use", "--dossier", dossier, "backup", other)
        connection.close()
        assert self.run("--dossier", dossier, "backup", other)[0] == 0
        self.whole(other)
        self.whole(dossier)

    @staticmethod
    def bytes_of(path):
        if not os.path.isfile(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def two_at_once(self):
        """More than two: they make the dossier together, write in turn, and lose nothing of each other."""
        folders = []
        for number in range(3):
            os.mkdir(self.path(f"part-{number}"))
            folders.append(self.path(f"part-{number}"))
            for name in sorted(os.listdir(SAMPLES)):
                with open(os.path.join(SAMPLES, name), "rb") as file:
                    self.write(f"part-{number}/{number}-{name}", file.read() + b"\nPart %d.\n" % number)
        empty = self.write("empty.dossier", b"")
        for dossier in (*(self.path(f"together-{number}.dossier") for number in range(3)), empty):
            programs = [subprocess.Popen([CLI, "--dossier", dossier, "import", folder], stdout=subprocess.PIPE,
                                         stderr=subprocess.PIPE, text=True) for folder in folders]
            n_added = 0
            for program in programs:
                output, errors = program.communicate(timeout=60)
                assert program.returncode == 0, errors
                n_added += output.count("added as source")
            self.whole(dossier)
            status, output, _ = self.run("--dossier", dossier, "sources", "--format", "csv")
            n_there = output.count("\n") - 1
            assert status == 0 and n_there == n_added == 3 * len(os.listdir(SAMPLES)), f"{n_there} of {n_added}"
            left = [name for name in os.listdir(self.folder) if name.startswith(os.path.basename(dossier) + ".")]
            assert not left, left


def main():
    number = failed = 0
    with tempfile.TemporaryDirectory(prefix="dossier-bad-") as folder:
        test = Test(folder)
        for function in (test.links_no_gtk, test.help, test.usage, test.bad_files, test.protected, test.full_disk,
                         test.bad_dossiers, test.backups, test.two_at_once):
            number += 1
            name = function.__name__.replace("_", " ")
            try:
                function()
                print(f"ok {number} {name}", flush=True)
            except (AssertionError, OSError, subprocess.SubprocessError) as error:
                failed += 1
                print(f"not ok {number} {name}", flush=True)
                for line in f"{type(error).__name__}: {error}".splitlines():
                    print(f"# {line}", flush=True)
    print(f"1..{number}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
