"""What a segment is told: template, audience, delivery states, pace. Pure."""
