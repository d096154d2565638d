#!/usr/bin/env bash
# Arrays of numbers from Apache Arrow 21.2.0 for JavaScript (npm: apache-arrow), which reads Feather files and Arrow
# streams: tables of measurements, or embeddings of half precision.
#
# Guess before running: toArray() of a column of Float16 gives the numbers, as it does for Float32, and a missing
# value becomes NaN, or the array has null there.
# Seen: a Float16 column gives its bits as whole numbers in a Uint16Array: 0.5 is 14336, -2 is 49152, so all are
# positive and distances between them mean nothing. A missing number becomes 0 in either type, which is a valid depth
# or distance. Iterating over the column gives 0.5, -2 and null.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit apache-arrow@21.2.0 >&2
cat > arrays.mjs <<'J'
import { Float16, Float32, Table, tableFromIPC, tableToIPC, vectorFromArray } from 'apache-arrow';

const numbers = [0.5, 1, -2, null];
const written = new Table({ half: vectorFromArray(numbers, new Float16()), single: vectorFromArray(numbers, new Float32()) });
const table = tableFromIPC(tableToIPC(written));
const seen = ['half', 'single'].map((column) => {
  const values = table.getChild(column);
  const array = values.toArray();
  return `${column}: ${array.constructor.name} ${array.join(' ')}; one by one ${[...values].map(String).join(' ')}`;
});
seen.forEach((line) => console.log(line));
const expected = ['half: Uint16Array 14336 15360 49152 0; one by one 0.5 1 -2 null', 'single: Float32Array 0.5 1 -2 0; one by one 0.5 1 -2 null'];
process.exit(seen.every((line, i) => line === expected[i]) ? 0 : 1);
J
if node arrays.mjs; then
    echo "As found: toArray gives the bits of half floats, and 0 for what is missing."
else
    echo "This has changed." >&2
    exit 1
fi
