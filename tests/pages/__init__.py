"""What the public reads, page by page."""
