"""The archive on the desk: its own window, its dialogs, and the import of files of quotes."""
