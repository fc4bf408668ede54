"""Lists from spreadsheets: read, their columns guessed, each line checked against what is known.

`tables` and `sheets` read a file into lines of text; `headings` guesses what its columns hold;
`values` reads cells; one module a kind of list checks the lines and writes them.
"""
