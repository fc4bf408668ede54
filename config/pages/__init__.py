"""Public pages kept whole, and thrown away the moment that anything they show has changed.

docs/decisions/2026-11-29-kept-pages.md says why it is done like this. `door` stands in front of
Django, `shown` marks the views, `triggers` make the database say that something changed.
"""
