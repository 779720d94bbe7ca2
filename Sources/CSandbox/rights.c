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

/* Whether nobody could read all that is needed. Called with the effective user already changed. */
static int is_readable(const char *path) { return faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) == 0; }

static int nobody_can_do(const struct zb_path *paths, size_t count) {
    for (size_t index = 0; index < count; ++index) {
        struct stat status;
        if (!paths[index].is_needed || stat(paths[index].path, &status) != 0) continue;
        if (setegid(NOBODY) != 0 || seteuid(NOBODY) != 0) return 0;
        int can = is_readable(paths[index].path);
        if (seteuid(0) != 0 || setegid(0) != 0) _exit(1);
        if (!can) return 0;
    }
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
    if (geteuid() == 0 && nobody_can_do(paths, count)) {
        if (setgroups(0, NULL) == 0 && setresgid(NOBODY, NOBODY, NOBODY) == 0 && setresuid(NOBODY, NOBODY, NOBODY) == 0)
            held |= ZB_OTHER_USER;
    }
    if (give_up_capabilities()) held |= ZB_NO_RIGHTS;
    return held;
}
