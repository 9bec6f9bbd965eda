"""Files, functions and classes stay small enough to be read in one go. These numbers only ever go down."""

import ast

import pytest

from tests.architecture.source import FOLDERS, Function, length, modules

FILE_LINES = 400
FUNCTION_LINES = 50
USUAL_FUNCTION_LINES = 30
USUAL_SHARE = 0.9
CLASS_METHODS = 30


def test_every_file_is_short_enough_to_be_about_one_thing() -> None:
    lengths = {module.name: module.text.count("\n") for module in modules()}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > FILE_LINES} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{module.at(function)} {function.name}: {length(function)} lines"
        for module in modules()
        for function in module.functions
        if length(function) > FUNCTION_LINES
    ]
    assert long == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_nine_functions_in_ten_are_short(folder: str) -> None:
    lengths = sorted(
        length(function)
        for module in modules()
        if module.name.startswith(f"{folder}/")
        for function in module.functions
    )
    short = [lines for lines in lengths if lines <= USUAL_FUNCTION_LINES]
    assert len(short) >= USUAL_SHARE * len(lengths)


def test_no_class_does_everything() -> None:
    large = [
        f"{module.at(each)} {each.name}: {methods} methods"
        for module in modules()
        for each in module.classes
        if (methods := sum(isinstance(part, Function) for part in each.body)) > CLASS_METHODS
    ]
    assert large == []


def test_every_file_says_what_it_is_for() -> None:
    assert [module.name for module in modules() if not ast.get_docstring(module.tree)] == []
