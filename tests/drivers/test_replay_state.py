#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sigma-replay --state: whatever ends it, the same command goes on to the same bytes."""
import os
import random
import signal
import struct
import subprocess
import tempfile
import time
import unittest

from programs import DATA, REPLAY, RESULTS, Case, Ended, main, run

KILLS = 50
MEMORY = "/dev/shm"  # a kill takes nothing from the system, so that a disk would only be slower
SPX = DATA / "spx_1d_2000_2020.csv"
BTC = DATA / "btcusd_1m_2016_01_01_03.csv"
POSIX = os.name == "posix"
NOBODY = 65534
# A sanitizer whose look for leaks a kill interrupts says so; runs that end look for them.
NO_LEAK_CHECK = os.environ | {"ASAN_OPTIONS": "detect_leaks=0"}


def digest(content: bytes) -> int:
    """Fowler, Noll and Vo's 1a of 64 bits."""
    value = 14695981039346656037
    for byte in content:
        value = (value ^ byte) * 1099511628211 % (1 << 64)
    return value


class StateCase(Case):
    """A replay of a second or less, and what it comes to when nothing ends it."""

    def setUp(self) -> None:
        if os.path.isdir(MEMORY) and os.access(MEMORY, os.W_OK):
            tempfile.tempdir = MEMORY
        super().setUp()
        self.kept = self.folder / "kept"
        self.state = self.kept / "state"
        self.random = random.Random(20200316)

    def cut(self, path, lines: int) -> str:
        whole = path.read_text(encoding="utf-8").splitlines(True)
        return str(self.write("".join(whole[:1 + lines]), path.name))

    def opinions(self, path) -> str:
        """A score and two votes on three bars of four."""
        lines = ["timestamp,score,vote_a,vote_b\n"]
        with open(path, encoding="utf-8") as bars:
            for number, line in enumerate(list(bars)[1:]):
                if number % 4:
                    vote = ("approve:0.8", "reduce", "reject")[number % 3]
                    lines.append(f"{line.split(',')[0]},{40 + number % 50},{vote},approve\n")
        return str(self.write("".join(lines), "opinions.csv"))

    def incidents(self) -> str:
        return str(self.write("time,kind,value\n" + "".join(
            f"200{year}-0{month}-15T20:00:00Z,{kind}\n" for year in range(8)
            for month, kind in ((2, "latency,1200"), (3, "reject,"), (5, "slippage,0.004"),
                                (9, "network,"))), "incidents.csv"))

    def begin(self, *words) -> None:
        """Takes the words of the replay, and makes what it comes to without a state."""
        self.words = list(map(str, words))
        started = time.monotonic()
        ended = self.replay("--quiet", *self.words, *self.features("whole.csv"))
        self.assertEqual((ended.status, ended.err), (0, ""))
        self.duration = time.monotonic() - started
        self.whole = self.results()
        for name in RESULTS:
            (self.out / name).unlink()

    def features(self, name: str) -> list:
        return ["--features", self.folder / name] if "SPX=" not in "".join(self.words) else []

    def command(self, *more) -> list:
        return [str(word) for word in (REPLAY, "--quiet", "--out", self.out, "--state", self.kept,
                                       "--checkpoint", 100, *more, *self.words,
                                       *self.features("kept.csv"))]

    def again(self, *more, **options) -> Ended:
        return run(*self.command(*more), **options)

    def finish(self) -> None:
        """The same command to its end: the same bytes, and nothing is left but the lock."""
        ended = self.again()
        self.assertEqual((ended.status, ended.out, ended.err), (0, "", ""))
        self.assert_done()

    def assert_done(self) -> None:
        self.assertEqual(self.results(), self.whole)
        self.assertEqual(os.listdir(self.kept), ["lock"])
        if self.features("kept.csv"):
            self.assertEqual((self.folder / "kept.csv").read_bytes(),
                             (self.folder / "whole.csv").read_bytes())

    def start_over(self) -> None:
        for name in RESULTS:
            (self.out / name).unlink()

    def fill(self, limit: int) -> Ended:
        """A run on a disk that takes no larger file."""
        import resource
        return self.again(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE,
                                                                (limit, limit)))

    def stop_inside(self) -> None:
        """Leaves a state of the middle, and no results: the disk is a little larger each time."""
        limit, size = 100000, 0
        while size == 0 or self.state.stat().st_size < size + 30000:
            self.assert_refused(self.fill(limit), 1, ": cannot write: File too large")
            if size == 0 and self.state.exists():
                size = self.state.stat().st_size
            limit += 20000

    def assert_untouched(self, ended: Ended, *parts: str) -> None:
        """Refused, with the folder as it was."""
        self.assert_refused(ended, 1, *parts)
        self.assertEqual(self.files(), self.before)

    def files(self) -> dict:
        return {name: (self.kept / name).read_bytes() for name in os.listdir(self.kept)}


class Kills(StateCase):
    def kill(self, after: float) -> bool:
        """Whether a run was killed before it was done."""
        running = subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=NO_LEAK_CHECK)
        try:
            out, err = running.communicate(timeout=after)
        except subprocess.TimeoutExpired:
            running.kill()
            out, err = running.communicate()
        self.assertEqual((out, err), (b"", b""))
        return running.returncode != 0

    def kill_often(self, kills: int, *words) -> None:
        """Kills at random moments, often twice and more in a row, the end among them."""
        self.begin(*words)
        started = time.monotonic()
        self.finish()
        self.start_over()
        whole = time.monotonic() - started
        resumed, left = 0, kills
        while left > 0:
            killed = self.kill(self.random.uniform(0.0, 1.1 * whole))
            left -= killed
            if killed:
                resumed += self.state.exists()
            else:
                self.assert_done()
                self.start_over()
        self.finish()
        self.assertGreater(resumed, kills // 4)

    def test_one_symbol(self):
        self.kill_often(KILLS // 2, "--incidents", self.incidents(), self.cut(SPX, 2000))

    def test_several_symbols(self):
        self.kill_often(KILLS // 4, f"SPX={self.cut(SPX, 1500)}", f"BTCUSDT={self.cut(BTC, 1000)}",
                        "--signal", "sigma", "--exits", "half", "--guards", "none")

    def test_monitors_of_several_symbols(self):
        """One is halted and rearmed, the breaker shut down and reset."""
        acts = self.write("time,kind,value\n2003-05-01T10:00:00Z,security,\n"
                          "2003-05-02T10:00:00Z,reset,\n2016-01-02T09:00:00Z,rearm,\n", "acts.csv")
        self.kill_often(8, f"SPX={self.cut(SPX, 1500)}", f"BTCUSDT={self.cut(BTC, 2500)},spread=90",
                        "--mode", "fraction", "--exits", "none", "--incidents", acts)
        self.assertTrue(any(b'"source":"monitor","time"' in line
                            for line in self.whole["decisions.jsonl"].splitlines()))

    def test_opinions(self):
        bars = self.cut(SPX, 1500)
        self.kill_often(KILLS // 4 + 1, "--signal", "score", "--mode", "fraction", "--opinions",
                        self.opinions(bars), "--ab", "--prop", "ftmo_two_step", bars)


@unittest.skipUnless(POSIX, "needs signals")
class Interrupts(StateCase):
    def interrupt(self) -> int:
        """Interrupts a run that has a state; the status of its end."""
        running = subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while running.poll() is None and not self.state.exists():
            time.sleep(0.001)
        time.sleep(self.random.uniform(0.0, self.duration / 2))
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
        self.assertEqual(out, b"")
        if running.returncode == 130:
            self.assertEqual(err, b"sigma-replay: interrupted; the results are those up to then, "
                                  b"and the same command goes on from there\n")
        return running.returncode

    def test_continue(self):
        """The results up to then are whole, and the next run replaces them by those of all."""
        self.begin(f"SPX={SPX}", f"BTCUSDT={BTC}")
        interrupts, bars = 0, 0
        for _ in range(8):
            if self.interrupt() == 0:
                self.assert_done()
                continue
            interrupts += 1
            self.results()
            symbols = self.summary()["symbols"]
            self.assertGreaterEqual(sum(s["bars"] for s in symbols), bars)
            self.assertTrue(self.whole["trades.csv"].startswith(
                (self.out / "trades.csv").read_bytes()))
            ended = run(REPLAY, "--verify", self.out / "decisions.jsonl")
            self.assertEqual(ended.status, 0, ended.err)
        self.assertGreater(interrupts, 2)
        self.finish()


@unittest.skipUnless(POSIX, "needs limits of the size of files")
class Failures(StateCase):
    def setUp(self) -> None:
        super().setUp()
        self.begin(self.cut(SPX, 1200))

    def test_full_disk(self):
        """At many places; nothing is lost, and a larger disk goes on."""
        for limit in [0, 1, 100, 4096, *range(20000, 2000000, 40000)]:
            with self.subTest(limit=limit):
                before = self.state.read_bytes() if self.state.exists() else None
                ended = self.fill(limit)
                if ended.status == 0:
                    self.assert_done()
                    break
                self.assert_refused(ended, 1, ": cannot ", ": File too large")
                self.assertEqual(os.listdir(self.out), [])
                if before and limit < len(before):
                    self.assertEqual(self.state.read_bytes(), before)
        self.finish()

    def test_full_disk_at_once(self):
        self.stop_inside()
        self.finish()

    def test_read_only_folder(self):
        self.stop_inside()
        as_nobody = {}
        if os.geteuid() == 0:
            as_nobody = {"user": NOBODY, "group": NOBODY}
            for path in (self.folder, self.out, self.kept, *self.kept.iterdir()):
                os.chown(path, NOBODY, NOBODY)
        try:
            run(REPLAY, "--version", **as_nobody)
        except OSError:
            self.skipTest("the program is not for everybody")
        before = self.state.read_bytes()
        self.kept.chmod(0o555)
        ended = self.again(**as_nobody)
        self.kept.chmod(0o755)
        self.assert_refused(ended, 1, "state.tmp: cannot create: Permission denied")
        self.assertEqual(self.state.read_bytes(), before)
        self.finish()

    def test_folders_that_are_none(self):
        for folder in self.write("", "file"), self.folder / "a/b":
            ended = run(REPLAY, "--out", self.out, "--state", folder, *self.words)
            self.assert_refused(ended, 1, f"--state: cannot use '{folder}' as a folder: ")
        if os.path.isdir("/proc/self"):
            ended = run(REPLAY, "--out", self.out, "--state", "/proc/self", *self.words)
            self.assert_refused(ended, 1, "/proc/self/lock: cannot open: ")

    def test_results_in_the_way(self):
        (self.out / "trades.csv").mkdir()
        self.assert_refused(self.again(), 1, "trades.csv: cannot replace: Is a directory")
        (self.out / "trades.csv").rmdir()
        self.finish()

    def test_two_at_once(self):
        import fcntl
        self.stop_inside()
        self.before = self.files()
        with open(self.kept / "lock", "r+b") as lock:
            fcntl.lockf(lock, fcntl.LOCK_EX)
            ended = self.again()
        self.assert_untouched(ended, f"--state: another process works in '{self.kept}'")
        self.finish()

    def test_no_files_of_a_state(self):
        """A link would lead a write to another file, a pipe would wait for ever."""
        precious = self.write("mine", "precious")
        self.stop_inside()
        for name in sorted(os.listdir(self.kept)):
            path = self.kept / name
            kept = path.read_bytes()
            for make in (lambda: os.symlink(precious, path), lambda: os.mkfifo(path)):
                path.unlink()
                make()
                self.assert_refused(self.again(), 1, f"{path}: is a link, a device or a pipe")
                self.assertEqual(precious.read_text(encoding="utf-8"), "mine")
            path.unlink()
            path.write_bytes(kept)
        self.finish()
        self.start_over()
        for name in "trades.csv.part", "lock":
            (self.kept / name).unlink(missing_ok=True)
            (self.kept / name).symlink_to(precious)
            self.assert_refused(self.again(), 1, f"{name}: is a link, a device or a pipe")
            self.assertEqual(precious.read_text(encoding="utf-8"), "mine")
            (self.kept / name).unlink()
        for name in set(os.listdir(self.kept)) - {"lock"}:
            (self.kept / name).unlink()
        self.finish()

    def test_folder_that_vanishes(self):
        """That of the results, while it runs: it says which, and the same command goes on."""
        for attempt in range(20):
            running = subprocess.Popen(self.command(), stdout=subprocess.PIPE, text=True,
                                       stderr=subprocess.PIPE)
            while running.poll() is None and not self.state.exists():
                time.sleep(0.0005)
            for path in self.out.iterdir():
                path.unlink(missing_ok=True)
            try:
                self.out.rmdir()
            except OSError:
                pass
            out, err = running.communicate(timeout=60)
            if running.returncode != 0:
                break
        self.assertEqual((running.returncode, out), (1, ""))
        self.assertIn(f"{self.out}/decisions.jsonl: cannot create: No such file", err)
        self.assertTrue(self.state.exists())
        self.finish()

    def damage(self, content: bytes, *parts: str, name: str = "state") -> None:
        """Puts other bytes into a file, sees them refused, and puts the old ones back."""
        path = self.kept / name
        old = path.read_bytes()
        path.write_bytes(content)
        self.before = self.files()
        self.assert_untouched(self.again(), f"{path}: is ", *parts)
        path.write_bytes(old)

    def test_damaged_state(self):
        self.stop_inside()
        whole = self.state.read_bytes()
        for length in (0, 7):
            self.damage(whole[:length], "is no state of sigma-replay")
        for length in (8, 31, 32, 40, len(whole) - 1,
                       *(self.random.randrange(41, len(whole)) for _ in range(10))):
            self.damage(whole[:length], "is damaged")
        self.damage(whole + b"\0", "is damaged")
        for place in (*range(0, 40, 3), len(whole) - 1,
                      *(self.random.randrange(len(whole)) for _ in range(20))):
            flipped = bytearray(whole)
            flipped[place] ^= 1 << self.random.randrange(8)
            self.damage(bytes(flipped), "is no state" if place < 8 else "is damaged")
        self.finish()

    def test_damaged_parts(self):
        self.stop_inside()
        for name in "decisions.jsonl.part", "trades.csv.part", "report.html.part", "features.part":
            whole = (self.kept / name).read_bytes()
            for content in b"", whole[:50], b"x" + whole[1:]:
                self.damage(content, "is not what the state knows of it", name=name)
        path = self.kept / "trades.csv.part"
        kept = path.read_bytes()
        path.unlink()
        self.before = self.files()
        self.assert_untouched(self.again(), f"{path}: cannot open: No such file")
        path.write_bytes(kept)
        self.finish()

    def rewritten(self, offset: int, what: bytes) -> bytes:
        """The state with other bytes somewhere, and a digest that holds."""
        body = bytearray(self.state.read_bytes()[:-8])
        body[offset:offset + len(what)] = what
        return bytes(body) + struct.pack("=Q", digest(body))

    def test_other_states(self):
        """Of another version of the file, of the library, and of another build of it."""
        self.stop_inside()
        self.assertEqual(self.rewritten(0, b"SGMA"), self.state.read_bytes())
        self.damage(self.rewritten(8, struct.pack("=i", 2)), "is of version ", ", format 2, and")
        self.damage(self.rewritten(12, struct.pack("=i", 990102)), "is of version 99.1.2, format 1")
        self.damage(self.rewritten(32, struct.pack("=Q", 7)), "is of another build of this version")
        self.finish()

    def test_other_command(self):
        self.stop_inside()
        self.before = self.files()
        for more in (["--risk", "2%"], ["--ab", "--opinions", self.opinions(self.words[0])],
                     ["--interval", "1d"]):
            self.assert_untouched(self.again(*more), f"{self.state}: is of another command line")
        bars = self.folder / SPX.name
        old = bars.read_bytes()
        bars.write_bytes(old[:old.rindex(b"\n", 0, -1) + 1])  # without its last line
        self.assert_untouched(self.again(), f"{self.state}: is of other data")
        bars.write_bytes(old)
        ended = run(*self.command()[:1], "--log", *self.command("--checkpoint")[2:6],
                    "--checkpoint", "7", *self.words, *self.features("kept.csv"))
        self.assertEqual((ended.status, ended.err), (0, ""))
        self.assert_done()


class Flags(StateCase):
    def test_files_of_others(self):
        """No file of a state takes the place of an input, or of a file that has but its name."""
        bars, features = SPX.read_bytes(), ["--features", self.folder / "x.csv"]
        self.kept.mkdir()
        for name in ("lock", "state", "state.tmp", "features.part",
                     *(f"{result}.part" for result in RESULTS)):
            path = self.write(bars, self.kept / name)
            ended = self.replay("--state", self.kept, *features, path)
            self.assert_refused(ended, 1, f"--state: '{path}' is the file of the bars")
            self.assertEqual((os.listdir(self.kept), path.read_bytes()), ([name], bars))
            path.unlink()
        for text in "mine", "12 ducks", "7\n8\n", "\n", "\0", "9" * 40:
            path = self.write(text, self.kept / "lock")
            self.assert_refused(self.replay("--state", self.kept, SPX), 1,
                                f"{path}: is a file that no state has; --state expects a folder")
            self.assertEqual(path.read_text(encoding="utf-8"), text)
        for text in "", "0", "12", "12\n":
            self.write(text, self.kept / "lock")
            self.assertEqual(self.replay("--quiet", "--state", self.kept, SPX).status, 0)
            self.assertEqual(os.listdir(self.kept), ["lock"])

    def test_bad_flags(self):
        for words, part in (
                (["--checkpoint", "5", SPX], "--checkpoint: expected --state beside it"),
                (["--state", self.kept, "--verify", "x"], "--state: expected no --verify"),
                *((["--state", self.kept, "--checkpoint", text, SPX],
                   f"--checkpoint: expected a whole number from 1 to 1000000000, got '{text}'")
                  for text in ("0", "-1", "1.5", "x", "1e10", "nan"))):
            self.assert_refused(self.replay(*words), 2, part)
        self.assertFalse(self.kept.exists())


if __name__ == "__main__":
    main()
