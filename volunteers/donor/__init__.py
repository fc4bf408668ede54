"""Figures for those who pay: who came and who completed, counted once, with what is not known.

`asking` says what is counted, `counting` counts it in the database, `held` says what is known of
each training, `figures` puts the two together, and `tables` and the files show them.
"""
