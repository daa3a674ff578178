#pragma once

// Posts and verdicts made by hand, for the tests of reports. All values are reserved or published
// ones.

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "report/report.h"

namespace gatepost {

inline constexpr std::string_view kNhsNumber = "999 000 0018";
inline constexpr std::string_view kPhone = "07700 900123";
inline constexpr size_t kNhsPattern = 0;
inline constexpr size_t kPhonePattern = 1;

inline const std::vector<Pattern>& SamplePatterns() {
  static const std::vector<Pattern> patterns = [] {
    Pattern nhs;
    nhs.id = "uk.nhs_number";
    nhs.name = "NHS number";
    nhs.category = "health";
    nhs.severity = Severity::kCritical;
    Pattern phone;
    phone.id = "uk.phone";
    phone.name = "Phone number";
    phone.category = "contact";
    phone.severity = Severity::kMedium;
    return std::vector<Pattern>{nhs, phone};
  }();
  return patterns;
}

inline ReportContext SampleContext() {
  return {SamplePatterns(), "uk", "3f2a91c0" + std::string(56, '0'), "default"};
}

inline constexpr const char* kKeyId = "3b1e6285";
inline constexpr const char* kFingerprint = "hs1:3b1e6285:4ba6a8c51d8f39f286d245f2114b21a5";
inline constexpr const char* kRetiredFingerprint = "hs1:10714dac:470ac02fb650c38ecb3e33ea24a91557";

inline ReportContext SampleContextWithKey() {
  ReportContext context = SampleContext();
  context.key_id = kKeyId;
  return context;
}

// The place of the first `value` in field `field` at or after byte `from`.
inline Place PlaceOf(const Post& post, size_t field, std::string_view value, size_t from = 0) {
  const size_t begin = post.fields[field].text.find(value, from);
  REQUIRE(begin != std::string_view::npos);
  return {FieldIndex(field),
          {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + value.size())}};
}

inline Finding NhsFinding(const Post& post, size_t field = 0) {
  Finding finding;
  finding.pattern = PatternIndex(kNhsPattern);
  finding.places = {PlaceOf(post, field, kNhsNumber)};
  finding.reasons = {{Reason::Kind::kBase, 35, "grouped"},
                     {Reason::Kind::kCheckDigit, 20, ""},
                     {Reason::Kind::kContext, 40, "nhs number"}};
  finding.score = 95;
  finding.labels = {"placeholder"};
  finding.masked = "*** *** **18";
  finding.advice = "Remove the NHS number; ask for it by direct message or phone.";
  finding.action = Action::kBlock;
  return finding;
}

inline Finding PhoneFinding(const Post& post, size_t field = 0) {
  Finding finding;
  finding.pattern = PatternIndex(kPhonePattern);
  finding.places = {PlaceOf(post, field, kPhone)};
  finding.reasons = {{Reason::Kind::kBase, 40, ""}, {Reason::Kind::kValue, 10, "mobile"}};
  finding.score = 50;
  finding.labels = {"placeholder", "mobile"};
  finding.masked = "***** ***123";
  finding.advice = "Ask for the number by direct message.";
  finding.action = Action::kReview;
  return finding;
}

// In post 16 of the same thread: a phone number, and words.
inline std::vector<EarlierPlace> EarlierPlaces() {
  EarlierPlace phone;
  phone.post_id = "16";
  phone.origin = {"posts.jsonl", 16, 0};
  phone.kind = FieldKind::kAltText;
  phone.span = {{6, 18}, {5, 17}, {5, 17}};
  phone.begin = {1, 6};
  phone.pattern = PatternIndex(kPhonePattern);
  phone.masked = "***** ***123";
  EarlierPlace words = phone;
  words.post_id.clear();
  words.kind = FieldKind::kText;
  words.pattern.reset();
  words.masked = "in hospital";
  return {phone, words};
}

inline Post PostOf(std::string_view text) {
  Post post;
  post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  return post;
}

inline Verdict VerdictOf(std::vector<Finding> findings) {
  Verdict verdict;
  for (const Finding& finding : findings) {
    verdict.would_be = std::max(verdict.would_be, finding.action);
  }
  verdict.action = verdict.would_be;
  verdict.findings = std::move(findings);
  return verdict;
}

inline Problem Unread(std::string code, std::string message, SourcePlace where = {}) {
  return {ProblemKind::kUnread, std::move(code), std::move(message), std::move(where)};
}

inline void AddPost(ReportWriter& report, const Post& post, const PostOrigin& origin,
                    const Verdict& verdict, std::string& out) {
  std::string rendered;
  report.Render(post, origin, verdict, rendered);
  report.Add(rendered, out);
}

// A whole run of one post.
inline std::string ReportOf(ReportWriter& report, const Post& post, const PostOrigin& origin,
                            const Verdict& verdict, const ReportContext& context) {
  std::string out;
  report.Begin(context, out);
  AddPost(report, post, origin, verdict, out);
  RunTotals totals;
  totals.Add(post, verdict, SamplePatterns());
  report.Finish(totals, out);
  return out;
}
inline std::string ReportOf(ReportWriter& report, const Post& post, const PostOrigin& origin,
                            const Verdict& verdict) {
  return ReportOf(report, post, origin, verdict, SampleContext());
}

}  // namespace gatepost
