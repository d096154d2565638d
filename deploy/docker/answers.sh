#!/bin/bash
# Ends well if this machine answers an HTTP request for PATH on PORT with 200: answers.sh PORT PATH. Needs bash alone.
set -u
exec 3<>"/dev/tcp/127.0.0.1/$1" || exit 1
printf 'GET %s HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' "$2" >&3
IFS= read -r -t 8 status <&3 || exit 1
case $status in
    HTTP/1.?' 200'*) exit 0 ;;
esac
cat <&3 >&2
exit 1
