"""What a sentence of a page's own prose says: about a group, about an office's remit, about who stands."""

import re

from attrs import frozen

from civicpledge.model.asks import Power
from civicpledge.model.responses import ScopeKind
from civicpledge.readers.name_forms import is_name
from civicpledge.readers.numbering import NUMBER_WORDS

_NUMBER = r"(?P<number>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_WHO = r"(?:candidates?|hopefuls?|contenders?|parties|of them)"
_STANDING = (
    r"(?:,? (?:who (?:are|were) )?standing for (?P<standing>[^,.;:]{1,80}?)(?=[,.;:]|$| (?:all"
    r"|each|"
    r"both|backed|agree|said|support|commit|pledge|promise|have|has|were|are|did|welcome|sign"
    r"|refuse|"
    r"reject|oppose)))?"
)
_GROUP = re.compile(
    rf"\b(?:(?:all|both|each|every|none|neither|most|some|half|everyone)(?: one)?(?: of)?(?: "
    rf"the| our| these| those)?"
    rf"(?: {_NUMBER})?(?P<office>(?: [\w&'’-]{{1,20}}){{0,6}}?) {_WHO}{_STANDING}"
    rf"|(?:no|the(?: other| remaining)?) (?P<office3>(?:[\w&'’-]{{1,20}} "
    rf"){{0,6}}?){_WHO}{_STANDING.replace('standing>', 'standing3>')}"
    rf"|{_NUMBER.replace('number', 'number2')}(?: of the| out of)?(?: "
    rf"\w{{1,8}})?(?P<office2>(?: [\w&'’-]{{1,20}}){{0,3}}?) "
    rf"{_WHO}{_STANDING.replace('standing>', 'standing2>')}"
    rf"|everyone|everybody|they all|all (?:three|four|five|six|seven|eight|nine|ten)|all of "
    rf"them|both of them)\b",
    re.IGNORECASE,
)
_BACKED = re.compile(
    r"\b(?P<refused>(?:did not|didn['’]t|would not|wouldn['’]t|were not|refused|rejected|"
    r"opposed|declined|turned down|"
    r"said no)\b(?:[ ](?:agree|back|support|commit|say yes|answer))?)"
    r"|\b(?P<soft>(?:welcomed|supported|(?:were|was|are|is) (?:largely|broadly|mostly|"
    r"generally|in principle) in "
    r"(?:agreement|favour|support)|(?:largely|broadly|mostly|generally) (?:agreed|backed|"
    r"supported)|"
    r"(?:was|were|are) (?:(?:largely|broadly|mostly|generally|all) )?(?:in favour|supportive"
    r"|positive"
    r"|sympathetic)|expressed (?:their "
    r")?support))\b"
    r"|\b(?P<hard>(?:backed|agreed|agree|said,? ['\"‘“]?yes|committed|pledged|promised|"
    r"endorsed|signed(?: up)?|"
    r"accepted|(?:was|were|are) in (?:full )?agreement|answered,? ['\"‘“]?yes|gave (?:their|a) "
    r"(?:backing|commitment)|"
    r"vowed|(?:has|have) (?:all )?(?:backed|agreed|committed|pledged|promised|signed)))\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:asked?|asking|invited?|urged?|want(?:ed)?|hoped?|call(?:ed|ing)? (?:on|for|upon)|"
    r"wrote|writing|expect(?:ed)?|"
    r"contact(?:ed)?|challeng(?:e|ed)|if|whether|unless|will|would|should|must|let|see|"
    r"read)\b[^,;:]{0,60}$",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r",? (?P<hedge>(?:though|although|but|however|while|whilst|except|apart from|with the "
    r"exception|with one exception|"
    r"albeit|subject to)\b[^\n]*?)[.!]?$",
    re.IGNORECASE,
)
_NO_GROUP = re.compile(
    r"the\b.{0,140}?\b(?:candidate|hopeful|contender)\b|no\b.{0,140}?\bof\b", re.IGNORECASE
)
_NAME_LIST = re.compile(r"(?:,? (?:and|&) |, )")


@frozen(kw_only=True)
class GroupStatement:
    """What a sentence says of a group; offsets are of the sentence's words."""

    scope: str
    kind: ScopeKind
    names: tuple[str, ...] = ()
    office: str | None = None
    number: int | None = None
    strength: str = "committed"
    hedge: str | None = None


def group_statement(sentence: str) -> GroupStatement | None:
    """
    Read what *sentence* says of several candidates, or ``None``.

    >>> group_statement("All six candidates backed it, though not at once.").hedge
    'though not at once'
    >>> group_statement("We asked all candidates to back it.")
    """
    words = sentence[:600]
    named = _named_group(words)
    found = _GROUP.search(words)
    if named is None and (found is None or _NO_GROUP.match(found[0])):
        return None
    subject = named[1] if named else found[0] if found else ""
    at = words.find(subject) + len(subject)
    verb = _BACKED.search(words, at, at + 90)
    if verb is None or _WISH.search(words[: words.find(subject)]):
        return None
    between = words[at : verb.start()]
    if re.search(r"\b(?:to|will|would|should|may|might|could|can)\b", between):
        return None
    hedge = _HEDGE.search(words, verb.end())
    strength = "refused" if verb["refused"] else "supportive" if verb["soft"] else "committed"
    if re.match(r"\s*(?:no|none|neither)\b", subject, re.IGNORECASE):
        strength = "refused"
    return _statement(subject, named[0] if named else (), found, strength, hedge)


def _statement(
    subject: str,
    names: tuple[str, ...],
    found: "re.Match[str] | None",
    strength: str,
    hedge: "re.Match[str] | None",
) -> GroupStatement:
    number = office = None
    if not names and found is not None:
        number = _count(found["number"] or found["number2"])
        office = found["standing"] or found["standing2"] or found["standing3"] or _office(found)
    return GroupStatement(
        scope=subject.strip(" ,"),
        kind=_kind(subject, names, office, number),
        names=names,
        office=office.strip() if office else None,
        number=number,
        strength=strength,
        hedge=hedge["hedge"].strip(" .") if hedge else None,
    )


def _office(found: "re.Match[str]") -> str | None:
    words = (found["office"] or found["office2"] or found["office3"] or "").strip()
    return (
        words if re.search(r"mayor|commissioner|pcc|council|mp\b", words, re.IGNORECASE) else None
    )


def _kind(
    subject: str, names: tuple[str, ...], office: str | None, number: int | None
) -> ScopeKind:
    folded = subject.casefold().strip()
    if names:
        return ScopeKind.NAMED
    if office:
        return ScopeKind.CONTEST
    if folded.startswith(("most", "some", "half", "the other", "the remaining")):
        return ScopeKind.UNKNOWN
    if folded.startswith(("all", "every", "each", "none", "no ", "they all", "the ")):
        return ScopeKind.ALL
    if folded.startswith(("both", "neither")) or number is not None:
        return ScopeKind.NUMBER
    return ScopeKind.UNKNOWN


def _count(word: str | None) -> int | None:
    if not word:
        return None
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word.casefold())


def _named_group(words: str) -> tuple[tuple[str, ...], str] | None:
    """Find two or more names at the start of a sentence, before its verb."""
    verb = _BACKED.search(words, 0, 260)
    if verb is None:
        return None
    head = re.sub(r"\s+(?:all|both|each)\s*$", "", words[: verb.start()].rstrip())
    pieces = [re.sub(r"\s*\([^)]{1,40}\)\s*$", "", p).strip() for p in _NAME_LIST.split(head)]
    names = tuple(p for p in pieces if p)
    if len(names) < 2 or not all(is_name(n) for n in names):
        return None
    return names, words[: verb.start()].strip()


# ---- remits

_OFFICE = re.compile(
    r"(?:\b(?:Combined Authority|Metro|Regional|City|Executive|Elected)[ -])?\b(?:"
    r"Mayor(?:[s]|alty)?(?: (?:of|for) (?:the )?(?:[A-Z][\w'-]+(?: (?:and|&|of) )?(?: ?)){1,4})?"
    r"|Police (?:&|and) Crime Commissioner(?:s)?(?: (?:of|for) (?:the )?(?:[A-Z][\w'-]+ "
    r"?){1,3})?|PCC(?:s)?\b"
    r"|(?:City |County |District |Borough |Combined )?(?:Council|Authority)(?:s)?\b|Members? "
    r"of Parliament|MPs?\b)"
)
_REMIT = re.compile(
    r"\b(?P<only>only |solely |exclusively )?(?:falls?|lies?|sits?|comes?|is|are|rests?)?[ "
    r"]?(?P<only2>only |solely |entirely )?"
    r"(?:with)?in (?:the |their |his |her |its )?(?:remit|powers?|gift|responsibilit(?:y|ies)|"
    r"jurisdiction|competence) of\b"
    r"|\b(?:is|are) the (?:sole )?responsibility of\b"
    r"|\b(?P<none>(?:do|does) not (?:have|hold)[^.]{0,60}powers?|(?:has|have) "
    r"no[^.]{0,60}powers?|neither[^.]{0,80}powers?"
    r"|(?:outside|beyond|not (?:with)?in) (?:the |their |its )?(?:remit|powers?|gift))\b",
    re.IGNORECASE,
)
_CONVENE = re.compile(
    r"\b(?:host|hosting|convene|convening|call together|bring(?:ing)? together|chair|organise|"
    r"set up)\b[^.]{0,40}"
    r"\b(?:roundtable|round table|meeting|summit|task ?force|partners|forum|commissioners|"
    r"together)\b"
    r"|\bconvening powers?\b|\bconvene\b",
    re.IGNORECASE,
)
_FUND = re.compile(
    r"\b(?:can|could|may) (?:only )?fund\b|\bholds? the (?:budget|purse)", re.IGNORECASE
)


@frozen(kw_only=True)
class RemitStatement:
    """What a sentence says of offices and what they can do."""

    offices: tuple[str, ...]
    power: Power | None
    only: bool


def remit_statement(sentence: str) -> RemitStatement | None:
    """
    Read what *sentence* says an office can or cannot do, or ``None``.

    >>> remit_statement("It lies in the remit of the Mayor of Anyshire.").offices
    ('Mayor of Anyshire',)
    """
    found = _REMIT.search(sentence[:600])
    offices = offices_in(sentence)
    if found is None or not offices:
        return None
    power = Power.NONE if found["none"] else Power.DECIDES
    return RemitStatement(offices=offices, power=power, only=bool(found["only"] or found["only2"]))


def offices_in(words: str) -> tuple[str, ...]:
    """
    Give the offices that *words* name, as printed, each once.

    >>> offices_in("Both the Mayor and the Police & Crime Commissioner")
    ('Mayor', 'Police & Crime Commissioner')
    """
    found = (match[0].strip() for match in _OFFICE.finditer(words[:2000]))
    return tuple(dict.fromkeys(found))


def convenes(sentence: str) -> bool:
    """Tell whether *sentence* asks for a meeting to be called rather than for a decision."""
    return _CONVENE.search(sentence[:600]) is not None


def funds(sentence: str) -> bool:
    """Tell whether *sentence* says that an office can fund it."""
    return _FUND.search(sentence[:600]) is not None


# ---- requests

_DEMAND = re.compile(
    r"(?:we|our members|community leaders|citizens)(?: (?:are|also|now|therefore|jointly))?(?: "
    r")?(?:call(?:ing)? (?:on|upon|for)|"
    r"ask(?:ing)?|urg(?:e|ing)|want|demand|request|invite)\b",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|upon|for)|we (?:are )?ask(?:ed|ing)?|asks? (?:you|the|for)|"
    r"urg(?:e|ed|ing)|we want|we need|we require|"
    r"will you|would you|do you|can you|are you|commit to|we would like)\b|\?\s*$",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_LEAD_IN = re.compile(
    r"(?:on the detail,? )?(?:this|here|below|these) (?:is|are)\b.{0,40}\b(?:said|say|"
    r"responded|replied|answered|responses|answers|had to)\b"
    r"|.{0,120}\b(?:the following|as follows|below|they said)\b[^.]{0,40}[:.]$"
    r"|.{0,80}(?:responses|answers|replies|pledges)(?: (?:are|were|is))?:$"
    r"|(?:watch|see|read|click|view|listen|find|you can)\b.{0,200}$|a (?:short )?video\b.{0,120}$",
    re.IGNORECASE,
)


def demand_in(words: str) -> bool:
    """
    Tell whether *words* ask somebody to do something: "We call on the next Mayor to ...".

    A sentence that only announces ("... to make pledges on the following:") is none.

    >>> demand_in("We call on her to build."), demand_in("We call on her to say yes to these:")
    (True, False)
    """
    first = _NEXT_SENTENCE.split(words[:600].rstrip(), maxsplit=1)[0]
    return _DEMAND.match(first) is not None and not first.endswith(":")


def is_request(sentence: str) -> bool:
    """Tell whether a sentence asks for something."""
    return _REQUEST.search(sentence[:600]) is not None


def leads_in(sentence: str) -> bool:
    """
    Tell whether a sentence only leads over to what follows.

    >>> leads_in("Here is what they said."), leads_in("We want 300 homes.")
    (True, False)
    """
    return _LEAD_IN.match(sentence[:400]) is not None


def addressed(sentence: str) -> tuple[str, ...]:
    """
    Give the offices whose next holders a sentence calls on, as printed.

    >>> addressed("We call on the next Mayor of Anyshire to make pledges on the following:")
    ('Mayor of Anyshire',)
    """
    words = sentence[:600]
    found = _DEMAND.match(words)
    if found is None:
        return ()
    whom = re.split(r"\bto\b", words[found.end() :], maxsplit=1)[0]
    return offices_in(whom)
