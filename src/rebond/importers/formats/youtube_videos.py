"""Videos of YouTube: the API's (videos, search) and the lists of YouTube Data Tools.

The API writes UTC and says so. Views, likes and comments are YouTube's own counts on the day of collection. The text is
the title, then the description. It never tells followers.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import N_, say

FORMAT = Format(
    key="youtube_videos",
    name=say(N_("YouTube (videos)")),
    signatures=(
        Signature(("snippet.channelTitle", "snippet.title", "snippet.description", "snippet.publishedAt")),
        Signature(("videoId", "channelTitle", "videoDescription", "publishedAt")),
    ),
    platform="youtube",
    kind="post",
    columns={
        "published_at": ("snippet.publishedAt", "publishedAt"),
        "text": ("snippet.description", "videoDescription"),
        "title": ("snippet.title", "videoTitle"),
        "handle": ("snippet.channelId", "channelId"),
        "author_name": ("snippet.channelTitle", "channelTitle"),
        "native_id": ("id.videoId", "snippet.resourceId.videoId", "videoId", "id"),
        "lang_declared": ("snippet.defaultAudioLanguage", "defaultLAudioLanguage", "defaultLanguage"),
        "likes": ("statistics.likeCount", "likeCount"),
        "replies": ("statistics.commentCount", "commentCount"),
        "views": ("statistics.viewCount", "viewCount"),
    },
    never=("reposts", "followers", "parent_id"),
    titled=True,
    address="https://www.youtube.com/watch?v={native_id}",
)
