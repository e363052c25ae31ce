from tests.contract.formats import Sample, header, lines, whole

from rebond.importers.recognition import ZONE
from rebond.sentences import say

TABLE = header("""url,indexed,published,search_indexed,title_snippet,content_snippet,title,content,root_url,domain_url,
host_url,parent_url,lang,porn_level,fluency_level,spam_level,sentiment,source_type,post_type,cluster_id,meta_cluster_id,
tags_internal,tags_marking,tags_customer,entity_urls,images.url,videos.url,matched_profile,
article_extended_attributes.facebook_shares,article_extended_attributes.facebook_likes,
article_extended_attributes.twitter_retweets,article_extended_attributes.url_views,
article_extended_attributes.youtube_views,article_extended_attributes.youtube_likes,
article_extended_attributes.instagram_likes,article_extended_attributes.twitter_shares,
article_extended_attributes.num_comments,article_extended_attributes.twitter_likes,
article_extended_attributes.twitter_replies,article_extended_attributes.twitter_impressions,
source_extended_attributes.alexa_pageviews,source_extended_attributes.facebook_followers,
source_extended_attributes.twitter_followers,source_extended_attributes.instagram_followers,
extra_article_attributes.world_data.country,extra_author_attributes.id,extra_author_attributes.type,
extra_author_attributes.name,extra_author_attributes.gender,extra_author_attributes.short_name,
extra_author_attributes.url,extra_author_attributes.description,extra_source_attributes.name,engagement,reach,provider,
word_count""")
LEA, OMAR = "1973393148998582273", "1973397532046262273"
PAGE, ARTICLE = "https://www.facebook.com/rivage/posts/5501", "https://www.ledevoir.com/economie/rivage"
ON, WHO = "article_extended_attributes", "extra_author_attributes"
REDDIT = {
    "url": "http://www.reddit.com/r/montreal/comments/16yk/rivage/k39w", "indexed": 1759329000007,
    "search_indexed": 1759329060000, "published": 1759328565000, "title": "Rivage prélève deux fois",
    "content": "Moi aussi 😡\net toujours rien", "root_url": "http://www.reddit.com/r/montreal",
    "parent_url": "http://www.reddit.com/r/montreal/comments/16yk/rivage/", "lang": "fr", "porn_level": 0,
    "fluency_level": 100, "sentiment": -5, "source_type": ["MESSAGEBOARD", "MESSAGEBOARD_REDDIT"],
    "post_type": ["TEXT"], "tags_internal": ["isComment"], "word_count": 6, "engagement": None,
    WHO: {"id": "ex:www.reddit.com-20", "name": "Latter_Bull", "gender": "UNKNOWN"},
    "extra_source_attributes": {"id": "re:t5", "name": "montreal", "world_data": {"country_code": "ca"}},
    "source_extended_attributes": {"alexa_pageviews": 3424000000},
}  # fmt: skip
NEWS = {
    "url": ARTICLE, "indexed": 1759330000000, "published": 1759329610000, "title": "Rivage s'explique",
    "content": "La société dit chercher.", "parent_url": ARTICLE, "lang": "fr", "sentiment": 0, "reach": 83604085,
    "source_type": ["ONLINENEWS", "ONLINENEWS_NEWSPAPER"], "post_type": ["TEXT"], "tags_internal": ["hasImage"],
    "images": [{"url": "https://img.example/1.jpg"}], "engagement": 141, ON: {"twitter_shares": 141},
    WHO: {"name": "Ana Roy"},
}  # fmt: skip
VIDEO = {
    "url": "https://www.youtube.com/watch?v=Jp9pyMqnBzk", "published": 1759329670000, "title": "Rivage",
    "content": "Le point à 18 h", "lang": "fr", "source_type": ["SOCIALMEDIA", "SOCIALMEDIA_YOUTUBE"], "sentiment": 0,
    ON: {"youtube_views": 9000, "youtube_likes": 12, "num_comments": 0}, WHO: {"name": "Téléjournal"},
}  # fmt: skip
TWEET = {
    "published": 1759328565000, "source_type": ["SOCIALMEDIA", "SOCIALMEDIA_TWITTER"], "external_provider": "twitter",
    "external_id": LEA, "external_author_id": "44", "sentiment": -2, "lang": "fr", WHO: {"short_name": "lea_b"},
}  # fmt: skip
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "reddit", "kind": "comment", "handle": "Latter_Bull",
     "author_name": "Latter_Bull", "text": "Moi aussi 😡\net toujours rien", "native_id": REDDIT["url"],
     "parent_id": REDDIT["parent_url"], "root_id": None, "views": None, "likes": None, "tone_declared": "-5"},
    {"published_at": "2025-10-01T14:40:10+00:00", "platform": "news", "kind": "post", "parent_id": None, "likes": None,
     "reposts": None, "handle": "Ana Roy", "views": None, "url": ARTICLE},
    {"platform": "youtube", "views": 9000, "likes": 12, "replies": 0, "reposts": None},
    {"platform": "x", "native_id": LEA, "handle": "lea_b", "author_name": None, "text": "", "url": None,
     "kind": "post"},
)  # fmt: skip


def chunk(post: dict) -> dict:
    return {"chunk_type": "CT_RESULT", "chunk_result": {"data": {"data": post, "highlighted_data": [
        {"title_snippet": "<b>Rivage</b>", "matched": {"stream_id": "s", "rule_ids": ["r"]}}]}}}  # fmt: skip


STEERS = {"chunk_type": "CT_CONTROL", "chunk_control": {"connection_id": "#s1#", "resume_offset": "earliest"}}

SAMPLES = (
    Sample(
        "a table of two days",
        columns=TABLE,
        rows=(
            {"url": f"http://twitter.com/lea_b/statuses/{LEA}", "indexed": "25/10/01 14:25:00",
             "published": "25/10/01 14:22:45", "content": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "lang": "fr",
             "sentiment": "'-3", "source_type": "SOCIALMEDIA,SOCIALMEDIA_TWITTER", "post_type": "TEXT",
             f"{ON}.twitter_retweets": "3", f"{ON}.twitter_likes": "12", f"{ON}.twitter_replies": "0",
             f"{ON}.twitter_impressions": "9000", "source_extended_attributes.twitter_followers": "840",
             f"{WHO}.name": "Léa B", f"{WHO}.short_name": "lea_b", f"{WHO}.description": "Sociétaire",
             "engagement": "15", "reach": "840", "parent_url": f"http://twitter.com/lea_b/statuses/{LEA}"},
            {"url": f"http://twitter.com/omar/statuses/{OMAR}", "published": "25/10/01 14:40:10",
             "content": "RT @lea_b: Prélevée deux fois 😡", "lang": "fr", "sentiment": "0",
             "source_type": "SOCIALMEDIA,SOCIALMEDIA_TWITTER", f"{WHO}.name": "Omar", f"{WHO}.short_name": "omar",
             "source_extended_attributes.twitter_followers": "0"},
            {"url": f"{PAGE}?comment_id=7", "published": "25/10/02 08:05:00", "content": "Toujours pas remboursée",
             "parent_url": PAGE, "source_type": "SOCIALMEDIA,SOCIALMEDIA_FACEBOOK", "tags_internal": "isComment",
             f"{WHO}.name": "Zoé Roy", f"{ON}.facebook_likes": "7", "sentiment": "'-1", "lang": "fr"},
            {"url": ARTICLE, "published": "25/10/02 09:00:00", "title": "Rivage s'explique", "content": "Elle cherche.",
             "parent_url": ARTICLE, "source_type": "ONLINENEWS,ONLINENEWS_NEWSPAPER", f"{WHO}.name": "Ana Roy",
             f"{ON}.facebook_shares": "41", "reach": "83604085", "source_extended_attributes.alexa_pageviews": "118"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b",
             "author_name": "Léa B", "profile": "Sociétaire", "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage",
             "kind": "post", "parent_id": None, "likes": 12, "reposts": 3, "replies": 0, "views": None,
             "followers": 840, "lang_declared": "fr", "tone_declared": "-3"},
            {"kind": "repost", "repost_of_handle": "lea_b", "native_id": OMAR, "followers": 0, "likes": None},
            {"published_at": "2025-10-02T08:05:00+00:00", "platform": "facebook", "kind": "comment", "parent_id": PAGE,
             "handle": "Zoé Roy", "author_name": "Zoé Roy", "likes": 7, "native_id": f"{PAGE}?comment_id=7"},
            {"platform": "news", "kind": "post", "parent_id": None, "reposts": 41, "views": None, "likes": None},
        ),
        also={"questions": (say(ZONE),), "platform": None},
    ),
    Sample("an answer of the API", POSTS, also={"questions": (), "platform": None}, data=whole({
        "status_code": "0", "status_message": "OK", "request": "GET /api/v1/search/results", "pagination": {"total": 4},
        "result_content": {"data": [{"data": REDDIT}, {"data": NEWS}, {"data": VIDEO}, {"data": TWEET}]}})),
    Sample("a stream", POSTS, also={"questions": (), "platform": None}, data=lines(
        STEERS, chunk(REDDIT), chunk(NEWS), chunk(VIDEO), chunk(TWEET), STEERS)),
    Sample("posts as they were kept", POSTS[:2], data=lines(REDDIT, NEWS)),
)  # fmt: skip
