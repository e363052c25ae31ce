"""The readers of files, each driven by atheris: inputs grow towards code that no input had reached.

containers.py puts what the fuzzer writes where it can do harm (a part of a workbook, the inside of a packed file);
readers.py says what must hold for each reader; seeds.py gives first inputs; `python -m benchmarks.fuzzing` is the
process that atheris owns. `benchmarks/checks/fuzz_readers.py` starts it.
"""
