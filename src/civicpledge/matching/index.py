"""Which options of a roster could be meant at all: an index over words and initials."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from civicpledge.matching.comparing import spelled_alike
from civicpledge.normalise.names import NameForm, read_forms
from civicpledge.normalise.nicknames import initials_of, other_forms

MOST_WORDS: Final = 7
"""Words of one name that are indexed; longer names are found by the first of them."""


class NameIndex:
    """
    Names of options by the words and initials in them.

    An entry is one reading of one name of one option; ``owners[entry]`` is the option's number.
    """

    def __init__(self, names: Iterable[Iterable[str]]) -> None:
        self.forms: list[NameForm] = []
        self.owners: list[int] = []
        self.keys: list[str] = []
        self._pairs: dict[str, list[int]] = defaultdict(list)
        self._surnames: dict[str, list[int]] = defaultdict(list)
        self._givens: dict[str, list[int]] = defaultdict(list)
        self._bare: dict[str, list[int]] = defaultdict(list)
        self._bearers: dict[str, int] = defaultdict(int)
        self._halves: dict[str, list[str]] | None = None
        for owner, printed in enumerate(names):
            surnames: set[str] = set()
            for name in printed:
                for form in read_forms(name):
                    self._add(owner, form)
                    surnames.update(form.surname)
                    surnames.add(form.joined)
            for word in surnames:
                self._bearers[word] += 1

    def _add(self, owner: int, form: NameForm) -> None:
        entry = len(self.forms)
        given, surname, joined = form[:3]
        self.forms.append(form)
        self.owners.append(owner)
        words = (given + surname)[-MOST_WORDS:]
        self.keys.append(f" {' '.join(words)} ")
        for word in surname:
            self._surnames[word].append(entry)
        if joined != surname[0]:
            self._surnames[joined].append(entry)
            self._pair(joined, given, entry)
        if given:
            self._givens[given[0]].append(entry)
            if len(given) > 1:
                self._pair(given[-1] + joined, given[:-1], entry)
        else:
            for word in {*surname, joined}:
                self._bare[word].append(entry)
        for word in words:
            if len(word) > 1:
                self._pair(word, words, entry)

    def _pair(self, head: str, words: tuple[str, ...], entry: int) -> None:
        pairs = self._pairs
        for word in words:
            if word != head:
                pairs[head + word[0]].append(entry)

    def bearers(self, form: NameForm) -> int:
        """Count the owners that bear the whole surname of *form*, alone or as one word of theirs."""
        if len(form.surname) == 1:
            return self._bearers.get(form.surname[0], 0)
        return self._bearers.get(form.joined, 0)

    def bears(self, form: NameForm) -> bool:
        """Tell whether somebody bears the surname of *form* as it is printed."""
        return form.joined in self._surnames or form.surname[-1] in self._bearers

    def is_given(self, word: str) -> bool:
        """Tell whether *word* is the first name of somebody."""
        return word in self._givens

    def entries_for(self, form: NameForm) -> set[int]:
        """Give the entries that share a word and an initial, or a surname where one has no more."""
        found: set[int] = set()
        given, surname = form.given, form.surname
        heads = (
            (*surname, form.joined) if len(surname) > 1 or form.joined != surname[0] else surname
        )
        if len(given) > 1:
            heads = (*heads, given[-1] + form.joined)
        initials = {i for word in given for i in initials_of(word)}
        for head in heads:
            found.update(self._bare.get(head, ()))
            if not given:
                found.update(self._surnames.get(head, ()))
                if not form.certain:
                    for other in (head, *other_forms(head)):
                        found.update(self._givens.get(other, ()))
            for initial in initials | {w[0] for w in surname if w != head}:
                found.update(self._pairs.get(head + initial, ()))
        if len(given):
            found.update(self._by_given(given, surname))
        return found

    def _by_given(self, given: tuple[str, ...], surname: tuple[str, ...]) -> list[int]:
        """Give entries that share a given name and one more word, whatever their roles."""
        found: list[int] = []
        words = given + surname
        for head in (given[0], given[-1]) if len(given) > 1 else given:
            if len(head) == 1:
                continue
            for word in words:
                if word != head:
                    entries = self._pairs.get(head + word[0])
                    if entries:
                        if len(word) == 1:
                            if len(words) == 2:
                                found += entries
                        else:
                            padded = f" {word} "
                            found += [e for e in entries if padded in self.keys[e]]
        return found

    def entries_by_surname(self, form: NameForm) -> list[int]:
        """Give every entry that shares a word of the surname."""
        return [e for word in form.surname for e in self._surnames.get(word, ())]

    def entries_spelled_like(self, form: NameForm) -> set[int]:
        """Give entries whose surname is spelled like that of *form*, and share an initial with it."""
        initials = {i for word in form.given for i in initials_of(word)}
        found: set[int] = set()
        for head in {*form.surname[-1:], form.joined}:
            for word in self._words_like(head):
                found.update(self._bare.get(word, ()))
                if not form.given:
                    found.update(self._surnames.get(word, ()))
                for initial in initials:
                    found.update(self._pairs.get(word + initial, ()))
        return found

    def _words_like(self, word: str) -> list[str]:
        if len(word) < 4:
            return []
        if self._halves is None:
            self._halves = self._halve()
        near: set[str] = set()
        for length in (len(word) - 1, len(word), len(word) + 1):
            near.update(self._halves.get(f"{word[: length // 2]}|{length}", ()))
            near.update(
                self._halves.get(f"{length}|{word[len(word) - (length - length // 2) :]}", ())
            )
        close = process.extract(
            word,
            near,
            scorer=DamerauLevenshtein.distance,
            processor=None,
            limit=None,
            score_cutoff=2,
        )
        return sorted(other for other, _, _ in close if spelled_alike(word, other))

    def _halve(self) -> dict[str, list[str]]:
        """Index surnames by their first and last half: one slip leaves one of them whole."""
        halves: dict[str, list[str]] = defaultdict(list)
        for word in self._surnames:
            length = len(word)
            if length > 3:
                middle = length // 2
                halves[f"{word[:middle]}|{length}"].append(word)
                halves[f"{length}|{word[middle:]}"].append(word)
        return halves
