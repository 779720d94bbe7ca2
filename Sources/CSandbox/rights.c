#define _GNU_SOURCE
#include "CSandbox.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox_parts.h"

/* The user and group that own nothing. */
enum { NOBODY = 65534 };

/* Whether the effective user can read a file, or list a folder and reach what is in it. */
static int is_readable(const char *path, mode_t mode) {
    return faccessat(AT_FDCWD, path, S_ISDIR(mode) ? R_OK | X_OK : R_OK, AT_EACCESS) == 0;
}

/* Whether nobody can read a path that root can reach. The groups of root are given up already. */
static int nobody_can_read(const char *path) {
    struct stat status;
    if (stat(path, &status) != 0) return 1;
    if (setegid(NOBODY) != 0 || seteuid(NOBODY) != 0) return 0;
    int can = is_readable(path, status.st_mode);
    if (seteuid(0) != 0 || setegid(0) != 0) _exit(1);
    return can;
}

static int nobody_can_do(const struct zb_path *paths, size_t count) {
    for (size_t index = 0; index < count; ++index)
        if (paths[index].is_needed && !nobody_can_read(paths[index].path)) return 0;
    return 1;
}

static int give_up_capabilities(void) {
    for (int capability = 0; prctl(PR_CAPBSET_READ, capability, 0, 0, 0) >= 0; ++capability)
        prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[2] = {{0}};
    if (syscall(SYS_capset, &header, none) != 0) return 0;
    struct __user_cap_data_struct left[2] = {{0}};
    if (syscall(SYS_capget, &header, left) != 0) return 0;
    return !(left[0].effective | left[0].permitted | left[0].inheritable | left[1].effective | left[1].permitted |
             left[1].inheritable);
}

int zb_give_up_rights(const struct zb_path *paths, size_t count) {
    int held = 0;
    /* Root owns what it needs: it reads that without any group. */
    if (geteuid() == 0 && setgroups(0, NULL) == 0 && nobody_can_do(paths, count)) {
        if (setresgid(NOBODY, NOBODY, NOBODY) == 0 && setresuid(NOBODY, NOBODY, NOBODY) == 0)
            held |= ZB_OTHER_USER;
    }
    if (give_up_capabilities()) held |= ZB_NO_RIGHTS;
    return held;
}
