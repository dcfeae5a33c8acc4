"""What must hold between the records of a scenario, beyond each record by itself."""
