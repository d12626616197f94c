"""What the columns of a table of answers hold: who answers, which question, a comment on it, or neither."""

import re
from collections.abc import Container, Sequence
from enum import StrEnum

from attrs import frozen

from civicpledge.readers.labels import label_of
from civicpledge.readers.lines import CROSSES, TICKS
from civicpledge.readers.name_forms import is_name, is_party
from civicpledge.readers.numbering import numbered
from civicpledge.readers.questionnaire_comments import comments_on, is_bare_comments
from civicpledge.readers.questionnaire_form import is_name_key, is_party_key, is_prompt

_FIRST_NAME = re.compile(r"(?:first|given|fore)[ -]?names?", re.IGNORECASE)
_LAST_NAME = re.compile(r"(?:last|family|sur)[ -]?name", re.IGNORECASE)
_SOME_NAME = re.compile(r"\bname\b", re.IGNORECASE)
_ANOTHERS_NAME = re.compile(
    r"\b(?:agent|party|group|organisation|council|ward|division|area|constituency|user|screen|file)\b",
    re.IGNORECASE,
)
_ENTER = re.compile(
    r"(?:(?:what|which|who)(?:['’]s| is| are)|(?:please )?(?:enter|give|provide|state|confirm|tell|add"
    r"|type|write|insert)(?: us)?|please) (?:in )?(?:your |the |a )?",
    re.IGNORECASE,
)
# What a form wants to know of a person, not for a comparison; much of it is private.
_PARTICULARS = re.compile(
    r"(?:your |preferred |best |main |contact |home |work |postal |email |e-mail )*"
    r"(?:e-?mails?(?: address(?:es)?)?|(?:(?:tele)?phone|mobile|contact|cell)(?: (?:phone|number|no|details"
    r"|information|name|email))*|address(?:es)?|post ?code|zip(?: code)?|age|gender|sex|ethnicity"
    r"|pronouns|date of birth|birthday|occupation|job(?: title)?|employer|website|blog"
    r"|(?:twitter|x|facebook|instagram|social media|bluesky|linkedin)(?: (?:handle|account|page|profile"
    r"|links?|name|url))*|(?:(?:local )?elect(?:oral|ion) )?(?:ward|division|constituency|area|seat|council"
    r"|district|region|borough)(?: name)?|status|internal notes?|notes? \(internal\)|office use(?: only)?)"
    r"(?: (?:in case|so (?:that )?we|for (?:us|publication|our))\b.{0,80})?"
    r"|how old are you|where do you live|which (?:ward|area|division|constituency|seat)\b.{0,12}"
    r"\b(?:are you|do you live)(?: in| for)?",
    re.IGNORECASE,
)
_WHICH_PARTY = re.compile(
    r"(?:(?:which|what) (?:political )?(?:party|group|organisation)\b.{0,60}"
    r"|(?:standing|running) (?:for|as)\b.{0,20}\b(?:party|independent)\b.{0,30}"
    r"|(?:political )?party(?: or|/| \(or| or group).{0,30})",
    re.IGNORECASE,
)
# Titles of columns that a form needs and nobody asks a candidate for a comparison.
_OF_THE_FORM = re.compile(
    r"(?:which|what) (?:ward|division|constituency|area|seat|council|district|region|borough|election"
    r"|office|position|post)\b.{0,20}\b(?:stand|standing|contest|contesting|represent|run|running|seek"
    r"|seeking|candidate)\b"
    r"|(?:may|can|shall|could) we (?:publish|quote|share|print|use|contact|keep)\b.{0,40}"
    r"\b(?:your?|this|these)\b"
    r"|(?:(?:do|can) you|i|we|please) (?:hereby |also )?"
    r"(?:consent|give (?:my |your )?(?:consent|permission))\b"
    r"|(?:do you|i|we|please) (?:hereby |also )?(?:agree|confirm|accept|understand|certify)\b.{0,40}"
    r"\b(?:my|your|our|these) (?:answers?|responses?|data|details|repl(?:y|ies)|name|information)\b"
    r"|(?:do you|i|we) (?:agree to|accept|have read) (?:the|our|your) (?:terms|privacy|data protection)\b"
    r"|(?:consent|permission)(?: (?:to|for) .{1,80})?$|gdpr\b|privacy (?:notice|policy|statement)\b"
    r"|(?:are you|i am|i['’]m) happy for us\b|how did you (?:hear|find|learn)\b"
    r"|would you like to (?:receive|hear from|join our)\b|(?:your )?(?:e-?mail|phone|telephone|mobile)\b"
    r"|time ?stamp\b|submi(?:tted|ssion)\b|started at\b|completed at\b"
    r"|(?:row |response |entry |respondent |collector )?id\b"
    r"|(?:response|reply|form|survey|questionnaire)s? (?:received|returned|sent|in)\b"
    r"|(?:replied|responded)\b"
    r"|language\b|score\b|ip address\b|network id\b|start date\b|end date\b|declaration\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:(?:q|question)? ?\d{0,3}[ .:)(-]{0,3})?(?:(?:any |further |other |additional |optional |your "
    r"|brief )?(?:comments?|reasons?|notes?|details?|explanation|reasoning|remarks)"
    r"(?: (?:on|to|for|about|behind) .{1,80})?|why(?: not)?\??"
    r"|(?:please )?(?:explain|elaborate|expand|tell us (?:more|why)|say why)(?: .{1,60})?"
    r"|please (?:give|provide|add|use) .{1,60}|if (?:so|yes|no|not|other)\b.{1,80})[)]?",
    re.IGNORECASE,
)
_OVERALL = re.compile(r"(?:overall|general|final|closing) (?:comments?|remarks)", re.IGNORECASE)
_OF_PERSON = re.compile(r"(?<=[ :(–—-])(?:comments?|reasons?|notes?|details?)\)?$", re.IGNORECASE)
_SHORT_FOR = re.compile(r"(?:question|q|ask) ?[a-z0-9]{1,3}", re.IGNORECASE)
_QUESTIONS = re.compile(
    r"(?:the |our )?(?:fields?|items?|questions?|asks?|pledges?|issues?|topics?|polic(?:y|ies)|demands?|)"
    r"(?: asked)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"(?:no\.?|number|nr\.?|#|q|id|ref)", re.IGNORECASE)
_CHOICE = re.compile(
    r"(?:strongly |fully |partly )?(?:yes|no|y|n|agree|disagree|support|oppose|for|against|maybe|unsure"
    rf"|partly|partially|in part|undecided|neutral|pledged|signed|don['’]?t know)\b|[{TICKS}{CROSSES}~]",
    re.IGNORECASE,
)


class Column(StrEnum):
    """What a column of a table with a row a person holds."""

    NAME = "name"
    FIRST = "first"
    LAST = "last"
    PARTY = "party"
    ASK = "ask"
    MORE = "more"
    PROMPT = "prompt"
    OTHER = "other"
    UNTOLD = "untold"


@frozen(kw_only=True)
class Asked:
    """The columns of a table with a row a question: the question's, and each person's with its comments."""

    question: int
    people: tuple[tuple[int, str], ...]
    comments: tuple[tuple[int, int], ...]


def columns_of(titles: Sequence[str], below: Sequence[Sequence[str]] = ()) -> tuple[Column, ...]:
    """
    Tell what each column holds, by its title and, where no title is a question, by the cells *below*.

    >>> [c.value for c in columns_of(["Timestamp", "Name", "Will you build?", "Please explain"])]
    ['other', 'name', 'ask', 'more']
    """
    found = [column_of(title) for title in titles]
    if Column.ASK not in found and Column.NAME in found:
        found = [_by_cells(c, at, titles, below) for at, c in enumerate(found)]
    own = Column.NAME in found and _own_name(found, titles)
    for at in (i for i, column in enumerate(found) if column is Column.NAME and i != own):
        found[at] = Column.OTHER
    on = comments_of(titles, found)
    for at in (i for i, column in enumerate(found) if column is Column.MORE and i not in on):
        found[at] = Column.PROMPT if is_bare_comments(titles[at]) else Column.OTHER
    for at in on:
        found[at] = Column.MORE
    return tuple(found)


def _own_name(found: Sequence[Column], titles: Sequence[str]) -> int:
    """Give the column of the name: what says so plainly before what only speaks of a name."""
    names = [at for at, column in enumerate(found) if column is Column.NAME]
    return next((at for at in names if is_name_key(_key(titles[at]))), names[0])


def comments_of(titles: Sequence[str], found: Sequence[Column]) -> dict[int, int]:
    """Give the question that each column of comments is on, by their places."""
    asks = [at for at, column in enumerate(found) if column is Column.ASK]
    comments = [at for at, column in enumerate(found) if column is Column.MORE]
    comments += [
        at
        for at, column in enumerate(found)
        if column is Column.PROMPT
        and at
        and found[at - 1] in _GOES_ON
        and _MORE.fullmatch(titles[at])
    ]
    return comments_on(titles, sorted(comments), asks)


_GOES_ON = (Column.ASK, Column.MORE)


def _key(title: str) -> str:
    """
    Give what a title wants filled in, without the words of asking for it.

    >>> _key("What is your full name?"), _key("Please enter your e-mail address")
    ('full name', 'e-mail address')
    """
    return _ENTER.sub("", title, count=1).strip(" ?:.*")


def is_of_the_form(title: str) -> bool:
    """Tell whether a title is one that a web form writes for itself, or of what is private to a person."""
    return _OF_THE_FORM.match(title) is not None or _PARTICULARS.fullmatch(_key(title)) is not None


def column_of(title: str) -> Column:
    """Tell what a column holds by its own title alone."""
    key = _key(title)
    forms = (
        (Column.PARTY, is_party_key(key) or _WHICH_PARTY.fullmatch(title)),
        (Column.FIRST, _FIRST_NAME.fullmatch(key)),
        (Column.LAST, _LAST_NAME.fullmatch(key)),
        (Column.NAME, is_name_key(key)),
        (Column.OTHER, is_of_the_form(title)),
        (Column.PROMPT, _OVERALL.fullmatch(title) or is_prompt(title)),
        (Column.MORE, _MORE.fullmatch(title)),
        (Column.ASK, is_question(title)),
        (Column.NAME, _SOME_NAME.search(title) and not _ANOTHERS_NAME.search(title)),
    )
    untitled = Column.OTHER if title else Column.UNTOLD
    return next((column for column, told in forms if told), untitled)


def name_told(title: str) -> Column | None:
    """
    Tell which name the title of a row wants of whoever answers, if it wants one.

    >>> name_told("What is your full name?"), name_told("Name your top priority")
    (<Column.NAME: 'name'>, None)
    """
    kind = column_of(title)
    if kind is Column.NAME:
        return kind if is_name_key(_key(title)) else None
    return kind if kind in (Column.FIRST, Column.LAST) else None


def is_question(title: str) -> bool:
    """Tell whether a title is a question, a short form of one ("Q3") or a topic with its number."""
    numbers = is_short_for_a_question(title) or numbered(title) is not None
    return "?" in title or numbers or len(title.split()) > 6


def is_short_for_a_question(title: str) -> bool:
    """Tell whether a title only points to a question that is printed elsewhere: "Question A"."""
    return _SHORT_FOR.fullmatch(title) is not None


def holds_answers(title: str) -> bool:
    """Tell whether a title says only that answers stand below: the ask is printed above the table."""
    return _ANSWERS.fullmatch(title.strip("*_: ")) is not None


_ANSWERS = re.compile(
    r"(?:their |the )?(?:answer|response|value|entry)s?|replies|reply", re.IGNORECASE
)


def _by_cells(
    column: Column, at: int, titles: Sequence[str], below: Sequence[Sequence[str]]
) -> Column:
    """Take a topic for a question where most cells below it choose: yes, no, agree."""
    if column is not Column.OTHER or is_of_the_form(titles[at]) or not titles[at]:
        return column
    if holds_answers(titles[at]):
        return Column.ASK
    cells = [row[at].strip() for row in below if at < len(row) and says(row[at])]
    chosen = sum(_CHOICE.match(cell) is not None for cell in cells)
    return Column.ASK if chosen and chosen * 2 >= len(cells) else column


def says(words: str) -> bool:
    """
    Tell whether a cell says anything: a dash does not, nor does the number of a footnote.

    >>> says("✓"), says("–²")
    (True, False)
    """
    return any(c.isalpha() or c.isdecimal() or c in _MARKS for c in words)


_MARKS = frozenset(TICKS + CROSSES)


# ---- a column a person


def surnames_told(text: str, titles: Sequence[str]) -> frozenset[str]:
    r"""
    Give the titles of one word that a page has as surnames, each of one full name beside a party.

    >>> sorted(surnames_told("- Ann Body, Labour\n- Bo Ng (Green)\n- Old Mill", ["", "Body", "Ng", "Mill"]))
    ['Body', 'Ng']
    """
    found = set()
    for title in titles:
        bare = title.strip("*_ ")
        if " " in bare or not is_name(bare):
            continue
        beside = re.finditer(
            rf"\b([A-ZÀ-Þ][\w'’.-]{{1,30}}) {re.escape(bare)}{_BESIDE}", text[:_SEEN]
        )
        if len({near[1] for near in beside if is_party(near[2].strip())}) == 1:
            found.add(title)
    return frozenset(found) or _all_surnames(text, [title for title in titles if title])


def _all_surnames(text: str, titles: Sequence[str]) -> frozenset[str]:
    """Give the titles where no party tells, but each of several ends one full name of the page."""
    for title in titles:
        full = rf"\b[A-ZÀ-Þ][\w'’.-]{{1,30}} {re.escape(title)}\b"
        alone = " " not in title and is_name(title)
        if not alone or len({found[0] for found in re.finditer(full, text[:_SEEN])}) != 1:
            return frozenset()
    return frozenset(titles) if len(titles) > 1 else frozenset()


_SEEN = 100_000
"""So far down a page the full names of surnames are looked for."""
_BESIDE = r"(?:, ?| ?\(| [-–—] )([^\n()|,;.]{2,40})"


def answer_a_row(titles: Sequence[str]) -> tuple[int, int] | None:
    """
    Give the columns of the question and of the answer where a table has a row an answer.

    >>> answer_a_row(["Candidate", "Party", "Question", "Answer"])
    (2, 3)
    >>> answer_a_row(["Question", "Ann Body", "Answer"]), answer_a_row(["Name", "Will you?", "Answer"])
    (None, None)
    """
    bare = [title.strip("*_ ") for title in titles]
    named = any(is_name_key(title) for title in bare)
    questions = [i for i, title in enumerate(bare) if title and _QUESTIONS.fullmatch(title)]
    answers = [i for i, title in enumerate(bare) if holds_answers(title)]
    told = named and len(questions) == len(answers) == 1
    return (questions[0], answers[0]) if told else None


def asked_of(titles: Sequence[str], surnames: Container[str] = ()) -> Asked | None:
    """
    Read a first row that holds people: "Question | Ann Body (Green) | Bo Ng (Labour)".

    :param surnames: titles of one word that are people's too

    >>> asked_of(["No.", "Question", "Ann Body", "Ann Body comments", "Bo Ng"]).people
    ((2, 'Ann Body'), (4, 'Bo Ng'))
    >>> asked_of(["Question", "Answer"]).people, asked_of(["Name", "Ann Body"]).people
    (((1, 'Answer'),), ((1, 'Ann Body'),))
    """
    if not titles:
        return None
    at = 1 if len(titles) > 1 and _COUNTED.fullmatch(titles[0]) and not who_of(titles[1]) else 0
    if _QUESTIONS.fullmatch(titles[at]) is None and not _names_people(titles):
        return None
    people: list[tuple[int, str]] = []
    comments: list[tuple[int, int]] = []
    for column in range(at + 1, len(titles)):
        own = _OF_PERSON.search(titles[column][-12:])
        of = titles[column][: -len(own[0])].strip(" :(–—-") if own else ""
        before = people[-1] if people else None
        if before and (_MORE.fullmatch(titles[column]) or (of and of in before[1])):
            comments.append((column, before[0]))
        elif titles[column] in surnames:
            people.append((column, titles[column]))
        elif who_of(titles[column]) is None and (people or not holds_answers(titles[column])):
            return None
        else:
            people.append((column, titles[column]))
    if not people or (len(people) < 2 and not titles[at]):
        return None
    return Asked(question=at, people=tuple(people), comments=tuple(comments))


def _names_people(titles: Sequence[str]) -> bool:
    """Tell whether a first row is that of the names: "Name | Ann Body | Bo Ng"."""
    return is_name_key(titles[0]) and all(
        who is not None and who[0] is not None for who in map(who_of, titles[1:])
    )


def who_of(title: str) -> tuple[str | None, str | None] | None:
    """
    Read a person, a party or both in the title of a column.

    >>> who_of("Ann Body (Green)"), who_of("Green Party"), who_of("Total")
    (('Ann Body', 'Green'), (None, 'Green Party'), None)
    """
    bare = title.strip("*_ ")
    label = label_of(bare)
    if label is not None and label.name and label.end >= len(bare) and " " in bare:
        return label.name, label.party
    if is_party(bare):
        return None, bare
    return (bare, None) if is_name(bare) and " " in bare else None
