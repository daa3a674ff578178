#include "cli/choice.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <CLI/CLI.hpp>
#include <string_view>

namespace gatepost {
namespace {

struct Unit {
  std::string_view name;  // lower case
  uint64_t bytes;
};
constexpr std::array<Unit, 14> kUnits = {{{"", 1},
                                          {"b", 1},
                                          {"k", 1 << 10},
                                          {"kb", 1 << 10},
                                          {"kib", 1 << 10},
                                          {"m", 1 << 20},
                                          {"mb", 1 << 20},
                                          {"mib", 1 << 20},
                                          {"g", 1 << 30},
                                          {"gb", 1 << 30},
                                          {"gib", 1 << 30},
                                          {"t", uint64_t{1} << 40},
                                          {"tb", uint64_t{1} << 40},
                                          {"tib", uint64_t{1} << 40}}};

}  // namespace

CLI::Option* AddWordOption(CLI::App& command, const OptionText& text,
                           const std::vector<std::string>& words,
                           const std::function<void(size_t)>& choose) {
  const auto parse = [name = text.name, words, choose](const std::string& given) {
    const auto found = std::find(words.begin(), words.end(), given);
    if (found == words.end()) {
      throw CLI::ValidationError(
          name, "\"" + given + "\" is none of " + CLI::detail::join(words, ", ") + ".");
    }
    choose(static_cast<size_t>(found - words.begin()));
  };
  return command.add_option_function<std::string>(text.name, parse, text.help)
      ->type_name(CLI::detail::join(words, "|"));
}

Result<uint64_t> ParseSize(const std::string& text, uint64_t max_bytes) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  std::string name(end, text.data() + text.size());
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (error == std::errc() && number > 0 && number <= max_bytes) {
    for (const Unit& unit : kUnits) {
      if (unit.name == name && number <= max_bytes / unit.bytes) return number * unit.bytes;
    }
  }
  const std::string range = max_bytes == kMaxSize ? " from 1 byte to 1 GiB" : "";
  return Fail(ErrorCode::kUsage, "\"" + text + "\" is no size" + range +
                                     ": write it as 64KiB, 16MiB or a number of bytes.");
}

}  // namespace gatepost
