/* What Swift cannot call by itself: variadic system calls, seccomp filters, Landlock, starting a process with chosen
 * descriptors and handing descriptors over. No function here keeps state but zb_watch_signals, none prints. */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* What zb_sandbox took hold of; bits of its result. */
enum {
    ZB_FILES = 1 << 0,      /* Landlock: only the paths that were named can be read, none written, made or removed */
    ZB_NETWORK = 1 << 1,    /* Landlock: no TCP port can be bound or connected to */
    ZB_SCOPE = 1 << 2,      /* Landlock: no signal to, and no abstract socket of, a process outside */
    ZB_CALLS = 1 << 3,      /* seccomp: only the system calls of a list */
    ZB_NO_FILE_GROWS = 1 << 4, /* RLIMIT_FSIZE is 0 */
    ZB_NO_RIGHTS = 1 << 5,  /* no capability is held or can be had */
    ZB_OTHER_USER = 1 << 6, /* the process was root's and is nobody's now */
    ZB_CONTENTS = 1 << 7,   /* Landlock: no file can be emptied or cut off */
};

/* A file, or a folder with all below it, that stays readable. */
struct zb_path {
    const char *path;
    int is_needed; /* 0: where another user could not read it, it is not missed */
};

/* The kernel's Landlock version, 0 when it has none or it is switched off. */
int zb_landlock_abi(void);

/* 1 when the kernel takes seccomp filters for this machine's instruction set. */
int zb_has_seccomp(void);

/* Gives up for good all that a reader of one document does not need: see docs/security.md. Does what the kernel can do
 * and returns the ZB_ bits of what took hold. The process must have one thread only, else nothing is done. */
int zb_sandbox(const struct zb_path *paths, size_t count);

/* Limits of this process: bytes of private writable memory (0: as they are), bytes of stack; no core dumps.
 * 0, or -1 with errno. */
int zb_limits(uint64_t data, uint64_t stack);

/* Has the kernel kill this process when the one that started it ends. `parent` closes the gap between the start and
 * this call: -1 when that process is already gone. */
int zb_die_with_parent(pid_t parent);

/* Starts `program` in a session of its own with its standard input from and its standard output to /dev/null,
 * descriptor 2 = `err`, 3 = `in`, 4 = `out`, and no other. 0, or an errno. */
int zb_spawn(const char *program, char *const arguments[], char *const environment[], int in, int out, int err,
             pid_t *pid);

/* As zb_spawn, with a copy of this process in the place of another program: 0 in the copy, its number in this process,
 * -1 with errno. Only while this process has one thread. */
pid_t zb_fork(int in, int out, int err);

/* Starts a program, looked up on PATH, in a session of its own with a connection as its standard input and output, and
 * beside it a keeper, whose number is the result, or -1 with errno. When the other end of `lifeline` closes, by this
 * process or by its end, the keeper kills the program with all that it has started, and ends. */
pid_t zb_start_kept(char *const arguments[], int connection, int errors, int *lifeline);

/* The number of threads of this process; 0 when the kernel does not say. */
int zb_threads(void);

/* Forgets a variable of the environment, its text in memory included. */
void zb_wipe_variable(const char *name);

/* Two connected sockets that programs started later do not inherit. 0, or -1 with errno. */
int zb_socket_pair(int ends[2]);

/* Sends bytes, and with the first of them a descriptor unless it is -1, without waiting: how many went, or -1. */
ssize_t zb_send(int socket, const void *bytes, size_t count, int descriptor);

/* Waits for bytes; `descriptor` becomes what came with them, or -1. How many bytes came, or -1. */
ssize_t zb_receive(int socket, void *bytes, size_t count, int *descriptor);

/* What zb_probe tries. The names are in docs/security.md. */
enum { ZB_PROBES = 27 };
const char *zb_probe_name(int probe);

/* Tries what the sandbox forbids: 0 when it was refused, 1 when it went through. `folder` holds a file `victim` and may
 * be written to; `parent` is the process that started this one. */
int zb_probe(int probe, const char *folder, pid_t parent);

/* From now on SIGINT, SIGTERM and SIGHUP do not end this process: each puts a byte into a pipe, whose reading end is
 * returned, or -1 with errno. The reading end does not block. A signal that is ignored stays ignored. */
int zb_watch_signals(void);

/* Ends this process by running over the end of its stack, as a document with bottomless nesting would. */
void zb_overflow_stack(void);

/* Makes a pipe that programs started later do not inherit: reading end, writing end. 0, or -1 with errno. */
int zb_pipe(int ends[2]);

/* Reads and writes on this descriptor return at once from now on. */
int zb_do_not_block(int descriptor);

/* A file in memory without a name, or -1 with errno. */
int zb_memory_file(void);
