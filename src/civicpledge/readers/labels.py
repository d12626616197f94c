"""Speakers' labels as pages print them: "Name, Party:", "Name (Party): ...", "NAME ...", "Name - Party"."""

import re
from collections.abc import Iterable

from attrs import frozen

from civicpledge.readers.lines import words_of

_LONGEST_LABEL = 140
_PARTY_WORDS = words_of(
    """
    conservative conservatives tory tories con labour lab co-op co-operative cooperative lib
    libdem libdems liberal liberals democrat democrats dem dems ld ldem green greens grn
    reform ukip snp plaid cymru independent independents ind tusc sdp dup sdlp uup alliance
    party workers respect communist socialist republican heritage volt unionist féin fein
    welsh lab/co-op lab/coop unaffiliated non-aligned
    """
)
_PARTY_JOINERS = words_of(
    """
    & and of the for in uk gb ni + / - – candidate party
    """
)
_ROLES = re.compile(
    r"\b(?:candidate|mp|mep|ms|msp|am|cllr|councillor|mayor|mayoral|commissioner|pcc|leader|"
    r"deputy|chair|"
    r"incumbent|standing|ppc|minister)\b",
    re.IGNORECASE,
)
_TITLES = words_of(
    """
    mr mrs ms miss mx dr prof professor cllr councillor sir dame lord lady baroness rev revd
    reverend hon mayor fr imam rabbi sheikh
    """
)
_PARTICLES = words_of(
    """
    de da di du del della la le van von der den ter ten al el bin ibn ap ab y e of
    """
)
_INITIAL = re.compile(r"(?:[A-Z]\.?){1,3}")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_'’‘.-]*(?:['’‘.-][^\W\d_]+)*\.?")
# Words that open sentences; no name holds one ("Will" and "May" are names).
_FUNCTION_WORDS = words_of(
    """
    yes no not the this that these those we i our my your his her their its it he she they you
    and or but so as if in on at by for from to with what how why when where who which would
    should could can do does did is are was were be have has had there here all both each
    every everyone some most many more first second third finally secondly firstly thirdly
    also however key next last one two three four five six seven eight nine ten
    """
)
# Words that head sections or lists; no name holds one either.
_TOPIC_WORDS = words_of(
    """
    note notes question questions answer answers update source sources date time venue
    background context summary response responses reply replies comment comments statement ask
    asks pledge pledges priority priorities demand demands party name names candidate
    candidates email phone website twitter facebook contact photo image picture video credit
    caption housing health education safety transport homes jobs work crime climate economy
    environment mayoral example action actions conclusion introduction about today tomorrow
    yesterday monday tuesday wednesday thursday friday saturday sunday january february march
    july september october november december remember additionally meanwhile policy budget
    timeline cost costs deadline target targets aim aims goal goals result results step steps
    option options part parts section theme topic commissioner police council government
    labour nhs election elections living wage citizens region community communities
    conservative conservatives liberal democrats energy schools youth mental services service
    fund
    """
)
_NO_NAME = _FUNCTION_WORDS | _TOPIC_WORDS
_ROLE_SPEAKERS = words_of(
    """
    q question questioner chair moderator interviewer host audience presenter facilitator
    compere compère citizens member members leader leaders us
    """
)
_ON_BEHALF = re.compile(
    r"(?:,? \(?(?:speaking |standing in |answering |appearing |deputising )?(?:on behalf of|"
    r"standing in for|"
    r"stand-in for|deputising for|representing|in place of) )",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[ ]{1,2}(?:also |then )?(?:said|says|replied|replies|answered|answers|responded|responds|"
    r"told us|wrote|"
    r"writes|added|adds|stated|states)(?: that)?(?:[ ]{0,2}[:,][ ]{0,2}(?=$|['\"‘“«])|[ "
    r"]{1,2}(?=[\"“«]))"
)
_DASH = re.compile(r"[ ]{1,3}[-–—|][ ]{1,3}|[ ]?[–—][ ]?")
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*[ ]{1,2}){1,4}(?=\S)")


@frozen(kw_only=True)
class Label:
    """
    The label before somebody's words, in offsets of the line's bare text.

    :ivar also: further names that share the label, with their parties
    :ivar end: where the label ends and words may begin
    :ivar strong: whether its own form tells that it is one (a name with a party that is known as one)
    :ivar form: how it is printed, the same for labels of one make
    """

    name: str | None
    party: str | None
    on_behalf_of: str | None = None
    also: tuple[tuple[str, str | None], ...] = ()
    end: int
    strong: bool
    form: str


def is_party(words: str) -> bool:
    """
    Tell whether *words* have the form of a party's name.

    >>> is_party("Labour & Co-operative"), is_party("Labour has a plan"), is_party("West Midlands")
    (True, False, False)
    """
    parts = words.replace("(", " ").replace(")", " ").replace(",", " ").split()
    if not parts or len(parts) > 9 or len(words) > 90:
        return False
    known = any(_party_word(p) for p in parts)
    return known and all(_party_word(p) or _may_join(p) for p in parts)


def _party_word(word: str) -> bool:
    folded = word.strip(".,;'’\"*_").casefold()
    return folded in _PARTY_WORDS or any(
        piece in _PARTY_WORDS for piece in re.split(r"[/&+-]", folded) if len(piece) > 2
    )


def _may_join(word: str) -> bool:
    bare = word.strip(".,;'’\"*_")
    return (
        bare.casefold() in _PARTY_JOINERS
        or _ROLES.fullmatch(bare) is not None
        or bare[:1].isupper()
    )


def is_name(words: str) -> bool:
    """
    Tell whether *words* have the form of a person's name: one to five capitalised words.

    >>> is_name("Jo O'Neil-Body"), is_name("Yes"), is_name("A plan for homes")
    (True, False, False)
    """
    parts = words.split()
    if not 1 <= len(parts) <= 6 or len(words) > 60:
        return False
    solid = [p for p in parts if p.strip(".").casefold() not in _TITLES]
    if not solid or not all(_name_part(p) for p in solid):
        return False
    if solid[0].casefold().rstrip(".") in _PARTICLES and len(solid) == 1:
        return False
    if any(_INITIAL.fullmatch(p) is None and p.casefold().strip(".") in _NO_NAME for p in solid):
        return False
    return any(len(p.strip(".")) > 1 for p in solid)


def _name_part(part: str) -> bool:
    if _INITIAL.fullmatch(part):
        return True
    bare = part.strip("'’‘\"“”()")
    if bare.casefold() in _PARTICLES:
        return True
    return bool(bare) and bare[0].isupper() and _NAME_WORD.fullmatch(bare) is not None


def label_of(bare: str) -> Label | None:
    """
    Read the label that a line may begin with; the page as a whole decides on weak ones.

    >>> label_of("Ann Body, Green Party:").name, label_of("Body: Yes, I will.").strong
    ('Ann Body', False)
    """
    return (
        _said_label(bare)
        or _colon_label(bare)
        or _bracket_label(bare)
        or _bold_label(bare)
        or _whole_line_label(bare)
        or _capitals_label(bare)
    )


def _colon_label(bare: str) -> Label | None:
    at = bare.find(":", 0, _LONGEST_LABEL)
    if at < 2 or bare[at + 1 : at + 3] == "//" or (bare[at + 1 : at + 2]).isdigit():
        return None
    head = bare[:at].rstrip("*_ ")
    behind = at + 1
    while behind < len(bare) and bare[behind] in "*_ \t":
        behind += 1
    own = "own" if behind >= len(bare) else "run-in"
    return _head_label(head, behind, form=f"colon-{own}")


def _said_label(bare: str) -> Label | None:
    found = _SAID.search(bare, 0, _LONGEST_LABEL)
    if found is None:
        return None
    return _head_label(bare[: found.start()].rstrip(","), found.end(), form="said")


def _bracket_label(bare: str) -> Label | None:
    """Read "Name (Party) text", "Name (Party) - text" and the same alone on the line."""
    opened = bare.find("(", 0, 80)
    closed = bare.find(")", opened, _LONGEST_LABEL) if opened > 1 else -1
    if closed < 0:
        return None
    name, party = bare[:opened].strip(" *_,"), bare[opened + 1 : closed].strip()
    if not (is_name(name) and is_party(party)):
        return None
    behind = closed + 1
    while behind < len(bare) and bare[behind] in "*_ \t-–—":
        behind += 1
    rest = bare[behind:]
    if rest[:1].islower() or rest[:1] in tuple(",.;&/"):
        return None
    strong = not rest or behind > closed + 2 or rest[0] in "'\"‘“«"
    return Label(name=name, party=party, end=behind, strong=strong, form="bracket")


def _bold_label(bare: str) -> Label | None:
    """Read "**Name** text", of which the line's bare text begins behind the first marks."""
    at = bare.find("**", 2, _LONGEST_LABEL)
    if at < 0 or not bare[at + 2 :].strip():
        return None
    behind = at + 2
    while behind < len(bare) and bare[behind] in " \t-–—:":
        behind += 1
    return _head_label(bare[:at].strip(), behind, form="bold")


def _whole_line_label(bare: str) -> Label | None:
    if len(bare) > 110:
        return None
    return _head_label(bare.strip("*_ "), len(bare), form="line")


def _capitals_label(bare: str) -> Label | None:
    found = _CAPITALS.match(bare, 0, 60)
    return None if found is None else _capitals(found[0])


def shorter(label: Label, bare: str) -> Label | None:
    """
    Give a label in capitals without its last word: "ANN BODY NHS land ..." may begin with a name of two.

    >>> shorter(label_of("ANN BODY NHS land is free."), "ANN BODY NHS land is free.").name
    'ANN BODY'
    """
    return _capitals(_without_last_word(bare[: label.end]))


def _without_last_word(head: str) -> str:
    words = head.rstrip()
    return words[: words.rfind(" ") + 1]


def _capitals(head: str) -> Label | None:
    while head and not is_name(head.strip(" -–—").title()):
        head = _without_last_word(head)
    name = head.strip(" -–—")
    solid = [w for w in name.split() if len(w.strip(".")) > 1]
    if not solid:
        return None
    return Label(name=name, party=None, end=len(head), strong=False, form="capitals")


def tail_label(bare: str) -> tuple[int, Label] | None:
    """
    Read who is named behind a quotation that fills the rest of the line; give where the quotation ends.

    >>> tail_label("'Yes, I will.' - Ann Body, Green Party")[1].name
    'Ann Body'
    """
    if bare[:1] not in tuple("'\"‘“«"):
        return None
    closed = max(bare.rfind(mark, max(1, len(bare) - _LONGEST_LABEL)) for mark in "'\"’”»")
    tail = bare[closed + 1 :]
    head = _TAIL_SAID.sub("", tail.strip(" ,.-–—()*_"))
    if closed < 2 or not head or bare[closed - 1].isspace():
        return None
    label = _head_label(head.strip(), len(bare), form="tail")
    return None if label is None else (closed + 1, label)


_TAIL_SAID = re.compile(r"^(?:said|says|replied|answered|responded|added)\s+")


def _head_label(head: str, end: int, *, form: str) -> Label | None:
    """Split a label's words into name, stand-in and party."""
    shared = _shared(head)
    if len(shared) > 1:
        (name, party), *others = shared
        strong = all(p for _, p in shared)
        return Label(name=name, party=party, also=tuple(others), end=end, strong=strong, form=form)
    name, behalf, rest = _split_behalf(head)
    if behalf is None:
        name, rest = _split_name(head)
    if not is_name(name):
        return _party_label(head, end, form=form)
    if form != "said" and not _may_follow(rest):
        return None
    party = _party_in(rest)
    if form != "said" and rest and party is None and not _ROLES.search(rest):
        return Label(
            name=name,
            party=rest.strip(" ()"),
            on_behalf_of=behalf,
            end=end,
            strong=False,
            form=form,
        )
    return Label(
        name=name,
        party=party,
        on_behalf_of=behalf,
        end=end,
        strong=party is not None or (form == "said" and " " in name),
        form=form,
    )


_SHARING = re.compile(r"(?:,| and| &) (?=[A-ZÀ-Þ])")


def _shared(head: str) -> tuple[tuple[str, str | None], ...]:
    """Read "Ann Body (Green) and Bo Ng (Labour)": two or more full names, each with its party or none."""
    found: list[tuple[str, str | None]] = []
    for piece in _SHARING.split(head):
        name, _, tail = piece.partition(" (")
        party = tail.rstrip(") ") or None
        if (
            " " not in name
            or not is_name(name)
            or (party and not is_party(party))
            or is_party(name)
        ):
            return ()
        found.append((name, party))
    return tuple(found)


_ANSWER_MARK = re.compile(r"(?:answer|response|reply|a)[*_ ]{0,3}[:.)][*_ ]{0,3}\s*", re.IGNORECASE)


def answer_mark(bare: str) -> int:
    """Give where the words begin behind "Answer:" or "A:", else 0."""
    found = _ANSWER_MARK.match(bare)
    return found.end() if found else 0


def _may_follow(rest: str) -> bool:
    """Tell whether a label's tail names parties, roles, places or an age, and is no sentence."""
    words = re.split(r"[\s,;|()/]+", rest)
    return len(rest) <= 100 and all(_follows(word) for word in words if word)


def _follows(word: str) -> bool:
    return _party_word(word) or _may_join(word) or word.isdigit() or word[0] in "-–—&+'’"


def _party_label(head: str, end: int, *, form: str) -> Label | None:
    """Read "Labour: ..." and "Green Party - Ann Body:"."""
    first, rest = _split_name(head)
    if not is_party(first):
        return None
    name = rest.strip(" ()-–—:")
    if name and not is_name(name):
        return None
    if not name and form == "line":
        return None
    return Label(name=name or None, party=first, end=end, strong=bool(name), form=f"party-{form}")


def _split_behalf(head: str) -> tuple[str, str | None, str]:
    found = _ON_BEHALF.search(head)
    if found is None:
        return head, None, ""
    speaker, before = _split_name(head[: found.start()])
    candidate, rest = _split_name(head[found.end() :].rstrip(" )"))
    if not is_name(candidate):
        return head, None, ""
    return speaker, candidate, rest or before


def _split_name(head: str) -> tuple[str, str]:
    """Split at the first comma, bracket or spaced dash."""
    cuts = [head.find(","), head.find("(")]
    dash = _DASH.search(head)
    cuts.append(dash.start() if dash else -1)
    at = min((c for c in cuts if c > 0), default=len(head))
    return head[:at].strip(" *_"), head[at:].strip(" ,()-–—|*_")


_ROLE_TAIL = re.compile(
    r"(?:'s|’s)?\s(?:(?:metro |regional )?mayoral\s|parliamentary\s|"
    r"police\s.{0,24}?)?(?:candidate|hopeful|ppc|for)\b.{0,80}$",
    re.IGNORECASE,
)


def _party_in(rest: str) -> str | None:
    """Give the words of a label's tail that name a party."""
    for piece in (rest, *re.split(r"\s*[,()|;]\s*|\s+[-–—]\s+", rest)):
        words = _ROLE_TAIL.sub("", piece.strip()).strip()
        if words and is_party(words):
            return words
    return None


def is_role(name: str) -> bool:
    """Tell whether a label's name is that of who asks: "Chair", "Q", "Moderator"."""
    return name.casefold().strip(" .") in _ROLE_SPEAKERS


def same_person(name: str, known: Iterable[str]) -> bool:
    """
    Tell whether *name* is one of the *known* names, or a part of one.

    >>> same_person("BODY", ["Ann Body"]), same_person("Bo", ["Ann Body"])
    (True, False)
    """
    words = name_words(name)
    return bool(words) and any(words <= name_words(other) for other in known)


def name_words(name: str) -> frozenset[str]:
    """Give a name's words, folded, without titles."""
    parts = re.split(r"[\s.-]+", name.casefold().replace("’", "'"))
    return frozenset(p for p in parts if p and p not in _TITLES)
