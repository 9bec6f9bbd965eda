"""Spell-check while typing: `Watch` is made with the desk; what it needs is loaded a while after somebody writes."""
