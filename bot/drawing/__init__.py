"""Pictures: each is laid out once as a scene, and shown as SVG on pages or as PNG in the chat."""
