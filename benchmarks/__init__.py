"""Speed, each thing beside its bound or rival in the same run, as a ratio. Run as `python -m benchmarks`."""
