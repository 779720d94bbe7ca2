#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox_parts.h"

/* The kernel's interface as of Landlock 6, written out: the headers of older systems lack the later parts. */
struct ruleset_attributes {
    uint64_t files;
    uint64_t network;
    uint64_t scope;
};

struct path_rule {
    uint64_t allowed;
    int32_t folder;
} __attribute__((packed));

enum { SYS_CREATE = 444, SYS_ADD_RULE = 445, SYS_RESTRICT = 446 };
enum { RULE_PATH = 1, CREATE_VERSION = 1 };

enum {
    WRITE_FILE = 1 << 1,
    /* remove a folder or file; make a device, folder, file, socket, pipe, block device or link */
    REMOVE_AND_MAKE = 0x7f << 4 | 1 << 11 | 1 << 12,
    REFER = 1 << 13,
    TRUNCATE = 1 << 14,
    DEVICE_CONTROL = 1 << 15,
};

enum { BIND_TCP = 1 << 0, CONNECT_TCP = 1 << 1 };
enum { ABSTRACT_SOCKET = 1 << 0, SIGNAL = 1 << 1 };

int zb_landlock_abi(void) {
    long version = syscall(SYS_CREATE, NULL, 0, CREATE_VERSION);
    return version < 0 ? 0 : (int)version;
}

int zb_landlock(int has_program) {
    int version = zb_landlock_abi();
    if (version < 1) return 0;
    struct ruleset_attributes rules = {.files = WRITE_FILE | REMOVE_AND_MAKE};
    size_t size = sizeof rules.files;
    int held = ZB_LANDLOCK_FILES;
    if (version >= 2) rules.files |= REFER;
    if (version >= 3) rules.files |= TRUNCATE;
    if (version >= 4) {
        rules.network = BIND_TCP | CONNECT_TCP;
        size = offsetof(struct ruleset_attributes, scope);
        held |= ZB_LANDLOCK_NETWORK;
    }
    if (version >= 5) rules.files |= DEVICE_CONTROL;
    if (version >= 6) {
        rules.scope = has_program ? ABSTRACT_SOCKET : ABSTRACT_SOCKET | SIGNAL;
        size = sizeof rules;
        held |= ZB_LANDLOCK_SCOPE;
    }
    int set = (int)syscall(SYS_CREATE, &rules, size, 0);
    if (set < 0) return 0;
    /* Libraries open /dev/null for writing and take it ill when they may not. */
    struct path_rule null = {.allowed = WRITE_FILE, .folder = open("/dev/null", O_PATH | O_CLOEXEC)};
    if (null.folder >= 0) {
        syscall(SYS_ADD_RULE, set, RULE_PATH, &null, 0);
        close(null.folder);
    }
    if (syscall(SYS_RESTRICT, set, 0) != 0) held = 0;
    close(set);
    return held;
}
