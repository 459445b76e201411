"""Which file holds what: the table of the content tree, and nothing else."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import StringConstraints, TypeAdapter

from yhdessa.model.act import ActFacts, ActWords
from yhdessa.model.challenge import Challenge
from yhdessa.model.challenge_words import ChallengesWords
from yhdessa.model.collection import Collection, CollectionWords
from yhdessa.model.contact import ContactFacts, ContactWords
from yhdessa.model.dedication import Dedications, DedicationsWords
from yhdessa.model.employer import Employers
from yhdessa.model.employer_words import EmployerWords
from yhdessa.model.fields import Identifier, Line
from yhdessa.model.giving import Giving, GivingWords
from yhdessa.model.goal import LocalGoal, LocalGoalWords
from yhdessa.model.helpline import Helpline, HelplineWords
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.impact.words import ImpactWords
from yhdessa.model.interface import InterfaceWords
from yhdessa.model.ledger import LedgerWords
from yhdessa.model.letters import LettersWords
from yhdessa.model.mission import Mission, MissionWords
from yhdessa.model.monthly import Monthly, MonthlyGiftWords
from yhdessa.model.notices import Notices, NoticesWords
from yhdessa.model.organisation import Organisation, OrganisationWords
from yhdessa.model.page import HomeWords, PagesWords
from yhdessa.model.partner import Partner, PartnerTier, PartnerTierWords
from yhdessa.model.partner_sign_up import PartnerSignUps
from yhdessa.model.partner_words import PartnerWords
from yhdessa.model.payroll import Payroll
from yhdessa.model.payroll_words import PayrollWords
from yhdessa.model.pending import PendingWords
from yhdessa.model.programme import Programme, ProgrammeWords
from yhdessa.model.service import Services, ServicesWords
from yhdessa.model.source import Source, Statistic, StatisticWords
from yhdessa.model.statement import Statements
from yhdessa.model.statement_words import StatementsWords
from yhdessa.model.strategy import Strategy, StrategyWords
from yhdessa.model.volunteering import Volunteering, VolunteeringWords
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
    "monthly": Monthly,
    "dedication": Dedications,
    "helplines": dict[Identifier, Helpline],
    "impact": ImpactReport,
    "ways": Ways,
    "payroll": Payroll,
    "employer": Employers,
    "partner": PartnerSignUps,
    "challenges": dict[Identifier, Challenge],
    "statements": Statements,
    "contact": ContactFacts,
    "services": Services,
    "act": ActFacts,
    "volunteering": Volunteering,
    "collection": Collection,
    "notices": Notices,
}
#: What an organisation may do without: facts and words stand or are missing together.
OPTIONAL_FILES = (
    "monthly",
    "dedication",
    "impact",
    "ways",
    "payroll",
    "employer",
    "partner",
    "challenges",
    "statements",
    "contact",
    "services",
    "act",
    "volunteering",
    "collection",
    "notices",
    "ledger",
    "letters",
)
#: What each language has for itself, or not.
OWN_FILES = ("pending",)
#: content/facts/<name>/<id>.yml
FACT_FOLDERS: dict[str, Any] = {"goals": LocalGoal, "partners": Partner, "programmes": Programme}
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
    "monthly": MonthlyGiftWords,
    "dedication": DedicationsWords,
    "helplines": dict[Identifier, HelplineWords],
    "impact": ImpactWords,
    "ways": WaysWords,
    "payroll": PayrollWords,
    "employer": EmployerWords,
    "partner": PartnerWords,
    "challenges": ChallengesWords,
    "statements": StatementsWords,
    "contact": ContactWords,
    "services": ServicesWords,
    "act": ActWords,
    "volunteering": VolunteeringWords,
    "collection": CollectionWords,
    "notices": NoticesWords,
    "ledger": LedgerWords,
    "letters": LettersWords,
    "pending": PendingWords,
}
#: content/<language>/<name>/<id>.md, front matter and Markdown
WORD_FOLDERS: dict[str, Any] = {"goals": LocalGoalWords, "programmes": ProgrammeWords}
#: The folders that an organisation may do without.
OPTIONAL_FOLDERS = ("programmes",)

ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


def adapter(shape: Any) -> TypeAdapter[Any]:
    """The validator of a shape; each is built once, since building one costs more than using it."""
    key = repr(shape)
    if key not in ADAPTERS:
        ADAPTERS[key] = TypeAdapter(shape)
    return ADAPTERS[key]
