"""LERDesk is offline: nothing of it makes a socket that could leave the machine."""

import sys
from pathlib import Path

from lerdesk.base.resources import resources
from tests.hostile.machine import DRIVER, Machine


def paper(number: str) -> Path:
    return next((resources() / "samples").glob(f"{number}_*.pdf"))


def reached_out(trace: Path) -> list[str]:
    """The calls that ask for a socket of the Internet's kinds."""
    lines = trace.read_text(errors="replace").splitlines()
    assert any("exit_group" in line for line in lines), "the trace was not kept"
    return [line for line in lines if "AF_INET" in line or "AF_PACKET" in line]


def test_reading_and_the_command_line_make_no_socket(
    working: Machine, strace: str, tmp_path: Path
) -> None:
    for number, words in enumerate((["read", paper("03"), "--json"], ["import", paper("03")])):
        trace = tmp_path / f"trace-{number}"
        watch = [strace, "-f", "-qqq", "-e", "trace=network,exit_group", "-o", str(trace)]
        done = working.call([*watch, sys.executable, "-m", "lerdesk", *map(str, words)])
        assert done.returncode == 0, done.stderr
        assert reached_out(trace) == []


def test_a_day_in_the_window_makes_no_socket(working: Machine, strace: str, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    watch = [strace, "-f", "-qqq", "-e", "trace=network,exit_group", "-o", str(trace)]
    out = working.papers / "out.pdf"
    act = [sys.executable, "-u", str(DRIVER), "day", str(paper("13")), "warrant", str(out)]
    done = working.call([*watch, *act])
    assert out.exists(), done.stdout + done.stderr
    assert reached_out(trace) == []


def test_no_socket_is_open_in_the_window_and_its_reader(working: Machine) -> None:
    """What the system itself lists, for machines without a tracer."""
    if not Path("/proc/net/tcp").exists():  # only Linux lists them so
        return
    window = working.window("read_slowly", paper("13"), paper("17"), paper("02"))
    try:
        assert window.stdout is not None
        assert window.stdout.readline().startswith("reading")
        family = [window.pid, *children(window.pid)]
        assert len(family) > 1, "the reader is a process of its own"
        assert [each for pid in family for each in internet_sockets(pid)] == []
    finally:
        window.kill()
        window.communicate()


def children(pid: int) -> list[int]:
    """Every process below one."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        for each in (task / "children").read_text().split():
            found += [int(each), *children(int(each))]
    return found


def internet_sockets(pid: int) -> list[str]:
    """The sockets of a process that its network lists under TCP, UDP or raw."""
    listed = set()
    for name in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6", "packet"):
        table = Path(f"/proc/{pid}/net/{name}")
        if table.exists():
            place = 8 if name == "packet" else 9
            listed |= {line.split()[place] for line in table.read_text().splitlines()[1:]}
    held = set()
    for path in Path(f"/proc/{pid}/fd").iterdir():
        link = str(path.readlink()) if path.is_symlink() else ""
        if link.startswith("socket:["):
            held.add(link[8:-1])
    return sorted(held & listed)
