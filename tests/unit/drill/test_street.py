"""What people write, counted on the posts themselves."""

import re
from collections import Counter

from rebond.drill.street import NAMES

REAL_NAMES = re.compile(r"\b(google|facebook|meta|twitter|desjardins|bell|hydro-québec|amazon|rogers|telus)\b", re.I)


def share(part, whole):
    return part / whole


def test_at_least_six_texts_in_ten_are_distinct(written):
    assert share(len({post.text for post in written}), len(written)) >= 0.60


def test_no_sentence_frame_is_in_more_than_one_text_in_a_hundred(written):
    frames = Counter(frame for post in written for frame in set(post.frames))
    assert share(frames.most_common(1)[0][1], len(written)) <= 0.01


def test_no_sentence_comes_back_word_for_word_either(written):
    """Counted on the texts, not on what the simulation says of itself: numbers and case apart."""

    def plain(sentence):
        words = re.sub(r"[@#]\w+|[^\w\s'’-]", " ", re.sub(r"\d+", "0", sentence.lower()))
        return " ".join(words.split())

    sentences = Counter(
        one
        for post in written
        for one in {plain(s) for s in re.split(r"[.!?…]+\s", post.text)}
        if len(one.split()) >= 3
    )
    assert share(sentences.most_common(1)[0][1], len(written)) <= 0.01


def test_the_two_languages_are_both_there_french_ahead(talked):
    assert 0.65 <= share(sum(post.lang == "fr" for post in talked), len(talked)) <= 0.80


def test_every_post_about_us_names_us_or_carries_one_that_does(talked):
    silent = [
        post for post in talked
        if not any(name in post.text.lower() for name in NAMES) and not (post.parent and post.parent.owned)
    ]  # fmt: skip
    assert silent == []


def test_off_topic_posts_say_the_same_word_and_never_our_name(posts):
    others = [post for post in posts if not post.about_us]
    assert len(others) > 200
    assert not any(name in post.text.lower() for post in others for name in NAMES)


def test_no_slot_is_left_unfilled(posts):
    assert not any(re.search(r"[{}\[\]|]", post.text) for post in posts)


def test_no_real_company_is_named(posts):
    assert [post.text for post in posts if REAL_NAMES.search(post.text)] == []


def test_ids_are_unique_and_those_of_x_tell_the_time(posts):
    assert len({(post.platform, post.native_id) for post in posts}) == len(posts)
    x = [post for post in posts if post.platform == "x"]
    assert all((int(post.native_id) >> 22) + 1_288_834_974_657 == post.ms for post in x)


def test_answers_come_after_what_they_answer_on_the_same_platform(posts):
    linked = [post for post in posts if post.parent]
    assert all(post.parent.ms <= post.ms and post.parent.platform == post.platform for post in linked)


def test_counts_hold_at_least_the_answers_we_have(posts):
    carried = Counter(post.parent.number for post in posts if post.kind == "repost")
    assert all(post.reposts >= carried[post.number] for post in posts)


def test_few_accounts_draw_much_of_the_interactions(talked):
    drawn = Counter()
    for post in talked:
        drawn[post.platform, post.author.handle] += post.likes + post.reposts + post.replies
    ordered = sorted(drawn.values(), reverse=True)
    assert 0.30 <= share(sum(ordered[: len(ordered) // 100]), sum(ordered)) <= 0.60


def test_nobody_speaks_of_french_before_the_answer_in_english(crisis, talked):
    early = [p for p in talked if "language" in p.narrative or "english" in p.narrative]
    assert min(p.ms for p in early) >= crisis.truth.acts["answer_en"].timestamp() * 1000
