#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay: results appear whole or not at all, whatever fails."""
import os
import signal
import subprocess
import sys
import time
import unittest

from programs import DATA, HEADER, REPLAY, RESULTS, Case, main, run, run_into_full

SPX = DATA / "spx_1d_2000_2020.csv"


class Failures(Case):
    def test_limit_of_the_file_size(self):
        """A disk that fills up, at many places: the old results stay, and no others appear."""
        import resource
        self.replayed(SPX, "--balance", "200000")
        largest = max(len(content) for content in self.results().values())
        self.replayed(SPX)
        before = self.results()
        for limit in [0, 1, 100, 4096, 30000, *range(65536, largest, 65536), largest - 1]:
            with self.subTest(limit=limit):
                ended = self.replay(SPX, "--balance", "200000", preexec_fn=lambda: (
                    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))))
                self.assert_refused(ended, 1, f"{self.out}/", "cannot write: File too large")
                self.assertEqual(self.results(), before)

    def test_folders_that_are_none(self):
        path = self.write(HEADER)
        for out in (path, path / "below", self.folder / "a/b"):
            self.assert_refused(self.replay(SPX, out=out), 1,
                                f"--out: cannot use '{out}' as a folder: ")
        self.assertEqual(sorted(os.listdir(self.folder)), ["bars.csv"])

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_full_device(self):
        (self.folder / "link").symlink_to("/dev/full")
        for out in "/dev/full", self.folder / "link":
            self.assert_refused(self.replay(SPX, out=out), 1,
                                f"--out: cannot use '{out}' as a folder: Not a directory")

    @unittest.skipUnless(os.path.isdir("/proc/self"), "there is no /proc")
    def test_folder_without_files(self):
        self.assert_refused(self.replay(SPX, out="/proc/self"), 1,
                            "/proc/self/decisions.jsonl: cannot create: ")

    @unittest.skipIf(hasattr(os, "geteuid") and os.geteuid() == 0, "root may write everywhere")
    def test_forbidden_folder(self):
        self.out.mkdir(mode=0o555)
        self.assert_refused(self.replay(SPX), 1, "decisions.jsonl: cannot create: Permission")

    def test_folder_in_the_way(self):
        for name in RESULTS:
            out = self.folder / name
            (out / name).mkdir(parents=True)
            self.assert_refused(self.replay(SPX, out=out), 1,
                                f"{out / name}: cannot replace: Is a directory")
            self.assertEqual(os.listdir(out), [name])

    def test_links_are_replaced(self):
        """A result takes the place of a link; what it pointed to is not touched."""
        elsewhere = self.write("mine", "elsewhere")
        self.out.mkdir()
        (self.out / "trades.csv").symlink_to(elsewhere)
        self.replayed(SPX)
        self.assertEqual(elsewhere.read_text(encoding="utf-8"), "mine")
        self.assertFalse((self.out / "trades.csv").is_symlink())

    def test_inputs_are_not_replaced(self):
        """No result takes the place of what it is made from."""
        self.out.mkdir()
        inputs = {"bars": SPX.read_bytes(), "--opinions": b"timestamp,score\n2020-01-01,50\n",
                  "--incidents": b"time,kind,value\n", "--config": b"account:\n  balance: 5\n"}
        for name, (flag, content) in zip(RESULTS, inputs.items(), strict=True):
            path = self.write(content, f"out/{name}")
            words = [path] if flag == "bars" else [flag, path, SPX]
            for given in self.out, self.folder / "out/../out":
                ended = self.replay(*words, out=given)
                if "libyaml" not in ended.err:
                    what = "bars" if flag == "bars" else flag
                    self.assert_refused(ended, 1, f"--out: '{given / name}' is the file of "
                                        f"{'the ' * (flag == 'bars')}{what}")
                self.assertEqual(path.read_bytes(), content)
                self.assertEqual(os.listdir(self.out), [name])
            path.unlink()

    def test_full_stdout(self):
        """The results are whole before the summary is printed."""
        ended = run_into_full(REPLAY, "--out", self.out, SPX)
        self.assert_refused(ended, 1, "cannot write to the standard output: No space left")
        self.results()


@unittest.skipUnless(os.path.exists("/bin/sh"), "there is no shell")
class Streams(Case):
    def with_streams(self, streams: str, *words):
        return run("/bin/sh", "-c", f'"$0" "$@" {streams}', REPLAY, *words)

    def test_closed(self):
        """Nothing that is printed gets into a result that has the place of a closed stream."""
        self.replayed(SPX)
        whole = self.results()
        for streams in "<&-", ">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "<&- 2>&-":
            with self.subTest(streams):
                ended = self.with_streams(streams, "--log", "--out", self.out, SPX)
                self.assertEqual(ended.status, int(" >&-" in " " + streams))
                self.assertEqual(self.results(), whole)
                if streams == ">&-":
                    self.assert_refused(ended, 1, "cannot write to the standard output: ")
        ended = self.with_streams("2>&-", "--out", self.out, self.folder / "none.csv")
        self.assertEqual(ended.status, 1)
        self.assertEqual(self.results(), whole)

    def test_nobody_reads(self):
        """As behind | head: the results are whole, and no temporary file is left."""
        self.replayed(SPX)
        whole = self.results()
        running = subprocess.Popen([str(REPLAY), "--log", "--out", str(self.out), str(SPX)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        running.stdout.close()
        err = running.stderr.read()
        running.stderr.close()
        self.assertEqual((running.wait(), err), (1, "sigma-replay: cannot write to the standard "
                                                    "output: Broken pipe\n"))
        self.assertEqual(self.results(), whole)


class Interrupts(Case):
    def interrupt(self, number: int) -> None:
        """Interrupts a long run as soon as it has begun to write."""
        lines = (f"{1700 + day // 336}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}T"
                 f"{minute // 60:02d}:{minute % 60:02d},10,12,9,{10 + minute % 2},1\n"
                 for day in range(400) for minute in range(1440))
        path = self.write(HEADER + "".join(lines))
        running = subprocess.Popen([str(REPLAY), "--out", str(self.out), str(path)],
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while running.poll() is None and not (self.out.exists() and os.listdir(self.out)):
            time.sleep(0.001)
        running.send_signal(number)
        out, err = running.communicate(timeout=60)
        if running.returncode == 0:
            self.skipTest("it was done too soon")
        self.assertEqual(running.returncode, 130)
        self.assertEqual(err, b"sigma-replay: interrupted; the results are those up to then\n")
        bars = self.summary()["bars"]
        self.assertIn(f"{bars:,} bars of 1m", out.decode())
        self.assertLess(bars, 400 * 1440)
        results = self.results()
        cut = path.read_text(encoding="utf-8").splitlines(True)[:bars + 1]
        if bars > 1:
            self.replayed("--interval", "1m", self.write("".join(cut)))
            self.assertEqual(self.results(), results)

    def test_interrupt(self):
        self.interrupt(signal.SIGINT)

    def test_terminate(self):
        self.interrupt(signal.SIGTERM)

    @unittest.skipUnless(hasattr(signal, "SIGHUP"), "nothing hangs up")
    def test_hang_up(self):
        self.interrupt(signal.SIGHUP)

    @unittest.skipUnless(hasattr(signal, "SIGHUP"), "nothing hangs up")
    def test_ignored(self):
        """As under nohup, or in the background of a script."""
        self.out.mkdir()
        for number in signal.SIGHUP, signal.SIGINT:
            running = subprocess.Popen(
                [str(REPLAY), "--quiet", "--out", str(self.out / str(number)), str(SPX)],
                preexec_fn=lambda: signal.signal(number, signal.SIG_IGN))
            while running.poll() is None and not (self.out / str(number)).exists():
                time.sleep(0.001)
            running.send_signal(number)
            self.assertEqual(running.wait(60), 0)
            self.results(self.out / str(number))

    @unittest.skipIf(sys.platform == "win32", "needs a pipe that is full")
    def test_while_printing(self):
        """What is printed stays whole; a second interrupt does not wait for it."""
        self.out.mkdir()
        for presses, status in (1, 130), (2, -signal.SIGINT):
            running = subprocess.Popen(
                [str(REPLAY), "--log", "--out", str(self.out / str(presses)), str(SPX)],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            wait_until_full(running)
            for _ in range(presses):
                running.send_signal(signal.SIGINT)
                time.sleep(0.05)
            out, err = running.communicate(timeout=60)
            self.assertEqual(running.returncode, status)
            if presses == 1:
                self.assertEqual(err, "sigma-replay: interrupted; the results are those up to then\n")
                self.assertIn("Results: report.html", out)


@unittest.skipIf(sys.platform == "win32", "needs a pseudo-terminal")
class Progress(Case):
    def on_terminal(self, *words) -> str:
        """What a run prints on a terminal that takes its stderr."""
        import pty
        ours, theirs = pty.openpty()
        ended = run(REPLAY, "--out", self.out, *words, stderr=theirs)
        os.close(theirs)
        shown = b""
        while chunk := read(ours):
            shown += chunk
        os.close(ours)
        self.status = ended.status
        return shown.decode()

    def test_bar(self):
        shown = self.on_terminal(SPX)
        self.assertIn(" 50 %", shown)
        self.assertIn("[########################################] 100 %", shown)
        self.assertLessEqual(shown.count("%"), 101)
        self.assertRegex(shown, r"100 %\r {50,}\r$")

    def test_quiet(self):
        self.assertEqual(self.on_terminal("--quiet", SPX), "")

    def test_no_terminal(self):
        self.assertEqual(self.replay(SPX).err, "")

    def test_message_behind_a_bar(self):
        """A message begins on a clean line."""
        bars = [f"2020-01-{day:02d},1e15,1e15,1e15,1e15,1\n" for day in range(1, 29)]
        shown = self.on_terminal(self.write(HEADER + "".join(bars) + "bad\n"))
        self.assertEqual(self.status, 1)
        self.assertRegex(shown, r"^\r +\rsigma-replay: .*bars.csv:30: expected 6 fields")


def wait_until_full(running: subprocess.Popen) -> None:
    """Until nothing more goes into the pipe of a process, since nobody reads it."""
    import fcntl
    import termios
    before, now = 0, -1
    while running.poll() is None and (now != before or now == 0):
        time.sleep(0.1)
        held = fcntl.ioctl(running.stdout, termios.FIONREAD, bytes(4))
        before, now = now, int.from_bytes(held, sys.byteorder)


def read(terminal: int) -> bytes:
    """What a terminal holds; nothing when its other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


if __name__ == "__main__":
    main()
