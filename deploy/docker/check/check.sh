#!/usr/bin/env bash
# Tries the containers as a user would: builds the images, starts everything, uploads, runs, scales, kills, restarts,
# stops and starts again. Ends with a table; exit code 0 if all of it worked, 3 if there is no Docker Engine or
# no image to build on. PLANKTON_DOCKER=required makes that a failure. Needs a built project and JAVA_HOME.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
work=$(mktemp -d /tmp/plankton-containers-XXXXXX)
. "$here/engine.sh"
. "$here/table.sh"
. "$here/steps.sh"
. "$here/trouble.sh"

cleanup() {
    compose --profile '*' down -v --remove-orphans >/dev/null 2>&1
    docker volume rm plankton-check-root >/dev/null 2>&1
    engine_stop
    if [ "$failed" = 0 ] && [ -z "${PLANKTON_KEEP:-}" ]; then rm -rf "$work"; else echo "Logs are in $work." >&2; fi
}

# Ends with 3 where the means for the check are missing, with 1 where they failed or must be there.
not_tried() { # exit code, sentence
    echo "$2; the containers were not tried." >&2
    [ "${PLANKTON_DOCKER:-}" = required ] || [ "$1" != 3 ] && exit 1
    exit 3
}
if ! engine_start "$work"; then
    not_tried 3 "No Docker Engine answers and none can be installed here"
fi
trap cleanup EXIT

settings >"$work/env"
if ! timeout 30 docker pull -q debian:13-slim >/dev/null 2>&1; then
    echo "No registry of images answers: stand-ins from Debian's packages." >&2
    "$root/deploy/docker/stand-ins/make.sh" >>"$work/env" || not_tried $? "No images can be had and no stand-ins made"
fi

shows "the images are built, the one for the CPU has at most 550 MB" build
shows "everything starts and becomes healthy" up
shows "every command works from a container" commands
shows "a whole run, its report through the gateway" whole_run
shows "three workers start at once and share preprocessing" scale
shows "a trainer is killed, its run completes" kill_trainer
shows "the engine stops and starts, a run completes" restart_engine
shows "down and up keep the data" down_up
shows "network threads as the front door sets them" threads
shows "a volume of root's: one sentence, no restarts" root_volume
shows "a whole run by a worker that may nearly nothing" restricted
print_table
exit "$failed"
