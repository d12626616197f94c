"""Saving: the old file or the new one is there, whole, whatever happens; nobody's changes are lost."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from civicpledge.errors import SaveError
from civicpledge.jsonio import dump, dumps, load, saving
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Area

OLD = Dataset(areas=(Area(id="old", name="Old"),))
NEW = Dataset(areas=tuple(Area(id=f"new-{i}", name="New" * 20) for i in range(200)))

posix = pytest.mark.skipif(os.name != "posix", reason="modes, links and limits of POSIX")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "d.json"
    dump(OLD, path)
    return path


def alone(path: Path) -> bool:
    """Whether the file is all that its folder holds."""
    return list(path.parent.iterdir()) == [path]


def test_a_save_replaces_the_file_and_leaves_nothing_beside_it(file):
    dump(NEW, file)
    assert load(file) == NEW
    assert alone(file)


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_files_mode_stays(file, mode):
    file.chmod(mode)
    dump(NEW, file)
    assert file.stat().st_mode & 0o7777 == mode


@posix
def test_a_new_file_has_the_mode_that_any_new_file_has(tmp_path):
    dump(OLD, tmp_path / "d.json")
    (tmp_path / "plain").write_text("x")
    assert (tmp_path / "d.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


@posix
def test_a_symbolic_link_stays_one_and_its_file_is_saved(file, tmp_path):
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "link.json"
    link.symlink_to(Path("..") / file.name)
    dump(NEW, link)
    assert link.is_symlink()
    assert alone(link)
    assert load(file) == NEW


def test_a_file_changed_by_somebody_else_is_not_overwritten_unless_told(file):
    load(file)
    file.write_text(dumps(Dataset(provenance=("theirs",))), encoding="utf-8")
    with pytest.raises(SaveError, match="was changed since it was read"):
        dump(NEW, file)
    assert load(file) == Dataset(provenance=("theirs",))
    assert alone(file)
    file.write_text("not even JSON", encoding="utf-8")
    dump(NEW, file, existing="any")
    assert load(file) == NEW


def test_a_word_that_says_nothing_of_an_existing_file_replaces_none(file):
    load(file)
    file.write_text("theirs", encoding="utf-8")
    with pytest.raises(SaveError, match="says one of unchanged, any"):
        dump(NEW, file, existing="all")
    assert file.read_text(encoding="utf-8") == "theirs"
    assert alone(file)


def test_a_file_may_be_saved_again_and_again(file):
    for dataset in (NEW, OLD, NEW):
        dump(dataset, file)
        assert load(file) == dataset


def test_a_file_that_went_away_is_written_anew(file):
    load(file)
    file.unlink()
    dump(NEW, file)
    assert load(file) == NEW


@pytest.mark.parametrize("point", ["replace", "chmod"])
def test_an_error_on_the_way_leaves_the_old_file_and_nothing_else(file, monkeypatch, point):
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, point, fails)
    with pytest.raises(SaveError, match="No space left on device"):
        dump(NEW, file)
    monkeypatch.undo()
    assert load(file) == OLD
    assert alone(file)


def test_an_interrupt_on_the_way_leaves_the_old_file_and_nothing_else(file, monkeypatch):
    def lines(_: Dataset, _progress: None):
        yield "{"
        raise KeyboardInterrupt

    monkeypatch.setattr(saving, "lines", lines)
    with pytest.raises(KeyboardInterrupt):
        dump(NEW, file)
    assert load(file) == OLD
    assert alone(file)


def test_what_is_no_file_is_not_replaced(tmp_path):
    (tmp_path / "folder").mkdir()
    for path in (tmp_path / "folder", tmp_path / "nowhere" / "d.json", tmp_path / "a\0b"):
        with pytest.raises(SaveError, match="was not written"):
            dump(NEW, path)
    assert list(tmp_path.iterdir()) == [tmp_path / "folder"]


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may write anything")
def test_a_file_that_may_not_be_changed_is_not_replaced(file):
    file.chmod(0o444)
    with pytest.raises(SaveError, match="may not be changed"):
        dump(NEW, file)


FULL = """
import resource, signal, sys
from civicpledge.errors import SaveError
from civicpledge.jsonio import dump, load
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Area

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
new = Dataset(areas=tuple(Area(id=f"new-{i}", name="New" * 20) for i in range(200)))
for room in range(0, 24_000, 800):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        dump(new, sys.argv[1])
        print(room, "saved")
        break
    except SaveError:
        load(sys.argv[1])
"""


@posix
def test_with_the_disk_full_at_a_sweep_of_sizes_the_old_file_is_whole(file):
    """A limit on the size of files stands for the full disk."""
    size = len(dumps(NEW).encode())
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(file)], capture_output=True, text=True, check=True
    )
    room = int(ran.stdout.split()[0])
    assert room - 800 < size <= room
    assert load(file) == NEW
    assert alone(file)


FOR_EVER = """
import sys
from civicpledge.jsonio import dump
from civicpledge.model.dataset import Dataset
from civicpledge.model.people import Area

sets = [Dataset(areas=tuple(Area(id=f"new-{i}", name="New" * 20) for i in range(n))) for n in (200, 201)]
while True:
    for dataset in sets:
        dump(dataset, sys.argv[1])
        print("saved", flush=True)
"""


@posix
def test_killed_at_any_moment_one_file_or_the_other_is_there_whole(file):
    for pause in (0.0, 0.0007, 0.0023, 0.0061, 0.0101):
        child = subprocess.Popen(
            [sys.executable, "-c", FOR_EVER, str(file)], stdout=subprocess.PIPE, text=True
        )
        with child:
            assert child.stdout is not None
            child.stdout.readline()
            time.sleep(pause)
            child.kill()
        assert len(load(file).areas) in (200, 201)
