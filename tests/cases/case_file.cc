#include "cases/case_file.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace gatepost::cases {
namespace {

constexpr std::string_view kWildcard = "<*>";
constexpr std::string_view kSectionMark = "--- ";
constexpr std::string_view kCommandMark = "$ ";
constexpr std::string_view kUnended = " without final newline";

std::vector<std::string_view> LinesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& file_name)
      : lines_(LinesOf(text)), where_{.file = file_name} {}

  Result<CaseFile> Parse() {
    while (next_ < lines_.size() && lines_[next_].starts_with("#")) {
      file_.comment.append(lines_[next_++]).append("\n");
    }
    while (next_ < lines_.size()) {
      if (auto status = ParseBlock(); !status) return Fail(status.error());
    }
    if (file_.steps.empty()) return Wrong("has no command line; write one as \"$ gatepost ...\"");
    return std::move(file_);
  }

 private:
  tl::unexpected<Error> Wrong(const std::string& message) {
    where_.line = static_cast<uint32_t>(next_);
    return Fail(ErrorCode::kSyntax, message, where_);
  }

  Status ParseBlock() {
    const std::string_view line = lines_[next_++];
    if (line.starts_with(kCommandMark)) {
      file_.steps.emplace_back().command = line.substr(kCommandMark.size());
      seen_.clear();
      return {};
    }
    if (!line.starts_with(kSectionMark)) return Wrong("stands in no section");
    return ParseSection(line.substr(kSectionMark.size()));
  }

  Status ParseSection(std::string_view title) {
    const bool is_unended = title.ends_with(kUnended);
    if (is_unended) title.remove_suffix(kUnended.size());
    const size_t name_bytes = std::min(title.find(' '), title.size());
    const std::string name(title.substr(0, name_bytes));
    const std::string argument(title.substr(std::min(name_bytes + 1, title.size())));
    if (name == "file") return ParseFile(argument, is_unended);

    if (file_.steps.empty()) return Wrong("stands before the first command line");
    if (std::find(seen_.begin(), seen_.end(), name) != seen_.end()) {
      return Wrong("the command line has this section already");
    }
    seen_.push_back(name);
    if (name == "exit") return ParseExit(argument);
    std::string* const content = argument.empty() ? ContentNamed(name) : nullptr;
    if (content == nullptr)
      return Wrong("no such section: file NAME, stdin, stdout, stderr, exit N");
    *content = Content(is_unended);
    return {};
  }

  Status ParseFile(const std::string& name, bool is_unended) {
    if (!file_.steps.empty()) return Wrong("files stand before the first command line");
    file_.files.push_back({name, Content(is_unended)});
    return {};
  }

  Status ParseExit(std::string_view number) {
    int& code = file_.steps.back().expected.exit_code;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), code);
    if (error != std::errc() || end != number.data() + number.size()) {
      return Wrong("an exit is a number");
    }
    return {};
  }

  std::string* ContentNamed(std::string_view title) {
    Step& step = file_.steps.back();
    if (title == "stdin") return &step.stdin_text;
    if (title == "stdout") return &step.expected.stdout_text;
    if (title == "stderr") return &step.expected.stderr_text;
    return nullptr;
  }

  std::string Content(bool is_unended) {
    std::string content;
    for (; next_ < lines_.size(); ++next_) {
      std::string_view line = lines_[next_];
      if (line.starts_with(kSectionMark) || line.starts_with(kCommandMark)) break;
      if (line.starts_with("\\")) line.remove_prefix(1);
      content.append(line).append("\n");
    }
    if (is_unended && !content.empty()) content.pop_back();
    return content;
  }

  std::vector<std::string_view> lines_;
  size_t next_ = 0;
  SourcePlace where_;
  CaseFile file_;
  std::vector<std::string> seen_;  // the sections of the last command line
};

void AppendSection(std::string& text, std::string_view title, std::string_view content) {
  text.append(kSectionMark).append(title);
  if (!content.empty() && !content.ends_with('\n')) text.append(kUnended);
  text.append("\n");
  for (const auto line : LinesOf(content)) {
    if (line.starts_with(kSectionMark) || line.starts_with(kCommandMark) ||
        line.starts_with("\\")) {
      text.append("\\");
    }
    text.append(line).append("\n");
  }
}

void AppendUnlessEmpty(std::string& text, std::string_view title, std::string_view content) {
  if (!content.empty()) AppendSection(text, title, content);
}

// Tries every end of the first wildcard; lines of cases are short and have few.
bool LineMatches(std::string_view actual, std::string_view expected) {
  const size_t wildcard = expected.find(kWildcard);
  if (wildcard == std::string_view::npos) return actual == expected;
  if (actual.substr(0, wildcard) != expected.substr(0, wildcard)) return false;
  const std::string_view rest = expected.substr(wildcard + kWildcard.size());
  for (size_t end = actual.size(); end > wildcard; --end) {
    if (LineMatches(actual.substr(end), rest)) return true;
  }
  return false;
}

}  // namespace

Result<CaseFile> ParseCase(std::string_view text, const std::string& file_name) {
  return Parser(text, file_name).Parse();
}

std::string ToText(const CaseFile& file) {
  std::string text = file.comment;
  for (const auto& input : file.files) AppendSection(text, "file " + input.name, input.content);
  for (const auto& step : file.steps) {
    text.append(kCommandMark).append(step.command).append("\n");
    AppendUnlessEmpty(text, "stdin", step.stdin_text);
    AppendUnlessEmpty(text, "stdout", step.expected.stdout_text);
    AppendUnlessEmpty(text, "stderr", step.expected.stderr_text);
    if (step.expected.exit_code != 0) {
      text.append(kSectionMark).append("exit ").append(std::to_string(step.expected.exit_code));
      text.append("\n");
    }
  }
  return text;
}

bool MatchesExpected(std::string_view actual, std::string_view expected) {
  if (actual.ends_with('\n') != expected.ends_with('\n')) return false;
  const auto actual_lines = LinesOf(actual);
  const auto expected_lines = LinesOf(expected);
  if (actual_lines.size() != expected_lines.size()) return false;
  for (size_t i = 0; i < actual_lines.size(); ++i) {
    if (!LineMatches(actual_lines[i], expected_lines[i])) return false;
  }
  return true;
}

std::string UpdateExpected(std::string_view actual, std::string_view expected) {
  const auto expected_lines = LinesOf(expected);
  std::string updated;
  size_t i = 0;
  for (const auto line : LinesOf(actual)) {
    const bool keeps = i < expected_lines.size() && LineMatches(line, expected_lines[i]);
    updated.append(keeps ? expected_lines[i] : line).append("\n");
    ++i;
  }
  if (!updated.empty() && !actual.ends_with('\n')) updated.pop_back();
  return updated;
}

}  // namespace gatepost::cases
