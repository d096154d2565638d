# A Docker Engine for the check: the one that answers, or else one of our own from Debian's packages, in a private
# folder. To be sourced; `engine_start` sets DOCKER_HOST and DOCKER_CONFIG where they are needed.

engine_start() { # folder
    if docker info >/dev/null 2>&1; then
        engine_own=no
    else
        engine_own=yes
        engine_folder=$1
        if ! command -v dockerd >/dev/null || ! command -v iptables >/dev/null; then
            [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
            { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
                docker.io iptables; } >"$1/packages.log" 2>&1 || return 1
        fi
        export DOCKER_HOST=unix://$1/docker.sock
        engine_run || return 1
    fi
    engine_compose "$1"
}

# Starts the private engine, or starts it again.
engine_run() {
    # Debian's package keeps the engine where it does not reach programs of other packages by itself.
    dockerd --data-root "$engine_folder/data" --exec-root "$engine_folder/exec" -H "$DOCKER_HOST" \
        --pidfile "$engine_folder/pid" >>"$engine_folder/dockerd.log" 2>&1 &
    local second
    for second in $(seq 60); do
        if docker info >/dev/null 2>&1; then return 0; fi
        sleep 1
    done
    tail -n 3 "$engine_folder/dockerd.log" >&2
    return 1
}

engine_stop() {
    [ "$engine_own" = yes ] && [ -f "$engine_folder/pid" ] || return 0
    local process
    process=$(cat "$engine_folder/pid")
    kill "$process" 2>/dev/null || return 0
    local second
    for second in $(seq 60); do
        if ! kill -0 "$process" 2>/dev/null; then return 0; fi
        sleep 1
    done
}

# Docker's plugins for compose files and builds; from Debian 13's packages if they are not installed.
engine_compose() { # folder
    if docker compose version >/dev/null 2>&1 && docker buildx version >/dev/null 2>&1; then return 0; fi
    command -v apt-get >/dev/null || return 1
    local mirror options
    mirror=$(apt-get indextargets --format '$(SITE)' | grep -E '/debian/?$' | sort -u | head -n 1)
    mkdir -p "$1"/apt/{state/lists/partial,cache/archives/partial} "$1/packages" "$1/config/cli-plugins"
    echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$1/apt/sources.list"
    options=(-o "Dir::State=$1/apt/state" -o "Dir::Cache=$1/apt/cache" -o "Dir::Etc::SourceList=$1/apt/sources.list"
        -o Dir::Etc::SourceParts=- -o Dir::State::status=/dev/null -o APT::Sandbox::User=root)
    (cd "$1/packages" && apt-get "${options[@]}" update && apt-get "${options[@]}" download docker-compose docker-buildx) \
        >"$1/plugins.log" 2>&1 || return 1
    local package
    for package in "$1"/packages/*.deb; do dpkg-deb -x "$package" "$1/plugins"; done
    cp "$1"/plugins/usr/libexec/docker/cli-plugins/* "$1/config/cli-plugins/"
    export DOCKER_CONFIG=$1/config
    docker compose version >/dev/null 2>&1
}
