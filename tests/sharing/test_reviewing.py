"""What a person is shown before a merge, and what becomes of many decisions at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quotecheck.archive import Archive, NewQuote, NewSource
from quotecheck.cli import main
from quotecheck.errors import QuoteCheckError
from quotecheck.model import QuoteStatus
from quotecheck.sharing import (
    BundleError,
    Contents,
    Decision,
    Outcome,
    Rule,
    Selection,
    SharingError,
    can_be_both,
    contents_of,
    decide,
    import_bundle,
    imports,
    is_retraction,
    open_conflicts,
    open_proposals,
    publish,
    review_bundle,
    review_open,
    undo_import,
)

WORDS = ("We will win.", "We never left.", "Rents are too high.", "Nobody asked us.")


def shared(ana: Any, ben: Any) -> list[str]:
    """Let both have the same quotes, then change them apart; return their uids."""
    with ana.archive() as archive:
        uids = [archive.add_quote(NewQuote(words, speaker="Lee Park"), by="Ana") for words in WORDS]
    ben.take(ana.export())
    for desk, occasion in ((ana, "Radio"), (ben, "Television")):
        with desk.archive() as archive:
            for uid in uids[:2]:
                archive.update_quote(uid, by=desk.name, occasion=occasion)
    with ana.archive() as archive:
        archive.update_quote(uids[1], by="Ana", language="fr")
        archive.update_quote(uids[2], by="Ana", status=QuoteStatus.RETRACTED)
        archive.add_quote(NewQuote("They will come.", speaker="L. Park"), by="Ana")
    return uids


def test_a_review_tells_entry_by_entry_what_an_import_would_do(ana: Any, ben: Any) -> None:
    uids = shared(ana, ben)
    bundle, counted = ana.export(), []
    with ben.archive() as archive:
        review = review_bundle(archive, bundle, progress=counted.append)
    found = {plan.uid: plan for plan in review.plans if plan.entity == "quote"}
    assert [found[uid].outcome for uid in uids] == [
        Outcome.CONFLICTING, Outcome.CONFLICTING, Outcome.UPDATED, Outcome.IDENTICAL,
    ]  # fmt: skip
    assert found[uids[1]].changes == {"language": (None, "fr")}
    assert [(one.field, one.mine, one.theirs) for one in found[uids[1]].conflicts] == [
        ("occasion", "Television", "Radio")
    ]
    assert [uid for uid, plan in found.items() if is_retraction(plan)] == [uids[2]]
    assert review.names[found[uids[0]].fields["speaker"]] == "Lee Park"
    (proposal,) = review.proposals
    assert review.about[proposal.theirs]["name"] == "L. Park"
    assert counted == [5]
    with ben.archive() as archive, pytest.raises(SharingError, match="stopped"):
        review_bundle(archive, bundle, progress=lambda _done: False)


def test_what_was_decided_beforehand_is_merged_so_and_the_rule_decides_the_rest(ana: Any, ben: Any) -> None:
    uids = shared(ana, ben)
    decisions = {
        (uids[0], "occasion"): Decision(text="Radio and television"),
        (uids[1], "occasion"): Decision(Rule.KEEP_OPEN),
    }
    bundle = ana.export()
    with ben.archive() as archive:
        result = import_bundle(archive, bundle, by="Ben", rule=Rule.THEIRS, decisions=decisions)
        assert [one.uid for one in result.conflicts] == [uids[1]]
        assert archive.quote(uids[0]).occasion == "Radio and television"
        (plan,) = review_open(archive).plans
        assert (plan.uid, plan.fields["text"]) == (uids[1], WORDS[1])
        assert decide(archive, {(uids[1], "occasion"): Decision(Rule.BOTH)}, by="Ben") == 0
        assert archive.quote(uids[1]).occasion == "Radio; Television"
        assert review_open(archive).plans == ()
        assert archive.verify_integrity() == []


def test_a_text_that_cannot_stand_leaves_everything_as_it_was(ana: Any, ben: Any) -> None:
    with ana.archive() as archive:
        uid = archive.add_quote(NewQuote("We will win."), by="Ana")
    ben.take(ana.export())
    for desk, status in ((ana, QuoteStatus.DISPUTED), (ben, QuoteStatus.VERIFIED)):
        with desk.archive() as archive:
            archive.update_quote(uid, by=desk.name, status=status)
            archive.add_quote(NewQuote(f"Only {desk.name}'s."), by=desk.name)
    bundle = ana.export()
    with ben.archive() as archive:
        with pytest.raises(SharingError, match="cannot be"):
            import_bundle(archive, bundle, by="Ben", decisions={(uid, "status"): Decision(text="perhaps")})
        assert len(imports(archive)) == 1
        import_bundle(archive, bundle, by="Ben")
        (conflict,) = open_conflicts(archive)
        assert can_be_both(conflict)
        with pytest.raises(SharingError, match="as it was"):
            decide(archive, {(uid, "status"): Decision(Rule.MINE)}, by="Ben", progress=lambda _n: False)
        assert open_conflicts(archive) == [conflict]


def test_pairs_are_decided_with_the_rest_or_not_at_all(ana: Any, ben: Any) -> None:
    uids = shared(ana, ben)
    bundle = ana.export()
    with ben.archive() as archive:
        (pair,) = review_bundle(archive, bundle).proposals
        before = len(imports(archive)), archive.quote(uids[0]).occasion
        gone = {(pair.mine, pair.theirs): True, (pair.mine, "p" + "0" * 20): True}
        with pytest.raises(QuoteCheckError):
            import_bundle(archive, bundle, by="Ben", rule=Rule.THEIRS, joins=gone)
        assert (len(imports(archive)), archive.quote(uids[0]).occasion) == before
        import_bundle(archive, bundle, by="Ben")
        joins, decisions = {(pair.mine, pair.theirs): True}, {(uids[0], "occasion"): Decision(Rule.THEIRS)}
        undecided = open_conflicts(archive), open_proposals(archive)
        stops_at_the_pair = iter([*(True for _ in undecided[0]), False])
        with pytest.raises(SharingError, match="as it was"):
            decide(archive, decisions, joins=joins, by="Ben", progress=lambda _: next(stops_at_the_pair))
        assert (open_conflicts(archive), open_proposals(archive)) == undecided
        decide(archive, decisions, joins=joins, by="Ben")
        assert open_proposals(archive) == []
        assert archive.quote(uids[0]).occasion == "Radio"
        assert archive.verify_integrity() == []


def test_a_bundle_that_took_the_place_of_the_one_looked_at_is_refused(ana: Any, ben: Any) -> None:
    shared(ana, ben)
    bundle = ana.export()
    with ben.archive() as archive:
        seen = review_bundle(archive, bundle).result.inspection.sha256
        with ana.archive() as other:
            other.add_quote(NewQuote("Something else."), by="Ana")
        ana.export().replace(bundle)
        with pytest.raises(BundleError, match="another bundle"):
            import_bundle(archive, bundle, by="Ben", seen=seen)


def test_stopped_undoing_leaves_the_import_as_it_was(ana: Any, ben: Any) -> None:
    shared(ana, ben)
    with ben.archive() as archive:
        with pytest.raises(SharingError, match="stands as before"):
            undo_import(archive, 1, by="Ben", progress=lambda _done: False)
        assert archive.info().quotes == 4
        assert imports(archive)[0].undone_at is None


def test_a_selection_is_counted_with_what_comes_with_it(ana: Any) -> None:
    with ana.archive() as archive:
        archive.add_source(NewSource(title="Speech", url="https://x.example/1", text="We won."), by="Ana")
        new = NewQuote("We won.", speaker="Lee Park", source_url="https://x.example/1")
        uid = archive.add_quote(new, by="Ana")
        archive.add_quote(NewQuote("We lost.", speaker="Mo Tan"), by="Ana")
        assert contents_of(archive) == Contents(2, 2, 1, 1)
        assert contents_of(archive, Selection(uids=(uid,))) == Contents(1, 1, 1, 1)
        assert contents_of(archive, Selection(speaker="Mo Tan")) == Contents(1, 1, 0, 0)
    bundle = ana.export(Selection(uids=(uid,)))
    assert main(["share", "inspect", str(bundle)]) == 1
    assert main(["share", "export", "--archive", str(ana.path), "--preview"]) == 0
    assert main(["share", "export", "--archive", str(ana.path)]) == 2


def test_publishing_can_be_stopped(ana: Any, tmp_path: Path) -> None:
    with ana.archive() as archive:
        for number in range(3_000):
            archive.add_quote(NewQuote(f"Statement {number} of a very long day."), by="Ana")
        with pytest.raises(SharingError, match="nothing was written"):
            publish(archive, tmp_path / "public.db", goon=lambda: False)
    assert list(tmp_path.glob("public*")) == []


def test_a_file_of_decisions(ana: Any, ben: Any, tmp_path: Path) -> None:
    uids = shared(ana, ben)
    file, db = tmp_path / "decisions.jsonl", str(ben.path)
    bundle = str(ana.export())
    file.write_text(json.dumps({"uid": uids[0], "field": "occasion", "choice": "theirs"}) + "\n")
    with ben.at_work():
        assert main(["share", "import", bundle, "--archive", db, "--decisions", str(file)]) == 1
        file.write_text(
            json.dumps({"uid": uids[1], "field": "occasion", "choice": "edit", "text": "Both"}) + "\n"
        )
        assert main(["share", "resolve", "--archive", db, "--decisions", str(file)]) == 0
        file.write_text('{"uid": "q", "field": "text", "choice": "perhaps"}\n')
        assert main(["share", "resolve", "--archive", db, "--decisions", str(file)]) == 2
    with Archive.open(db) as archive:
        assert [archive.quote(uid).occasion for uid in uids[:2]] == ["Radio", "Both"]
