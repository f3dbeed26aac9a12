"""The verdict at the top of the results: are they real, would they come back, what to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from segdesk.model.findings import Reality, Reliability, Stability, Verdict
from segdesk.text import t
from segdesk.ui import theme
from segdesk.ui.plots import dial
from segdesk.ui.plots.dial import Dial
from segdesk.ui.widgets.basics import Button, breakable, card, label
from segdesk.ui.widgets.elided import ElidedLabel
from segdesk.words import findings_wording, wording
from segdesk.words.findings_wording import FIRM

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SIDE, TOP = 20, 13
GAP = 16
NARROW_PX = 1150
"""Below this the dials are smaller: the words need the room."""
SMALL_DIAL = (76, 45)
ANSWER_PX, NARROW_ANSWER_PX, WIDEST_NARROW_PX = 208, 120, 238
"""The words of an answer are this wide at least, so that the strip doesn't jump with each answer; in a
narrow window also at most, so that the advice has room."""
NARROWEST_ADVICE, WIDEST_ADVICE = 150, 470
ADVICE_PX = 68
"""Four lines of text: the strip stays lower than an eighth of the smallest window."""
SCALE = 1000
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own name and value for no limit; PySide6 leaves it out."""

STOPS = {
    Reality.NOTHING: (0.15, "error"),
    Reality.SLICES: (0.5, "gold_bright"),
    Reality.NATURAL: (0.85, "success"),
}
"""The first dial has three stops. A p value isn't how probable groups are: it would fill wrongly."""


class _State(Enum):
    IDLE = auto()
    RUNNING = auto()
    FAILED = auto()


class _Answer(QWidget):
    """A question with its dial, a short answer, and a line below."""

    def __init__(self, name: str, question: str) -> None:
        super().__init__()
        self.setObjectName(f"verdict_{name}")
        self.dial = Dial(name=f"{name}_dial", says=question)
        self._question = question
        self._title = ElidedLabel("name", name=f"{name}_title")
        self._line = ElidedLabel("verdict_line", name=f"{name}_line")
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(label(question, "muted", name=f"{name}_question"))
        words.addWidget(self._title)
        words.addWidget(self._line)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.dial, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)

    @property
    def answer(self) -> str:
        """The question and its answer in one line, to be read out."""
        words = ", ".join(text for text in (self._title.text(), self._line.text()) if text)
        return f"{self._question} {words}."

    def set_narrow(self, is_narrow: bool) -> None:
        """Take less room, or as much as in a wide window."""
        self.dial.setFixedSize(*(SMALL_DIAL if is_narrow else (dial.WIDTH, dial.HEIGHT)))
        self._words.setMinimumWidth(NARROW_ANSWER_PX if is_narrow else ANSWER_PX)
        self._words.setMaximumWidth(WIDEST_NARROW_PX if is_narrow else QWIDGETSIZE_MAX)

    def tell(self, title: str, line: str, share: float, role: str, *, says: str) -> None:
        """Give the answer."""
        self._title.setText(title)
        self._line.setText(line)
        theme.look(self._title, "name")
        self.dial.show_share(share, role, says=says)

    def wait(self, text: str) -> None:
        """Say that there is no answer yet, and why."""
        self._title.setText(text)
        self._line.setText("")
        theme.look(self._title, "name_muted")
        self.dial.show_share(None, "line", says=t("verdict.dial_unknown"))


class _Advice(QLabel):
    """Sentences of which as many show as fit in four lines, the first at least; the tool tip has all."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict_advice")
        self.setProperty("look", "verdict_advice")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._sentences: tuple[str, ...] = ()
        self._first = ""

    def tell(self, sentences: Sequence[str], plain: Sequence[str]) -> None:
        """Show sentences in rich text, the most important first; ``plain`` are the same without marks."""
        self._sentences, self._first = tuple(sentences), plain[0]
        self.setToolTip(escape(" ".join(plain)))
        self.setAccessibleName(" ".join(plain))
        self._fit()

    def _fit(self) -> None:
        count = len(self._sentences)
        while not self._try(" ".join(self._sentences[:count])) and count > 1:
            count -= 1
        words = self._first.split()
        while count == 1 and not self._is_low() and len(words) > 1:
            words.pop()
            self._try(escape(" ".join(words)) + "…")
        self.updateGeometry()

    def _try(self, text: str) -> bool:
        self.setText(text)
        return self._is_low()

    def _is_low(self) -> bool:
        return self.heightForWidth(max(1, self.width())) <= ADVICE_PX

    def hasHeightForWidth(self) -> bool:
        return False  # it fits its words to its height, not the other way round

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROWEST_ADVICE, self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return QSize(WIDEST_ADVICE, min(self.heightForWidth(max(1, self.width())), ADVICE_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()


class VerdictStrip(QFrame):
    """Two dials with their answers in words, and advice; or the way to get them.

    ``show_pending`` starts anew, for another run. Once both findings are there the strip is done,
    whatever it showed before.

    Signals: ``check_requested()``, the findings are wanted; ``cancel_requested()``;
    ``details_requested()``, the user wants to know how the verdict came about.
    """

    check_requested = Signal()
    cancel_requested = Signal()
    details_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("verdict_strip")
        self.setProperty("look", "card")
        self.setAccessibleName(t("verdict.strip"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._state = _State.IDLE
        self._verdict: Verdict | None = None
        self._reliability: Reliability | None = None
        self._names: tuple[str, ...] = ()
        self._pairs: tuple[findings_wording.Overlap, ...] = ()
        self._sentence = ""
        self._real = _Answer("real", t("verdict.real_question"))
        self._back = _Answer("back", t("verdict.back_question"))
        self._advice = _Advice()
        self._bar = QProgressBar()
        self._bar.setObjectName("verdict_progress")
        self._bar.setRange(0, SCALE)
        self._bar.setTextVisible(False)
        self._check, self._again = self._button("check"), self._button("again")
        self._cancel = self._button("cancel", icon="x")
        self._check.clicked.connect(self.check_requested)
        self._again.clicked.connect(self.check_requested)
        self._cancel.clicked.connect(self.cancel_requested)
        self._details = Button(
            "", "icon", name="verdict_details_open", icon="info", role="soft", says=t("verdict.details")
        )
        self._details.clicked.connect(self.details_requested)
        self._lay_out()
        self.show_pending()

    def show_pending(self) -> None:
        """Show that nothing is known of this run, and offer to check it."""
        self._state, self._verdict, self._reliability = _State.IDLE, None, None
        self._follow()

    def show_idle(self) -> None:
        """Forget what ran or failed, for another cut of the run; what is known stays."""
        self._state = _State.IDLE
        self._follow()

    def show_progress(self, stage_text: str, share: float) -> None:
        """Show what is being checked and how far it is; what is known stays."""
        self._state, self._sentence = _State.RUNNING, stage_text
        self._bar.setValue(round(share * SCALE))
        self._bar.setAccessibleName(t("verdict.progress", stage=stage_text, share=wording.percent(share)))
        self._follow()

    def show_verdict(self, verdict: Verdict | None) -> None:
        """Answer the first question, or for None forget the answer."""
        self._verdict = verdict
        self._settle()

    def show_reliability(
        self,
        reliability: Reliability | None,
        names: Sequence[str],
        *,
        labels: NDArray[np.int8] | None = None,
    ) -> None:
        """Answer the second question for the cut in view, or for None forget the answer.

        With ``labels``, each customer's segment in that cut, the advice says between which two
        segments the borderline customers sit.
        """
        if reliability is not None and reliability.segments != len(names):
            reliability = None
        self._reliability = reliability
        self._names, self._pairs = tuple(names), ()
        if reliability is not None and labels is not None and len(labels) == len(reliability.certainty):
            self._pairs = findings_wording.overlaps(reliability, labels)
        self._settle()

    def show_failure(self, sentence: str) -> None:
        """Say why there is no answer (or that the user cancelled), and offer to try again."""
        self._state, self._sentence = _State.FAILED, sentence
        self._follow()

    def _settle(self) -> None:
        if self._verdict is not None and self._reliability is not None:
            self._state = _State.IDLE
        self._follow()

    def _follow(self) -> None:
        """Bring everything in line with what is known; the one place that does."""
        is_done = self._verdict is not None and self._reliability is not None
        self._tell_real()
        self._tell_back()
        self._tell_advice()
        self._bar.setVisible(self._state is _State.RUNNING)
        self._cancel.setVisible(self._state is _State.RUNNING)
        self._again.setVisible(self._state is _State.FAILED)
        self._check.setVisible(self._state is _State.IDLE and not is_done)
        self._details.setVisible(self._verdict is not None or self._reliability is not None)
        answers = (self._real.answer, self._back.answer, self._advice.accessibleName())
        self.setAccessibleDescription(" ".join(answers))

    def _tell_real(self) -> None:
        verdict = self._verdict
        if verdict is None:
            is_running = self._state is _State.RUNNING
            self._real.wait(t("verdict.checking" if is_running else "verdict.not_checked"))
            return
        share, role = STOPS[verdict.reality]
        title, line = findings_wording.reality_title(verdict.reality), findings_wording.reality_line(verdict)
        self._real.tell(title, line, share, role, says=t("verdict.dial_real", title=title, line=line))

    def _tell_back(self) -> None:
        reliability = self._reliability
        if reliability is None:
            is_next = self._verdict is not None
            waiting = t("verdict.checking" if is_next else "verdict.waiting")
            self._back.wait(waiting if self._state is _State.RUNNING else t("verdict.not_checked"))
            return
        known = [value for value in reliability.jaccard if value == value]
        share = sum(known) / len(known) if known else 0.0
        title = findings_wording.stability_title(reliability.words)
        line = findings_wording.repeats_line(reliability)
        says = t("verdict.dial_back", share=wording.percent(share), title=title, line=line)
        self._back.tell(title, line, share, _role(reliability.words), says=says)

    def _tell_advice(self) -> None:
        if self._state is not _State.IDLE:
            self._say(self._sentence)
        elif self._reliability is not None:
            self._advice.tell(self._sentences(_bold), self._sentences(str))
        elif self._verdict is not None:
            sentence = findings_wording.reality_sentence(self._verdict.reality)
            self._say(sentence, t("verdict.offer_repeats"))
        else:
            self._say(t("verdict.offer"))

    def _sentences(self, mark: Callable[[str], str]) -> tuple[str, ...]:
        assert self._reliability is not None
        return findings_wording.advice(
            self._verdict, self._reliability, self._names, pairs=self._pairs, mark=mark
        )

    def _say(self, *sentences: str) -> None:
        self._advice.tell([escape(sentence) for sentence in sentences], sentences)

    def _button(self, name: str, *, icon: str = "") -> Button:
        return Button(
            t(f"verdict.{name}"),
            "pill",
            name=f"verdict_{name}",
            icon=icon,
            role="soft",
            says=t(f"verdict.{name}_says"),
            size=14,
        )

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addStretch(1)
        right.addWidget(self._advice)
        right.addWidget(self._bar)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, TOP, SIDE - 6, TOP)
        row.setSpacing(GAP)
        row.addWidget(self._real)
        row.addWidget(card("rule_upright"))
        row.addWidget(self._back)
        row.addWidget(card("rule_upright"))
        row.addLayout(right, 1)
        for button in (self._check, self._again, self._cancel, self._details):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for answer in (self._real, self._back):
            answer.set_narrow(event.size().width() < NARROW_PX)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), ADVICE_PX + 2 * TOP))


def _bold(name: str) -> str:
    # 600 is the boldest that the bundled font has; <b> alone asks for more and gets a smear.
    return f'<b style="font-weight:600">{escape(breakable(name))}</b>'


def _role(words: Sequence[Stability]) -> str:
    """Give the second dial's colour: green only where every segment is solid."""
    if all(word is Stability.SOLID for word in words):
        return "success"
    if any(word in FIRM for word in words):
        return "gold_bright"
    return "error" if all(word is Stability.UNSTABLE for word in words) else "warning"
