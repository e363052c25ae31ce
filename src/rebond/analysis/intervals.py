"""Intervals of a share."""

Z95 = 1.959964


def wilson(k: int, n: int) -> tuple[float, float]:
    """Wilson's 95 % interval of k among n > 0 (Wilson 1927): it stays inside 0 to 1, and holds for few."""
    share, spread = k / n, Z95**2 / n
    middle = (share + spread / 2) / (1 + spread)
    half = Z95 * ((share * (1 - share) / n + spread / (4 * n)) ** 0.5) / (1 + spread)
    return max(0.0, min(share, middle - half)), min(1.0, max(share, middle + half))
