"""Reports built by hand: what the pipeline would hand over, without the pipeline."""

import json
import zlib
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.resources import files

import pytest

from quotecheck.model import (
    ArchivedQuote,
    ArchiveIdentity,
    Article,
    Attribution,
    Basis,
    Caution,
    Dating,
    Difference,
    DifferenceKind,
    DifferenceOp,
    Finding,
    Interval,
    Kind,
    Match,
    PossibleSpeaker,
    Publication,
    Quotation,
    QuoteStatus,
    Report,
    Span,
    Speaker,
    SpeakerType,
    TextWarning,
    Verdict,
    Wording,
)

DESK = ArchiveIdentity("Desk archive", 1482)
YEAR = Interval(date(2024, 1, 1), date(2024, 12, 31))


def span_in(text, words, start=0):
    at = text.index(words, start)
    return Span(at, at + len(words))


def changed(printed, archived, pair):
    """One difference, of a pair (printed, archived, kind?, op?); an empty side stands at the start."""
    article, archive, kind, op = (*pair, *(DifferenceKind.CONTENT, DifferenceOp.REPLACE)[len(pair) - 2 :])
    return Difference(
        op=op,
        article=article,
        archive=archive,
        kind=kind,
        article_span=span_in(printed, article) if article else Span(0, 0),
        archive_span=span_in(archived, archive) if archive else Span(0, 0),
        explanation=f"“{article}” was “{archive}”.",
    )


def match_of(printed, archived, differences=(), *, score=0.9, window=None, before="", after="", **quote):
    number = zlib.crc32(archived.encode(errors="replace"))
    held = ArchivedQuote(uid=quote.pop("uid", f"q-{number}"), text=archived, **quote)
    return Match(
        quote=held,
        score=score,
        window=window or Span(0, len(archived)),
        differences=tuple(changed(printed, archived, pair) for pair in differences),
        before=before,
        after=after,
    )


@dataclass
class ReportBuilder:
    """Collects findings on one article; quotations are named by their words, in text order."""

    text: str
    findings: list = field(default_factory=list)
    warnings: list = field(default_factory=list)
    at: int = 0

    def quote(self, words, *, kind=Kind.STATEMENT, speaker=None, said=None, verdict=None):
        span = span_in(self.text, words, self.at)
        self.at = span.end
        quotation = Quotation(
            span, Span(span.start - 1, min(span.end + 1, len(self.text))), words, kind, len(self.findings) + 1
        )
        self.findings.append(Finding(quotation, speaker, said, verdict))
        return self

    def warn(self, words, message, code="unpaired-mark"):
        self.warnings.append(TextWarning(code, self.text.index(words), message))
        return self

    def report(self, *, archive=DESK, **article):
        return Report(Article(self.text, **article), tuple(self.findings), tuple(self.warnings), archive)


def said_by(text, name, *, role=None, cue=None, type=SpeakerType.PERSON, **more):
    return Attribution(
        Speaker(name, role, type),
        mention=span_in(text, name) if name in text else None,
        cue=span_in(text, cue) if cue else None,
        confidence=more.pop("confidence", 0.9),
        **more,
    )


def harbour_report():
    """Every wording and most cautions, on an article of our own."""
    text = (
        "Mayor Ines Calloway said on Tuesday that the harbour tunnel “will not cost the city a single cent”."
        "\n“We looked at every option for three years, and the tunnel was the only one that the "
        "engineers could stand behind,” she told the council."
        "\nPiers Holm, who runs the ferry company, disagreed: “Nobody asked the crews. All of our boats "
        "will be idle by spring.”"
        "\nThe port authority called the plan “a sound investment in the whole region”. A spokesman said it "
        "was “necessary”."
        "\n“This is where the plan begins to leak, said Holm."
        "\nIn 2024, the engineer Ruth Abara had warned: “The ground under the east quay is softer than the "
        "maps say, and it moves.” The council’s so-called “quiet vote” is set for June."
        "\n“I would build it again,” Calloway said."
    )
    cost = "will not cost the city a single cent"
    options = text[text.index("We looked") : text.index(" she told") - 1]
    crews = "Nobody asked the crews. All of our boats will be idle by spring."
    sound = "a sound investment in the whole region"
    ground = "The ground under the east quay is softer than the maps say, and it moves."
    calloway = said_by(text, "Ines Calloway", role="Mayor", cue="said")
    holm = said_by(text, "Piers Holm", role="runs the ferry company", cue="disagreed")
    port = said_by(text, "The port authority", type=SpeakerType.ORGANISATION, cue="called")
    tuesday = Dating(Interval.day(date(2025, 3, 4)), span_in(text, "on Tuesday"), inferred=True)
    held_cost = "The tunnel will cost the city no more than a few million."
    held_options = options.replace("three", "two")
    held_crews = "Nobody asked the crews. Some of our boats may be idle by spring."
    source = {"source_title": "Council session of March 4", "publisher": "City of Westhaven"}
    url = "https://example.org/council/2025-03-04?item=12&view=full"
    build = ReportBuilder(text)
    build.quote(
        cost,
        kind=Kind.FRAGMENT,
        speaker=calloway,
        said=tuesday,
        verdict=Verdict(
            Wording.REVERSED,
            "A “not” was put in: the archived statement says that it will cost something.",
            (Caution.CONTEXT,),
            0.61,
            match_of(
                cost,
                held_cost,
                [
                    ("not", "", DifferenceKind.NEGATION, DifferenceOp.INSERT),
                    ("a single cent", "no more than a few million", DifferenceKind.QUANTITY),
                ],
                score=0.61,
                window=Span(11, len(held_cost) - 1),
                speaker="Ines Calloway",
                said=Interval.day(date(2025, 3, 4)),
                source_url=url,
                before="Let me be plain about the money. The tunnel ",
                after=". But that is if nothing goes wrong.",
                **source,
            ),
        ),
    )
    build.quote(
        options,
        speaker=calloway,
        said=tuesday,
        verdict=Verdict(
            Wording.ALTERED,
            "One word was replaced: “three” was “two”.",
            (),
            0.96,
            match_of(
                options,
                held_options,
                [("three", "two", DifferenceKind.CONTENT)],
                score=0.96,
                speaker="Ines Calloway",
                said=Interval.day(date(2025, 3, 4)),
                source_url=url,
                **source,
            ),
            (match_of(options, "We looked at every option.", score=0.3, speaker="Ines Calloway"),),
        ),
    )
    build.quote(
        crews,
        speaker=holm,
        verdict=Verdict(
            Wording.REVERSED,
            "“Some” became “All” and “may” became “will”.",
            (Caution.AMBIGUOUS,),
            0.85,
            match_of(
                crews,
                held_crews,
                [("All", "Some", DifferenceKind.QUANTITY), ("will", "may", DifferenceKind.MODALITY)],
                score=0.85,
                speaker="Piers Holm",
                said=Interval.day(date(2025, 2, 27)),
                publisher="Radio Westhaven",
            ),
        ),
    )
    build.quote(
        sound,
        kind=Kind.FRAGMENT,
        speaker=port,
        verdict=Verdict(
            Wording.PARAPHRASE,
            "Perhaps “a good use of money for all of the coast”, said in February.",
            (),
            0.4,
            match_of(
                sound,
                "a good use of money for all of the coast",
                score=0.4,
                speaker="Port Authority",
                said=Interval(date(2025, 2, 1), date(2025, 2, 28)),
                source_title="Annual report",
            ),
        ),
    )
    build.quote(
        "necessary",
        kind=Kind.FRAGMENT,
        speaker=port,
        verdict=Verdict(Wording.UNCHECKABLE, "One word is too little to tell."),
    )
    build.quote(
        ground,
        speaker=said_by(text, "Ruth Abara", role="engineer", cue="warned"),
        said=Dating(YEAR, span_in(text, "In 2024")),
        verdict=Verdict(
            Wording.VERBATIM,
            "The same words.",
            (),
            1.0,
            match_of(
                ground,
                ground,
                score=1.0,
                speaker="Ruth Abara",
                said=Interval.day(date(2024, 9, 18)),
                source_url="https://example.org/abara",
                source_title="Report to the council",
                uid="q-ground",
                external_id="WH-77",
                status=QuoteStatus.VERIFIED,
                verified_by="M. Ito",
                verified_on=date(2025, 1, 9),
            ),
        ),
    )
    build.quote("quiet vote", kind=Kind.SCARE)
    build.quote(
        "I would build it again,",
        speaker=calloway,
        verdict=Verdict(
            Wording.NOT_FOUND, "Nothing like it; the archive holds 14 statements of hers in March 2025."
        ),
    )
    build.warn("“This is where", "This mark opens a quotation that never closes.")
    return build.report(
        id="harbour",
        title="The tunnel that costs nothing",
        source_url="https://example.org/tunnel",
        publisher="The Westhaven Post",
        published=Publication(Interval.day(date(2025, 3, 6)), Basis.METADATA),
    )


def starter_texts():
    path = files("quotecheck.resources") / "starter" / "starter_quotes.jsonl"
    return [
        json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines() if line.strip()
    ]


def sample_report():
    """The sample article as it should come out against the starter archive."""
    text = (files("quotecheck.resources") / "sample" / "seed_article.txt").read_text(encoding="utf-8")
    ross = text[text.index("The U.S. government and") : text.index("across China.”") + 13]
    pelosi = text[text.index("In Xinjiang and across") : text.index("around the world.”") + 17]
    object_ = text[text.index("We strongly object") : text.index("our business.”") + 13]
    held = starter_texts()
    held_ross = next(line for line in held if "Department of Commerce" in line)
    held_treasury = next(line for line in held if "Sensetime Technology" in line)
    held_object = next(line for line in held if line.startswith("We strongly oppose"))
    sensetime = said_by(text, "SenseTime", type=SpeakerType.ORGANISATION, cue="denied the decision")
    translated = (Caution.TRANSLATED,)
    build = ReportBuilder(text)
    build.quote(
        ross,
        speaker=said_by(text, "Wilbur Ross", role="Commerce Secretary", cue="stating", confidence=0.98),
        said=Dating(Interval(date(2019, 1, 1), date(2019, 12, 31)), span_in(text, "In 2019")),
        verdict=Verdict(
            Wording.ALTERED,
            "Two changes: “across” was “within”, and the department’s name is turned around.",
            translated,
            0.86,
            match_of(
                ross,
                held_ross,
                [
                    (
                        "the Commerce Department",
                        "Department of Commerce",
                        DifferenceKind.CONTENT,
                        DifferenceOp.MOVE,
                    ),
                    ("across", "within", DifferenceKind.CONTENT),
                ],
                score=0.86,
                window=Span(0, held_ross.index(" This action")),
                speaker="Wilbur Ross",
                said=Interval.day(date(2019, 10, 7)),
                source_title="Statement on adding 28 organizations to the Entity List",
                publisher="U.S. Department of Commerce",
                source_url="https://example.org/commerce/28-organizations/",
            ),
        ),
    )
    build.quote("forced labor", kind=Kind.SCARE)
    build.quote(
        pelosi,
        speaker=said_by(text, "Nancy Pelosi", role="Speaker of the House of Representatives", cue="stressed"),
        said=Dating(Interval.day(date(2021, 12, 8)), span_in(text, "Wednesday (Dec. 8)")),
        verdict=Verdict(
            Wording.NOT_FOUND,
            "It resembles a speech of November 29, 2022: a source later than the article cannot be what it "
            "quotes. The archive holds nothing else by this speaker.",
            (Caution.MISDATED, *translated),
        ),
    )
    fragment = "promoted its ability to identify Uyghurs wearing beards, sunglasses and masks"
    build.quote(
        fragment,
        kind=Kind.FRAGMENT,
        speaker=said_by(text, "U.S. Treasury", type=SpeakerType.ORGANISATION, cue="according to"),
        said=Dating(Interval.day(date(2021, 12, 10)), span_in(text, "Last Friday"), inferred=True),
        verdict=Verdict(
            Wording.ALTERED,
            "“promoted” was “has highlighted”.",
            translated,
            0.9,
            match_of(
                fragment,
                held_treasury,
                [("promoted", "has highlighted")],
                window=Span(78, len(held_treasury)),
                speaker="U.S. Department of the Treasury",
                said=Interval.day(date(2021, 12, 10)),
                source_title="Treasury statement on International Human Rights Day designations",
            ),
        ),
    )
    protect = "in order to protect the interests of potential investors"
    build.quote(
        protect,
        kind=Kind.FRAGMENT,
        speaker=sensetime,
        verdict=Verdict(
            Wording.ALTERED,
            "“in order to protect” was “to safeguard”, “potential” was “the potential”.",
            translated,
            0.7,
            match_of(
                protect,
                "to safeguard the interests of the potential investors",
                [
                    ("in order to protect", "to safeguard"),
                    ("of potential", "of the potential", DifferenceKind.FUNCTION),
                ],
                speaker="SenseTime",
                said=Interval.day(date(2021, 12, 13)),
            ),
        ),
    )
    build.quote(
        "determined",
        kind=Kind.FRAGMENT,
        speaker=sensetime,
        verdict=Verdict(Wording.UNCHECKABLE, "One word is too little to tell.", translated),
    )
    caught = "caught in the middle of geopolitical tensions"
    build.quote(
        caught,
        kind=Kind.FRAGMENT,
        speaker=sensetime,
        verdict=Verdict(
            Wording.MINOR,
            "“tensions” was “tension”.",
            translated,
            0.95,
            match_of(
                caught,
                held_object,
                [("tensions", "tension", DifferenceKind.SPELLING)],
                window=span_in(held_object, "caught in the middle of geopolitical tension"),
                speaker="SenseTime",
                said=Interval.day(date(2021, 12, 11)),
            ),
        ),
    )
    build.quote(
        object_,
        speaker=sensetime,
        verdict=Verdict(
            Wording.ALTERED,
            "Several words were replaced.",
            translated,
            0.6,
            match_of(
                object_,
                held_object,
                [("object to this listing", "oppose the designation"), ("business", "company")],
                window=Span(0, held_object.index(" We regret")),
                speaker="SenseTime",
                said=Interval.day(date(2021, 12, 11)),
            ),
        ),
    )
    build.warn("“The U.S. House", "This opening mark has no closing one.")
    return build.report(
        archive=ArchiveIdentity("Starter archive", 6),
        translated_from="fr",
        published=Publication(
            Interval(date(2021, 12, 11), date(2021, 12, 17)),
            Basis.INFERRED,
            "A Wednesday that is December 8 is of 2021.",
            span_in(text, "Wednesday (Dec. 8)"),
        ),
    )


def unchecked(report):
    """The same report without an archive."""
    return replace(report, archive=None, findings=tuple(replace(f, verdict=None) for f in report.findings))


@pytest.fixture(scope="session")
def harbour():
    return harbour_report()


@pytest.fixture(scope="session")
def orphaned(harbour):
    """The harbour's report with a second quotation of nobody's and a third whose speaker is not certain."""
    first, second, third, *others = harbour.findings
    unsure = replace(
        third.attribution,
        confidence=0.3,
        candidates=(PossibleSpeaker(first.attribution.speaker, None, 0.2),),
    )
    return replace(
        harbour,
        findings=(first, replace(second, attribution=None), replace(third, attribution=unsure), *others),
    )


@pytest.fixture(scope="session")
def sample():
    return sample_report()


@pytest.fixture(scope="session")
def without_archive():
    return unchecked(harbour_report())


@pytest.fixture(scope="session")
def no_quotations():
    return ReportBuilder("Nothing was said today.\nIt rained.").report()


def many_quotations(number, *, in_paragraph=3, filler=12, name="Ada Ferris"):
    """A long article in which one person says a great many things, with every wording in turn."""
    nouns = ["tunnel", "harbour", "council", "ferry", "quay", "budget", "plan", "engineer", "winter", "vote"]
    parts, quotes = [], []
    for i in range(number):
        around = " ".join(nouns[(i * 7 + k * 3) % 10] for k in range(filler))
        length = (3, 12, 30)[i % 3]
        words = f"number {i} " + " ".join(nouns[(i * 3 + k) % 10] for k in range(length))
        quotes.append(words)
        parts.append(
            f"The {around} went on. {name} said: “{words}.”" + ("\n" if i % in_paragraph == 0 else " ")
        )
    build = ReportBuilder("".join(parts))
    for i, words in enumerate(quotes):
        wording = list(Wording)[i % len(Wording)]
        known = wording in (Wording.ALTERED, Wording.REVERSED)
        match = match_of(words, words.replace("number", "item"), [("number", "item")], speaker=name)
        summary = f"Sentence {i} says what is wrong, in words enough to need a second line of the margin."
        build.quote(
            words,
            speaker=said_by(build.text, name),
            said=Dating(Interval.day(date(2025, 3, 4)), None),
            verdict=Verdict(wording, summary, match=match if known else None),
        )
    return build.report(title=f"{number} quotations")


def one_quotation(text, words, **article):
    """An article with one checked quotation, whatever is written in it."""
    build = ReportBuilder(text)
    verdict = Verdict(Wording.ALTERED, f"About {words}", match=match_of(words, words + words, speaker=words))
    build.quote(words, speaker=said_by(text, words), verdict=verdict)
    return build.warn(words, f"Odd: {words}").report(**article)


@pytest.fixture(scope="session")
def make_many():
    return many_quotations


@pytest.fixture(scope="session")
def make_one():
    return one_quotation
