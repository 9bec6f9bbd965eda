"""What every test shares: no screen unless one is asked for, and how hard hypothesis tries."""

import os

from hypothesis import HealthCheck, Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

_PHASES = [Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink]


def _profile(name: str, examples: int) -> None:
    settings.register_profile(
        name, max_examples=examples, deadline=None, suppress_health_check=_SLOW, phases=_PHASES
    )


_profile("quick", 40)
_profile("thorough", 400)
_profile("soak", 10_000)
settings.load_profile(os.environ.get("CAPTURE_EXAMPLES", "quick"))
