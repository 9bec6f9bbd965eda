"""What a person can do, one function per verb. The window and the command line both call these."""
