"""Whether a display answers: sockets of this test's own in place of a display server's."""

import socket
from pathlib import Path

import pytest

from lerdesk.base.display import reachable


def test_a_wayland_socket_that_answers_is_a_display(tmp_path: Path) -> None:
    named = {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": str(tmp_path)}
    assert not reachable(named)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        assert reachable(named)
        whole = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-9"), "XDG_RUNTIME_DIR": "/elsewhere"}
        assert reachable(whole)
        assert reachable({**named, "DISPLAY": ":987", "QT_QPA_PLATFORM": "wayland;xcb"})
    assert not reachable(named), "the socket lies there, nobody listens"


def test_a_display_on_another_machine_is_asked_at_its_port() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        port = server.getsockname()[1]
        name = {"DISPLAY": f"127.0.0.1:{port - 6000}.0"}
        if port < 6000:  # no display's number
            return
        assert not reachable(name)
        server.listen()
        assert reachable(name)


@pytest.mark.parametrize(
    "display", ["", ":", "nonsense", ":987", ":987.0", "unix:987", ":99999999999"]
)
def test_a_display_that_is_not_there_is_none(display: str) -> None:
    assert not reachable({"DISPLAY": display})


def test_qts_own_platforms_need_none() -> None:
    assert reachable({"QT_QPA_PLATFORM": "offscreen"})
    assert not reachable({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":987"})
