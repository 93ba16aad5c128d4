"""A second full article in many makes, below the first one or inside its very body."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

from collections.abc import Callable

from article_structures import Story, Template, brs, ps


def _same(template: Template, story: Story) -> str:
    return template.one(story, 1)


def _scrolled(template: Template, story: Story) -> str:
    return f'<div id="infinite" data-url="/{story.path}" data-title="{story.title}">{template.one(story, 1)}</div>'


def _divider(template: Template, story: Story) -> str:
    return f"<h3>Berita Selanjutnya</h3><h2><a href=/{story.path}>{story.title}</a></h2>{ps(story)}"


def _linked_title(template: Template, story: Story) -> str:
    return f'<div class="post"><h2><a href="/{story.path}">{story.title}</a></h2><div>{story.shown}</div>{ps(story)}</div>'


def _byline_only(template: Template, story: Story) -> str:
    return f'<div class="blok"><h2>{story.title}</h2><p>Oleh: {story.author}</p><div class="entry-content">{ps(story)}</div></div>'


def _bold_title(template: Template, story: Story) -> str:
    return f"<div><p><strong>{story.title}</strong></p><p>{story.shown}</p>{ps(story)}</div>"


def _date_first(template: Template, story: Story) -> str:
    return f'<div class="lagi"><span class="w">{story.shown}</span><h2>{story.title}</h2><div>{brs(story)}</div></div>'


def _article(template: Template, story: Story) -> str:
    return f"<article><h3>{story.title}</h3>{ps(story)}</article>"


def _plain_lines(template: Template, story: Story) -> str:
    return f"<div><div>{story.title}</div><div>{story.shown}</div><div>{ps(story)}</div></div>"


def _span_lines(template: Template, story: Story) -> str:
    return (
        f'<div class="garis"></div><div class="a1"><span class="b2">{story.title}</span></div><div class="c3"><a href=/x>'
        f'<span>Kabar Lain</span></a></div><div class="d4"><time>{story.shown}</time> · <span>waktu baca 2 menit</span></div>'
        f'<div class="e5">{ps(story)}</div>'
    )


def _font_lines(template: Template, story: Story) -> str:
    return (
        f'<hr size="1"><font size="4"><b>{story.title}</b></font><br><font size="1">{story.shown} - Oleh: {story.author}'
        f"</font><br><br>{brs(story)}"
    )


def _ago(template: Template, story: Story) -> str:
    return (
        f'<div class="lagi"><h3>{story.title}</h3><small>2 jam yang lalu</small><div>{ps(story)}</div></div>'
    )


def _titleless_class(template: Template, story: Story) -> str:
    return f'<div class="kartu"><div class="label">Artikel selanjutnya</div><a class="zz" href="/{story.path}">{story.title}</a><div>Admin, {story.shown}</div><div class="q">{brs(story)}</div></div>'


BELOW: dict[str, Callable[[Template, Story], str]] = {
    "same": _same, "scrolled": _scrolled, "divider": _divider, "linked-title": _linked_title, "byline-only": _byline_only,
    "bold-title": _bold_title, "date-first": _date_first, "article": _article,
    "plain-lines": _plain_lines, "span-lines": _span_lines, "font-lines": _font_lines, "ago": _ago, "announced": _titleless_class,
}  # fmt: skip

# A second article that the site put into the very element that holds the first one's paragraphs.
INSIDE: dict[str, Callable[[Story], str]] = {
    "flat": lambda s: f"<h2>{s.title}</h2><p>{s.shown}</p>{ps(s)}",
    "flat-byline": lambda s: f"<h2>{s.title}</h2><p>Oleh {s.author} - {s.shown}</p>{ps(s)}",
    "flat-h1": lambda s: f"<h1>{s.title}</h1>{ps(s)}",
    "box": lambda s: f"<div><h3>{s.title}</h3><span>{s.shown}</span>{ps(s)}</div>",
    "box-time": lambda s: (
        f'<div class="q"><h3><a href="#">{s.title}</a></h3><time datetime="{s.machine}">15 Mei 2024</time>{ps(s)}</div>'
    ),
    "divider": lambda s: f"<p><b>Artikel Selanjutnya</b></p><h3>{s.title}</h3>{ps(s)}",
    "article": lambda s: f"<article><h2>{s.title}</h2>{ps(s)}</article>",
    "plain-lines": lambda s: f"<p>{s.title}</p><p>{s.shown}</p>{ps(s)}",
    "one-paragraph": lambda s: f"<p>{s.title}<br>{s.shown} - Oleh: {s.author}</p>{ps(s)}",
    "announced": lambda s: f"<p>Artikel selanjutnya</p><p>{s.title}</p><p>Admin, {s.shown}</p>{ps(s)}",
    "byline-line": lambda s: f"<p>{s.title}</p><p>Penulis: {s.author}</p>{ps(s)}",
    "dateline-only": lambda s: f"<p>{s.title}</p>{ps(s)}",
    "bold-dateline": lambda s: f"<p><b>{s.title}</b></p>{ps(s)}",
    "ruled": lambda s: f"<hr><p><b>{s.title}</b></p>{ps(s)}",
    "dateline": lambda s: f"<h3>{s.title}</h3>{ps(s)}",
}
