"""What is measured on the shipped checkpoints. Each module has `run(lab) -> dict` and `section(result) -> str`."""
