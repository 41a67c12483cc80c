// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace faults {

/// What a program asks of a disk.
enum class Request { write, sync, truncate, open, remove, shared_memory };

/// The disk below one study file, its rollback journal and its write-ahead log: while it lives, SQLite
/// reaches all files through it (it is the default VFS of this process). Files lie on the real disk below; in
/// memory the Disk keeps what a real disk would still have after a power cut, under the rules of POSIX: a
/// sync makes one file's content durable, a folder's entries need a sync of the folder. It can lose power,
/// fail single requests, lie about syncs and refuse shared memory. One at a time in a process; any thread.
class Disk {
  public:
    /// Whether files can share memory between connections. Without it SQLite refuses WAL, and a study takes
    /// the journal of network disks.
    enum class Memory { shared, none };

    explicit Disk(std::filesystem::path study, Memory memory = Memory::shared);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    /// The power goes at the n-th change (write, sync, truncate, remove) from now, and before it happens; of
    /// what was not synced the seed decides what the disk still has: all, nothing, some of it, or some of a
    /// write's sectors of 512 bytes. From then on every request fails.
    void cut_power_at(std::int64_t change, std::uint32_t seed);
    [[nodiscard]] bool has_power() const;
    /// Puts on the real disk what survived the cut, and forgets every fault. All connections must be closed.
    void restart();

    /// Lets the n-th request of a kind from now fail with an SQLite result code, and all later ones of this
    /// kind too where `lasting`. A write that fails has written half of its bytes.
    void fail(Request request, std::int64_t nth, int code, bool lasting = false);
    /// No more faults. Returns whether the fault of fail() was met.
    bool heal();

    /// A disk that says that it synced and did not.
    void ignore_syncs() { ignores_syncs_ = true; }

    /// How often a kind of request was made since the constructor.
    [[nodiscard]] std::int64_t count(Request request) const;

    // Of the shim that SQLite calls:

    /// A change of a file that a power cut may take back.
    struct Pending {
        std::int64_t offset = 0;
        std::optional<std::string> data;  ///< none: truncated to `offset`
    };
    /// A file, whatever its name is by now.
    struct Inode {
        std::string durable;
        std::vector<Pending> pending;
    };
    using File = std::shared_ptr<Inode>;

    /// Counts a request and says with which code it fails; 0: it does not.
    int request(Request request);
    [[nodiscard]] bool is_of_study(const char* path) const;
    [[nodiscard]] bool shares_memory() const { return memory_ == Memory::shared; }
    File opened(const std::string& path);
    void written(const File& file, std::int64_t offset, std::string_view data);
    void truncated(const File& file, std::int64_t size);
    void synced(const File& file);
    void folder_synced();
    void removed(const std::string& path);

  private:
    struct Fault {
        Request request = Request::write;
        std::int64_t at = 0;
        int code = 0;
        bool lasting = false;
        bool met = false;
    };
    using Files = std::map<std::string, std::string>;

    [[nodiscard]] Files what_survives() const;

    std::string study_;
    Memory memory_;
    mutable std::recursive_mutex mutex_;
    std::map<std::string, File> now_, durable_;                 ///< the folder's entries
    std::vector<std::pair<std::string, File>> folder_pending_;  ///< without a file: removed
    std::optional<Files> survivors_;
    std::int64_t until_cut_ = 0;
    std::uint32_t seed_ = 0;
    std::optional<Fault> fault_;
    std::map<Request, std::int64_t> counts_;
    bool ignores_syncs_ = false;
};

}  // namespace faults
