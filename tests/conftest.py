"""What holds for every test: chance repeats itself, and nobody is hurried."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "calm",
    max_examples=50,  # `make test` is to stay short; `make soak` has the library's own hundred.
    deadline=None,  # A busy machine is no fault of the example.
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,  # The same examples every time; `make soak` looks for new ones.
)
settings.register_profile(
    "exploring",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile("exploring" if os.environ.get("TENKEYS_SOAK") else "calm")
