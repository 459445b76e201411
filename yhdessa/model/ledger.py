"""The ledger's words: what reports of gifts call things, on a terminal and in the files for bookkeeping."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders


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
