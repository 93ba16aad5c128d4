"""What users do: each journey is a few requests, one after the other, as a person or a program makes them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from random import Random
from typing import Protocol

from extractor.regions.gazetteer import Region
from tests.benchmarks.pages import page
from tests.load.dataset import regions

TIERS = ("utama", "madya", "pratama")
DIFFERENT = 40
"""Generated pages that are uploaded in turn."""

REGIONS = regions()


class Ask(Protocol):
    """Sends one request and notes how long its answer took under the name."""

    async def __call__(self, name: str, method: str, path: str, **given: object) -> bytes: ...


Journey = Callable[[Ask, Random], Awaitable[None]]


async def front(ask: Ask, chance: Random) -> None:
    await ask("front page", "GET", "/")
    await ask("style sheet", "GET", "/static/web.css")


async def listed(ask: Ask, chance: Random) -> None:
    """A journalist narrows the list, and turns a page."""
    place = chance.choice(REGIONS)
    filters = {"province": place.province_code, "tier": chance.choice(TIERS), "edition": _year(chance)}
    await ask("list", "GET", "/penghargaan", params={"page": chance.randrange(1, 20)})
    await ask("list, filtered", "GET", "/penghargaan", params=filters)
    await ask("list, searched", "GET", "/penghargaan", params={"text": f"abdul {place.bare} {_year(chance)}"})


async def region(ask: Ask, chance: Random) -> None:
    await ask("region page", "GET", f"/daerah/{chance.choice(REGIONS).code}")


async def province(ask: Ask, chance: Random) -> None:
    await ask("province page", "GET", f"/daerah/{chance.choice(REGIONS).province_code}")


async def conflicts(ask: Ask, chance: Random) -> None:
    await ask("conflicts", "GET", "/pertentangan")


async def claim(ask: Ask, chance: Random) -> None:
    await ask("claim", "POST", "/klaim", data={"claim": _claim(chance)})


async def upload(ask: Ask, chance: Random) -> None:
    made = page(chance.randrange(DIFFERENT), relevant=True)
    await ask("page", "POST", "/artikel", files={"page": ("a.html", made, "text/html")})


async def programs(ask: Ask, chance: Random) -> None:
    place = chance.choice(REGIONS)
    await ask("API awards", "GET", "/api/awards", params={"region": place.code})
    await ask("API check", "POST", "/api/check", json={"claim": _claim(chance)})


JOURNEYS: dict[Journey, int] = {
    front: 4, listed: 4, region: 3, province: 1, conflicts: 1, claim: 3, upload: 2, programs: 2,
}  # fmt: skip
"""Journeys with how often they are chosen."""


def _claim(chance: Random) -> str:
    """A claim about an award, a rank or a first, true or false."""
    place: Region = chance.choice(REGIONS)
    tier, year = chance.choice(TIERS).title(), _year(chance)
    return chance.choice(
        (
            f"{place.name} meraih UHC Awards {year} kategori {tier}.",
            f"{place.name} menerima UHC Awards {year} kategori {tier} di Jakarta pada 27 Januari {year}.",
            f"{place.name} meraih peringkat 2 UHC Awards {year} dengan cakupan 99,2 persen.",
            f"{place.name} satu-satunya kabupaten di {place.province} yang meraih UHC Awards {year}.",
            f"Sebanyak 12 kabupaten meraih UHC Awards {year} kategori {tier}.",
        )
    )


def _year(chance: Random) -> int:
    return 2015 + chance.randrange(11)
