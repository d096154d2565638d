#!/bin/bash
# What a container of the image runs: workers, gateway, setup, or cli and a command.
set -euo pipefail
. /app/threads.sh
# The share of the memory for Java's heap; the network's memory lies outside of it.
exec /opt/java/bin/java -XX:MaxRAMPercentage="${PLANKTON_HEAP_PERCENT:-35}" -XX:+ExitOnOutOfMemoryError \
    @/app/java.options --sun-misc-unsafe-memory-access=allow -Dorg.bytedeco.javacpp.cachedir="$PLANKTON_STATE_FOLDER/javacpp" \
    -cp '/app/lib/*' dev.plankton.app.container.Main "$@"
