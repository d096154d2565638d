#!/usr/bin/env bash
# Measures of an outline in OpenCV 4.12.0 (npm: @techstark/opencv-js), with which many pipelines cut and measure
# plankton.
#
# Guess before running: contourArea of a filled body whose outline findContours found is its number of pixels, a row
# of pixels has the area of its length, and the measures of one outline fit each other.
# Seen: the outline runs through the centres of the outer pixels, so half a pixel is missing all around: 3 x 3 pixels
# have an area of 4, 10 x 10 of 81, an antenna of 40 x 1 of 0. minAreaRect and arcLength follow the same line, but
# boundingRect counts pixels: 10 x 10 where minAreaRect says 9 x 9. So small and thin bodies lose most, a smallest
# area drops them, and such areas do not belong into one table with those of ImageJ or scikit-image, which count
# pixels.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit @techstark/opencv-js@4.12.0-release.1 >&2
cat > area.cjs <<'J'
const loaded = require('@techstark/opencv-js');

function measure(cv, width, height) {
  const mask = cv.Mat.zeros(80, 80, cv.CV_8U);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) mask.ucharPtr(20 + y, 20 + x)[0] = 255;
  }
  const outlines = new cv.MatVector();
  cv.findContours(mask, outlines, new cv.Mat(), cv.RETR_EXTERNAL, cv.CHAIN_APPROX_NONE);
  const outline = outlines.get(0);
  const upright = cv.boundingRect(outline);
  const sides = Object.values(cv.minAreaRect(outline).size).map(Math.round).sort((a, b) => b - a).join(' x ');
  return `${width} x ${height}: pixels ${cv.countNonZero(mask)}, contourArea ${cv.contourArea(outline)}, `
    + `boundingRect ${upright.width} x ${upright.height}, minAreaRect ${sides}`;
}

function compare(cv) {
  const seen = [[3, 3], [10, 10], [40, 1]].map(([width, height]) => measure(cv, width, height));
  seen.forEach((line) => console.log(line));
  const expected = [
    '3 x 3: pixels 9, contourArea 4, boundingRect 3 x 3, minAreaRect 2 x 2',
    '10 x 10: pixels 100, contourArea 81, boundingRect 10 x 10, minAreaRect 9 x 9',
    '40 x 1: pixels 40, contourArea 0, boundingRect 40 x 1, minAreaRect 39 x 0',
  ];
  process.exit(seen.every((line, i) => line === expected[i]) ? 0 : 1);
}
if (loaded instanceof Promise) loaded.then(compare);
else loaded.onRuntimeInitialized = () => compare(loaded);
J
if node area.cjs; then
    echo "As found: the area of an outline is not its number of pixels."
else
    echo "This has changed." >&2
    exit 1
fi
