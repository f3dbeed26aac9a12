"""Sentences, figures and dates in the user's language, and which language that is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from unittest import mock

import pytest

from segdesk import text
from segdesk.settings import SETTINGS
from segdesk.text import figures, t
from segdesk.text.writing import BY_SYSTEM, CODES, LANGUAGES, VARIABLE, Writing, chosen_by, use, writing
from segdesk.words import wording
from tests.pseudo import longer, pseudo_area, pseudo_language

LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", VARIABLE)
BY_DEFAULT = {setting.key: setting.default for setting in SETTINGS}


@pytest.fixture
def amharic() -> Iterator[None]:
    before = writing()
    use(Writing(language="am"))
    yield
    use(before)


@pytest.fixture
def plain_system(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_that_a_sentence_is_in_the_language_in_use(amharic: None):
    assert t("widgets.close") == "ዝጋ"


def test_that_a_sentence_nobody_translated_is_shown_in_english(amharic: None):
    files = {"en": "a = A\nb = B", "am": "b = ቢ"}
    patched = mock.patch.object(text, "read_area", lambda language, _area: files[language])
    with pseudo_language(), patched:  # the first forgets what was read, before and after
        assert (t("any.a"), t("any.b")) == ("A", "ቢ")


def test_that_a_sentence_that_nobody_wrote_is_a_bug(amharic: None):
    with pytest.raises(KeyError):
        t("widgets.nothing_of_that_name")


def test_that_one_means_nothing_too_in_amharic(amharic: None):
    # CLDR: Amharic "one" is i = 0 or n = 1; the sentence must say which.
    assert wording.duration(0.4).startswith("1 ")
    assert t("words.seconds", count=0).startswith("0 ")
    assert t("words.seconds", count=1).split()[1:] == t("words.seconds", count=0).split()[1:]
    assert t("words.seconds", count=2).split()[1:] != t("words.seconds", count=1).split()[1:]


@pytest.mark.parametrize(
    ("value", "places", "shown"), [(1234567.891, 2, "1,234,567.89"), (-0.5, 1, "−0.5"), (999, 0, "999")]
)
def test_that_numbers_have_their_marks(value: float, places: int, shown: str):
    assert figures.decimal(value, places) == shown


def test_that_another_locale_has_other_marks(monkeypatch: pytest.MonkeyPatch):
    # CLDR: German writes 1.234,5 and leaves a space before the sign of percent.
    monkeypatch.setattr(figures, "writing", lambda: Writing(language="de"))
    assert figures.decimal(1234.5, 1) == "1.234,5"
    assert figures.percent(12.5, 1) == "12,5\u00a0%"
    assert figures.exact(1234.25, is_grouped=False) == "1234,25"


def test_that_words_are_listed_with_the_languages_comma(amharic: None):
    assert figures.listed(["ሀ", "ለ", "ሐ"]) == "ሀ፣ ለ፣ ሐ"
    use(Writing())
    assert figures.listed(["a", "b", "c"]) == "a, b, c"


def test_that_a_currency_has_its_name_in_the_language(amharic: None):
    assert figures.currency_name("ETB") == "ብር"
    assert figures.currency_name("Punkte") == "Punkte"  # what a file calls its own
    assert figures.currency_name("XQQ") == "XQQ"  # looks like a code and is none


def test_that_an_amount_takes_the_users_currency_only_where_the_file_names_none():
    before = writing()
    use(Writing(currency="ETB"))
    assert (wording.money("1,200"), wording.money("1,200", "KES")) == ("1,200 ETB", "1,200 KES")
    use(Writing())
    assert wording.money("1,200") == "1,200"
    use(before)


def test_that_a_date_is_written_by_the_calendar_in_use(amharic: None):
    # 11 September 2026 is 1 Meskerem 2019: the new year after 2018, which isn't a leap year (2018 mod 4 = 2).
    day = datetime(2026, 9, 11)
    assert wording.date(day) == "11 ሴፕቴምበር 2026"
    use(Writing(calendar="ethiopian"))
    assert wording.date(day) == "1 Meskerem 2019 EC"
    use(Writing())
    assert wording.date(day) == "11 Sep 2026"
    assert figures.day(date(2026, 9, 5), "d MMM") == "5 Sep"


def test_that_a_date_of_a_file_changes_only_with_the_calendar():
    before = writing()
    assert wording.date_of_file("2026-09-11") == "2026-09-11"
    use(Writing(calendar="ethiopian"))
    assert wording.date_of_file("2026-09-11") == "1 Meskerem 2019 EC"
    assert wording.date_of_file("2026-09-11 08:30:00") == "1 Meskerem 2019 EC 08:30"
    assert wording.date_of_file("no date") == "no date"
    use(before)


def test_that_the_language_said_stands_above_all_others(plain_system: pytest.MonkeyPatch):
    settings = BY_DEFAULT | {"language": "am"}
    assert chosen_by(settings).language == "am"
    assert chosen_by(settings, "en").language == "en"
    plain_system.setenv(VARIABLE, "en")
    assert chosen_by(settings).language == "en"
    assert chosen_by(settings, "am").language == "am"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "am_ET.UTF-8"}, "am"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:am"}, "am"),
        ({"LC_ALL": "C.UTF-8", "LANGUAGE": "am"}, "en"),  # gettext: the plain locale has no languages
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "am_ET.UTF-8"}, "en"),
        ({}, "en"),
        ({VARIABLE: "nonsense", "LANG": "am"}, "am"),
    ],
)
def test_that_the_system_is_asked_last(
    plain_system: pytest.MonkeyPatch, variables: dict[str, str], language: str
):
    for name, value in variables.items():
        plain_system.setenv(name, value)
    assert chosen_by(BY_DEFAULT).language == language


def test_that_the_settings_offer_the_languages_there_are():
    offered = next(setting for setting in SETTINGS if setting.key == "language").choices
    assert offered == (BY_SYSTEM, *CODES)
    assert figures.language_name("am") == "አማርኛ"
    assert not next(language for language in LANGUAGES if language.code == "am").is_reviewed


def test_that_the_pseudo_language_is_two_fifths_longer():
    # "Find segments" has 12 letters: 0.4 × 12 = 4.8, five more.
    assert longer("Find segments") == "Fínd ségménts lóng l"
    assert pseudo_area("a = { $n } of\n").strip() == "a = { $n } óf l"
    with pseudo_language():
        assert t("widgets.close") != "Close"
    assert t("widgets.close") == "Close"
