// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace faults {

class Disk;

/// Registers an SQLite VFS as the default of this process that asks `disk` about each request for the files
/// of its study and passes all others to the VFS of the operating system; with nullptr that one is the
/// default again. Files that are open meanwhile stay usable as long as the disk that they were opened on.
void set_disk(Disk* disk);

}  // namespace faults
