"""What a person decides at the desk: asked in dialogs, kept in a log that can be undone."""
