"""When people post: what was planted is in the drawn counts, and the same seed draws the same crisis."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from rebond.drill.exports import following_export, listening_export, plain_table
from rebond.drill.plan import load_plan
from rebond.drill.simulate import simulate

ZONE = ZoneInfo("America/Toronto")


def at(day, hour, minute=0, month=10):
    return datetime(2025, month, day, hour, minute, tzinfo=ZONE)


def between(talked, starts, ends):
    return [post for post in talked if starts.timestamp() * 1000 <= post.ms < ends.timestamp() * 1000]


def hours(talked):
    return Counter(
        datetime.fromtimestamp(post.ms / 1000, tz=UTC).replace(minute=0, second=0, microsecond=0) for post in talked
    )


def test_the_truth_is_the_one_of_the_case(crisis):
    truth = crisis.truth
    assert truth.outbreak == at(14, 17)
    assert truth.first_sign == at(14, 7, 40)
    assert truth.first_answer == timedelta(hours=18, minutes=5)
    assert truth.language_gap == timedelta(hours=5, minutes=10)
    assert [peak.at for peak in truth.peaks] == [at(15, 20), at(17, 12)]
    assert truth.exit[0] < at(20, 9) < truth.exit[1]
    assert truth.normal[0] < at(6, 0, month=11) < truth.normal[1]


def test_an_ordinary_day_holds_about_twenty_two_posts(talked):
    before = between(talked, at(1, 0, month=9), at(14, 0))
    assert 20 <= len(before) / 43 <= 24


def test_the_storm_breaks_within_the_hour(talked):
    assert len(between(talked, at(14, 16), at(14, 17))) <= 6
    assert len(between(talked, at(14, 17), at(14, 18))) >= 40


def test_the_two_highest_hours_are_the_planted_ones(talked):
    counts = hours(talked)
    assert max(counts, key=counts.get) == at(15, 20)
    assert 370 <= counts[at(15, 20).astimezone(UTC)] <= 450
    second = {hour: n for hour, n in counts.items() if hour >= at(16, 12)}
    assert max(second, key=second.get) == at(17, 12)
    assert 170 <= counts[at(17, 12).astimezone(UTC)] <= 230


def test_the_crisis_holds_about_six_thousand_five_hundred_posts(crisis, talked):
    drawn = len(between(talked, at(14, 17), at(6, 0, month=11)))
    assert 6_000 <= drawn <= 7_000
    assert abs(drawn - crisis.truth.posts) < 0.06 * crisis.truth.posts


def test_the_relapse_is_one_day_of_some_three_hundred_posts(talked):
    assert 270 <= len(between(talked, at(29, 0), at(30, 0))) <= 360


def test_platforms_are_reached_in_the_planted_order(crisis, talked):
    """The first hour after the outbreak in which a platform holds a fiftieth of all its posts of the storm."""
    storm = between(talked, at(14, 7), at(18, 0))
    found = {}
    for platform in crisis.truth.arrivals:
        counts = hours(post for post in storm if post.platform == platform)
        least = sum(counts.values()) / 100
        found[platform] = min(hour for hour, n in counts.items() if n >= max(3, least))
    order = sorted(crisis.truth.arrivals, key=crisis.truth.arrivals.get)
    late = [found[name] for name in order[1:]]
    assert late == sorted(late)
    assert found["bluesky"] > found["x"]


def test_refund_and_english_answer_really_act(crisis):
    effects = {effect.act: effect.change for effect in crisis.truth.effects}
    assert -0.70 <= effects["refund"] <= -0.45
    assert -0.50 <= effects["answer_en"] <= -0.30


def test_nothing_public_of_ours_lies_in_the_day_after_the_refund(crisis):
    """What followed the refund can be judged: no other response, no outside event, for 24 hours."""
    refund = crisis.truth.acts["refund"]
    others = [name for name, when in crisis.truth.acts.items() if refund < when < refund + timedelta(hours=24)]
    assert others == []


def test_the_same_seed_gives_the_same_bytes(plan):
    drawn = [simulate(load_plan(), 5) for _ in range(2)]
    exports = [(listening_export(plan, s.posts()), following_export(plan, s.posts())) for s in drawn]
    assert exports[0] == exports[1]
    assert listening_export(plan, simulate(plan, 6).posts()) != exports[0][0]


def test_the_truth_is_plain_values(crisis):
    told = crisis.truth.as_json()
    assert told["outbreak"] == "2025-10-14T21:00:00+00:00"
    assert told["first_answer"] == 65_100.0


def test_it_scales_to_the_number_of_posts_asked_and_stays_varied(plan):
    big = simulate(plan, 3, posts=30_000)
    assert len(big) == 30_000
    texts, written, rows = set(), 0, sha256()
    for post in big.posts():
        if post.about_us and post.kind != "repost":
            written += 1
            texts.add(post.text)
        rows.update(post.native_id.encode())
    assert len(texts) / written >= 0.60


def test_a_table_for_trials_has_one_line_a_post(plan):
    small = simulate(plan, 3, posts=2_000)
    data = b"".join(plain_table(small.posts(), rows=700))
    assert data.count(b"\n") == 2_001
    assert data.startswith(b"platform,post_id,published_at_utc")
