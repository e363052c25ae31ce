from tests.contract.formats import Sample, header

COLUMNS = header("""link_to_message,could_be_displayed,user,user_link,user_img,text,nb_hashtags,hashtags,is_reply_img,
is_reply_user,is_reply_text,stickers,nb_photos,photos,nb_videos,videos,videos_times,nb_files,nb_links,links,link_img,
link_site,link_title,link_description,views,datetime,edited""")

SAMPLES = (
    Sample(
        "a channel",
        columns=COLUMNS,
        rows=(
            {"link_to_message": "https://t.me/s/rivage_infos/412", "could_be_displayed": "True",
             "user": "Infos Rivage 🐟", "user_link": "https://t.me/rivage_infos",
             "text": "Prélevée deux fois 😡\net rien", "nb_hashtags": "0",
             "nb_links": "1", "links": "https://rivage.example|https://b.example", "views": "1200",
             "datetime": "2025-10-01T16:22:45+02:00", "edited": "False"},
            {"link_to_message": "https://t.me/s/rivage_infos/413", "could_be_displayed": "False",
             "user": "Infos Rivage 🐟", "user_link": "https://t.me/s/rivage_infos", "text": "", "nb_photos": "1",
             "is_reply_user": "Infos Rivage 🐟", "is_reply_text": "Prélevée deux fois", "views": "",
             "datetime": "2025-10-01T14:40:10+00:00", "edited": "True"},
        ),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "handle": "rivage_infos", "author_name": "Infos Rivage 🐟",
             "text": "Prélevée deux fois 😡\net rien", "kind": "post", "views": 1200, "likes": None,
             "url": "https://t.me/s/rivage_infos/412"},
            {"published_at": "2025-10-01T14:40:10+00:00", "kind": "reply", "views": None, "text": "",
             "handle": "rivage_infos", "parent_id": None},
        ),
        also={"platform": "telegram", "questions": ()},
    ),
)  # fmt: skip
