#!/usr/bin/env python3
"""Start to first painted frame, beside another program's, in the same run.

usage: start.py DOSSIER FILE.dossier [RUNS]      (under xvfb-run and dbus-run-session)

Starts the window on FILE.dossier and gnome-text-editor on a text file, in turn,
RUNS times each, and takes the time from exec to the first change of a pixel in
the middle of the screen, which a bare X server leaves black. Prints the medians
and their ratio.
"""
import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time

X11 = ctypes.CDLL("libX11.so.6")
X11.XOpenDisplay.restype = ctypes.c_void_p
X11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
X11.XDefaultRootWindow.restype = ctypes.c_ulong
X11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint,
                          ctypes.c_uint, ctypes.c_ulong, ctypes.c_int]
X11.XGetImage.restype = ctypes.c_void_p
X11.XGetPixel = ctypes.CDLL("libX11.so.6").XGetPixel
X11.XGetPixel.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_int]
X11.XGetPixel.restype = ctypes.c_ulong
X11.XDestroyImage.argtypes = [ctypes.c_void_p]
PLACE = (240, 200)


class Screen:
    def __init__(self):
        self.display = X11.XOpenDisplay(None)
        self.root = X11.XDefaultRootWindow(self.display)

    def pixel(self):
        image = X11.XGetImage(self.display, self.root, *PLACE, 1, 1, 0xFFFFFFFF, 2)
        value = X11.XGetPixel(image, 0, 0) & 0xFFFFFF
        X11.XDestroyImage(image)
        return value


def first_frame(screen, command, environment):
    while screen.pixel() != 0:
        time.sleep(0.01)
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while screen.pixel() == 0:
        if time.monotonic() - begin > 30 or process.poll() is not None:
            process.kill()
            sys.exit(f"no frame of {command[0]} in 30 s")
        time.sleep(0.002)
    taken = time.monotonic() - begin
    process.terminate()
    process.wait()
    return taken


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 9
    with tempfile.TemporaryDirectory() as home:
        text = os.path.join(home, "text.txt")
        with open(text, "w", encoding="utf-8") as file:
            file.write("A line of text.\n" * 200)
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=home + "/data", XDG_CONFIG_HOME=home + "/config",
                           XDG_CACHE_HOME=home + "/cache", GDK_BACKEND="x11", GSK_RENDERER="cairo")
        screen = Screen()
        times = {"dossier": [], "gnome-text-editor": []}
        for run in range(runs + 1):
            ours = first_frame(screen, [sys.argv[1], sys.argv[2]], environment)
            theirs = first_frame(screen, ["gnome-text-editor", "--standalone", text], environment)
            if run > 0:  # the first fills the caches
                times["dossier"].append(ours)
                times["gnome-text-editor"].append(theirs)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, value in medians.items():
        print(f"{name}: {value * 1000:.0f} ms (of {runs}: {min(times[name]) * 1000:.0f} to {max(times[name]) * 1000:.0f})")
    print(f"ratio: {medians['dossier'] / medians['gnome-text-editor']:.2f}")


if __name__ == "__main__":
    main()
