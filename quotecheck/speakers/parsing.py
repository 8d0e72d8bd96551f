"""The language model: loaded late, checked, and asked only for tags and the dependency tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from operator import add
from pathlib import Path
from typing import Any

from threadpoolctl import ThreadpoolController

from quotecheck.errors import QuoteCheckError
from quotecheck.lexicons import lexicon
from quotecheck.libraries import LOADING
from quotecheck.model import Span
from quotecheck.speakers.word_vectors import keep_word_vectors

__all__ = ["ModelError", "Tree", "check_files", "parse"]

_NUMBERS = ["IDX", "LENGTH", "HEAD"]
_NAMES = ["TAG", "DEP"]  # as hashes, too large for a signed integer
_UNUSED = ["ner", "senter", "attribute_ruler", "lemmatizer"]


class ModelError(QuoteCheckError):
    """The English model is missing, or is not the one that was examined."""


@dataclass(frozen=True)
class Tree:
    """The words of one text with their Penn tags and their places in its dependency trees.

    ``heads`` are indexes of words; the root of a sentence is its own head.
    """

    text: str
    spans: list[Span]
    tags: list[str]
    deps: list[str]
    heads: list[int]

    def __len__(self) -> int:
        return len(self.spans)

    @cached_property
    def words(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]

    @cached_property
    def lower(self) -> list[str]:
        return [word.lower() for word in self.words]

    @cached_property
    def children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.heads]
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return found

    @cached_property
    def roots(self) -> list[int]:
        """The root of the sentence that each word belongs to."""
        return [self._root(i) for i in range(len(self))]

    def _root(self, i: int) -> int:
        while self.heads[i] != i:
            i = self.heads[i]
        return i

    def ancestors(self, i: int) -> Iterator[int]:
        """Yield the words above ``i``, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def child(self, i: int, *deps: str) -> int | None:
        """Return the first child of ``i`` that stands in one of these relations."""
        for child in self.children[i]:
            if self.deps[child] in deps:
                return child
        return None


def check_files(folder: Path, hashes: Mapping[str, str]) -> None:
    """Compare the files of a model with their known sha256. Raises ``ModelError`` where one differs."""
    for name, expected in hashes.items():
        path = folder / name
        if not path.is_file() or sha256(path.read_bytes()).hexdigest() != expected:
            raise ModelError(
                "The English language model is damaged or not the one QuoteCheck was made with "
                "({path}): reinstall quotecheck.",
                path=path,
            )


def _load(package: str) -> Any:
    """Load the model, and have numpy's BLAS multiply its matrices: twice as fast as the one it comes with."""
    from thinc.api import NumpyOps

    nlp = import_module(package).load(exclude=_UNUSED)
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        for node in component.model.walk():
            node.ops = ops
    keep_word_vectors(nlp.get_pipe("tok2vec").model.layers[0])
    return nlp


@cache
def _pipeline() -> Any:
    with LOADING:
        return _load_model()


def _load_model() -> Any:
    facts = lexicon("model")
    if find_spec(facts["official"]):
        return _load(facts["official"])
    if not find_spec(facts["substitute"]):
        raise ModelError("The English language model is not installed: reinstall quotecheck.")
    module = import_module(facts["substitute"])
    folder = Path(str(module.__file__)).parent / f"{facts['substitute']}-{facts['substitute_version']}"
    check_files(folder, facts["files"])
    return _load(facts["substitute"])


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


def _one_thread() -> AbstractContextManager[object]:
    """Keep BLAS from sharing out matrices too small for it: its threads wait for one another, busily."""
    one: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return one


def _tree(text: str, doc: Any, strings: Any) -> Tree:
    """Read a parsed text column by column; its tokens one by one would take five times as long."""
    starts, lengths, heads = doc.to_array(_NUMBERS).T.astype("int64").tolist()
    tags, deps = doc.to_array(_NAMES).T.tolist()
    names = {key: strings[key] for key in {*tags, *deps}}
    return Tree(
        text=text,
        spans=list(map(Span, starts, map(add, starts, lengths))),
        tags=[names[tag] for tag in tags],
        deps=[names[dep] for dep in deps],
        heads=list(map(add, count(), heads)),
    )


def parse(texts: Iterable[str]) -> list[Tree]:
    """Return the tree of each text, in order; texts that are alike share one.

    Loads the model the first time: about a second. Raises ``ModelError``.
    """
    nlp = _pipeline()
    listed = list(texts)
    alone = list(dict.fromkeys(listed))
    with _one_thread():
        docs = zip(alone, nlp.pipe(alone), strict=True)
        trees = {text: _tree(text, doc, nlp.vocab.strings) for text, doc in docs}
    return [trees[text] for text in listed]
