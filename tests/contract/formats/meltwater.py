from tests.contract.formats import Sample, header, lines, whole

from rebond.importers.recognition import ZONE
from rebond.sentences import say

OLDER = header("""Date,Headline,URL,Opening Text,Hit Sentence,Source,Influencer,Country,Subregion,Language,Reach,
Desktop Reach,Mobile Reach,Twitter Social Echo,Facebook Social Echo,Reddit Social Echo,National Viewership,Engagement,
AVE,Sentiment,Key Phrases,Input Name,Keywords,Twitter Authority,Tweet Id,Twitter Id,Twitter Client,Twitter Screen Name,
User Profile Url,Twitter Bio,Twitter Followers,Twitter Following,Alternate Date Format,Time,State,City,Document Tags""")
NEWER = header("""Date,Time,Document ID,URL,Input Name,Keywords,Information Type,Source Type,Source Name,Source Domain,
Content Type,Author Name,Author Handle,Title,Opening Text,Hit Sentence,Image,Hashtags,Links,Country,Region,State,City,
Language,Sentiment,Keyphrases,Reach,Global Reach,National Reach,Local Reach,AVE,Social Echo,Editorial Echo,Engagement,
Shares,Quotes,Likes,Replies,Reposts,Comments,Reactions,Views,Estimated Views,Document Tags,Custom Categories,
Custom Fields""")
LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"
ARTICLE, PAGE = "https://www.ledevoir.com/economie/rivage", "https://www.facebook.com/rivage/posts/5501"
THREAD = "https://www.reddit.com/r/montreal/comments/16yk/rivage"
TWEET = {
    "id": "1759328565000_K49u", "published_date": "2025-10-01T14:22:45.000Z",
    "indexed_date": "2025-10-01T14:23:00.000Z",
    "url": None, "content_type": "social post", "external_id": LEA,
    "source": {"name": "X", "type": "social network", "domain": "x.com", "information_type": "social", "id": "social:x",
               "metrics": {"reach": 840, "ave": 7.8}},
    "author": {"name": "Léa B", "handle": "lea_b", "external_id": "44", "profile_url": "https://x.com/lea_b"},
    "content": {"title": None, "body": None, "opening_text": None, "hashtags": ["#rivage"], "links": []},
    "enrichments": {"sentiment": "negative", "language_code": "fr", "keyphrases": ["deux fois"],
                    "named_entities": [{"name": "Rivage", "sentiment": "negative", "type": "organization"}]},
    "metrics": {"views": 900, "engagement": {"total": 16, "likes": 12, "replies": 0, "reposts": 3, "quotes": 1}},
    "matched": {"inputs": [{"type": "search", "name": "Rivage", "id": 18922074}], "hit_sentence": None},
    "custom": {"tags": [], "hidden": False},
}  # fmt: skip
NEWS = {
    "id": "1759329610000_sbb0", "published_date": "2025-10-01T14:40:10.000Z",
    "indexed_date": "2025-10-01T15:00:00.000Z",
    "url": ARTICLE, "content_type": "news article", "external_id": None, "author": {"name": "Ana Roy", "handle": None},
    "source": {"name": "Le Devoir", "type": "online news", "domain": "ledevoir.com", "information_type": "news"},
    "content": {"title": "Rivage s'explique", "opening_text": "La société dit chercher.", "body": None},
    "enrichments": {"sentiment": "unknown", "language_code": "fr"},
    "metrics": {"estimated_views": 4200, "social_echo": {"x": 12}, "engagement": {"total": 12}},
    "matched": {"hit_sentence": "…Rivage dit…"},
}  # fmt: skip
ANSWER = {
    "id": "1759329670000_x", "published_date": "2025-10-01T14:41:10.000Z", "indexed_date": "2025-10-01T15:00:00.000Z",
    "url": f"{THREAD}/k39w", "content_type": "forum post reply", "parent": {"url": THREAD}, "thread": {"url": THREAD},
    "source": {"name": "reddit.com/r/montreal", "type": "forum", "domain": "reddit.com", "information_type": "social"},
    "author": {"handle": "latter_bull"}, "content": {"body": None}, "metrics": {"engagement": {"reactions": 4}},
}  # fmt: skip
PRIVATE = {**ANSWER, "url": None, "content_type": "direct message", "parent": None, "thread": None}
POSTS = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b", "text": "",
     "author_name": "Léa B", "kind": "post", "likes": 12, "reposts": 3, "replies": 0, "views": 900, "url": None,
     "followers": None, "lang_declared": "fr", "tone_declared": "negative"},
    {"published_at": "2025-10-01T14:40:10+00:00", "platform": "news", "kind": "post", "handle": "Ana Roy",
     "author_name": "Ana Roy", "text": "La société dit chercher.", "native_id": ARTICLE, "views": None, "likes": None},
    {"platform": "reddit", "kind": "reply", "parent_id": THREAD, "root_id": THREAD, "native_id": f"{THREAD}/k39w",
     "likes": 4, "handle": "latter_bull", "text": ""},
)  # fmt: skip
LEGACY = {
    "document_url": ARTICLE, "document_title": "Rivage s'explique", "document_publish_date": "2025-10-01T14:40:10.000Z",
    "document_opening_text": "La société dit chercher.", "document_hit_sentence": "…dit…", "document_views": None,
    "document_language_code": "fr", "document_sentiment": "N", "document_key_phrases": ["société"],
    "source_name": "news", "source_information_type": "news", "source_reach": 480000, "document_author": "Ana Roy",
    "document_external_id": None,
}  # fmt: skip

SAMPLES = (
    Sample(
        "the older table, in UTF-16 with tabs",
        columns=OLDER, delimiter="\t", encoding="utf-16",
        rows=(
            {"Date": "01-Oct-2025", "Time": "10:22 AM", "Alternate Date Format": "01-Oct-25", "Headline": "",
             "URL": f"https://twitter.com/lea_b/statuses/{LEA}", "Source": "Twitter", "Influencer": "@lea_b",
             "Hit Sentence": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "Country": "Canada", "Language": "French",
             "Reach": "840", "Engagement": "15", "AVE": "7.77", "Sentiment": "Negative", "Tweet Id": LEA,
             "Twitter Id": "44", "Twitter Client": "Twitter for iPhone", "Twitter Screen Name": "Léa B",
             "Twitter Bio": "Sociétaire", "Twitter Followers": "840", "Twitter Following": "0"},
            {"Date": "01-Oct-2025", "Time": "10:40 AM", "URL": f"https://twitter.com/omar/statuses/{OMAR}",
             "Source": "Twitter", "Influencer": "@omar", "Hit Sentence": "RT @lea_b: Prélevée deux fois",
             "Language": "French", "Tweet Id": OMAR, "Twitter Followers": "0", "Twitter Screen Name": "Omar"},
            {"Date": "01-Oct-2025", "Time": "10:41 AM", "URL": f"https://twitter.com/ana/statuses/{ANA}",
             "Source": "Twitter", "Influencer": "@ana", "Hit Sentence": "@lea_b same here", "Language": "English",
             "Tweet Id": ANA, "Twitter Screen Name": "Ana"},
            {"Date": "01-Oct-2025", "Time": "1:05 PM", "Headline": "Rivage s'explique", "URL": ARTICLE,
             "Opening Text": "La société dit chercher d'où vient l'erreur.", "Hit Sentence": "…dit chercher…",
             "Source": "Le Devoir", "Influencer": "Ana Roy", "Language": "French", "Reach": "1450000",
             "Facebook Social Echo": "41", "Sentiment": "Neutral"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:00+00:00", "precision": "minute", "platform": "x", "native_id": LEA,
             "handle": "lea_b", "author_name": "Léa B", "profile": "Sociétaire", "followers": 840, "kind": "post",
             "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "lang_declared": "fr", "tone_declared": "Negative",
             "likes": None, "views": None},
            {"kind": "repost", "repost_of_handle": "lea_b", "followers": 0, "handle": "omar"},
            {"lang_declared": "en", "followers": None, "handle": "ana"},
            {"published_at": "2025-10-01T17:05:00+00:00", "text": "La société dit chercher d'où vient l'erreur.",
             "platform": "web", "handle": "Ana Roy", "native_id": ARTICLE, "views": None},
        ),
        also={"zone": "America/Toronto", "platform": None, "questions": ()},  # three ids of X prove it
    ),
    Sample(
        "the newer table, under a line of its own",
        columns=NEWER, preamble="Rivage - Oct 2, 2025\r\n",
        rows=(
            {"Date": "2025-10-01", "Time": "14:22", "Document ID": "1759328565000_K49u", "Content Type": "Social Post",
             "URL": PAGE, "Information Type": "Social", "Source Type": "Social Network", "Source Name": "Facebook",
             "Source Domain": "facebook.com", "Author Name": "Zoé Roy", "Opening Text": "Toujours pas remboursée 😡",
             "Language": "fr", "Sentiment": "negative", "Reach": "12", "Shares": "2", "Comments": "0", "Reactions": "7",
             "Views": "", "Estimated Views": "310"},
            {"Date": "2025-10-01", "Time": "14:40", "Document ID": "1759329610000_s", "Content Type": "Repost",
             "URL": f"https://x.com/omar/status/{OMAR}", "Source Type": "Social Network", "Source Name": "X",
             "Source Domain": "x.com", "Author Name": "Omar", "Author Handle": "@omar", "Likes": "0", "Reposts": "3",
             "Replies": "1", "Views": "900", "Language": "fr"},
            {"Date": "2025-10-02", "Time": "09:00", "Document ID": "1759395600000_n", "Content Type": "News Article",
             "URL": ARTICLE, "Source Type": "Online News", "Source Name": "Le Devoir", "Source Domain": "ledevoir.com",
             "Author Name": "Ana Roy", "Title": "Rivage s'explique", "Opening Text": "Elle cherche.",
             "Hit Sentence": "« Nous cherchons », a dit Rivage.", "Estimated Views": "4200", "Language": "fr"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:00+00:00", "platform": "facebook", "native_id": PAGE, "likes": 7,
             "handle": "Zoé Roy", "author_name": "Zoé Roy", "replies": 0, "reposts": 2, "views": None, "kind": "post",
             "text": "Toujours pas remboursée 😡", "lang_declared": "fr"},
            {"kind": "repost", "platform": "x", "native_id": OMAR, "handle": "omar", "likes": 0, "reposts": 3,
             "replies": 1, "views": 900, "text": ""},
            {"platform": "news", "kind": "post", "text": "« Nous cherchons », a dit Rivage.", "views": None},
        ),
        also={"questions": (say(ZONE),), "platform": None},
    ),
    Sample("an export of the API", (*POSTS, None), also={"zone": "UTC", "questions": ()},
           data=lines(TWEET, NEWS, ANSWER, PRIVATE)),
    Sample("an answer of the API", POSTS, also={"zone": "UTC", "questions": ()},
           data=whole({"result": {"document_count": 3, "documents": [TWEET, NEWS, ANSWER]}})),
    Sample(
        "the older JSON",
        (
            {"published_at": "2025-10-01T14:40:10+00:00", "platform": "news", "text": "La société dit chercher.",
             "handle": "Ana Roy", "native_id": ARTICLE, "url": ARTICLE, "views": None, "lang_declared": "fr"},
            {"platform": "x", "native_id": LEA, "views": 900, "handle": "lea_b", "text": "Prélevée deux fois"},
        ),
        data=whole({"data": [LEGACY, {
            **LEGACY, "document_url": f"https://twitter.com/lea_b/statuses/{LEA}", "document_title": None,
            "document_opening_text": "Prélevée deux fois", "document_hit_sentence": "Prélevée",
            "source_name": "twitter", "source_information_type": "social", "document_external_id": LEA,
            "document_views": 900, "document_author": "lea_b", "document_publish_date": "2025-10-01T14:22:45.000Z"}]}),
        also={"zone": "UTC", "questions": ()},
    ),
)  # fmt: skip
