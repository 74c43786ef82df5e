"""The whole bot and the whole sandbox as processes of their own, over HTTP."""
