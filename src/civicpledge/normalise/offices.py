"""Offices: the post a label or a ballot id stands for, and the area it is of."""

import re
from typing import Final, NewType

from attrs import frozen

from civicpledge.model.ids import slug
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

_POSTS: Final = (
    (r"police fire (?:and )?(?:rescue )?(?:and )?crime commissioner|pfcc", "pfcc"),
    (r"police (?:and )?crime commissioner|pcc|p and cc|crime commissioner", "pcc"),
    (
        r"(?:metro|directly elected|elected|combined authority|regional|city|executive) mayor|metromayor",
        "mayor",
    ),
    (r"mayor(?:alty)?", "mayor"),
    (r"member of parliament|mp|house of commons|westminster", "parl"),
    (r"member of the scottish parliament|msp|scottish parliament|holyrood", "sp"),
    (r"member of the senedd|senedd|welsh assembly|assembly member for wales", "senedd"),
    (r"member of the legislative assembly|mla|northern ireland assembly|stormont", "nia"),
    (r"london assembly(?: member)?|gla", "gla"),
    (r"councillor|council|cllr|borough councillor|county councillor", "local"),
)
_POST_PATTERNS: Final = tuple((re.compile(rf"\b(?:{p})s?\b"), post) for p, post in _POSTS)

_AREAS: Final = {
    "west mids": "west-midlands",
    "w mids": "west-midlands",
    "w midlands": "west-midlands",
    "wm": "west-midlands",
    "east mids": "east-midlands",
    "gtr manchester": "greater-manchester",
    "gt manchester": "greater-manchester",
    "liverpool": "liverpool-city-region",
    "liverpool city": "liverpool-city-region",
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
    "weca": "west-of-england",
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
    "gla": "london",
}
"""Combined authorities by their letters: each is led by a mayor of the area."""

_REGION: Final = re.compile(
    r"\b(?:combined (?:county )?authority|regional?|police area|force area)\b"
)


def _area(text: str) -> str:
    words = re.sub(
        r"^(?:(?:the|of|for|in|to|a|candidates?|election|and)\b ?)+"
        r"|(?: (?:the|of|for|candidates?|election|and))+$",
        "",
        text,
    )
    words = " ".join(words.split())
    return _AREAS.get(words) or (slug(words) if words else "")


def parse_office(label: str) -> OfficeName:
    """
    Read the post and the area out of an office label.

    >>> parse_office("Metro Mayor of the West Midlands").key
    'mayor.west-midlands'
    >>> parse_office("Police & Crime Commissioner for West Mids").key
    'pcc.west-midlands'
    >>> parse_office("WMCA").key
    'mayor.west-midlands'
    """
    text: str = name_key(label.replace("&", " and "))
    if text in _AUTHORITIES:
        return OfficeName(post="mayor", area=_AUTHORITIES[text], printed=label)
    post = ""
    for pattern, name in _POST_PATTERNS:
        text, found = pattern.subn(" ", text, count=1)
        if found:
            post = name
            break
    rest = " ".join(_REGION.sub(" ", text).split())
    letters = next((w for w in rest.split() if w in _AUTHORITIES), "")
    area = _AUTHORITIES[letters] if letters else _area(rest)
    if letters and not post:
        post = "mayor"
    return OfficeName(post=post, area=area, printed=label)


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
    pairs = ((one.post, other.post), (one.area, other.area))
    if any(a and b and a != b for a, b in pairs):
        return False
    return True if all(a and b for a, b in pairs) else None
