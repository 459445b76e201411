"""The words of payroll giving: its page, the calculator, and the tool for payroll offices."""

from __future__ import annotations

from pydantic import Field

from yhdessa.model.fields import Identifier, Line, Record, Text, placeholders
from yhdessa.model.payroll_problems import LineProblemWords


class TaxWords(Record):
    """What is said of one tax rule: its conditions, and of each sum a month whether it is enough."""

    name: Line = Field(description="The heading.", examples=["Om du betalar skatt i Sverige"])
    text: Text = Field(
        description="The conditions; {minimum_gift} and {minimum_year} stand for the limits.",
        json_schema_extra=placeholders("minimum_gift", "minimum_year"),
    )
    never: Line = Field(
        description="Of a sum that is below the limit of each gift; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )
    too_little: Line = Field(
        description="Of a sum that, alone, stays below the limit of a year; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )
    enough: Line = Field(
        description="Of a sum that reaches both limits; {amount} stands for it.",
        json_schema_extra=placeholders("amount"),
    )


class PayTableWords(Record):
    """The table of what a share of the pay comes to."""

    title: Line = Field(description="The heading over the table.", examples=["Vad blir det i euro?"])
    text: Text = Field(description="How to read it.")
    salary: Line = Field(
        description="The heading of the column of salaries.", examples=["Bruttolön i månaden"]
    )
    note: Text = Field(description="What the sums leave out: they are before any effect of tax.")
    matched: Line = Field(
        description="A year's gifts with what the employer adds; {amount} stands for the sum.",
        examples=["{amount} om året med arbetsgivarens del"],
        json_schema_extra=placeholders("amount"),
    )
    matching: Text = Field(
        description="What the employer is taken to add; {share} stands for its share of the gifts.",
        json_schema_extra=placeholders("share"),
    )


class PayCalculatorWords(Record):
    """The calculator on the page, which works in the browser alone."""

    title: Line = Field(description="The heading over the calculator.", examples=["Räkna på din lön"])
    text: Text = Field(description="That the salary stays in the page.")
    salary: Line = Field(description="The label of the salary.", examples=["Din bruttolön i månaden"])
    gift: Line = Field(description="The label of the sums and shares offered.", examples=["Din gåva"])
    matching: Line = Field(
        description="The label of the choice that the employer adds to it; {share} stands for how much.",
        json_schema_extra=placeholders("share"),
    )
    result: Line = Field(
        description="The answer; {month} and {year} stand for the sums.",
        examples=["{month} i månaden, {year} om året"],
        json_schema_extra=placeholders("month", "year"),
    )
    matched: Line = Field(
        description="The answer with what the employer adds; {month} and {year} stand for the sums.",
        json_schema_extra=placeholders("month", "year"),
    )
    unread: Line = Field(
        description="What is said of a salary that cannot be read; {example} stands for one that can.",
        json_schema_extra=placeholders("example"),
    )


class PayToolWords(Record):
    """The page of the tool for payroll offices, which works in the browser alone."""

    privacy_title: Line = Field(description="The heading over what happens to the file.")
    privacy: list[Text] = Field(description="That the file stays in the browser.", min_length=1)
    columns_title: Line = Field(description="The heading over what the file must hold.")
    columns: list[Text] = Field(description="The file's columns, one by one.", min_length=1)
    example: Line = Field(description="What the example of a file is called.")
    reference: Line = Field(description="The heading of the column of references.", examples=["Referens"])
    salary: Line = Field(description="The heading of the column of salaries.", examples=["Bruttolön"])
    pledge: Line = Field(description="The heading of the column of what was promised.", examples=["Löfte"])
    amount: Line = Field(description="The heading of the column of gifts.", examples=["Belopp"])
    run_title: Line = Field(description="The heading over the tool itself.")
    file: Line = Field(description="The label of the field for the file.")
    hint: Text = Field(
        description="What kind of file it may be; {limit} stands for its megabytes.",
        json_schema_extra=placeholders("limit"),
    )
    wait: Line = Field(description="What is said while the file is read.")
    nothing_taken: Line = Field(description="What is said beside problems: no gift was taken.")
    at_line: Line = Field(
        description="A problem and its line; {line} and {problem} stand for them.",
        examples=["Rad {line}: {problem}"],
        json_schema_extra=placeholders("line", "problem"),
    )
    more: Line = Field(
        description="How many problems are not listed; {n} stands for it.",
        json_schema_extra=placeholders("n"),
    )
    result_title: Line = Field(description="The heading over the gifts.")
    result: Line = Field(
        description="What the gifts come to; {n} and {amount} stand for how many and how much.",
        examples=["{n} gåvor, sammanlagt {amount}"],
        json_schema_extra=placeholders("n", "amount"),
    )
    shown: Line = Field(
        description="That only the first gifts are shown; {n} stands for how many.",
        json_schema_extra=placeholders("n"),
    )
    save: Line = Field(description="The button that saves the gifts as a file.")
    file_name: Identifier = Field(
        description="The name of that file, without its ending.", examples=["gavor"]
    )
    saved: Line = Field(description="What is said when it is saved.")
    own_title: Line = Field(description="The heading over what comes after the file.")
    own: Text = Field(description="What to do with the saved file.")
    without_title: Line = Field(description="The heading over what to do without the tool.")
    without: Text = Field(
        description="How a spreadsheet does the same; {formula} stands for its formula.",
        json_schema_extra=placeholders("formula"),
    )
    round_function: Line = Field(
        description="What spreadsheets in the language call rounding.", examples=["AVRUNDA"]
    )
    back: Line = Field(description="The link back to the page of payroll giving.")


class PayrollWords(Record):
    """content/<language>/payroll.yml; its title and lead are in pages.yml"""

    choices_title: Line = Field(description="The heading over the sums and shares offered.")
    choices_note: Text = Field(description="That something else can be agreed on.")
    monthly: Line = Field(
        description="A sum a month; {amount} stands for it.",
        examples=["{amount} i månaden"],
        json_schema_extra=placeholders("amount"),
    )
    permille: Line = Field(
        description="A share of the pay; {share} stands for it.",
        examples=["{share} av bruttolönen"],
        json_schema_extra=placeholders("share"),
    )
    employer_title: Line = Field(description="The heading over what the employer does.")
    employer: list[Text] = Field(description="What the employer does, step by step.", min_length=1)
    employee_title: Line = Field(description="The heading over what the employee does.")
    employee: list[Text] = Field(description="What the employee does, step by step.", min_length=1)
    revocable_title: Line = Field(description="The heading over how to stop.")
    revocable: Text = Field(description="That the consent can be taken back at any time, and what follows.")
    privacy_title: Line = Field(description="The heading over what we are told, and what not.")
    privacy: Text = Field(description="That a salary never reaches us, and what does.")
    table: PayTableWords = Field(description="The words of the table of salaries and shares.")
    calculator: PayCalculatorWords = Field(description="The words of the calculator.")
    tool_title: Line = Field(description="The heading over the way to the tool for payroll offices.")
    tool_text: Text = Field(description="What the tool does, in a sentence or two.")
    tool_link: Line = Field(description="The link to the tool.")
    tool: PayToolWords = Field(description="The words of the tool for payroll offices.")
    problems: LineProblemWords = Field(description="What is wrong in a file of gifts, by what it is.")
    since: Line = Field(
        description="From when a tax rule holds; {date} stands for the day.",
        examples=["Gäller från och med {date}"],
        json_schema_extra=placeholders("date"),
    )
    between: Line = Field(
        description="From when to when, of one that ends; {dates} stands for the days.",
        examples=["Gäller {dates}"],
        json_schema_extra=placeholders("dates"),
    )
    read: Line = Field(
        description="When somebody read its source; {date} stands for the day.",
        examples=["Läst {date}"],
        json_schema_extra=placeholders("date"),
    )
    contact_title: Line = Field(description="The heading over how an employer begins.")
    contact: Text = Field(description="How an employer begins; the address stands under it.")
    tax: dict[Identifier, TaxWords] = Field(
        default_factory=dict, description="What is said of tax, by the same ids."
    )
