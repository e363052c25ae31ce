from tests.contract.formats import Sample, header, lines, whole

DATA_TOOLS = header("""id,replyCount,likeCount,publishedAt,authorName,text,authorChannelId,authorChannelUrl,isReply,
isReplyTo,isReplyToName""")
WORKBOOK = header("id,author,description,guid,to,likecount,link,pubdate,replycount,title,authorChannelUrl")
MINET = header("""video_id,comment_id,author_name,author_channel_id,text,like_count,published_at,updated_at,reply_count,
parent_comment_id""")
VIDEO, FIRST = "Jp9pyMqnBzk", "UgyrD2JzbGAwP6gIwGJ4AaABAg"
ANSWER = f"{FIRST}.9UeQ1aaaaaa"
CHANNEL = "UCXmroPSF1A9Btltuc92qM2g"


def comment(own: str, text: str, channel: str | None, name: str, **more: object) -> dict:
    snippet = {
        "channelId": "UCrivage", "videoId": VIDEO, "textDisplay": text, "authorDisplayName": name, "canRate": True,
        "authorProfileImageUrl": "https://yt3.example/a", "viewerRating": "none", "likeCount": 0,
        "authorChannelUrl": f"http://www.youtube.com/channel/{channel}", "publishedAt": "2025-10-01T14:22:45Z",
        "authorChannelId": channel and {"value": channel}, "updatedAt": "2025-10-02T00:00:00Z", **more,
    }  # fmt: skip
    return {"kind": "youtube#comment", "etag": "x", "id": own, "snippet": snippet}


THREAD = {
    "kind": "youtube#commentThread", "etag": "x", "id": FIRST,
    "snippet": {"channelId": "UCrivage", "videoId": VIDEO, "canReply": True, "totalReplyCount": 7, "isPublic": True,
                "topLevelComment": comment(FIRST, "Prélevée deux fois 😡<br>&quot;bravo&quot; <b>Rivage</b>", CHANNEL,
                                           "@lea_b", likeCount=12)},
    "replies": {"comments": [comment(ANSWER, "I <3 that", "UComar", "Omar", parentId=FIRST,
                                     publishedAt="2025-10-01T14:40:10Z")]},
}  # fmt: skip
ALONE = {
    "kind": "youtube#commentThread", "etag": "x", "id": "UgzAAAAAAAAAAAAAAAA4AaABAg", "replies": None,
    "snippet": {"channelId": "UCrivage", "videoId": VIDEO, "canReply": True, "totalReplyCount": 0, "isPublic": True,
                "topLevelComment": comment("UgzAAAAAAAAAAAAAAAA4AaABAg", "&lt;3", None, "")},
}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "native_id": FIRST, "handle": CHANNEL, "author_name": "@lea_b",
     "text": 'Prélevée deux fois 😡\n"bravo" Rivage', "kind": "comment", "likes": 12, "replies": 7, "views": None,
     "parent_id": VIDEO, "root_id": VIDEO, "url": f"https://www.youtube.com/watch?v={VIDEO}&lc={FIRST}"},
    {"published_at": "2025-10-01T14:40:10+00:00", "native_id": ANSWER, "parent_id": FIRST, "root_id": VIDEO,
     "text": "I <3 that", "likes": 0, "replies": None, "kind": "comment"},
    {"handle": None, "author_name": None, "text": "<3", "replies": 0, "parent_id": VIDEO},
)  # fmt: skip
UTC = {"platform": "youtube", "questions": ()}

SAMPLES = (
    Sample("an answer of the API", POSTS, also=UTC, data=whole({
        "kind": "youtube#commentThreadListResponse", "etag": "x", "nextPageToken": "y",
        "pageInfo": {"totalResults": 2, "resultsPerPage": 20}, "items": [THREAD, ALONE]})),
    Sample("one thread a line", POSTS, data=lines(THREAD, ALONE), also=UTC),
    Sample("answers to a comment", POSTS[1:2], also=UTC, data=whole({
        "kind": "youtube#commentListResponse", "items": [THREAD["replies"]["comments"][0]]})),
    Sample(
        "YouTube Data Tools",
        columns=DATA_TOOLS,
        rows=(
            {"id": FIRST, "replyCount": "1", "likeCount": "12", "publishedAt": "2025-10-01 14:22:45",
             "authorName": "Léa B", "text": "Prélevée deux fois 😡<br>&quot;bravo&quot;", "authorChannelId": CHANNEL,
             "authorChannelUrl": f"http://www.youtube.com/channel/{CHANNEL}", "isReply": "0"},
            {"id": ANSWER, "likeCount": "0", "publishedAt": "2025-10-01 14:40:10", "authorName": "Omar",
             "text": "same here", "authorChannelId": "UComar7mm5u4nvxjxs1A9Btl", "isReply": "1", "isReplyTo": FIRST,
             "authorChannelUrl": "http://www.youtube.com/channel/UComar7mm5u4nvxjxs1A9Btl", "isReplyToName": "Léa B"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": FIRST, "handle": CHANNEL, "likes": 12,
             "author_name": "Léa B", "text": 'Prélevée deux fois 😡\n"bravo"', "replies": 1, "parent_id": None,
             "kind": "comment", "url": None},
            {"native_id": ANSWER, "parent_id": FIRST, "replies": None, "likes": 0, "kind": "comment"},
        ),
        also={"platform": "youtube", "zone": "UTC"},
    ),
    Sample(
        "a collector's workbook",
        columns=WORKBOOK,
        rows=(
            {"id": "1", "author": "Léa B", "description": "Prélevée deux fois 😡\net rien", "guid": FIRST,
             "likecount": "12", "link": f"https://www.youtube.com/watch?v={VIDEO}&lc={FIRST}", "replycount": "1",
             "pubdate": "2025-10-01 14:22:45", "title": "Prélevée deux fois",
             "authorChannelUrl": f"http://www.youtube.com/channel/{CHANNEL}"},
            {"id": "2", "author": "Omar", "description": "same here", "guid": ANSWER, "to": "Léa B", "likecount": "0",
             "link": f"https://www.youtube.com/watch?v={VIDEO}&lc={ANSWER}", "replycount": "0",
             "pubdate": "2025-10-01 14:40:10", "title": "same here", "authorChannelUrl": ""},
        ),
        posts=(
            {"native_id": FIRST, "handle": CHANNEL, "author_name": "Léa B", "likes": 12, "root_id": VIDEO,
             "parent_id": VIDEO, "text": "Prélevée deux fois 😡\net rien", "kind": "comment"},
            {"native_id": ANSWER, "handle": "Omar", "parent_id": FIRST, "root_id": VIDEO, "replies": 0},
        ),
        also={"platform": "youtube", "zone": "UTC"},
    ),
    Sample(
        "minet",
        columns=MINET,
        rows=(
            {"video_id": VIDEO, "comment_id": FIRST, "author_name": "@lea_b", "author_channel_id": CHANNEL,
             "text": "Prélevée deux fois 😡\net rien", "like_count": "12", "published_at": "2025-10-01T14:22:45Z",
             "updated_at": "2025-10-02T00:00:00Z", "reply_count": "1"},
            {"video_id": VIDEO, "comment_id": ANSWER, "author_name": "@omar", "author_channel_id": "UComar",
             "text": "same here", "like_count": "0", "published_at": "2025-10-01T14:40:10Z",
             "updated_at": "2025-10-01T14:40:10Z", "parent_comment_id": FIRST},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "native_id": FIRST, "handle": CHANNEL, "kind": "comment",
             "author_name": "@lea_b", "text": "Prélevée deux fois 😡\net rien", "likes": 12, "replies": 1,
             "parent_id": VIDEO, "root_id": VIDEO},
            {"native_id": ANSWER, "parent_id": FIRST, "root_id": VIDEO, "likes": 0, "replies": None},
        ),
        also=UTC,
    ),
)  # fmt: skip
