#pragma once

// The fence at which failures of any sort become codes and error handles.

#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "c/gatepost_c.h"

namespace gatepost::c {

[[nodiscard]] inline tl::unexpected<Error> BadArgument(std::string message) {
  return Fail(ErrorCode::kUsage, std::move(message));
}

// All of them in one, a line each, with the code of the first.
[[nodiscard]] tl::unexpected<Error> FailAll(const std::vector<Error>& errors);

// Gives the caller an error through `*out`, if `out` is not NULL and there is memory for it.
[[nodiscard]] gatepost_code Report(gatepost_code code, std::string_view text,
                                   gatepost_error** out) noexcept;
[[nodiscard]] gatepost_code CodeOf(ErrorCode code);

// What `call`, a function that returns Status, comes to. Nothing that is thrown passes.
template <class Call>
[[nodiscard]] gatepost_code Guarded(gatepost_error** out, const Call& call) noexcept {
  if (out != nullptr) *out = nullptr;
  try {
    const Status status = call();
    if (status) return GATEPOST_OK;
    return Report(CodeOf(status.error().code), status.error().ToString(), out);
  } catch (const std::bad_alloc&) {
    return Report(GATEPOST_OUT_OF_MEMORY, "There is not enough memory.", out);
  } catch (const std::exception& exception) {
    return Report(GATEPOST_INTERNAL, exception.what(), out);
  } catch (...) {
    return Report(GATEPOST_INTERNAL, "Something unknown was thrown.", out);
  }
}

}  // namespace gatepost::c
