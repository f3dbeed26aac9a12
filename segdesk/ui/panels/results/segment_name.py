"""A segment's name that can be changed where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from segdesk.store.names import LONGEST_NAME
from segdesk.text import t
from segdesk.ui.widgets.basics import Button, breakable, label
from segdesk.ui.widgets.elided import ElidedLabel
from segdesk.ui.widgets.line_edit import NameEdit


class SegmentName(QWidget):
    """Shows a name; a pencil or ``edit`` turns it into a line to type in. A heading stays on one line.

    Signals: ``chosen(str)``, another name, empty to have SegDesk's own back; ``closed``, the line is
    gone and the keyboard has nowhere to be.
    """

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, key: str, *, can_edit: bool = True, is_heading: bool = False) -> None:
        super().__init__()
        self._is_heading = is_heading
        self._taken: frozenset[str] = frozenset()
        self._text = ""
        self._is_given = False
        name = f"segment_name_{key}"
        self._label = (
            ElidedLabel("name", name=name) if is_heading else label("", "name", name=name, wrap=True)
        )
        self._refusal = label("", "error", name=f"segment_name_refusal_{key}", wrap=True)
        self._refusal.hide()
        self._pencil = Button(
            look="icon", name=f"rename_{key}", icon="pencil", role="muted", says=t("who.rename"), size=14
        )
        if not can_edit:
            self._pencil.hide()
        self._pencil.clicked.connect(self.edit)
        self._edit = NameEdit(name=f"segment_name_edit_{key}", longest=LONGEST_NAME)
        self._edit.setProperty("look", "name")
        self._edit.setAccessibleName(t("who.name_says"))
        self._edit.setToolTip(t("who.name_says"))
        self._edit.textEdited.connect(lambda _text: self._refusal.hide())
        self._edit.done.connect(self._on_done)
        self._edit.given_up.connect(self._on_given_up)
        self._edit.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self._label, 0 if is_heading else 1)
        row.addWidget(self._edit, 2)
        row.addWidget(self._pencil, 0, Qt.AlignmentFlag.AlignTop)
        if is_heading:  # the pencil stands right after the name
            row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._refusal)

    def show_name(self, name: str, *, others: Sequence[str] = (), is_given: bool = False) -> None:
        """Show a name. ``others`` are those of all other segments, ``is_given`` says it is the user's."""
        self._text, self._is_given = name, is_given
        self._taken = frozenset(_plain(other) for other in others)
        self._label.setText(name if self._is_heading else breakable(name))
        self._pencil.setAccessibleName(t("who.rename_says", name=name))
        if not self._edit.isHidden():
            self._close()

    def edit(self) -> None:
        """Turn the name into a line to type in."""
        self._edit.setText(self._text)
        self._edit.selectAll()
        self._label.hide()
        self._pencil.hide()
        self._edit.show()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_done(self, by_key: bool) -> None:
        wanted = " ".join(self._edit.text().split())
        if _plain(wanted) in self._taken:
            if by_key:
                self._refusal.setText(t("who.name_taken", name=wanted))
                self._refusal.show()
            else:
                self._close()
            return
        self._close()
        if by_key:
            self.closed.emit()
        if wanted != self._text and (wanted or self._is_given):
            self.chosen.emit(wanted)

    def _on_given_up(self) -> None:
        self._close()
        self.closed.emit()

    def _close(self) -> None:
        self._edit.hide()
        self._refusal.hide()
        self._label.show()
        self._pencil.show()


def _plain(name: str) -> str:
    return name.casefold()
