"""A local Bot API server with a chat page, for trying and testing the product from outside."""

from sandbox.server import Sandbox, Settings, running_sandbox, serving

__all__ = ["Sandbox", "Settings", "running_sandbox", "serving"]
