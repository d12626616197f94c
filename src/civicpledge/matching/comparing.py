"""Two readings of names side by side: which rules hold. Nothing here knows a roster."""

from typing import Final

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from civicpledge.matching.evidence import NUMBER
from civicpledge.normalise.names import NameForm
from civicpledge.normalise.nicknames import is_known, other_forms, shared_forms

(
    SURNAME, SURNAME_LAST, SURNAME_ONE, SURNAME_CLASH, SURNAME_NEAR, SURNAME_FAR,
    SURNAME_ONSET, SURNAME_OTHERS, TWO_SLIPS,
    REORDERED, SUBSET, OVERLAP, SWAPPED,
    GIVEN, NICKNAME, SHARED, INITIAL, INITIAL_OF, SHORT, NEAR, NEAR_KNOWN, BARE_GIVEN,
    IS_MIDDLE, MIDDLE_IS,
    MISSING, UNLISTED, ONSET, DIFFERS, LETTER, INITIAL_DIFFERS,
    MIDDLE, MIDDLE_INITIAL, MIDDLE_EXTRA, MIDDLE_ABSENT, MIDDLE_DIFFERS,
    SUFFIX, SUFFIX_DIFFERS, SUFFIX_ONE, PLACE, PLACE_DIFFERS, PLACE_ONE,
    RANK, RANK_ONE, RANK_DIFFERS, SEX_DIFFERS, PARTY, PARTY_DIFFERS,
) = range(47)  # fmt: skip


_BARE: Final = (GIVEN, NICKNAME)


def spelled_alike(first: str, second: str) -> int:
    """
    Count the letters by which two different words differ: 1 or 2 where they are spelled alike, else 0.

    One for words of four letters or more, two for words of seven or more; the first or the last letter
    is the same.

    >>> spelled_alike("bottomley", "bottomlry"), spelled_alike("lee", "leo"), spelled_alike("robinson", "robison")
    (1, 0, 1)
    """
    shorter, longer = len(first), len(second)
    if shorter > longer:
        shorter, longer = longer, shorter
    if shorter < 4 or longer - shorter > 2 or (first[0] != second[0] and first[-1] != second[-1]):
        return 0
    allowed = 2 if shorter > 6 else 1
    distance = DamerauLevenshtein.distance(first, second, score_cutoff=allowed)
    return distance if distance <= allowed else 0


def _same_given(first: str, second: str) -> int:
    """Give the rule by which two given words are one name, or -1."""
    if first == second:
        return GIVEN
    if len(first) == 1:
        return INITIAL if second[0] == first else -1
    if len(second) == 1:
        return INITIAL_OF if first[0] == second else -1
    if second in other_forms(first):
        return NICKNAME
    if len(first) > 2 and len(second) > 2 and (first.startswith(second) or second.startswith(first)):
        return SHORT
    if second in shared_forms(first):
        return SHARED
    if spelled_alike(first, second):
        return NEAR_KNOWN if is_known(first) and is_known(second) else NEAR
    return -1


def _first_given(mention: tuple[str, ...], option: tuple[str, ...]) -> tuple[int, int, int]:
    """Give the rule that ties the given names, and how many words of each it uses up."""
    first, second = mention[0], option[0]
    rule = _same_given(first, second)
    if rule >= 0:
        return rule, 1, 1
    if len(mention) > 1 and first + mention[1] == second:
        return GIVEN, 2, 1
    if len(option) > 1 and second + option[1] == first:
        return GIVEN, 1, 2
    return -1, 0, 0


def _onset(first: str, second: str) -> int:
    """Give the rule for two given names that nothing ties: how much of their beginnings is the same."""
    if first[:4] == second[:4]:
        return ONSET
    return LETTER if first[0] == second[0] else DIFFERS


def compare_given(mention: tuple[str, ...], option: tuple[str, ...], rules: list[int]) -> None:
    """Add the rules about given and middle names to *rules*."""
    if not mention:
        rules.append(MISSING)
        return
    if not option:
        rules.append(UNLISTED)
        return
    rule, used, spent = _first_given(mention, option)
    if rule >= 0:
        rules.append(rule)
        _compare_middle(mention[used:], option[spent:], rules)
        return
    for position, word in enumerate(option[1:], 1):
        if len(word) > 1 and len(mention[0]) > 1 and _same_given(mention[0], word) >= 0:
            rules.append(IS_MIDDLE)
            _compare_middle(mention[1:], option[position + 1 :], rules)
            return
    for position, word in enumerate(mention[1:], 1):
        if len(word) > 1 and len(option[0]) > 1 and _same_given(word, option[0]) >= 0:
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
    best = -1
    for word in mention:
        for other in option:
            rule = _same_given(word, other)
            if rule >= 0 and (best < 0 or rule < best):
                best = rule
    if best < 0:
        rules.append(MIDDLE_DIFFERS)
    else:
        rules.append(MIDDLE_INITIAL if best in (INITIAL, INITIAL_OF) else MIDDLE)


def _compare_whole(mention: NameForm, option: NameForm) -> list[int] | None:
    """Compare names whose surnames share nothing: other orders, surnames left out."""
    words = (*mention.given, *mention.surname)
    others = (*option.given, *option.surname)
    shared = [w for w in words if len(w) > 1 and w in others]
    rules: list[int]
    if len(shared) > 1:
        if sorted(words) == sorted(others):
            return [REORDERED]
        if len(shared) == len(words) or len(shared) == len(others):
            return [SUBSET]
        rest = [w for w in words if w not in shared]
        other_rest = [w for w in others if w not in shared]
        rules = [OVERLAP]
        _compare_middle(tuple(rest), tuple(other_rest), rules)
        return rules
    if len(shared) == 1 and len(words) > 1 and len(others) > 1:
        rest = [w for w in words if w != shared[0]]
        other_rest = [w for w in others if w != shared[0]]
        if not rest or not other_rest:
            return None
        pairs = [_same_given(a, b) for a in rest for b in other_rest]
        ties = [pair for pair in pairs if 0 <= pair <= INITIAL_OF]
        if not ties:
            return None
        rules = [SWAPPED, min(ties)]
        if len(rest) != len(other_rest):
            rules.append(MIDDLE_EXTRA if len(rest) > len(other_rest) else MIDDLE_ABSENT)
        return rules
    return None


def compare(mention: NameForm, option: NameForm) -> list[int] | None:
    """
    Give the numbers of the rules that hold for *mention* beside *option*; None for no common ground.

    >>> from civicpledge.normalise.names import read_forms
    >>> from civicpledge.matching.evidence import RULES
    >>> (mention,), (option,) = read_forms("Bottomlry, Pete"), read_forms("Peter Bottomley")
    >>> [RULES[number].name for number in compare(mention, option)]
    ['surname-near', 'given-nickname']
    """
    mine, theirs = mention.surname, option.surname
    given, listed = mention.given, option.given
    if mine == theirs or mention.joined == option.joined:
        rules = [SURNAME]
    elif len(listed) > 1 and listed[-1] + option.joined == mention.joined:
        rules, listed = [SURNAME], listed[:-1]
    elif len(given) > 1 and given[-1] + mention.joined == option.joined:
        rules, given = [SURNAME], given[:-1]
    elif not given and not mention.certain and listed and _same_given(mine[0], listed[0]) in _BARE:
        return _compare_rest(mention, option, [BARE_GIVEN])
    else:
        shared = [word for word in mine if word in theirs]
        if shared:
            rules = [SURNAME_LAST if mine[-1] == theirs[-1] else SURNAME_ONE]
            rest = tuple(w for w in mine if w not in shared)
            other_rest = tuple(w for w in theirs if w not in shared)
            if rest and other_rest and not any(spelled_alike(a, b) for a in rest for b in other_rest):
                rules.append(SURNAME_CLASH)
            given, listed = given + rest, listed + other_rest
            if not mention.given and rest:
                given = ()
            if not option.given and other_rest:
                listed = ()
        else:
            distance = spelled_alike(mention.joined, option.joined) or spelled_alike(mine[-1], theirs[-1])
            if theirs[-1] in other_forms(mine[-1]):
                distance = 1
            if not distance or (len(given) and len(listed) and _first_given(given, listed)[0] < 0):
                whole = _compare_whole(mention, option)
                if whole is None:
                    return None
                return _compare_rest(mention, option, whole)
            rules = [SURNAME_NEAR if distance == 1 else SURNAME_FAR]
            if mention.joined[0] != option.joined[0] and mine[-1][0] != theirs[-1][0]:
                rules.append(SURNAME_ONSET)
            compare_given(given, listed, rules)
            if GIVEN not in rules:
                rules.append(TWO_SLIPS)
            return _compare_rest(mention, option, rules)
    compare_given(given, listed, rules)
    return _compare_rest(mention, option, rules)


def _compare_rest(mention: NameForm, option: NameForm, rules: list[int]) -> list[int]:
    if mention.suffix != option.suffix:
        rules.append(SUFFIX_DIFFERS if mention.suffix and option.suffix else SUFFIX_ONE)
    elif mention.suffix:
        rules.append(SUFFIX)
    if mention.rank != option.rank:
        rules.append(RANK_DIFFERS if mention.rank and option.rank else RANK_ONE)
    elif mention.rank:
        rules.append(RANK)
    if mention.sex and option.sex and mention.sex != option.sex:
        rules.append(SEX_DIFFERS)
    return rules


def compare_place(place: str, option: NameForm, area: str, rules: list[int]) -> None:
    """Add the rule about the place of a mention beside the option's own and the area it stands in."""
    if not place:
        if option.place:
            rules.append(PLACE_ONE)
        return
    if option.place:
        rules.append(PLACE if option.place == place else PLACE_DIFFERS)
    elif area:
        words = area.split()
        if place.isdigit():
            if any(w.isdigit() for w in words):
                rules.append(PLACE if place in words else PLACE_DIFFERS)
            else:
                rules.append(PLACE_ONE)
        else:
            rules.append(PLACE if f" {place} " in f" {area} " else PLACE_ONE)
    else:
        rules.append(PLACE_ONE)
