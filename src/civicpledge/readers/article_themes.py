"""Headings that are no asks: themes, lists that announce asks, titles, and what only ends an answer."""

from civicpledge.readers.article_plan import SPEAKING, Plan, Role, heads_alone, is_empty_label
from civicpledge.readers.name_forms import name_words
from civicpledge.readers.numbering import numbered


def themes(plan: Plan) -> None:
    """Between two asks: a heading that other text or asks follow is a theme, the rest announce asks."""
    asks = sorted(plan.heads)
    titles = [name_words(plan.lines[i].bare[plan.heads[i].words :]) for i in asks]
    themed = False
    for at in range(len(asks) - 1, -1, -1):
        start = asks[at - 1] + 1 if at else 0
        themed = (
            _theme_of(plan, start, asks[at], titles[at : at + 8], first=at == 0, themed=themed)
            or themed
        )


def _theme_of(
    plan: Plan, start: int, ask: int, titles: list[frozenset[str]], *, first: bool, themed: bool
) -> bool:
    speaking = [i for i in range(start, ask) if plan.roles[i] in SPEAKING]
    heads = [i for i in range(start, ask) if plan.roles[i] is Role.TEXT and heads_alone(plan, i)]
    heads = [
        i
        for i in heads
        if not speaking or i > speaking[-1] + 1 or not is_empty_label(plan, speaking[-1])
    ]
    run = [i for i in _adjacent(heads, ask) if not _is_over(plan, i, ask)]
    announcing = _announcing(plan, run, titles)
    rest = [i for i in heads if i not in announcing]
    for i in announcing:
        plan.roles[i] = Role.PREVIEW
    if first:
        rest = _without_titles(plan, rest, themed=themed)
    if not rest:
        return False
    plan.roles[rest[-1]] = Role.THEME
    for i in rest[:-1]:
        plan.roles[i] = Role.HEADING
    return True


def _is_over(plan: Plan, index: int, ask: int) -> bool:
    """Tell whether marks put a heading over an ask that is one too: "## Homes" over "### 1. Rents"."""
    over, under = plan.lines[index], plan.lines[ask]
    return over.heading and under.heading and len(over.opened) < len(under.opened)


def _adjacent(heads: list[int], ask: int) -> list[int]:
    """Give the headings that lead up to the ask with nothing between."""
    run: list[int] = []
    for i in reversed(heads):
        if i != (run[0] if run else ask) - 1:
            break
        run.insert(0, i)
    return run


def _announcing(plan: Plan, run: list[int], titles: list[frozenset[str]]) -> list[int]:
    """Give the headings of a run that announce asks: those from the first that does, if most do."""
    told = [i for i in run if _announces(plan, i, titles)]
    return [i for i in run if i >= told[0]] if told and len(told) * 2 >= len(run) - 1 else []


def _announces(plan: Plan, index: int, titles: list[frozenset[str]]) -> bool:
    words = name_words(plan.lines[index].bare)
    return any(len(words & title) * 2 >= min(len(words), len(title)) > 0 for title in titles)


def _without_titles(plan: Plan, heads: list[int], *, themed: bool) -> list[int]:
    """Take out the page's title: what stands among its first lines."""
    texts = [i for i, role in enumerate(plan.roles[:40]) if role is not Role.FURNITURE][:3]
    first = name_words(plan.lines[texts[0]].bare) if texts else frozenset()
    titles = [
        i
        for i in heads
        if i in texts[:1]
        or (i in texts and len(name_words(plan.lines[i].bare) & first) * 2 >= len(first) > 0)
    ]
    if themed and len(heads) == 1:
        return heads
    for i in titles:
        plan.roles[i] = Role.TITLE
    return [i for i in heads if i not in titles]


def loose_headings(plan: Plan) -> None:
    """Any other line that looks like a heading ends what stands before it."""
    first = min(plan.heads, default=0)
    for line in plan.lines:
        i = line.index
        if plan.replies and numbered(line.bare):
            continue
        if plan.roles[i] is Role.TEXT and heads_alone(plan, i) and not _is_short_answer(plan, i):
            plan.roles[i] = Role.HEADING if i > first else Role.TITLE


def _is_short_answer(plan: Plan, index: int) -> bool:
    """Tell whether a line directly behind a bare label and before the next label is what was said."""
    above = index - 2 if index and plan.roles[index - 1] is Role.PARTY else index - 1
    if above < 0 or plan.lines[index].marked or not is_empty_label(plan, above):
        return False
    if plan.roles[above] is not Role.LABEL:
        return False
    return index + 1 < len(plan.lines) and plan.roles[index + 1] is Role.LABEL
