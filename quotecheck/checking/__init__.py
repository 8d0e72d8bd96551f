"""What the archive knows of a quotation, word by word. How a verdict comes about:

1. **The same words.** Both texts become terms (``equivalence``; ``numerals`` on ``cardinals``,
   ``moments``): case, typography, spelling variants, contractions, number formats, units, times of day,
   hesitations and stutters are gone. One word, or two that carry nothing, are ``uncheckable``.
2. **Candidates** (``candidates``). The archive is told of an article's quotations ahead, to look for all
   of them at once. It is asked for the quotes and passages that share runs of words with the printed text.
   Unless the best of them leaves no doubt, what the same speaker said around the day is looked at, too, where
   the printed words are so few that a change may leave no run. Of each only the text is looked at first: the
   words that it holds anywhere bound what can agree. Those that can still win are laid out.
3. **Alignment** (``alignment``). Each is laid beside the printed text. What stands there in a row is the
   same (``literal``: letter for letter, before stutters are gone); so are two pieces with words left out
   between them (``omission``) and the same words in another order (``reordering``). Else: what
   agrees (``runs``, and ``gaps`` between the long ones), the window's ``edges``, and the ``changes`` in it.
   The printed words correspond to a window of the archived ones; what lies outside is context, not a
   difference. Rank: the share of the words that agree; speaker and day (``who_when``) break ties.
4. **Found or not** (``grading``). Where all but a word or two agree, it is found, whoever said it.
   Otherwise enough words must agree, in long enough stretches, and clearly more than in the next best
   text; fewer suffice if the speaker agrees, more are asked of a formula that many texts share.
   Parts that only another archived quote has make a splice (``splices``). Failing that, a quote of the
   same speaker that shares several words is offered as ``paraphrase``; failing that, it is ``not_found``,
   with what may mean the same (``suggestions``).
5. **Differences** (``differences``, ``raw``, ``meaning``, ``rephrasing``, ``left_out``; ``together`` with
   ``exchange`` for what several changes say together: who did what to whom). Each change gets a kind:
   disclosed by "…" or brackets (``disclosed``), spelling, a harmless function word; or negation, number,
   date, name, modality, quantity, a contrary, which can turn the meaning; or else content. The word lists
   are data, in ``wording.toml``.
6. **Wording** (``grading``). No difference: ``verbatim``. Only harmless ones: ``minor``. One that can
   turn the meaning: ``reversed``. Otherwise ``altered``.
7. **Cautions** (``cautions``, ``context``, ``leading_up``). Another speaker, another day, a source later
   than the article, unmarked omissions, what "…" hides, splices, what the source says right before and
   after, rivals.
8. **The sentence** (``summary``, ``versions``). All of it in plain words, and when else it was said.

``verdict`` reads in that order.
"""

from quotecheck.checking.verdict import check_quotation

__all__ = ["check_quotation"]
