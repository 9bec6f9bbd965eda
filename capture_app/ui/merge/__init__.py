"""The parts of the merge page: what came, what is in conflict, and the receipt."""
