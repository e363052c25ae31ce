"""One simulated post: what an export will show of it, and what only the simulation knows."""

from dataclasses import dataclass

from rebond.drill.people import Account

X_CLOCK = 1_288_834_974_657  # ms: X ids count from there
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Post:
    """Counts grow while others can still answer it. ms: UTC, since 1970."""

    number: int
    ms: int
    author: Account
    text: str
    kind: str  # post, repost, reply
    native_id: str
    url: str
    parent: "Post | None" = None  # the post answered or reposted
    likes: int = 0
    reposts: int = 0
    replies: int = 0
    views: int | None = None
    owned: bool = False
    # --- known to the simulation alone ---
    about_us: bool = True
    narrative: str = ""
    tone: str = "neutral"
    talk: str = ""
    frames: tuple[str, ...] = ()
    appeal: float = 0.0

    @property
    def platform(self) -> str:
        return self.author.platform

    @property
    def lang(self) -> str:
        return self.author.lang


def native_id(platform: str, ms: int, number: int) -> str:
    """An id as the platform writes it. number: tells posts of one millisecond apart."""
    if platform == "x":
        return str(((ms - X_CLOCK) << 22) | (number & 0x3FFFFF))
    if platform == "facebook":
        return f"pfbid0{_base36(ms * 4096 + number % 4096)}"
    return _base36(ms * 4096 + number % 4096)


def address(platform: str, handle: str, native: str) -> str:
    """Where the post could be seen."""
    return {
        "x": f"https://x.com/{handle}/status/{native}",
        "facebook": f"https://www.facebook.com/{handle}/posts/{native}",
        "reddit": f"https://www.reddit.com/r/deuxrives/comments/{native}/",
        "instagram": f"https://www.instagram.com/p/{native}/",
        "bluesky": f"https://bsky.app/profile/{handle}.bsky.social/post/{native}",
    }[platform]


def _base36(number: int) -> str:
    written = ""
    while number:
        number, digit = divmod(number, 36)
        written = DIGITS[digit] + written
    return written
