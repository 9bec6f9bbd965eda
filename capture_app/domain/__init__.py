"""What the consultation is made of, as plain values and pure rules. No Qt, no SQL, no files."""
