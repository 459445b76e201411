"""What is wrong in a file of gifts, in words: a field for each code of `yhdessa.payroll.problems`."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Line, Record, placeholders


class LineProblemWords(Record):
    """What is wrong in a file of gifts, each problem in a sentence or two that say what to do."""

    empty: Line = Field(description="The file has no gift in it.")
    too_big: Line = Field(
        description="The file is too large; {limit} stands for the megabytes.",
        json_schema_extra=placeholders("limit"),
    )
    spreadsheet: Line = Field(description="The file is a workbook, and not a table of plain text.")
    not_text: Line = Field(description="The file is no text at all.")
    encoding: Line = Field(description="The file's letters cannot be read.")
    too_many_lines: Line = Field(
        description="The file has too many lines; {limit} stands for how many it may have.",
        json_schema_extra=placeholders("limit"),
    )
    too_much: Line = Field(
        description="The gifts come to more than an invoice takes; {limit} stands for that.",
        json_schema_extra=placeholders("limit"),
    )
    long_line: Line = Field(description="The line is far too long.")
    quotes: Line = Field(description="A quotation mark is not closed.")
    columns: Line = Field(description="The line has not two columns.")
    pay_columns: Line = Field(description="The line of a payroll file has not three columns.")
    formula: Line = Field(
        description="A cell is a formula; {read} stands for it.", json_schema_extra=placeholders("read")
    )
    no_reference: Line = Field(description="The reference is missing.")
    reference: Line = Field(
        description="The reference has other signs than it may have; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    name: Line = Field(description="The reference looks like a name, or it is a total.")
    personal: Line = Field(description="The reference looks like a personal identity code.")
    email: Line = Field(description="The reference is an e-mail address.")
    duplicate: Line = Field(
        description="The reference stands twice; {read} stands for it, {other} for the earlier line.",
        json_schema_extra=placeholders("read", "other"),
    )
    no_amount: Line = Field(description="The amount is missing.")
    amount: Line = Field(
        description="The amount cannot be read; {read} stands for it.", json_schema_extra=placeholders("read")
    )
    ambiguous: Line = Field(
        description="The amount could be read in two ways; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    currency: Line = Field(
        description="The amount is in another currency; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    negative: Line = Field(
        description="The amount is below nought; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    zero: Line = Field(
        description="The amount is nought, or rounds to it; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    too_large: Line = Field(
        description="The amount is larger than one gift can be; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    no_salary: Line = Field(description="The salary that a per mille is reckoned from is missing.")
    salary: Line = Field(
        description="The salary cannot be read; {read} stands for it.", json_schema_extra=placeholders("read")
    )
    no_pledge: Line = Field(description="The pledge is missing.")
    pledge: Line = Field(
        description="The pledge is no sum and no whole per mille; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
    over_pay: Line = Field(
        description="The gift is larger than the salary; {read} stands for it.",
        json_schema_extra=placeholders("read"),
    )
