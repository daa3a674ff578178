#include "pattern/toml_limits.h"

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"
#include "pattern/pattern_reader.h"
#include "pattern/toml_cursor.h"

namespace gatepost {
namespace {

SourcePlace PlaceOf(std::string_view text, size_t at, const std::string& file_name) {
  const std::string_view before = text.substr(0, at);
  const auto newlines = std::count(before.begin(), before.end(), '\n');
  const size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  return {file_name, static_cast<uint32_t>(newlines + 1),
          static_cast<uint32_t>(at - line_begin + 1)};
}

Error FileTooLarge(const std::string& file_name) {
  return {ErrorCode::kTooLarge,
          "this file is over the limit of 1 MiB. Shorten it; a pattern's long lists may stand in "
          "files of their own.",
          {file_name, 1, 1}};
}

Status CheckSizes(std::string_view text, const std::string& file_name) {
  if (text.size() > kMaxPatternFileBytes) return Fail(FileTooLarge(file_name));
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    if (end - begin > kMaxPatternLineBytes) {
      return Fail(ErrorCode::kTooLarge, "this line is over the limit of 64 KiB. Break it up.",
                  PlaceOf(text, begin, file_name));
    }
    begin = end + 1;
  }
  return {};
}

Status CheckUtf8(std::string_view text, const std::string& file_name) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint code_point = DecodeUtf8(text, at);
    if (!code_point.is_valid) {
      return Fail(ErrorCode::kSyntax, "this byte is not valid UTF-8. Save the file as UTF-8.",
                  PlaceOf(text, at, file_name));
    }
    at += code_point.size;
  }
  return {};
}

// Up to the parser's first error this sees brackets and dots just as the parser does; nothing after
// it matters.
Status CheckDepth(std::string_view text, const std::string& file_name) {
  int brackets = 0;
  int dots = 0;  // of the key or number at hand
  for (size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\'') {
      at = EndOfTomlString(text, at);
      continue;
    }
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (c == '.') ++dots;
    if (c == '=' || c == ',' || c == '\n') dots = 0;
    if (brackets > kMaxTomlDepth || dots > kMaxTomlDepth) {
      return Fail(
          ErrorCode::kSyntax,
          "this is nested deeper than " + std::to_string(kMaxTomlDepth) +
              " levels; nothing here needs more than four. Look for stray brackets or dots.",
          PlaceOf(text, at, file_name));
    }
    ++at;
  }
  return {};
}

}  // namespace

Result<std::string> ReadTomlFile(const std::filesystem::path& path) {
  Result<std::string> content = ReadFile(path, kMaxPatternFileBytes);
  const bool is_too_large = !content && content.error().code == ErrorCode::kTooLarge;
  if (is_too_large) return Fail(FileTooLarge(path.string()));
  return content;
}

Status CheckTomlLimits(std::string_view text, const std::string& file_name) {
  if (Status status = CheckSizes(text, file_name); !status) return status;
  if (Status status = CheckUtf8(text, file_name); !status) return status;
  return CheckDepth(text, file_name);
}

}  // namespace gatepost
