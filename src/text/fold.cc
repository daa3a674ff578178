// What is simple goes by in long runs; all else (controls, invalid bytes, what becomes more than a
// byte) is folded a code point at a time. Whatever folds differently in other company (a digit in a
// circle, half a flag) is written together with the neighbour that decides it, under one edit: so
// any span of the skeleton leads back to originals that fold the same on their own.

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include "base/utf8.h"
#include "text/code_point_tables.h"
#include "text/simple_fold.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

constexpr uint32_t kRoom = 16;  // no step writes more: a string, three digits
static_assert(kLongestString <= kRoom);

constexpr std::array<char, 0x80> AsciiFolds() {
  std::array<char, 0x80> folds{};
  for (size_t i = 0; i < folds.size(); ++i) {
    folds[i] = i >= ' ' && i <= '~' ? static_cast<char>(i) : kSymbolMark;
  }
  folds['\t'] = ' ';
  folds['\n'] = '\n';
  folds['\r'] = '\n';
  return folds;
}
constexpr std::array<char, 0x80> kAsciiFolds = AsciiFolds();

class Folder {
 public:
  // Edits are not kept if there is nowhere to keep them.
  Folder(std::string_view original, std::string& text, std::vector<OffsetEdit>* edits)
      : original_(original), text_(text), edits_(edits), base_(text.size()) {}

  FoldReport Run() {
    const size_t plain = PlainPrefix(original_);
    text_.append(original_, 0, plain);
    at_ = derived_ = static_cast<uint32_t>(plain);
    report_.is_copy = plain == original_.size();
    while (at_ < original_.size()) {
      TakeSimple();
      if (at_ < original_.size()) FoldNext();
    }
    text_.resize(base_ + derived_);
    return report_;
  }

 private:
  struct Digit {
    Span original;
    char digit;
  };

  // Room for `room` bytes and for the rest of the original byte for byte.
  void MakeRoom(size_t room) {
    const size_t left = original_.size() - at_;
    if (text_.size() - base_ - derived_ >= left + room) return;
    text_.resize(base_ + derived_ + left + 2 * room);
  }

  void TakeSimple() {
    MakeRoom(kSimpleFoldRoom);
    const std::string_view rest = original_.substr(at_);
    SimpleRun run;
    if (edits_ == nullptr) {
      run = FoldSimple(rest, Out());
    } else {
      const EditSink sink{*edits_, at_, derived_};
      run = FoldSimple(rest, Out(), &sink);
    }
    at_ += static_cast<uint32_t>(run.read);
    derived_ += static_cast<uint32_t>(run.written);
  }

  char* Out() { return text_.data() + base_ + derived_; }

  // Advances over `size` original bytes that became the last `written` derived ones.
  void Advance(uint32_t size, uint32_t written) {
    const bool is_copy = size == 1 && written == 1;
    if (edits_ != nullptr && !is_copy) {
      edits_->push_back({{derived_, derived_ + written}, {at_, at_ + size}});
    }
    at_ += size;
    derived_ += written;
  }

  void Put(char byte, uint32_t size) {
    *Out() = byte;
    Advance(size, 1);
  }

  // Folds whatever comes next.
  void FoldNext() {
    MakeRoom(kRoom);
    if (static_cast<uint8_t>(original_[at_]) < 0x80) return FoldAscii();
    const CodePoint point = DecodeUtf8(original_, at_);
    if (!point.is_valid) return FoldInvalid(point.size);
    const FoldEntry entry = FoldEntryOf(point.value);
    if (entry.vanishes()) return Advance(point.size, 0);
    if (entry.is_byte()) return Put(entry.byte(), point.size);
    if (entry.is_string()) return PutString(StringOf(entry), point.size);
    if (entry.is_regional_indicator()) return FoldFlag(entry.byte(), point.size);
    FoldMarkedDigits({{at_, at_ + point.size}, entry.byte()}, entry.kind());
  }

  void FoldAscii() {
    const char byte = original_[at_];
    if (byte == '\0' && !report_.has_nul) {
      report_.has_nul = true;
      report_.first_nul_byte = at_;
    }
    const bool is_crlf = byte == '\r' && at_ + 1 < original_.size() && original_[at_ + 1] == '\n';
    Put(kAsciiFolds[static_cast<uint8_t>(byte)], is_crlf ? 2 : 1);
  }

  void FoldInvalid(uint32_t size) {
    if (!report_.has_invalid_utf8) {
      report_.has_invalid_utf8 = true;
      report_.first_invalid_byte = at_;
    }
    Put(kSymbolMark, size);
  }

  void PutString(std::string_view string, uint32_t size) {
    std::memcpy(Out(), string.data(), string.size());
    Advance(size, static_cast<uint32_t>(string.size()));
  }

  // Two regional indicators are a flag, which is a symbol; a last one alone is a letter.
  void FoldFlag(char letter, uint32_t size) {
    if (at_ + size < original_.size()) {
      const CodePoint next = DecodeUtf8(original_, at_ + size);
      const bool is_flag = next.value >= 0x80 && FoldEntryOf(next.value).is_regional_indicator();
      if (is_flag) return Put(kSymbolMark, size + next.size);
    }
    Put(letter, size);
  }

  // The digit of that kind that comes after `at`, if nothing visible stands between.
  std::optional<Digit> NextDigit(uint32_t at, MarkedDigit kind) const {
    while (at < original_.size()) {
      const CodePoint point = DecodeUtf8(original_, at);
      if (point.value < 0x80 || !point.is_valid) return std::nullopt;
      const FoldEntry entry = FoldEntryOf(point.value);
      if (entry.kind() == kind) return Digit{{at, at + point.size}, entry.byte()};
      if (!entry.vanishes()) return std::nullopt;
      at += point.size;
    }
    return std::nullopt;
  }

  // A run of such digits is written in twos, a last odd one as part of a three; one alone is a
  // mark.
  void FoldMarkedDigits(Digit first, MarkedDigit kind) {
    std::optional<Digit> second = NextDigit(first.original.end, kind);
    if (!second) return Put(kSymbolMark, first.original.size());
    while (second) {
      MakeRoom(kRoom);
      Out()[0] = first.digit;
      Out()[1] = second->digit;
      const std::optional<Digit> third = NextDigit(second->original.end, kind);
      if (!third) return Advance(second->original.end - at_, 2);
      const std::optional<Digit> fourth = NextDigit(third->original.end, kind);
      if (!fourth) {
        Out()[2] = third->digit;
        return Advance(third->original.end - at_, 3);
      }
      Advance(second->original.end - at_, 2);
      if (third->original.begin > at_) Advance(third->original.begin - at_, 0);
      first = *third;
      second = fourth;
    }
  }

  std::string_view original_;
  std::string& text_;  // reaches further than the skeleton while it is written
  std::vector<OffsetEdit>* edits_;
  size_t base_;           // where this skeleton begins in text_
  uint32_t at_ = 0;       // next byte of original_
  uint32_t derived_ = 0;  // next byte of the skeleton
  FoldReport report_;
};

}  // namespace

FoldReport Fold(std::string_view original, std::string& text) {
  return Folder(original, text, nullptr).Run();
}

FoldReport Fold(std::string_view original, std::string& text, std::vector<OffsetEdit>& edits) {
  return Folder(original, text, &edits).Run();
}

std::string Folded(std::string_view original) {
  std::string text;
  Fold(original, text);
  return text;
}

}  // namespace gatepost
