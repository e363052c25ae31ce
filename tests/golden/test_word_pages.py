"""The review in Word holds on two pages and one on its limits, as LibreOffice sets it: one simulated, two real crises.

The logs and sheets of the real ones are ours, written from what was public.
"""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

from rebond.desk.demo import show
from rebond.desk.request import Request
from rebond.desk.review import draw

OUTAGE = {
    "fiche.csv": "Question,Réponse\norganisation,Free\nnames,Freebox\naccounts,@freebox\nlanguages_owed,français\n"
    "title,Panne nationale Freebox du 19 juillet\n"
    "what_happened,Une panne nationale prive d'internet des abonnés pendant une heure et demie.\n"
    "happened_at,19 juillet 2024 à 18 h 50\ndeclared_exit,19 juillet 2024 à 20 h 45\ntarget_detect,15 min\n"
    "target_answer,1 h\nwatched_by,équipe réseaux sociaux de 9 h à 19 h\nauthor,direction de la communication\n"
    "circulation,comité exécutif\ncosts,geste commercial non chiffré\n",
    "journal.csv": "Date,Heure,Ce qui a été fait,Nature,Visibilité,Canal,Langue\n"
    "19 juillet 2024,entre 18 h 50 et 19 h 50,Le service client signale une vague d'appels,Détection,Interne,,\n"
    "19 juillet 2024,20 h 10,Déclaration d'attente,Déclaration d'attente,Publique,X,français\n"
    "19 juillet 2024,20 h 45,Le service est rétabli,Mise à jour,Publique,X,français\n"
    "20 juillet 2024,matin,Excuses aux abonnés,Excuses,Publique,X,français\n"
    "22 juillet 2024,entre 9 h et 11 h,Réunion de crise avec les équipes du réseau,,Interne,,\n",
}
STORM = {
    "sheet.csv": "Question,Answer\norganisation,American Airlines\nnames,AmericanAir\naccounts,@AmericanAir\n"
    "languages_owed,English\nwhat_happened,An ice storm closed Dallas and a thousand flights were cancelled.\n"
    "happened_at,23 February 2015 around 5 am\ntarget_answer,1 h\nauthor,communications\ncirculation,the board\n",
    "log.csv": "Date,Time,What was done,Kind,Visibility,Channel,Language\n"
    "23 February 2015,5:30,Operations tell us of the storm,Detection,Internal,,\n"
    "23 February 2015,between 7 and 8,Notice on X: flights cancelled at Dallas,Statement,Public,X,English\n"
    "23 February 2015,11:00,Rebooking without a fee is open,Service measure,Public,Web,English\n"
    "23 February 2015,afternoon,Call centre opened all night,Support to people,Internal,,\n"
    "24 February 2015,9:40,Apology on X,Apology,Public,X,English\n",
}


@pytest.fixture(scope="module")
def documents(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The six documents: two languages of three cases, on Letter (Toronto, Chicago) and A4 (Paris)."""
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice (soffice) to set the pages of a Word document")
    folder = tmp_path_factory.mktemp("word")
    show(folder / "demo", step=lambda step: None)
    outage = shared_data / "freebox_fr" / "free_tweet_export_until_2024-09-30.csv"
    storm = shared_data / "us_airlines_2015" / "Tweets.csv"
    for name, export, papers, zone in (
        ("outage", outage, OUTAGE, "Europe/Paris"),
        ("storm", storm, STORM, "America/Chicago"),
    ):
        for file, text in papers.items():
            (folder / file).write_text(text, "utf-8")
        sheet, log = (folder / file for file in papers)
        request = Request(
            exports=(export,), sheet=sheet, logs=(log,), zone=zone, formats=("docx",), out=folder / name,
            everything=name == "outage",
        )  # fmt: skip
        draw(request, step=lambda step: None, ask=None)
    found = []
    for path in sorted(folder.glob("*/review.*.docx")):
        found.append(folder / f"{path.parent.name}.{path.name}")
        shutil.copy(path, found[-1])
    return found


def test_two_pages_and_the_limits(documents, tmp_path):
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
               "pdf", "--outdir", str(tmp_path), *map(str, documents)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    pages = {
        path.stem: len(PdfReader(io.BytesIO((tmp_path / f"{path.stem}.pdf").read_bytes())).pages) for path in documents
    }
    assert pages == {
        f"{case}.review.{lang}": 3 for case in ("demo", "outage", "storm") for lang in ("en", "fr")
    }  # fmt: skip
