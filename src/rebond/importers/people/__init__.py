"""The files people keep: case sheet, log, dated counts, read as people write them; what is unclear is kept aside."""
