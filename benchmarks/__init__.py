"""Speed, memory and the long checks. Never part of what users install."""
