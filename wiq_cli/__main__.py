"""``python -m wiq_cli``."""

from wiq_cli.front import run

if __name__ == "__main__":
    run()
