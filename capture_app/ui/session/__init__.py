"""The facilitator's session while it runs: the run sheet."""
