"""What tests are built from: small worlds, oracles, and watchers."""
