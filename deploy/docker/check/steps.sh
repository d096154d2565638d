# What the check does in the usual course. To be sourced; a function that fails prints why on its last line.

settings() {
    cat <<END
POSTGRES_PASSWORD=check-$RANDOM$RANDOM$RANDOM
READER_PASSWORD=check-$RANDOM$RANDOM$RANDOM
STORE_ACCESS_KEY=check-$RANDOM$RANDOM
STORE_SECRET_KEY=check-$RANDOM$RANDOM$RANDOM
GATEWAY_TOKEN=check-$RANDOM$RANDOM$RANDOM$RANDOM$RANDOM
CONDUCTOR_UI=none
POSTGRES_PORT=25432
STORE_PORT=29000
STORE_CONSOLE_PORT=29001
GATEWAY_PORT=28127
SNAPSHOT_SECONDS=5
END
}

setting() { # name
    sed -n "s/^$1=//p" "$work/env" | tail -n 1
}

compose() {
    docker compose -p plankton-check -f "$root/docker-compose.yml" --env-file "$work/env" --progress quiet "$@" \
        2>>"$work/compose.log"
}

cli() {
    compose run --rm -T --user "$(id -u):$(id -g)" -v "$work:/work" cli "$@"
}

fail() { # sentence
    echo "$1"
    return 1
}

small=(rounds=2 side=64 networkSide=32 stepsPerEpoch=3 epochsPerRound=2 validationSteps=1 warmupSteps=2
    classesPerBatch=8 imagesPerClassInBatch=2 classifierEpochs=3 classifierUnits=32 pcaFramesBetween=0
    relationsMaxImages=60)

build() {
    compose build conductor setup >>"$work/build.log" 2>&1 || fail "see $work/build.log and $work/compose.log" || return
    local megabytes conductor
    megabytes=$(($(docker image inspect -f '{{.Size}}' plankton:1.0-SNAPSHOT) / 1000000))
    conductor=$(($(docker image inspect -f '{{.Size}}' plankton-conductor:1.0-SNAPSHOT) / 1000000))
    [ "$megabytes" -le 550 ] || fail "plankton has $megabytes MB" || return
    echo "plankton $megabytes MB, plankton-conductor $conductor MB"
}

# Waits until a service has this many healthy containers.
healthy() { # service count seconds
    local deadline=$((SECONDS + $3)) states
    while [ "$SECONDS" -lt "$deadline" ]; do
        states=$(compose ps -q "$1" | xargs -r docker inspect -f '{{.State.Health.Status}}')
        [ "$(grep -c '^healthy$' <<<"$states")" -ge "$2" ] && return 0
        sleep 2
    done
    fail "$1: ${states//$'\n'/, } after $3 s"
}

up() {
    compose up -d >>"$work/up.log" 2>&1 || fail "see $work/compose.log" || return
    healthy workers 1 600 && healthy gateway 1 60
}

commands() {
    # In every image are the same 300 drawings of plankton.
    "$JAVA_HOME/bin/java" -cp "$root/deploy/local/target/plankton-local-1.0-SNAPSHOT.jar:$(cat "$root/deploy/local/target/classpath.txt")" \
        dev.plankton.demodata.Main "$work/bay" 1 300 || return
    cli put /work/bay bay >"$work/put.log" || fail "put: $(tail -n 1 "$work/put.log")" || return
    cli datasets | grep -q '^bay' || fail "datasets does not list bay" || return
    cli put /work/bay old >/dev/null && cli remove --yes old >/dev/null || fail "remove" || return
    cli status >"$work/status.log" || fail "status: $(grep FAILED "$work/status.log")" || return
    cli sql 'select count(*) from history.run' >/dev/null || fail "sql" || return
    cli query >/dev/null || fail "query" || return
    echo "put, datasets, remove, status, sql, query"
}

whole_run() {
    cli run plankton_embedding dataset=bay "${small[@]}" >"$work/run.log" || fail "$(tail -n 1 "$work/run.log")" || return
    local run checkpoint
    run=$(sed -n 's/^Run \([^ ]*\) of .*/\1/p' "$work/run.log")
    [ -s "$work/reports/$run/index.html" ] || fail "the report was not copied" || return
    cli report --to copies "$run" >"$work/report.log" || fail "report: $(tail -n 1 "$work/report.log")" || return
    checkpoint=$(cli sql "select checkpoint_id from history.checkpoint where run_id = '$run' limit 1" | grep -oE '[0-9a-f]{32,}')
    cli onnx "$checkpoint" network.onnx >/dev/null && [ -s "$work/network.onnx" ] || fail "onnx" || return
    cli weights import /work/network.onnx >"$work/weights.log" || fail "weights: $(tail -n 1 "$work/weights.log")" || return
    local page
    page=$(sed -n 's#^http://[^/]*##p' "$work/report.log" | tail -n 1)
    through_gateway "$page" >"$work/page.html" && grep -q '<html' "$work/page.html" ||
        fail "the gateway does not serve $page" || return
    echo "run, report, onnx, weights import; report through the gateway"
}

through_gateway() { # path
    curl -fsS -H "Authorization: Bearer $(setting GATEWAY_TOKEN)" "http://127.0.0.1:$(setting GATEWAY_PORT)$1"
}

# The first column of the first row of an answer.
value() { # query
    compose exec -T -e PGPASSWORD="$(setting READER_PASSWORD)" postgres \
        psql -h 127.0.0.1 -U plankton_reader -d plankton -Atc "$1"
}

scale() {
    compose up -d --scale workers=3 --no-recreate >>"$work/up.log" 2>&1 && healthy workers 3 300 || return
    cli put /work/bay shared >/dev/null
    cli run plankton_dataset dataset=shared shardImages=20 side=200 >"$work/shared.log" ||
        fail "$(tail -n 1 "$work/shared.log")" || return
    local shares
    shares=$(value "select string_agg(tasks::text, '/' order by tasks) from (select count(*) as tasks from history.step_attempt
        where task_type = 'plankton_preprocess' and run_id = '$(sed -n 's/^Run \([^ ]*\) of .*/\1/p' "$work/shared.log")'
        group by worker) as each_worker")
    [ "$(tr -cd / <<<"$shares" | wc -c)" -ge 1 ] || fail "one worker did all: $shares" || return
    echo "preprocessing tasks of each worker: $shares"
}
