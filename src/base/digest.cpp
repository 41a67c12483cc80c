// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"

#include <sodium.h>

namespace base {

Digest digest_of(std::string_view bytes) {
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    return digest;
}

}  // namespace base
