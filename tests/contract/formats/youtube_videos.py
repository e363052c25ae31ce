from tests.contract.formats import Sample, header, whole

DATA_TOOLS = header("""position,channelId,channelTitle,videoId,publishedAt,publishedAtSQL,videoTitle,videoDescription,
tags,videoCategoryId,videoCategoryLabel,duration,durationSec,dimension,definition,caption,defaultLanguage,
defaultLAudioLanguage,thumbnail_maxres,licensedContent,viewCount,likeCount,dislikeCount,favoriteCount,commentCount""")
VIDEO = {
    "kind": "youtube#video", "etag": "x", "id": "Jp9pyMqnBzk",
    "snippet": {"publishedAt": "2025-10-01T14:22:45Z", "channelId": "UCXmroPSF1A9Btltuc92qM2g", "tags": ["rivage"],
                "title": "Rivage prélève deux fois", "description": "Le point 😡\nà 18 h",
                "channelTitle": "Téléjournal", "categoryId": "25", "thumbnails": {},
                "defaultAudioLanguage": "fr-CA", "liveBroadcastContent": "none"},
    "statistics": {"viewCount": "9000", "likeCount": "12", "favoriteCount": "0", "commentCount": "0"},
}  # fmt: skip
FOUND = {**VIDEO, "kind": "youtube#searchResult", "id": {"kind": "youtube#video", "videoId": "Kq0pyMqnBzl"},
         "statistics": None}  # fmt: skip
POST = {
    "published_at": "2025-10-01T14:22:45+00:00", "native_id": "Jp9pyMqnBzk", "handle": "UCXmroPSF1A9Btltuc92qM2g",
    "author_name": "Téléjournal", "text": "Rivage prélève deux fois\nLe point 😡\nà 18 h", "kind": "post",
    "views": 9000, "likes": 12, "replies": 0, "reposts": None, "lang_declared": "fr", "followers": None,
    "url": "https://www.youtube.com/watch?v=Jp9pyMqnBzk",
}  # fmt: skip

SAMPLES = (
    Sample("videos of the API", (POST,), data=whole({"kind": "youtube#videoListResponse", "items": [VIDEO]}),
           also={"platform": "youtube", "questions": ()}),
    Sample("a search of the API", data=whole({"kind": "youtube#searchListResponse", "items": [FOUND]}),
           posts=({**POST, "native_id": "Kq0pyMqnBzl", "views": None, "likes": None, "replies": None,
                   "url": "https://www.youtube.com/watch?v=Kq0pyMqnBzl"},)),
    Sample(
        "YouTube Data Tools, a list of videos",
        columns=DATA_TOOLS,
        rows=(
            {"position": "1", "channelId": "UCXmroPSF1A9Btltuc92qM2g", "channelTitle": "Téléjournal",
             "videoId": "Jp9pyMqnBzk", "publishedAt": "2025-10-01T14:22:45Z", "publishedAtSQL": "2025-10-01 16:22:45",
             "videoTitle": "Rivage prélève deux fois", "videoDescription": "Le point 😡\nà 18 h", "viewCount": "9000",
             "defaultLAudioLanguage": "fr-CA", "likeCount": "12", "favoriteCount": "0", "commentCount": "0",
             "duration": "PT2M", "durationSec": "120"},
            {"position": "2", "channelId": "UCXmroPSF1A9Btltuc92qM2g", "channelTitle": "Téléjournal",
             "videoId": "Kq0pyMqnBzl", "publishedAt": "2025-10-01T18:00:00Z", "publishedAtSQL": "2025-10-01 20:00:00",
             "videoTitle": "En bref", "viewCount": "0", "duration": "PT20S", "durationSec": "20"},
        ),
        posts=(POST, {"text": "En bref", "views": 0, "likes": None, "replies": None}),
        also={"platform": "youtube", "questions": ()},
    ),
)  # fmt: skip
