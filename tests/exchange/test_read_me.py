"""The page in a bundle tells whoever opened it with an age tool what they have, and runs nothing."""

from capture_app.exchange.container import KeptBack
from capture_app.exchange.read_me import read_me
from tests.exchange.parcels import a_pack, a_parcel


def test_the_page_says_what_it_is_how_to_open_it_and_what_is_in_it() -> None:
    kept = KeptBack("open questionnaire", "It goes once it is closed", 1)
    page = read_me(a_parcel(kept_back=(kept,), made=f"{1715859802000:012x}0000")).decode()
    for words in (
        "bundle of Workshop Capture, made on 16 May 2024",
        "age -d -i key.txt",
        "3 entries",
        "<tr><td>Line</td><td>3</td></tr>",
        "<tr><td>open questionnaire: It goes once it is closed</td><td>1</td></tr>",
    ):
        assert words in page
    assert "session pack of Workshop Capture" in read_me(a_parcel(pack=a_pack())).decode()


def test_words_from_elsewhere_stay_words() -> None:
    kept = KeptBack("<script>alert(1)</script>", '$what & "more"', 1)
    page = read_me(a_parcel(kept_back=(kept,))).decode()
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;: $what &amp; &quot;more&quot;" in page


def test_a_clock_that_is_far_off_does_not_keep_a_bundle_from_being_written() -> None:
    assert "made on 1 January 1970" in read_me(a_parcel(made="0" * 16)).decode()
    assert "made on an unknown day" in read_me(a_parcel(made="f" * 16)).decode()
