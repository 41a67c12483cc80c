// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

struct sqlite3;
struct sqlite3_stmt;

namespace db {

/// Bytes that are bound as a BLOB.
using Blob = std::span<const std::uint8_t>;

/// A prepared statement: bind, step, read. Bound texts and blobs must live until the statement has run.
class Statement {
  public:
    Statement(sqlite3* database, std::string_view sql);
    ~Statement();
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Binds parameters from ?1 on, after forgetting earlier results. NULL: std::nullopt or nullptr.
    template <class... Values>
    Statement& bind(const Values&... values) {
        reset();
        int index = 0;
        (bind_one(++index, values), ...);
        return *this;
    }
    /// Binds the parameter ?index alone; the others stay as they are. Not between two steps.
    template <class Value>
    void bind_at(int index, const Value& value) {
        bind_one(index, value);
    }
    /// Binds and runs to the end; for statements without results.
    template <class... Values>
    void run(const Values&... values) {
        bind(values...);
        while (step()) {
        }
    }

    /// Goes to the next row; false at the end.
    bool step();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Valid until the next step.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] Blob blob(int column) const;
    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] bool is_integer(int column) const;

  private:
    struct Finalizer {
        void operator()(sqlite3_stmt* statement) const;
    };

    void reset();
    void check(int code) const;
    void bind_integer(int index, std::int64_t value);
    void bind_real(int index, double value);
    void bind_text(int index, std::string_view value);
    void bind_blob(int index, Blob value);
    void bind_null(int index);

    template <class Value>
    void bind_one(int index, const Value& value) {
        if constexpr (std::is_same_v<Value, std::nullopt_t> || std::is_null_pointer_v<Value>) {
            bind_null(index);
        } else if constexpr (requires { value.has_value(); }) {
            if (value.has_value()) {
                bind_one(index, *value);
            } else {
                bind_null(index);
            }
        } else if constexpr (std::is_integral_v<Value> || std::is_enum_v<Value>) {
            bind_integer(index, static_cast<std::int64_t>(value));
        } else if constexpr (std::is_floating_point_v<Value>) {
            bind_real(index, value);
        } else if constexpr (std::is_convertible_v<Value, std::string_view>) {
            bind_text(index, value);
        } else {
            bind_blob(index, Blob(value));
        }
    }

    std::unique_ptr<sqlite3_stmt, Finalizer> handle_;
    bool running_ = false;
};

}  // namespace db
