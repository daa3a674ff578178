#include "post/json_array_cutter.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "post/json_value_end.h"

namespace gatepost {
namespace {

constexpr std::string_view kWhitespace = " \t\r\n";
constexpr std::string_view kBetween = ", \t\r\n";
// Of a member's name, as much as could be one that is looked for.
constexpr uint64_t kMaxKeyBytes = 256;

// The file's bytes that are not yet cut, and where they stand.
class Input {
 public:
  explicit Input(ByteSource& source) : source_(source) {}

  // Whether there is a byte left: false at the end, and where what follows cannot be read.
  bool HasByte() {
    if (!rest_.empty()) return true;
    if (failure_) return false;
    Result<std::string_view> block = source_.Next();
    if (!block) {
      failure_ = std::move(block).error();
      return false;
    }
    rest_ = *block;
    return !rest_.empty();
  }
  void Skip(size_t count) {
    lines_ += static_cast<uint32_t>(std::count(rest_.begin(), rest_.begin() + count, '\n'));
    offset_ += count;
    rest_.remove_prefix(count);
  }
  // The next byte that is none of `passed`; nullopt if there is none.
  std::optional<char> NextBut(std::string_view passed) {
    while (HasByte()) {
      const size_t at = rest_.find_first_not_of(passed);
      Skip(std::min(at, rest_.size()));
      if (!rest_.empty()) return rest_.front();
    }
    return std::nullopt;
  }
  // To behind the next `wanted`.
  bool SkipPast(char wanted) {
    while (HasByte()) {
      const size_t at = rest_.find(wanted);
      Skip(at == std::string_view::npos ? rest_.size() : at + 1);
      if (at != std::string_view::npos) return true;
    }
    return false;
  }

  [[nodiscard]] std::string_view rest() const { return rest_; }
  [[nodiscard]] uint64_t offset() const { return offset_; }
  [[nodiscard]] uint32_t line() const { return lines_ + 1; }
  [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

 private:
  ByteSource& source_;
  std::string_view rest_;
  uint64_t offset_ = 0;
  uint32_t lines_ = 0;
  std::optional<Error> failure_;
};

class JsonArrayCutter final : public RecordCutter {
 public:
  JsonArrayCutter(ByteSource& bytes, JsonArrayOptions options)
      : input_(bytes), options_(std::move(options)) {}

  Result<std::optional<Record>> Next() override {
    while (!failure_ && place_ != Place::kEnd) {
      Result<std::optional<Record>> record = Step();
      if (!record) {
        failure_ = std::move(record).error();
      } else if (*record) {
        return record;
      }
    }
    if (failure_) return Fail(*failure_);
    return std::nullopt;
  }

 private:
  enum class Place : uint8_t { kStart, kMembers, kElements, kBehind, kEnd };
  using Outcome = Result<std::optional<Record>>;

  // Goes on by a record, which it gives, or a part between records.
  Outcome Step() {
    switch (place_) {
      case Place::kStart:
        return Start();
      case Place::kMembers:
        return Member();
      case Place::kElements:
        return Element();
      case Place::kBehind:
        return Behind();
      case Place::kEnd:
        break;
    }
    return std::nullopt;
  }

  Outcome Start() {
    std::optional<char> next = input_.NextBut(kWhitespace);
    if (options_.may_be_assigned && next && *next != '[' && *next != '{') {
      if (!input_.SkipPast('=')) return Stopped("it has no \"=\" with posts behind it");
      next = input_.NextBut(kWhitespace);
    }
    if (!next) return Stopped("it breaks off before its list");
    if (*next != '[' && *next != '{') return Wrong("is not a JSON array or object.");
    input_.Skip(1);
    is_root_array_ = *next == '[';
    has_records_ = is_root_array_ || options_.takes_all_members;
    place_ = is_root_array_ ? Place::kElements : Place::kMembers;
    return std::nullopt;
  }

  // From before a member of the root object to its value, if that holds records, or else behind it.
  Outcome Member() {
    std::optional<char> next = input_.NextBut(kBetween);
    if (!next) return BrokeOff();
    if (*next == '}') {
      input_.Skip(1);
      place_ = Place::kBehind;
      return std::nullopt;
    }
    if (*next != '"') return Wrong("is not valid JSON: a member's name should stand here.");
    Outcome key = Take(kMaxKeyBytes);
    if (!key) return key;
    const std::string_view quoted = (*key)->bytes;
    const bool is_wanted = options_.takes_all_members ||
                           (quoted.size() > 2 &&
                            std::find(options_.keys.begin(), options_.keys.end(),
                                      quoted.substr(1, quoted.size() - 2)) != options_.keys.end());
    next = input_.NextBut(kWhitespace);
    if (!next) return BrokeOff();
    if (*next != ':') return Wrong("is not valid JSON: a colon should stand here.");
    input_.Skip(1);
    next = input_.NextBut(kWhitespace);
    if (!next) return BrokeOff();
    return Value(*next, is_wanted);
  }

  Outcome Value(char first, bool is_wanted) {
    if (!BeginsValue(first)) return Wrong("is not valid JSON: a value should stand here.");
    has_records_ = has_records_ || (is_wanted && (first == '[' || first == '{'));
    if (is_wanted && first == '[') {
      input_.Skip(1);
      place_ = Place::kElements;
      return std::nullopt;
    }
    if (is_wanted && (first == '{' || options_.takes_all_members)) return TakeRecord();
    if (Outcome passed = Take(0); !passed) return passed;
    return std::nullopt;
  }

  Outcome Element() {
    const std::optional<char> next = input_.NextBut(kBetween);
    if (!next) return BrokeOff();
    if (*next == ']') {
      input_.Skip(1);
      place_ = is_root_array_ ? Place::kBehind : Place::kMembers;
      return std::nullopt;
    }
    if (!BeginsValue(*next)) return Wrong("is not valid JSON: a record should stand here.");
    return TakeRecord();
  }

  Outcome Behind() {
    const std::optional<char> next =
        input_.NextBut(options_.may_be_assigned ? "; \t\r\n" : kWhitespace);
    if (next) return Wrong("is not valid JSON: something follows after its end.");
    if (input_.failure()) return Fail(*input_.failure());
    place_ = Place::kEnd;
    if (!has_records_) return Wrong("holds no list of posts" + Names() + ".");
    return std::nullopt;
  }

  static bool BeginsValue(char first) { return first != '}' && first != ']' && first != ':'; }

  Outcome TakeRecord() {
    Outcome taken = Take(options_.max_record_bytes);
    if (taken) (*taken)->number = records_++;
    return taken;
  }

  // The value that begins with the next byte, without bytes if it has more than that many.
  Outcome Take(uint64_t max_bytes) {
    Record record;
    record.offset = input_.offset();
    record.line = input_.line();
    held_.clear();
    end_.Begin(input_.rest().front());
    while (!end_.has_ended()) {
      if (!input_.HasByte()) return BrokeOff();
      const std::string_view bytes = input_.rest().substr(0, end_.Feed(input_.rest()));
      input_.Skip(bytes.size());
      record.is_too_large = input_.offset() - record.offset > max_bytes;
      if (record.is_too_large) {
        held_.clear();
        record.bytes = {};
      } else if (held_.empty() && end_.has_ended()) {
        record.bytes = bytes;
      } else {
        record.bytes = held_.append(bytes);
      }
    }
    return record;
  }

  [[nodiscard]] std::string Names() const {
    std::string names;
    for (const std::string& key : options_.keys) {
      names += (names.empty() ? " called \"" : " or \"") + key + "\"";
    }
    return names;
  }

  tl::unexpected<Error> BrokeOff() const { return Stopped("it breaks off inside its list"); }
  // Where no byte is left: at the end, or where what follows cannot be read.
  tl::unexpected<Error> Stopped(const std::string& what) const {
    if (input_.failure()) return Fail(*input_.failure());
    return Wrong("is not whole: " + what + ". Copy or download it again.");
  }
  tl::unexpected<Error> Wrong(std::string message) const {
    return Fail(ErrorCode::kSyntax, std::move(message), {"", input_.line(), 0});
  }

  Input input_;
  JsonArrayOptions options_;
  JsonValueEnd end_;
  std::string held_;  // of a record that goes over from one block to the next
  Place place_ = Place::kStart;
  bool is_root_array_ = false;
  bool has_records_ = false;
  uint64_t records_ = 0;
  std::optional<Error> failure_;
};

}  // namespace

std::unique_ptr<RecordCutter> CutJsonArray(ByteSource& bytes, JsonArrayOptions options) {
  return std::make_unique<JsonArrayCutter>(bytes, std::move(options));
}

uint64_t JsonRecordLimit(uint64_t max_post_bytes) {
  constexpr uint64_t kBytesPerPostByte = 8;
  constexpr uint64_t kBytesBeside = 1 << 20;
  return max_post_bytes * kBytesPerPostByte + kBytesBeside;
}

}  // namespace gatepost
