#include "post/record_post.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "post/html_text.h"

namespace gatepost {
namespace {

// How Mastodon and its kin mark links that are no more than a name in the text.
bool IsName(const HtmlLink& link) {
  return link.classes.find("mention") != std::string::npos ||
         link.classes.find("hashtag") != std::string::npos;
}

}  // namespace

RecordPost::RecordPost(const Record& record, PostTexts& texts, std::string_view source)
    : record_(record), texts_(texts), maker_(source, record, texts) {}

JsonValue RecordPost::Read(JsonTree& tree) {
  const Result<JsonOutcome> outcome = tree.Read(record_.bytes);
  is_broken_ = !outcome;
  if (record_.is_too_large) {
    AddUnread(
        "post_too_large",
        "the record is over the limit and was not looked at. Raise the limit with --max-post.");
    return {};
  }
  if (!outcome) {
    AddUnread("bad_record", "the record " + outcome.error().message);
    return tree.root();
  }
  if (outcome->was_repaired) {
    AddUnread("invalid_utf8",
              "invalid UTF-8 or half of a surrogate pair stands in the record, and what it stood "
              "for could not be looked at.");
  }
  if (outcome->had_raw_controls) {
    AddNote("raw_control", "control characters stand unescaped in the record. They were kept.");
  }
  return tree.root();
}

void RecordPost::AddTexts(FieldKind kind, JsonValue object, std::string_view key) {
  for (const JsonValue& member : object.elements()) {
    if (member.key() == key) AddText(kind, TextOf(member));
  }
}

void RecordPost::AddHtml(FieldKind kind, std::string_view html) {
  HtmlText read = ReadHtml(html);
  if (!read.text.empty()) {
    const bool is_same = read.source.edits().empty();
    maker_.AddKept(kind, Keep(read.text), is_same ? nullptr : texts_.Keep(std::move(read.source)));
  }
  for (const HtmlLink& link : read.links) {
    if (!IsName(link)) AddLink(link.target);
  }
  for (const std::string& text : read.alt_texts) AddText(FieldKind::kAltText, text);
  for (const std::string& comment : read.comments) AddText(FieldKind::kOther, comment);
}

void RecordPost::AddHtmls(FieldKind kind, JsonValue object, std::string_view key) {
  for (const JsonValue& member : object.elements()) {
    if (member.key() == key) AddHtml(kind, TextOf(member));
  }
}

void RecordPost::AddLink(std::string_view target) {
  if (target.empty() || links_.contains(target)) return;
  const std::string_view kept = Keep(target);
  links_.insert(kept);
  maker_.AddKept(FieldKind::kLink, kept);
}

void RecordPost::AddMedia(size_t count) {
  constexpr size_t kMost = std::numeric_limits<uint16_t>::max();
  post().media = static_cast<uint16_t>(std::min(post().media + count, kMost));
}

void RecordPost::SetPublished(std::optional<Time> published) {
  post().published = published;
  if (!published) {
    AddNote("bad_published", "the record does not say in a known way when it was published.");
  }
}

Post RecordPost::Unexpected() {
  if (post().problems.empty()) {
    AddUnread("bad_record",
              "the record is not one of the kinds that stand in such a file, and was not looked "
              "at.");
  }
  return Finish();
}

std::string_view RecordPost::TextOf(JsonValue value) {
  if (value.is_string()) return value.text();
  if (value.type() != JsonValue::Type::kNull) {
    AddUnread("bad_field", "a text of the record is not a string, so it was not looked at.");
  }
  return {};
}

}  // namespace gatepost
