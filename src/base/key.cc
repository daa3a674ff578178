#include "base/key.h"

#include <sys/random.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <utility>

#include "base/day.h"
#include "base/hex.h"
#include "base/hmac.h"

namespace gatepost {
namespace {

using std::chrono::sys_days;

constexpr std::string_view kHead = "gatepost-key ";
constexpr std::string_view kFirstLine = "gatepost-key 1";
constexpr std::string_view kComment =
    "# Secret: who has this file can try values until a fingerprint fits. Keep it for yourself, "
    "mode 600.\n";
constexpr std::string_view kIdPurpose = "gatepost key id 1";
constexpr size_t kIdBytes = 4;

std::string IdOf(std::span<const uint8_t> bytes) {
  HmacSha256 mac(bytes);
  mac.AddPart(kIdPurpose);
  const HmacSha256::Digest digest = mac.Finish();
  return HexText(std::span(digest).first(kIdBytes));
}

bool HasId(std::span<const Key> keys, std::string_view id) {
  return std::any_of(keys.begin(), keys.end(), [&](const Key& key) { return key.id() == id; });
}

bool Fill(std::span<uint8_t> bytes) {
  for (;;) {
    const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    return got == static_cast<ssize_t>(bytes.size());  // up to 256 bytes never come in part
  }
}

// The word up to the next space, which is taken off the line.
std::string_view TakeWord(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(std::min(line.size(), word.size() + 1));
  return word;
}

std::string_view TakeLine(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

void AppendKey(const Key& key, SecretText& out) {
  out.Append(key.retired() ? "retired " : "key ");
  out.Append(key.id() + " " + DayText(key.made()) + " ");
  if (key.retired()) out.Append(DayText(*key.retired()) + " ");
  for (const uint8_t byte : key.bytes()) {
    const auto digits = HexOf(byte);
    out.Append({digits.data(), digits.size()});
  }
  out.Append("\n");
}

// Reads the text line by line.
class KeyringReader {
 public:
  explicit KeyringReader(const std::string& file_name) : where_{file_name, 0, 0} {}

  Result<Keyring> Read(std::string_view text) {
    ++where_.line;
    if (const std::string_view first = TakeLine(text); first != kFirstLine) {
      return Fault(
          first.starts_with(kHead)
              ? "is a key file of a version that this program cannot read. Use the program "
                "that made it, or a later one."
              : "is no key file. Make one with 'gatepost key init'.");
    }
    while (!text.empty()) {
      ++where_.line;
      const std::string_view line = TakeLine(text);
      if (line.empty() || line.starts_with('#')) continue;
      if (const Status status = ReadKey(line); !status) return Fail(status.error());
    }
    where_.line = 0;
    if (!current_) return Fault("has no `key` line. Restore the file from a backup.");
    return Keyring(std::move(*current_), std::move(retired_));
  }

 private:
  [[nodiscard]] tl::unexpected<Error> Fault(std::string message) const {
    return Fail(ErrorCode::kSyntax, std::move(message), where_);
  }

  Status ReadKey(std::string_view line) {
    const std::string_view word = TakeWord(line);
    const bool is_retired = word == "retired";
    const std::string_view id = TakeWord(line);
    const auto made = DayOf(TakeWord(line));
    const auto retired = is_retired ? DayOf(TakeWord(line)) : std::nullopt;
    auto secret = std::make_unique<SecretKey>();
    if ((word != "key" && !is_retired) || !made || is_retired != retired.has_value() ||
        !ReadHex(line, secret->bytes)) {
      return Fault("is no line of a key file. Restore the file from a backup.");
    }
    Key key(std::move(secret), *made);
    if (key.id() != id) {
      return Fault(
          "the id does not follow from the key: one of them was changed. Restore the file "
          "from a backup.");
    }
    return Keep(std::move(key), retired);
  }

  Status Keep(Key key, std::optional<sys_days> retired) {
    if ((current_ && current_->id() == key.id()) || HasId(retired_, key.id())) {
      return Fault("this key stands in the file twice. Leave one of the lines out.");
    }
    if (!retired) {
      if (current_) return Fault("there are two `key` lines. Restore the file from a backup.");
      current_ = std::move(key);
      return {};
    }
    if (retired_.size() == Keyring::kMaxRetired) {
      return Fault("there are more than " + std::to_string(Keyring::kMaxRetired) +
                   " retired keys. Remove the lines of the oldest.");
    }
    key.Retire(*retired);
    retired_.push_back(std::move(key));
    return {};
  }

  SourcePlace where_;
  std::optional<Key> current_;
  std::vector<Key> retired_;
};

}  // namespace

Key::Key(std::unique_ptr<const SecretKey> secret, sys_days made)
    : secret_(std::move(secret)), id_(IdOf(secret_->bytes)), made_(made) {}

Result<Key> Key::Generate(sys_days made) {
  auto secret = std::make_unique<SecretKey>();
  if (!Fill(secret->bytes)) {
    return Fail(ErrorCode::kInternal, "the system gives no random bytes to make a key of.");
  }
  return Key(std::move(secret), made);
}

Keyring::Keyring(Key current, std::vector<Key> retired)
    : current_(std::move(current)), retired_(std::move(retired)) {
  assert(retired_.size() <= kMaxRetired);
}

bool Keyring::MayBe(std::string_view text) { return text.starts_with(kHead); }

Result<Keyring> Keyring::Parse(std::string_view text, const std::string& file_name) {
  return KeyringReader(file_name).Read(text);
}

SecretText Keyring::ToText() const {
  SecretText text(kMaxTextBytes);
  text.Append(kFirstLine);
  text.Append("\n");
  text.Append(kComment);
  AppendKey(current_, text);
  for (const Key& key : retired_) AppendKey(key, text);
  return text;
}

Status Keyring::Rotate(Key next) {
  if (retired_.size() == kMaxRetired) {
    return Fail(ErrorCode::kTooLarge, "has " + std::to_string(kMaxRetired) +
                                          " retired keys already. Remove the lines of those "
                                          "under which no marks are kept any more.");
  }
  if (current_.id() == next.id() || HasId(retired_, next.id())) {
    return Fail(ErrorCode::kInternal,
                "the new key happens to have the id of an older one. Run the command again.");
  }
  current_.Retire(next.made());
  retired_.insert(retired_.begin(), std::move(current_));
  current_ = std::move(next);
  return {};
}

}  // namespace gatepost
