"""Files that travel: session packs and bundles. Everything read here is distrusted first."""
