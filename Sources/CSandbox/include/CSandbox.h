/* What Swift cannot call by itself: variadic system calls, seccomp filters, Landlock, and starting a process with
 * chosen descriptors. No function here allocates, keeps state or prints. */
#pragma once

#include <stdint.h>
#include <sys/types.h>

/* What zb_sandbox took hold of; bits of its result. */
enum {
    ZB_LANDLOCK_FILES = 1 << 0,   /* no file or folder can be written, made or removed */
    ZB_LANDLOCK_NETWORK = 1 << 1, /* no TCP port can be bound or connected to */
    ZB_LANDLOCK_SCOPE = 1 << 2,   /* no signal to, and no abstract socket of, a process outside */
    ZB_SECCOMP = 1 << 3,          /* no socket, program, process, trace or change of a file */
    ZB_NO_FILE_GROWS = 1 << 4,    /* RLIMIT_FSIZE is 0 */
};

/* The kernel's Landlock version, 0 when it has none or it is switched off. */
int zb_landlock_abi(void);

/* 1 when the kernel takes seccomp filters for this machine's instruction set. */
int zb_has_seccomp(void);

/* Gives up for good the right to write files, to open sockets, to start programs and processes and to trace; unless
 * `has_program`, also to send signals outside: to a program that was started before. Does what the kernel can do and
 * returns the ZB_ bits of what took hold. */
int zb_sandbox(int has_program);

/* Limits of this process: bytes of private writable memory (0: as they are), bytes of stack; no core dumps.
 * 0, or -1 with errno. */
int zb_limits(uint64_t data, uint64_t stack);

/* Keeps the two pipes of zb_spawn from programs that this process starts. */
void zb_keep_pipes(void);

/* Has the kernel kill this process when the one that started it ends. `parent` closes the gap between the start and
 * this call: -1 when that process is already gone. */
int zb_die_with_parent(pid_t parent);

/* Starts `program` in a process group of its own with its standard input from and its standard output to /dev/null,
 * descriptor 2 = `err`, 3 = `in`, 4 = `out`, and no other. 0, or an errno. */
int zb_spawn(const char *program, char *const arguments[], char *const environment[], int in, int out, int err,
             pid_t *pid);

/* Tries what the sandbox forbids, one thing a call: 0 when it was refused, 1 when it went through. */
int zb_try_write(const char *folder);
int zb_try_socket(void);
int zb_try_program(void);
int zb_try_process(void);
int zb_try_trace(void);

/* From now on SIGINT, SIGTERM and SIGHUP do not end this process: each puts a byte into a pipe, whose reading end is
 * returned, or -1 with errno. The reading end does not block. A signal that is ignored stays ignored. */
int zb_watch_signals(void);

/* Ends this process by running over the end of its stack, as a document with bottomless nesting would. */
void zb_overflow_stack(void);

/* Makes a pipe that programs started later do not inherit: reading end, writing end. 0, or -1 with errno. */
int zb_pipe(int ends[2]);

/* Reads and writes on this descriptor return at once from now on. */
int zb_do_not_block(int descriptor);
