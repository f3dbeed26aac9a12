"""Reads SegDesk's own source for the tests of the house rules."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "segdesk"
RESOURCES = ROOT / "resources"


@dataclass(frozen=True)
class Module:
    """One parsed file; ``name`` is its path below the project's folder."""

    name: str
    text: str
    tree: ast.Module

    def where(self, node: ast.AST) -> str:
        """Give the place in a form that editors jump to."""
        return f"{self.name}:{getattr(node, 'lineno', 0)}"

    def is_below(self, *places: str) -> bool:
        """Whether this is one of the files or lies in one of the folders."""
        return any(self.name == place or self.name.startswith(f"{place}/") for place in places)


@cache
def modules() -> tuple[Module, ...]:
    """Give all of segdesk/."""
    return tuple(parsed(path.read_text("utf-8"), _name(path)) for path in sorted(PACKAGE.rglob("*.py")))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(text: str, name: str = "segdesk/ui/example.py") -> Module:
    """Give a module from its text: the rules are tried on small examples too."""
    return Module(name, text, ast.parse(text))


def called(call: ast.Call) -> str:
    """Give the last word of what is called: ``setText`` for ``self._label.setText(…)``."""
    match call.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""


def docstrings(module: Module) -> set[int]:
    """Give the identities of the constants that are docstrings, or strings that stand as notes."""
    return {
        id(node.value)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def strings(module: Module) -> Iterator[ast.Constant]:
    """Give the string constants, also those inside f-strings, that aren't docstrings."""
    notes = docstrings(module)
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node


def calls(module: Module, *names: str) -> Iterator[ast.Call]:
    """Give the calls of functions of these names."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in names:
            yield node
