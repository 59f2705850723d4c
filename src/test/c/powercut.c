/*
 * Writes down what a program does to the files of one folder, in the order in which it happens: what was written where,
 * what was cut, what was synced, what was deleted. From that a disk can be rebuilt as a power cut would have left it.
 *
 * Preloaded (LD_PRELOAD) into the JVM; POWERCUT_FOLDER is watched, POWERCUT_LOG is written. One lock around each call
 * and its line, so that the order in the log is the order on the disk. The shared-memory index (-shm) is no file that
 * survives, and is left out.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILES 4096
#define NAME 256

static pthread_mutex_t lock = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char names[FILES][NAME];
static int log_fd = -1;
static const char *folder;

#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  const char *path = getenv("POWERCUT_LOG");
  folder = getenv("POWERCUT_FOLDER");
  if (path && folder) {
    log_fd = (int) syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  }
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    long done = syscall(SYS_write, log_fd, at, length);
    if (done <= 0) _exit(99); /* a log with a hole would prove nothing */
    at += done;
    length -= (size_t) done;
  }
}

/* One line: what, the length of the name, the name, where, how much, and the bytes of a write. Host byte order. */
static void note(char what, const char *name, uint64_t offset, uint64_t length, const void *bytes) {
  unsigned char size = (unsigned char) strlen(name);
  put(&what, 1);
  put(&size, 1);
  put(name, size);
  put(&offset, sizeof offset);
  put(&length, sizeof length);
  if (bytes) put(bytes, length);
}

/* The file's name inside the watched folder, or nothing. */
static const char *watched(const char *path) {
  if (log_fd < 0 || !path) return NULL;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0 || path[length] != '/') return NULL;
  const char *name = path + length + 1;
  size_t end = strlen(name);
  if (strchr(name, '/') || end >= NAME - 1 || (end > 4 && strcmp(name + end - 4, "-shm") == 0)) return NULL;
  return name;
}

static const char *open_name(int fd) {
  return fd >= 0 && fd < FILES && names[fd][0] ? names[fd] : NULL;
}

static int opened(int fd, const char *path, int flags) {
  const char *name = watched(path);
  if (fd >= 0 && fd < FILES) {
    if (name) strcpy(names[fd], name);
    else names[fd][0] = 0;
    if (name && (flags & O_TRUNC)) note('T', name, 0, 0, NULL);
  }
  return fd;
}

#define MODE(flags)                        \
  mode_t mode = 0;                         \
  if ((flags) & (O_CREAT | O_TMPFILE)) {   \
    va_list rest;                          \
    va_start(rest, flags);                 \
    mode = va_arg(rest, mode_t);           \
    va_end(rest);                          \
  }

#define LOCKED(type, call)         \
  pthread_mutex_lock(&lock);       \
  type result = (call);            \
  pthread_mutex_unlock(&lock);     \
  return result

int open(const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, opened(REAL(open)(path, flags, mode), path, flags));
}

int open64(const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, opened(REAL(open64)(path, flags, mode), path, flags));
}

int openat(int at, const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, opened(REAL(openat)(at, path, flags, mode), path, flags));
}

int openat64(int at, const char *path, int flags, ...) {
  MODE(flags)
  LOCKED(int, opened(REAL(openat64)(at, path, flags, mode), path, flags));
}

int close(int fd) {
  pthread_mutex_lock(&lock);
  if (fd >= 0 && fd < FILES) names[fd][0] = 0;
  int result = REAL(close)(fd);
  pthread_mutex_unlock(&lock);
  return result;
}

static ssize_t wrote(const char *name, const void *bytes, ssize_t done, off64_t offset) {
  if (name && done > 0) note('W', name, (uint64_t) offset, (uint64_t) done, bytes);
  return done;
}

static off64_t place(int fd) {
  struct stat64 file;
  if (fcntl(fd, F_GETFL) & O_APPEND && fstat64(fd, &file) == 0) return file.st_size;
  return lseek64(fd, 0, SEEK_CUR);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  pthread_mutex_lock(&lock);
  const char *name = open_name(fd);
  off64_t offset = name ? place(fd) : 0;
  ssize_t result = wrote(name, bytes, REAL(write)(fd, bytes, length), offset);
  pthread_mutex_unlock(&lock);
  return result;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  LOCKED(ssize_t, wrote(open_name(fd), bytes, REAL(pwrite)(fd, bytes, length, offset), offset));
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  LOCKED(ssize_t, wrote(open_name(fd), bytes, REAL(pwrite64)(fd, bytes, length, offset), offset));
}

static int done(char what, int fd, int result, uint64_t length) {
  const char *name = open_name(fd);
  if (name && result == 0) note(what, name, 0, length, NULL);
  return result;
}

int ftruncate(int fd, off_t length) {
  LOCKED(int, done('T', fd, REAL(ftruncate)(fd, length), (uint64_t) length));
}

int ftruncate64(int fd, off64_t length) {
  LOCKED(int, done('T', fd, REAL(ftruncate64)(fd, length), (uint64_t) length));
}

int fsync(int fd) {
  LOCKED(int, done('S', fd, REAL(fsync)(fd), 0));
}

int fdatasync(int fd) {
  LOCKED(int, done('S', fd, REAL(fdatasync)(fd), 0));
}

int unlink(const char *path) {
  pthread_mutex_lock(&lock);
  const char *name = watched(path);
  int result = REAL(unlink)(path);
  if (name && result == 0) note('U', name, 0, 0, NULL);
  pthread_mutex_unlock(&lock);
  return result;
}
