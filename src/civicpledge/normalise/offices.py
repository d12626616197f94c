"""Offices: the post a label or a ballot id stands for, and the area it is of."""

import re
from typing import Final, NewType

from attrs import frozen

from civicpledge.model.ids import slug
from civicpledge.normalise.deadlines import MONTH
from civicpledge.normalise.names import name_key

OfficeKey = NewType("OfficeKey", str)
"""An office label folded for comparing: ``mayor.west-midlands``, ``pcc``."""


@frozen(kw_only=True)
class OfficeName:
    """
    What an office label says.

    :ivar post: ``mayor``, ``pcc``, ``mp`` ...; empty where the label names an area only
    :ivar area: the area as an id (``west-midlands``); empty where the label names a post only
    :ivar printed: the label as printed
    """

    post: str
    area: str
    printed: str

    @property
    def key(self) -> OfficeKey:
        """The two joined by a point: ``mayor.west-midlands``."""
        return OfficeKey(".".join(filter(None, (self.post, self.area))))


POST_TITLES: Final = {
    "mayor": "Mayor",
    "pcc": "Police and Crime Commissioner",
    "pfcc": "Police, Fire and Crime Commissioner",
    "parl": "Member of Parliament",
    "sp": "Member of the Scottish Parliament",
    "senedd": "Member of the Senedd",
    "nia": "Member of the Northern Ireland Assembly",
    "gla": "Member of the London Assembly",
    "local": "Councillor",
    "europarl": "Member of the European Parliament",
}
"""Posts by the first part of a Democracy Club ballot id, with their titles."""

_POSTS: Final = {
    "pfcc": "police fire (?:and )?(?:rescue )?(?:and )?crime commissioner|pfcc",
    "pcc": "|".join(
        (
            "police (?:and )?crime commissioner|pcc|p and cc|crime commissioner",
            "police commissioner|comisiynydd (?:yr )?heddlu a throseddu?",
        )
    ),
    "mayor": "|".join(
        (
            "(?:metro|directly elected|elected|combined authority|regional|city|executive) mayor",
            "metromayor|mayor(?:alty|al)?(?: election)?|maer",
        )
    ),
    "europarl": "members? of the european parliament|mep|european parliament",
    "sp": "members? of the scottish parliament|msp|scottish parliament|holyrood",
    "senedd": "|".join(
        (
            "members? of the senedd|senedd member|aelod o r senedd|senedd(?: cymru)?",
            "welsh (?:parliament|assembly)|assembly member for wales|(?:ms|am)(?= for )",
        )
    ),
    "nia": "members? of the legislative assembly|mla|northern ireland assembly|stormont",
    "gla": "london assembly(?: member)?|gla",
    "parl": "|".join(
        (
            "(?:prospective )?parliamentary|members? of parliament|mp|ppc|house of commons",
            "westminster|aelod seneddol",
        )
    ),
    "local": "(?:borough|county|city|district|town|ward|local)? ?(?:councillor|council|cllr)",
}
"""How labels name a post, the more telling first: the first that is found is the post."""

_POST_PATTERNS: Final = tuple((re.compile(rf"\b(?:{p})s?\b"), post) for post, p in _POSTS.items())

_AREAS: Final = {
    "west mids": "west-midlands",
    "w mids": "west-midlands",
    "w midlands": "west-midlands",
    "wm": "west-midlands",
    "east mids": "east-midlands",
    "gtr manchester": "greater-manchester",
    "gt manchester": "greater-manchester",
    "liverpool city": "liverpool-city-region",
    "lcr": "liverpool-city-region",
    "gm": "greater-manchester",
    "merseyside": "merseyside",
    "cambs and peterborough": "cambridgeshire-and-peterborough",
    "cambs": "cambridgeshire",
    "west yorks": "west-yorkshire",
    "w yorks": "west-yorkshire",
    "south yorks": "south-yorkshire",
    "s yorks": "south-yorkshire",
    "n yorks": "north-yorkshire",
    "north yorks": "north-yorkshire",
    "york and north yorks": "york-and-north-yorkshire",
    "n yorks and york": "york-and-north-yorkshire",
    "hull and east yorks": "hull-and-east-yorkshire",
    "gtr lincolnshire": "greater-lincolnshire",
    "tees": "tees-valley",
    "n tyneside": "north-tyneside",
    "bristol city": "bristol",
    "city of bristol": "bristol",
}
_AUTHORITIES: Final = {
    "wmca": "west-midlands",
    "gmca": "greater-manchester",
    "lcrca": "liverpool-city-region",
    "cpca": "cambridgeshire-and-peterborough",
    "wyca": "west-yorkshire",
    "symca": "south-yorkshire",
    "weca": "west-of-england",
    "tvca": "tees-valley",
    "nemca": "north-east",
    "emcca": "east-midlands",
    "ynyca": "york-and-north-yorkshire",
    "heyca": "hull-and-east-yorkshire",
    "glcca": "greater-lincolnshire",
    "gla": "london",
}
"""Combined authorities by their letters: each is led by a mayor of the area."""

_ONE_POST: Final = {"pfcc": "pcc"}
"""An area has a commissioner with or without the fire service, never both; ballot ids say ``pcc``."""

_REGION: Final = re.compile(
    r"\b(?:combined (?:county )?authority|regional?|police area|force area)\b|\bcc?a$"
)


_NOT_THE_HOLDER: Final = frozenset(
    {"lord", "deputy", "vice", "assistant", "town", "former", "ex", "leader"}
)
"""Words before a post that make it another one, or somebody's of the past."""

_LEADER: Final = re.compile(r"\bleader of\b")
_DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH} |{MONTH} )?(?:19|20)\d\d(?: \d\d \d\d)?\b"
)
_SEAT: Final = re.compile(r" (?:ward|constituency|division|by|by election)$")
_BALLOT_KIND: Final = re.compile(r"^[a-z](?:\.|$)")
"""The letter of a kind of seat in a ballot id: ``sp.c.haven`` is of a constituency, ``gla.a`` at large."""


def _area(text: str) -> str:
    """Give the id of the area that is left of a label when its post is taken out."""
    text = " ".join(_REGION.sub(" ", _DATE.sub(" ", name_key(text))).split())
    words = re.sub(
        r"^(?:(?:the|of|for|in|to|a|candidates?|elections?|hustings|and)\b ?)+"
        r"|(?: (?:the|of|for|candidates?|elections?|hustings|and))+$",
        "",
        text,
    )
    words = _SEAT.sub("", " ".join(words.split()))
    return _AREAS.get(words) or (slug(words) if words else "")


def _take_post(text: str) -> tuple[str, str, str]:
    """Take the post out of a folded label: its name, empty where there is none, and both sides."""
    for pattern, post in _POST_PATTERNS:
        found = pattern.search(text)
        if found:
            return post, text[: found.start()], text[found.end() :]
    return "", text, ""


def parse_office(label: str) -> OfficeName:
    """
    Read the post and the area out of an office label.

    >>> parse_office("Metro Mayor of the West Midlands").key
    'mayor.west-midlands'
    >>> parse_office("Police & Crime Commissioner for West Mids").key
    'pcc.west-midlands'
    >>> parse_office("WMCA").key
    'mayor.west-midlands'

    A label of two offices, or of a lord mayor, a deputy or a leader, is none of these: both parts are
    empty. A ballot id (``parl.north-haven``) is a label too. Days and years, "ward" and "constituency"
    are no part of an area.
    """
    post, _, rest = label.partition(".")
    if post in POST_TITLES and rest:
        return OfficeName(post=post, area=_area(_BALLOT_KIND.sub("", rest)), printed=label)
    text: str = name_key(label.replace("&", " and "))
    if text in _AUTHORITIES:
        return OfficeName(post="mayor", area=_AUTHORITIES[text], printed=label)
    post, before, behind = _take_post(text)
    text = f"{before} {behind}"
    another = not _NOT_THE_HOLDER.isdisjoint(before.split()[-1:]) or _LEADER.search(text)
    if (post and another) or _take_post(text)[0] not in ("", "local"):
        return OfficeName(post="", area="", printed=label)
    letters = next((w for w in text.split() if w in _AUTHORITIES), "")
    area = _AUTHORITIES[letters] if letters else _area(text)
    return OfficeName(post=post or ("mayor" if letters else ""), area=area, printed=label)


def office_key(label: str) -> OfficeKey:
    """
    Fold an office label to the form offices are compared in.

    >>> office_key("PCC"), office_key("Mayor of West Midlands")
    ('pcc', 'mayor.west-midlands')
    """
    return parse_office(label).key


def same_office(first: str, second: str) -> bool | None:
    """
    Tell whether two labels name one office: None where one of them says too little.

    >>> same_office("West Mids", "Metro Mayor of the West Midlands") is None
    True
    >>> same_office("PCC for West Midlands", "West Midlands Police and Crime Commissioner")
    True
    >>> same_office("PCC", "Mayor of London")
    False
    """
    one, other = parse_office(first), parse_office(second)
    posts = (_ONE_POST.get(office.post, office.post) for office in (one, other))
    pairs = (tuple(posts), (one.area, other.area))
    if any(a and b and a != b for a, b in pairs):
        return False
    return True if all(a and b for a, b in pairs) else None
