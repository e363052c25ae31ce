from tests.contract.formats import Sample, header

WEIGHTS = "(weighted  —  Likes 1x Shares 1x Comments 1x Love 1x Wow 1x Haha 1x Sad 1x Angry 1x Care 1x )"
OVER, TOTAL = f"Overperforming Score {WEIGHTS}", f"Total Interactions {WEIGHTS}"
AFTER = """Post Created,Post Created Date,Post Created Time,Type,Total Interactions,Likes,Comments,Shares,Love,Wow,Haha,
Sad,Angry,Care,Video Share Status,Is Video Owner?,Post Views,Total Views,Total Views For All Crossposts,Video Length,
URL,Message,Link,Final Link,Image Text,Link Text,Description,Sponsor Id,Sponsor Name,Sponsor Category"""
BEFORE = """Page Name,User Name,Facebook Id,Page Category,Page Admin Top Country,Page Description,Page Created,
Likes at Posting,Followers at Posting,"""
PAGES = (*header(BEFORE + AFTER), OVER)
GROUPS = (*header("Group Name,User Name,Facebook Id,Likes at Posting,Followers at Posting," + AFTER), OVER)
EARLY_NAMES = header("""Page Name,User Name,Facebook Id,Likes at Posting,Created,Type,Likes,Comments,Shares,Love,Wow,
Haha,Sad,Angry,Care,Video Share Status,Post Views,Total Views,Total Views For All Crossposts,Video Length,URL,Message,
Link,Final Link,Image Text,Link Text,Description,Sponsor Id,Sponsor Name,Total Interactions""")
EARLY = (*EARLY_NAMES, TOTAL)
INSTAGRAM = header("""Account,User Name,Followers at Posting,Post Created,Type,Likes,Comments,Views,URL,Link,Photo,
Title,Description""")
PAGE, GROUP = "https://www.facebook.com/1000/posts/5501", "https://www.facebook.com/groups/2000/permalink/6601"

SAMPLES = (
    Sample(
        "pages of Facebook, across the change of hour",
        columns=PAGES,
        rows=(
            {"Page Name": "Rivage", "User Name": "rivage.coop", "Facebook Id": "1000", "Page Created": "2010-01-01",
             "Page Description": "Une coopérative", "Likes at Posting": "11,900", "Followers at Posting": "12,345",
             "Post Created": "2023-11-04 20:00:12 EDT", "Post Created Date": "2023-11-04", "Type": "Native Video",
             "Post Created Time": "20:00:12", "Total Interactions": "1,240", "Likes": "1,012", "Comments": "0",
             "Shares": "3", "Angry": "225", "Post Views": "9,001", "Total Views": "9,400", "URL": PAGE,
             "Message": "Nous cherchons 🔎,\n\"vite\"", "Link": "https://rivage.example/faq", OVER: "-1.42"},
            {"Page Name": "Téléjournal", "User Name": "telejournal", "Facebook Id": "1001", "Likes at Posting": "0",
             "Followers at Posting": "0", "Post Created": "2023-11-06 08:05:00 EST", "Type": "Link", "Likes": "0",
             "Comments": "1", "Shares": "0", "Post Views": "0", "Total Views": "0", "URL": f"{PAGE}2",
             "Message": "En bref", "Link": "https://ici.example/1", "Description": "Rivage prélève deux fois"},
        ),
        posts=(
            {"published_at": "2023-11-05T00:00:12+00:00", "platform": "facebook", "native_id": PAGE, "likes": 1012,
             "handle": "rivage.coop", "author_name": "Rivage", "profile": "Une coopérative", "followers": 12345,
             "text": "Nous cherchons 🔎,\n\"vite\"", "replies": 0, "reposts": 3, "views": 9001, "kind": "post"},
            {"published_at": "2023-11-06T13:05:00+00:00", "views": None, "likes": 0, "followers": 0, "text": "En bref",
             "handle": "telejournal"},
        ),
        also={"platform": "facebook", "questions": ()},
    ),
    Sample(
        "groups of Facebook",
        columns=GROUPS,
        rows=(
            {"Group Name": "Sociétaires", "User Name": "", "Facebook Id": "2000", "Followers at Posting": "840",
             "Post Created": "2023-11-06 08:05:00 CET", "Type": "Status", "Likes": "7", "Comments": "2",
             "Shares": "0", "URL": GROUP, "Message": "Prélevée deux fois 😡", "Post Views": "0"},
            {"Group Name": "Sociétaires", "Facebook Id": "2000", "Followers at Posting": "840", "Comments": "0",
             "Post Created": "2023-11-06 08:10:00 CET", "Type": "Photo", "Likes": "0", "URL": f"{GROUP}2",
             "Message": "Me too", "Post Views": "0"},
        ),
        posts=(
            {"published_at": "2023-11-06T07:05:00+00:00", "handle": "Sociétaires", "author_name": "Sociétaires",
             "native_id": GROUP, "likes": 7, "views": None, "followers": 840},
            {"handle": "Sociétaires", "native_id": f"{GROUP}2", "replies": 0, "reposts": None},
        ),
        also={"platform": "facebook", "questions": ()},
    ),
    Sample(
        "an early table",
        columns=EARLY,
        rows=(
            {"Page Name": "Rivage", "User Name": "rivage.coop", "Facebook Id": "1000", "Likes at Posting": "11900",
             "Created": "2020-04-16 09:48:29 EDT", "Type": "Link", "Likes": "12", "Comments": "0", "Shares": "3",
             "URL": PAGE, "Message": "Deux prélèvements ?", "Post Views": "0", "Video Share Status": "", TOTAL: "15"},
            {"Page Name": "Rivage", "User Name": "rivage.coop", "Facebook Id": "1000", "Likes at Posting": "11901",
             "Created": "2020-04-16 10:00:00 EDT", "Type": "Photo", "Likes": "0", "URL": f"{PAGE}2", "Message": "Oui."},
        ),
        posts=(
            {"published_at": "2020-04-16T13:48:29+00:00", "handle": "rivage.coop", "likes": 12, "followers": None,
             "native_id": PAGE, "views": None, "reposts": 3},
            {"published_at": "2020-04-16T14:00:00+00:00", "likes": 0, "replies": None},
        ),
        also={"platform": "facebook", "questions": ()},
    ),
    Sample(
        "Instagram",
        columns=INSTAGRAM,
        rows=(
            {"Account": "Léa B", "User Name": "lea.b", "Followers at Posting": "840", "Likes": "12", "Comments": "0",
             "Post Created": "2021-01-06 15:00:12 EST", "Type": "Photo", "URL": "https://www.instagram.com/p/CJt1/",
             "Photo": "https://cdn.example/1.jpg", "Description": "Prélevée deux fois 😡\n#rivage", "Views": "0"},
            {"Account": "Téléjournal", "User Name": "telejournal", "Followers at Posting": "1,200,000", "Likes": "7",
             "Post Created": "2021-01-06 18:00:00 EST", "Type": "Video", "URL": "https://www.instagram.com/p/CJt2/",
             "Description": "Le point à 18 h", "Views": "9,000"},
        ),
        posts=(
            {"published_at": "2021-01-06T20:00:12+00:00", "platform": "instagram", "handle": "lea.b", "likes": 12,
             "author_name": "Léa B", "text": "Prélevée deux fois 😡\n#rivage", "views": None, "replies": 0,
             "native_id": "https://www.instagram.com/p/CJt1/"},
            {"followers": 1_200_000, "views": 9000, "text": "Le point à 18 h", "replies": None},
        ),
        also={"platform": "instagram", "questions": ()},
    ),
)  # fmt: skip
