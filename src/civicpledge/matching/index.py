"""Which options of a roster could be meant at all: an index over words and initials."""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from civicpledge.matching.comparing import spelled_alike
from civicpledge.normalise.names import NameForm, read_forms
from civicpledge.normalise.nicknames import initials_of, other_forms

MOST_WORDS: Final = 9
"""Words of one name that are indexed, counted from its end."""

SHORTEST_MISSPELT: Final = 4
"""Letters of the shortest surname that a misspelling is looked for."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Hold the garbage collector back: an index only grows, a quarter of its time went to looking."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class NameIndex:
    """
    Names of options by the words and initials in them.

    An entry is one reading of one name of one option; ``owners[entry]`` is the option's number. Only the
    entries of every word are laid down at once; what else is asked of a word is worked out when it is
    first asked, and kept.
    """

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        self.forms: list[NameForm] = []
        self.owners: list[int] = []
        self._words: dict[str, list[int]] = defaultdict(list)
        self._surnames: dict[str, list[int]] = {}
        self._initials: dict[str, dict[str, list[int]]] = {}
        self._bearers: dict[str, int] = {}
        self._first_names: dict[str, list[int]] = {}
        self._halves: dict[str, list[str]] = {}
        with _uncollected():
            self._fill(names)

    def _fill(self, names: Iterable[Iterable[str]]) -> None:
        """Lay down every reading of every name; written in one piece, since it runs once a name."""
        forms, owners, words = self.forms, self.owners, self._words
        for owner, printed in enumerate(names):
            for name in printed:
                for form in read_forms(name):
                    entry = len(forms)
                    forms.append(form)
                    owners.append(owner)
                    given, surname, joined = form[:3]
                    for word in surname:
                        words[word].append(entry)
                    if joined != surname[0]:
                        words[joined].append(entry)
                    for word in given[-MOST_WORDS:]:
                        words[word].append(entry)
                    if len(given) > 1:
                        words[given[-1] + joined].append(entry)

    def _surnamed(self, word: str) -> list[int]:
        """Give the entries with *word* for their surname, or for a word of it."""
        found = self._surnames.get(word)
        if found is None:
            entries = self._words.get(word, ())
            forms = self.forms
            found = [e for e in entries if word in forms[e].surname or word == forms[e].joined]
            self._surnames[word] = found
        return found

    def bearers(self, form: NameForm) -> int:
        """Count the owners that bear the whole surname of *form*, alone or as one word of theirs."""
        surname = form.joined
        count = self._bearers.get(surname)
        if count is None:
            count = len({self.owners[entry] for entry in self._surnamed(surname)})
            self._bearers[surname] = count
        return count

    def is_given(self, word: str, owner: int) -> bool:
        """Tell whether *word* is the first name of somebody else than *owner*."""
        return any(self.owners[entry] != owner for entry in self._called(word))

    def bears(self, form: NameForm) -> bool:
        """Tell whether somebody bears the surname of *form* as it is printed."""
        return bool(self._surnamed(form.joined) or self._surnamed(form.surname[-1]))

    def _called(self, word: str) -> list[int]:
        """Give the entries whose first given name is *word*."""
        found = self._first_names.get(word)
        if found is None:
            entries = self._words.get(word, ())
            found = [entry for entry in entries if self.forms[entry].given[:1] == (word,)]
            self._first_names[word] = found
        return found

    def _grouped(self, head: str) -> dict[str, list[int]]:
        """Group the entries with the word *head* by the initials of their other words; "" for none."""
        groups = self._initials.get(head)
        if groups is None:
            groups = defaultdict(list)
            for entry in self._words.get(head, ()):
                form = self.forms[entry]
                for initial in {word[0] for word in form.given + form.surname if word != head}:
                    groups[initial].append(entry)
                if not form.given:
                    groups[""].append(entry)
            self._initials[head] = groups
        return groups

    def entries_for(self, form: NameForm) -> set[int]:
        """Give the entries that share a word and an initial, or a surname where one has no more."""
        found: set[int] = set()
        initials = {initial for word in form.given for initial in initials_of(word)}
        initials |= {word[0] for word in form.surname} if len(form.surname) > 1 else set()
        for head in _heads(form):
            groups = self._grouped(head)
            for initial in ("", *initials):
                found.update(groups.get(initial, ()))
        if form.given:
            found.update(self._by_given(form.given, form.surname))
        else:
            found.update(self._by_the_only_word(form))
        return found

    def _by_the_only_word(self, form: NameForm) -> set[int]:
        """Give the entries that bear the only word of a name, as a surname or as the first name."""
        found = {entry for head in _heads(form) for entry in self._surnamed(head)}
        if not form.certain:
            for name in (form.joined, *other_forms(form.joined)):
                found.update(self._called(name))
        return found

    def _by_given(self, given: tuple[str, ...], surname: tuple[str, ...]) -> list[int]:
        """Give entries that share a given name and one more word, whatever their roles."""
        found: list[int] = []
        words = given + surname
        for head in {given[0], given[-1]}:
            if len(head) == 1:
                continue
            groups = self._grouped(head)
            for word in words:
                entries = groups.get(word[0], ()) if word != head else ()
                if len(word) > 1:
                    found += [entry for entry in entries if self._holds(entry, word)]
                elif len(words) == 2:  # a word and an initial: "Tessel M." of "Tessel Marsh"
                    found += entries
        return found

    def _holds(self, entry: int, word: str) -> bool:
        form = self.forms[entry]
        return word in form.given or word in form.surname

    def entries_by_surname(self, form: NameForm) -> list[int]:
        """Give every entry that shares a word of the surname."""
        return [e for word in form.surname for e in self._surnamed(word)]

    def entries_spelled_like(self, form: NameForm) -> set[int]:
        """Give entries whose surname is spelled like that of *form*, and share an initial with it."""
        initials = {initial for word in form.given for initial in initials_of(word)}
        found: set[int] = set()
        for head in {form.surname[-1], form.joined}:
            for word in self._words_like(head):
                groups = self._grouped(word)
                for initial in ("", *initials):
                    found.update(groups.get(initial, ()))
                if not form.given:
                    found.update(self._surnamed(word))
        return found

    def _words_like(self, word: str) -> list[str]:
        """Give the surnames of the roster that are spelled like *word*."""
        if len(word) < SHORTEST_MISSPELT:
            return []
        if not self._halves:
            self._halves = self._halve()
        near: set[str] = set()
        for length in (len(word) - 1, len(word), len(word) + 1):
            middle = length // 2
            near.update(self._halves.get(f"{word[:middle]}|{length}", ()))
            near.update(self._halves.get(f"{length}|{word[len(word) - (length - middle) :]}", ()))
        near.discard(word)
        close = process.extract(
            word, near, scorer=DamerauLevenshtein.distance, limit=None, score_cutoff=2
        )
        return sorted(other for other, _, _ in close if spelled_alike(word, other))

    def _halve(self) -> dict[str, list[str]]:
        """Index surnames by their first and last half: one slip leaves one of them whole."""
        halves: dict[str, list[str]] = defaultdict(list)
        for word in {word for form in self.forms for word in (*form.surname, form.joined)}:
            length = len(word)
            if length >= SHORTEST_MISSPELT:
                middle = length // 2
                halves[f"{word[:middle]}|{length}"].append(word)
                halves[f"{length}|{word[middle:]}"].append(word)
        return halves


def _heads(form: NameForm) -> tuple[str, ...]:
    """Give the words by which entries are looked up: of the surname, alone and joined."""
    heads = form.surname if form.joined == form.surname[0] else (*form.surname, form.joined)
    return (*heads, form.given[-1] + form.joined) if len(form.given) > 1 else heads
