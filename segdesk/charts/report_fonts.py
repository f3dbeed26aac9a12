"""Fonts of a PDF: for each run of text the first font that has its letters. Imported late, in the worker."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from segdesk.paths import resource

SERIF, BODY, BOLD, MONO, MONO_BOLD = "Serif", "Body", "BodyBold", "Mono", "MonoBold"

_FILES = {
    SERIF: "InstrumentSerif-Regular.ttf",
    BODY: "Sora-Regular.ttf",
    BOLD: "Sora-SemiBold.ttf",
    MONO: "JetBrainsMono-Regular.ttf",
    MONO_BOLD: "JetBrainsMono-SemiBold.ttf",
    "Ethiopic": "NotoSansEthiopic-Regular.ttf",
    "EthiopicBold": "NotoSansEthiopic-SemiBold.ttf",
}
_STAND_INS = {
    SERIF: ("Ethiopic", BODY, "Rest"),
    BODY: ("Ethiopic", "Rest"),
    BOLD: ("EthiopicBold", "RestBold"),
    MONO: ("Ethiopic", BODY, "Rest"),
    MONO_BOLD: ("EthiopicBold", BOLD, "RestBold"),
}
UNKNOWN = "\N{WHITE SQUARE}"
"""Stands for a letter that no font here has, as on screen."""


@cache
def register() -> None:
    """Make the bundled fonts known, and DejaVu, which comes with matplotlib, for what they lack."""
    import matplotlib

    files = {name: resource("fonts", file) for name, file in _FILES.items()}
    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    files |= {"Rest": folder / "DejaVuSans.ttf", "RestBold": folder / "DejaVuSans-Bold.ttf"}
    for name, file in files.items():
        try:
            # asciiReadable off: letters in the order of their use, the same file for the same text.
            pdfmetrics.registerFont(TTFont(name, str(file), asciiReadable=False))
        except TTFError:  # pragma: no cover (an installation without its own resources)
            pdfmetrics.registerFont(TTFont(name, str(files[BODY]), asciiReadable=False))


def runs(text: str, font: str) -> list[tuple[str, str]]:
    """Split a text into runs of one font each: ``[(font, text)]``."""
    register()
    result: list[tuple[str, str]] = []
    for letter in _plain(text):
        # A blank or a mark that combines stays with what stands before it, where that font has it.
        before = result[-1][0] if result else font
        is_bound = letter.isspace() or bool(unicodedata.combining(letter))
        chosen = before if is_bound and _has(before, letter) else _font_of(letter, font)
        shown = letter if _has(chosen, letter) else UNKNOWN
        if result and result[-1][0] == chosen:
            result[-1] = (chosen, result[-1][1] + shown)
        else:
            result.append((chosen, shown))
    return result


def marked(text: str, font: str) -> str:
    """Write a text for a Paragraph, with the fonts of its runs; nothing in it is taken for a tag."""
    return "".join(
        escape(part) if name == font else f'<font name="{name}">{escape(part)}</font>'
        for name, part in runs(text, font)
    )


def width_of(text: str, font: str, size: float) -> float:
    """Give how wide a text is in one line, in points."""
    return float(sum(pdfmetrics.stringWidth(part, name, size) for name, part in runs(text, font)))


def shortened(text: str, font: str, size: float, room: float) -> str:
    """Cut a text to the room with an ellipsis."""
    if width_of(text, font, size) <= room:
        return text
    while text and width_of(text + "…", font, size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _plain(text: str) -> str:
    """Leave out control characters, which no font can show and XML forbids."""
    joined = unicodedata.normalize("NFC", text)
    return "".join(
        " " if letter in "\t\n\r" else letter
        for letter in joined
        if letter in "\t\n\r" or unicodedata.category(letter) not in ("Cc", "Cs", "Cf", "Co")
    )


def _font_of(letter: str, font: str) -> str:
    return next((name for name in (font, *_STAND_INS[font]) if _has(name, letter)), _STAND_INS[font][-1])


@cache
def _has(font: str, letter: str) -> bool:
    return bool(ord(letter) in pdfmetrics.getFont(font).face.charToGlyph)
