"""Every change that follows a rule. One file a noun."""
