from tests.contract.formats import Sample, header

from rebond.importers.recognition import ZONE
from rebond.sentences import say

LISTENING = header("""UniversalMessageId,SocialNetwork,SenderUserId,SenderScreenName,SenderListedName,
SenderProfileImgUrl,SenderProfileLink,SenderFollowersCount,SenderInfluencerScore,SenderAge,SenderGender,OriginalAuthor,
OriginalAuthorProfileLink,Title,Message,MessageType,CreatedTime,Language,LanguageCode,CountryCode,MediaTypeList,
Permalink,Domain,Retweets""")
SPACED = header("""Universal Message Id,Social Network,Sender User Id,Sender Screen Name,Sender Listed Name,
Sender Profile Img Url,Sender Profile Link,Sender Followers Count,Sender Influencer Score,Original Author,Title,Message,
Message Type,Created Time,Language,Language Code,Permalink,Domain,Retweets,Favorites,Sentiment,Country,Receiver Id,
Receiver Screen Name,Assigned To,Status,Star Rating,Post Id,Engagement Type""")
LEA, OMAR, ANA = "1973393148998582273", "1973397532046262273", "1973397783704502273"
PAGE = "https://www.facebook.com/5501/posts/77"

SAMPLES = (
    Sample(
        "listening",
        columns=LISTENING,
        rows=(
            {"UniversalMessageId": f"TWITTER_1_{LEA}", "SocialNetwork": "TWITTER", "SenderUserId": "44",
             "SenderScreenName": "lea_b", "SenderListedName": "Léa B", "SenderFollowersCount": "840",
             "SenderInfluencerScore": "31", "Message": "Prélevée deux fois 😡,\n\"bravo\" Rivage",
             "MessageType": "Twitter Update", "CreatedTime": "10/01/2025 10:22:45 AM", "Language": "French",
             "LanguageCode": "fr", "Permalink": f"https://twitter.com/lea_b/status/{LEA}", "Domain": "twitter.com",
             "Retweets": "3", "SenderProfileLink": "https://twitter.com/lea_b"},
            {"UniversalMessageId": f"TWITTER_1_{OMAR}", "SocialNetwork": "TWITTER", "SenderScreenName": "omar",
             "SenderListedName": "Omar", "SenderFollowersCount": "0", "Message": "RT @lea_b: Prélevée deux fois",
             "MessageType": "Twitter Retweet", "CreatedTime": "10/01/2025 10:40:10 AM", "OriginalAuthor": "lea_b",
             "Permalink": f"https://twitter.com/omar/status/{OMAR}", "LanguageCode": "fr", "Retweets": "3"},
            {"UniversalMessageId": f"TWITTER_1_{ANA}", "SocialNetwork": "TWITTER", "SenderScreenName": "ana",
             "Message": "@lea_b same here", "MessageType": "Twitter Reply", "CreatedTime": "10/01/2025 10:41:10 AM",
             "Permalink": f"https://twitter.com/ana/status/{ANA}", "LanguageCode": "en", "Retweets": "0"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "platform": "x", "native_id": LEA, "handle": "lea_b",
             "author_name": "Léa B", "text": "Prélevée deux fois 😡,\n\"bravo\" Rivage", "kind": "post", "reposts": 3,
             "followers": 840, "likes": None, "lang_declared": "fr", "repost_of_handle": None},
            {"kind": "repost", "repost_of_handle": "lea_b", "followers": 0},
            {"kind": "reply", "followers": None, "reposts": 0, "author_name": None, "lang_declared": "en"},
        ),
        also={"zone": "America/Toronto", "platform": "x", "questions": ()},  # three ids of X prove it
    ),
    Sample(
        "engagement, in spaced names",
        columns=SPACED,
        rows=(
            {"Universal Message Id": "FACEBOOK_2_77", "Social Network": "FACEBOOK", "Sender Screen Name": "Zoé Roy",
             "Sender Listed Name": "Zoé Roy", "Message": "Toujours pas remboursée", "Message Type": "Facebook Comment",
             "Created Time": "2025-10-01 16:05:10.0", "Permalink": f"{PAGE}?comment_id=7", "Favorites": "7",
             "Sentiment": "NEGATIVE", "Post Id": "77_7", "Language Code": "fr", "Receiver Screen Name": "Rivage"},
            {"Universal Message Id": "FACEBOOK_3_78", "Social Network": "FACEBOOK", "Sender Screen Name": "Zoé Roy",
             "Message": "mon numéro est le…", "Message Type": "Facebook Private Message", "Language Code": "fr",
             "Created Time": "2025-10-01 16:09:00.0"},
            {"Universal Message Id": "APP_STORE_9_12", "Social Network": "APP_STORE", "Sender Screen Name": "omar",
             "Title": "Bof", "Message": "Ne marche plus", "Message Type": "App Review", "Star Rating": "1",
             "Created Time": "2025-10-01 18:00:00.0", "Sentiment": "NEGATIVE", "Post Id": "9012345678"},
        ),
        posts=(
            {"published_at": "2025-10-01T16:05:10+00:00", "platform": "facebook", "kind": "comment", "likes": 7,
             "native_id": "77_7", "handle": "Zoé Roy", "tone_declared": "NEGATIVE", "rating": None, "views": None},
            None,
            {"platform": "app_store", "rating": 1.0, "text": "Ne marche plus", "native_id": "9012345678"},
        ),
        also={"questions": (say(ZONE),), "platform": None},
    ),
)  # fmt: skip
