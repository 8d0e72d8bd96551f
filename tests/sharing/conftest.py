from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quotecheck.archive import Archive
from quotecheck.sharing.comparing import MergeResult
from quotecheck.sharing.exporting import export_bundle
from quotecheck.sharing.keys import Identity
from quotecheck.sharing.merging import import_bundle
from quotecheck.sharing.planning import Rule
from quotecheck.sharing.selecting import Selection
from quotecheck.sharing.signers import Signers, Trust


class Desk:
    """Somebody with an archive and a key of their own, whose colleagues are trusted."""

    def __init__(self, name: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.name = name
        self.folder = folder / name
        self._monkeypatch = monkeypatch
        self._bundles = 0
        self.folder.mkdir(parents=True)
        with self.at_work():
            self.identity = Identity.own().renamed(name, f"desk of {name}")

    @property
    def path(self) -> Path:
        return self.folder / "archive.db"

    @contextmanager
    def at_work(self) -> Iterator[None]:
        with self._monkeypatch.context() as here:
            here.setenv("QUOTECHECK_DATA_DIR", str(self.folder / "data"))
            yield

    @contextmanager
    def archive(self) -> Iterator[Archive]:
        with self.at_work(), Archive.open(self.path, create=True) as archive:
            yield archive

    def trust(self, *others: Desk) -> None:
        with self.at_work():
            for other in others:
                Signers().add(other.identity.person.key, other.name, "", trust=Trust.TRUSTED)

    def export(self, selection: Selection | None = None, *, signed: bool = True, texts: bool = True) -> Path:
        self._bundles += 1
        path = self.folder / f"{self._bundles}.quotes"
        with self.archive() as archive:
            export_bundle(
                archive,
                path,
                selection,
                identity=self.identity if signed else None,
                name=self.name,
                texts=texts,
            )
        return path

    def take(self, bundle: Path, rule: Rule = Rule.KEEP_OPEN, **accepted: bool) -> MergeResult:
        with self.archive() as archive:
            return import_bundle(archive, bundle, by=self.name, rule=rule, **accepted)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Desk]:
    return lambda name: Desk(name, tmp_path, monkeypatch)


@pytest.fixture
def ana(desk: Callable[[str], Desk]) -> Desk:
    return desk("Ana")


@pytest.fixture
def ben(desk: Callable[[str], Desk], ana: Desk) -> Desk:
    ben = desk("Ben")
    ben.trust(ana)
    ana.trust(ben)
    return ben
