# Steps that are run one after another, and a summary of them. To be sourced, not run.

results=()
failed=0

# Runs one step and notes how it ended; a failed step does not hide what the later ones say.
step() {
    local name=$1 start=$SECONDS outcome=passed
    shift
    printf '\n== %s\n' "$name"
    if ! "$@"; then
        outcome=FAILED
        failed=1
    fi
    results+=("$(printf '%-8s %5d s  %s' "$outcome" "$((SECONDS - start))" "$name")")
}

summary() {
    printf '\nSummary\n'
    printf '  %s\n' "${results[@]}"
    if [ "$failed" -ne 0 ]; then
        printf 'Something failed; the step says what.\n'
        exit 1
    fi
    printf 'All steps passed.\n'
}
