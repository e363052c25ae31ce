from tests.contract.formats import Sample

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- generator="WordPress" -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
  <title>Le Journal</title><link>https://journal.example</link><language>fr-CA</language>
  <pubDate>Thu, 02 Oct 2025 00:00:00 GMT</pubDate>
  <item>
    <title>Rivage : des sociétaires &#8220;prélevés deux fois&#8221;</title>
    <link>https://news.journal.example/rivage?a=1&amp;b=2</link>
    <guid isPermaLink="false">journal-412</guid>
    <pubDate>Wed, 01 Oct 2025 10:22:45 -0400</pubDate>
    <dc:creator><![CDATA[Léa B]]></dc:creator>
    <description><![CDATA[<p>Un résumé…</p>]]></description>
    <content:encoded><![CDATA[<p>Rivage a <b>prélevé</b> deux fois 😡</p><script>x()</script>
<p>Toujours rien, 3 &lt; 4</p>]]></content:encoded>
  </item>
  <item>
    <title>Rivage s'excuse</title>
    <link>https://rivage.wordpress.com/excuses</link>
    <pubDate>2025-10-02</pubDate>
    <author>omar@journal.example (Omar R)</author>
    <description>Rivage s'excuse</description>
  </item>
  <item>
    <title>Same here</title><link>https://journal.example/2</link><guid>https://journal.example/2</guid>
    <pubDate>Wed, 01 Oct 2025 14:40:10 GMT</pubDate><description/>
  </item>
  <item><title>Sans date</title><link>https://journal.example/3</link></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE feed [<!ENTITY rivage "Rivage"><!ENTITY leak SYSTEM "file:///etc/hostname">]>
<atom:feed xmlns:atom="http://www.w3.org/2005/Atom" xml:lang="fr">
  <atom:title>Blogue</atom:title><atom:id>tag:blogue.example,2025:0</atom:id>
  <atom:updated>2025-10-03T00:00:00Z</atom:updated>
  <atom:entry>
    <atom:id>tag:blogue.example,2025:1</atom:id><atom:title type="text">Les &lt;b&gt; du HTML</atom:title>
    <atom:link rel="alternate" href="https://www.reddit.com/r/Quebec/comments/1nvaaaa/rivage/"/>
    <atom:published>2025-10-01T14:22:45.123Z</atom:published><atom:updated>2025-10-02T09:00:00Z</atom:updated>
    <atom:author><atom:name>Zoé</atom:name><atom:email>zoe@blogue.example</atom:email></atom:author>
    <atom:summary type="html">Pr&#233;lev&#233;e &lt;i&gt;deux fois&lt;/i&gt; &amp;amp; rien</atom:summary>
  </atom:entry>
  <atom:entry xml:lang="en">
    <atom:id>tag:blogue.example,2025:2</atom:id><atom:title>Same here</atom:title>
    <atom:link href="https://blogue.example/2"/><atom:updated>2025-10-01T16:40:10+02:00</atom:updated>
    <atom:content type="text">Same here, é</atom:content>
  </atom:entry>
</atom:feed>
"""

SAMPLES = (
    Sample(
        "RSS 2",
        data=RSS.encode(),
        posts=(
            {"published_at": "2025-10-01T14:22:45+00:00", "precision": "second", "native_id": "journal-412",
             "text": "Rivage : des sociétaires “prélevés deux fois”\nRivage a prélevé deux fois 😡\n\n"
                     "Toujours rien, 3 < 4",
             "url": "https://news.journal.example/rivage?a=1&b=2", "platform": "news", "handle": "Léa B",
             "lang_declared": "fr", "kind": "post", "likes": None, "raw_row": 1},
            {"published_at": "2025-10-02T00:00:00+00:00", "precision": "day", "platform": "blog", "handle": "Omar R",
             "text": "Rivage s'excuse", "native_id": "https://rivage.wordpress.com/excuses"},
            {"published_at": "2025-10-01T14:40:10+00:00", "text": "Same here", "handle": None, "platform": "web",
             "native_id": "https://journal.example/2", "raw_row": 3},
            None,
        ),
        also={"questions": ()},
    ),
    Sample(
        "Atom, in Latin letters, with entities",
        data=ATOM.encode("iso-8859-1"),
        posts=(
            {"published_at": "2025-10-01T14:22:45.123000+00:00", "native_id": "tag:blogue.example,2025:1",
             "text": "Les <b> du HTML\nPrélevée deux fois & rien", "handle": "Zoé", "platform": "reddit",
             "lang_declared": "fr"},
            {"published_at": "2025-10-01T14:40:10+00:00", "text": "Same here, é", "lang_declared": "en",
             "platform": "web", "handle": None},
        ),
        also={"questions": ()},
    ),
)  # fmt: skip
