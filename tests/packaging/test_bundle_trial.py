"""What strace saw is judged: files outside SegDesk's folders, and sockets."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.scripts import script

outside = script("bundle_trial").outside

OWN = (Path("/home/u/.local/share/SegDesk"), Path("/tmp/t"))


@pytest.mark.parametrize(
    "line",
    [
        '12 openat(AT_FDCWD, "/home/u/.local/share/SegDesk/segdesk.sqlite", O_RDWR|O_CREAT, 0644) = 5',
        '12 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 5',
        '12 openat(AT_FDCWD, "/home/u/.pulse", O_RDWR|O_CREAT, 0600) = -1 EACCES (Permission denied)',
        '12 openat(AT_FDCWD, "/dev/null", O_RDWR) = 5',
        '12 mkdir("/tmp/t/segdesk-selftest-1", 0700) = 0',
        "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 6",
        '12 connect(6, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0',
        '12 connect(6, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file)',
        '12 connect(7, {sa_family=AF_UNIX, sun_path="/tmp/.X11-unix/X0"}, 20) = 0',
        "12 +++ exited with 0 +++",
    ],
)
def test_that_what_is_allowed_is_passed_over(line: str):
    assert outside(line, OWN) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (
            '12 openat(AT_FDCWD, "/home/u/.config/QtProject.conf", O_RDWR|O_CREAT) = 5',
            ".config/QtProject.conf",
        ),
        ('12 openat(AT_FDCWD, "/home/u/.local/share/SegDeskX/a", O_WRONLY|O_CREAT) = 5', "SegDeskX/a"),
        ('12 rename("/tmp/t/a", "/home/u/b") = 0', "/home/u/b"),
        ('12 unlink("/home/u/b") = 0', "/home/u/b"),
        ('12 mkdir("/home/u/.cache/other", 0777) = 0', "/home/u/.cache/other"),
        ("12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 6", "AF_INET"),
        ("12 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 6", "AF_NETLINK"),
        ('12 connect(6, {sa_family=AF_UNIX, sun_path="/run/dbus/system_bus_socket"}, 30) = 0', "system_bus"),
        ('12 bind(6, {sa_family=AF_UNIX, sun_path="/tmp/t/server"}, 20) = 0', "/tmp/t/server"),
    ],
)
def test_that_what_is_not_allowed_is_named(line: str, what: str):
    (found,) = outside(line, OWN)
    assert what in found
