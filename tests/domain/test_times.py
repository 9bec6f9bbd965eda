"""Times of the day and time zones are read as people write them, or not at all."""

import pytest

from capture_app.domain.times import later, read_time, time_zones


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("9:30", "09:30"),
        ("9.30", "09:30"),
        ("14", "14:00"),
        ("2 pm", "14:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
    ],
)
def test_a_time_is_read(words: str, time: str) -> None:
    assert read_time(words) == time


@pytest.mark.parametrize("words", ["", "25:00", "9:75", "early", "13 pm", "0 am", "9:3"])
def test_what_is_no_time_is_not_made_one(words: str) -> None:
    assert read_time(words) == ""


def test_a_part_starts_when_the_one_before_ends_and_never_tomorrow() -> None:
    assert later("09:50", 25) == "10:15"
    assert later("23:50", 25) == "23:59"


def test_the_zones_of_the_world_are_known_without_the_system() -> None:
    assert {"Europe/London", "America/New_York", "UTC"} <= set(time_zones())
