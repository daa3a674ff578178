// Any bytes, read as a pattern file and as a policy file, give a value or an error with its place:
// never a crash, a hang or an exception. A pattern file has one settled layout, which is its own.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "pattern/lint.h"
#include "pattern/pattern_format.h"
#include "pattern/pattern_reader.h"
#include "pattern/policy.h"

namespace {

// An error says what is wrong, and where.
template <class T>
void CheckPlace(const gatepost::Result<T>& result) {
  if (result) return;
  const gatepost::Error& error = result.error();
  if (error.message.empty() || error.where.line == 0 || error.where.column == 0) __builtin_trap();
}

void CheckLayout(std::string_view pattern) {
  const gatepost::ListFolder lists{"/nonexistent"};
  const auto once = gatepost::FormatPattern(pattern, "fuzz.toml", lists);
  if (!once) __builtin_trap();
  const auto twice = gatepost::FormatPattern(*once, "fuzz.toml", lists);
  if (!twice || *twice != *once) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const gatepost::Result<gatepost::Pattern> pattern =
      gatepost::ParsePattern(text, "fuzz.toml", gatepost::ListFolder{"/nonexistent"});
  CheckPlace(pattern);
  if (pattern) static_cast<void>(gatepost::Lint({*pattern}));
  if (pattern) CheckLayout(text);

  const gatepost::Result<gatepost::Policy> policy = gatepost::ParsePolicy(text, "fuzz.toml");
  CheckPlace(policy);
  if (policy && pattern) static_cast<void>(gatepost::CheckPolicyAgainst(*policy, {*pattern}));
  return 0;
}
