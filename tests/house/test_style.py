"""No sentence, colour or style outside resources/ and ui/theme.py; nothing too long; no bug swallowed."""

from __future__ import annotations

import ast
import re

import pytest

from tests.house.source import Module, calls, modules, parsed, strings

LONGEST_FILE = 400
LONGEST_FUNCTION = 70

SHOWN_FROM = ("segdesk/ui", "segdesk/cli", "segdesk/app.py", "segdesk/words", "segdesk/exports.py")
THEME = "segdesk/ui/theme.py"
# Words with a space between them read like a sentence; names, keys and formats have none.
SENTENCE = re.compile(r"[A-Za-z]{2,}[,:;.!?]? [A-Za-z]+")
WORD = re.compile(r"[A-Za-z]{2,}")
COLOUR = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b")
# Whatever is handed to these is read by a person, a single word too.
SHOWING = (
    "setText", "setTitle", "setToolTip", "setStatusTip", "setWindowTitle", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setHeaderLabels", "addTab", "addAction", "addItem",
    "setSuffix", "setPrefix", "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QAction",
    "echo",
)  # fmt: skip

CATCHES_ALL = (
    "segdesk/jobs/child.py",
    "segdesk/ui/failures.py",
    "segdesk/app.py",
    "segdesk/cli/__init__.py",
    "segdesk/selftest.py",
)
"""The worker's loop, the excepthook, the command line's one door, and the trial that tells what failed."""


def sentences(module: Module) -> list[str]:
    """Give the literals that a user would read."""
    found = [f"{module.where(s)} {s.value!r}" for s in strings(module) if SENTENCE.search(str(s.value))]
    for call in calls(module, *SHOWING):
        for argument in call.args:
            if isinstance(argument, ast.Constant) and WORD.search(str(argument.value)):
                found.append(f"{module.where(argument)} {argument.value!r}")
    return found


def test_that_no_sentence_stands_in_code():
    shown = (module for module in modules() if module.is_below(*SHOWN_FROM) and module.name != THEME)
    found = [line for module in shown for line in sentences(module)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("code", "is_sentence"),
    [
        ("label.setText('Stop')", True),
        ("x = 'Drop a file'", True),
        ("x = f'{n} customers left'", True),
        ("label.setText(t('import.stop'))", False),
        ("label.setObjectName('drop_zone')", False),
        ("def f():\n    'Say what happened.'", False),
    ],
)
def test_that_the_rule_knows_a_sentence(code: str, is_sentence: bool):
    assert bool(sentences(parsed(code))) is is_sentence


def test_that_colours_stand_in_the_theme_only():
    found = [
        f"{module.where(string)} {string.value!r}"
        for module in modules()
        if module.name != THEME
        for string in strings(module)
        if COLOUR.search(str(string.value))
    ]
    assert not found, "\n".join(found)


def test_that_only_the_theme_sets_style_sheets():
    found = [
        module.where(call)
        for module in modules()
        if module.name != THEME
        for call in calls(module, "setStyleSheet")
    ]
    assert not found, "\n".join(found)


def test_that_bugs_are_caught_in_few_places_only():
    found = [
        module.where(handler)
        for module in modules()
        if module.name not in CATCHES_ALL
        for handler in ast.walk(module.tree)
        if isinstance(handler, ast.ExceptHandler) and _swallows_all(handler)
    ]
    assert not found, "\n".join(found)


def _swallows_all(handler: ast.ExceptHandler) -> bool:
    match handler.body[-1]:
        case ast.Raise(exc=None):
            return False  # tidies up and lets it go on
    if handler.type is None:
        return True
    names = {node.id for node in ast.walk(handler.type) if isinstance(node, ast.Name)}
    return bool(names & {"Exception", "BaseException"})


def test_that_no_dialog_blocks_and_no_loop_is_pumped():
    # app.exec() is the one event loop; it stands in app.py.
    found = [
        module.where(call)
        for module in modules()
        if module.is_below("segdesk/ui", "segdesk/jobs")
        for call in calls(module, "exec", "exec_", "processEvents")
    ]
    assert not found, "\n".join(found)


def test_that_files_are_short_enough_to_read():
    long = [
        f"{m.name}: {m.text.count(chr(10))} lines" for m in modules() if m.text.count("\n") > LONGEST_FILE
    ]
    assert not long, "\n".join(long)


def test_that_functions_are_short_enough_to_read():
    long = []
    for module in modules():
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno
                if length > LONGEST_FUNCTION:
                    long.append(f"{module.where(node)} {node.name}: {length} lines")
    assert not long, "\n".join(long)
