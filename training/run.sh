#!/usr/bin/env bash
# Trains, measures and exports the embedded checkpoints: training/run.sh [data folder]
# Resumable: what is done already is skipped; remove training/work to begin anew.
set -euo pipefail
data=$(realpath "${1:-$(dirname "$0")/../../shared/data}")
cd "$(dirname "$0")"
export OMP_WAIT_POLICY=PASSIVE
renice -n 10 -p $$ > /dev/null
mkdir -p work

python=${PYTHON:-work/venv/bin/python}
if [ ! -x "$python" ]; then
  python3 -m venv work/venv
  work/venv/bin/pip install --requirement requirements.txt
fi

"$python" -m unittest
[ -f work/split.json ] || "$python" data.py --data "$data"
[ -f work/tokenizer.json ] || "$python" tokenizer.py
[ -f work/stories/stories.jsonl.gz ] || node ../scripts/stories.mjs
for name in natural stories; do
  "$python" train.py "polyglot-$name"
done
for name in base math de hi tr chat en-bytes; do
  "$python" train.py "polyglot-$name"
  "$python" export.py "polyglot-$name"
done
"$python" evaluate.py
"$python" report.py
