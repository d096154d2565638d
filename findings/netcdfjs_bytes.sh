#!/usr/bin/env bash
# Small integers in netcdfjs 4.0.0 (npm), the usual reader of NetCDF 3 files in JavaScript. Quality flags and packed
# values of cruises and profiles are bytes and shorts.
#
# Guess before running: a variable on a dimension of 3 has 3 values, and a byte of -127, the usual fill value, is
# -127: NetCDF's byte is signed, its unsigned one exists only in later formats.
# Seen: bytes come unsigned (-1 is 255, -127 is 129) and each in an array of its own; and the bytes that fill the last
# four of a variable are given as further values: 4 bytes and 4 shorts for 3 objects, the last being 0, which is a
# valid flag. `ncdump` shows the flags -127, -1, 1 in the same file. Floats are read well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit netcdfjs@4.0.0 >&2
cat > bytes.mjs <<'J'
import { NetCDFReader } from 'netcdfjs';

const int = (value) => {
  const four = Buffer.alloc(4);
  four.writeInt32BE(value);
  return four;
};
const filled = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
const name = (text) => Buffer.concat([int(text.length), filled(Buffer.from(text))]);

// One dimension "object" of 3 and a variable on it of each type: byte 1, short 3, float 5 (the classic format, CDF-1).
const variables = [
  ['flag', 1, Buffer.from(Int8Array.from([-127, -1, 1]).buffer)],
  ['area', 3, Buffer.from(Int16Array.from([-32767, -1, 1]).buffer).swap16()],
  ['depth', 5, Buffer.from(Float32Array.from([0.5, 10, 20]).buffer).swap32()],
].map(([title, type, data]) => ({ title, type, data: filled(data) }));
function header(begin) {
  let at = begin;
  return Buffer.concat([
    Buffer.from('CDF\x01'), int(0), int(10), int(1), name('object'), int(3), int(0), int(0), int(11), int(variables.length),
    ...variables.map(({ title, type, data }) => {
      const described = Buffer.concat([name(title), int(1), int(0), int(0), int(0), int(type), int(data.length), int(at)]);
      at += data.length;
      return described;
    }),
  ]);
}
const file = Buffer.concat([header(header(0).length), ...variables.map(({ data }) => data)]);

const reader = new NetCDFReader(file);
const seen = variables.map(({ title }) => JSON.stringify(reader.getDataVariable(title)));
variables.forEach(({ title }, i) => console.log(`${title}: ${seen[i]}`));
const expected = ['[[129],[255],[1],[0]]', '[-32767,-1,1,0]', '[0.5,10,20]'];
process.exit(seen.every((values, i) => values === expected[i]) ? 0 : 1);
J
if node bytes.mjs; then
    echo "As found: bytes are unsigned, and filling is given as values."
else
    echo "This has changed." >&2
    exit 1
fi
