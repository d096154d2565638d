# Sets how many threads compute the network, for the front door and for the containers. To be sourced.
# They wait for one another by spinning. They do so for a few microseconds only, and leave a core of three or more for
# all the rest. A container with a limit has fewer cores than its machine.
allowed_cores() {
    local cores quota period
    cores=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
    if command -v nproc >/dev/null; then cores=$(OMP_NUM_THREADS='' nproc); fi
    if [ -r /sys/fs/cgroup/cpu.max ]; then
        read -r quota period </sys/fs/cgroup/cpu.max
    elif [ -r /sys/fs/cgroup/cpu/cpu.cfs_quota_us ]; then
        quota=$(cat /sys/fs/cgroup/cpu/cpu.cfs_quota_us)
        period=$(cat /sys/fs/cgroup/cpu/cpu.cfs_period_us)
    fi
    if [ "${quota:-max}" != max ] && [ "$quota" -gt 0 ] && [ $(((quota + period - 1) / period)) -lt "$cores" ]; then
        cores=$(((quota + period - 1) / period))
    fi
    echo "$cores"
}

export GOMP_SPINCOUNT="${GOMP_SPINCOUNT:-20000}"
if [ -z "${OMP_NUM_THREADS:-}" ]; then
    cores=$(allowed_cores)
    export OMP_NUM_THREADS=$((cores > 2 ? cores - 1 : cores))
fi
