#!/usr/bin/env bash
# The ellipse of a region in image-js 1.7.0 (npm), which measures regions of images in the browser and in Node.js.
#
# Guess before running: majorAxis.length and minorAxis.length are the axes of the ellipse with the moments of the
# body, perhaps scaled to its area as ImageJ does; a disc has two equal ones.
# Seen: the length of the minor axis is measured from an end of the minor axis to an end of the major one, and then
# both are scaled to the area with it. A disc of diameter 60 gets 85 x 42, a needle of 120 x 10 gets 49 x 25, and the
# minor axis of a nearly round body is longer than its major one. No body comes out more than twice as long as wide,
# so chains and needles pass for ovals. The end points of the axes keep the right ratio (49 x 4 for the needle) at a
# wrong scale.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit image-js@1.7.0 >&2
cat > ellipse.mjs <<'J'
import { Image, fromMask } from 'image-js';

let asFound = true;
function measure(name, length, width, expectedMajor, expectedMinor) {
  const picture = new Image(140, 140, { colorModel: 'GREY' });
  for (let y = 0; y < 140; y++) {
    for (let x = 0; x < 140; x++) {
      if (Math.hypot((x - 69.5) / (length / 2), (y - 69.5) / (width / 2)) < 1) picture.setPixel(x, y, [255]);
    }
  }
  const [region] = fromMask(picture.threshold({ threshold: 0.5 })).getRois({ kind: 'white' });
  const { majorAxis, minorAxis } = region.ellipse;
  const between = ([a, b]) => Math.hypot(a.column - b.column, a.row - b.row).toFixed(1);
  console.log(`${name} of ${length} x ${width}: lengths ${majorAxis.length.toFixed(1)} x ${minorAxis.length.toFixed(1)}, `
    + `between the end points ${between(majorAxis.points)} x ${between(minorAxis.points)}`);
  asFound &&= Math.abs(majorAxis.length - expectedMajor) < 0.1 && Math.abs(minorAxis.length - expectedMinor) < 0.1;
}
measure('disc  ', 60, 60, 84.9, 42.4);
measure('egg   ', 80, 78, 75.5, 82.7);
measure('oval  ', 80, 40, 67.3, 47.6);
measure('needle', 120, 10, 48.9, 24.8);
process.exit(asFound ? 0 : 1);
J
if node ellipse.mjs; then
    echo "As found: the minor axis is not measured along the minor axis."
else
    echo "This has changed." >&2
    exit 1
fi
