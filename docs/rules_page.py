"""
The page of the codebook's rules, written from the rules themselves while the documentation is built.

In ``reference/rules.md`` the line ``<!-- every rule of the codebook -->`` is replaced by what
:func:`page_of` gives, so that no rule can be told otherwise than it is applied.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from civicpledge.coding import Rule, Share, codebook_rules

MARKER: Final = "<!-- every rule of the codebook -->"
_ROLES: Final = {
    "lead": "answers where a text opens",
    "stand": "takes a side on a thing, which must be the ask",
    "sign": "suggests a stance",
    "limit": "takes something back from the answer of its sentence",
    "doubt": "leaves an answer near it as it is, but no longer sure",
    "shield": "says that the words behind it are no answer",
}


def page_of(rules: Iterable[Rule]) -> str:
    """Give the page: a table of all rules, then each with its examples and its cue."""
    held = tuple(rules)
    return "\n\n".join(("\n".join(_table(held)), *(_section(rule) for rule in held)))


def _table(rules: Iterable[Rule]) -> Iterator[str]:
    yield "| rule | does | speaks for | right where it decided |"
    yield "|---|---|---|---|"
    for rule in rules:
        link = f"[`{rule.id}`](#rule-{rule.id})"
        yield f"| {link} | {rule.role.value} | {_stance(rule)} | {_record(rule)} |"


def _section(rule: Rule) -> str:
    lines = [
        f"(rule-{rule.id})=\n\n## `{rule.id}`",
        f"{rule.reason[0].upper()}{rule.reason[1:]}.",
        "\n".join(_facts(rule)),
        "Its cue, tried on the plain lower-case words of one sentence:",
        f"```text\n{rule.pattern}\n```",
    ]
    return "\n\n".join(lines)


def _facts(rule: Rule) -> Iterator[str]:
    yield f"- Does: {rule.role.value}, it {_ROLES[rule.role.value]}"
    yield f"- Speaks for: {_stance(rule)}"
    if rule.forms:
        yield f"- To asks of the form: {', '.join(form.value for form in rule.forms)}"
    if rule.voice.value == "report":
        yield "- Tried only on words that somebody else reports"
    yield f"- Source: {rule.source}"
    yield f"- Asked “{rule.ask}” it codes: {_quoted(rule.codes)}"
    yield f"- It must not code: {_quoted(rule.spares)}"
    measured = f", on {rule.record.on}" if rule.record else ""
    yield f"- Right where it decided: {_record(rule)}{measured}"


def _stance(rule: Rule) -> str:
    if rule.stance is None:
        return "–"
    kind = f", {rule.qualification.value}" if rule.qualification else ""
    return f"{rule.stance.value}{kind} ({rule.basis.value})"


def _quoted(texts: Iterable[str]) -> str:
    return " · ".join(f"“{text}”" for text in texts)


def _record(rule: Rule) -> str:
    if rule.record is None:
        return "not tried"
    share = Share.of(rule.record.right, rule.record.of)
    return f"{share.hits} of {share.total} (95 %: {share.low or 0:.2f} to {share.high or 0:.2f})"


def _fill(_app: Any, _docname: str, source: list[str]) -> None:
    """Put the rules in the place of the marker."""
    if MARKER in source[0]:
        source[0] = source[0].replace(MARKER, page_of(codebook_rules()))


def setup(app: Any) -> dict[str, bool]:
    """Let Sphinx fill the page when it reads it."""
    app.connect("source-read", _fill)
    return {"parallel_read_safe": True}
