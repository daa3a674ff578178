#include "c/handles.h"

const char* gatepost_version(void) { return GATEPOST_VERSION; }

const char* gatepost_code_name(gatepost_code code) {
  switch (code) {
    case GATEPOST_OK:
      return "ok";
    case GATEPOST_INVALID_ARGUMENT:
      return "invalid_argument";
    case GATEPOST_UNREADABLE:
      return "unreadable";
    case GATEPOST_SYNTAX:
      return "syntax";
    case GATEPOST_INVALID_PATTERN:
      return "invalid_pattern";
    case GATEPOST_INVALID_POLICY:
      return "invalid_policy";
    case GATEPOST_TOO_LARGE:
      return "too_large";
    case GATEPOST_OUT_OF_MEMORY:
      return "out_of_memory";
    case GATEPOST_INTERNAL:
      return "internal";
    default:
      return "unknown";
  }
}

gatepost_code gatepost_error_code(const gatepost_error* error) {
  return error == nullptr ? GATEPOST_OK : error->code;
}

const char* gatepost_error_text(const gatepost_error* error) {
  return error == nullptr ? "" : error->text.c_str();
}

void gatepost_error_free(gatepost_error* error) {
  const std::unique_ptr<gatepost_error> freed(error);
}
