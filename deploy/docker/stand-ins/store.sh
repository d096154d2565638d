#!/bin/bash
# Starts the store, or under the name mc says whether it is ready.
set -euo pipefail
if [ "$(basename "$0")" = mc ]; then
    exec 3<>/dev/tcp/127.0.0.1/9000
    exit
fi
exec java -Xmx256m -XX:+UseSerialGC -cp '/store:/store/*' Store
