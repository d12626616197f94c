"""Long work can be watched, counts every piece once, and leaves at once when it is told to."""

import pytest

import civicpledge as cp
from civicpledge.matching import roster as roster_module

REAL = cp.load_dataset("west-midlands-2021")
ROSTER = cp.Roster.from_rows(
    [{"name": f"Ann {name}"} for name in ("Ash", "Birch", "Cedar")],
    contest="mayor.haven.2030-05-02",
)
NAMES = ["Cllr ASH, Ann", "Ann Birch", "Bo Cedar", "Ann Cedar", "Ann Ash"] * 4


def spoken():
    """Give a dataset in somebody's own words, which the codebook may code."""
    text = "1) Homes\n\nAda Marlow, Harbour:\n\nYes, I will.\n\nToby Finch, Orchard:\n\nNo.\n"
    reading = cp.parse(cp.Document.from_text(text, source=cp.Source(id="page", title="A page")))
    rows = [{"name": "Ada Marlow"}, {"name": "Toby Finch"}]
    roster = cp.Roster.from_rows(rows, contest="mayor.eastmere.2023-05-04")
    return cp.resolve(reading, roster, remits=cp.remits({"mayor.eastmere": {"decides": "1"}}))


SPOKEN = spoken()


def match_many(progress):
    return ROSTER.match_many(NAMES, progress=progress)


def score(progress):
    return cp.score(REAL, progress=progress)


def robustness(progress):
    return cp.robustness(REAL, draws=2, progress=progress)


def code_responses(progress):
    return cp.code_responses(SPOKEN, progress=progress)


def page(progress):
    publish = pytest.importorskip("civicpledge.publish", reason="needs the extra 'report'")
    return publish.page_of(REAL, progress=progress)


LONG = {
    match_many: len(NAMES),
    score: 6,
    robustness: len(robustness(None)),  # a piece for each way to score
    code_responses: 2,
    page: 2 * 9,  # both contests' asks
}
every = pytest.mark.parametrize("work", LONG, ids=lambda work: work.__name__)


@every
def test_who_watches_sees_every_piece_once_and_changes_nothing(work):
    seen = []

    def counting(pieces):
        for piece in pieces:
            seen.append(piece)
            yield piece

    assert work(counting) == work(None)
    assert len(seen) == LONG[work]


def interrupted(pieces):
    for number, piece in enumerate(pieces):
        if number == 1:
            raise KeyboardInterrupt
        yield piece


@every
def test_an_interrupt_leaves_at_once(work):
    with pytest.raises(KeyboardInterrupt):
        work(interrupted)


def test_with_several_processes_too(monkeypatch):
    monkeypatch.setattr(roster_module, "CHUNK", 3)
    seen = []

    def counting(pieces):
        for piece in pieces:
            seen.append(piece)
            yield piece

    assert ROSTER.match_many(NAMES, workers=2, progress=counting) == match_many(None)
    assert len(seen) == len(NAMES)
    with pytest.raises(KeyboardInterrupt):
        ROSTER.match_many(NAMES, workers=2, progress=interrupted)


def write_page(path, progress):
    publish = pytest.importorskip("civicpledge.publish", reason="needs the extra 'report'")
    publish.write_page(REAL, path, progress=progress)


def write_excel(path, progress):
    excel = pytest.importorskip("civicpledge.excel", reason="needs the extra 'excel'")
    excel.write_excel({"scores": cp.score(REAL)}, path, progress=progress)


@pytest.mark.parametrize("write", [write_page, write_excel], ids=lambda write: write.__name__)
def test_an_interrupt_leaves_the_old_file_whole_and_nothing_beside_it(write, tmp_path):
    path = tmp_path / "held"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write(path, interrupted)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    write(path, list)
    assert path.read_bytes() != b"old"
