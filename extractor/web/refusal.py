"""What the application says when it does not do what it was asked for."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class Refusal(Exception):  # noqa: N818 - an answer to a visitor, not a mistake
    """An answer with a status of 400 or more; `code` names the message and stays the same for machines."""

    def __init__(self, status: int, code: str, *, retry_after: int | None = None, **values: object) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Refusals travel between processes; the default would lose the keywords."""
        return _remade, (self.status, self.code, self.retry_after, self.values)

    @property
    def headers(self) -> dict[str, str]:
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}


def _remade(status: int, code: str, retry_after: int | None, values: dict[str, object]) -> Refusal:
    return Refusal(status, code, retry_after=retry_after, **values)


class Problem(BaseModel):
    """A refusal for machines (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    code: str = Field(description="stable name of what is wrong")
    detail: str = Field(description="a sentence for people, in the chosen language")


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {
        "description": title,
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
    }
    for status, title in (
        (400, "The request cannot be read"),
        (403, "The request comes from another site"),
        (404, "Not there"),
        (408, "The request was too long on its way"),
        (413, "More than is taken"),
        (422, "Something in the request is not as it should be"),
        (429, "Too many requests of this client"),
        (503, "Too many requests of all clients, or no dataset"),
    )
}
"""What every operation of the interface may answer with."""
