#include "service/token_book.h"

#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/digest.h"
#include "base/file.h"
#include "base/hex.h"
#include "base/system_error.h"

namespace gatepost::service {
namespace {

constexpr uint64_t kMaxFileBytes = 1 << 20;
constexpr size_t kTokenBytes = 32;
constexpr size_t kDigestDigits = 64;
constexpr size_t kMaxNameBytes = 64;
constexpr std::string_view kPrefix = "gp_";

constexpr std::array<std::pair<std::string_view, Right>, 3> kRights = {{
    {"check", Right::kCheck},
    {"fingerprints", Right::kFingerprints},
    {"metrics", Right::kMetrics},
}};

std::string DigestOf(std::string_view token) {
  ByteSha256 digest;
  digest.Add(token);
  return digest.HexDigest();
}

bool IsName(std::string_view name) {
  return !name.empty() && name.size() <= kMaxNameBytes && std::ranges::all_of(name, [](char c) {
    return IsAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  });
}

bool IsDigest(std::string_view text) {
  std::array<uint8_t, kDigestDigits / 2> bytes{};
  return ReadHex(text, bytes);
}

// The next of what `separator` keeps apart; takes it off the text.
std::string_view TakePart(std::string_view& text, char separator) {
  const size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

std::optional<Rights> RightsOf(std::string_view names) {
  Rights rights;
  while (!names.empty()) {
    const std::string_view name = TakePart(names, ',');
    const auto* const right =
        std::ranges::find(kRights, name, &decltype(kRights)::value_type::first);
    if (right == kRights.end()) return std::nullopt;
    rights.Add(right->second);
  }
  return rights;
}

// Reads the lines of one file.
class BookReader {
 public:
  explicit BookReader(std::string file_name) : where_{std::move(file_name)} {}

  Result<std::map<std::string, Client, std::less<>>> Read(std::string_view text) {
    if (!text.starts_with(kTokenFileHeader)) {
      where_.line = 1;
      return Wrong("is no file of tokens: its first line is to be \"gatepost-tokens 1\".");
    }
    while (!text.empty()) {
      ++where_.line;
      const std::string_view line = Trimmed(TakePart(text, '\n'));
      if (where_.line == 1 || line.empty() || line.front() == '#') continue;
      if (Status status = ReadLine(line); !status) return Fail(status.error());
    }
    return std::move(clients_);
  }

 private:
  Status ReadLine(std::string_view line) {
    const std::string_view word = TakePart(line, ' ');
    const std::string_view name = TakePart(line, ' ');
    const std::optional<Rights> rights = RightsOf(TakePart(line, ' '));
    if (word != "token" || !IsName(name) || !rights || !IsDigest(line)) {
      return Wrong(
          "is no token: it is to be \"token NAME check,fingerprints,metrics DIGEST\", as "
          "'gatepost serve token NAME' writes it.");
    }
    if (!names_.insert(std::string(name)).second) return Wrong("names a token a second time.");
    if (!clients_.try_emplace(std::string(line), Client{std::string(name), *rights}).second) {
      return Wrong("has the digest of another token.");
    }
    return {};
  }

  tl::unexpected<Error> Wrong(std::string message) const {
    return Fail(ErrorCode::kSyntax, std::move(message), where_);
  }

  SourcePlace where_;
  std::map<std::string, Client, std::less<>> clients_;
  std::set<std::string> names_;
};

}  // namespace

Result<TokenBook> TokenBook::Parse(std::string_view text, const std::string& file_name) {
  auto clients = BookReader(file_name).Read(text);
  if (!clients) return Fail(clients.error());
  TokenBook book;
  book.clients_ = std::move(*clients);
  return book;
}

Result<TokenBook> TokenBook::Load(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return Fail(ErrorCode::kUnreadable, "cannot be read: " + ReasonOf(errno) + ".", {path});
  }
  if ((status.st_mode & (S_IWGRP | S_IWOTH)) != 0) {
    return Fail(ErrorCode::kUnreadable,
                "can be written by others than its owner, who could add tokens: chmod go-w it.",
                {path});
  }
  const Result<std::string> text = ReadFile(path, kMaxFileBytes);
  if (!text) return Fail(text.error());
  return Parse(*text, path);
}

const Client* TokenBook::ClientOf(std::string_view token) const {
  if (token.empty()) return nullptr;
  const auto found = clients_.find(DigestOf(token));
  return found == clients_.end() ? nullptr : &found->second;
}

Result<std::string> MakeToken() {
  std::array<uint8_t, kTokenBytes> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
    return Fail(ErrorCode::kInternal, "the system gives no random bytes: " + ReasonOf(errno) + ".");
  }
  return std::string(kPrefix) + HexText(bytes);
}

Result<std::string> TokenLine(std::string_view name, std::string_view rights,
                              std::string_view token) {
  if (!IsName(name)) {
    return Fail(ErrorCode::kUsage,
                "a token's name is up to 64 letters, digits, \"-\", \"_\" and \".\".");
  }
  if (rights.empty() || !RightsOf(rights)) {
    return Fail(ErrorCode::kUsage,
                "a token's rights are of check, fingerprints and metrics, with commas between.");
  }
  return "token " + std::string(name) + " " + std::string(rights) + " " + DigestOf(token) + "\n";
}

}  // namespace gatepost::service
