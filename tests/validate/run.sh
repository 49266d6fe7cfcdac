#!/usr/bin/env bash
# Holds the data files of a built site against the standards that they follow, with other people's programs.
# usage: tests/validate/run.sh OUTPUT [VENV]
# Makes a Python environment in VENV (default: ~/.cache/gongbao/validate) with the packages of requirements.txt.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
output="${1:?the folder of a built site}"
venv="${2:-$HOME/.cache/gongbao/validate}"

if ! cmp -s "$here/requirements.txt" "$venv/installed.txt"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed.txt"
fi
exec "$venv/bin/python" "$here/validate.py" "$output"
