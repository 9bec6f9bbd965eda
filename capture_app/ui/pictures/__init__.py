"""Photographs of flip charts and paper, beside what is typed up from them."""
