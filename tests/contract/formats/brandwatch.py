from tests.contract.formats import Sample, header

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

SAMPLES = (
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
