"""``python -m wiq_cli``."""

from wiq_cli.cli.main import run

if __name__ == "__main__":
    run()
