"""Typing up questionnaires on paper, twice if wanted, and putting right what was read differently."""
