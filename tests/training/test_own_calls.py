"""A team's own calls go from the store into training: found, decided on, exported, read."""

from datetime import date
from pathlib import Path

from assistant.domain.fields import Field, Kind
from assistant.domain.people import Who
from assistant.settings.loading import LoadedSettings
from assistant.settings.settings import Settings
from assistant.training.corpus import read_corpus
from assistant.workflows import deciding
from assistant.workflows.annotating import AnnotateOptions, annotate_text
from assistant.workflows.corpus_export import ExportOptions, export_corpus, write_files
from assistant.workflows.deciding import AnswerEdit
from assistant.workflows.saving import save_annotation
from assistant.workflows.wiring import Workbench
from tests.fakes.reading import WordExtractor

SHIPPED = """\
id: a-001
call_date: 2026-03-12
product: boats
rep: Ana
speakers: Ana (rep), Bo (prospect)
style: clean
criteria: budget=unknown authority=unknown need=met timeline=unknown
---
Bo: {{need|yes|firm|leaks}}it leaks{{/}}
"""
SAID = "Dana: hello\nLuis: need: late trucks; budget: forty\nLuis: intent: none, says Dana\n"


def test_corrections_are_learned_from_beside_the_shipped_calls(tmp_path: Path) -> None:
    for part in ("train", "dev"):
        (tmp_path / "shipped" / part).mkdir(parents=True)
        (tmp_path / "shipped" / part / "a-001.call").write_text(SHIPPED, encoding="utf-8")
    own = tmp_path / "own"
    own.mkdir()
    settings = Settings(me=Who(id="dana", name="Dana"), store=tmp_path / "store.db")
    bench = Workbench(LoadedSettings(settings=settings, origins={}), extractor=WordExtractor())
    options = AnnotateOptions(call_date=date(2026, 3, 12), kind=Kind.CALL)
    call_id = save_annotation(bench, annotate_text(bench, SAID, options))
    need, budget, intent = (one.id for one in bench.store.answers(call_id))
    deciding.confirm(bench, call_id, need)
    deciding.reject(bench, call_id, budget)
    deciding.edit(bench, call_id, intent, AnswerEdit(field=Field.OBJECTION))
    write_files(export_corpus(bench, [], ExportOptions(reviewed_only=True)).files, own)
    bench.close()

    corpus = read_corpus(tmp_path / "shipped", [own])

    [shipped], [exported] = corpus.train, corpus.also
    assert (shipped.id, exported.id) == ("a-001", f"{call_id}-transcript")
    assert [call.id for call in corpus.dev] == ["a-001"]
    assert [(mark.field, mark.turn, mark.quote[:4]) for mark in exported.answers] == [
        (Field.NEED, 1, "late"),
        (Field.OBJECTION, 2, "none"),
    ]
