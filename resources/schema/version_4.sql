-- The tags of a quote: a JSON list, as Datasette knows to count them; NULL where there is none.
--
-- The few quotes of which only a longer time is known are told apart: see quotecheck/archive/nearest.py.

ALTER TABLE quotes ADD COLUMN tags TEXT;
CREATE INDEX quotes_by_tags ON quotes (tags) WHERE tags IS NOT NULL;
CREATE INDEX quotes_of_several_days ON quotes (speaker_id, earliest, latest) WHERE earliest < latest;
