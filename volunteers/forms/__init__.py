"""What people fill in. One file a noun."""
