"""CrowdTangle (closed in August 2024): posts of Facebook pages, of Facebook groups, and of Instagram.

Each time ends with the abbreviation of its zone (EST, EDT, NZDT), that of whoever exported. The address is the id:
`Facebook Id` is the page's. The account of a post of a group is the group: who wrote is not told. Likes are likes, the
other reactions are left aside. Views are those of videos; 0 stands where there is none: read as absent.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="crowdtangle",
    name=Verbatim("CrowdTangle"),
    signatures=(
        Signature(("Followers at Posting", "Post Created")),
        Signature(("Likes at Posting", "Post Created")),
        Signature(("Likes at Posting", "Created", "Video Share Status")),
    ),
    kind="post",
    columns={
        "published_at": ("Post Created", "Created"),
        "text": ("Message",),
        "handle": ("User Name", "Page Name", "Group Name", "Account"),
        "author_name": ("Page Name", "Group Name", "Account"),
        "profile": ("Page Description",),
        "_page": ("Facebook Id",),
        "_medium": ("Type",),
        "url": ("URL",),
        "likes": ("Likes",),
        "reposts": ("Shares",),
        "replies": ("Comments",),
        "views": ("Post Views", "Views"),
        "followers": ("Followers at Posting",),
    },
    never=("parent_id", "repost_of", "verified", "lang_declared", "is_owned"),
    absent={"views": ("0",)},
)
