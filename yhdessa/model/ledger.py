"""The ledger's words: what reports of gifts call things, on a terminal and in the files for bookkeeping."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders


class CompaniesWords(Record):
    """What reports of partners, of workplaces that remit and of their challenges call things."""

    partners: Line = Field(description="The heading of the report of partners.", examples=["Partner"])
    employers: Line = Field(description="The heading of the report of payroll giving.")
    challenges: Line = Field(description="The heading of the report of workplace challenges.")
    tier: Line = Field(description="The head of the column of tiers and states.")
    team: Line = Field(description="The head of the column of teams.")
    many: Line = Field(description="The head of the column of how many companies.")
    invoices: Line = Field(description="The head of the column of how many invoices.")
    invoiced: Line = Field(description="The head of the column of what was invoiced.")
    paid: Line = Field(description="The head of the column of what was paid.")
    waiting: Line = Field(description="The head of the column of what may still be paid in time.")
    late: Line = Field(description="The head of the column of what is late.")
    each: Line = Field(description="The head of the column of sums per member.")
    standing: Line = Field(
        description="A tier and a state, as {tier} and {state}.",
        json_schema_extra=placeholders("tier", "state"),
    )
    partner_states: dict[Identifier, Line] = Field(
        description="How a partner stands: pending, declined, approved, paid, overdue, cancelled.",
    )
    employer_states: dict[Identifier, Line] = Field(
        description="How a workplace stands: active, paused, left.",
    )
    workplaces: Line = Field(
        description="How many workplaces stand how; {states} stands for the list.",
        json_schema_extra=placeholders("states"),
    )
    of_challenge: Line = Field(
        description="A team of a challenge, as {challenge} and {team}.",
        json_schema_extra=placeholders("challenge", "team"),
    )
    others: Line = Field(description="The row of teams that the site does not show.")
    unknown: Line = Field(description="The row of companies that Stripe does not know any more.")
    now: Text = Field(description="Of when the sums are that wait or are late.")
    untaxed: Line = Field(description="That the sums of partners are without VAT.")
    months: Text = Field(description="Which month a remittance is counted in.")
    teams: Text = Field(description="Which teams stand by themselves.")


class LedgerWords(Record):
    """content/<language>/ledger.yml"""

    title: Line = Field(description="The heading of a report.", examples=["Gåvor"])
    goal: Line = Field(description="The head of the column of goals.", examples=["Ändamål"])
    month: Line = Field(description="The head of the column of months.", examples=["Månad"])
    kind: Line = Field(description="The head of the column of kinds of giving.", examples=["Gåvoform"])
    gifts: Line = Field(description="The head of the column of how many gifts.", examples=["Antal"])
    gross: Line = Field(description="The head of the column of what was given.", examples=["Mottaget"])
    returned: Line = Field(description="The head of the column of what went back.", examples=["Återbetalt"])
    net: Line = Field(description="The head of the column of what is left.", examples=["Kvar"])
    total: Line = Field(description="The label of the last row.", examples=["Totalt"])
    no_goal: Line = Field(description="The row of gifts to no goal.", examples=["Där gåvan behövs mest"])
    gone: Line = Field(
        description="The row of a goal that the site no longer has; {goal} stands for its id.",
        json_schema_extra=placeholders("goal"),
    )
    kinds: dict[Identifier, Line] = Field(
        description="What the kinds of giving are called: one-off, monthly, payroll, partner.",
        examples=[{"one-off": "Engångsgåva", "monthly": "Månadsgåva"}],
    )
    all_time: Line = Field(description="What is said of a report without a first or last day.")
    since: Line = Field(
        description="The same without a last day; {first} stands for the first.",
        json_schema_extra=placeholders("first"),
    )
    until: Line = Field(
        description="The same without a first day; {last} stands for the last.",
        json_schema_extra=placeholders("last"),
    )
    synced: Line = Field(
        description="When the ledger was brought up to date; {time} stands for it.",
        json_schema_extra=placeholders("time"),
    )
    never_synced: Line = Field(description="What is said of a ledger that was never brought up to date.")
    old: Text = Field(
        description="What is said of a ledger more than a week old; {time} stands for its time.",
        json_schema_extra=placeholders("time"),
    )
    empty: Line = Field(description="What is said when there are no gifts.")
    rule: Text = Field(description="How what went back is counted.")
    date: Line = Field(description="The head of the column of days, in the file of gifts.", examples=["Dag"])
    id: Line = Field(description="The head of the column of Stripe's ids.", examples=["Id"])
    currency: Line = Field(description="The head of the column of currencies.", examples=["Valuta"])
    returned_on: Line = Field(description="The head of the column of the day when money last went back.")
    companies: CompaniesWords = Field(description="The words of the reports of companies.")
