"""From the tree of blocks to files. One file a format; each offers RENDERER (see `renderer.py`).

pictures = draw_pictures(review, voice)          # charts.py
for renderer in registered("rebond.render", "RENDERER").values():
    content = renderer.render(review, voice, pictures)
"""
