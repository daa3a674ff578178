#include "cli/confirmation.h"

#include <fstream>
#include <istream>
#include <ostream>

#include "base/ascii.h"

namespace gatepost {

Result<bool> IsConfirmed(const std::string& question) {
  std::ifstream in("/dev/tty");
  std::ofstream out("/dev/tty");
  if (!in || !out) {
    return Fail(ErrorCode::kUsage,
                "this cannot be undone, and there is no terminal to ask at. Add --yes to do it.");
  }
  return SaysYes(question, in, out);
}

bool SaysYes(const std::string& question, std::istream& in, std::ostream& out) {
  out << question << " [y/N] " << std::flush;
  std::string answer;
  if (!std::getline(in, answer)) return false;
  return EqualsLower(answer, "y") || EqualsLower(answer, "yes");
}

}  // namespace gatepost
