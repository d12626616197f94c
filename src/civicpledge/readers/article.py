"""Articles: write-ups of an occasion on which asks were put, with what was answered to each."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, field, frozen

from civicpledge.model.sources import Document, SourceKind
from civicpledge.progress import Progress, watched
from civicpledge.readers.article_checks import asked_again, check
from civicpledge.readers.article_marks import turns_apart
from civicpledge.readers.article_outline import outline
from civicpledge.readers.article_plan import Outline, Role
from civicpledge.readers.article_speakers import Speakers, find_speakers
from civicpledge.readers.article_walk import Walk
from civicpledge.readers.lines import Line, is_question, lines_of, opens_quotation
from civicpledge.readers.name_forms import is_name, is_party
from civicpledge.readers.prose import heads_list, lists_candidates, members_in, names_in
from civicpledge.readers.prose_subjects import Known
from civicpledge.readers.reading import Reading, tile
from civicpledge.readers.statements import group_statement, remit_statement
from civicpledge.readers.told_asks import asks_apart

_LONGEST_PROSE = 4000


@frozen
class _Watch:
    """Who watches, if anybody does; it makes no difference to what is kept."""

    progress: Progress | None = field(default=None, eq=False)


_UNSEEN = _Watch()


# Sniffing and reading need the same; the last document's is kept, so that it is not done twice.
@lru_cache(maxsize=1)
def _analysed(document: Document, watch: _Watch) -> "_Analysed":
    lines = turns_apart(document.text, lines_of(document.text))
    speakers = find_speakers(lines, listed_names(lines), watch.progress)
    plan = outline(lines, speakers)
    if not _is_report(speakers, plan):
        return lines, speakers, plan
    return _with_told_asks(document.text, lines, speakers, plan)


_Analysed = tuple[tuple[Line, ...], Speakers, Outline]


def _is_report(speakers: Speakers, plan: Outline) -> bool:
    """Tell whether nothing but prose names who speaks; "Ms Body answered: ..." is prose too."""
    labels = [i for i, role in enumerate(plan.roles) if role is Role.LABEL]
    return Role.TAIL not in plan.roles and all(
        speakers.labels[i].form.endswith("said") for i in labels
    )


def _with_told_asks(
    text: str, lines: tuple[Line, ...], speakers: Speakers, plan: Outline
) -> _Analysed:
    """Take the asks that prose tells, unless more of the headings have answers told below them."""
    prose = (i for i, role in enumerate(plan.roles) if role in (Role.TEXT, Role.TOLD))
    apart, asked = asks_apart(text, lines, prose, Known.of(speakers.known))
    if not asked:
        return lines, speakers, plan
    found = find_speakers(apart, listed_names(apart))
    found = evolve(found, askers={**found.askers, **asked})
    told = evolve(outline(apart, found), told=True, prose=True)
    fewer = told.answered() < max(plan.answered(), 1)
    return (lines, speakers, plan) if fewer or not _is_report(found, told) else (apart, found, told)


def signs(document: Document) -> tuple[str, ...]:
    """List what marks *document* as an article, a line a sign."""
    lines, speakers, plan = _analysed(document, _UNSEEN)
    found = []
    names = {label.name for label in speakers.labels.values()} | {
        t.name for _, t in speakers.tails.values()
    }
    marked = {i for i, label in speakers.labels.items() if not (label.name or label.party)}
    named = sum(
        role in (Role.LABEL, Role.TAIL) and i not in marked for i, role in enumerate(plan.roles)
    )
    if named >= 2:
        found.append(f"{named} lines name a speaker beside the words")
    if plan.replies:
        found.append("answers stand below each speaker's name")
        found.append("they begin with the numbers, or the topics, of the asks")
    if named > len(names) > 1:
        found.append("the same speakers come again and again")
    if named >= 2 and plan.heads:
        found.append(f"{len(plan.heads)} headings or questions have speakers below them")
    told = sum(role is Role.TOLD for role in plan.roles)
    if told >= 2:
        found.append(f"{told} paragraphs tell what somebody said")
    if (
        told >= 2
        and not named
        and any(is_question(lines[i], plan.heads[i].words) for i in plan.heads)
    ):
        found.append(f"{len(plan.heads)} headings or questions have such paragraphs below them")
    if any(group_statement(line.bare) for line in lines if len(line.bare) < 400):
        found.append("a sentence says what a group of candidates did")
    if any(remit_statement(line.bare) for line in lines if len(line.bare) < 400):
        found.append("a sentence says what lies in an office's remit")
    quoted = sum(opens_quotation(line.bare) for line in lines)
    if not plan.labelled and plan.heads and quoted >= 2:
        found.append(
            f"{quoted} paragraphs in quotation marks stand under {len(plan.heads)} requests"
        )
        found.append(f"{named or 'none'} of them stands beside a speaker's name")
    return tuple(found)


def read_article(document: Document, progress: Progress | None = None) -> Reading:
    """
    Read *document* as an article.

    Where no speaker is named, or only in passing ("Ann Body added"), paragraphs in quotation marks
    below a request are answers without a speaker.
    """
    lines, speakers, plan = _analysed(document, _Watch(progress))
    walk = Walk(
        document=document,
        lines=lines,
        speakers=speakers,
        outline=plan,
        names=Known.of(speakers.known),
    )
    for line in watched(lines, progress):
        walk.step(line)
    walk.finish()
    reading = Reading(
        document=document,
        kind=SourceKind.ARTICLE,
        themes=tuple(walk.themes),
        asks=tuple(walk.asks),
        answers=tuple(walk.answers),
        claims=tuple(walk.claims),
        notes=tuple(walk.notes),
        absences=tuple(walk.absences),
        standing=tuple(walk.standing),
        occasions=walk.occasions(),
        segments=tile(document.text, walk.held),
    )
    return check(asked_again(reading), walk.warnings)


def listed_names(lines: tuple[Line, ...]) -> tuple[str, ...]:
    """List the people whom the page's own prose prints with a party, or as standing for an office."""
    names: dict[str, None] = {}
    for line in lines:
        words = line.bare[:_LONGEST_PROSE]
        if opens_quotation(words) or ("(" not in words and not lists_candidates(words)):
            continue
        for person in names_in(words):
            if person.office or (person.party and is_party(person.party)):
                names[person.name] = None
        if lists_candidates(words):
            names |= dict.fromkeys(members_in(words))
        if heads_list(words):
            names |= dict.fromkeys(person.name for person in names_in(words))
    return tuple(names | dict.fromkeys(_asked_and_alone(lines)))


_CANDIDATES = re.compile(r"\bcandidates\b", re.IGNORECASE)
_FEWEST_ALONE = 2


def _asked_and_alone(lines: tuple[Line, ...]) -> Iterator[str]:
    """Give the names that a sentence on candidates lists, where two of them stand alone on lines too."""
    alone = {
        bare
        for line in lines
        if line.gap and " " in (bare := line.bare.strip("*_: ")) and is_name(bare)
    }
    for line in lines if len(alone) >= _FEWEST_ALONE else ():
        if _CANDIDATES.search(line.bare[:_LONGEST_PROSE]):
            named = {person.name for person in names_in(line.bare[:_LONGEST_PROSE])} & alone
            yield from sorted(named) if len(named) >= _FEWEST_ALONE else ()
