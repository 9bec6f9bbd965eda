"""The parts of the synthesis page: the evidence at the left, the statements at the right."""
