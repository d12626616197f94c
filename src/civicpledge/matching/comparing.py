"""Two readings of names side by side: which rules hold. Nothing here knows a roster."""

import re
from typing import Final

from rapidfuzz.distance import DamerauLevenshtein

from civicpledge.normalise.names import NameForm
from civicpledge.normalise.nicknames import is_known, other_forms, shared_forms

(
    SURNAME, SURNAME_LAST, SURNAME_ONE, SURNAME_CLASH, SURNAME_NEAR, SURNAME_FAR,
    SURNAME_ONSET, SURNAME_OTHERS, TWO_SLIPS,
    REORDERED, SUBSET, OVERLAP, SWAPPED,
    GIVEN, NICKNAME, SHARED, INITIAL, INITIAL_OF, SHORT, NEAR, NEAR_KNOWN, BARE_GIVEN,
    IS_MIDDLE, MIDDLE_IS,
    MISSING, UNLISTED, ONSET, DIFFERS, LETTER, INITIAL_DIFFERS,
    MIDDLE, MIDDLE_INITIAL, MIDDLE_NEAR, MIDDLE_EXTRA, MIDDLE_ABSENT, MIDDLE_DIFFERS,
    SUFFIX, SUFFIX_DIFFERS, SUFFIX_ONE, PLACE, PLACE_DIFFERS, PLACE_ONE,
    RANK, RANK_ONE, RANK_DIFFERS, SEX_DIFFERS, PARTY, PARTY_DIFFERS,
) = range(48)  # fmt: skip


_SAME_NAME: Final = (GIVEN, NICKNAME)
"""Rules by which two whole words are one name: what a name out of its place must be."""


_USED_NAME: Final = (*_SAME_NAME, SHORT)
"""Rules by which a middle name is the one somebody goes by: "J. Chapman Fell" is Chap Fell."""


def spelled_alike(first: str, second: str) -> int:
    """
    Count the letters by which two different words differ: 1 or 2 where they are spelled alike, else 0.

    One for words of four letters or more, two for words of seven or more; the first or the last letter
    is the same.

    >>> spelled_alike("bottomley", "bottomlry"), spelled_alike("lee", "leo")
    (1, 0)
    """
    shorter, longer = len(first), len(second)
    if shorter > longer:
        shorter, longer = longer, shorter
    if shorter < 4 or longer - shorter > 2 or (first[0] != second[0] and first[-1] != second[-1]):
        return 0
    allowed = 2 if shorter > 6 else 1
    distance = DamerauLevenshtein.distance(first, second, score_cutoff=allowed)
    return distance if distance <= allowed else 0


_PET_ENDING: Final = re.compile(r"(?<=[a-z]{4})(?:e?y|ie)$")


def _pet_form(given: str) -> str:
    """Take off the ending that pet forms are spelled with in three ways: "Micky", "Mickey", "Debbie"."""
    return _PET_ENDING.sub("y", given)


_FEMININE: Final = frozenset(
    {"a", "e", "ia", "ina", "ine", "na", "ne", "etta", "ette", "le", "lla", "pa"}
)
_SHORTEST_NAME: Final = 4
"""Letters from which a known name that begins another is a name of its own: "Jane", "Janet"."""


def _is_another(first: str, second: str) -> bool:
    """Tell whether of two names, one of which begins the other, the shorter is not short for the longer."""
    shorter, longer = sorted((first, second), key=len)
    if not is_known(shorter):
        return False
    if longer[len(shorter) :] in _FEMININE:
        return True
    return len(shorter) >= _SHORTEST_NAME and is_known(longer)


def same_given(first: str, second: str) -> int:
    """Give the rule by which two given words are one name, or -1."""
    if first == second:
        return GIVEN
    if len(first) == 1:
        return INITIAL if second[0] == first else -1
    if len(second) == 1:
        return INITIAL_OF if first[0] == second else -1
    if second in other_forms(first):
        return NICKNAME
    if (
        len(first) > 2
        and len(second) > 2
        and (first.startswith(second) or second.startswith(first))
    ):
        return NEAR_KNOWN if _is_another(first, second) else SHORT
    if second in shared_forms(first):
        return NEAR if _pet_form(first) == _pet_form(second) else SHARED
    if spelled_alike(first, second):
        return NEAR_KNOWN if _are_names(first, second) else NEAR
    return -1


def _first_given(mention: tuple[str, ...], option: tuple[str, ...]) -> tuple[int, int, int]:
    """Give the rule that ties the given names, and how many words of each it uses up."""
    first, second = mention[0], option[0]
    if len(mention) > 1 and first + mention[1] == second:
        return GIVEN, 2, 1
    if len(option) > 1 and second + option[1] == first:
        return GIVEN, 1, 2
    rule = same_given(first, second)
    return (rule, 1, 1) if rule >= 0 else (-1, 0, 0)


def _onset(first: str, second: str) -> int:
    """Give the rule for two given names that nothing ties: how much of their beginnings is the same."""
    if first[:4] == second[:4]:
        return ONSET
    return LETTER if first[0] == second[0] else DIFFERS


def _one_slip(first: str, second: str) -> bool:
    """Tell whether one slip of a letter parts two words, however short; initials are none."""
    shorter = min(len(first), len(second))
    return shorter > 1 and DamerauLevenshtein.distance(first, second, score_cutoff=1) == 1


def _are_names(first: str, second: str) -> bool:
    return is_known(first) and is_known(second)


def compare_given(mention: tuple[str, ...], option: tuple[str, ...], rules: list[int]) -> None:
    """Add the rules about given and middle names to *rules*."""
    if not mention:
        rules.append(MISSING)
        return
    if not option:
        rules.append(UNLISTED)
        return
    rule, used, spent = _first_given(mention, option)
    first, second = mention[0], option[0]
    if rule < 0 and _one_slip(first, second) and not _are_names(first, second):
        rule, used, spent = ONSET, 1, 1
    if rule >= 0:
        rules.append(rule)
        _compare_middle(mention[used:], option[spent:], rules)
        return
    for position, word in enumerate(option[1:], 1):
        if len(word) > 1 and same_given(mention[0], word) in _SAME_NAME:
            rules.append(IS_MIDDLE)
            _compare_middle(mention[1:], option[position + 1 :], rules)
            return
    for position, word in enumerate(mention[1:], 1):
        if len(word) > 1 and same_given(word, option[0]) in _USED_NAME:
            rules.append(MIDDLE_IS)
            _compare_middle(mention[position + 1 :], option[1:], rules)
            return
    if len(mention[0]) == 1 or len(option[0]) == 1:
        rules.append(INITIAL_DIFFERS)
    else:
        rules.append(_onset(mention[0], option[0]))


def _compare_middle(mention: tuple[str, ...], option: tuple[str, ...], rules: list[int]) -> None:
    if not mention:
        if option:
            rules.append(MIDDLE_ABSENT)
        return
    if not option:
        rules.append(MIDDLE_EXTRA)
        return
    ties = [rule for word in mention for other in option if (rule := same_given(word, other)) >= 0]
    best = min(ties, default=-1)
    if best in (INITIAL, INITIAL_OF):
        rules.append(MIDDLE_INITIAL)
    elif 0 <= best < NEAR:
        rules.append(MIDDLE)
    elif best >= 0 or any(_one_slip(word, other) for word in mention for other in option):
        rules.append(MIDDLE_NEAR)
    else:
        rules.append(MIDDLE_DIFFERS)


def _compare_whole(mention: NameForm, option: NameForm) -> list[int] | None:
    """Compare names whose surnames share nothing: other orders, surnames left out."""
    words = (*mention.given, *mention.surname)
    others = (*option.given, *option.surname)
    shared = [w for w in words if len(w) > 1 and w in others]
    if mention.certain and len(mention.surname) > 1 and set(shared).isdisjoint(mention.surname):
        return None  # "Ada Bell, Tom Reed" are two people
    rest = tuple(w for w in words if w not in shared)
    other_rest = tuple(w for w in others if w not in shared)
    if len(shared) == 1:
        return _compare_swapped(rest, other_rest) if rest and other_rest else None
    if not shared:
        return None
    if sorted(words) == sorted(others):
        return [REORDERED]
    if len(shared) == len(words) or len(shared) == len(others):
        return [SUBSET]
    rules = [OVERLAP]
    _compare_middle(rest, other_rest, rules)
    return rules


def _compare_swapped(rest: tuple[str, ...], other_rest: tuple[str, ...]) -> list[int] | None:
    """Compare what two names have beside the one word they share: "M. Tessel", "Tessel Marsh"."""
    ties = [rule for a in rest for b in other_rest if 0 <= (rule := same_given(a, b)) <= INITIAL_OF]
    if not ties:
        return None
    rules = [SWAPPED, min(ties)]
    if len(rest) != len(other_rest):
        rules.append(MIDDLE_EXTRA if len(rest) > len(other_rest) else MIDDLE_ABSENT)
    return rules


def compare(mention: NameForm, option: NameForm) -> list[int] | None:
    """
    Give the numbers of the rules that hold for *mention* beside *option*; None for no common ground.

    >>> from civicpledge.normalise.names import read_forms
    >>> from civicpledge.matching.evidence import RULES
    >>> (mention,), (option,) = read_forms("Bottomlry, Pete"), read_forms("Peter Bottomley")
    >>> [RULES[number].name for number in compare(mention, option)]
    ['surname-near', 'given-nickname', 'two-slips']
    """
    given, listed = mention.given, option.given
    if mention.surname == option.surname or mention.joined == option.joined:
        rules = [SURNAME]
    elif len(listed) > 1 and listed[-1] + option.joined == mention.joined:
        rules, listed = [SURNAME], listed[:-1]
    elif len(given) > 1 and given[-1] + mention.joined == option.joined:
        rules, given = [SURNAME], given[:-1]
    else:
        found = _compare_unlike(mention, option)
        return None if found is None else _compare_rest(mention, option, found)
    compare_given(given, listed, rules)
    return _compare_rest(mention, option, rules)


def _compare_unlike(mention: NameForm, option: NameForm) -> list[int] | None:
    """Compare names whose surnames are not the same."""
    mine, given, listed = mention.surname, mention.given, option.given
    if (
        not given
        and not mention.certain
        and listed
        and same_given(mine[0], listed[0]) in _SAME_NAME
    ):
        return [BARE_GIVEN]
    shared = [word for word in mine if word in option.surname]
    if shared:
        return _compare_shared(mention, option, shared)
    rule = _spelling(mention, option)
    if rule < 0 or (given and listed and _first_given(given, listed)[0] < 0):
        return _compare_whole(mention, option)
    rules = [rule]
    if mention.joined[0] != option.joined[0] and mine[-1][0] != option.surname[-1][0]:
        rules.append(SURNAME_ONSET)
    compare_given(given, listed, rules)
    if GIVEN not in rules and MIDDLE not in rules:
        rules.append(TWO_SLIPS)
    return rules


def _compare_shared(mention: NameForm, option: NameForm, shared: list[str]) -> list[int]:
    """Compare names whose surnames share a word; the others count with the given names."""
    rules = [SURNAME_LAST if mention.surname[-1] == option.surname[-1] else SURNAME_ONE]
    rest = tuple(w for w in mention.surname if w not in shared)
    others = tuple(w for w in option.surname if w not in shared)
    if rest and others and not any(spelled_alike(a, b) for a in rest for b in others):
        rules.append(SURNAME_CLASH)
    given = mention.given + rest if mention.given else ()
    listed = option.given + others if option.given else ()
    compare_given(given, listed, rules)
    return rules


def _spelling(mention: NameForm, option: NameForm) -> int:
    """Give the rule for surnames that are spelled alike, or -1."""
    mine, theirs = mention.surname[-1], option.surname[-1]
    if theirs in other_forms(mine):
        return SURNAME_NEAR
    distance = spelled_alike(mention.joined, option.joined) or spelled_alike(mine, theirs)
    return (-1, SURNAME_NEAR, SURNAME_FAR)[distance]


def _compare_rest(mention: NameForm, option: NameForm, rules: list[int]) -> list[int]:
    if mention.suffix != option.suffix:
        rules.append(SUFFIX_DIFFERS if mention.suffix and option.suffix else SUFFIX_ONE)
    elif mention.suffix:
        rules.append(SUFFIX)
    if mention.rank != option.rank:
        rules.append(RANK_DIFFERS if mention.rank and option.rank else RANK_ONE)
    elif mention.rank:
        rules.append(RANK if _of_one_place(mention.place, option.place) else RANK_DIFFERS)
    if mention.sex and option.sex and mention.sex != option.sex:
        rules.append(SEX_DIFFERS)
    return rules


def _of_one_place(first: str, second: str) -> bool:
    """Tell whether two ranks can be one: a lord of one place is not the lord of another."""
    return f" {first} " in f" {second} " or f" {second} " in f" {first} " or not (first and second)


def compare_place(place: str, option: NameForm, area: str, rules: list[int]) -> None:
    """Add the rule about the place of a mention beside the option's own and the area it stands in."""
    if place or option.place:
        rules.append(_place_rule(place, option.place, area))


def _place_rule(place: str, listed: str, area: str) -> int:
    if not place or not (listed or area):
        return PLACE_ONE
    if listed:
        return PLACE if listed == place else PLACE_DIFFERS
    if not place.isdigit():
        return PLACE if f" {place} " in f" {area} " else PLACE_ONE
    numbers = [word for word in area.split() if word.isdigit()]
    if not numbers:
        return PLACE_ONE
    return PLACE if place in numbers else PLACE_DIFFERS
