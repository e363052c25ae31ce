"""From columns of text to posts."""

import pytest
from tests.unit.importers.exports import imported

AT = "2024-07-19T17:1{}:00Z"


def posts(header, *rows):
    """Rows get a date each."""
    lines = [f"created_at,{header}", *(f"{AT.format(n)},{row}" for n, row in enumerate(rows))]
    return imported("\n".join(lines))


@pytest.mark.parametrize("text, kind, who", [
    ("RT @rivage: Nous vérifions", "repost", "rivage"),
    ("rt : nous vérifions", "repost", None),
    ("RT @rivage Nous vérifions", "repost", "rivage"),
    ("Nous vérifions RT @rivage", "post", None),
    ("rtbf : nous vérifions", "post", None),
    ("@rivage répondez-nous", "post", None),
])  # fmt: skip
def test_a_repost_shows_by_its_first_words(text, kind, who):
    done = posts("username,text", f"lea,{text}", "zoe,autre chose de tout à fait normal")
    assert (done.posts[0]["kind"], done.posts[0]["repost_of_handle"]) == (kind, who)


@pytest.mark.parametrize("header, cell, kind", [
    ("retweeted_status_id", "1814500000000000001", "repost"), ("in_reply_to_status_id", "1814500000000000001", "reply"),
    ("quoted_status_id", "1814500000000000001", "quote"), ("is_retweet", "true", "repost"), ("type", "Reply", "reply"),
    ("type", "Tweet", "post"), ("in_reply_to_status_id", "0", "post"), ("in_reply_to_status_id", "nan", "post"),
])  # fmt: skip
def test_references_and_flags_say_the_kind(header, cell, kind):
    done = posts(f"username,text,{header}", f"lea,un deux trois quatre,{cell}", f"zoe,cinq six sept huit,{cell}")
    assert done.column("kind") == [kind, kind]


def test_a_quote_refers_to_the_post_it_quotes_unless_it_answers_another():
    one, two = "1814500000000000001", "1814500000000000002"
    header = "username,text,in_reply_to_status_id,quoted_status_id"
    done = posts(header, f"lea,un deux trois quatre,,{one}", f"zoe,cinq six sept huit,{two},{one}",
                 f"omar,neuf dix onze douze,{two},")  # fmt: skip
    assert done.column("kind") == ["quote", "quote", "reply"]
    assert done.column("parent_id") == [one, two, two]


def test_likes_and_follows_are_no_posts():
    done = posts("username,text,type", "lea,un deux trois,post", "zoe,,like", "omar,,follow")
    assert len(done.posts) == 1
    assert [(p.raw_row, p.code) for p in done.problems if p.raw_row] == [(3, "not-a-post"), (4, "not-a-post")]


def test_the_id_of_the_address_wins_over_a_running_number():
    done = posts(
        "id,username,text,url", *(f"{n},lea,un deux trois {n},https://x.com/lea/status/18145{n:014d}" for n in range(9))
    )
    assert done.column("native_id") == [f"18145{n:014d}" for n in range(9)]
    assert done.found.platform == "x"


def test_an_address_shared_by_different_posts_is_no_id():
    page = "https://www.facebook.com/rivage/posts/1"
    done = posts("username,comment,url", *(f"lea,un commentaire numéro {n},{page}" for n in range(9)))
    assert done.column("native_id") == [None] * 9
    assert done.column("url") == [page] * 9
    assert set(done.column("kind")) == {"comment"}


def test_the_same_post_twice_keeps_its_id():
    row = f"at://1,lea,un deux trois quatre,{AT.format(1)}\n"
    done = imported(f"id,username,text,created_at\n{row}{row}at://2,zoe,cinq six sept huit,{AT.format(2)}\n")
    assert done.column("native_id") == ["at://1", "at://1", "at://2"]


def test_escaped_columns_are_unescaped_once_and_plain_ones_stay():
    assert (
        posts("username,text", "lea,vous &amp; moi &amp;lt;3 ici", "zoe,rien du tout ici").column("text")[0]
        == "vous & moi &lt;3 ici"
    )
    plain = posts("username,text", "lea,vous & moi > eux < nous", "zoe,le code &amp; le sens & la vie")
    assert plain.column("text")[1] == "le code &amp; le sens & la vie"


def test_a_title_stands_in_for_a_missing_text():
    done = posts("source,title,text", "Le Devoir,Une panne de plus,", "Reddit,Sujet,Le texte du sujet est long")
    assert done.column("text") == ["Une panne de plus", "Le texte du sujet est long"]


def test_day_and_hour_in_two_columns_are_one_instant():
    done = imported(
        "Date,Heure,Auteur,Texte\n19/07/2024,19:10,lea,un deux trois\n20/07/2024,08:05,zoe,quatre cinq six\n",
        zone="Europe/Paris",
    )
    assert [f"{at:%d %H:%M}" for at in done.column("published_at")] == ["19 17:10", "20 06:05"]


def test_days_alone_are_days():
    done = imported("Date,Auteur,Texte\n" + "".join(f"{d}/07/2024,lea,un deux trois {d}\n" for d in range(13, 20)))
    assert set(done.column("precision")) == {"day"}


@pytest.mark.parametrize("source, url, platform", [
    ("Twitter", "", "x"), ("SOCIALMEDIA_FACEBOOK", "", "facebook"), ("www.reddit.com", "", "reddit"),
    ("", "https://www.instagram.com/p/abc", "instagram"), ("Online News", "https://www.ledevoir.com/x", "news"),
    ("Forums", "https://www.reddit.com/r/x/1", "reddit"), ("", "https://blogue.example/1", "web"), ("", "", "unknown"),
])  # fmt: skip
def test_the_platform_is_said_by_the_source_or_the_address(source, url, platform):
    done = posts(
        "source,url,username,text",
        f"{source},{url},lea,un deux trois",
        "LinkedIn,https://www.linkedin.com/1,zoe,quatre cinq",
    )
    assert done.column("platform")[0] == platform


def test_users_printed_as_dictionaries_are_opened():
    user = "\"{'username': 'lea', 'displayname': \"\"L'Éa\"\", 'rawDescription': 'Abonnée'}\""
    done = posts("user,rawContent", f"{user},un deux trois", f"{user},quatre cinq six")
    assert done.posts[0]["handle"] == "lea"
    assert (done.posts[0]["author_name"], done.posts[0]["profile"]) == ("L'Éa", "Abonnée")


def test_signs_that_python_prints_in_letters_are_signs_again():
    profile = r"Abonnée\nde l\'eau \\o/ \xa9 \uf8ff \U0001f41f \ud83d"  # the last is half of a sign
    user = f"\"{{'username': 'lea', 'rawDescription': '{profile}'}}\""
    done = posts("user,rawContent", f"{user},un deux trois", f"{user},quatre cinq six")
    assert done.posts[0]["profile"] == "Abonnée\nde l'eau \\o/ © \uf8ff \U0001f41f \\ud83d"


def test_a_date_that_its_x_id_contradicts_is_kept_and_told():
    minute = 60_000 << 22
    rows = [f"{570306133677760513 + n * minute},lea,un deux trois {n},2015-02-24 19:{35 + n}:53Z" for n in range(20)]
    rows.append(f"{570306133677760513 + 20 * minute},zoe,quatre cinq six,2019-01-01 00:00:00Z")
    done = imported("tweet_id,username,text,created_at\n" + "\n".join(rows))
    assert len(done.posts) == 21
    assert [(p.raw_row, p.code, p.refused) for p in done.problems] == [(22, "implausible-date", False)]


def test_an_id_that_no_64_bits_hold_is_no_instant():
    large = "9731397532046262273"
    first = "1978200000000000000,lea,Prélevée deux fois"
    done = imported(
        f"created_at,tweet_id,username,text\n2025-10-14 20:43:27Z,{first}\n2025-10-14 20:44:00Z,{large},zoe,a"
    )
    assert done.column("native_id") == ["1978200000000000000", large]


def test_a_number_of_four_hundred_figures_is_no_count():
    done = posts("username,text,likes", f"lea,un deux trois quatre,{'9' * 400}", "zoe,cinq six sept huit,3")
    assert done.column("likes") == [None, 3] and done.codes == ["not-a-number"]
