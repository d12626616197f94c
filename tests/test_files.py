"""Every file that is written is there whole, the old one or the new one, and nothing beside it."""

import os

import pytest

from civicpledge.errors import RubricError, SaveError
from civicpledge.files import written_whole

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "held.txt"
    path.write_text("old")
    return path


def alone(path):
    return list(path.parent.iterdir()) == [path]


def test_what_the_block_wrote_is_there_when_it_ends_and_not_before(file):
    with written_whole(file) as made:
        made.write(b"new")
        assert file.read_text() == "old"
    assert file.read_text() == "new"
    assert alone(file)


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left"), RuntimeError])
def test_a_block_that_does_not_end_well_leaves_the_old_file_alone(file, error):
    def pieces():
        yield b"ne"
        raise error

    with pytest.raises((KeyboardInterrupt, SaveError, RuntimeError)), written_whole(file) as made:
        made.writelines(pieces())
    assert file.read_text() == "old"
    assert alone(file)


def test_an_error_of_the_block_that_is_ours_stays_what_it_is(file):
    with pytest.raises(RubricError), written_whole(file):
        raise RubricError("rubric", ())
    assert alone(file)


def test_a_check_can_leave_the_file_as_it_is(file):
    def refuse(path):
        assert path == file.resolve()
        raise SaveError("", "is somebody else's")

    with (
        pytest.raises(SaveError, match=r"held\.txt: is somebody else's"),
        written_whole(file, check=refuse) as made,
    ):
        made.write(b"new")
    assert file.read_text() == "old"
    assert alone(file)


@posix
def test_the_mode_and_the_link_stay(file, tmp_path):
    file.chmod(0o640)
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "held"
    link.symlink_to(file)
    with written_whole(link) as made:
        made.write(b"new")
    assert link.is_symlink()
    assert file.stat().st_mode & 0o777 == 0o640
    assert file.read_text() == "new"


@pytest.mark.parametrize("name", ["folder", "nowhere/a.txt", "a\0b"])
def test_what_cannot_be_a_file_is_said_with_its_path(tmp_path, name):
    (tmp_path / "folder").mkdir()
    with (
        pytest.raises(SaveError, match="was not written") as told,
        written_whole(tmp_path / name),
    ):
        pass
    assert told.value.where == str(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
