"""K-means in batches: second opinion, measure of stability."""
