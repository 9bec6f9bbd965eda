"""The parts of the page of reported facts."""
