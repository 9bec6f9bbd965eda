"""Makes the pages that Help opens, in resources/help, from the guide: `make help-pages`.

Taken in are docs/guide.md and every docs/guide/*.md, the pictures they show, and the other pages of the
repository they link to. Each becomes one web page that stands alone: no script, nothing from a network. The result
is committed, so that Help works from source too; a test tells when it is older than the guide.
"""

import html
import re
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt
from markdown_it.token import Token

from capture_app.ui.help_places import PLACES

ROOT = Path(__file__).resolve().parents[1]
HELP = ROOT / "resources" / "help"
_EXTERNAL = re.compile(r"^[a-z]+:")
_DEEPEST = 3
"""Headings down to this depth stand in the list of contents."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the guide: where it comes from, its title, its headings (depth, words, anchor), its body."""

    source: Path
    title: str
    heads: tuple[tuple[int, str, str], ...]
    anchors: frozenset[str]
    body: str

    @property
    def name(self) -> str:
        """The file it becomes."""
        return page_name(self.source)


def main() -> None:
    """Make the folder anew."""
    build(HELP)


def build(folder: Path) -> None:
    """Write all pages into a folder, in place of what stood in it.

    Raises ValueError where a place of `PLACES` is not in the guide.
    """
    sources = guide_sources()
    pages = [render(source, frozenset(sources)) for source in sources]
    places = {key: place_of(target, pages) for key, target in PLACES.items()}
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "at").mkdir(parents=True)
    for page in pages:
        _write(
            folder / page.name, _PAGE.substitute(title=page.title, contents=_contents(page), body=page.body)
        )
    _write(folder / "index.html", _PAGE.substitute(title="The guide", contents="", body=_index(pages)))
    for key, target in places.items():
        _write(folder / "at" / f"{key}.html", _LEADS_ON.substitute(target=html.escape(target)))
    for picture in pictures(sources):
        (folder / "pictures").mkdir(exist_ok=True)
        shutil.copyfile(picture, folder / "pictures" / picture.name)


def guide_sources() -> tuple[Path, ...]:
    """The pages of the guide as its start page leads to them, then those of the repository that they link to."""
    start, folder = ROOT / "docs" / "guide.md", ROOT / "docs" / "guide"
    led_to = [target for target in _links(start) if target.parent == folder and target.suffix == ".md"]
    guide = list(dict.fromkeys((start, *led_to, *sorted(folder.glob("*.md")))))
    linked = {target for page in guide for target in _links(page) if target.suffix == ".md"}
    return (*guide, *sorted(linked - set(guide)))


def pictures(sources: Sequence[Path]) -> list[Path]:
    """Every picture that is shown. Their names are told apart by nothing but themselves."""
    return sorted({target for page in sources for target in _links(page) if target.suffix == ".png"})


def page_name(source: Path) -> str:
    """The file a page of the guide becomes."""
    return f"{source.stem.lower()}.html"


def place_of(target: str, pages: Sequence[Page]) -> str:
    """A place such as "guide.md#merge" as a link from the folder `at`. Raises ValueError if it is nowhere."""
    name, _hash, anchor = target.partition("#")
    for page in pages:
        if page.source.name == name and anchor in page.anchors:
            return f"../{page.name}#{anchor}"
    raise ValueError(f"{target} is not in the guide")


def render(source: Path, sources: frozenset[Path]) -> Page:
    """One page, its links leading to the pages made of `sources`."""
    parser = MarkdownIt("commonmark").enable("table")
    tokens = parser.parse(source.read_text("utf-8"))
    heads = tuple(_give_anchors(tokens))
    for token in _inner(tokens):
        if token.type == "link_open":
            _relink(token, source, sources)
        elif token.type == "image":
            token.attrSet("src", f"pictures/{Path(str(token.attrGet('src'))).name}")
    titles = [words for depth, words, _anchor in heads if depth == 1]
    anchors = {str(token.attrGet("id")) for token in tokens if token.attrGet("id")}
    body = parser.renderer.render(tokens, parser.options, {})
    return Page(source, titles[0] if titles else source.stem, heads, frozenset(anchors), body)


def anchor_of(words: str) -> str:
    """The anchor of a heading, as the usual renderers make it."""
    return re.sub(r"[^\w\- ]", "", words.lower()).strip().replace(" ", "-")


def _give_anchors(tokens: Sequence[Token]) -> Iterator[tuple[int, str, str]]:
    """Give headings their anchors, and paragraphs that begin with bold words: those are little headings."""
    given: Counter[str] = Counter()
    for opening, inline in pairwise(tokens):
        words = _plain(inline.children or []) if opening.type == "heading_open" else ""
        little = _bold_start(inline) if opening.type == "paragraph_open" else ""
        if not words and not little:
            continue
        anchor = anchor_of(words or little)
        given[anchor] += 1
        anchor += f"-{given[anchor] - 1}" if given[anchor] > 1 else ""
        opening.attrSet("id", anchor)
        if words:
            yield int(opening.tag[1:]), words, anchor


def _bold_start(inline: Token) -> str:
    children = [child for child in inline.children or [] if child.content or child.type != "text"]
    if not children or children[0].type != "strong_open":
        return ""
    end = next(number for number, child in enumerate(children) if child.type == "strong_close")
    return _plain(children[:end])


def _plain(children: Sequence[Token]) -> str:
    return "".join(child.content for child in children)


def _inner(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _inner(token.children or [])


def _relink(token: Token, source: Path, sources: frozenset[Path]) -> None:
    """A link to a page that comes along leads there; one to anything else in the repository leads nowhere."""
    href = str(token.attrGet("href"))
    name, hash_, anchor = href.partition("#")
    if _EXTERNAL.match(href) or not name:
        return
    target = (source.parent / name).resolve()
    if target in sources:
        token.attrSet("href", f"{page_name(target)}{hash_}{anchor}")
    else:
        del token.attrs["href"]


def _links(page: Path) -> Iterator[Path]:
    """What a page links to or shows, in this repository."""
    for token in _inner(MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8"))):
        href = token.attrGet("href") or token.attrGet("src")
        if isinstance(href, str) and not _EXTERNAL.match(href) and not href.startswith("#"):
            target = (page.parent / href.partition("#")[0]).resolve()
            if target.is_file():
                yield target


def _contents(page: Page) -> str:
    rows = [
        f'<li class="depth{depth}"><a href="#{anchor}">{html.escape(words)}</a></li>'
        for depth, words, anchor in page.heads
        if 1 < depth <= _DEEPEST
    ]
    return f'<nav aria-label="On this page"><ul>{"".join(rows)}</ul></nav>' if rows else ""


def _index(pages: Sequence[Page]) -> str:
    rows = []
    for page in pages:
        heads = "".join(
            f'<li><a href="{page.name}#{anchor}">{html.escape(words)}</a></li>'
            for depth, words, anchor in page.heads
            if depth == 2
        )
        rows.append(f'<h2><a href="{page.name}">{html.escape(page.title)}</a></h2>\n<ul>{heads}</ul>')
    return "<h1>Workshop Capture: the guide</h1>\n" + "\n".join(rows) + "\n"


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


_PAGE = Template("""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>$title · Workshop Capture</title>
<style>
body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto 6rem; padding: 0 1.5rem;
       color: #1e2227; background: #fff; }
h1 { font-size: 1.8rem; } h2 { font-size: 1.4rem; margin-top: 3rem; } h3 { font-size: 1.1rem; margin-top: 2rem; }
a { color: #2f4c9b; } :target { background: #fbf0d9; scroll-margin-top: 1rem; }
img { max-width: 100%; height: auto; border: 1px solid #dcd9d1; border-radius: 8px; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem 1rem .3rem 0; border-bottom: 1px solid #dcd9d1; }
code { font-size: .92em; overflow-wrap: anywhere; } pre { overflow-x: auto; padding: .8rem; background: #f5f4f0; }
nav ul { list-style: none; padding: 0; } nav .depth3 { padding-left: 1.2rem; font-size: .95em; }
@media (prefers-color-scheme: dark) { body { color: #e9ebef; background: #14161b; } a { color: #a9bcff; }
  :target { background: #33290f; } pre { background: #1c1f26; } th, td, img { border-color: #333946; } }
</style>
</head>
<body>
<p><a href="index.html">All pages of the guide</a></p>
<main>
$contents
$body</main>
</body>
</html>
""")

_LEADS_ON = Template("""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=$target">
<title>Workshop Capture: the guide</title>
</head>
<body><p><a href="$target">To the guide</a></p></body>
</html>
""")

if __name__ == "__main__":
    main()
    sys.stdout.write(f"{len(list(HELP.rglob('*.html')))} pages in {HELP.relative_to(ROOT)}\n")
