"""Laws of matching: no order, no batch and no slip of a letter changes who is meant."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from civicpledge.matching import Ambiguous, Matched, Roster
from civicpledge.normalise.name_words import TITLES

GIVEN = [
    "Ada",
    "Adam",
    "Bill",
    "Clara",
    "Dilys",
    "Edward",
    "Fatima",
    "Gwen",
    "Hari",
    "Imogen",
    "John",
]
GIVEN += [
    "Jon",
    "Karim",
    "Laura",
    "Lauren",
    "Maria",
    "Mary",
    "Nia",
    "Owen",
    "Paul",
    "Paula",
    "Rhys",
]
SURNAMES = ["Ashdown", "Bellamy", "Carver", "Dunmore", "Eastlake", "Fellows", "Garrick", "Hallam"]
SURNAMES += ["Hallan", "Iqbal", "Jephcott", "Kestrel", "Larkin", "Martel", "Marten", "Northcott"]
SURNAMES += ["Oduya", "Penrose", "Penrise", "Quill", "Redfern", "Stanway", "Tarn", "Underhill"]

NAME = st.builds(
    lambda given_names, surname: " ".join([*given_names, surname]),
    st.lists(st.sampled_from(GIVEN), min_size=1, max_size=2),
    st.one_of(
        st.sampled_from(SURNAMES),
        st.permutations(SURNAMES).map(lambda halves: f"{halves[0]}-{halves[1]}"),
    ),
)
NAMES = st.lists(NAME, min_size=1, max_size=8, unique_by=lambda n: n.lower().replace("-", " "))


def roster_of(names):
    return Roster.from_rows([{"id": f"p{n}", "name": name} for n, name in names], contest="mayor.x")


def printed_forms(name):
    *given_names, surname = name.split()
    return [
        name,
        name.upper(),
        f"{surname}, {' '.join(given_names)}",
        f"Cllr {name}",
        f"{given_names[0][0]}. {surname}",
        f"{given_names[0]} {surname}",
        surname,
        given_names[0],
        f"{surname.upper()} {' '.join(given_names)}",
        f"Not {name}",
    ]


MENTION = NAME.flatmap(lambda name: st.sampled_from(printed_forms(name)))


@given(NAMES, st.lists(MENTION, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_roster_changes_nothing(names, mentions, shuffler):
    numbered = list(enumerate(names))
    shuffled = shuffler.sample(numbered, len(numbered))
    mentions = [*mentions, *names]
    assert roster_of(numbered).match_many(mentions) == roster_of(shuffled).match_many(mentions)


@given(NAMES, st.lists(MENTION, max_size=6))
def test_a_batch_gives_what_one_by_one_gives(names, mentions):
    roster = roster_of(enumerate(names))
    assert roster.match_many(mentions) == [roster.match(mention) for mention in mentions]


@given(NAMES, st.data())
def test_a_contest_of_a_roster_is_a_roster_of_its_own(names, data):
    contests = [data.draw(st.sampled_from(["mayor.x", "mayor.y"])) for _ in names]
    rows = [
        {"id": f"p{n}", "name": name, "contest": contest}
        for n, (name, contest) in enumerate(zip(names, contests, strict=True))
    ]
    mention = data.draw(st.sampled_from(names))
    for contest in set(contests):
        alone = Roster.from_rows([row for row in rows if row["contest"] == contest])
        scoped = Roster.from_rows(rows).match(mention, contest=contest)
        assert scoped == alone.match(mention)


@given(NAMES)
def test_the_name_on_the_roster_is_that_persons_or_ambiguous(names):
    roster = roster_of(enumerate(names))
    for number, name in enumerate(names):
        match roster.match(name):
            case Matched() as matched:
                assert matched.candidate.person == f"p{number}"
            case Ambiguous() as ambiguous:
                assert f"p{number}" in {o.candidate.person for o in ambiguous.options}
            case unmatched:
                pytest.fail(f"{name!r} is on the roster, yet {unmatched.why}")


def slip(word, shuffler):
    """Change one letter of *word*: left out, doubled, swapped with the next, or another."""
    place = shuffler.randrange(len(word))
    before, letter, after = word[:place], word[place], word[place + 1 :]
    return shuffler.choice(
        [
            before + after,
            before + letter + letter + after,
            before + after[:1] + letter + after[1:],
            before + shuffler.choice("aeiounrst") + after,
        ]
    )


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, st.integers(0, 2**32))
def test_a_slip_of_a_letter_never_gives_another_person(names, seed):
    shuffler = random.Random(seed)
    roster = roster_of(enumerate(names))
    keys = {name.lower() for name in names}
    for number, name in enumerate(names):
        words = name.split()
        place = shuffler.randrange(len(words))
        words[place] = slip(words[place], shuffler)
        printed = " ".join(words)
        matched = roster.match(printed)
        made_a_word = printed.lower() in keys or words[place].lower() in TITLES
        if isinstance(matched, Matched) and not made_a_word:
            found = names[int(matched.candidate.person[1:])]
            assert number == int(matched.candidate.person[1:]) or is_nearer(printed, found, name)


def is_nearer(printed, found, name):
    """Tell whether the slip made the very words of another name: "Jon" of "John"."""
    theirs = set(found.lower().replace("-", " ").split())
    mine = set(name.lower().replace("-", " ").split())
    now = set(printed.lower().replace("-", " ").split())
    return len(now & theirs) > len(now & mine)


@given(NAMES, MENTION)
def test_similarities_are_shares(names, mention):
    outcome = roster_of(enumerate(names)).match(mention)
    options = getattr(outcome, "options", None) or getattr(outcome, "nearest", None)
    options = options or ([outcome.option] if isinstance(outcome, Matched) else [])
    assert all(0 <= option.similarity <= 1 for option in options)
    assert sum(option.similarity for option in options) <= 1 + 1e-9


@given(NAMES, MENTION, st.permutations(["Labour", "Conservative", "Green"]))
def test_which_party_it_is_changes_nothing(names, mention, labels):
    def rows(parties):
        return [
            {"id": f"p{n}", "name": name, "party": parties[n % 3]} for n, name in enumerate(names)
        ]

    before = Roster.from_rows(rows(["Labour", "Conservative", "Green"]), contest="mayor.x")
    after = Roster.from_rows(rows(labels), contest="mayor.x")
    first, second = before.match(mention, party="Labour"), after.match(mention, party=labels[0])
    assert type(first) is type(second)
    if isinstance(first, Matched):
        assert first.candidate.person == second.candidate.person
        assert first.similarity == second.similarity
