"""Colours: contrast as WCAG reckons it, and the darker shade that is offered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yhdessa.model.honesty.colours import NEEDED, contrast_to_white, darker

#: Known ratios: https://webaim.org/resources/contrastchecker/
KNOWN = {"#000000": 21.0, "#ffffff": 1.0, "#767676": 4.54, "#777777": 4.48, "#ff0000": 4.0, "#0000ff": 8.59}


@pytest.mark.parametrize("colour", KNOWN)
def test_the_contrast_is_wcags(colour: str) -> None:
    assert contrast_to_white(colour) == pytest.approx(KNOWN[colour], abs=0.005)


@given(st.integers(0, 0xFFFFFF))
def test_the_shade_that_is_offered_has_enough_contrast_and_is_no_darker_than_it_must(colour: int) -> None:
    written = f"#{colour:06x}"
    offered = darker(written)
    assert contrast_to_white(offered) >= NEEDED
    if contrast_to_white(written) >= NEEDED:
        assert offered == written
    else:
        assert contrast_to_white(offered) < NEEDED + 0.2
