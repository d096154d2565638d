#!/usr/bin/env bash
# Makes stand-ins for the images on which ours are built, for a machine that reaches no registry of images but Debian's
# packages: a small Debian, the JDK of this machine, PostgreSQL, and an S3 store from the project's own libraries.
# Prints the lines for the environment of docker compose. Needs root and a built project; takes debootstrap from Debian's
# packages if it is not installed. Exit code 3 if that cannot be had.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
: "${JAVA_HOME:?the JDK that the images shall hold}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if ! command -v debootstrap >/dev/null; then
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends debootstrap; } \
        >"$work/packages.log" 2>&1 || { tail -n 3 "$work/packages.log" >&2; exit 3; }
fi

# The mirror from which this machine takes its packages.
mirror=$(apt-get indextargets --format '$(SITE)' | grep -E '/debian/?$' | sort -u | head -n 1)
debootstrap --variant=minbase trixie "$work/debian" "${mirror:-http://deb.debian.org/debian}" >"$work/debootstrap.log" ||
    { tail -n 5 "$work/debootstrap.log" >&2; exit 1; }
rm -rf "$work"/debian/usr/share/{doc,man,info,locale}/* "$work"/debian/var/{cache/apt,lib/apt/lists}/* "$work"/debian/var/log/*.log
tar -C "$work/debian" -c . | docker import - plankton-stand-in:debian >/dev/null

mkdir "$work/context" "$work/context/store"
cp -aL "$JAVA_HOME" "$work/context/jdk"
rm -rf "$work/context/jdk/lib/src.zip"
tr ':' '\n' <"$root/deploy/local/target/classpath.txt" |
    grep -vE 'plankton-|bytedeco|nd4j|deeplearning4j|onnxruntime|flyway|parquet|hadoop|embedded-postgres' |
    xargs -I{} cp -n {} "$work/context/store/"
"$JAVA_HOME/bin/javac" -d "$work/context/store" -cp "$work/context/store/*" "$here/Store.java"
cp "$here"/{Dockerfile,postgres.sh,store.sh} "$work/context/"
for target in jdk postgres store; do
    docker build -q --target "$target" -t "plankton-stand-in:$target" "$work/context" >/dev/null
done
cat <<END
RUN_IMAGE=plankton-stand-in:debian
JDK_IMAGE=plankton-stand-in:jdk
POSTGRES_IMAGE=plankton-stand-in:postgres
STORE_IMAGE=plankton-stand-in:store
END
