#pragma once

// Expected failures as values: Result<T> is a T or an Error that says what, where and what to do.

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace gatepost {

enum class ErrorCode : uint8_t {
  kUsage,           // the command line asks for something that cannot be done
  kUnreadable,      // a file, pipe or folder cannot be read or written
  kSyntax,          // text that does not parse: TOML, JSON, a regex
  kInvalidPattern,  // a pattern file that parses but breaks a rule of the format
  kInvalidPolicy,   // the same of a policy
  kTooLarge,        // over a stated limit
  kInternal,        // a fault of ours or of a library
};

// A place in a file that people edit; line and column count from 1, columns in bytes; 0 = not
// known.
struct SourcePlace {
  std::string file;
  uint32_t line = 0;
  uint32_t column = 0;

  // "file:line:column", leaving out what is not known.
  [[nodiscard]] std::string ToString() const;
  friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

// `message` is one or two plain sentences that say what is wrong and what to do. It never holds
// scanned text.
struct Error {
  ErrorCode code = ErrorCode::kInternal;
  std::string message;
  SourcePlace where;

  // "where: message", as it is shown to people.
  [[nodiscard]] std::string ToString() const;
};

// A T, or the Error that prevented it. As tl::expected, but may not be ignored.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

using Status = Result<void>;

// return Fail(ErrorCode::kSyntax, "…", where);
[[nodiscard]] inline tl::unexpected<Error> Fail(ErrorCode code, std::string message,
                                                SourcePlace where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}
[[nodiscard]] inline tl::unexpected<Error> Fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace gatepost
