#include "cli/message.h"

#include <cstdio>
#include <string>

#include "report/terminal_text.h"

namespace gatepost {
namespace {

void PrintLine(const std::string& text) {
  const std::string line = "gatepost: " + Printable(text) + '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void PrintError(const Error& error) { PrintLine(error.ToString()); }

void PrintErrors(std::span<const Error> errors) {
  for (const Error& error : errors) PrintError(error);
}

void PrintNote(std::string_view text) { PrintLine(std::string(text)); }

}  // namespace gatepost
