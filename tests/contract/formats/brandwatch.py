from tests.contract.formats import Sample, header, lines, whole

CLASSIC = header("""Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Country Code,
Continent Code,Continent,Country,City Code,Account Type,Added,Assignment,Author,Avatar,Category Details,Checked,City,
Display URLs,Expanded URLs,Facebook Author ID,Facebook Comments,Facebook Likes,Facebook Role,Facebook Shares,
Facebook Subtype,Full Name,Full Text,Gender,Hashtags,Impact,Impressions,Instagram Comments,Instagram Followers,
Instagram Following,Instagram Interactions Count,Instagram Likes,Instagram Posts,Interest,Last Assignment Date,Latitude,
Location Name,Longitude,Media Filter,Media URLs,Mentioned Authors,Original Url,Priority,Professions,Resource Id,
Short URLs,Starred,Status,Subtype,Thread Author,Thread Created Date,Thread Entry Type,Thread Id,Thread URL,
Total Monthly Visitors,Twitter Author ID,Twitter Channel Role,Twitter Followers,Twitter Following,Twitter Reply Count,
Twitter Reply to,Twitter Retweet of,Twitter Retweets,Twitter Likes,Twitter Tweets,Twitter Verified,Updated,Reach (new),
Content Source,Content Source Name,Engagement Type,Page Type Name,Parent Post Id,Rating,Reddit Comments,Reddit Score,
Root Post Id,Subreddit""")
RENAMED = header("""Date,Url,Full Text,Author,X Author ID,X Verified,X Followers,X Following,X Posts,X Reply to,
X Repost of,Engagement Type,Mentioned Authors,Hashtags,Expanded URLs,Media URLs,Likes,Comments,Shares,Impressions,Reach,
Sentiment,Language,Country""")
PREAMBLE = '"Report:","Mentions"\r\n"Brand:","Rivage"\r\n"From:","Wed Oct 01 2025"\r\n"To:","x"\r\n"Label:",""\r\n\r\n'
LEA, OMAR = "https://twitter.com/lea_b/status/1973400000000000000", "https://x.com/omar/status/1973400300000000001"
TWEET = {
    "accountType": "individual", "added": "2025-10-01T14:25:00.000+0000", "author": "lea_b", "authorVerifiedType": None,
    "date": "2025-10-01T14:22:45.000+0000", "domain": "twitter.com", "facebookLikes": 0, "fullname": "Léa B",
    "gender": "unknown", "impact": 21.4, "impressions": 9000, "insightsHashtag": ["#rivage"], "instagramLikeCount": 0,
    "language": "fr", "originalUrl": LEA, "pageType": "twitter", "pageTypeName": "X", "queryId": 1, "replyTo": None,
    "queryName": "Rivage", "reachEstimate": 840, "resourceId": "169000000000000001", "retweetOf": None,
    "sentiment": "negative", "snippet": "Prélevée deux fois 😡\net toujours rien", "tags": [], "threadId": "0",
    "threadCreated": None, "threadEntryType": "post", "title": None, "twitterAuthorId": "44", "twitterFollowers": 840,
    "twitterReplyCount": 1, "twitterRetweets": 3, "twitterVerified": False, "updated": "2025-10-01T14:25:00.000+0000",
    "url": LEA,
}  # fmt: skip
SHARED = {
    **TWEET, "author": "omar", "fullname": "Omar", "date": "2025-10-01T10:40:10.000-0400", "url": OMAR, "snippet": None,
    "originalUrl": OMAR, "resourceId": "169000000000000002", "retweetOf": LEA, "threadEntryType": "share",
    "twitterFollowers": 0, "twitterReplyCount": None, "twitterRetweets": None, "sentiment": "neutral",
}  # fmt: skip
NEWS = {
    "author": "Ana Roy", "date": "2025-10-02T09:00:00.000+0000", "domain": "ledevoir.com", "language": "fr",
    "pageType": "news", "pageTypeName": "News", "queryId": 1, "queryName": "Rivage", "resourceId": "170000000000000003",
    "snippet": "La société dit chercher.", "title": "Rivage s'explique", "url": "https://www.ledevoir.com/rivage",
    "impressions": 480000, "monthlyVisitors": 1450000, "twitterFollowers": None, "fullname": None,
}  # fmt: skip
FOUND = (
    {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": "1973400000000000000", "kind": "post",
     "handle": "lea_b", "author_name": "Léa B", "text": "Prélevée deux fois 😡\net toujours rien", "reposts": 3,
     "replies": 1, "followers": 840, "verified": False, "views": None, "tone_declared": "negative", "parent_id": None},
    {"published_at": "2025-10-01T14:40:10+00:00", "kind": "repost", "repost_of": "1973400000000000000", "text": "",
     "reposts": None, "followers": 0},
    {"platform": "news", "native_id": "170000000000000003", "handle": "Ana Roy", "author_name": None, "likes": None,
     "text": "La société dit chercher.", "followers": None, "views": None},
)  # fmt: skip

SAMPLES = (
    Sample("an answer of the API", FOUND, also={"zone": "UTC", "questions": (), "platform": None}, data=whole({
        "results": [TWEET, SHARED, NEWS], "nextCursor": "MTc", "resultsPage": -1, "resultsPageSize": 100,
        "resultsTotal": 3})),
    Sample("mentions of the API, one a line", FOUND, also={"zone": "UTC", "questions": ()},
           data=lines(TWEET, SHARED, NEWS)),
    Sample(
        "2021, X and Facebook in one table",
        columns=CLASSIC, preamble=PREAMBLE, encoding="utf-8-sig",
        rows=(
            {"Query Id": "1", "Query Name": "Rivage", "Date": "2025-10-01 14:22:45.0", "Title": "", "Url": LEA,
             "Domain": "twitter.com", "Sentiment": "negative", "Page Type": "twitter", "Language": "fr",
             "Author": "lea_b", "Full Name": "Léa B", "Full Text": "Prélevée deux fois 😡, bravo Rivage",
             "Resource Id": "169000000000000001", "Thread Entry Type": "post", "Twitter Likes": "12",
             "Twitter Retweets": "3", "Twitter Reply Count": "1", "Twitter Followers": "840", "Impressions": "9000",
             "Added": "2025-10-02 00:00:00.0"},
            {"Query Id": "1", "Query Name": "Rivage", "Date": "2025-10-01 15:00:00.0", "Url": OMAR,
             "Domain": "twitter.com", "Page Type": "twitter", "Language": "en", "Author": "omar", "Resource Id": "17",
             "Full Text": "RT @lea_b: Prélevée deux fois", "Thread Entry Type": "share", "Twitter Retweet of": LEA},
            {"Query Id": "1", "Query Name": "Rivage", "Date": "2025-10-01 16:05:10.0", "Author": "Zoé Roy",
             "Url": "https://www.facebook.com/rivage/posts/5501", "Domain": "facebook.com", "Page Type": "facebook",
             "Full Text": "Toujours pas remboursée", "Resource Id": "18", "Facebook Likes": "7",
             "Facebook Comments": "0", "Facebook Shares": "2", "Thread Entry Type": "comment"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": "1973400000000000000",
             "handle": "lea_b", "author_name": "Léa B", "text": "Prélevée deux fois 😡, bravo Rivage", "kind": "post",
             "likes": 12, "reposts": 3, "replies": 1, "followers": 840, "views": None, "lang_declared": "fr",
             "tone_declared": "negative"},
            {"kind": "repost", "repost_of": "1973400000000000000", "platform": "x", "likes": None},
            {"platform": "facebook", "kind": "comment", "likes": 7, "replies": 0, "reposts": 2, "handle": "Zoé Roy"},
        ),
        also={"zone": "UTC"},
    ),
    Sample(
        "2024, after the new name of X",
        columns=RENAMED,
        rows=(
            {"Date": "2025-10-01 14:22:45", "Url": LEA.replace("twitter", "x"), "Full Text": "Deux prélèvements !",
             "Author": "lea_b", "X Author ID": "44", "X Verified": "false", "X Followers": "840", "Likes": "12",
             "Comments": "1", "Shares": "0", "Impressions": "900", "Sentiment": "negative", "Language": "fr"},
            {"Date": "2025-10-01 14:40:00", "Url": OMAR, "Full Text": "@lea_b same here", "Author": "omar",
             "X Author ID": "45", "X Reply to": LEA, "Engagement Type": "REPLY", "Language": "en"},
            {"Date": "2025-10-01 14:41:00", "Url": OMAR.replace("1973400300000000001", "1973400400000000002"),
             "Full Text": "look at this", "Author": "omar", "X Author ID": "45", "Engagement Type": "QUOTE"},
        ),
        posts=(
            {"kind": "post", "likes": 12, "reposts": 0, "verified": False, "followers": 840, "views": None},
            {"kind": "reply", "parent_id": "1973400000000000000", "native_id": "1973400300000000001"},
            {"kind": "quote", "likes": None},
        ),
        also={"zone": "UTC", "platform": "x"},
    ),
)  # fmt: skip
