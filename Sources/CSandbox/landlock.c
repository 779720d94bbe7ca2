#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
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
    EXECUTE = 1 << 0,
    WRITE_FILE = 1 << 1,
    READ_FILE = 1 << 2,
    READ_FOLDER = 1 << 3,
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

/* Lets a path be read. What is not there needs no rule. */
static void allow(int set, const char *path) {
    int file = open(path, O_PATH | O_CLOEXEC);
    if (file < 0) return;
    struct stat status;
    if (fstat(file, &status) == 0) {
        int is_folder = S_ISDIR(status.st_mode);
        struct path_rule rule = {.allowed = is_folder ? READ_FILE | READ_FOLDER : READ_FILE, .folder = file};
        syscall(SYS_ADD_RULE, set, RULE_PATH, &rule, 0);
    }
    close(file);
}

int zb_landlock(const struct zb_path *paths, size_t count) {
    int version = zb_landlock_abi();
    if (version < 1) return 0;
    struct ruleset_attributes rules = {.files = EXECUTE | WRITE_FILE | READ_FILE | READ_FOLDER | REMOVE_AND_MAKE};
    size_t size = sizeof rules.files;
    int held = ZB_FILES;
    if (version >= 2) rules.files |= REFER;
    if (version >= 3) {
        rules.files |= TRUNCATE;
        held |= ZB_CONTENTS;
    }
    if (version >= 4) {
        rules.network = BIND_TCP | CONNECT_TCP;
        size = offsetof(struct ruleset_attributes, scope);
        held |= ZB_NETWORK;
    }
    if (version >= 5) rules.files |= DEVICE_CONTROL;
    if (version >= 6) {
        rules.scope = ABSTRACT_SOCKET | SIGNAL;
        size = sizeof rules;
        held |= ZB_SCOPE;
    }
    int set = (int)syscall(SYS_CREATE, &rules, size, 0);
    if (set < 0) return 0;
    for (size_t index = 0; index < count; ++index) allow(set, paths[index].path);
    if (syscall(SYS_RESTRICT, set, 0) != 0) held = 0;
    close(set);
    return held;
}
