"""A person's names found in texts and identifiers, and put out of sight wherever a record holds them."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NewType, get_args, get_origin

import attrs
from attrs import evolve, frozen

from civicpledge.model.checks import optional_id, valid_id, valid_ids
from civicpledge.model.ids import slug

BLOCK = "█"
"""What covers a name in a text, once for each of its letters, so that places in the text stay right."""

_WORD = re.compile(r"[^\W\d_]+")
# Shorter words ("de", "al") are in many texts, and tell nobody without the rest of the name.
_SHORTEST_WORD = 3


@frozen
class Mask:
    """
    The names of one person.

    :ivar names: the full names, as anybody printed them
    :ivar words: the single words of these names, of three letters and more
    """

    names: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> "Mask":
        """Make the mask of a person's *names*."""
        full = frozenset(name.strip() for name in names if any(c.isalpha() for c in name))
        words = {w for name in full for w in _WORD.findall(name) if len(w) >= _SHORTEST_WORD}
        return cls(full, frozenset(words))

    def covers(self) -> Callable[[str], str]:
        """Give what covers every full name and every word of a name in a text."""
        return _covering(self.names | self.words)

    def covers_full_names(self) -> Callable[[str], str]:
        """Give what covers full names only, for texts about things: "street" is a word there."""
        return _covering(self.names)

    def renames(self, pseudonym: str) -> Callable[[str], str]:
        """Give what puts *pseudonym* for names and words of names that are segments of an identifier."""
        return _renaming({slug(name) for name in self.names | self.words}, pseudonym)

    def renames_full_names(self, pseudonym: str) -> Callable[[str], str]:
        """Give what puts *pseudonym* for full names only."""
        return _renaming({slug(name) for name in self.names}, pseudonym)


def _covering(names: Iterable[str]) -> Callable[[str], str]:
    """
    Cover *names*, as printed or in capitals, where they stand as words.

    >>> _covering({"Ann", "Ash"})("Ask ANN Ash about ash trees, Annie.")
    'Ask ███ ███ about ash trees, Annie.'
    """
    spelled = {form for name in names for form in (name, name.upper())}
    if not spelled:
        return lambda text: text
    found = re.compile(rf"(?<!\w)(?:{_any_of(spelled)})(?!\w)")
    return lambda text: found.sub(lambda match: BLOCK * len(match[0]), text)


def _renaming(slugs: Iterable[str], pseudonym: str) -> Callable[[str], str]:
    """
    Put *pseudonym* for *slugs* that are segments of an identifier, once for several in a row.

    >>> _renaming({"ann", "ash"}, "x-1")("page.1.ann-ash.2"), _renaming({"ann"}, "x-1")("anna.1")
    ('page.1.x-1.2', 'anna.1')
    """
    if not slugs:
        return lambda identifier: identifier
    one = _any_of(slugs)
    found = re.compile(rf"(?<![a-z0-9])(?:{one})(?:[.-](?:{one}))*(?![a-z0-9])")
    return lambda identifier: found.sub(pseudonym, identifier)


def _any_of(texts: Iterable[str]) -> str:
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return "|".join(map(re.escape, longest_first))


def renamed(ids: Iterable[str], rename: Callable[[str], str]) -> dict[str, str]:
    """
    Give the identifiers that *rename* changes, each with a new one that no other has.

    >>> renamed(["p.ann", "p.ash", "p.x"], lambda i: "p.x")
    {'p.ann': 'p.x.2', 'p.ash': 'p.x.3'}
    """
    given = sorted(ids)
    made = {old: new for old in given if (new := rename(old)) != old}
    used = {old for old in given if old not in made}
    for old, wanted in made.items():
        new, tries = wanted, 1
        while new in used:
            tries += 1
            new = f"{wanted}.{tries}"
        used.add(new)
        made[old] = new
    return made


@frozen(kw_only=True)
class Rewriting:
    """
    What to put for identifiers, by their type's name, and for texts.

    :ivar ids: ``{"PersonId": {old: new}}``
    """

    ids: Mapping[str, Mapping[str, str]]
    text: Callable[[str], str]

    def of(self, record: Any) -> Any:
        """Give *record* rewritten, the same object where there is nothing to rewrite in it."""
        changes: dict[str, Any] = {}
        own: type = type(record)
        for name, kind, is_text in _plan(own):
            value = getattr(record, name)
            if value is not None and value != ():
                made = self._value(value, kind, is_text=is_text)
                if made is not value:
                    changes[name] = made
        return evolve(record, **changes) if changes else record

    def _value(self, value: Any, kind: str | None, *, is_text: bool) -> Any:
        if isinstance(value, tuple):
            made = tuple(self._value(one, kind, is_text=is_text) for one in value)
            same = all(new is old for new, old in zip(made, value, strict=True))
            return value if same else made
        if isinstance(value, str):
            new = self.ids.get(kind, {}).get(value, value) if kind else value
            new = self.text(value) if is_text else new
            return value if new == value else new
        return self.of(value)


@cache
def _plan(record: type) -> tuple[tuple[str, str | None, bool], ...]:
    """Give the fields that may hold names: their name, the type of identifier, whether they are text."""
    plan = []
    for attribute in attrs.fields(record):
        kinds = tuple(_leaves(attribute.type))
        identifier = next((k.__name__ for k in kinds if isinstance(k, NewType)), None)
        is_text = str in kinds and not _checks_ids(attribute.validator)
        holds_records = any(isinstance(k, type) and attrs.has(k) for k in kinds)
        if identifier or is_text or holds_records:
            plan.append((attribute.name, identifier, is_text))
    return tuple(plan)


def _leaves(kind: Any) -> Iterable[Any]:
    if get_origin(kind) is None:
        return (kind,)
    return [leaf for inner in get_args(kind) for leaf in _leaves(inner)]


def _checks_ids(validator: Any) -> bool:
    checks = getattr(validator, "_validators", (validator,))
    return any(check in (valid_id, valid_ids, optional_id) for check in checks)
