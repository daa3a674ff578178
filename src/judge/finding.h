#pragma once

// A match with its evidence: the unit of every report.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/index.h"
#include "base/post.h"
#include "base/span.h"
#include "judge/evidence.h"
#include "match/match.h"
#include "pattern/policy.h"

namespace gatepost {

// Why a finding has its score. The score is the sum of all points listed.
struct Reason {
  enum class Kind : uint8_t {
    kBase,             // the shape
    kCheckDigit,       // the checks accept it
    kContext,          // `detail` names the phrase
    kAgainst,          // the same, speaking against it
    kPostKind,         // `detail` names the kind of the post
    kCompanion,        // another pattern's match near it; `detail` is that pattern's id
    kWeights,          // the phrases around it together; `detail` names those that say most
    kValue,            // `detail` names the label of the value rule
    kInsideLongerRun,  // part of a longer run of digits
    kObfuscated,       // seen at a second look alone; `detail` names the way it was hidden
    kOverride,         // the policy adds points
  };
  Kind kind = Kind::kBase;
  int points = 0;
  std::string detail;
};

enum class Band : uint8_t { kWeak, kLikely, kStrong };
inline constexpr int kLikelyScore = 40;
inline constexpr int kStrongScore = 70;
[[nodiscard]] constexpr Band BandOf(int score) {
  return score >= kStrongScore   ? Band::kStrong
         : score >= kLikelyScore ? Band::kLikely
                                 : Band::kWeak;
}

// Where in the post, in bytes of the field's original text.
struct Place {
  FieldIndex field;
  Span span;

  friend bool operator==(const Place&, const Place&) = default;
};

struct Finding {
  PatternIndex pattern;
  VariantIndex variant;
  std::vector<Place> places;          // at least one
  std::vector<EarlierPlace> earlier;  // the other parts of combinations, in posts before this one
  int score = 0;
  std::vector<Reason> reasons;
  std::vector<std::string> labels;  // "placeholder", "official" …, without duplicates
  std::string masked;               // the value, so that nothing downstream has to mask it
  std::string fingerprint;          // names the value (base/fingerprint.h); empty without a key
  std::vector<std::string> retired_fingerprints;  // under the keys before; only where asked for
  std::string advice;
  std::vector<std::string> phrases;  // all around it that weights could name; where asked for
  Action action = Action::kPass;     // what it calls for, alone or in a combination
  bool is_hidden = false;            // overlapped by another finding that is shown instead
};

// Labels that judging itself acts on; patterns may give others.
inline constexpr std::string_view kPlaceholderLabel =
    "placeholder";                                              // reserved for fiction or tests
inline constexpr std::string_view kOfficialLabel = "official";  // never acted on
[[nodiscard]] bool HasLabel(const Finding& finding, std::string_view label);

// Their first places share a byte.
[[nodiscard]] bool Overlap(const Finding& a, const Finding& b);

[[nodiscard]] std::string_view NameOf(Reason::Kind kind);  // "base", "check_digit" …
[[nodiscard]] std::string_view NameOf(Band band);          // "weak" …

}  // namespace gatepost
