from tests.contract.formats import Sample, lines

COMMENT = {
    "author": "lea_b", "author_flair_css_class": None, "author_flair_text": None, "author_fullname": "t2_44",
    "body": "Prélevée deux fois 😡\n\n&gt; et rien", "controversiality": 0, "created_utc": 1759328565, "downs": 0,
    "distinguished": None, "edited": False, "gilded": 0, "id": "nh1aaa1", "link_id": "t3_1nvaaaa", "name": "t1_nh1aaa1",
    "parent_id": "t3_1nvaaaa", "permalink": "/r/Quebec/comments/1nvaaaa/rivage/nh1aaa1/", "score": 12, "ups": 12,
    "retrieved_on": 1759400000, "stickied": False, "subreddit": "Quebec", "subreddit_id": "t5_2qhh9",
}  # fmt: skip
OLD = {
    "author": "[deleted]", "body": "[removed]", "controversiality": 0, "created_utc": "1759328970", "downs": 0,
    "edited": 1759329000, "gilded": 0, "id": "nh1bbb2", "link_id": "t3_1nvaaaa", "parent_id": "t1_nh1aaa1",
    "score": -4, "score_hidden": False, "subreddit": "Quebec", "subreddit_id": "t5_2qhh9", "ups": -4,
}  # fmt: skip
SUBMISSION = {
    "archived": False, "author": "omar", "created": 1759332165, "created_utc": 1759328500.0, "distinguished": None,
    "domain": "self.Quebec", "downs": 0, "edited": False, "gilded": 0, "id": "1nvaaaa", "is_self": True, "media": None,
    "name": "t3_1nvaaaa", "num_comments": 0, "num_crossposts": 1, "over_18": False, "quarantine": False,
    "permalink": "/r/Quebec/comments/1nvaaaa/rivage/", "retrieved_on": 1759400000, "score": 840, "stickied": False,
    "selftext": "Qui d'autre ?", "subreddit": "Quebec", "subreddit_id": "t5_2qhh9", "thumbnail": "self",
    "title": "Rivage a prélevé deux fois", "ups": 840, "url": "https://www.reddit.com/r/Quebec/comments/1nvaaaa/rivage/",
}  # fmt: skip
CROSSPOST = {**SUBMISSION, "id": "1nvbbbb", "name": "t3_1nvbbbb", "author": "ana", "selftext": "", "is_self": False,
             "url": "https://rivage.example/avis", "crosspost_parent": "t3_1nvaaaa", "score": 0,
             "permalink": "/r/montreal/comments/1nvbbbb/rivage/", "created_utc": 1759328600}  # fmt: skip
UTC = {"zone": "UTC", "platform": "reddit", "questions": ()}

SAMPLES = (
    Sample(
        "comments",
        data=lines(COMMENT, OLD),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": "t1_nh1aaa1", "kind": "comment", "likes": 12,
             "text": "Prélevée deux fois 😡\n\n> et rien", "handle": "lea_b", "parent_id": "t3_1nvaaaa",
             "root_id": "t3_1nvaaaa", "reposts": None, "replies": None, "lang_declared": None,
             "url": "https://www.reddit.com/r/Quebec/comments/1nvaaaa/rivage/nh1aaa1/"},
            {"published_at": "2025-10-01T14:29:30+00:00", "native_id": "t1_nh1bbb2", "handle": None, "likes": None,
             "text": "[removed]", "parent_id": "t1_nh1aaa1",
             "url": "https://www.reddit.com/comments/1nvaaaa/_/nh1bbb2"},
        ),
        also=UTC,
    ),
    Sample(
        "submissions",
        data=lines(SUBMISSION, CROSSPOST),
        posts=(
            {"published_at": "2025-10-01T14:21:40+00:00", "native_id": "t3_1nvaaaa", "kind": "post", "likes": 840,
             "text": "Rivage a prélevé deux fois\nQui d'autre ?", "replies": 0, "reposts": 1, "parent_id": None,
             "url": "https://www.reddit.com/r/Quebec/comments/1nvaaaa/rivage/"},
            {"kind": "repost", "repost_of": "t3_1nvaaaa", "text": "Rivage a prélevé deux fois", "likes": 0},
        ),
        also=UTC,
    ),
)  # fmt: skip
