#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sandbox_parts.h"

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#endif

int zb_has_seccomp(void) {
#ifdef MACHINE
    uint32_t action = SECCOMP_RET_ALLOW;
    return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
#else
    return 0;
#endif
}

#ifdef MACHINE

#define FIELD(name) (uint32_t) offsetof(struct seccomp_data, name)
#define LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, FIELD(field))
#define IF_EQUAL(value, then, otherwise) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)(value), then, otherwise)
#define IF_ANY_BIT(bits, then, otherwise) BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, (uint32_t)(bits), then, otherwise)
#define ANSWER(action) BPF_STMT(BPF_RET | BPF_K, (uint32_t)(action))
#define REFUSAL (SECCOMP_RET_ERRNO | EPERM)
/* What the C library takes for an old kernel, so that it falls back to a call whose arguments can be looked at. */
#define UNKNOWN_CALL (SECCOMP_RET_ERRNO | ENOSYS)
#define REFUSE(call) IF_EQUAL(SYS_##call, 0, 1), ANSWER(REFUSAL)

/* Calls that are refused whatever their arguments. */
#define REFUSED_CALLS                                                                                                 \
    REFUSE(socket), REFUSE(socketpair), REFUSE(connect), REFUSE(bind), REFUSE(listen), REFUSE(accept),                 \
        REFUSE(accept4), REFUSE(ptrace), REFUSE(process_vm_readv), REFUSE(process_vm_writev), REFUSE(kcmp),            \
        REFUSE(perf_event_open), REFUSE(bpf), REFUSE(keyctl), REFUSE(add_key), REFUSE(request_key),                    \
        REFUSE(userfaultfd), REFUSE(mount), REFUSE(umount2), REFUSE(pivot_root), REFUSE(chroot), REFUSE(setns),        \
        REFUSE(unshare), REFUSE(init_module), REFUSE(finit_module), REFUSE(delete_module), REFUSE(kexec_load),         \
        REFUSE(reboot), REFUSE(swapon), REFUSE(swapoff), REFUSE(truncate), REFUSE(renameat2), REFUSE(unlinkat),        \
        REFUSE(mkdirat), REFUSE(mknodat), REFUSE(linkat), REFUSE(symlinkat), REFUSE(fchmod), REFUSE(fchmodat),         \
        REFUSE(fchown), REFUSE(fchownat), REFUSE(setxattr), REFUSE(lsetxattr), REFUSE(fsetxattr), REFUSE(removexattr), \
        REFUSE(utimensat)

/* Older calls that newer machines do not have. */
#if defined(__x86_64__)
#define REFUSED_OLD_CALLS                                                                                              \
    REFUSE(rename), REFUSE(renameat), REFUSE(unlink), REFUSE(rmdir), REFUSE(mkdir), REFUSE(mknod), REFUSE(link),       \
        REFUSE(symlink), REFUSE(chmod), REFUSE(chown), REFUSE(lchown), REFUSE(creat), REFUSE(utime), REFUSE(utimes),   \
        REFUSE(futimesat)
#else
#define REFUSED_OLD_CALLS REFUSE(renameat)
#endif

int zb_seccomp(void) {
    static const struct sock_filter steps[] = {
        LOAD(arch),
        IF_EQUAL(MACHINE, 1, 0),
        ANSWER(SECCOMP_RET_KILL_PROCESS),
        LOAD(nr),
#if defined(__x86_64__)
        /* The x32 numbers would go round the list. */
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1),
        ANSWER(REFUSAL),
#endif
        /* Rings of requests would too. */
        IF_EQUAL(425, 0, 1),
        ANSWER(UNKNOWN_CALL),
        REFUSED_CALLS,
        REFUSED_OLD_CALLS,
        REFUSE(execve),
        REFUSE(execveat),
#if defined(__x86_64__)
        REFUSE(fork),
        REFUSE(vfork),
#endif
        /* clone3, whose flags are behind a pointer. */
        IF_EQUAL(435, 0, 1),
        ANSWER(UNKNOWN_CALL),
        /* Threads are wanted, processes are not. */
        IF_EQUAL(SYS_clone, 0, 3),
        LOAD(args[0]),
        IF_ANY_BIT(CLONE_THREAD, 1, 0),
        ANSWER(REFUSAL),
        ANSWER(SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof steps / sizeof steps[0], .filter = (struct sock_filter *)steps};
    long result = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
    return result == 0 ? ZB_SECCOMP : 0;
}

#else

int zb_seccomp(void) { return 0; }

#endif
