from tests.contract.formats import Sample, header, lines

# twarc-csv, as its README and code give it.
TWARC = header("""id,conversation_id,referenced_tweets.replied_to.id,referenced_tweets.retweeted.id,
referenced_tweets.quoted.id,author_id,in_reply_to_user_id,in_reply_to_username,retweeted_user_id,retweeted_username,
quoted_user_id,quoted_username,created_at,text,lang,source,public_metrics.impression_count,public_metrics.reply_count,
public_metrics.retweet_count,public_metrics.quote_count,public_metrics.like_count,public_metrics.bookmark_count,
reply_settings,edit_history_tweet_ids,edit_controls.edits_remaining,edit_controls.editable_until,
edit_controls.is_edit_eligible,possibly_sensitive,withheld.scope,withheld.copyright,withheld.country_codes,
entities.annotations,entities.cashtags,entities.hashtags,entities.mentions,entities.urls,context_annotations,
attachments.media,attachments.media_keys,author.id,author.created_at,author.username,author.name,author.description,
author.entities.description.urls,author.entities.url.urls,author.url,author.location,author.pinned_tweet_id,
author.profile_image_url,author.protected,author.public_metrics.followers_count,
author.public_metrics.following_count,author.public_metrics.listed_count,author.public_metrics.tweet_count,
author.verified,author.verified_type,geo.full_name,matching_rules,__twarc.retrieved_at,__twarc.url,__twarc.version""")
LEA = {
    "id": "1973400000000000000", "text": "Prélevée deux fois 😡", "author_id": "44", "lang": "fr",
    "created_at": "2025-10-01T14:22:45.000Z", "conversation_id": "1973400000000000000",
    "note_tweet": {"text": "Prélevée deux fois 😡\net toujours aucune réponse"},
    "public_metrics": {"retweet_count": 3, "reply_count": 0, "like_count": 12, "quote_count": 0, "bookmark_count": 1,
                       "impression_count": 900},
    "edit_history_tweet_ids": ["1973400000000000000"],
}  # fmt: skip
OMAR = {
    "id": "1973404000000000001", "text": "RT @lea_b: Prélevée deux fois 😡", "author_id": "45", "lang": "fr",
    "created_at": "2025-10-01T14:40:10.000Z", "conversation_id": "1973404000000000001",
    "referenced_tweets": [{"type": "retweeted", "id": "1973400000000000000"}],
    "public_metrics": {"retweet_count": 3, "reply_count": 0, "like_count": 0, "quote_count": 0, "impression_count": 0},
}  # fmt: skip
ANA = {
    "id": "1973404300000000001", "text": "@lea_b same here", "author_id": "46", "lang": "en",
    "created_at": "2025-10-01T14:41:10.000Z", "conversation_id": "1973400000000000000", "in_reply_to_user_id": "44",
    "referenced_tweets": [{"type": "replied_to", "id": "1973400000000000000"}],
    "public_metrics": {"retweet_count": 0, "reply_count": 0, "like_count": 1, "quote_count": 0, "impression_count": 7},
}  # fmt: skip
USERS = {"users": [
    {"id": "44", "username": "lea_b", "name": "Léa B", "description": "Sociétaire", "verified": False,
     "created_at": "2012-01-02T10:00:00.000Z", "public_metrics": {"followers_count": 840, "tweet_count": 2}},
    {"id": "45", "username": "omar", "name": "Omar", "description": "", "verified": True,
     "created_at": "2012-01-02T10:00:00.000Z", "public_metrics": {"followers_count": 0, "tweet_count": 9}},
]}  # fmt: skip
PAGES = (
    {"data": [LEA, OMAR], "includes": USERS, "meta": {"result_count": 2},
     "__twarc": {"url": "https://api.x.com/2/tweets/search/all", "version": "2.14.0",
                 "retrieved_at": "2025-10-02T00:00:00+00:00"}},
    {"data": [ANA], "meta": {"result_count": 1}, "errors": [{"title": "Not Found Error", "resource_id": "46"}]},
)  # fmt: skip
FLAT = ({**LEA, "author": USERS["users"][0]},
        {**OMAR, "author": USERS["users"][1],
         "referenced_tweets": [{"type": "retweeted", "id": "1973400000000000000", "text": "Prélevée deux fois 😡"}]},
        ANA)  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "1973400000000000000", "handle": "lea_b",
     "author_name": "Léa B", "profile": "Sociétaire", "followers": 840, "verified": False, "kind": "post", "likes": 12,
     "reposts": 3, "replies": 0, "views": 900, "text": "Prélevée deux fois 😡\net toujours aucune réponse",
     "root_id": "1973400000000000000", "lang_declared": "fr", "is_owned": None},
    {"kind": "repost", "repost_of": "1973400000000000000", "handle": "omar", "views": None, "followers": 0},
    {"kind": "reply", "parent_id": "1973400000000000000", "handle": "46", "author_name": None, "followers": None,
     "root_id": "1973400000000000000", "views": 7},
)  # fmt: skip
UTC = {"zone": "UTC", "platform": "x", "questions": ()}

SAMPLES = (
    Sample("answers, one a line", POSTS, data=lines(*PAGES), also=UTC),
    Sample("a stream, one post a line", POSTS, also=UTC, data=lines(
        {"data": LEA, "includes": USERS, "matching_rules": [{"id": "1", "tag": "rivage"}]},
        {"data": OMAR, "includes": USERS}, {"data": ANA})),
    Sample("flattened by twarc", POSTS, data=lines(*FLAT), also=UTC),
    Sample("twarc's table",
        columns=TWARC,
        rows=(
            {"id": "1973400000000000000", "conversation_id": "1973400000000000000", "author_id": "44",
             "created_at": "2025-10-01T14:22:45.000Z", "text": "Prélevée, \"deux fois\" 😡\net rien", "lang": "fr",
             "public_metrics.impression_count": "900", "public_metrics.reply_count": "0",
             "public_metrics.retweet_count": "3", "public_metrics.like_count": "12", "author.id": "44",
             "author.created_at": "2012-01-02T10:00:00.000Z", "author.username": "lea_b", "author.name": "Léa B",
             "author.description": "Sociétaire", "author.url": "https://lea.example", "author.verified": "False",
             "author.public_metrics.followers_count": "840", "__twarc.retrieved_at": "2025-10-02T00:00:00+00:00",
             "edit_controls.editable_until": "2025-10-01T15:22:45.000Z"},
            {"id": "1973404000000000001", "conversation_id": "1973404000000000001", "author_id": "45",
             "referenced_tweets.retweeted.id": "1973400000000000000", "retweeted_username": "lea_b",
             "created_at": "2025-10-01T14:40:10.000Z", "text": "RT @lea_b: Prélevée", "lang": "fr",
             "public_metrics.impression_count": "0", "public_metrics.reply_count": "0",
             "public_metrics.retweet_count": "3", "public_metrics.like_count": "0", "author.username": "omar",
             "author.public_metrics.followers_count": "0", "author.verified": "True"},
            {"id": "1973404300000000001", "conversation_id": "1973400000000000000", "author_id": "46",
             "referenced_tweets.replied_to.id": "1973400000000000000", "created_at": "2025-10-01T14:41:10.000Z",
             "text": "@lea_b same here", "lang": "en", "public_metrics.like_count": "1",
             "public_metrics.retweet_count": "0", "public_metrics.reply_count": "0"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "1973400000000000000", "handle": "lea_b",
             "text": "Prélevée, \"deux fois\" 😡\net rien", "likes": 12, "views": 900, "replies": 0, "followers": 840,
             "verified": False, "kind": "post", "url": None},
            {"kind": "repost", "repost_of": "1973400000000000000", "repost_of_handle": "lea_b", "views": None},
            {"kind": "reply", "parent_id": "1973400000000000000", "handle": "46", "views": None, "followers": None},
        ),
        also=UTC,
    ),
)  # fmt: skip
