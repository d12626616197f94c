"""Taking a person out: no word and no name of theirs is left, and every count and score is what it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from civicpledge.strategies import datasets

FEW = settings(max_examples=200)


def sums(dataset):
    return sorted(
        (
            str(dataset.ask(cell.ask).number),
            cell.part is None,
            cell.due,
            str(cell.absence),
            [
                (c.finding.stance, c.finding.alternatives, c.part is None)
                for r in cell.responses
                for c in sorted(
                    cell.codings,
                    key=lambda c: (
                        c.coder,
                        str(c.date),
                        str(c.part).count("."),
                        c.ask.rpartition(".")[2],
                    ),
                )
                if c.response == r.id
            ],
        )
        for cell in dataset.cells()
    )


@FEW
@given(datasets(), st.data())
def test_every_count_and_every_stance_stays(dataset, data):
    person = data.draw(st.sampled_from([p.id for p in dataset.people]))
    assert sums(dataset.redact(person)) == sums(dataset)
