"""The rules on the corpus: given perfect answers, they conclude what people concluded."""

import pytest

from benchmarks.criteria_on_marks import CORPUS, accuracy, judge_folder, wrongly_met


@pytest.mark.parametrize("folder", ["train", "dev"])
def test_the_rules_conclude_what_people_do(folder: str) -> None:
    judged = list(judge_folder(CORPUS / folder))
    assert accuracy(judged) >= 0.97
    assert wrongly_met(judged) <= 0.02
