"""What the covers are drawn with: paper and ink, the lie of the land, and what stands on it."""
