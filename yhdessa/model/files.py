"""Which file holds what: the table of the content tree, and nothing else."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StringConstraints, TypeAdapter

from yhdessa.model.challenge import Challenge, ChallengeWords
from yhdessa.model.fields import Identifier, Line
from yhdessa.model.giving import Giving, GivingWords
from yhdessa.model.goal import LocalGoal, LocalGoalWords
from yhdessa.model.helpline import Helpline, HelplineWords
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.impact.words import ImpactWords
from yhdessa.model.mission import Mission, MissionWords
from yhdessa.model.organisation import Organisation, OrganisationWords
from yhdessa.model.page import HomeWords, InterfaceWords, PagesWords
from yhdessa.model.partner import Partner, PartnerTier, PartnerTierWords
from yhdessa.model.payroll import Payroll, PayrollWords
from yhdessa.model.pending import PendingWords
from yhdessa.model.source import Source, Statistic, StatisticWords
from yhdessa.model.statement import Statements, StatementsWords
from yhdessa.model.strategy import Strategy, StrategyWords
from yhdessa.model.ways import Ways, WaysWords

GlobalGoal = Annotated[str, StringConstraints(pattern=r"^(?:[1-9]|1[0-7])$")]

#: content/facts/<name>.yml
FACT_FILES: dict[str, Any] = {
    "organisation": Organisation,
    "sources": dict[Identifier, Source],
    "statistics": dict[Identifier, Statistic],
    "mission": Mission,
    "strategy": Strategy,
    "tiers": dict[Identifier, PartnerTier],
    "giving": Giving,
    "helplines": dict[Identifier, Helpline],
    "impact": ImpactReport,
    "ways": Ways,
    "payroll": Payroll,
    "challenges": dict[Identifier, Challenge],
    "statements": Statements,
}
#: What an organisation may do without: facts and words stand or are missing together.
OPTIONAL_FILES = ("impact", "ways", "payroll", "challenges", "statements")
#: What each language has for itself, or not.
OWN_FILES = ("pending",)
#: content/facts/<name>/<id>.yml
FACT_FOLDERS: dict[str, Any] = {"goals": LocalGoal, "partners": Partner}
#: content/<language>/<name>.yml
WORD_FILES: dict[str, Any] = {
    "organisation": OrganisationWords,
    "interface": InterfaceWords,
    "pages": PagesWords,
    "home": HomeWords,
    "mission": MissionWords,
    "strategy": StrategyWords,
    "statistics": dict[Identifier, StatisticWords],
    "sdgs": dict[GlobalGoal, Line],
    "tiers": dict[Identifier, PartnerTierWords],
    "giving": GivingWords,
    "helplines": dict[Identifier, HelplineWords],
    "impact": ImpactWords,
    "ways": WaysWords,
    "payroll": PayrollWords,
    "challenges": dict[Identifier, ChallengeWords],
    "statements": StatementsWords,
    "pending": PendingWords,
}
#: content/<language>/<name>/<id>.md, front matter and Markdown
WORD_FOLDERS: dict[str, Any] = {"goals": LocalGoalWords}

ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(shape: Any) -> TypeAdapter[Any]:
    """The validator of a shape; each is built once, since building one costs more than using it."""
    key = repr(shape)
    if key not in ADAPTERS:
        ADAPTERS[key] = TypeAdapter(shape)
    return ADAPTERS[key]
