"""The pages of volunteers: registering, proving an address, and their own."""
