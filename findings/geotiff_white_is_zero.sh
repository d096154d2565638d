#!/usr/bin/env bash
# TIFF files in which 0 means white (the tag PhotometricInterpretation is 0, as some scanners write it), in geotiff
# 3.0.5 and utif 3.1.0 (npm), two TIFF readers for pages in the browser.
#
# Guess before running: whoever asks for colours (readRGB, toRGBA8) gets white where the file says white, at 8 and at
# 16 bits, whatever else is rounded.
# Seen: geotiff subtracts from 256, so pure white becomes 256, which wraps to 0: the white ground of a vignette turns
# black while its nearly white dust stays white; at 16 bits it is the same. utif is right at 8 bits and makes the
# whole picture black at 16. A file in which 0 means black is read well by both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit geotiff@3.0.5 utif@3.1.0 >&2
cat > white.mjs <<'J'
import { fromArrayBuffer } from 'geotiff';
import UTIF from 'utif';

// A little-endian TIFF of one row and one strip.
function tiff(bits, photometric, values) {
  const pixels = values.length * (bits / 8);
  const tags = [[256, values.length], [257, 1], [258, bits], [259, 1], [262, photometric], [273, 8], [277, 1], [278, 1], [279, pixels]];
  const file = Buffer.alloc(8 + pixels + 2 + 12 * tags.length + 4);
  file.write('II');
  file.writeUInt16LE(42, 2);
  file.writeUInt32LE(8 + pixels, 4);
  values.forEach((value, i) => (bits === 8 ? file.writeUInt8(value, 8 + i) : file.writeUInt16LE(value, 8 + 2 * i)));
  file.writeUInt16LE(tags.length, 8 + pixels);
  tags.forEach(([tag, value], i) => {
    const at = 8 + pixels + 2 + 12 * i;
    file.writeUInt16LE(tag, at);
    file.writeUInt16LE(3, at + 2);
    file.writeUInt32LE(1, at + 4);
    file.writeUInt16LE(value, at + 8);
  });
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.length);
}

async function read(bits, photometric, values) {
  const file = tiff(bits, photometric, values);
  const rgb = await (await (await fromArrayBuffer(file)).getImage()).readRGB({ interleave: true });
  const [picture] = UTIF.decode(file);
  UTIF.decodeImage(file, picture);
  const geotiff = values.map((_, i) => rgb[3 * i]).join(' ');
  const utif = values.map((_, i) => UTIF.toRGBA8(picture)[4 * i]).join(' ');
  console.log(`${bits} bits, 0 is ${photometric ? 'black' : 'white'}: file ${values.join(' ')}; geotiff ${geotiff}; utif ${utif}`);
  return `${geotiff} / ${utif}`;
}

const seen = [
  await read(8, 0, [0, 2, 200, 255]),
  await read(16, 0, [0, 512, 51200, 65535]),
  await read(8, 1, [0, 2, 200, 255]),
  await read(16, 1, [0, 512, 51200, 65535]),
];
const expected = ['0 254 56 1 / 255 253 55 0', '0 254 56 0 / 0 0 0 0', '0 2 200 255 / 0 2 200 255', '0 2 200 255 / 0 2 200 255'];
process.exit(seen.every((line, i) => line === expected[i]) ? 0 : 1);
J
if node white.mjs; then
    echo "As found: white that is stored as 0 comes out black."
else
    echo "This has changed." >&2
    exit 1
fi
