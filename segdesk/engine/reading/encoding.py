"""Which encoding a file's bytes are in, judged at its start, middle and end."""

from __future__ import annotations

import codecs
import itertools
import re
from dataclasses import dataclass

import charset_normalizer
import numpy as np

from segdesk.errors import InputError
from segdesk.model.notes import Note
from segdesk.model.reading import Guess

_PROBE = 65_536
"""Bytes looked at in one place to tell text from pictures and programs."""

_WORDS = 400
"""Words with letters beyond ASCII that the guess rests on: more don't change it."""

_SHOWN = 3

_BINARY_SHARE = 0.01
"""More control characters than this and a file isn't a table."""

_CONTROLS = np.array([b for b in range(32) if b not in (9, 10, 12, 13, 31)], dtype=np.uint8)

_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒÿªºð")
"""Letters of Western European words. Icelandic þ and ý are left to the statistics: elsewhere they
are what Turkish and Czech look like when read wrongly."""

_ALPHABETS = {
    "cp1252": _WESTERN,
    "cp1250": frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽľĺŕôäőűöüŐŰÖÜđĐăâî"),
    "cp1254": _WESTERN | frozenset("ğışĞİŞ"),
    "mac_roman": _WESTERN,
    "cp850": _WESTERN,
}
"""Alphabets that statistics of short lists of names confuse."""

_WELL_SPELT = 0.9

_SIGNS = "«»–—‘’‚“”„…•™©®ªº\u00a0´"
"""What may touch a word. Currency signs and fractions stand beside figures: touching letters they are
other encodings' letters."""

_OTHERS = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "iso8859_5",
    "iso8859_7", "iso8859_9", "koi8_r", "mac_roman", "cp437", "cp850", "cp866", "shift_jis", "gb18030",
    "big5", "euc_kr",
)  # fmt: skip
"""What charset-normalizer may choose from: the encodings of shop systems, not all of Unicode's past."""

_WORD = re.compile(rb"[A-Za-z\x80-\xff]*[\x80-\xff][A-Za-z\x80-\xff]*")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text as UTF-8 and the encoding that it was in."""

    data: bytes
    encoding: str
    notes: tuple[Note, ...] = ()
    guesses: tuple[Guess, ...] = ()


def decode(raw: bytes, *, chosen: str | None, name: str) -> Decoded:
    """Turn a text file's bytes into UTF-8.

    Raises
    ------
    InputError
        ``file.binary``: these bytes are no text. ``file.unknown_encoding``: nobody knows the encoding
        that was chosen.
    """
    if chosen:
        return _as_chosen(raw, chosen, name)
    if raw.startswith(codecs.BOM_UTF8):
        raw = raw[len(codecs.BOM_UTF8) :]
    wide = _wide(raw)
    if wide is not None:
        try:
            return Decoded(raw.decode(wide).lstrip("\ufeff").encode(), wide)
        except UnicodeError:
            raise InputError("file.binary", name=name) from None
    if max(_control_share(part) for part in _places(raw, _PROBE)) > _BINARY_SHARE:
        raise InputError("file.binary", name=name)
    notes: list[Note] = []
    zeros = raw.count(b"\0")
    if zeros:
        raw = raw.replace(b"\0", b"")
        notes.append(Note("note.nul_bytes", {"count": zeros}))
    return _narrow(raw, notes)


def _as_chosen(raw: bytes, chosen: str, name: str) -> Decoded:
    try:
        codec = codecs.lookup(chosen)
        text = raw.decode(codec.name, "replace")
    except (LookupError, ValueError, UnicodeError, AssertionError):
        # Some codecs turn bytes into bytes or refuse "replace"; none of them is a text encoding.
        raise InputError("file.unknown_encoding", name=name, encoding=chosen) from None
    data = text.lstrip("\ufeff").replace("\0", "").encode("utf-8", "replace")
    return Decoded(data, codec.name)


def _places(raw: bytes, size: int) -> list[bytes]:
    """Give the start, the middle and the end of a file."""
    if len(raw) <= 3 * size:
        return [raw]
    middle = len(raw) // 2
    return [raw[:size], raw[middle : middle + size], raw[-size:]]


def _control_share(part: bytes) -> float:
    values = np.frombuffer(part, dtype=np.uint8)
    return float(np.isin(values, _CONTROLS).mean()) if len(values) else 0.0


def _wide(raw: bytes) -> str | None:
    """Name the UTF-16 or UTF-32 flavour by its mark, or by where its zeros are."""
    for mark, encoding in (
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        # Two zeros behind FF FE are a NUL in UTF-16 as well: text has none at its start.
        if raw.startswith(mark):
            return encoding
    if len(raw) < 4 or len(raw) % 2:
        return None
    probe = np.frombuffer(raw[: _PROBE - _PROBE % 2], dtype=np.uint8)
    even, odd = float((probe[::2] == 0).mean()), float((probe[1::2] == 0).mean())
    # Separators, digits and line ends are ASCII in any script: at least some of one half is zero.
    if odd > 0.1 and even < 0.01 * odd + 1e-9 and _reads_as(raw, "utf-16-le", likely=odd > 0.5):
        return "utf-16-le"
    if even > 0.1 and odd < 0.01 * even + 1e-9 and _reads_as(raw, "utf-16-be", likely=even > 0.5):
        return "utf-16-be"
    return None


def _reads_as(raw: bytes, encoding: str, *, likely: bool) -> bool:
    """Tell whether the start is text in that encoding: lines of letters, without controls."""
    try:
        text = raw[: _PROBE - _PROBE % 2].decode(encoding)
    except UnicodeDecodeError as error:
        # Cutting may have split a pair; anything else isn't UTF-16.
        return likely and error.start > _PROBE - 8
    odd = sum(not (c.isprintable() or c in "\r\n\t\ufeff\u2009\u00a0\u202f") for c in text)
    return odd <= _BINARY_SHARE * len(text) and (likely or "\n" in text or "\r" in text)


def _narrow(raw: bytes, notes: list[Note]) -> Decoded:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return Decoded(_CONTROL_SIGN.sub(_as_windows, raw) if b"\xc2" in raw else raw, "utf-8", tuple(notes))
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    head = mended[: _PROBE * 4]
    whole = sum(ord(c) > 127 for c in head) - head.count("\ufffd")
    # A UTF-8 file with a byte or two broken stays UTF-8; an old encoding read as UTF-8 breaks
    # nearly every letter beyond ASCII.
    if whole > 4 * broken:
        notes.append(Note("note.broken_letters", {"count": broken}))
        return Decoded(mended.encode(), "utf-8", tuple(notes))
    del mended, head
    encoding, guesses = _old_encoding(raw)
    notes.append(Note("note.old_encoding", {"encoding": encoding}))
    return Decoded(raw.decode(encoding, "replace").encode(), encoding, tuple(notes), guesses)


def _old_encoding(raw: bytes) -> tuple[str, tuple[Guess, ...]]:
    """Decide between the one-byte encodings by the words with letters beyond ASCII."""
    words: list[bytes] = []
    third = max(len(raw) // 3, 1)
    for start in range(0, len(raw), third):
        found = _WORD.finditer(raw, start, min(start + third, len(raw)))
        words += [m.group() for _, m in zip(range(_WORDS), found, strict=False)]
    shares = {encoding: _share_spelt(words, encoding, letters) for encoding, letters in _ALPHABETS.items()}
    # Of encodings that spell equally well the commoner stands first.
    encoding = max(shares, key=lambda e: shares[e])
    if encoding == "cp1252" and shares[encoding] >= _WELL_SPELT:
        return encoding, ()
    if shares[encoding] < _WELL_SPELT:
        best = charset_normalizer.from_bytes(
            b" ".join(words), cp_isolation=list(_OTHERS), threshold=0.9, preemptive_behaviour=False
        ).best()
        encoding = _WINDOWS.get(best.encoding, best.encoding) if best is not None else "cp1252"
    other = "cp1252" if encoding != "cp1252" else "cp1250"
    examples = tuple(
        (word.decode(other, "replace"), word.decode(encoding, "replace"))
        for word in list(dict.fromkeys(words))[:_SHOWN]
    )
    return encoding, (Guess("encoding", (), examples),)


_CONTROL_SIGN = re.compile(rb"\xc2([\x80-\x9f])")
"""Control characters that no text means: Windows' ’ and – from a program that took them for Latin-1."""


def _as_windows(match: re.Match[bytes]) -> bytes:
    return match[1].decode("cp1252", "ignore").encode()


_WINDOWS = {"iso8859_9": "cp1254", "latin_1": "cp1252"}
"""Windows' encodings hold the same letters as these, and some more."""


def _share_spelt(words: list[bytes], encoding: str, alphabet: frozenset[str]) -> float:
    """Give the share of words that are written in that alphabet if read so."""
    if not words:
        return 1.0
    good = 0
    longest = 2 if alphabet is _WESTERN else 4
    for word in words:
        text = word.decode(encoding, "replace")
        core = text.strip(_SIGNS)
        if core and not any(c.isalpha() for c in core):
            good += 1
            continue
        letters = [c for c in core if ord(c) > 127 and c not in "’‘´·"]
        run = max((len(m) for m in re.findall(r"[^\x00-\x7f]+", core)), default=0)
        mixed = any(a.islower() and b.isupper() for a, b in itertools.pairwise(core) if ord(b) > 127)
        # French has œ before u: cœur, œuf, nœud; Polish ś looks like it in Windows-1252.
        has_odd_oe = re.search("œ(?!u)|Ÿ|ÿ(?!s)", core) is not None
        good += all(c in alphabet for c in letters) and run <= longest and not mixed and not has_odd_oe
    return good / len(words)
