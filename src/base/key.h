#pragma once

// The keys that fingerprints are made with (base/fingerprint.h), and their file's text.
// docs/keys.md is for those who keep one; base/key_file.h reads and writes the file.

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret.h"

namespace gatepost {

// One key. Moves, never copies; its bytes are wiped when it goes.
class Key {
 public:
  // 32 bytes from the system's random source; kInternal if it has none to give.
  [[nodiscard]] static Result<Key> Generate(std::chrono::sys_days made);
  Key(std::unique_ptr<const SecretKey> secret, std::chrono::sys_days made);

  // Eight hex digits that follow from the bytes and say nothing about them: what reports name.
  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] std::chrono::sys_days made() const { return made_; }
  // The day on which another key took its place; nullopt of the one in use.
  [[nodiscard]] std::optional<std::chrono::sys_days> retired() const { return retired_; }
  void Retire(std::chrono::sys_days day) { retired_ = day; }
  [[nodiscard]] std::span<const uint8_t> bytes() const { return secret_->bytes; }

 private:
  std::unique_ptr<const SecretKey> secret_;
  std::string id_;
  std::chrono::sys_days made_;
  std::optional<std::chrono::sys_days> retired_;
};

// The key in use, and those before it, which are kept to recognise what was marked under them.
// Const, shared by all workers. Its text is
//
//   gatepost-key 1
//   # Comments and empty lines are passed over.
//   key ID MADE HEX
//   retired ID MADE RETIRED HEX
//
// with one `key`, days as 2026-03-31, and 64 hex digits, from which the id must follow: a file that
// was damaged is refused.
class Keyring {
 public:
  static constexpr size_t kMaxRetired = 64;
  // More than the longest text: a line has up to 104 bytes.
  static constexpr size_t kMaxTextBytes = 16 << 10;

  // Up to kMaxRetired retired ones, the latest first; no two keys have one id.
  explicit Keyring(Key current, std::vector<Key> retired = {});
  // kSyntax, with the line, for what is not such a text. Messages never quote it.
  [[nodiscard]] static Result<Keyring> Parse(std::string_view text, const std::string& file_name);
  // The text, or as much of its begin, is that of keys, in whatever version.
  [[nodiscard]] static bool MayBe(std::string_view text);

  [[nodiscard]] SecretText ToText() const;
  [[nodiscard]] const Key& current() const { return current_; }
  [[nodiscard]] std::span<const Key> retired() const { return retired_; }

  // Puts `next` in the place of the current key, which is retired as of next's day. kTooLarge if
  // there are kMaxRetired of those, kInternal if a key has the id of `next`; nothing changes then.
  [[nodiscard]] Status Rotate(Key next);

 private:
  Key current_;
  std::vector<Key> retired_;
};

}  // namespace gatepost
