#pragma once

// Messages to the person at the terminal, on standard error. They never hold scanned text.

#include <span>
#include <string_view>

#include "base/problem.h"
#include "base/result.h"

namespace gatepost {

// "gatepost: …", a line each.
void PrintError(const Error& error);
void PrintErrors(std::span<const Error> errors);
void PrintNote(std::string_view text);

}  // namespace gatepost
