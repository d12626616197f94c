"""Rules meet words: which rule fires on which words of which sentence, and on what thing."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from attrs import frozen

from civicpledge.coding.deeds import acted_on, done_about, points_back
from civicpledge.coding.request import KEEPING_ACTS, Request, Turn
from civicpledge.coding.rules import Held, Role, Rule
from civicpledge.coding.sentences import Sentence
from civicpledge.coding.stems import stems
from civicpledge.coding.subject import (
    STATUS_QUO,
    About,
    about,
    about_thing,
    mentions,
    mentions_itself,
    repeats,
)
from civicpledge.model.findings import Stance

_MOST_PER_SENTENCE: Final = 3
_LONGEST_SENTENCE: Final = 1500


@frozen(kw_only=True)
class Firing:
    """
    One rule on some words.

    :ivar sentence: the number of the sentence; :ivar start: :ivar end: the words, in the plain text
    :ivar about: whether what the rule is about is the ask
    :ivar stance: what it speaks for: the rule's stance, turned round where the ask is put against the
        thing that a side is taken on
    """

    rule: Rule
    sentence: int
    start: int
    end: int
    about: About = About.ASK
    stance: Stance | None = None


def fire(
    rules: Iterable[Rule], sentences: tuple[Sentence, ...], request: Request
) -> tuple[Firing, ...]:
    """Give everything that fires, in the order of the text."""
    found = (
        firing
        for rule in rules
        if rule.speaks_to(request.form)
        for firing in _fire_one(rule, sentences, request)
    )
    return tuple(sorted(found, key=lambda f: (f.start, f.end, f.rule.id)))


def _fire_one(rule: Rule, sentences: tuple[Sentence, ...], request: Request) -> Iterator[Firing]:
    if rule.role is Role.LEAD:
        opens = opening(sentences, request)
        lead = rule.cue.match(sentences[opens].words) if sentences else None
        if lead:
            yield _firing(rule, opens, sentences, lead, request)
        return
    for number, sentence in enumerate(sentences):
        matches = rule.cue.finditer(sentence.words[:_LONGEST_SENTENCE])
        for found in islice(matches, _MOST_PER_SENTENCE):
            yield _firing(rule, number, sentences, found, request)


def opening(sentences: tuple[Sentence, ...], request: Request) -> int:
    """
    Give the number of the sentence that an answer opens with.

    It is the first, or the one behind a greeting, a word of thanks, or the question once more: "Hello.
    Thank you for writing. Do I support it? Yes."
    """
    last = min(len(sentences) - 1, _MOST_PREFACES)
    at = next((i for i in range(last) if not _PREFACE.fullmatch(sentences[i].words)), max(last, 0))
    again = at < len(sentences) - 1 and sentences[at].asks
    return at + 1 if again and repeats(sentences[at].words, request) else at


_MOST_PREFACES: Final = 3
_PREFACE: Final = re.compile(
    r"(?:hello|hi|hiya|dear|good (?:morning|afternoon|evening))(?: [\w'-]+){0,4}"
    r"|(?:many )?thank(?:s| you)(?: (?:very|so) much)?(?:,? [\w'-]+){0,9}"
    r"|(?:a |that's an? |that is an? |this is an? )?(?:good|great|easy|simple|fair|excellent)"
    r" (?:one|question)"
    r"(?: [\w'-]+){0,3}|that's (?:easy|simple)|amen to that|no need to sell me on (?:it|this|that)"
    r"|(?:let me|i'll|i will) be (?:very |perfectly |quite )?(?:blunt|brief|clear|direct|frank"
    r"|honest|plain|straight)"
    r"(?: with you)?"
)


def _firing(
    rule: Rule,
    number: int,
    sentences: tuple[Sentence, ...],
    found: re.Match[str],
    request: Request,
) -> Firing:
    sentence = sentences[number]
    start, end = found.span()
    words = (sentence.words, sentences[number - 1].words if number else "")
    return Firing(
        rule=rule,
        sentence=number,
        start=sentence.start + start,
        end=sentence.start + end,
        about=_about(rule, words, found, request),
        stance=_turned(rule) if request.opposes else rule.stance,
    )


_ON_THE_THING: Final = (Held.OBJECT, Held.AGAINST, Held.OPPOSING, Held.UNDOING)


def _turned(rule: Rule) -> Stance | None:
    """Give what a rule speaks for where the ask is put against the thing that it takes a side on."""
    if rule.role is not Role.STAND or rule.held not in _ON_THE_THING:
        return rule.stance
    if rule.stance is Stance.REFUSED:
        return Stance.COMMITTED
    return Stance.REFUSED if rule.stance in (Stance.COMMITTED, Stance.SUPPORTIVE) else rule.stance


def _about(rule: Rule, words: tuple[str, str], found: re.Match[str], request: Request) -> About:
    groups = found.groupdict()
    caught = [g for name, g in groups.items() if name != "act" and g is not None]
    thing = caught[0] if caught else None
    if request.opposes and rule.held is Held.OBJECT and thing == "":
        # "I don't agree", asked to oppose a sale: with the call, or with the sale?
        return About.EITHER
    match rule.held:
        case Held.NOTHING:
            return About.ASK
        case Held.SENTENCE:
            return About.OTHER if request.opposes else _faulted(words, found, request)
        case Held.BEYOND:
            own = [s for s in stems(found[0]) if s in request.words]
            return About.OTHER if own else About.ASK
        case Held.ECHO:
            told = stems(thing or "")
            return About.ASK if told and request.words.issuperset(told) else About.OTHER
        case Held.DEED:
            return About.ASK if thing is None else done_about(thing, request)
        case Held.ACT:
            return acted_on(groups["act"], thing, request)
        case Held.OBJECT if "act" in groups:
            return _acted_on(thing or "", groups["act"], request)
        case Held.OBJECT:
            return About.ASK if thing is None else about(thing, request)
        case _:
            return _about_side(rule.held, thing or "", request)


def _about_side(held: Held, thing: str, request: Request) -> About:
    """Tell whether an object is the thing that a side is taken on, by what the ask wants done to it."""
    if held is Held.UNDOING and not request.opposes:
        if not thing:
            return About.OTHER if request.acts & KEEPING_ACTS else About.ASK
        return About.OTHER if request.turn else about(thing, request)
    if held is Held.KEEPING:
        gone = request.turn is Turn.GONE and not request.opposes
        return about_thing(thing, request) if gone else About.OTHER
    if request.opposes:
        return about_thing(thing, request)
    return about(thing, request) if held is Held.AGAINST else About.OTHER


def _faulted(words: tuple[str, str], found: re.Match[str], request: Request) -> About:
    """
    Tell whether fault is found with the ask, and not with how things are.

    What is called too dear must be the ask itself ("housing is too dear" speaks for housing); what a
    speaker says they worry about need only name it.
    """
    sentence = words[0][:_LONGEST_SENTENCE]
    if STATUS_QUO.search(sentence):
        return About.OTHER
    subject = _CLAUSE_END.split(sentence[: found.start()])[-1].strip()
    if not subject or _OPINION.match(subject + found[0]):
        named = any(mentions(w[:_LONGEST_SENTENCE], request) for w in words)
        return About.ASK if named else About.OTHER
    return About.LIKELY if mentions_itself(subject, request) else About.OTHER


_CLAUSE_END: Final = re.compile(r"[,;:–]|\b(?:and|but|because|since|that)\b")
_OPINION: Final = re.compile(r"(?:i|we)\b")


def _acted_on(thing: str, act: str, request: Request) -> About:
    """Tell whether the very thing and the very act are those of the ask."""
    named = not thing or points_back(thing) or [s for s in stems(thing) if s in request.words]
    acted = [s for s in stems(act) if s in request.words]
    return About.ASK if named and acted else About.OTHER
