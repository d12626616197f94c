"""Where words stand, said in words; results as tables, texts and HTML."""

import attrs
import pytest

from civicpledge.comparison.changes import changes
from civicpledge.comparison.claims import audit_claims
from civicpledge.comparison.common import common_ground, divides
from civicpledge.comparison.comparing import compare
from civicpledge.comparison.consistency import consistency
from civicpledge.comparison.deliveries import track_record
from civicpledge.comparison.repeated import repeated_statements
from civicpledge.model.findings import Stance
from civicpledge.model.sources import Document, Source, Span
from civicpledge.scoring.naming import cited, shortened, span_place


@pytest.fixture
def dataset(make):
    world = make.World()
    ann, bob = world.candidate("ann"), world.candidate("bob")
    ask = world.ask(1)
    world.held(ann, ask, Stance.COMMITTED)
    world.held(bob, ask, Stance.REFUSED)
    return world.dataset()


def test_a_place_is_a_line_where_the_document_is_at_hand(make):
    page = Document.from_text("Title\n\nAnn said yes.\n", source=Source(id="page", title="Page"))
    span = Span(source="page", start=7, end=20)
    world = make.World()
    said = world.say(world.candidate("ann"), world.ask(1), "Ann said yes.")
    world.records["responses"][-1] = attrs.evolve(
        world.records["responses"][-1], source=None, appearances=(span,)
    )
    bare = world.dataset()
    assert span_place(bare, span) == "page, characters 7 to 20"
    world.records["sources"][0] = page.source
    dataset = world.dataset().with_documents([page])
    assert cited(dataset, [said]) == f"{said} (page, line 3)"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Yes.", "Yes."),
        ("a\n  b", "a b"),
        ("x" * 70, "x" * 60 + "…"),
        ("word " * 20, "word " * 11 + "word…"),
    ],
)
def test_long_words_are_cut_at_a_word(text, short):
    assert shortened(text) == short


def results(dataset):
    return [
        audit_claims(dataset),
        common_ground(dataset),
        divides(dataset),
        compare(dataset, "ann", "bob"),
        changes(dataset, dataset),
        consistency(dataset, "ann"),
        repeated_statements(dataset),
        track_record(dataset),
    ]


def test_every_result_is_a_table_a_text_and_html_and_counts_in_its_repr(dataset):
    for result in results(dataset):
        table = result.to_table()
        assert str(result) == table.to_text()
        assert result._repr_html_() == table.to_html()
        assert repr(result) == f"<{type(result).__name__}: {len(table)} rows>"
        assert isinstance(result.explain(), str)


def test_results_are_walked_and_counted(dataset):
    for result in results(dataset):
        if not hasattr(result, "closeness"):
            assert len(list(result)) == len(result)


def test_hostile_names_stay_inert_in_html(make):
    world = make.World()
    ann = world.candidate("ann")
    world.candidate("bob")
    world.records["candidates"][0] = attrs.evolve(
        world.records["candidates"][0], name="<script>alert(1)</script>"
    )
    world.held(ann, world.ask(1), Stance.COMMITTED)
    for result in results(world.dataset()):
        assert "<script" not in result._repr_html_()
