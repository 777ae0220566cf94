"""Consent as it was noted, and the files that calls were written to."""

from uuid import uuid4

import pytest

from assistant.domain.calls import Call, Consent
from assistant.domain.errors import NotFound
from assistant.domain.privacy import KnownFile
from assistant.domain.store import Store
from tests.storage.samples import MAX, NOW, a_call, a_consent


@pytest.fixture
def call(store: Store) -> Call:
    call = a_call()
    store.save_call(call)
    return call


def test_what_was_noted_about_consent_is_kept_and_the_last_counts(store: Store, call: Call) -> None:
    agreed = a_consent(call)
    withdrawn = a_consent(call, consent=Consent.WITHDRAWN, said_by="Lena", words="Stop", by=MAX)
    for entry in (agreed, withdrawn):
        store.note_consent(entry)

    assert store.consents(call.id) == (agreed, withdrawn)
    found = store.call(call.id)
    assert found is not None
    assert found.consent is Consent.WITHDRAWN


def test_consent_belongs_to_a_call(store: Store) -> None:
    with pytest.raises(NotFound):
        store.note_consent(a_consent(a_call()))


@pytest.mark.parametrize(
    ("consent", "given"),
    [
        (Consent.ASKED_AND_AGREED, True),
        (Consent.NOTICE_GIVEN, True),
        (Consent.NOT_NEEDED, True),
        (Consent.WITHDRAWN, False),
        (Consent.UNKNOWN, False),
    ],
)
def test_a_call_may_be_read_where_consent_is_given(consent: Consent, given: bool) -> None:
    assert consent.is_given is given


def test_of_a_file_the_last_that_is_known_counts(store: Store) -> None:
    first = KnownFile(path="/out/a.zip", kind="pack", at=NOW, calls=(uuid4(),))
    backup = KnownFile(path="/out/b.sqlite", kind="backup", at=NOW)
    again = first.model_copy(update={"calls": (uuid4(), uuid4())})
    for known in (first, backup, again):
        store.remember_file(known)

    assert store.known_files() == (again, backup)

    store.drop_file("/out/a.zip")
    assert store.known_files() == (backup,)


def test_a_file_may_hold_the_calls_that_it_names_or_any(store: Store) -> None:
    one, other = uuid4(), uuid4()
    pack = KnownFile(path="/out/a.zip", kind="pack", at=NOW, calls=(one,))

    assert pack.may_hold(frozenset({one, other}))
    assert not pack.may_hold(frozenset({other}))
    assert pack.model_copy(update={"calls": None}).may_hold(frozenset({other}))
