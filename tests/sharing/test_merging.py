"""Merging two archives: what comes in, what stays, what is a conflict, who vouches, and how it is undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quotecheck.archive import Archive, ArchiveError, NewQuote, NewSource, NewSpeaker
from quotecheck.model import QuoteStatus
from quotecheck.sharing import (
    Outcome,
    Rule,
    Selection,
    SharingError,
    imports,
    join,
    open_conflicts,
    open_proposals,
    preview_bundle,
    resolve,
    undo_import,
)
from quotecheck.sharing.merging import import_bundle

BRIDGE = NewQuote("We will rebuild the bridge this summer.", speaker="Lee Park", occasion="Town hall")
TAXES = NewQuote("Taxes will not rise.", speaker="Mia Cole")


def add(desk: Any, *quotes: NewQuote) -> list[str]:
    with desk.archive() as archive:
        return archive.add_quotes(quotes, by=desk.name)


def update(desk: Any, uid: str, **changes: Any) -> None:
    with desk.archive() as archive:
        archive.update_quote(uid, by=desk.name, **changes)


def quote(desk: Any, uid: str) -> Any:
    with desk.archive() as archive:
        return archive.quote(uid)


def conflicts(desk: Any) -> list[tuple[str, str | None, str | None, str | None]]:
    with desk.archive() as archive:
        return [(one.field, one.mine, one.theirs, one.base) for one in open_conflicts(archive)]


def test_new_quotes_come_in_findable_and_with_who_entered_them(ana: Any, ben: Any) -> None:
    uid, _ = add(ana, BRIDGE, TAXES)
    result = ben.take(ana.export())
    assert (result.new, result.identical, result.updated, result.conflicts) == (2, 0, 0, ())
    with ben.archive() as archive:
        assert archive.candidates("rebuild the bridge this summer")[0].uid == uid
        assert archive.search("bridge")[0].speaker == "Lee Park"
        assert archive.by_speaker([archive.find_speakers("Lee Park")[0].id])[0].uid == uid
        assert archive.verify_integrity() == []
        (row,) = archive._connection.execute("SELECT created_by FROM quotes WHERE uid = ?", (uid,))
    assert row == ("Ana",)


def test_importing_again_finds_all_identical(ana: Any, ben: Any) -> None:
    add(ana, BRIDGE, TAXES)
    bundle = ana.export()
    ben.take(bundle)
    result = ben.take(bundle)
    assert (result.new, result.identical, result.updated) == (0, 2, 0)


def test_the_same_statement_archived_by_both_is_one_and_completed(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    add(ben, NewQuote(BRIDGE.text, speaker="Lee Park", language="en"))
    result = ben.take(ana.export())
    assert (result.new, result.updated, result.conflicts) == (0, 1, ())
    assert quote(ben, uid).occasion == "Town hall"
    assert quote(ben, uid).source_language == "en"


def test_what_only_they_changed_comes_in_and_what_only_i_changed_stays(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    update(ana, uid, occasion="Press conference")
    update(ben, uid, speaker_role="Mayor")
    result = ben.take(ana.export())
    assert (result.updated, result.conflicts) == (1, ())
    assert (quote(ben, uid).occasion, quote(ben, uid).speaker_role) == ("Press conference", "Mayor")
    ana.take(ben.export())
    assert quote(ana, uid).speaker_role == "Mayor"


def test_what_both_changed_stays_open_until_it_is_decided_for_both(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    update(ana, uid, occasion="Radio")
    update(ben, uid, occasion="Television")
    result = ben.take(ana.export())
    assert [(one.uid, one.field, one.mine, one.theirs, one.base) for one in result.conflicts] == [
        (uid, "occasion", "Television", "Radio", "Town hall")
    ]
    assert (result.identical, result.updated) == (0, 0)
    assert quote(ben, uid).occasion == "Television"
    assert ben.take(ana.export()).conflicts == result.conflicts
    with ben.archive() as archive:
        resolve(archive, uid, Rule.THEIRS, by="Ben")
    assert quote(ben, uid).occasion == "Radio"
    assert conflicts(ben) == []
    assert ana.take(ben.export()).conflicts == ()
    assert quote(ana, uid).occasion == "Radio"
    with ben.archive() as archive, pytest.raises(SharingError, match="no open conflict"):
        resolve(archive, uid, Rule.MINE, by="Ben")


def test_a_correction_by_hand_decides_a_conflict(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    update(ana, uid, occasion="Radio")
    update(ben, uid, occasion="Television")
    ben.take(ana.export())
    update(ben, uid, occasion="Radio and television")
    assert conflicts(ben) == []
    assert ana.take(ben.export()).conflicts == ()
    assert quote(ana, uid).occasion == "Radio and television"


@pytest.mark.parametrize(("rule", "stands"), [(Rule.MINE, "Television"), (Rule.THEIRS, "Radio")])
def test_a_rule_decides_at_once(ana: Any, ben: Any, rule: Rule, stands: str) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    update(ana, uid, occasion="Radio")
    update(ben, uid, occasion="Television")
    assert ben.take(ana.export(), rule).conflicts == ()
    assert quote(ben, uid).occasion == stands
    ana.take(ben.export())
    assert quote(ana, uid).occasion == stands


def test_both_wordings_become_two_quotes(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    update(ana, uid, text="We will rebuild that bridge this summer.")
    update(ben, uid, text="We shall rebuild the bridge this summer.")
    assert ben.take(ana.export(), Rule.BOTH).conflicts == ()
    with ben.archive() as archive:
        assert {one.text for one in archive.search("bridge")} == {
            "We will rebuild that bridge this summer.",
            "We shall rebuild the bridge this summer.",
        }
        assert archive.verify_integrity() == []


def test_both_statuses_are_a_dispute(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    update(ana, uid, status=QuoteStatus.VERIFIED)
    update(ben, uid, status=QuoteStatus.RETRACTED)
    ben.take(ana.export(), Rule.BOTH)
    assert quote(ben, uid).status is QuoteStatus.DISPUTED


def test_a_retraction_travels_with_its_reason(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    ben.take(ana.export())
    with ana.archive() as archive:
        archive.retract_quote(uid, by="Ana", reason="the recording says otherwise")
    ben.take(ana.export())
    assert quote(ben, uid).status is QuoteStatus.RETRACTED
    with ben.archive() as archive:
        assert archive.history(uid)[-1].note == "by Ana: the recording says otherwise"


def test_a_deletion_travels_but_not_over_what_was_done_meanwhile(ana: Any, ben: Any) -> None:
    uid, other = add(ana, BRIDGE, TAXES)
    ben.take(ana.export())
    with ana.archive() as archive:
        archive.delete_quote(uid, by="Ana", note="invented")
        archive.delete_quote(other, by="Ana", note="invented")
    update(ben, other, occasion="Radio")
    result = ben.take(ana.export())
    assert quote(ben, uid) is None
    assert [(one.uid, one.field) for one in result.conflicts] == [(other, "deleted")]
    assert quote(ben, other).occasion == "Radio"
    with ben.archive() as archive:
        resolve(archive, other, Rule.MINE, by="Ben")
    ana.take(ben.export())
    assert quote(ana, other).occasion == "Radio"
    assert quote(ana, uid) is None


def test_tags_of_both_stand_side_by_side_and_one_taken_away_stays_away(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, replace(BRIDGE, tags=("bridges", "2024")))
    ben.take(ana.export())
    with ben.archive() as archive:
        archive.tag_quotes([uid], add=["For Monday"], remove=["2024"], by="Ben")
    with ana.archive() as archive:
        archive.tag_quotes([uid], add=["summer"], by="Ana")
    for giver, taker in ((ben, ana), (ana, ben)):
        assert not taker.take(giver.export()).conflicts
        assert quote(taker, uid).tags == ("bridges", "For Monday", "summer")
    add(ana, TAXES)
    assert ben.take(ana.export(Selection(tag="for monday"))).identical == 1


def test_a_deleted_quote_that_comes_back_keeps_who_has_verified_it(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    with ana.archive() as archive:
        archive.verify_quote(uid, by="Ana", how="heard the recording")
    ben.take(ana.export())
    with ben.archive() as archive:
        vouched = archive._connection.execute("SELECT uid, attestation_id FROM verifications").fetchall()
        begun = archive.last_revision()
        archive.delete_quote(uid, by="Ben")
        archive.revert(begun, archive.last_revision(), by="Ben")
        assert (
            vouched == archive._connection.execute("SELECT uid, attestation_id FROM verifications").fetchall()
        )


def test_each_verification_keeps_its_signer_through_other_hands(
    ana: Any, ben: Any, desk: Callable[[str], Any]
) -> None:
    (uid,) = add(ana, BRIDGE)
    with ana.archive() as archive:
        archive.verify_quote(uid, by="Ana", how="heard the recording")
    ben.take(ana.export())
    with ben.archive() as archive:
        archive.verify_quote(uid, by="Ben", how="read the minutes")
    cem = desk("Cem")
    cem.trust(ben)
    cem.take(ben.export())
    with cem.archive() as archive:
        vouched = archive._connection.execute(
            "SELECT verified_by, key FROM verifications JOIN attestations ON attestations.id = attestation_id"
            " JOIN signers ON signers.id = signer_id ORDER BY verified_by"
        ).fetchall()
    assert vouched == [("Ana", ana.identity.person.key), ("Ben", ben.identity.person.key)]
    ana.take(ben.export())
    with ana.archive() as archive:
        assert archive._connection.execute("SELECT count(*) FROM verifications").fetchone() == (2,)


def test_an_unsigned_verification_is_nobodys_when_it_is_passed_on(
    ana: Any, ben: Any, desk: Callable[[str], Any]
) -> None:
    (uid,) = add(ana, BRIDGE)
    with ana.archive() as archive:
        archive.verify_quote(uid, by="Ana", how="heard the recording")
    ben.take(ana.export(signed=False), accept_unsigned=True)
    cem = desk("Cem")
    cem.trust(ben)
    cem.take(ben.export())
    with cem.archive() as archive:
        rows = archive._connection.execute("SELECT verified_by, attestation_id FROM verifications").fetchall()
    assert rows == [("Ana", None)]


def test_a_speaker_under_another_name_is_proposed_and_joined_only_when_asked(ana: Any, ben: Any) -> None:
    add(ana, NewQuote("Rents are too high.", speaker="Wilbur L. Ross"))
    with ben.archive() as archive:
        archive.add_speaker(NewSpeaker("Wilbur Ross"), by="Ben")
    result = ben.take(ana.export())
    (proposal,) = result.joined
    assert "Wilbur L. Ross" in proposal.reason
    with ben.archive() as archive:
        assert archive.search("Rents")[0].speaker == "Wilbur L. Ross"
        assert open_proposals(archive) == [proposal]
        join(archive, proposal.mine, proposal.theirs, by="Ben")
        assert archive.search("Rents")[0].speaker == "Wilbur Ross"
        assert open_proposals(archive) == []


def test_a_source_under_another_link_is_proposed(ana: Any, ben: Any) -> None:
    with ana.archive() as archive:
        archive.add_quote(
            NewQuote(BRIDGE.text, source_url="http://www.city.example/speech/?ref=mail"), by="Ana"
        )
    with ben.archive() as archive:
        archive.add_source(NewSource(title="Speech", url="https://city.example/speech"), by="Ben")
    (proposal,) = ben.take(ana.export()).joined
    assert proposal.entity == "source"


def test_a_preview_says_what_an_import_does_and_changes_no_byte(ana: Any, ben: Any) -> None:
    uid, _ = add(ana, BRIDGE, TAXES)
    add(ben, BRIDGE)
    update(ana, uid, occasion="Radio")
    bundle = ana.export()
    before = ben.path.read_bytes()
    seen = []
    with ben.at_work(), Archive.open(ben.path, read_only=True) as archive:
        told = preview_bundle(archive, bundle, each=seen.append)
    assert ben.path.read_bytes() == before
    assert {one.uid: one.outcome for one in seen}[uid] is Outcome.UPDATED
    assert {one.uid: one.changes for one in seen}[uid] == {"occasion": ("Town hall", "Radio")}
    done = ben.take(bundle)
    assert (told.new, told.identical, told.updated) == (done.new, done.identical, done.updated) == (1, 0, 1)
    assert told.import_id is None


def test_a_stopped_import_leaves_nothing(ana: Any, ben: Any) -> None:
    add(ana, BRIDGE, TAXES)
    bundle = ana.export()
    with ben.archive() as archive:
        with pytest.raises(SharingError, match="stopped"):
            import_bundle(archive, bundle, by="Ben", progress=lambda done: False)
        assert archive.info().quotes == archive.info().speakers == 0
        assert imports(archive) == []


def test_undoing_an_import_takes_back_all_that_came_with_it(ana: Any, ben: Any) -> None:
    uid, _ = add(ana, BRIDGE, TAXES)
    with ana.archive() as archive:
        archive.add_source(NewSource(title="Speech", url="https://x.example/1", text=BRIDGE.text), by="Ana")
        archive.verify_quote(uid, by="Ana", how="heard it")
    update(ana, uid, source_url="https://x.example/1", occasion="Radio")
    add(ben, BRIDGE)
    result = ben.take(ana.export())
    with ben.archive() as archive:
        undone = undo_import(archive, result.import_id, by="Ben")
        assert (undone.removed, undone.changed_back, undone.kept) == (1, 1, 0)
        info = archive.info()
        assert (info.quotes, info.speakers, info.sources) == (1, 1, 0)
        assert archive.quote(uid).occasion == "Town hall"
        assert archive.quote(uid).verified_by is None
        assert archive.verify_integrity() == []
        with pytest.raises(SharingError, match="undone"):
            undo_import(archive, result.import_id, by="Ben")
    again = ben.take(ana.export())
    assert (again.new, again.updated) == (1, 1)


def test_undoing_keeps_what_was_worked_on_since(ana: Any, ben: Any) -> None:
    uid, other = add(ana, BRIDGE, TAXES)
    result = ben.take(ana.export())
    update(ben, uid, occasion="Radio")
    with ben.archive() as archive:
        archive.verify_quote(other, by="Ben", how="read the minutes")
        assert undo_import(archive, result.import_id, by="Ben").kept == 2
        assert archive.quote(uid).occasion == "Radio"
        assert archive.quote(other).verified_by == "Ben"


def test_undoing_leaves_a_quote_whose_words_were_corrected_here_its_speaker_and_day(
    ana: Any, ben: Any
) -> None:
    (uid,) = add(ana, BRIDGE)
    result = ben.take(ana.export())
    update(ben, uid, text=f"{BRIDGE.text} Not today.")
    with ben.archive() as archive:
        before = archive.quote(uid)
        undone = undo_import(archive, result.import_id, by="Ben")
        assert (undone.removed, undone.changed_back, undone.kept) == (0, 0, 1)
        after = archive.quote(uid)
        assert after.speaker is not None
        assert (after.text, after.speaker, after.occasion) == (before.text, before.speaker, before.occasion)


def test_an_undone_import_is_no_deletion_that_travels(ana: Any, ben: Any) -> None:
    (uid,) = add(ana, BRIDGE)
    result = ben.take(ana.export())
    add(ben, TAXES)
    with ben.archive() as archive:
        undo_import(archive, result.import_id, by="Ben")
    ana.take(ben.export())
    assert quote(ana, uid) is not None


def test_the_import_of_a_bundle_is_not_undone_as_that_of_a_file(ana: Any, ben: Any) -> None:
    add(ana, BRIDGE)
    result = ben.take(ana.export())
    with ben.archive() as archive, pytest.raises(ArchiveError, match="share undo"):
        archive.undo_import(result.import_id, by="Ben")


def test_a_selection_brings_no_deletions(ana: Any, ben: Any) -> None:
    uid, _ = add(ana, BRIDGE, TAXES)
    ben.take(ana.export())
    with ana.archive() as archive:
        archive.delete_quote(uid, by="Ana")
    ben.take(ana.export(Selection(speaker="Mia Cole")))
    assert quote(ben, uid) is not None


def test_an_alias_and_an_office_that_are_taken_away_go_on_the_other_desk_too(ana: Any, ben: Any) -> None:
    with ana.archive() as archive:
        archive.add_quote(NewQuote("We will rebuild the bridge.", speaker="Lee Park"), by="Ana")
        uid = archive.speaker_uid("Lee Park")
        entry = archive.speaker(uid)
        known = entry._replace(
            aliases=("L. Park", "Lefty"), roles=(("mayor", None, None), ("actor", None, None))
        )
        archive.update_speaker(uid, known, by="Ana")
    ben.take(ana.export())
    with ana.archive() as archive:
        less = known._replace(aliases=("L. Park",), roles=(("actor", None, None),))
        archive.update_speaker(uid, less, by="Ana")
    ben.take(ana.export())
    with ben.archive() as archive:
        assert archive.speaker(uid)[:4] == less[:4]
        archive.update_speaker(uid, known, by="Ben")
    ana.take(ben.export())
    with ana.archive() as archive:
        there = archive.speaker(uid)
    assert (set(there.aliases), set(there.roles)) == (set(known.aliases), set(known.roles))
