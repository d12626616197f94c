"""The parts of a label's words: who speaks, for whom, with whom, and the party behind the name."""

import re

from civicpledge.readers.name_forms import is_name, is_party, party_word

BEHALF = r"(?:on behalf of|standing in for|stand-in for|deputising for|representing|in place of)"
_ON_BEHALF = re.compile(
    rf"(?:,? \(?(?:speaking |standing in |answering |appearing |deputising )?{BEHALF} )",
    re.IGNORECASE,
)
_DASH = re.compile(r"[ ]{1,3}[-–—|][ ]{1,3}|[ ]?[–—][ ]?")


def split_behalf(head: str) -> tuple[str, str | None, str]:
    """Split "Ann Body, on behalf of Bo Ng (Green)" into who speaks, for whom, and the rest."""
    found = _ON_BEHALF.search(head)
    if found is None:
        return head, None, ""
    speaker, before = split_name(head[: found.start()])
    candidate, rest = split_name(head[found.end() :].rstrip(" )"))
    if not is_name(candidate):
        return head, None, ""
    return speaker, candidate, rest or before


_INCUMBENCY = re.compile(
    r"(?: [-–—]|,)? incumbent$"
    r"|(?: [-–—]|,)? ?[(\[](?:[^()\[\]]{0,60}\b)?"
    r"(?:incumbent|current|sitting|serving|outgoing|former|re-election)\b[^()\[\]]{0,60}[)\]]$",
    re.IGNORECASE,
)


def without_incumbency(head: str) -> str:
    """
    Cut off what says who holds the office now.

    >>> without_incumbency("Ann Body, Labour (Marlshire's current commissioner)")
    'Ann Body, Labour'
    """
    return _INCUMBENCY.sub("", head)


def split_name(head: str) -> tuple[str, str]:
    """Split at the first comma, bracket or spaced dash."""
    cuts = [head.find(","), head.find("(")]
    dash = _DASH.search(head)
    cuts.append(dash.start() if dash else -1)
    at = min((c for c in cuts if c > 0), default=len(head))
    rest = head[at:].strip(" ,()-–—|*_")
    return head[:at].strip(" *_"), f"{rest})" if "(" in rest and ")" not in rest else rest


def split_party(words: str) -> tuple[str, str]:
    """Split "Ann Body Green Party" where the words behind a full name are a party's."""
    parts = words.split()
    at = next((i for i, part in enumerate(parts) if i > 1 and party_word(part)), len(parts))
    name, party = " ".join(parts[:at]), " ".join(parts[at:])
    return (name, party) if party and is_name(name) and is_party(party) else (words, "")


_ROLE_TAIL = re.compile(
    r"(?:'s|’s)?\s(?:(?:metro |regional )?mayoral\s|parliamentary\s|"
    r"police\s.{0,24}?)?(?:candidate|hopeful|ppc|for)\b.{0,80}$",
    re.IGNORECASE,
)


def party_in(rest: str) -> str | None:
    """Give the words of a label's tail that name a party."""
    for piece in (rest, *re.split(r"\s*[,()|;]\s*|\s+[-–—]\s+", rest)):
        words = _ROLE_TAIL.sub("", piece.strip()).strip()
        if words and is_party(words):
            return words
    return None


_JOINT = re.compile(
    r" ?\((?:joint|shared|common) (?:answer|reply|response|statement)\)", re.IGNORECASE
)
_PAIR = 2
_SHARING = re.compile(r"(?:,| and| &) (?=[A-ZÀ-Þ])")


def shared_names(head: str) -> tuple[tuple[str, str | None], ...]:
    """Read "Ann Body (Green) and Bo Ng (Labour)": two or more full names, each with its party or none."""
    found: list[tuple[str, str | None]] = []
    dash = _DASH.search(_JOINT.sub("", head))
    names, behind = (head[: dash.start()], head[dash.end() :]) if dash else (head, "")
    common = _JOINT.sub("", behind).strip() if behind else None
    for piece in _SHARING.split(_JOINT.sub("", names)):
        name, _, tail = piece.partition(" (")
        party = tail.rstrip(") ") or common
        if (
            " " not in name
            or not is_name(name)
            or (party and not is_party(party))
            or is_party(name)
        ):
            return ()
        found.append((name, party))
    paired = len(found) == _PAIR and " and " not in names and "&" not in names
    # "Cy Low, Fishers' Union" is one person with something that is not known as a party.
    return () if paired and not any(party for _, party in found) else tuple(found)
