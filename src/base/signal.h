// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <utility>

namespace base {

/// A subscription. Ends in its destructor, also when the signal has gone before it.
class [[nodiscard("an unowned connection ends at once")]] Connection {
  public:
    Connection() = default;
    explicit Connection(std::function<void()> disconnect) : disconnect_(std::move(disconnect)) {}
    Connection(Connection && other) noexcept : disconnect_(std::exchange(other.disconnect_, nullptr)) {}
    Connection& operator=(Connection&& other) noexcept {
        if (this != &other) {
            disconnect();
            disconnect_ = std::exchange(other.disconnect_, nullptr);
        }
        return *this;
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        disconnect();
    }

    void disconnect() {
        if (disconnect_) std::exchange(disconnect_, nullptr)();
    }

  private:
    std::function<void()> disconnect_;
};

/// Tells its subscribers, in the order in which they came. Keep the signal private to its owner and give
/// out `connect` alone. A slot may connect and disconnect, itself included, while it is being called; one
/// connected meanwhile is called from the next emission on. One thread only.
template <class... Args>
class Signal {
  public:
    using Slot = std::function<void(Args...)>;

    Connection connect(Slot slot) {
        auto entry = std::make_shared<Slot>(std::move(slot));
        slots_->push_back(entry);
        return Connection([slots = std::weak_ptr(slots_), entry] {
            *entry = nullptr;
            if (auto alive = slots.lock()) alive->remove(entry);
        });
    }

    void operator()(const Args&... args) const {
        const auto present = *slots_;
        for (const auto& entry : present) {
            // A copy keeps the slot alive while it disconnects itself.
            if (const Slot slot = *entry) slot(args...);
        }
    }

  private:
    using Slots = std::list<std::shared_ptr<Slot>>;
    std::shared_ptr<Slots> slots_ = std::make_shared<Slots>();
};

}  // namespace base
