# The table of the check: each line is something that was shown, and how long it took. To be sourced.
table=()
failed=0

# Runs a function and notes how it ended; the check goes on.
shows() { # what function [arguments]
    local what=$1 begun=$SECONDS outcome
    shift
    echo "== $what" >&2
    if outcome=$("$@"); then
        outcome="ok  ${outcome##*$'\n'}"
    else
        outcome="FAILED  ${outcome##*$'\n'}"
        failed=1
    fi
    table+=("$(printf '%-58s %4d s  %s' "$what" $((SECONDS - begun)) "$outcome")")
    echo "${table[-1]}" >&2
}

print_table() {
    printf '\n%s\n' "Containers, after $SECONDS s:"
    printf '%s\n' "${table[@]}"
}
