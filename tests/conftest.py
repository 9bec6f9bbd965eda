"""What every test shares: no screen unless one is asked for, and how hard hypothesis tries."""

import gc
import os

from hypothesis import HealthCheck, Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

_FIND = (Phase.explicit, Phase.reuse, Phase.generate)
_EXPLAIN = (*_FIND, Phase.shrink)


def _profile(name: str, examples: int, phases: tuple[Phase, ...] = _EXPLAIN) -> None:
    settings.register_profile(
        name, max_examples=examples, deadline=None, suppress_health_check=_SLOW, phases=phases
    )


_profile("quick", 20)
_profile("thorough", 400)
_profile("mutants", 400, _FIND)
_profile("soak", 10_000)
_wanted = os.environ.get("CAPTURE_EXAMPLES", "quick")
settings.load_profile(_wanted)
if _wanted == "soak":
    # Hypothesis remembers all it has tried. Looked through at every turn, that takes most of a long campaign.
    gc.set_threshold(200_000, 50, 100)
