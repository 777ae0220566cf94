from collections.abc import Iterator
from typing import Annotated, Literal

import pytest
from pydantic import Field as Attribute
from pydantic import model_validator

from assistant.domain.frozen import Frozen
from assistant.yamlfile.checking import load_model, mistake
from assistant.yamlfile.problems import Problem, YamlProblems
from assistant.yamlfile.reading import YamlFile, parse_yaml


class Wheel(Frozen):
    size: int = Attribute(ge=10, le=30, examples=[26])
    colour: Literal["red", "blue"] = "red"


class Bike(Frozen):
    name: str = Attribute(min_length=1, examples=["Roadster"])
    code: str = Attribute(default="a.b", pattern=r"^[a-z_]+\.[a-z_]+$", examples=["road.fast"])
    wheels: tuple[Wheel, ...] = Attribute(default=(), examples=[[{"size": 26}]])
    bell: bool = False
    weight: float = Attribute(default=1, gt=0, allow_inf_nan=False)
    notes: tuple[str, ...] = ()
    parts: dict[Annotated[str, Attribute(pattern="^[a-z_]+$")], Wheel] = Attribute(
        default_factory=dict
    )
    source: str = Attribute(default="", alias="from")

    @model_validator(mode="after")
    def _no_penny_farthing(self) -> "Bike":
        if len({wheel.size for wheel in self.wheels}) > 1:
            raise mistake("has wheels of different sizes", "one size")
        return self


def told(text: str) -> list[str]:
    """All problems of a text as a bike, without the file's name."""
    with pytest.raises(YamlProblems) as caught:
        load_model(Bike, parse_yaml(text, "f"))
    return [str(problem).removeprefix("f:") for problem in caught.value.problems]


def test_a_file_in_order_is_the_model() -> None:
    bike = load_model(Bike, parse_yaml("name: X\nfrom: here\nwheels: [{size: 20}]\n", "f"))

    assert bike == Bike.model_validate({"name": "X", "from": "here", "wheels": (Wheel(size=20),)})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("nmae: X\nname: Y\n", "1: nmae: no such key. Write one of: "),
        ("name: X\nwheel: []\n", "2: wheel: no such key. Write wheels"),
        ("bell: true\n", "1: name: is missing. Write name: Roadster"),
        ("name: X\nwheels:\n  - {colour: red}\n", "3: size: is missing. Write size: 26"),
        ("name: 12\n", '1: name: must be text. Write "12"'),
        ("name: true\n", '1: name: must be text. Write "true"'),
        ("name: [a]\n", "1: name: must be text. Write Roadster"),
        ("name:\n", "1: name: has no value. Write Roadster"),
        ('name: ""\n', "1: name: must not be empty. Write Roadster"),
        ("name: X\ncode: Road Fast\n", "2: code: 'Road Fast' does not have the right form. Write "),
        ("name: X\ncode: A.B C\n", "2: code: 'A.B C' does not have the right form. Write a.b_c"),
        ("name: X\nbell: maybe\n", "2: bell: must be true or false"),
        ("name: X\nweight: much\n", "2: weight: must be a number"),
        ("name: X\nweight: .nan\n", "2: weight: must be a number"),
        ("name: X\nweight: 0\n", "2: weight: must be more than 0"),
        ("name: X\nnotes: one\n", "2: notes: must be a list. Write [one]"),
        ("name: X\nnotes:\n  - a\n  - 5\n", '4: notes: must be text. Write "5"'),
        ("name: X\nwheels: [5]\n", "2: wheels: must have keys of its own"),
        ("name: X\nwheels: [{size: 5}]\n", "2: size: must be 10 or more. Write 26"),
        ("name: X\nwheels: [{size: 50}]\n", "2: size: must be 30 or less. Write 26"),
        ("name: X\nwheels: [{size: 20.5}]\n", "2: size: must be a whole number. Write 26"),
        ("name: X\nwheels:\n  - size: 20\n    colour: rde\n",
            "4: colour: 'rde' cannot stand here. Write red"),
        ("name: X\nwheels: [{size: 20, colour: mauve}]\n",
            "2: colour: 'mauve' cannot stand here. Write one of: red, blue"),
        ("name: X\nwheels: [{size: 20}, {size: 21}]\n",
            "1: has wheels of different sizes. Write one size"),
        ("name: X\nparts: {Front Wheel: {size: 20}}\n",
            "2: Front Wheel: 'Front Wheel' does not have the right form. Write front_wheel"),
        ("name: X\nparts: {f: {size: 20, colur: red}}\n", "2: colur: no such key. Write colour"),
        ("name: X\nparts: {front: {size: 20, a b}}\n",
            "2: a b: no such key (a text with a comma needs quotes between { and })"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_place_and_remedy(text: str, problem: str) -> None:
    assert [each[: len(problem)] for each in told(text)] == [problem]


def test_every_mistake_is_told_at_once_by_line() -> None:
    text = "name: 5\nname: X\nbel: true\nwheels:\n  - size: 5\n    colour: rde\n  - {}\n"

    assert [problem.partition(":")[0] for problem in told(text)] == ["1", "2", "3", "5", "6", "7"]


def test_a_list_is_not_called_too_short_for_what_is_wrong_inside() -> None:
    class Shed(Frozen):
        bikes: tuple[int, ...] = Attribute(min_length=1)

    with pytest.raises(YamlProblems) as caught:
        load_model(Shed, parse_yaml("bikes: [x]\n", "f"))
    assert [each.message for each in caught.value.problems] == ["must be a whole number"]

    with pytest.raises(YamlProblems, match="at least 1 of them, and has 0"):
        load_model(Shed, parse_yaml("bikes: []\n", "f"))


def test_further_checks_run_whether_or_not_the_model_fits() -> None:
    def no_fives(yaml: YamlFile) -> Iterator[Problem]:
        for path in yaml.below(("wheels",)):
            if yaml.at((*path, "size")) == 5:
                yield yaml.problem((*path, "size"), "five is right out")

    with pytest.raises(YamlProblems) as caught:
        load_model(Bike, parse_yaml("nmae: X\nwheels:\n  - size: 5\n", "f"), no_fives)

    assert [(each.line, each.key) for each in caught.value.problems] == [
        (1, "name"),
        (1, "nmae"),
        (3, "size"),
        (3, "size"),
    ]


def test_members_of_a_union_are_no_part_of_the_place() -> None:
    class Either(Frozen):
        either: int | tuple[Wheel, ...]

    with pytest.raises(YamlProblems) as caught:
        load_model(Either, parse_yaml("either:\n  - size: x\n", "f"))

    assert {(each.line, each.key) for each in caught.value.problems} == {(1, "either"), (2, "size")}


def test_what_is_quoted_from_a_file_is_short_and_harmless() -> None:
    long = "x" * 500

    (problem,) = told(f"name: X\nbell: false\ncode: {long}\n")
    (other,) = told('name: X\n"be\u202ell": true\n')

    assert len(problem) < 200
    assert "\u202e" not in other


def test_the_error_is_a_bad_input_with_the_first_place() -> None:
    with pytest.raises(YamlProblems) as caught:
        load_model(Bike, parse_yaml("bell: true\nbel: 1\n", "bikes.yaml"))

    assert (caught.value.file, caught.value.line, caught.value.exit_code) == ("bikes.yaml", 1, 3)
    assert str(caught.value).count("bikes.yaml:") == 2
