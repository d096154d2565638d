# What the check breaks. To be sourced after steps.sh.

# Starts a run in the background and waits until one of its tasks is under way.
begin_run() { # name, task type, inputs
    local name=$1 task=$2
    shift 2
    cli run plankton_embedding dataset=bay "$@" >"$work/$name.log" &
    background=$!
    local second
    for second in $(seq 240); do
        run=$(sed -n 's/^Run \([^ ]*\) of .*/\1/p' "$work/$name.log")
        if [ -n "$run" ]; then
            worker=$(value "select worker from history.step_attempt where run_id = '$run' and task_type = '$task' and status = 'RUNNING' limit 1")
            if [ -n "$worker" ]; then return 0; fi
        fi
        sleep 1
    done
    fail "$task did not begin"
}

ended_well() { # name
    wait "$background" || fail "$(tail -n 1 "$work/$1.log")"
}

# A process that dies is started again; `docker kill` would count as the user's wish.
kill_trainer() {
    compose up -d --scale workers=1 --no-recreate >>"$work/up.log" 2>&1
    local worker run background container before
    begin_run killed plankton_train "${small[@]}" seed=2 stepsPerEpoch=100 epochsPerRound=3 || return
    container=${worker%%-*}
    before=$(docker inspect -f '{{.State.Pid}}' "$container") || return
    kill -9 "$before" || return
    ended_well killed || return
    [ "$(docker inspect -f '{{.State.Pid}}' "$container")" != "$before" ] || fail "the container was not started again" || return
    echo "container $container was started again, attempts at training: $(value \
        "select count(*) from history.step_attempt where run_id = '$run' and task_type = 'plankton_train'")"
}

restart_engine() {
    if [ "$engine_own" = no ]; then
        echo "left out: the engine is not ours to stop"
        return 0
    fi
    local before
    before=$(value 'select count(*) from history.run')
    engine_stop
    engine_run || return
    healthy workers 1 600 && healthy gateway 1 120 || return
    [ "$(value 'select count(*) from history.run')" = "$before" ] || fail "runs are missing" || return
    cli run plankton_embedding dataset=bay "${small[@]}" seed=3 >"$work/restarted.log" ||
        fail "$(tail -n 1 "$work/restarted.log")"
}

down_up() {
    local before
    before=$(value 'select count(*) from history.run')
    compose down >>"$work/up.log" 2>&1 && up || return
    [ "$(value 'select count(*) from history.run')" = "$before" ] || fail "runs are missing" || return
    cli run plankton_embedding dataset=bay "${small[@]}" >"$work/again.log" || fail "$(tail -n 1 "$work/again.log")" || return
    local statuses
    statuses=$(value "select string_agg(distinct status, ',') from history.step_attempt
        where task_type = 'plankton_train' and run_id = '$(sed -n 's/^Run \([^ ]*\) of .*/\1/p' "$work/again.log")'")
    [ "$statuses" = REUSED ] || fail "training was not found again: $statuses" || return
    echo "$before runs; the same run again found its training"
}

threads() {
    local inside outside
    inside=$(compose exec -T workers bash -c 'tr "\0" "\n" </proc/1/environ' | grep -E '^(OMP_NUM_THREADS|GOMP_SPINCOUNT)=' | sort | xargs)
    outside=$(env -u OMP_NUM_THREADS -u GOMP_SPINCOUNT bash -c ". '$root/deploy/threads.sh'; env" |
        grep -E '^(OMP_NUM_THREADS|GOMP_SPINCOUNT)=' | sort | xargs)
    [ "$inside" = "$outside" ] || fail "'$inside' instead of '$outside'" || return
    echo "$inside"
}

root_volume() {
    docker volume create plankton-check-root >/dev/null
    docker run --rm --user 0 --entrypoint bash -v plankton-check-root:/volume plankton:1.0-SNAPSHOT \
        -c 'touch /volume/file && chown 0:0 /volume && chmod 755 /volume' || return # an empty one takes the image's owner
    local id said
    id=$(docker run -d --restart unless-stopped -v plankton-check-root:/var/lib/plankton --env-file <(worker_environment) \
        -e PLANKTON_ON_WRONG_SETTINGS=wait plankton:1.0-SNAPSHOT workers)
    sleep 20
    said=$(docker logs "$id" 2>&1)
    local restarts
    restarts=$(docker inspect -f '{{.RestartCount}}' "$id")
    docker rm -f "$id" >/dev/null
    [ "$restarts" = 0 ] && [ "$(wc -l <<<"$said")" = 2 ] && grep 'PLANKTON_STATE_FOLDER' <<<"$said" ||
        fail "$restarts restarts, said: ${said:0:300}"
}

# What a worker outside of the compose file needs.
worker_environment() {
    cat <<END
PLANKTON_CONDUCTOR_URL=http://conductor:8080/api/
PLANKTON_STORE_URL=http://store:9000
PLANKTON_STORE_ACCESS_KEY=$(setting STORE_ACCESS_KEY)
PLANKTON_STORE_SECRET_KEY=$(setting STORE_SECRET_KEY)
PLANKTON_DATABASE_URL=jdbc:postgresql://postgres:5432/plankton
PLANKTON_DATABASE_PASSWORD=$(setting POSTGRES_PASSWORD)
PLANKTON_THREADS=4
END
}

# As a cluster with restricted pods runs it.
restricted() {
    compose stop workers >>"$work/up.log" 2>&1
    local id
    id=$(docker run -d --network plankton-check_default --read-only --user 10001 --cap-drop ALL \
        --security-opt no-new-privileges --tmpfs /tmp:exec,mode=1777 --tmpfs /var/lib/plankton:exec,mode=1777 \
        --env-file <(worker_environment) plankton:1.0-SNAPSHOT workers) || return
    cli run plankton_embedding dataset=bay "${small[@]}" seed=4 >"$work/restricted.log"
    local outcome=$?
    docker logs "$id" >"$work/restricted-worker.log" 2>&1
    docker rm -f "$id" >/dev/null
    compose start workers >>"$work/up.log" 2>&1
    [ "$outcome" = 0 ] || fail "$(tail -n 1 "$work/restricted.log")"
}
