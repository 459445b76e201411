"""The page of the tool for payroll offices: a payroll file becomes a list of gifts, in the browser alone."""

from __future__ import annotations

from yhdessa.l10n.percent import format_permille
from yhdessa.model.payroll import Payroll
from yhdessa.model.payroll_words import PayrollWords, PayToolWords
from yhdessa.pages.maker import Maker, there
from yhdessa.pages.payroll_script import (
    READER,
    TOOL,
    WORKBOOK,
    as_json,
    as_typed,
    megabytes,
    problem_words,
    script_rules,
)
from yhdessa.payroll.headings import is_heading
from yhdessa.view.chart import Table
from yhdessa.view.parts import Passage
from yhdessa.view.payroll import PayrollToolPage, PayTool

#: The references of the example: of nobody.
EXAMPLES = ("A-101", "A-102", "A-103")
#: The example's formula: salaries in column B, per mille in column C. In Excel ROUND takes halves up.
FORMULA = "={round}(B2*C2/1000;2)"


def payroll_tool_page(maker: Maker) -> PayrollToolPage:
    """The tool. Raises ValueError for a language without the words, whose page there is not."""
    facts, words = there(maker.content.payroll), there(maker.words.payroll)
    told, fill = words.tool, maker.texts.fill
    formula = FORMULA.replace("{round}", told.round_function)
    return PayrollToolPage(
        lead=maker.lead("payroll_tool"),
        privacy=Passage(told.privacy_title, lines=maker.fill_all(told.privacy)),
        columns=Passage(told.columns_title, lines=maker.fill_all(told.columns)),
        example=_example(maker, facts, told),
        tool=_tool(maker, words),
        own=Passage(told.own_title, fill(told.own), link=maker.link("payroll", told.back)),
        without=Passage(told.without_title, fill(told.without.replace("{formula}", formula))),
    )


def _example(maker: Maker, facts: Payroll, told: PayToolWords) -> Table:
    """A file of three lines, each with another pledge; read by the tool as it stands."""
    first, *others = (as_typed(salary) for salary in facts.salaries)
    shares = [format_permille(permille, maker.language) for permille in facts.permille]
    pledges = (shares[0], as_typed(facts.monthly[0]), shares[-1])
    salaries = (first, "", others[-1] if others else first)
    rows = tuple(zip(EXAMPLES, salaries, pledges, strict=True))
    return Table(told.example, (told.reference, told.salary, told.pledge), rows)


def _tool(maker: Maker, words: PayrollWords) -> PayTool:
    told, interface = words.tool, maker.words.interface
    return PayTool(
        title=told.run_title,
        label=told.file,
        hint=told.hint.replace("{limit}", megabytes(maker)),
        error_title=interface.error_title,
        error_label=interface.error_label,
        nothing_taken=told.nothing_taken,
        result_title=told.result_title,
        save=told.save,
        rules=script_rules(maker),
        words=_said(maker, words),
        reader=maker.script(READER),
        workbook=maker.script(WORKBOOK),
        script=maker.script(TOOL),
    )


def _said(maker: Maker, words: PayrollWords) -> str:
    """What the script says; what is in braces is filled by it."""
    told = words.tool
    heading = [told.reference, told.amount]
    said: dict[str, object] = {
        "wait": told.wait,
        "line": told.at_line,
        "more": told.more,
        "result": told.result,
        "shown": told.shown,
        "saved": told.saved,
        # One that no reader would know for a heading is left out of the file.
        "head": [told.reference, told.salary, told.pledge, told.amount],
        "heading": heading if is_heading(*heading) else [],
        "file": f"{told.file_name}.csv",
        "prefix": maker.words.interface.error_prefix,
        "problems": problem_words(maker, words),
    }
    return as_json(said)
