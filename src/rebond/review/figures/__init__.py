"""The pictures of the review, one file each: `draw(crisis, …) -> Picture`. Files named _x hold what several need."""
