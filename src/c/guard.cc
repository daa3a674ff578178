#include "c/guard.h"

#include "c/handles.h"

namespace gatepost::c {

tl::unexpected<Error> FailAll(const std::vector<Error>& errors) {
  if (errors.size() == 1) return Fail(errors.front());
  std::string lines;
  for (const Error& error : errors) lines += (lines.empty() ? "" : "\n") + error.ToString();
  return Fail(errors.empty() ? ErrorCode::kInternal : errors.front().code, std::move(lines));
}

gatepost_code Report(gatepost_code code, std::string_view text, gatepost_error** out) noexcept {
  if (out == nullptr) return code;
  try {
    *out = std::make_unique<gatepost_error>(gatepost_error{code, std::string(text)}).release();
  } catch (const std::bad_alloc&) {
    *out = nullptr;
  }
  return code;
}

gatepost_code CodeOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return GATEPOST_INVALID_ARGUMENT;
    case ErrorCode::kUnreadable:
      return GATEPOST_UNREADABLE;
    case ErrorCode::kSyntax:
      return GATEPOST_SYNTAX;
    case ErrorCode::kInvalidPattern:
      return GATEPOST_INVALID_PATTERN;
    case ErrorCode::kInvalidPolicy:
      return GATEPOST_INVALID_POLICY;
    case ErrorCode::kTooLarge:
      return GATEPOST_TOO_LARGE;
    case ErrorCode::kInternal:
      break;
  }
  return GATEPOST_INTERNAL;
}

}  // namespace gatepost::c
