"""Long work can be watched, counts every piece once, and leaves at once when it is told to."""

import tempfile

import pytest

import civicpledge as cp
from civicpledge.matching import roster as roster_module
from civicpledge.readers import article

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


SAVED = cp.dumps(SPOKEN)
TABLES = cp.to_tables(SPOKEN)
RECORDS = [line for line in SAVED.splitlines() if line.startswith("{") and len(line) > 1]
SPEAKERS = cp.Roster.from_rows(
    [{"name": "Ada Marlow"}, {"name": "Toby Finch"}], contest="mayor.eastmere.2023-05-04"
)


def said_again():
    """Give a dataset in which two of three say nearly the same, and the third something else."""
    answers = {
        "Ada Marlow": "I will plant forty trees in the park by the mill.",
        "Toby Finch": "I will plant fifty trees in the park by the mill.",
        "Uma Lark": "Homes on the old goods yard are what we need first.",
    }
    told = "\n\n".join(f"{name}, Harbour:\n\n{words}" for name, words in answers.items())
    document = cp.Document.from_text(f"1) Trees\n\n{told}\n", source=cp.Source(id="p", title="P"))
    roster = cp.Roster.from_rows(
        [{"name": n} for n in answers], contest="mayor.eastmere.2023-05-04"
    )
    remits = cp.remits({"mayor.eastmere": {"decides": "1"}})
    return cp.resolve(cp.parse(document), roster, remits=remits)


SAID_AGAIN = said_again()


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


PAGES = {
    "article": "1) Homes\n\nAda Marlow, Harbour:\n\nYes, I will.\n\nToby Finch, Orchard:\n\nNo.\n",
    "questionnaire": "Name: Ada Marlow\n\n1. Will you plant trees?\n\nYes.\n\n2. Why?\n\nFor shade.\n",
    "manifesto": "## Homes\n\n- We will build homes.\n- We will plant trees.\n",
    "roundup": "Low Mill Voices\n\nOn 3rd May, 120 people met at Low Hall.\n\n"
    "  • Won a commitment from Ada Marlow to plant 30 trees\n",
}


def read(kind, progress):
    """Read a page that no call before has read, so that nothing of it is remembered."""
    article._analysed.cache_clear()
    source = cp.Source(id="page", title="A page")
    return cp.parse(cp.Document.from_text(PAGES[kind], source=source), kind, progress=progress)


def loads(progress):
    return cp.loads(SAVED, progress=progress)


def dumps(progress):
    return cp.dumps(SPOKEN, progress=progress)


def tables(progress):
    return cp.from_tables(cp.to_tables(SPOKEN, progress=progress))


def from_tables(progress):
    return cp.from_tables(TABLES, progress=progress)


def folder(progress):
    with tempfile.TemporaryDirectory() as held:
        cp.write_tables(SPOKEN, held, progress=progress)
        return cp.read_tables(held)


def read_folder(progress):
    with tempfile.TemporaryDirectory() as held:
        cp.write_tables(SPOKEN, held)
        return cp.read_tables(held, progress=progress)


def resolve(progress):
    reading = read("article", None)
    remits = cp.remits({"mayor.eastmere": {"decides": "1"}})
    return cp.resolve(reading, SPEAKERS, remits=remits, progress=progress)


def redact(progress):
    return SPOKEN.redact("ada-marlow", progress=progress)


def repeated(progress):
    return cp.repeated_statements(SAID_AGAIN, progress=progress)


LONG = {
    loads: len(RECORDS),
    dumps: len(RECORDS),
    tables: len(RECORDS),
    from_tables: len(RECORDS),
    folder: len(RECORDS),
    read_folder: len(RECORDS),
    resolve: 2,  # answers
    redact: 2 * len(RECORDS),  # two passes
    repeated: 3 + 1,  # responses, then the one pair that shares three words and is not the same
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


@pytest.mark.parametrize("kind", PAGES)
def test_who_watches_a_page_being_read_sees_each_long_pass_whole_and_changes_nothing(kind):
    passes = []

    def counting(pieces):
        passes.append([])
        for piece in pieces:
            passes[-1].append(piece)
            yield piece

    assert read(kind, counting) == read(kind, None)
    assert [len(seen) >= 1 for seen in passes] == [True] * len(passes)
    assert max(map(len, passes)) >= 2


@pytest.mark.parametrize("kind", PAGES)
def test_reading_that_was_interrupted_in_any_pass_reads_the_same_the_next_time(kind):
    whole = read(kind, None)
    started = []
    read(kind, lambda pieces: started.append(1) or pieces)
    for last in range(len(started)):
        waiting = list(range(last))

        def stop(pieces, waiting=waiting):
            if waiting:
                waiting.pop()
                return pieces
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            read(kind, stop)
        source = cp.Source(id="page", title="A page")
        assert cp.parse(cp.Document.from_text(PAGES[kind], source=source), kind) == whole


def test_a_file_with_faults_tells_all_of_them_to_who_watches_too():
    broken = SAVED.replace('"name": "Ada Marlow"', '"name": 7').replace(
        '"title": "Homes"', '"titel": 1'
    )
    assert broken != SAVED
    with pytest.raises(cp.FileFormatError) as unwatched:
        cp.loads(broken)
    with pytest.raises(cp.FileFormatError) as watched:
        cp.loads(broken, progress=list)
    assert watched.value.faults == unwatched.value.faults


@pytest.mark.parametrize("text", ["[]", '{"format": "civicpledge", "version": 1}', "{}"])
def test_a_file_without_records_reads_or_fails_the_same_for_who_watches(text):
    def outcome(**options):
        try:
            return cp.loads(text, **options)
        except cp.FileFormatError as error:
            return str(error)

    assert outcome(progress=list) == outcome()


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


def dump(path, progress):
    cp.dump(SPOKEN, path, progress=progress)


@pytest.mark.parametrize("write", [write_page, write_excel, dump], ids=lambda write: write.__name__)
def test_an_interrupt_leaves_the_old_file_whole_and_nothing_beside_it(write, tmp_path):
    path = tmp_path / "held"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write(path, interrupted)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
    write(path, list)
    assert path.read_bytes() != b"old"
