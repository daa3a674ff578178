#pragma once

// Where a keyring is kept: a file of its owner's alone. Every load looks at the file's rights
// first; every write is whole and on the disk, or leaves what was there.

#include <chrono>
#include <filesystem>

#include "base/key.h"
#include "base/result.h"

namespace gatepost {

// kUnreadable if the file cannot be read, is no regular file, belongs to another user than the one
// this process acts for, or gives others any right to it; else as Keyring::Parse. A link is
// followed.
[[nodiscard]] Result<Keyring> LoadKeyFile(const std::filesystem::path& path);

// A new key in a new file, mode 600. kUsage if something of that name is there.
[[nodiscard]] Result<Keyring> CreateKeyFile(const std::filesystem::path& path,
                                            std::chrono::sys_days today);

// A new key in the file, whose key is retired. Fails as LoadKeyFile and Keyring::Rotate do; kUsage
// while another process writes the file.
[[nodiscard]] Result<Keyring> RotateKeyFile(const std::filesystem::path& path,
                                            std::chrono::sys_days today);

}  // namespace gatepost
