"""What the site knows and says: facts once, words per language, held together as one `Content`."""

from __future__ import annotations

from dataclasses import dataclass, field

from yhdessa.model.act import ActFacts, ActWords
from yhdessa.model.challenge import Challenge
from yhdessa.model.challenge_words import ChallengesWords
from yhdessa.model.collection import Collection, CollectionWords
from yhdessa.model.contact import ContactFacts, ContactWords
from yhdessa.model.dedication import Dedications, DedicationsWords
from yhdessa.model.document import Document
from yhdessa.model.employer import Employers
from yhdessa.model.employer_words import EmployerWords
from yhdessa.model.giving import Giving, GivingWords
from yhdessa.model.goal import LocalGoal, LocalGoalWords
from yhdessa.model.helpline import Helpline, HelplineWords
from yhdessa.model.impact.report import ImpactReport
from yhdessa.model.impact.words import ImpactWords
from yhdessa.model.interface import InterfaceWords
from yhdessa.model.ledger import LedgerWords
from yhdessa.model.letters import LettersWords
from yhdessa.model.logos import Size
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
from yhdessa.model.problem import Problem
from yhdessa.model.programme import Programme, ProgrammeWords
from yhdessa.model.prose import ProseWords
from yhdessa.model.service import Services, ServicesWords
from yhdessa.model.source import Source, Statistic, StatisticWords
from yhdessa.model.statement import Statements
from yhdessa.model.statement_words import StatementsWords
from yhdessa.model.strategy import Strategy, StrategyWords
from yhdessa.model.volunteering import Volunteering, VolunteeringWords
from yhdessa.model.ways import Ways, WaysWords


@dataclass(frozen=True)
class Words:
    """What the site says in one language."""

    language: str
    organisation: OrganisationWords
    interface: InterfaceWords
    pages: PagesWords
    home: HomeWords
    mission: MissionWords
    strategy: StrategyWords
    statistics: dict[str, StatisticWords]
    sdgs: dict[str, str]
    tiers: dict[str, PartnerTierWords]
    giving: GivingWords
    monthly: MonthlyGiftWords | None
    dedication: DedicationsWords | None
    helplines: dict[str, HelplineWords]
    impact: ImpactWords | None
    ways: WaysWords | None
    payroll: PayrollWords | None
    employer: EmployerWords | None
    partner: PartnerWords | None
    challenges: ChallengesWords | None
    statements: StatementsWords | None
    contact: ContactWords | None
    services: ServicesWords | None
    act: ActWords | None
    volunteering: VolunteeringWords | None
    collection: CollectionWords | None
    notices: NoticesWords | None
    ledger: LedgerWords | None
    letters: LettersWords | None
    goals: dict[str, LocalGoalWords]
    programmes: dict[str, ProgrammeWords]
    prose: dict[str, ProseWords]
    pending_pages: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Content:
    """What the site knows: facts once, words per language, and the documents they came from.

    `remarks` are the problems that do not keep it from being published: warnings, and what an editor may like
    to know. `logos` says how large each partner's logo is, by the partner's id.
    """

    organisation: Organisation
    sources: dict[str, Source]
    statistics: dict[str, Statistic]
    mission: Mission
    strategy: Strategy
    tiers: dict[str, PartnerTier]
    giving: Giving
    monthly: Monthly | None
    dedication: Dedications | None
    helplines: dict[str, Helpline]
    impact: ImpactReport | None
    ways: Ways | None
    payroll: Payroll | None
    employer: Employers | None
    partner: PartnerSignUps | None
    challenges: dict[str, Challenge] | None
    statements: Statements | None
    contact: ContactFacts | None
    services: Services | None
    act: ActFacts | None
    volunteering: Volunteering | None
    collection: Collection | None
    notices: Notices | None
    goals: dict[str, LocalGoal]
    programmes: dict[str, Programme]
    partners: dict[str, Partner]
    words: dict[str, Words]
    documents: dict[str, Document] = field(repr=False)
    remarks: list[Problem] = field(default_factory=list)
    logos: dict[str, Size] = field(default_factory=dict)

    @property
    def languages(self) -> list[str]:
        """The languages in order; the first is the default."""
        return self.organisation.languages

    def goals_in_order(self) -> list[str]:
        """The ids of the local goals by their numbers."""
        return sorted(self.goals, key=lambda goal: self.goals[goal].number)

    def document(self, *parts: str) -> Document:
        """The document of `content/<parts>`, as `document("fi", "goals", "no-loneliness.md")`."""
        return self.documents["/".join(("content", *parts))]
