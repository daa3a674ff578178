// The text as a list of groups of letters and digits, joined from left to right: first what stands
// character by character, then chains of groups.

#include "text/joined.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "text/number_words.h"

namespace gatepost {
namespace {

constexpr size_t kFewestApart = 6;          // characters
constexpr uint32_t kMostBetween = 6;        // bytes between two of them, or between two groups
constexpr uint32_t kMostAroundFiller = 12;  // bytes between two groups, a filler among them
constexpr uint32_t kMostDigits = 24;        // of one number; more are a table
constexpr int kMostBreaks = 4;              // of one number
constexpr uint32_t kWholeNumber = 10;       // digits that may be all of a number
constexpr int kFewestDigits = 4;            // of a reference with letters that a line breaks
constexpr size_t kFewestAlike = 3;          // groups that the same sign joins
constexpr size_t kMostAlike = 8;
constexpr uint32_t kLongestAlike = 8;  // letters and digits of such a group

// Signs of an address.
bool IsMailboxSign(char c) {
  constexpr std::string_view kSigns = "@._+-";
  return kSigns.find(c) != std::string_view::npos;
}

class Joiner {
 public:
  explicit Joiner(std::string_view text) : text_(text), rewriting_(text) {
    for (uint32_t at = 0; at < text.size(); ++at) {
      if (!IsAlphanumeric(text[at])) continue;
      const uint32_t begin = at;
      while (at < text.size() && IsAlphanumeric(text[at])) ++at;
      groups_.push_back({begin, at});
    }
  }

  Derivation Join() {
    for (size_t i = 0; i < groups_.size();) {
      size_t next = EndOfApart(i);
      if (next == i) next = EndOfAlike(i);
      if (next == i) next = JoinChain(i);
      i = next;
    }
    return rewriting_.Finish();
  }

 private:
  [[nodiscard]] std::string_view Group(size_t i) const { return Cut(text_, groups_[i]); }
  [[nodiscard]] Span Gap(size_t i) const { return {groups_[i].end, groups_[i + 1].begin}; }
  [[nodiscard]] std::string_view GapText(size_t i) const { return Cut(text_, Gap(i)); }
  [[nodiscard]] bool IsFiller(size_t i) const {
    const auto word = FindNumberWord(Group(i));
    return word && word->kind == NumberWord::Kind::kFiller;
  }

  // The next single character after that at i, a filler between passed over; 0 if there is none.
  [[nodiscard]] size_t NextApart(size_t i) const {
    if (i + 1 >= groups_.size() || Gap(i).size() > kMostBetween) return 0;
    if (groups_[i + 1].size() == 1) return i + 1;
    const bool goes_on = i + 2 < groups_.size() && groups_[i + 2].size() == 1 &&
                         Gap(i + 1).size() <= kMostBetween && IsFiller(i + 1);
    return goes_on ? i + 2 : 0;
  }

  // Joins the characters that stand apart from group i on, if they are enough: behind the last of
  // them. Otherwise i.
  size_t EndOfApart(size_t first) {
    if (groups_[first].size() != 1) return first;
    std::vector<size_t> apart = {first};
    bool has_digit = IsDigit(Group(first).front());
    bool has_at = false;
    for (size_t next = NextApart(first); next != 0; next = NextApart(next)) {
      const Span gap{groups_[apart.back()].end, groups_[next].begin};
      has_at |= Cut(text_, gap).find('@') != std::string_view::npos;
      has_digit |= IsDigit(Group(next).front());
      apart.push_back(next);
    }
    if (apart.size() < kFewestApart) return first;
    if ((!has_digit && !has_at) || AreFractions(apart)) return apart.back() + 1;
    JoinPlus(groups_[first].begin);
    const std::string_view usual = GapText(first);
    for (size_t k = 0; k + 1 < apart.size(); ++k) {
      const Span gap{groups_[apart[k]].end, groups_[apart[k + 1]].begin};
      rewriting_.Replace(gap, has_at ? Inner(Cut(text_, gap), usual) : std::string(), Way::kApart);
    }
    return apart.back() + 1;
  }

  // "1.0, 2.0, 2.5": a point within each two, and something else between them.
  [[nodiscard]] bool AreFractions(const std::vector<size_t>& apart) const {
    for (size_t k = 0; k + 1 < apart.size(); ++k) {
      const Span gap{groups_[apart[k]].end, groups_[apart[k + 1]].begin};
      const bool is_point = Cut(text_, gap) == ".";
      if (is_point != (k % 2 == 0)) return false;
    }
    return true;
  }

  // "+ 4 4": the sign is the number's.
  void JoinPlus(uint32_t begin) {
    uint32_t at = begin;
    while (at > rewriting_.written() && begin - at < kMostBetween &&
           !IsAlphanumeric(text_[at - 1]) && text_[at - 1] != '+') {
      --at;
    }
    const bool has_plus = at > rewriting_.written() && at < begin && text_[at - 1] == '+';
    if (has_plus) rewriting_.Drop({at, begin}, Way::kApart);
  }

  // Of " @ " between characters that spaces keep apart the @; of "..." between those that dots do
  // the one in the middle.
  static std::string Inner(std::string_view gap, std::string_view usual) {
    std::string inner;
    if (std::ranges::none_of(usual, IsMailboxSign)) {
      std::ranges::copy_if(gap, std::back_inserter(inner), IsMailboxSign);
    } else if (gap.size() > usual.size()) {
      const size_t cut = std::min(usual.size(), gap.size() / 2);
      inner = gap.substr(cut, gap.size() - 2 * cut);
    }
    return inner;
  }

  enum class Link : uint8_t { kNone, kPlain, kBreak, kOdd };

  // How group i is joined to the next one, which is the one at `next`.
  struct Joint {
    Link link = Link::kNone;
    size_t next = 0;
  };

  [[nodiscard]] bool IsDigits(size_t i) const { return AreDigits(Group(i)); }
  // One or two capitals, as references begin and end with.
  [[nodiscard]] bool IsCapitals(size_t i) const {
    const std::string_view group = Group(i);
    return group.size() <= 2 &&
           std::all_of(group.begin(), group.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // A line breaks between two digits of it: "AB12\n34C" too.
  [[nodiscard]] bool IsBroken(size_t i) const {
    if (IsDigits(i) && IsDigits(i + 1)) return true;
    const auto digits_in = [](std::string_view group) {
      return std::ranges::count_if(group, IsDigit);
    };
    return IsDigit(Group(i).back()) && IsDigit(Group(i + 1).front()) &&
           digits_in(Group(i)) + digits_in(Group(i + 1)) >= kFewestDigits;
  }

  [[nodiscard]] Joint JointAfter(size_t i) const {
    if (i + 1 >= groups_.size()) return {};
    if (IsFiller(i + 1)) return FillerAfter(i);
    const std::string_view gap = GapText(i);
    if (gap.size() > kMostBetween) return {};
    const bool is_number = IsDigits(i) && IsDigits(i + 1);
    const bool is_reference =
        (IsDigits(i) && IsCapitals(i + 1)) || (IsCapitals(i) && IsDigits(i + 1));
    if (gap.find('\n') != std::string_view::npos) {
      const bool is_clean = gap.find_first_not_of(" \n.,-") == std::string_view::npos;
      const bool is_break = is_clean && (is_reference || IsBroken(i));
      return {is_break ? Link::kBreak : Link::kNone, i + 1};
    }
    if (!is_number && !is_reference) return {};
    if (IsPlain(gap)) return {Link::kPlain, i + 1};
    return {is_number && IsOdd(i) ? Link::kOdd : Link::kNone, i + 1};
  }

  // What patterns expect between groups, and letters of other scripts, which are a _ each.
  static bool IsPlain(std::string_view gap) {
    return gap != "..." && gap.find_first_not_of(" .-/()_") == std::string_view::npos;
  }

  // "07700 then 900123", "07700 and um 900123"; "2019 and 2021" are two numbers.
  [[nodiscard]] Joint FillerAfter(size_t i) const {
    size_t next = i + 1;
    bool joins = false;
    for (; next < groups_.size() && next < i + 3 && IsFiller(next); ++next) {
      joins |= InLowerCase(Group(next)) != "and";
    }
    if (!joins || next == groups_.size() || !IsDigits(i) || !IsDigits(next)) return {};
    const uint32_t between = groups_[next].begin - groups_[i].end;
    if (between > kMostAroundFiller || !HasLongSide(i, next)) return {};
    return {Link::kOdd, next};
  }

  // Short groups on both sides are lists, times and scores.
  [[nodiscard]] bool HasLongSide(size_t i, size_t next) const {
    return groups_[i].size() >= 3 || groups_[next].size() >= 3;
  }
  // "12,500", "1,234,567", "10.30am: 250" are no numbers in parts.
  [[nodiscard]] bool IsOdd(size_t i) const {
    const std::string_view gap = GapText(i);
    const bool is_thousands = gap == "," && groups_[i].size() <= 3 && groups_[i + 1].size() == 3;
    return HasLongSide(i, i + 1) && !is_thousands;
  }

  // The next group after that at i of capitals and digits, fillers between passed over; 0 if there
  // is none.
  [[nodiscard]] size_t NextAlike(size_t i) const {
    size_t next = i + 1;
    while (next < groups_.size() && next < i + 3 && IsFiller(next)) ++next;
    if (next >= groups_.size() || groups_[next].begin - groups_[i].end > kMostAroundFiller)
      return 0;
    return IsAlike(next) ? next : 0;
  }
  [[nodiscard]] bool IsAlike(size_t i) const {
    const std::string_view group = Group(i);
    return group.size() <= kLongestAlike &&
           std::ranges::none_of(group, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // "BN | 10 | 29 | 66 | C": joins groups from i on that the same odd sign or filler, or a line
  // break, stands between: behind the last of them. Otherwise i.
  size_t EndOfAlike(size_t first) {
    if (!IsAlike(first)) return first;
    std::vector<size_t> alike = {first};
    std::string_view sign;
    for (size_t next = NextAlike(first); next != 0; next = NextAlike(next)) {
      const std::string_view between = Cut(text_, {groups_[alike.back()].end, groups_[next].begin});
      if (alike.size() == 1) sign = between;
      if (between != sign || alike.size() > kMostAlike) break;
      alike.push_back(next);
    }
    uint32_t digits = 0;
    bool is_number = true;
    for (const size_t i : alike) {
      digits += static_cast<uint32_t>(std::ranges::count_if(Group(i), IsDigit));
      is_number &= IsDigits(i);
    }
    const bool is_line = sign == "\n";
    if (alike.size() < kFewestAlike || alike.size() > kMostAlike || digits < 4 ||
        digits > kMostDigits || (is_line ? is_number : !IsOddSign(sign))) {
      return first;
    }
    for (size_t k = 0; k + 1 < alike.size(); ++k) {
      rewriting_.Replace({groups_[alike[k]].end, groups_[alike[k + 1]].begin}, " ",
                         is_line ? Way::kOverLines : Way::kSeparators);
    }
    return alike.back() + 1;
  }

  // Signs of lists, sums and times join nothing, but words do.
  static bool IsOddSign(std::string_view sign) {
    if (std::ranges::any_of(sign, IsLetter) || sign == "...") return true;
    return !IsPlain(sign) && sign != "*" && sign.find_first_of("\n,:;=+&'\"") == sign.npos;
  }

  // Joins the chain of groups that begins at i; behind its last.
  size_t JoinChain(size_t first) {
    if (JoinBrokenMailbox(first)) return first + 1;
    uint32_t digits = groups_[first].size();
    int breaks = 0;
    std::vector<Joint> joints;
    for (size_t i = first;;) {
      const Joint joint = JointAfter(i);
      if (joint.link == Link::kNone) break;
      breaks += joint.link == Link::kBreak ? 1 : 0;
      digits += groups_[joint.next].size();
      joints.push_back(joint);
      i = joint.next;
      if (groups_[i].size() == 1 && NextApart(i) != 0) break;  // characters apart begin here
    }
    if (joints.empty()) return first + 1;
    const bool may_join = breaks <= kMostBreaks && digits <= kMostDigits;
    uint32_t so_far = groups_[first].size();
    size_t i = first;
    for (const Joint& joint : joints) {
      const Span gap{groups_[i].end, groups_[joint.next].begin};
      const bool begins_anew = so_far >= kWholeNumber && BeginsNumber(joint.next);
      if (joint.link == Link::kBreak && begins_anew) so_far = 0;
      if (joint.link == Link::kBreak && may_join && !begins_anew) {
        rewriting_.Drop(gap, Way::kOverLines);
      }
      if (joint.link == Link::kOdd) rewriting_.Replace(gap, " ", Way::kSeparators);
      so_far += groups_[joint.next].size();
      i = joint.next;
    }
    return i;
  }

  // As telephone numbers do: so the one before is whole.
  [[nodiscard]] bool BeginsNumber(size_t i) const {
    return Group(i).size() > 1 && Group(i)[0] == '0' && Group(i)[1] != '0';
  }

  // "jo@\nexample.com": where an address breaks first.
  bool JoinBrokenMailbox(size_t i) {
    if (i + 1 >= groups_.size() || Gap(i).size() > kMostBetween) return false;
    const std::string_view gap = GapText(i);
    const bool is_broken = gap.find('@') != std::string_view::npos &&
                           gap.find('\n') != std::string_view::npos &&
                           gap.find_first_not_of(" \n@") == std::string_view::npos;
    if (is_broken) rewriting_.Replace(Gap(i), "@", Way::kOverLines);
    return is_broken;
  }

  std::string_view text_;
  Rewriting rewriting_;
  std::vector<Span> groups_;  // of letters and digits
};

}  // namespace

Derivation Joined(std::string_view text) { return Joiner(text).Join(); }

}  // namespace gatepost
