#!/bin/bash
# Starts PostgreSQL as its official image does: makes the database at the first start, while it listens at its socket
# alone, and then serves everybody who knows the password.
set -euo pipefail
data=/var/lib/postgresql/data/cluster
if [ ! -f "$data/ready" ]; then
    rm -rf "$data"
    initdb -D "$data" -U "$POSTGRES_USER" -E UTF8 --locale=C --auth-local=trust --auth-host=scram-sha-256 \
        --pwfile="$POSTGRES_PASSWORD_FILE" >/dev/null
    echo 'host all all all scram-sha-256' >>"$data/pg_hba.conf"
    pg_ctl -D "$data" -w -o "-c listen_addresses='' -k /tmp" start >/dev/null
    createdb -h /tmp -U "$POSTGRES_USER" "$POSTGRES_DB"
    pg_ctl -D "$data" -w stop >/dev/null
    touch "$data/ready"
fi
exec postgres -D "$data" -c listen_addresses='*' -c unix_socket_directories=/tmp
