"""The mixture (latent class) model: its two steps, many starts, the climb."""
