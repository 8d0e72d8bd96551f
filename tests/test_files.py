import errno
import os
import stat

import pytest

from quotecheck import files
from quotecheck.errors import QuoteCheckError
from quotecheck.files import FileError, is_folder, make_folder, write_whole


def test_the_file_is_replaced(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path, monkeypatch):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")

    def full(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(FileError, match="No space left") as caught:
        write_whole(path, b"new")
    assert isinstance(caught.value, QuoteCheckError)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_one_sentence(tmp_path):
    (tmp_path / "taken").mkdir()
    with pytest.raises(FileError, match="taken"):
        write_whole(tmp_path / "taken", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.json").write_bytes(b"old")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    write_whole(tmp_path / "link.json", b"new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_permissions_are_those_of_an_ordinary_file(tmp_path):
    ordinary, written = tmp_path / "ordinary", tmp_path / "written"
    ordinary.touch()
    write_whole(written, b"")
    assert stat.S_IMODE(written.stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)
    written.chmod(0o600)
    write_whole(written, b"again")
    assert stat.S_IMODE(written.stat().st_mode) == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # The reader is there first, so that opening the pipe for writing does not wait.
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"new")
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_file_in_the_place_of_a_folder_is_one_sentence(tmp_path):
    (tmp_path / "taken").write_bytes(b"old")
    with pytest.raises(FileError, match="taken"):
        make_folder(tmp_path / "taken")
    with pytest.raises(FileError, match="inner"):
        make_folder(tmp_path / "taken" / "inner")
    assert (tmp_path / "taken").read_bytes() == b"old"
    make_folder(tmp_path / "new" / "inner")
    assert is_folder(tmp_path / "new" / "inner")


def test_what_cannot_be_looked_at_is_no_folder(tmp_path, monkeypatch):
    def forbidden(self, **_):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(files.Path, "stat", forbidden)
    assert not is_folder(tmp_path)
