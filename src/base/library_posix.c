/* What a library leaves to its caller: room on the disk, and silence. */
#include "kompass/os.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

kp_file_status kp_os_reserve(kp_arena *arena, const char *path, uint64_t bytes, const char **ret_why)
{
    struct stat info;
    int error = 0, fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0666);

    if (fd < 0) {
        *ret_why = kp_arena_strdup(arena, strerror(errno));
        return KP_FILE_ERROR;
    }
    if (fstat(fd, &info) != 0) {
        error = errno;
    } else if (!S_ISREG(info.st_mode)) {
        close(fd);
        return KP_FILE_NOT_REGULAR;
    } else {
        error = posix_fallocate(fd, 0, (off_t)bytes);
        if (ftruncate(fd, 0) != 0 && !error)
            error = errno;
    }
    if (close(fd) != 0 && !error)
        error = errno;
    if (error)
        *ret_why = kp_arena_strdup(arena, strerror(error));
    return error ? KP_FILE_ERROR : KP_FILE_OK;
}

int kp_os_silence(void)
{
    int kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (nothing >= 0 && nothing != STDERR_FILENO) {
        (void)dup2(nothing, STDERR_FILENO);
        close(nothing);
    }
    return kept;
}

/* Where stderr was closed, it is closed again: a file that got its number would receive the printing. */
void kp_os_unsilence(int kept)
{
    if (kept < 0) {
        close(STDERR_FILENO);
        return;
    }
    (void)dup2(kept, STDERR_FILENO);
    close(kept);
}
