#define _GNU_SOURCE
#include "CSandbox.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "sandbox_parts.h"

int zb_threads(void) {
    DIR *tasks = opendir("/proc/self/task");
    if (!tasks) return 0;
    int count = 0;
    struct dirent *entry;
    while ((entry = readdir(tasks))) count += entry->d_name[0] != '.';
    closedir(tasks);
    return count;
}

int zb_sandbox(const struct zb_path *paths, size_t count) {
    int held = 0;
    /* Landlock and capabilities belong to a thread: another one would go on as before. */
    if (zb_threads() > 1) return held;
    /* A write that the limit stops shall fail, not kill. */
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_FSIZE, &none) == 0) held |= ZB_NO_FILE_GROWS;
    pid_t parent = getppid();
    held |= zb_give_up_rights(paths, count);
    /* Whoever has changed its user, if only to try, has forgotten whose end it follows. */
    if (zb_die_with_parent(parent) != 0) _exit(1);
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return held;
    held |= zb_landlock(paths, count);
    held |= zb_seccomp();
    return held;
}

static int lower(int resource, uint64_t bytes) {
    struct rlimit limit;
    if (getrlimit(resource, &limit) != 0) return -1;
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_max < bytes) return 0;
    limit.rlim_cur = bytes;
    limit.rlim_max = bytes;
    return setrlimit(resource, &limit);
}

int zb_limits(uint64_t data, uint64_t stack) {
    struct rlimit none = {0, 0};
    if (setrlimit(RLIMIT_CORE, &none) != 0) return -1;
    if (lower(RLIMIT_STACK, stack) != 0) return -1;
    return data > 0 ? lower(RLIMIT_DATA, data) : 0;
}

int zb_die_with_parent(pid_t parent) {
    prctl(PR_SET_NAME, "zhibiao-worker", 0, 0, 0);
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) != 0) return -1;
    return getppid() == parent ? 0 : -1;
}
