#include "report/marked_post.h"

#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::string Shown(const Post& post, const std::vector<AuditFinding>& findings) {
  std::string out;
  AppendMarkedPost(post, PostWith(1, "2024-05-01").post, "archive.zip", findings, {}, out);
  return out;
}

AuditFinding At(Span span, FieldKind field = FieldKind::kText) {
  AuditFinding finding = PhoneFinding(1);
  finding.bytes = span;
  finding.field = field;
  return finding;
}

}  // namespace

TEST_CASE("a post is shown with its findings marked in each field", "[report][marked_post]") {
  Post post;
  post.fields.push_back({FieldKind::kText, 0, "Ring 07700 900123\nor 07700 900456.", nullptr});
  post.fields.push_back({FieldKind::kAltText, 0, "07700 900123", nullptr});
  const std::string text =
      Shown(post, {At({21, 33}), At({5, 17}), At({0, 12}, FieldKind::kAltText)});
  CAPTURE(text);
  CHECK(Has(text,
            "AmbridgeBC (x), 1 May 2024, https://twitter.com/AmbridgeBC/status/1\n"
            "archive.zip: data/tweets.js, ref 000000000001\n"));
  CHECK(Has(text, "text:\n  Ring ⟦07700 900123⟧2\n  or ⟦07700 900456⟧1.\n"));
  CHECK(Has(text, "alt_text:\n  ⟦07700 900123⟧3\n"));
  CHECK(Has(text, "3. Phone number, uk.phone  medium, review\n   Ask for the number"));
}

TEST_CASE("findings that overlap, or lie outside of the text, leave it whole",
          "[report][marked_post]") {
  Post post;
  post.fields.push_back({FieldKind::kText, 0, "0123456789", nullptr});
  const std::string text = Shown(post, {At({2, 5}), At({4, 8}), At({6, 99}), At({3, 3})});
  CHECK(Has(text, "  01⟦234⟧156789\n"));
  CHECK(Has(text, "4. "));
}

TEST_CASE("a shown post does nothing to a terminal", "[report][marked_post]") {
  Post post;
  post.fields.push_back({FieldKind::kText, 0, "a\x1B[31mb\r\nc\xFF", nullptr});
  const std::string text = Shown(post, {});
  CHECK_FALSE(Has(text, "\x1B"));
  CHECK_FALSE(Has(text, "\r"));
  CHECK_FALSE(Has(text, "\xFF"));
}

}  // namespace gatepost
