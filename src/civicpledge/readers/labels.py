"""Speakers' labels as pages print them: "Name, Party:", "Name (Party): ...", "NAME ...", "Name - Party"."""

import re

from attrs import evolve, frozen

from civicpledge.readers.label_parts import (
    party_in,
    shared_names,
    split_behalf,
    split_name,
    split_party,
    without_incumbency,
)
from civicpledge.readers.name_forms import (
    ROLES,
    from_title,
    is_name,
    is_no_surname,
    is_nothing_but_party,
    is_party,
    may_be_name,
    may_join,
    party_word,
)
from civicpledge.readers.numbering import words_of
from civicpledge.readers.page_words import gives_verdict, says_no_answer

_LONGEST_LABEL = 140
_ROLE_SPEAKERS = words_of(
    """
    q question questioner chair moderator interviewer host audience presenter facilitator
    compere compère citizens member members leader leaders us
    """
)
_FLOOR = re.compile(
    r"(?:an? )?(?:(?:question|comment|heckle|voice)s? from|from the|member of the|audience|floor)\b"
    r"[^\n:?]{0,60}|heckler",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"[ ]{1,2}(?:also |then )?(?:said|says|replied|replies|answered|answers|responded|responds|"
    r"told us|wrote|"
    r"writes|added|adds|stated|states)(?: that)?(?:[ ]{0,2}[:,][ ]{0,2}(?=$|['\"‘“«])|[ "
    r"]{1,2}(?=[\"“«]))"
)
# A sentence's end, a quotation or a pronoun before the verb: whoever is named first need not be who speaks.
_SAYS_MORE = re.compile(
    r"[?!\"“”]|[^\W\d_]{4}\. | (?:he|she|they|it)$|\b(?:whose|after|before|when)\b"
)
_SURNAME_FIRST = re.compile(
    r"(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{1,29}(?: [A-ZÀ-Þ'’-]{2,30})?, [A-ZÀ-Þ][\w'’.-]{0,29}"
    r"(?: [A-ZÀ-Þ][\w'’.-]{0,29}){0,2})"
    r"(?: ?[,(] ?| ?[–—] ?| - )(?P<party>[^()\n]{2,60})\)?"
)
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]*(?:[ ]{1,2}|[ ]?[–—][ ]?)){1,4}(?=\S)")


@frozen(kw_only=True)
class Label:
    """
    The label before somebody's words, in offsets of the line's bare text.

    :ivar also: further names that share the label, with their parties
    :ivar ask: the number of the ask that it says the words answer: "Ann Body (ask 2):"
    :ivar end: where the label ends and words may begin
    :ivar strong: whether its own form tells that it is one (a name with a party that is known as one)
    :ivar form: how it is printed, the same for labels of one make
    """

    name: str | None
    party: str | None
    on_behalf_of: str | None = None
    also: tuple[tuple[str, str | None], ...] = ()
    ask: str | None = None
    end: int
    strong: bool
    form: str


def label_of(bare: str) -> Label | None:
    """
    Read the label that a line may begin with; the page as a whole decides on weak ones.

    >>> label_of("Ann Body, Green Party:").name, label_of("Body: Yes, I will.").strong
    ('Ann Body', False)
    """
    opener = _REPLY.match(bare)
    if opener is not None:
        found = label_of(bare[opener.end() :])
        if found is None:
            return None
        sure = found.name is not None and " " in found.name and found.form == "colon-own"
        return evolve(found, end=found.end + opener.end(), strong=found.strong or sure)
    return (
        _response_label(bare)
        or _said_label(bare)
        or _colon_label(bare)
        or _bracket_label(bare)
        or _bold_label(bare)
        or _dash_label(bare)
        or _whole_line_label(bare)
        or _capitals_label(bare)
    )


_RESPONSE_OF = re.compile(
    r"[*_]{0,3}(?P<who>[A-ZÀ-Þ][^\n:?!.]{1,40}?)(?:['’]s|(?<=s)['’]) (?:answers?|repl(?:y|ies)|responses?)"
    r"(?: to [^\n:?!.]{1,60})?:?[*_]{0,3}"
)


def _response_label(bare: str) -> Label | None:
    """Read "Ann Body's response to our questions" alone on a line."""
    found = _RESPONSE_OF.fullmatch(bare)
    return None if found is None else _head_label(found["who"], len(bare), form="response")


# "Reply #2, Ann Body, Labour:", "Response 3: Ann Body", "Answer from Ann Body:"
_REPLY = re.compile(
    r"[*_]{0,3}(?:Reply|Response|Answer|Statement|REPLY|RESPONSE)"
    r"(?: (?:#|no\.? ?|number )?\d{1,2}(?:[,:.]| [-–—]) (?:from )?| (?:from|by) )(?=[A-ZÀ-Þ])"
)
# How to reach somebody, behind a label; what a link leaves may be the bracket alone.
_CONTACT = re.compile(r"\((?:[\w.+-]{1,60}@[\w.-]{1,60}|(?:https?://|www\.)\S{1,200})?\)?[ *_]*")
_ARROW = re.compile(r"[*_]{0,3} ?(?:→|⇒|➔|➜|=>|->) ?(?=\S)")


def _colon_label(bare: str) -> Label | None:
    arrow = _ARROW.search(bare, 2, _LONGEST_LABEL)
    if arrow is not None:
        return _head_label(bare[: arrow.start()], arrow.end(), form="colon-run-in")
    at = bare.find(":", 0, _LONGEST_LABEL)
    if at < 2 or bare[at + 1 : at + 3] == "//" or (bare[at + 1 : at + 2]).isdigit():
        return None
    head = bare[:at].rstrip("*_ ")
    behind = at + 1
    while behind < len(bare) and bare[behind] in "*_ \t":
        behind += 1
    rest = bare[behind:]
    if _CONTACT.fullmatch(rest) or not rest.strip(" -–—"):
        behind = len(bare)
    elif " " in head and is_name(head) and _says_who(rest):
        head, behind = f"{head}, {rest.strip(' *_')}", len(bare)
    own = "own" if behind >= len(bare) else "run-in"
    if _FLOOR.fullmatch(head):
        return Label(name=head, party=None, end=behind, strong=False, form=f"colon-{own}")
    return _head_label(head, behind, form=f"colon-{own}")


def _says_who(rest: str) -> bool:
    """Tell whether words behind a name and a colon only say what the person stands as."""
    return _STANDS_AS.search(rest) is not None and _may_follow(rest) and is_party(rest.strip(" *_"))


_STANDS_AS = re.compile(r"\b(?:candidate|party|ppc)[ *_]*$", re.IGNORECASE)


def said_in(bare: str) -> tuple[str, int] | None:
    """
    Split "Ann Body of the Green Party said: ..." into who speaks and where the words begin.

    >>> said_in('Ann Body said: "Yes."')
    ('Ann Body', 15)
    """
    found = _SAID.search(bare, 0, _LONGEST_LABEL)
    if found is None or _SAYS_MORE.search(bare, 0, found.start()):
        return None
    return bare[: found.start()].rstrip(","), found.end()


def _said_label(bare: str) -> Label | None:
    said = said_in(bare)
    return None if said is None else _head_label(*said, form="said")


def _bracket_label(bare: str) -> Label | None:
    """Read "Name (Party) text", "Name (Party) - text" and the same alone on the line."""
    opened = bare.find("(", 0, 80)
    closed = bare.find(")", opened, _LONGEST_LABEL) if opened > 1 else -1
    if closed < 0:
        return None
    name, party = bare[:opened].strip(" *_,"), bare[opened + 1 : closed].strip()
    sure = closed + 1 >= len(bare.rstrip("*_ :")) and is_nothing_but_party(party)
    if not (is_party(party) and (is_name(name) or (sure and may_be_name(name)))):
        return None
    behind = closed + 1
    while behind < len(bare) and bare[behind] in "*_ \t-–—":
        behind += 1
    rest = bare[behind:]
    if rest[:1].islower() and says_no_answer(rest[:121]):
        return Label(name=name, party=party, end=behind, strong=True, form="bracket")
    if rest[:1].islower() or rest[:1] in tuple(",.;&/"):
        return None
    strong = not rest or behind > closed + 2 or rest[0] in "'\"‘“«"
    return Label(name=name, party=party, end=behind, strong=strong, form="bracket")


def _dash_label(bare: str) -> Label | None:
    """Read "Name, Party - text"; with nothing but a name before the dash it may be anything."""
    for found in re.finditer(r" [-–—] ", bare[:_LONGEST_LABEL]):
        label = _head_label(bare[: found.start()], found.end(), form="dash")
        if label is not None and label.name and " " in label.name and not label.strong:
            label = evolve(label, strong=gives_verdict(bare[found.end() :]))
        if label is not None and label.name and label.strong:
            rest = bare[found.end() :]
            speaks = " " in rest.strip() or rest[:1] in tuple("'\"‘“«") or rest[-1:] in ".!"
            speaks = speaks or gives_verdict(rest)
            return label if speaks else None
    return None


def _bold_label(bare: str) -> Label | None:
    """Read "**Name** text", of which the line's bare text begins behind the first marks."""
    at = bare.find("**", 2, _LONGEST_LABEL)
    if at < 0 or not bare[at + 2 :].strip():
        return None
    behind = at + 2
    while behind < len(bare) and bare[behind] in " \t-–—:,|":
        behind += 1
    party = bare[behind:].strip(" ()*_")
    name = bare[:at].strip()
    if is_name(name) and is_party(party):
        return Label(name=name, party=party, end=len(bare), strong=True, form="line")
    return _head_label(name, behind, form="bold")


def _whole_line_label(bare: str) -> Label | None:
    if len(bare) > 110:
        return None
    listed = _SURNAME_FIRST.fullmatch(bare.strip("*_ "))
    if listed is not None and is_party(listed["party"]):
        name, party = listed["name"], listed["party"]
        return Label(name=name, party=party, end=len(bare), strong=True, form="line")
    return _head_label(bare.strip("*_ "), len(bare), form="line")


def _capitals_label(bare: str) -> Label | None:
    found = _CAPITALS.match(bare, 0, 60)
    return None if found is None else _capitals(found[0])


def shorter(label: Label, bare: str) -> Label | None:
    """
    Give a label in capitals without its last word: "ANN BODY HATES ..." may begin with a name of two.

    >>> shorter(label_of("ANN BODY HATES rain."), "ANN BODY HATES rain.").name
    'ANN BODY'
    """
    return _capitals(_without_last_word(bare[: label.end]))


def _without_last_word(head: str) -> str:
    words = head.rstrip()
    return words[: words.rfind(" ") + 1]


def _capitals(head: str) -> Label | None:
    while head and (head.rstrip().endswith((" I", " A")) or not is_name(_title(head))):
        head = _without_last_word(head)
    name = head.strip(" -–—")
    solid = [w for w in name.split() if len(w.strip(".")) > 1]
    if not solid:
        return None
    return Label(name=name, party=None, end=len(head), strong=False, form="capitals")


def _title(head: str) -> str:
    return head.strip(" -–—").title()


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
    head = without_incumbency(head)
    shared = shared_names(head)
    if len(shared) > 1:
        (name, party), *others = shared
        strong = all(p for _, p in shared)
        return Label(name=name, party=party, also=tuple(others), end=end, strong=strong, form=form)
    name, behalf, rest = split_behalf(head)
    if behalf is None:
        name, rest = split_name(head)
    name = from_title(name) if form == "said" else name
    if form == "line" and not rest:
        name, rest = split_party(name)
    if not is_name(name) or (is_no_surname(name) and " " in rest and is_name(rest)):
        return _party_label(head, end, form=form)
    if form == "colon-run-in" and " " in name and rest.startswith(("of ", "from ", "for ")):
        return Label(name=name, party=None, end=end, strong=False, form=form)
    if form != "said" and not _may_follow(rest):
        return None
    party = party_in(rest)
    if form != "said" and rest and party is None and not ROLES.search(rest):
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


def _may_follow(rest: str) -> bool:
    """Tell whether a label's tail names parties, roles, places or an age, and is no sentence."""
    words = re.split(r"[\s,;|()/]+", rest)
    return len(rest) <= 100 and all(_follows(word) for word in words if word)


def _follows(word: str) -> bool:
    return party_word(word) or may_join(word) or word.isdigit() or word[0] in "-–—&+"


_FOR = re.compile(r"^(?:For|From) (?:the )?")


def _party_label(head: str, end: int, *, form: str) -> Label | None:
    """Read "Labour: ..." and "Green Party - Ann Body:"."""
    first, rest = split_name(head)
    first = _FOR.sub("", first)
    if not is_party(first):
        return None
    name = rest.strip(" ()-–—:")
    if name and not is_name(name):
        return None
    if not name and form == "line":
        return None
    return Label(name=name or None, party=first, end=end, strong=bool(name), form=f"party-{form}")


def is_role(name: str) -> bool:
    """Tell whether a label's name is that of who asks: "Chair", "Q", "From the floor"."""
    bare = name.casefold().strip(" .")
    return bare in _ROLE_SPEAKERS or _FLOOR.fullmatch(bare) is not None
