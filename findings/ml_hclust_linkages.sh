#!/usr/bin/env bash
# Two linkages of ml-hclust 3.1.0 (npm), the usual clustering library of JavaScript and of dashboards made with it.
#
# Guess before running: 'ward' merges the two groups whose union adds least to the sum of squared distances within
# groups (Ward 1963), as SciPy's and scikit-learn's 'ward' do, and 'centroid' reports the distance of the centroids.
# Seen: both put plain distances into formulas that hold for squared ones. 'ward' joins an outlier to a group at a cost
# of 60.75 although joining the two groups would cost 54, so the tree itself differs; 'ward2' is Ward's method.
# 'centroid' reports 2.275 for centroids that are 2.55 apart.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit ml-hclust@3.1.0 >&2
cat > linkages.mjs <<'J'
import { agnes } from 'ml-hclust';

const points = [3, 4, 5, 9, 10, 11, 19];
const mean = (group) => group.reduce((sum, i) => sum + points[i], 0) / group.length;
const cost = (a, b) => ((a.length * b.length) / (a.length + b.length)) * (mean(a) - mean(b)) ** 2;
const near = [0, 1, 2], middle = [3, 4, 5], outlier = [6];
console.log(`costs by Ward's criterion: both groups ${cost(near, middle)}, the outlier ${cost(middle, outlier)}`);

const halves = (method) => agnes(points.map((x) => [x]), { method }).children
  .map((half) => half.indices().map((i) => points[i]).sort((a, b) => a - b).join(' ')).sort().join(' | ');
console.log(`ward:  ${halves('ward')}`);
console.log(`ward2: ${halves('ward2')}`);

const tree = agnes([[10], [12], [13.1]], { method: 'centroid' });
console.log(`centroid: reports ${tree.height.toFixed(3)}, the centroids are ${((12 + 13.1) / 2 - 10).toFixed(3)} apart`);

const asFound = halves('ward').includes('9 10 11 19') && halves('ward2').includes('3 4 5 9 10 11')
  && Math.abs(tree.height - 2.275) < 1e-9;
process.exit(asFound ? 0 : 1);
J
if node linkages.mjs; then
    echo "As found: 'ward' is not Ward's method, 'ward2' is."
else
    echo "This has changed." >&2
    exit 1
fi
