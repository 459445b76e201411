"""Every component, by its named examples."""

from __future__ import annotations

import pytest

from tests.view.examples import COMPONENT_EXAMPLES, EXAMPLES, TEMPLATES, render_component
from tests.view.parsed import Element, parse


def shown(name: str, example: str) -> Element:
    return parse(render_component(name, example))


def test_every_component_has_examples():
    files = {path.stem for path in (TEMPLATES / "components").glob("*.html")}
    assert files == set(EXAMPLES)


@pytest.mark.parametrize(
    ("name", "example"), [made for made in COMPONENT_EXAMPLES if made[0] != "described_by"]
)
def test_an_example_is_well_formed_and_brings_no_script(name: str, example: str):
    document = shown(name, example)
    document.by_id()
    assert not document.all("script", "style", "iframe")
    assert all(image["src"].startswith("/") for image in document.all("img"))
    assert not [
        attribute
        for element in document.elements
        for attribute in element.attributes
        if attribute == "style" or attribute.startswith("on")
    ]


@pytest.mark.parametrize(
    ("name", "example", "text"),
    [
        ("card", "hostile name", "<script>alert(1)</script>"),
        ("card", "hostile name", '" onclick="alert(1)'),
        ("partner_wall", "awkward names", "<script>alert('partner')</script>"),
        ("sources", "two", "Den andra utgivaren <2026>"),
    ],
)
def test_markup_in_a_text_is_shown_as_it_was_written(name: str, example: str, text: str):
    assert text in shown(name, example).text


def test_a_wall_keeps_names_whole_however_awkward():
    wall = shown("partner_wall", "awkward names")
    assert [name.text for name in wall.with_class("wall-name")] == [
        partner.name for partner in EXAMPLES["partner_wall"]["awkward names"].argument.partners
    ]


def test_a_wall_marks_invented_partners_and_links_only_those_with_an_address():
    boxes = shown("partner_wall", "awkward names").one("ul").all("li")
    assert [[mark.text for mark in box.with_class("example")] for box in boxes] == [["[example]"]] * 3 + [[]]
    assert [[link["href"] for link in box.all("a")] for box in boxes] == [
        [],
        ["https://example.org/?a=1&b=2"],
        [],
        [],
    ]


def test_a_logo_says_the_partners_name_and_stands_in_the_same_box():
    image = shown("partner_wall", "a logo").one("ul").all("img")[0]
    assert image["alt"] == "Bageri <Exempel>"
    assert image["src"] == "/assets/partners/bageri.svg"
    assert image["class"] == "wall-logo"
    assert (image["width"], image["height"]) == ("102", "51"), "its place is kept while it is fetched"


def test_the_headings_over_what_a_tier_brings_and_asks_say_whose_they_are():
    for name, example in EXAMPLES["tier"].items():
        tier = example.argument
        lists = ["benefits", "asked_of_partner"] if tier.asked else ["benefits"]
        headings = [heading.text for heading in shown("tier", name).all("h4")]
        assert headings == [f"[{each}]: {tier.name}" for each in lists]
    assert {bool(example.argument.asked) for example in EXAMPLES["tier"].values()} == {True, False}


def test_a_form_without_errors_has_no_summary():
    assert render_component("error_summary", "no errors").strip() == ""


def test_the_error_summary_comes_first_and_takes_the_focus():
    first = next(shown("form", "with errors").elements)
    assert (first["role"], first["tabindex"], "autofocus" in first.attributes) == ("alert", "-1", True)
    assert first.one("h2").text == "Kontrollera de här punkterna"


def test_the_error_summary_leads_to_the_fields_in_their_order():
    form = shown("form", "with errors")
    links = form.by_id()["error-summary"].parent.all("a")
    assert [link.text for link in links] == ["Välj en summa.", "Vi förstod inte summan."]
    assert [form.by_id()[link["href"].removeprefix("#")].tag for link in links] == ["input", "input"]
    assert [link["href"] for link in links] == ["#amount-0", "#other_amount"]


def test_a_form_posts_without_the_browsers_own_messages():
    form = shown("form", "empty").one("form")
    assert (form["method"], form["action"], "novalidate" in form.attributes) == ("post", "/api/donate", True)
    hidden = [field for field in form.all("input") if field["type"] == "hidden"]
    assert {field["name"]: field["value"] for field in hidden} == {"language": "sv", "goal": "no-loneliness"}
    assert form.one("button")["type"] == "submit"


@pytest.mark.parametrize("example", ["empty", "with errors"])
def test_every_field_has_a_label_and_every_description_exists(example: str):
    form = shown("form", example)
    known = form.by_id()
    labels = {label["for"] for label in form.all("label")}
    assert labels == {field["id"] for field in form.all("input") if field["type"] != "hidden"}
    described = [name for element in form.elements for name in element.get("aria-describedby").split()]
    assert described
    assert set(described) <= set(known)


def test_radio_buttons_stand_in_a_fieldset_under_their_question():
    group = shown("radios", "one chosen").one("fieldset")
    assert group.one("legend").text == "Hur mycket vill du ge?"
    assert [button["id"] for button in group.all("input")] == ["amount-0", "amount-1"]
    assert [button["value"] for button in group.all("input") if "checked" in button.attributes] == ["5000"]
    assert "aria-invalid" not in group.attributes


def test_wrong_radio_buttons_say_so_once_for_the_group():
    group = shown("radios", "with an error").one("fieldset")
    assert (group["role"], group["aria-invalid"]) == ("radiogroup", "true")
    assert group["aria-describedby"] == "amount-hint amount-error"
    assert group.by_id()["amount-error"].text == "Fel: Välj en summa."


def test_a_wrong_text_keeps_what_was_written():
    field = shown("text_input", "with an error").one("input")
    assert field["value"] == "ett <hundra>"
    assert (field["id"], field["name"], field["aria-invalid"]) == ("other_amount", "other_amount", "true")
    assert field["aria-describedby"] == "other_amount-hint other_amount-error"


@pytest.mark.parametrize(
    ("example", "attributes"),
    [
        ("nothing", ""),
        ("hint", ' aria-describedby="amount-hint"'),
        ("error", ' aria-describedby="amount-error" aria-invalid="true"'),
        ("both", ' aria-describedby="amount-hint amount-error" aria-invalid="true"'),
    ],
)
def test_a_field_is_described_by_what_is_there(example: str, attributes: str):
    assert render_component("described_by", example).rstrip() == attributes


def test_a_helpline_that_can_be_dialled_is_a_link():
    (link,) = shown("helpline", "number to dial").all("a")
    assert (link["href"], link.text) == ("tel:112", "112")


@pytest.mark.parametrize("example", ["example without a number", "number that cannot be dialled"])
def test_a_helpline_that_cannot_be_dialled_is_no_link(example: str):
    assert not shown("helpline", example).all("a")


def test_an_invented_helpline_is_marked():
    assert "[example]" in shown("helpline", "example without a number").one("h2").text
    assert "[example]" not in shown("helpline", "number to dial").text


def test_a_quotation_is_marked_with_the_language_it_was_said_in():
    quote = shown("quote", "in another language")
    assert quote.one("blockquote")["lang"] == "fi"
    assert quote.one("figcaption").text == "Vapaaehtoinen [example]"
    assert not shown("quote", "without attribution").all("figcaption")


def test_the_language_switch_names_each_language_in_itself():
    links = shown("language_switch", "three languages").all("a")
    assert [(link["lang"], link["hreflang"], link.text) for link in links] == [
        ("fi", "fi", "suomi"),
        ("sv", "sv", "svenska"),
        ("en", "en", "English"),
    ]
    assert [link.text for link in links if link.get("aria-current") == "true"] == ["svenska"]


def test_the_path_ends_in_the_page_itself():
    links = shown("breadcrumbs", "two steps").one("ol").all("a")
    assert [link.get("aria-current") for link in links] == ["", "page"]


def test_the_pager_leaves_out_what_is_not_there():
    assert [link["rel"] for link in shown("pager", "both ways").all("a")] == ["prev", "next"]
    assert [link["rel"] for link in shown("pager", "first goal").all("a")] == ["next"]
    assert [link["rel"] for link in shown("pager", "last goal").all("a")] == ["prev"]


def test_a_news_item_has_a_day_for_machines():
    day = shown("news_list", "one item").one("time")
    assert (day["datetime"], day.text) == ("2026-11-16", "16 november 2026")


def test_a_display_title_is_one_heading_of_several_lines():
    title = shown("display_title", "two lines").one("h1")
    assert title.text == "För att ingen ska stå ensam"
    assert [line.text for line in title.with_class("display-line")] == ["För att ingen", "ska stå ensam"]


@pytest.mark.parametrize("example", EXAMPLES["illustration"])
def test_a_drawing_says_nothing_to_a_screen_reader(example: str):
    drawing = shown("illustration", example)
    assert (drawing.one("svg")["aria-hidden"], drawing.one("svg")["focusable"]) == ("true", "false")
    assert drawing.text == ""


def test_each_goal_has_a_drawing_of_its_own_and_any_other_number_the_common_one():
    names = [name for name in EXAMPLES["illustration"] if name.startswith("goal")]
    assert len({render_component("illustration", name) for name in names}) == len(names)
    assert shown("illustration", "goal beyond the drawings").with_class("art-window")
    assert shown("card", "goal beyond the drawings").with_class("art-window")
    assert not shown("card", "without word and drawing").all("svg")
