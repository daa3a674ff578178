#include "bench/more_patterns.h"

#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

namespace gatepost::bench {
namespace {

// Of six letters; no two numbers below 4096 have the same.
std::string WordOf(size_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvwzc";
  std::string word;
  for (int i = 0; i < 3; ++i) {
    word += kConsonants[number % kConsonants.size()];
    word += "aeiou"[(number + static_cast<size_t>(i)) % 5];
    number /= kConsonants.size();
  }
  return word;
}

std::string Times(std::string_view what, size_t count) {
  return std::string(what) + "{" + std::to_string(count) + "}";
}

// Letters and digits in groups that no other number has.
std::string ShapeOf(size_t number, std::string_view separator) {
  return Times("[A-Z]", 1 + number % 4) + std::string(separator) +
         Times("\\d", 4 + number / 4 % 6) + Times("[A-Z]", 1 + number / 24 % 8);
}

void AppendVariant(std::string_view regex, std::string& toml) {
  toml += "[[variant]]\nregex = '''" + std::string(regex) + "'''\nbase = 10\n\n";
}

std::string PatternToml(size_t number) {
  const std::string word = WordOf(number);
  std::string toml = "id = \"made." + word + "\"\nname = \"" + word +
                     "\"\ncategory = \"made\"\nseverity = \"low\"\nspecificity = 0\n\n";
  AppendVariant(word + "[ :-]{0,2}\\d{5,9}", toml);
  AppendVariant(word + "-?[A-Z]{2}\\d{4}", toml);
  AppendVariant(ShapeOf(number, "[ -]?"), toml);
  AppendVariant(ShapeOf(number, "/\\d{2}/"), toml);
  toml += "[[match]]\ntext = \"see " + word + " 12345\"\nspan = \"" + word + " 12345\"\n\n";
  toml += "[[no_match]]\ntext = \"see " + word + "\"\nwhy = \"no number\"\n";
  return toml;
}

}  // namespace

Status WriteMorePatterns(const std::filesystem::path& folder, size_t count) {
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  std::filesystem::create_directories(folder, error);
  for (size_t i = 0; i < count; ++i) {
    const std::filesystem::path path = folder / (WordOf(i) + ".toml");
    if (!(std::ofstream(path) << PatternToml(i))) {
      return Fail(ErrorCode::kUnreadable, "The file cannot be written.", {path.string()});
    }
  }
  return {};
}

}  // namespace gatepost::bench
