"""The whole product tried over HTTP with simulated or recorded people: demo, replay, run."""
