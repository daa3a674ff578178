#pragma once

// Where a report goes: standard output or a file.

#include <cstdint>
#include <string>

#include "base/result.h"

namespace gatepost {

// A report in a file appears there whole or not at all: it is written beside the file and takes its
// place in Close. Not thread-safe.
class Output {
 public:
  // Who may read a file that is made.
  enum class Readers : uint8_t { kAll, kOwner };

  // "" and "-" are standard output. A device or pipe is written to directly; a file that is there
  // already keeps its mode, but where only its owner may read the new one. kUsage for what no run
  // makes again: a store of audits, what SQLite keeps beside one, a key.
  [[nodiscard]] static Result<Output> Open(const std::string& path,
                                           Readers readers = Readers::kAll);
  // What was not closed is thrown away.
  ~Output();
  Output(Output&&) noexcept;
  Output& operator=(Output&&) noexcept;

  // Writes all of `text`, then clears it.
  [[nodiscard]] Status Write(std::string& text);
  // Puts the written file in its place. Once, at the end.
  [[nodiscard]] Status Close();

  // The input named `path` ("-" is standard input) is the very file that is written to.
  [[nodiscard]] bool WouldOverwrite(const std::string& path) const;
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  Output(int descriptor, std::string path, std::string written)
      : descriptor_(descriptor), path_(std::move(path)), written_(std::move(written)) {}
  int descriptor_ = -1;
  std::string path_;     // as named; empty for standard output
  std::string written_;  // the file beside it that is written; empty if there is none
};

// Writes all of it there, by an Output.
[[nodiscard]] Status WriteWhole(const std::string& path, std::string text);

}  // namespace gatepost
