"""The public pages. A view finds, asks and tells; rules live below."""
