"""The press kit of a report: its words, quotes, figures and photographs as files.

`kit` says what a kit holds and until when it is under embargo. `pieces` is the report in order,
for whoever writes it down: `plain`, `marked` (Markdown) and `sheet` (PDF).
"""
