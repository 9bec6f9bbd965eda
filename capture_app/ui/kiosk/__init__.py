"""The kiosk: one person after another answers a questionnaire on this laptop and can reach nothing else."""
