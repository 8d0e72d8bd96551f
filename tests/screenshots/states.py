"""The table of all pictures: which window, at which size, in which theme, language and scale."""

from __future__ import annotations

from dataclasses import dataclass

from quotecheck.reporting.palette import Theme
from tests.screenshots.material import LONG, LONG_TITLE, MANY, UNDATED
from tests.screenshots.scenes import (
    Scene,
    archive_empty,
    archive_new,
    archive_searched,
    archive_tab,
    archive_window,
    archives_menu,
    asking,
    assistant,
    changes,
    chooser,
    crash,
    decided,
    duplicates,
    filtered,
    hint,
    history,
    imported,
    leftover,
    legend,
    lost,
    menu,
    merging,
    palette,
    picture,
    problem,
    settings_dialog,
    sheet,
    trigger,
    writing_date,
)
from tests.screenshots.sharing_scenes import (
    bundle,
    bundle_row,
    decided_some,
    merged,
    shared_archive,
    sharing,
    unknown,
)

WIDE, SMALL, SMALLEST = (1440, 900), (1024, 640), (760, 480)


@dataclass(frozen=True, slots=True)
class State:
    """What a picture shows: the sample with one quotation selected, then ``do`` done in its window.

    ``do`` returns the window that is photographed in the place of the desk, if it opened one.
    ``text`` is another article, ``is_dense`` asks for one of 48 quotations and an archive that knows them.
    """

    name: str
    size: tuple[int, int] = WIDE
    theme: Theme = Theme.LIGHT
    selected: int | None = 1
    text: str | None = None
    title: str | None = None
    is_dense: bool = False
    do: Scene = lambda _window: None
    points: float = 1.0
    environment: tuple[tuple[str, str], ...] = ()


_FRENCH = (("QUOTECHECK_LANGUAGE", "fr"),)
_TWICE = (("QT_SCALE_FACTOR", "2"),)

STATES = [
    State("desk-light"),
    State("desk-dark", theme=Theme.DARK),
    State("desk-small", SMALL, selected=3),
    State("desk-small-dark", SMALL, Theme.DARK, selected=2),
    State("desk-smallest", SMALLEST),
    State("desk-double", WIDE, points=2.0),
    State("desk-double-small", SMALL, points=2.0),
    State("desk-scale-2", (1920, 1080), environment=_TWICE),
    State("desk-empty", text="", selected=None),
    State("desk-many", text=MANY, selected=150),
    State("desk-beside", do=trigger("beside")),
    State("desk-decided", do=decided),
    State("desk-problem", SMALL, do=problem),
    State("timeline-light", do=picture(1)),
    State("timeline-dark", theme=Theme.DARK, do=picture(1)),
    State("speakers-light", do=picture(2)),
    State("settings-light", do=settings_dialog),
    State("settings-dark", theme=Theme.DARK, do=settings_dialog),
    State("settings-double", points=2.0, do=settings_dialog),
    State("dialog-speaker", do=asking("ask_speaker")),
    State("dialog-date", theme=Theme.DARK, do=asking("ask_date")),
    State("dialog-verdict", do=asking("ask_verdict")),
    State("dialog-note", do=asking("ask_note")),
    State("dialog-match", do=asking("ask_match")),
    State("dialog-archive", do=asking("ask_archive")),
    State("dialog-shortcuts", do=sheet),
    State("archive-light", do=archive_window),
    State("archive-dark", theme=Theme.DARK, do=archive_window),
    State("archive-small", SMALL, do=archive_window),
    State("bundle-unknown", do=unknown),
    State("bundle-light", do=bundle),
    State("bundle-dark", theme=Theme.DARK, do=bundle),
    State("bundle-small", SMALL, do=decided_some),
    State("bundle-small-dark", SMALL, Theme.DARK, do=bundle_row(8)),
    State("bundle-double", points=2.0, do=bundle),
    State("bundle-double-small", SMALL, points=2.0, do=bundle_row(6)),
    State("bundle-join", do=bundle_row(6)),
    State("bundle-retracted", do=bundle_row(7)),
    State("bundle-new", do=bundle_row(12)),
    State("bundle-merged", do=merged),
    State("sharing-archive", SMALL, do=shared_archive),
    State("sharing-selected", do=sharing("selected")),
    State("sharing-publish", theme=Theme.DARK, do=sharing("publish")),
    State("sharing-conflicts", do=sharing("conflicts")),
    State("sharing-imports", do=sharing("imports")),
    State("sharing-signers", do=sharing("signers")),
    State("sharing-signers-dark", SMALL, Theme.DARK, do=sharing("signers")),
    State("sharing-signers-double", points=2.0, do=sharing("signers")),
    State("french-bundle", SMALL, do=bundle_row(6), environment=_FRENCH),
    State("french-unknown", SMALL, do=unknown, environment=_FRENCH),
    State("french-share", SMALL, do=sharing("selected"), environment=_FRENCH),
    State("french-signers", SMALL, do=sharing("signers"), environment=_FRENCH),
    State("french-desk", environment=_FRENCH),
    State("french-small", SMALL, environment=_FRENCH),
    State("french-settings", do=settings_dialog, environment=_FRENCH),
    State("dense-light", is_dense=True, selected=6),
    State("dense-dark", theme=Theme.DARK, is_dense=True, selected=2),
    State("dense-small", SMALL, is_dense=True, selected=3),
    State("dense-double", points=2.0, is_dense=True, selected=4),
    State("dense-timeline", is_dense=True, selected=6, do=picture(1)),
    State("dense-timeline-dark", theme=Theme.DARK, is_dense=True, selected=6, do=picture(1)),
    State("dense-timeline-double", points=2.0, is_dense=True, do=picture(1)),
    State("dense-speakers", is_dense=True, do=picture(2)),
    State("dense-speakers-double", SMALL, points=2.0, is_dense=True, do=picture(2)),
    State("dense-filtered", is_dense=True, do=filtered("Okafor")),
    State("long-light", text=LONG, title=LONG_TITLE),
    State("long-small", SMALL, text=LONG, title=LONG_TITLE),
    State("long-double", SMALL, points=2.0, text=LONG, title=LONG_TITLE),
    State("many-timeline", text=MANY, selected=3, do=picture(1)),
    State("undated-timeline", text=UNDATED, do=picture(1)),
    State("no-quotation", text="The sea is near.", selected=None),
    State("none-selected", selected=None),
    State("none-found", do=filtered("zebra")),
    State("desk-lost", do=lost),
    State("desk-leftover", do=leftover),
    State("desk-hint", SMALL, do=hint),
    State("desk-date", do=writing_date),
    State("desk-menu", do=menu),
    State("dialog-history", do=history),
    State("dialog-changes", do=changes),
    State("dialog-changes-dark", theme=Theme.DARK, do=changes),
    State("dialog-crash", do=crash),
    State("dialog-legend", do=legend),
    State("dialog-legend-dark", theme=Theme.DARK, do=legend),
    State("dialog-palette", do=palette("")),
    State("dialog-palette-typed", theme=Theme.DARK, do=palette("the")),
    State("dialog-chooser", do=chooser),
    State("archive-dense", is_dense=True, do=archive_searched("bridge")),
    State("archive-full", is_dense=True, do=archive_window),
    State("archive-speaker", is_dense=True, do=archive_tab(1)),
    State("archive-source", is_dense=True, do=archive_tab(2)),
    State("archive-history", is_dense=True, do=archive_tab(3)),
    State("archive-new", is_dense=True, do=archive_new),
    State("archive-empty", do=archive_empty),
    State("archive-double", SMALL, points=2.0, is_dense=True, do=archive_window),
    State("archive-menu", is_dense=True, do=archives_menu),
    State("archive-merge", is_dense=True, do=merging),
    State("archive-duplicates", is_dense=True, do=duplicates),
    State("archive-duplicates-dark", theme=Theme.DARK, is_dense=True, do=duplicates),
    State("import-light", do=assistant),
    State("import-dark", theme=Theme.DARK, do=assistant),
    State("import-double", SMALL, points=2.0, do=assistant),
    State("import-done", do=imported),
    State("sharing-dark", theme=Theme.DARK, do=sharing("selected")),
    State("sharing-double", SMALL, points=2.0, do=sharing("selected")),
    State("sharing-conflicts-dark", theme=Theme.DARK, do=sharing("conflicts")),
    State("sharing-imports-dark", theme=Theme.DARK, do=sharing("imports")),
    State("french-dense", is_dense=True, selected=4, environment=_FRENCH),
    State("french-archive", SMALL, is_dense=True, do=archive_window, environment=_FRENCH),
    State("french-shortcuts", do=sheet, environment=_FRENCH),
    State("french-verdict", do=asking("ask_verdict"), environment=_FRENCH),
    State("french-to-archive", do=asking("ask_archive"), environment=_FRENCH),
    State("french-import", do=assistant, environment=_FRENCH),
    State("french-timeline", is_dense=True, do=picture(1), environment=_FRENCH),
    State("scale-2-archive", (1920, 1080), is_dense=True, do=archive_window, environment=_TWICE),
    State("scale-2-dense", (1920, 1080), Theme.DARK, is_dense=True, selected=6, environment=_TWICE),
    State("scale-2-dialog", (1920, 1080), do=asking("ask_verdict"), environment=_TWICE),
]
