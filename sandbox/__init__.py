"""A local Bot API server with a chat page, for trying and testing; it knows nothing of the product."""
