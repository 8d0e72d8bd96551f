-- Without these, taking a speaker or source away goes through all sources, or all further ones.

CREATE INDEX sources_by_speaker ON sources (speaker_id) WHERE speaker_id IS NOT NULL;
CREATE INDEX further_sources_by_source ON further_sources (source_id);
