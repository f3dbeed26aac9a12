"""The report as PDF and HTML: what stands in it, what doesn't, in any script, on every page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from segdesk.errors import StoreError
from segdesk.model.report import ReportContent
from segdesk.model.report_facts import ReportFacts
from segdesk.store import catalogue, findings
from segdesk.store.db import opened
from segdesk.store.runs import segmentation
from segdesk.tasks.findings import judge_run
from segdesk.tasks.report import gather_report, gather_till, write_report
from segdesk.words import wording
from segdesk.words.report_words import Known, report_content, till_content
from tests.tasks.customers_files import SMALL, run_of, write_customers
from tests.tasks.reporting import quiet

SEGMENTS = 4
SECRETS = ("አበበ 1", "ድብቅ", "K0001", "4000000000007919", "900,0", "900000")
"""What single customers could be known by."""


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    database = folder / "db.sqlite"
    run_of(database, write_customers(folder / "ደንበኞች.csv", has_small=True), SEGMENTS)
    return database


def known_of(database: Path, *, is_full: bool = False) -> Known:
    with opened(database, "read") as connection:
        info, cut = catalogue.run(connection, 1), catalogue.cut(connection, 1)
        return Known(
            info=info,
            dataset=catalogue.dataset(connection, info.dataset_id),
            reading=catalogue.reading(connection, info.dataset_id),
            segmentation=segmentation(connection, 1),
            segments=SEGMENTS,
            choice=None,
            verdict=findings.verdict(connection, 1),
            reliability=findings.reliability(connection, 1, SEGMENTS),
            names=wording.segment_names(cut),
            is_full=is_full,
        )


def facts_of(database: Path, *, is_full: bool = False) -> ReportFacts:
    return gather_report(quiet, database=database, run_id=1, segments=SEGMENTS, is_full=is_full)


@pytest.fixture(scope="module")
def content(database: Path) -> ReportContent:
    return report_content(known_of(database), facts_of(database))


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def html_text(path: Path) -> str:
    """Give what a reader of the page sees."""
    source = path.read_text("utf-8")
    body = source[source.index("<body>") :]
    return re.sub(r"<[^>]+>", " ", body)


def test_that_a_pdf_says_who_the_customers_are_in_their_own_script(
    content: ReportContent, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    assert write_report(quiet, content=content, path=path) == str(path)
    text = pdf_text(path)
    assert "Customer segments" in text
    assert "ደንበኞች.csv" in text
    assert "ነሐስ" in text
    assert "Decision log" in text
    assert "Till card" in text


def test_that_a_report_to_share_names_nobody(content: ReportContent, tmp_path: Path) -> None:
    for name in ("report.pdf", "report.html"):
        write_report(quiet, content=content, path=tmp_path / name)
    texts = pdf_text(tmp_path / "report.pdf"), html_text(tmp_path / "report.html")
    for text in texts:
        assert not [secret for secret in SECRETS if secret in text]
        assert "too small to describe" in text
        assert "fewer than 5 customers" in text


def test_that_a_full_report_shows_the_typical_customer(database: Path, tmp_path: Path) -> None:
    content = report_content(known_of(database, is_full=True), facts_of(database, is_full=True))
    write_report(quiet, content=content, path=tmp_path / "full.html")
    text = html_text(tmp_path / "full.html")
    assert "አበበ" in text
    assert "too small to describe" not in text
    assert f"{SMALL} customers" in text
    assert "For internal use" in text


def test_that_every_page_stays_inside_its_margins(content: ReportContent, tmp_path: Path) -> None:
    write_report(quiet, content=content, path=tmp_path / "report.pdf")
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as document:
        assert len(document) >= 5
        for number, page in enumerate(document):
            pixels = np.asarray(page.render(scale=1).to_pil().convert("L"))
            top = 8 if number == 0 else 0  # the cover's gold edge
            edges = [pixels[top:24], pixels[-24:], pixels[top:, :40], pixels[top:, -40:]]
            assert all((edge > 250).all() for edge in edges), number
            assert (pixels < 128).any(), number


def test_that_the_same_report_is_the_same_file(content: ReportContent, tmp_path: Path) -> None:
    for suffix in (".pdf", ".html"):
        files = [tmp_path / f"{name}{suffix}" for name in "ab"]
        for file in files:
            write_report(quiet, content=content, path=file)
        assert files[0].read_bytes() == files[1].read_bytes()


class _Balance(HTMLParser):
    """Sees that every tag is closed, and notes what a page would load or run."""

    VOID = ("meta", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        self.look(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.look(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def look(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loaded = [v for k, v in attrs if k in ("src", "href", "xlink:href") and not (v or "").startswith("#")]
        if tag in ("script", "link", "iframe", "img") or loaded or any(k.startswith("on") for k, _ in attrs):
            self.foreign.append(tag)


def test_that_an_html_report_needs_nothing_else_and_runs_nothing(
    database: Path, content: ReportContent, tmp_path: Path
) -> None:
    trap = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    assert content.cover is not None
    trapped = replace(
        content,
        title=trap,
        cover=replace(
            content.cover,
            advice=(trap,),
            shares=tuple(replace(share, name=trap) for share in content.cover.shares),
        ),
        sections=tuple(
            replace(section, title=trap, cards=tuple(replace(card, name=trap) for card in section.cards))
            for section in content.sections
        ),
    )
    write_report(quiet, content=trapped, path=tmp_path / "report.html")
    page = _Balance()
    source = (tmp_path / "report.html").read_text("utf-8")
    page.feed(source)
    assert page.open == []
    assert page.foreign == []
    assert not re.search(r"url\(\"?(?!data:)[a-z]+:", source)


def test_that_names_of_any_length_and_script_fit_a_pdf(content: ReportContent, tmp_path: Path) -> None:
    long = "verylongnamewithoutanyblank" * 30 + " <b>&amp; ወርቅ 日本語 \x07 emoji \N{GRINNING FACE}"
    assert content.cover is not None
    stretched = replace(
        content,
        running=long,
        cover=replace(
            content.cover,
            subtitle=long,
            facts=((long, long),),
            shares=tuple(replace(share, name=long[:200]) for share in content.cover.shares),
        ),
        sections=tuple(
            replace(
                section,
                cards=tuple(
                    replace(card, name=long, traits=(long,) * 5, rule=long, actions=((long, long),) * 4)
                    for card in section.cards
                ),
            )
            for section in content.sections
        ),
    )
    write_report(quiet, content=stretched, path=tmp_path / "long.pdf")
    assert "ወርቅ" in pdf_text(tmp_path / "long.pdf")


def test_that_what_was_not_checked_is_called_so_and_what_was_has_its_words(
    database: Path, content: ReportContent, tmp_path: Path
) -> None:
    assert content.cover is not None
    assert [dial.answer for dial in content.cover.dials] == ["Not checked yet"] * 2
    copy = tmp_path / "judged.sqlite"
    copy.write_bytes(database.read_bytes())
    judge_run(quiet, database=copy, run_id=1, segments=SEGMENTS)
    judged = report_content(known_of(copy), facts_of(copy))
    assert judged.cover is not None
    assert "Not checked yet" not in [dial.answer for dial in judged.cover.dials]
    badges = [share.badge for share in judged.cover.shares]
    assert badges[-1] is None  # the small segment
    assert all(badge is not None for badge in badges[:-1])


def test_that_sales_of_a_handful_stay_theirs(content: ReportContent) -> None:
    assert content.cover is not None
    small = content.cover.shares[-1]
    assert np.isnan(small.sales)
    assert small.sales_text == ""
    assert small.customers == "fewer than 5 customers"


def test_that_a_till_card_is_one_page(database: Path, tmp_path: Path) -> None:
    card = gather_till(quiet, database=database, run_id=1, segments=SEGMENTS, ask=("age", "tier"))
    content = till_content(known_of(database), card)
    write_report(quiet, content=content, path=tmp_path / "card.pdf")
    with pypdfium2.PdfDocument(tmp_path / "card.pdf") as document:
        assert len(document) == 1
    text = pdf_text(tmp_path / "card.pdf")
    assert "Age below" in text
    assert "Measured: the card names the segment of" in text
    write_report(quiet, content=content, path=tmp_path / "card.html")
    assert "Age below" in html_text(tmp_path / "card.html")


def test_that_another_ending_is_told(content: ReportContent, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refusal:
        write_report(quiet, content=content, path=tmp_path / "report.docx")
    assert refusal.value.code == "report.unknown_format"
    with pytest.raises(StoreError, match=r"export\.cannot_write"):
        write_report(quiet, content=content, path=tmp_path / "nowhere" / "report.pdf")
