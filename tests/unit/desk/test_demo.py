"""The demo never mixes with a case of somebody's."""

import pytest

from rebond.casefile.case import open_case
from rebond.desk.bring_in import bring_in
from rebond.desk.demo import LISTENING, refuse_other_cases, show
from rebond.errors import CaseOfYourOwn


def test_a_case_of_somebody_s_is_refused_before_anything_is_written(tmp_path):
    case, export = open_case(tmp_path / "case"), tmp_path / "mine.csv"
    export.write_text("date,text\n2025-10-01T10:00:00Z,one\n2025-10-01T11:00:00Z,two\n")
    bring_in(case, (export,), "UTC", step=lambda _: None)
    before = sorted(case.folder.rglob("*"))
    with pytest.raises(CaseOfYourOwn):
        show(case.folder, step=lambda _: None)
    assert sorted(case.folder.rglob("*")) == before


def test_an_empty_case_and_an_earlier_demo_are_not(tmp_path):
    case, export = open_case(tmp_path / "case"), tmp_path / LISTENING
    refuse_other_cases(case)
    export.write_text("date,text\n2025-10-01T10:00:00Z,one\n2025-10-01T11:00:00Z,two\n")
    bring_in(case, (export,), "UTC", step=lambda _: None)
    refuse_other_cases(case)
