"""Packs that are damaged, hostile or newer: nothing is taken in, and it is said why."""

import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest

from assistant.domain.errors import BadInput
from assistant.packs import reading
from assistant.workflows.packing import pack_calls
from assistant.workflows.unpacking import unpack
from tests.fakes.two_stores import Two, a_call, two_stores

Members = dict[str, bytes]


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with ExitStack() as opened:
        yield two_stores(tmp_path_factory.mktemp("two"), opened)


@pytest.fixture(scope="module")
def members(two: Two) -> Members:
    """What is in a good pack."""
    call_id = a_call(two.rep, "authority: Ines signs")
    path = pack_calls(two.rep, [call_id], two.folder / "good.zip")
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture
def refused(two: Two, tmp_path: Path) -> Callable[..., str]:
    """Why a pack is refused, once it is seen that it changed nothing and left nothing."""

    def why(given: Members | bytes) -> str:
        path = tmp_path / "pack.zip"
        path.write_bytes(given if isinstance(given, bytes) else zipped(given))
        with pytest.raises(BadInput) as raised:
            unpack(two.manager, path)
        assert two.manager.store.calls() == ()
        assert (two.manager.store.leads(), two.manager.store.accounts()) == ((), ())
        assert [one.name for one in tmp_path.iterdir()] == ["pack.zip"]
        return raised.value.reason

    return why


def zipped(members: Members) -> bytes:
    import io

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return out.getvalue()


def relisted(members: Members) -> Members:
    """The members with a list of them that is right."""
    manifest = json.loads(members["manifest.json"])
    others = {name: data for name, data in members.items() if name != "manifest.json"}
    manifest["members"] = [
        {"name": name, "size": len(data), "sha256": sha256(data).hexdigest()}
        for name, data in others.items()
    ]
    return others | {"manifest.json": json.dumps(manifest).encode()}


def call_in(members: Members) -> str:
    return next(name for name in members if name.startswith("calls/"))


def changed(members: Members, change: Callable[[Any], object]) -> Members:
    """The members with a change in the call."""
    name = call_in(members)
    call = json.loads(members[name])
    change(call)
    return relisted(members | {name: json.dumps(call).encode()})


def manifest_with(members: Members, /, **facts: object) -> Members:
    manifest = json.loads(members["manifest.json"]) | facts
    return members | {"manifest.json": json.dumps(manifest).encode()}


def test_a_newer_pack_is_refused_with_the_reason(
    members: Members, refused: Callable[..., str]
) -> None:
    newer = manifest_with(members, schema="assistant.pack/2", program="3.1", moods=["calm"])

    why = refused(newer)

    assert "newer version of the assistant (3.1)" in why
    assert "assistant.pack/2" in why
    assert "Update the assistant" in why


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"schema": "assistant.annotation/1"}, "no pack of calls"),
        ({"schema": 1}, "no pack of calls"),
        ({"schema": "assistant.pack/-1"}, "no pack of calls"),
        ({"by": {}}, "is not as it should be"),
        ({"mood": "calm"}, "is not as it should be"),
        ({"members": []}, "not what its list of members says"),
    ],
)
def test_a_manifest_that_is_none(
    members: Members, refused: Callable[..., str], facts: dict[str, object], words: str
) -> None:
    assert words in refused(manifest_with(members, **facts))


def test_other_zip_files_and_other_files(members: Members, refused: Callable[..., str]) -> None:
    assert "no manifest.json" in refused({"calls.txt": b"Dana: Hi"})
    assert "no pack of calls" in refused(b"")
    assert "no pack of calls" in refused(b"PK\x03\x04 and no more")
    assert "cannot be read" in refused({"manifest.json": b"[1, 2"})
    assert "damaged" in refused(zipped(members)[:-200])


def test_a_wrong_checksum(members: Members, refused: Callable[..., str]) -> None:
    name = call_in(members)
    data = members[name].replace(b"forty", b"fifty")
    assert data != members[name]

    assert "its checksum is another one" in refused(members | {name: data})


def test_a_member_more_or_less(members: Members, refused: Callable[..., str]) -> None:
    less = {name: data for name, data in members.items() if not name.startswith("leads/")}
    for given in (members | {f"calls/{uuid4()}.json": b"{}"}, less):
        assert "not what its list of members says" in refused(given)


@pytest.mark.parametrize(
    "name",
    [
        *("../../etc/passwd", "/etc/passwd", "C:/a.json", "calls\\..\\a.json", "calls/a.json"),
        *("calls/../leads/x.json", "moods/a.json", "calls/", "banks/../a.json", "banks/a b.json"),
    ],
)
def test_names_that_no_pack_has(members: Members, refused: Callable[..., str], name: str) -> None:
    assert "a name that no pack has" in refused(relisted(members | {name: b"{}"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_the_same_name(
    members: Members, refused: Callable[..., str], tmp_path: Path
) -> None:
    import io

    out = io.BytesIO(zipped(members))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr(call_in(members), b"{}")

    assert "two members of the same name" in refused(out.getvalue())


def test_a_bomb(
    members: Members, refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = relisted(members | {f"calls/{uuid4()}.json": b" " * 3_000_000})
    assert len(zipped(bomb)) < 100_000
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000_000)
    assert "larger than 0 MB" in refused(bomb)

    # One that says that it is small is read no further than it says.
    manifest = json.loads(bomb["manifest.json"])
    for member in manifest["members"]:
        member["size"] = min(member["size"], 1000)
    lying = bomb | {"manifest.json": json.dumps(manifest).encode()}
    assert "checksum" in refused(lying)

    monkeypatch.setattr(reading, "MOST_UNPACKED", 1_000_000)
    assert "too large" in refused(bomb)


def test_a_bomb_that_says_how_large_it_is(members: Members, refused: Callable[..., str]) -> None:
    """Every size is allowed and every checksum right; it is a call, but for its draft."""
    call = json.loads(members[call_in(members)])
    call["draft"] = {"text": "a" * 20_000_000, "saved_at": "2026-03-10T15:00:00Z"}
    bomb = relisted(members | {call_in(members): json.dumps(call).encode()})
    assert len(zipped(bomb)) < 60_000

    assert "times as large as it is" in refused(bomb)


def test_a_list_of_very_many_members(
    members: Members, refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MOST_MEMBERS", 0)
    assert "more than 0 members" in refused(members)
    monkeypatch.setattr(reading, "MOST_PACKED", 10)
    assert "larger than 0 MB" in refused(members)


def test_deep_and_strange_json(members: Members, refused: Callable[..., str]) -> None:
    name = call_in(members)
    for data in (
        b"[" * 100_000 + b"]" * 100_000,
        b'{"versions": ' * 50_000,
        b"{",
        b'{"versions": NaN}',
        b'{"draft": "\\ud800"}',
        b"\xff\xfe",
    ):
        assert f"{name} is no JSON that can be read" in refused(relisted(members | {name: data}))


def set_at(*path: str | int, to: object) -> Callable[[Any], object]:
    def change(call: Any) -> None:
        for step in path[:-1]:
            call = call[step]
        call[path[-1]] = to

    return change


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (set_at("mood", to="calm"), "mood: Extra inputs are not permitted"),
        (set_at("versions", to=[]), "belongs to another call"),
        (set_at("versions", 0, "body", "id", to=str(uuid4())), "belongs to another call"),
        (set_at("sources", 0, "call_id", to=str(uuid4())), "belongs to another call"),
        (set_at("versions", 0, "body", "call_date", to="0001-01-01"), "no year that there is"),
        (set_at("versions", 0, "at", to="2026-03-10T10:00:00"), "no time zone"),
        (set_at("draft", "saved_at", to="0001-01-01T00:00:00Z"), "no year that there is"),
        (set_at("sources", 0, "turns", 0, "index", to=-1), "out of order"),
        (set_at("sources", 0, "turns", 0, "index", to=2), "out of order"),
        (set_at("sources", 0, "turns", 1, "text", to="budget: twelve"), "quotes other words"),
        (set_at("sources", 0, "turns", 0, "line", to=10**30), "cannot be kept"),
        (set_at("note_lines", 0, "number", to=1 << 20), "out of order"),
        (set_at("verdicts", 0, "bank_digest", to="none"), "bank is not in the pack"),
        (set_at("answers", 0, "read_at", to="2026-03-10T10:00:00"), "no time zone"),
        (set_at("answers", 0, "answer", "field", to="mood"), "Input should be"),
    ],
)
def test_a_call_that_no_store_wrote(
    members: Members,
    refused: Callable[..., str],
    change: Callable[[Any], object],
    words: str,
) -> None:
    assert words in refused(changed(members, change))


def test_a_call_of_a_lead_that_is_nowhere(members: Members, refused: Callable[..., str]) -> None:
    less = {name: data for name, data in members.items() if not name.startswith("leads/")}

    assert "not in the store" in refused(relisted(less))


def test_a_call_under_the_name_of_another(members: Members, refused: Callable[..., str]) -> None:
    name = call_in(members)
    others = {one: data for one, data in members.items() if one != name}

    assert "belongs to another call" in refused(
        relisted(others | {f"calls/{UUID(int=7)}.json": members[name]})
    )


def test_a_bank_under_the_name_of_another(members: Members, refused: Callable[..., str]) -> None:
    name = next(one for one in members if one.startswith("banks/"))

    assert "another bank" in refused(relisted(members | {"banks/abc.json": members[name]}))


def test_forgetting_in_somebody_elses_name(members: Members, refused: Callable[..., str]) -> None:
    stone = {
        "kind": "call",
        "id": str(uuid4()),
        "by": {"id": "x", "name": "X"},
        "at": "2026-03-10T10:00:00Z",
    }
    data = json.dumps({"tombstones": [stone]}).encode()

    assert "somebody else's name" in refused(relisted(members | {"forgotten.json": data}))


def test_a_good_pack_is_taken_in_after_all_that(two: Two, members: Members, tmp_path: Path) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(zipped(relisted(members)))

    assert len(unpack(two.manager, path).new) == 1
