"""Workshop Capture: write down what people say in a consultation, keep it safe, and show your working."""

__version__ = "0.1.0"
