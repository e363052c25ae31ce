"""Episodes against storms whose truth is known (tests/property/storms.py shares nothing with the product).

The figures asked of the method (methods/statistics.md B): overlap with the true episodes at least 0.80 on average and
0.60 in the worst tenth, onset within 1 h half of the time and 4 h nine times in ten, the right number of episodes 7 in
10 times, a crisis never missed. Here on 24 storms, with what so few allow;
`benchmarks/checks/phases_of_storms.py` whole.
"""

from benchmarks.checks.phases_of_storms import Score, scored


def test_episodes_are_found_where_they_were_planted():
    score: Score = scored(range(24))
    assert score.found == 1.0
    assert score.overlap >= 0.77 and score.overlap_worst >= 0.55
    assert score.onset_hours <= 1 and score.onset_hours_worst <= 5
    assert score.right_number >= 0.6


def test_borders_hardly_move_when_a_tenth_of_the_posts_is_missing():
    assert scored(range(6), thinned=True).moved_hours < 2
