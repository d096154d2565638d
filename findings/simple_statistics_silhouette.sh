#!/usr/bin/env bash
# The silhouette of a grouping in simple-statistics 7.12.1 (npm), a usual library for statistics in dashboards.
#
# Guess before running: silhouetteMetric is the mean over all points (Rousseeuw 1987), like silhouette_score of
# scikit-learn.
# Seen: it is the largest value of any point. Two groups that lie through each other and one far pair have a mean of
# 0.10, but get 0.995. A number of groups chosen by it is chosen by a single organism. The values of silhouette() are
# right, so their mean can be taken instead.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-fund --no-audit simple-statistics@7.12.1 >&2
cat > silhouette.mjs <<'J'
import { max, mean, silhouette, silhouetteMetric } from 'simple-statistics';

// Two groups that lie through each other, and one far pair that belongs together.
const points = [[0], [1], [2], [3], [4], [5], [100], [100.5]];
const groups = [0, 1, 0, 1, 0, 1, 2, 2];
const each = silhouette(points, groups);
const metric = silhouetteMetric(points, groups);
console.log(`each point: ${each.map((value) => value.toFixed(2)).join(' ')}`);
console.log(`mean ${mean(each).toFixed(3)}, largest ${max(each).toFixed(3)}, silhouetteMetric ${metric.toFixed(3)}`);
process.exit(metric === max(each) && mean(each) < 0.25 && metric > 0.99 ? 0 : 1);
J
if node silhouette.mjs; then
    echo "As found: silhouetteMetric is the value of the best point."
else
    echo "This has changed." >&2
    exit 1
fi
