// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <stdexcept>

#include "faults/vfs.h"
#include "support/temporary_folder.h"

namespace faults {

namespace {

constexpr std::size_t kSector = 512;

bool chance(std::mt19937& random, double probability) {
    return std::uniform_real_distribution<>(0, 1)(random) < probability;
}

/// Does what reached the disk of one pending change.
void apply(const Disk::Pending& change, std::string& content, std::mt19937& random, bool torn) {
    const auto offset = static_cast<std::size_t>(change.offset);
    if (!change.data) {
        content.resize(offset, '\0');
        return;
    }
    const std::string_view data = *change.data;
    for (std::size_t begin = 0; begin < data.size();) {
        const std::size_t end = std::min(data.size(), begin + kSector - (offset + begin) % kSector);
        if (!torn || chance(random, 0.5)) {
            if (content.size() < offset + end) content.resize(offset + end, '\0');
            content.replace(offset + begin, end - begin, data.substr(begin, end - begin));
        }
        begin = end;
    }
}

std::string survivor_of(const Disk::Inode& inode, std::mt19937& random) {
    std::string content = inode.durable;
    const double kept = std::array{0.0, 1.0, 0.5, 0.9}.at(random() % 4);
    for (const auto& change : inode.pending) {
        if (chance(random, kept)) apply(change, content, random, chance(random, 0.3));
    }
    return content;
}

}  // namespace

Disk::Disk(std::filesystem::path study, Memory memory) : study_(std::move(study)), memory_(memory) {
    for (const char* ending : {"", "-journal", "-wal"}) {
        const std::string path = study_ + ending;
        if (!std::filesystem::exists(path)) continue;
        now_[path] = std::make_shared<Inode>(Inode{support::content_of(path), {}});
    }
    durable_ = now_;
    set_disk(this);
}

Disk::~Disk() {
    set_disk(nullptr);
}

void Disk::cut_power_at(std::int64_t change, std::uint32_t seed) {
    const std::lock_guard lock(mutex_);
    until_cut_ = change;
    seed_ = seed;
}

bool Disk::has_power() const {
    const std::lock_guard lock(mutex_);
    return !survivors_;
}

void Disk::restart() {
    const std::lock_guard lock(mutex_);
    if (!survivors_) throw std::logic_error("the power is on");
    for (const auto& [path, file] : now_) std::filesystem::remove(path);
    // Shared memory does not outlive a machine.
    std::filesystem::remove(study_ + "-shm");
    now_.clear();
    folder_pending_.clear();
    for (const auto& [path, content] : *survivors_) {
        std::filesystem::remove(path);
        std::ofstream(path, std::ios::binary) << content;
        now_[path] = std::make_shared<Inode>(Inode{content, {}});
    }
    durable_ = now_;
    survivors_.reset();
    fault_.reset();
    until_cut_ = 0;
    ignores_syncs_ = false;
}

void Disk::fail(Request request, std::int64_t nth, int code, bool lasting) {
    const std::lock_guard lock(mutex_);
    fault_ = {request, counts_[request] + nth, code, lasting, false};
}

bool Disk::heal() {
    const std::lock_guard lock(mutex_);
    const bool met = fault_ && fault_->met;
    fault_.reset();
    return met;
}

std::int64_t Disk::count(Request request) const {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(request);
    return found == counts_.end() ? 0 : found->second;
}

int Disk::request(Request request) {
    const std::lock_guard lock(mutex_);
    const std::int64_t count = ++counts_[request];
    const bool changes = request != Request::open && request != Request::shared_memory;
    if (!survivors_ && changes && until_cut_ > 0 && --until_cut_ == 0) survivors_ = what_survives();
    if (survivors_) return SQLITE_IOERR;
    if (!fault_ || fault_->request != request) return SQLITE_OK;
    if (count != fault_->at && !(fault_->lasting && count > fault_->at)) return SQLITE_OK;
    fault_->met = true;
    return fault_->code;
}

bool Disk::is_of_study(const char* path) const {
    if (path == nullptr || !std::string_view(path).starts_with(study_)) return false;
    const auto ending = std::string_view(path).substr(study_.size());
    return ending.empty() || ending == "-journal" || ending == "-wal";
}

Disk::File Disk::opened(const std::string& path) {
    const std::lock_guard lock(mutex_);
    File& file = now_[path];
    if (!file) {
        file = std::make_shared<Inode>();
        folder_pending_.emplace_back(path, file);
    }
    return file;
}

void Disk::written(const File& file, std::int64_t offset, std::string_view data) {
    const std::lock_guard lock(mutex_);
    file->pending.push_back({offset, std::string(data)});
}

void Disk::truncated(const File& file, std::int64_t size) {
    const std::lock_guard lock(mutex_);
    file->pending.push_back({size, std::nullopt});
}

void Disk::synced(const File& file) {
    const std::lock_guard lock(mutex_);
    if (ignores_syncs_) return;
    std::mt19937 unused;
    for (const auto& change : file->pending) apply(change, file->durable, unused, false);
    file->pending.clear();
}

void Disk::folder_synced() {
    const std::lock_guard lock(mutex_);
    if (ignores_syncs_) return;
    durable_ = now_;
    folder_pending_.clear();
}

void Disk::removed(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (now_.erase(path) > 0) folder_pending_.emplace_back(path, nullptr);
}

Disk::Files Disk::what_survives() const {
    std::mt19937 random(seed_);
    auto folder = durable_;
    const double kept = std::array{0.0, 1.0, 0.5}.at(random() % 3);
    for (const auto& [path, file] : folder_pending_) {
        if (!chance(random, kept)) continue;
        if (file) {
            folder[path] = file;
        } else {
            folder.erase(path);
        }
    }
    Files files;
    for (const auto& [path, file] : folder) files[path] = survivor_of(*file, random);
    return files;
}

}  // namespace faults
