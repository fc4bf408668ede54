"""Papers: sign-in sheets, badges, the agenda and certificates as PDF files.

Each is a function that takes what stands on it and returns bytes. They read no database beyond the
rows they are given, ask no clock and no dice: the same record makes the same file, byte for byte.
"""
