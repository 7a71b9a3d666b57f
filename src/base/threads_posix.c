#include "kompass/os.h"

#include <pthread.h>
#include <stdlib.h>

enum { MOST_THREADS = 256 };

typedef struct work {
    void (*job)(void *context, size_t index);
    void *context;
    size_t count;
    size_t next; /* guarded by mutex */
    pthread_mutex_t mutex;
} work;

static void *do_jobs(void *argument)
{
    work *w = argument;

    for (;;) {
        size_t index;
        pthread_mutex_lock(&w->mutex);
        index = w->next < w->count ? w->next++ : w->count;
        pthread_mutex_unlock(&w->mutex);
        if (index == w->count)
            return NULL;
        w->job(w->context, index);
    }
}

void kp_os_parallel(unsigned threads, size_t count, void (*job)(void *context, size_t index), void *context)
{
    work w = {.job = job, .context = context, .count = count, .mutex = PTHREAD_MUTEX_INITIALIZER};
    pthread_t others[MOST_THREADS];
    unsigned started = 0, wanted = threads > MOST_THREADS ? MOST_THREADS : threads;

    if (wanted > count)
        wanted = (unsigned)count;
    while (started + 1 < wanted && pthread_create(&others[started], NULL, do_jobs, &w) == 0)
        started++;
    do_jobs(&w); /* this thread is one of them */
    while (started)
        pthread_join(others[--started], NULL);
    pthread_mutex_destroy(&w.mutex);
}

struct kp_lock {
    pthread_mutex_t mutex;
};

kp_lock *kp_lock_new(void)
{
    kp_lock *lock = malloc(sizeof(*lock));

    if (!lock || pthread_mutex_init(&lock->mutex, NULL) != 0)
        kp_out_of_memory();
    return lock;
}

void kp_lock_free(kp_lock *lock)
{
    if (!lock)
        return;
    pthread_mutex_destroy(&lock->mutex);
    free(lock);
}

void kp_lock_take(kp_lock *lock)
{
    pthread_mutex_lock(&lock->mutex);
}

void kp_lock_give(kp_lock *lock)
{
    pthread_mutex_unlock(&lock->mutex);
}
