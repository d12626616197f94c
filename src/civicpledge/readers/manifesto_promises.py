"""What in a manifesto is an undertaking, and whether of the author's own action or for somebody else's."""

import re
from enum import StrEnum
from typing import Final

from civicpledge.readers.lines import sentences
from civicpledge.readers.numbering import words_of

LONGEST_SENTENCE = 1200
"""Code points of a sentence that are looked at; the rest of a longer one is only quoted."""

VERBS: Final = words_of(
    "donate change mend dredge paint test sack "
    "abolish accelerate achieve act adopt allocate allow amend appoint "
    "approve audit back ban "
    "become boost bring build buy cancel cap champion clean clear close co-run commission commit "
    "complete connect continue convene convert create cut decarbonise defend deliver demolish "
    "design develop devolve devote direct double electrify eliminate employ enable end enforce "
    "ensure establish expand extend fight find finish fix form found freeze fully-fund fund "
    "galvanise get give grow guarantee halve help hire hold host identify implement improve "
    "increase insist install insulate integrate introduce invest invite keep kick-start launch "
    "lead levy license limit lower maintain make manage match maximise meet merge mobilise "
    "modernise move negotiate offer open oppose organise overhaul pass pause pay pedestrianise "
    "phase pilot plant preserve prevent prioritise procure promote protect provide publish put "
    "quadruple raise rapidly rearrange rebuild recruit recycle reduce reform refurbish regenerate "
    "reinstate reintroduce reinvest relaunch remove renew renovate reopen repair repeal replace "
    "replant require resist restore retain retrofit reverse review revive revolutionise ring- "
    "fence roll run safeguard save scrap secure seek sell set set-up share shut slash speed spend "
    "stand start stop strengthen support tackle take target task tear train transform treat trial "
    "triple turn uphold upgrade unite use vote widen work write"
)
"""Verbs a pledge in the imperative begins with: a judgement, from the wording guides of pledge coders."""

_FOR_OTHERS: Final = words_of(
    "ask asking call calling campaign campaigning challenge demand demanding encourage "
    "encouraging lobby lobbying persuade persuading petition petitioning press pressing push "
    "pushing urge urging"
)
_DENIED = re.compile(r"\w{1,20}(?: will| shall| would)? (?:not|never|won['’]t)\b", re.IGNORECASE)
_RHETORIC: Final = words_of(
    "see know remember need hear lose forget say saying tell telling win find also-see be-back agree "
    "recall"
)
_NEEDS_A_VERB: Final = frozenset({"must", "need to", "have to", "want to", "would"})
_SELF = re.compile(
    r"(?P<self>\b(?:we|I)\b|\b(?:our|the new|the next|your next|your) (?:[\w-]{1,20} ){0,2}"
    r"(?:mayor|metro-mayor|commissioner)\b)(?:(?P<short>['’]ll)|(?P<would>['’]d)|,? (?:[\w’']{1,12}ly )?"
    r"(?P<modal>will|won['’]t|shall|would|should|must|need to|have to|want to|pledge to|promise to"
    r"|commit to|undertake to|(?:am|are) going to|(?:am|are) committed to"
    r"|(?:pledge|promise|commit)(?= (?:to|that)\b)))\b",
    re.IGNORECASE,
)
_GOES_ON: Final = (["go", "on"], ["carry", "on"], ["keep", "on"])
_NEXT_WORDS = re.compile(r"[\w’'-]+")
_SKIPPED: Final = words_of(
    "also therefore at least now not never always then immediately urgently rapidly continue to "
    "be the each as a first first-step step quickly seeking only still again just finally further "
    "actively"
)
_CONJUNCTIONS: Final = words_of(
    "and but so then therefore or yet why finally instead today now together"
)
_FRONTING: Final = words_of(
    "in by under with on as to from for at over within across through during after before once "
    "instead working together this next every each first finally so and but where like based "
    "using starting"
)
_AGAINST_MAIN: Final = words_of(
    "if unless when whenever because that what how who which where whether until than know think "
    "believe said things thing everything anything something nothing all challenges skills"
)
_NOUN_AFTER: Final = words_of("is are was were has have had of will would can could may does did")
_LIST_NOUNS = re.compile(
    r"\b(?:tasks?|policies|pledges?|priorities|promises?|commitments?|plans?|goals|aims|actions?|"
    r"what we will do|what i will do|we['’]ll|my offer|our offer)\b",
    re.IGNORECASE,
)
_CAMPAIGN = re.compile(
    r"\b(?:campaign(?:ing)? (?:against|for|to|with)|lobby(?:ing)?|call(?:ing)? (?:on|for|upon)|"
    r"campaigning|urg(?:e|ing)|press(?:ing)? (?:[\w’-]{1,20} ){0,3}for|"
    r"push(?:ing)? for|demand(?:ing)?|petition(?:ing)?)\b",
    re.IGNORECASE,
)
_OTHERS_WANT = re.compile(
    r"\b(?:that|which|who|they) (?:[\w’'-]{1,20} ){0,3}(?:to|are|can|could|do|did|have|has)\s*[:;]?$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:will|should|must|shall|need to|have to|pledge|promise|commit|['’]ll|want to|plan to)\b",
    re.IGNORECASE,
)
_PROMISING_HEADING = re.compile(
    r"\b(?:we|I)(?:['’]ll| will)\b|\b(?:our|my) (?:[\w-]{1,20} ){0,2}(?:pledges|promises|commitments"
    r"|priorities|tasks|policies)\b",
    re.IGNORECASE,
)
_SUMMARY_HEADING = re.compile(
    r"(?:[\d.]{1,6} )?(?:in short|in brief|at a glance|(?:our |my )?(?:summary of )?(?:key )?pledges"
    r"|(?:the )?short version)",
    re.IGNORECASE,
)
_OTHERS_HEADING = re.compile(
    r"\b(?:record|achievements?|achieved|delivered|done|so far|fail\w*|their|they|opponents?|opposition"
    r"|(?:the )?(?:tories|conservatives?|labour|greens?|lib dems?|liberal democrats|reform)"
    r" (?:will|would|want|plan|have|did|do))\b",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:have|has|had|did|was|were|already|delivered|achieved|record"
    r"|inherited)\b(?! to\b)[^.]{0,30}[:;]$",
    re.IGNORECASE,
)
_HERE_ARE = re.compile(
    r"(?:here|these) are (?:my|our) (?:[\w-]{1,20} ){0,2}(?:pledges|promises|commitments|priorities"
    r"|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)[.!:]",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:we|i|our|us|my)\b|\bto:$", re.IGNORECASE)
_OTHERS_MUST = re.compile(r"\b(?:must|should|needs? to|has to|ought to)\b", re.IGNORECASE)
_OTHERS_DO = re.compile(
    r"\b(?:will|would|wants?|plans?|could|can|is|are|says?|said|proposes?|intends?)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"(?<!\bI )(?<!\bwe )\b(?:says?|said|tells?|told|claims?|claimed|thinks?|believes?|promised"
    r"|wrote|warns?"
    r"|warned|asks?|asked|according)\b",
    re.IGNORECASE,
)
_ADVERBS: Final = words_of("also not never always only still now")
_SUFFERED = words_of("told left forced ruined hit worse poorer asked judged remembered bankrupt")
_PARTICIPLES = words_of("lost seen been gone had spent made done paid")
_FACT = re.compile(
    r"^(?:[\w’',-]{1,25} ){1,9}(?:is|are|was|were|has|have|had|fell|rose|said|says|lost|closed|shut)\b",
    re.IGNORECASE,
)
_OPENING = 120


class Lead(StrEnum):
    """What the words before a list make of its items."""

    OWN = "own"
    OTHERS = "others"
    FACTS = "facts"
    SUMMARY = "summary"
    OPEN = "open"


# Behind "I will hire wardens.": what is promised does what the list says.
_THEIRS = re.compile(
    r"(?:each|every|all|both|the|these|this|those|they|it)\b[\w’' -]{0,60}? (?:will|shall)"
    r"(?: each| also| all)?:",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"\b(?:should|will|must|to|need to)$", re.IGNORECASE)


def lead_of(words: str) -> Lead:
    """
    Tell what the words before a list make of its items.

    >>> [lead_of(w).value for w in ("So we should:", "We will campaign to:", "firms that want to:")]
    ['own', 'others', 'facts']
    """
    last = " ".join(words[-LONGEST_SENTENCE:].split())
    if _OTHERS_WANT.search(last[-120:]) or _RECORD.search(last[-200:]):
        return Lead.FACTS
    if not _FIRST_PERSON.search(last):
        return _lead_of_others(last)
    if _CAMPAIGN.search(last):
        return Lead.OTHERS
    if _LIST_NOUNS.search(last) or (_SELF.search(last) and _TOLD.search(last)):
        return Lead.OWN
    return Lead.OPEN


def _lead_of_others(words: str) -> Lead:
    """Read a lead without a first person: what others must do, what they do, or neither."""
    if _CAMPAIGN.search(words) or _OTHERS_MUST.search(words):
        return Lead.OTHERS
    if _OTHERS_DO.search(words):
        return Lead.FACTS
    return Lead.OWN if _LIST_NOUNS.search(words) else Lead.OPEN


def announces_pledges(words: str) -> bool:
    """
    Tell whether a sentence that ends in a full stop announces the pledges below it.

    >>> announces_pledges("Here are my ten."), announces_pledges("Here are our neighbours.")
    (True, False)
    """
    return _HERE_ARE.fullmatch(" ".join(words[-_OPENING:].split())) is not None


def leads_on(words: str) -> bool:
    """
    Tell whether *words* end in the middle of an undertaking, which a list below them goes on with.

    >>> leads_on("That is why we will"), leads_on("We mended it.")
    (True, False)
    """
    return _LEADS_ON.search(words[-12:]) is not None


def lead_at_end(tail: str) -> Lead:
    """Read what the end of a paragraph makes of the list below it: nothing, unless it leads on."""
    words = tail.rstrip()
    *before, (start, end) = sentences(words, 0, len(words)) or ((0, 0),)
    if announces_pledges(words[start:end]):
        return Lead.OWN
    if before and _THEIRS.fullmatch(" ".join(words[start:end].split())):
        a, b = before[-1]
        if is_undertaking(words[a:b]) and not is_for_others(words[a:b]):
            return Lead.OWN
    if not words.endswith((":", ";")) and not leads_on(words):
        return Lead.OPEN
    return lead_of(words[start:end])


def lead_of_heading(words: str) -> Lead:
    """
    Tell what a heading makes of the list below it: its own words must promise.

    >>> [lead_of_heading(w).value for w in ("What I will do", "Our plan for homes", "Our record")]
    ['own', 'open', 'facts']
    """
    title = words[:LONGEST_SENTENCE]
    if _OTHERS_HEADING.search(title):
        return Lead.FACTS
    if _SUMMARY_HEADING.fullmatch(title.strip(" :*_.").split(" | ")[0]):
        return Lead.SUMMARY
    return Lead.OWN if _PROMISING_HEADING.search(title) else Lead.OPEN


def states_a_fact(item: str) -> bool:
    """
    Tell whether an item of a list is a sentence about what is or was, and so no pledge.

    >>> states_a_fact("One in five is out of work"), states_a_fact("A jobs fair in every ward")
    (True, False)
    """
    return _FACT.search(" ".join(item[:_OPENING].split())) is not None


def is_undertaking(sentence: str) -> bool:
    """
    Tell whether *sentence* says that the author will, should or must do something.

    The subject must be "I", "we" or the office the author stands for, in the main clause: "if we must" and
    "the skills we will need" are none.

    >>> is_undertaking("By 2030 we will plant a wood."), is_undertaking("He knows that we will win.")
    (True, False)
    """
    words = " ".join(sentence[:LONGEST_SENTENCE].split())
    if words.endswith("?"):
        return False
    return any(
        _in_main_clause(words, found) and _acts(words, found) for found in _SELF.finditer(words)
    )


def _in_main_clause(words: str, found: "re.Match[str]") -> bool:
    before = words[: found.start()].rstrip(" *_")
    if _REPORTS.search(before):
        return False
    if not before or before[-1] in ",;:–—-":
        return True
    last = before.rsplit(None, 1)[-1].casefold().strip("'\"‘’“”(")
    if last in _AGAINST_MAIN:
        return False
    if last in _CONJUNCTIONS:
        return True
    first = before.split(None, 1)[0].casefold()
    return first in _FRONTING and len(before) < 80


def _acts(words: str, found: "re.Match[str]") -> bool:
    modal = (found["modal"] or ("would" if found["would"] else "will")).casefold()
    following = [
        m[0].casefold() for m in _NEXT_WORDS.finditer(words, found.end(), found.end() + 80)
    ]
    if following[:2] in _GOES_ON:
        following = following[2:]
    verb = next((w for w in following if w not in _SKIPPED), None)
    if modal in _NEEDS_A_VERB:
        return verb in VERBS or verb in _FOR_OTHERS
    return verb is not None and verb not in _RHETORIC and not _befalls(following[:3])


def _befalls(verbs: list[str]) -> bool:
    """Tell what happens to us from what we do: "be 51", "be left", "have lost"."""
    be, following = [*(w for w in verbs if w not in _ADVERBS), "", ""][:2]
    if be == "be":
        return following.isdigit() or following in _SUFFERED
    return be == "have" and (following in _PARTICIPLES or following.endswith("ed"))


def is_imperative(sentence: str) -> bool:
    """
    Tell whether *sentence* begins with a verb of action: "Build 50 homes", "Urgently review it".

    >>> is_imperative("Build 50 homes"), is_imperative("Work is hard"), is_imperative("Homes cost more")
    (True, False, False)
    """
    first = _opening_verb(sentence)
    return first in VERBS or first in _FOR_OTHERS


def begins_with_action(sentence: str) -> bool:
    """
    Tell whether an item of a list begins with a verb of action, also as "Campaigning to end it".

    In running prose such a word is a subject ("Delivering this will be hard"), so this is for lists only.

    >>> begins_with_action("Ending fuel poverty"), begins_with_action("Morning buses")
    (True, False)
    """
    first = _opening_verb(sentence)
    return first in VERBS or first in _FOR_OTHERS or _gerund(first)


_VOTES_ON = re.compile(
    r"[\W_]{0,4}[Vv]ote (?:to|against|down|through|(?:for )?(?:the|an?|any|more|every) [a-z])"
)


def _opening_verb(sentence: str) -> str:
    """Give the first word of *sentence*, adverbs left out; nothing where it is a noun before a verb."""
    words = [m[0].casefold() for m in _NEXT_WORDS.finditer(sentence[:160])][:4]
    while (
        words and (words[0].endswith("ly") or words[0] in ("to", "also", "then")) and len(words) > 1
    ):
        words = words[1:]
    if words[:1] == ["vote"] and not _VOTES_ON.match(sentence):
        return ""  # what voters are asked to do
    return "" if len(words) < 2 or words[1] in _NOUN_AFTER else words[0]


def _gerund(word: str) -> bool:
    if not word.endswith("ing") or len(word) < 5:
        return False
    stem = word[:-3]
    return stem in VERBS or stem + "e" in VERBS or stem[:-1] in VERBS or word in _FOR_OTHERS


def is_for_others(sentence: str) -> bool:
    """
    Tell whether *sentence* campaigns for somebody else's action: its verb asks, lobbies, urges, pushes.

    >>> is_for_others("We will lobby the county to act."), is_for_others("We will fund the campus.")
    (True, False)
    """
    words = " ".join(sentence[:LONGEST_SENTENCE].split())
    if _CAMPAIGN.search(words):
        return True
    for found in _SELF.finditer(words):
        if _in_main_clause(words, found) and _acts(words, found):
            denied = _DENIED.match(words, found.start("self"), found.end() + 12) is not None
            return not denied and _first_verb(words[found.end() : found.end() + 80]) in _FOR_OTHERS
    return _first_verb(words[:160]) in _FOR_OTHERS


def _first_verb(words: str) -> str:
    found = (m[0].casefold() for m in _NEXT_WORDS.finditer(words))
    return next((w for w in found if w not in _SKIPPED and not w.endswith("ly")), "")
