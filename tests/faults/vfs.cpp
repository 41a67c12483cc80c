// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/vfs.h"

#include <sqlite3.h>

#include <new>

#include "faults/disk.h"

namespace faults {

namespace {

Disk* disk = nullptr;

sqlite3_vfs* system_vfs() {
    static sqlite3_vfs* const found = sqlite3_vfs_find("unix");
    return found;
}

/// An open file of a study, with the system's own file behind it.
struct ShimFile {
    sqlite3_file base;
    Disk::File file;
    /// Made by this opening: its first sync makes the folder's entry durable too, as the VFS of SQLite for
    /// Unix does it.
    bool sync_folder;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

ShimFile& shim(sqlite3_file* file) {
    return *reinterpret_cast<ShimFile*>(file);
}

sqlite3_file* real(sqlite3_file* file) {
    return shim(file).real();
}

int close(sqlite3_file* file) {
    const int code = real(file)->pMethods->xClose(real(file));
    shim(file).~ShimFile();
    return code;
}

int read(sqlite3_file* file, void* data, int size, sqlite3_int64 offset) {
    if (!disk->has_power()) return SQLITE_IOERR_READ;
    return real(file)->pMethods->xRead(real(file), data, size, offset);
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset) {
    const int refused = disk->request(Request::write);
    if (refused != SQLITE_OK) size /= 2;
    if (!disk->has_power()) return SQLITE_IOERR_WRITE;
    const int code = real(file)->pMethods->xWrite(real(file), data, size, offset);
    if (code != SQLITE_OK) return code;
    disk->written(shim(file).file, offset, {static_cast<const char*>(data), static_cast<std::size_t>(size)});
    return refused;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (const int refused = disk->request(Request::truncate); refused != SQLITE_OK) return refused;
    const int code = real(file)->pMethods->xTruncate(real(file), size);
    if (code == SQLITE_OK) disk->truncated(shim(file).file, size);
    return code;
}

int sync(sqlite3_file* file, int flags) {
    (void)flags;  // The system's own sync would only cost time.
    if (const int refused = disk->request(Request::sync); refused != SQLITE_OK) return refused;
    disk->synced(shim(file).file);
    if (shim(file).sync_folder) disk->folder_synced();
    shim(file).sync_folder = false;
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    if (!disk->has_power()) return SQLITE_IOERR_FSTAT;
    return real(file)->pMethods->xFileSize(real(file), size);
}

int lock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xLock(real(file), level);
}

int unlock(sqlite3_file* file, int level) {
    return real(file)->pMethods->xUnlock(real(file), level);
}

int check_reserved_lock(sqlite3_file* file, int* result) {
    return real(file)->pMethods->xCheckReservedLock(real(file), result);
}

int file_control(sqlite3_file* file, int operation, void* argument) {
    return real(file)->pMethods->xFileControl(real(file), operation, argument);
}

int sector_size(sqlite3_file* file) {
    return real(file)->pMethods->xSectorSize(real(file));
}

int device_characteristics(sqlite3_file* file) {
    return real(file)->pMethods->xDeviceCharacteristics(real(file));
}

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    if (const int refused = disk->request(Request::shared_memory); refused != SQLITE_OK) return refused;
    return real(file)->pMethods->xShmMap(real(file), region, size, extend, memory);
}

int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}

void shm_barrier(sqlite3_file* file) {
    real(file)->pMethods->xShmBarrier(real(file));
}

int shm_unmap(sqlite3_file* file, int remove) {
    return real(file)->pMethods->xShmUnmap(real(file), remove);
}

constexpr sqlite3_io_methods methods(int version) {
    const bool shares = version >= 2;
    return {version,
            close,
            read,
            write,
            truncate,
            sync,
            file_size,
            lock,
            unlock,
            check_reserved_lock,
            file_control,
            sector_size,
            device_characteristics,
            shares ? shm_map : nullptr,
            shares ? shm_lock : nullptr,
            shares ? shm_barrier : nullptr,
            shares ? shm_unmap : nullptr,
            nullptr,
            nullptr};
}

constexpr sqlite3_io_methods kWithSharedMemory = methods(2);
constexpr sqlite3_io_methods kWithoutSharedMemory = methods(1);

int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* flags_out) {
    if (!disk->is_of_study(path)) return system_vfs()->xOpen(system_vfs(), path, file, flags, flags_out);
    file->pMethods = nullptr;
    if (const int refused = disk->request(Request::open); refused != SQLITE_OK) return refused;
    int exists = 0;
    system_vfs()->xAccess(system_vfs(), path, SQLITE_ACCESS_EXISTS, &exists);
    sqlite3_file* behind = reinterpret_cast<ShimFile*>(file)->real();
    const int code = system_vfs()->xOpen(system_vfs(), path, behind, flags, flags_out);
    if (code != SQLITE_OK) return code;
    const bool made = exists == 0 && (flags & SQLITE_OPEN_MAIN_DB) == 0;
    new (file) ShimFile{
        {disk->shares_memory() ? &kWithSharedMemory : &kWithoutSharedMemory}, disk->opened(path), made};
    return SQLITE_OK;
}

int remove(sqlite3_vfs*, const char* path, int sync_folder) {
    if (!disk->is_of_study(path)) return system_vfs()->xDelete(system_vfs(), path, sync_folder);
    if (const int refused = disk->request(Request::remove); refused != SQLITE_OK) return refused;
    const int code = system_vfs()->xDelete(system_vfs(), path, 0);
    if (code != SQLITE_OK) return code;
    disk->removed(path);
    if (sync_folder != 0) disk->folder_synced();
    return SQLITE_OK;
}

int access(sqlite3_vfs*, const char* path, int flags, int* result) {
    if (disk->is_of_study(path) && !disk->has_power()) return SQLITE_IOERR_ACCESS;
    return system_vfs()->xAccess(system_vfs(), path, flags, result);
}

/// The system's VFS with our own ways to files.
sqlite3_vfs& vfs() {
    static sqlite3_vfs made = [] {
        sqlite3_vfs copy = *system_vfs();
        copy.zName = "faults";
        copy.szOsFile += static_cast<int>(sizeof(ShimFile));
        copy.xOpen = open;
        copy.xDelete = remove;
        copy.xAccess = access;
        return copy;
    }();
    return made;
}

}  // namespace

void set_disk(Disk* new_disk) {
    disk = new_disk;
    if (disk != nullptr) {
        sqlite3_vfs_register(&vfs(), 1);
    } else {
        sqlite3_vfs_unregister(&vfs());
        sqlite3_vfs_register(system_vfs(), 1);
    }
}

}  // namespace faults
