#pragma once

// Runs the command lines of a case, one after another, in a fresh folder.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "cases/case_file.h"

namespace gatepost::cases {

struct RunOptions {
  std::filesystem::path program_folder;  // first in PATH
  std::filesystem::path source_folder;   // $SOURCE in command lines
};

// What each step of `file` did, in order. The folder they share is made for this call, holds the
// case's files, and is removed after it; the environment is the same on every machine (UTC,
// C.UTF-8, a HOME that is empty) but for PATH and the sanitizers' options. A step that a signal
// ends has the exit code 128 + signal, as in sh. kUnreadable if the folder cannot be made or sh not
// be started.
[[nodiscard]] Result<std::vector<Outcome>> RunCase(const CaseFile& file, const RunOptions& options);

}  // namespace gatepost::cases
