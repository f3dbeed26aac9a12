"""PySide6 6.12.0 loses a reference to True and None at every emit() on Python 3.11, then aborts."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

EMITS = 100
# Whatever else runs meanwhile takes or drops a few; the fault takes one for each emit.
NOISE = 20


class _Sender(QObject):
    sent = Signal(object)


def test_that_emitting_keeps_the_references_to_true_and_none():
    sender = _Sender()
    received: list[object] = []
    sender.sent.connect(received.append)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for _ in range(EMITS):
        sender.sent.emit(1)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert len(received) == EMITS
    assert [abs(late - early) <= NOISE for early, late in zip(before, after, strict=True)] == [True, True]
