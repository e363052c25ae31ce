"""Columns of text before they have a meaning."""

import numpy as np
import pyarrow as pa

from rebond.importers.table import Table, headed


def test_a_title_stands_above_its_text_unless_the_text_begins_with_it():
    table = Table({
        "title": pa.array(["Arnaque", "Prélevée deux…", "", "Rien"], pa.string()),
        "text": pa.array(["Jamais livré", "Prélevée deux fois", "Sans titre", ""], pa.string()),
    }, np.arange(4))  # fmt: skip
    assert headed(table).cells["text"].to_pylist() == [
        "Arnaque\nJamais livré", "Prélevée deux fois", "Sans titre", "Rien"]  # fmt: skip


def test_without_a_title_the_text_stays():
    table = Table({"text": pa.array(["Bonjour"])}, np.arange(1))
    assert headed(table) is table
