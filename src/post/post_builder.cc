#include "post/post_builder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "post/published_time.h"

namespace gatepost {
namespace {

// The members that are taken as they stand.
struct PlainMember {
  std::string_view name;
  std::string_view Post::*target;
};
constexpr std::array<PlainMember, 7> kPlainMembers = {{{"id", &Post::id},
                                                       {"source", &Post::source},
                                                       {"account", &Post::account},
                                                       {"channel", &Post::channel},
                                                       {"language", &Post::language},
                                                       {"url", &Post::url},
                                                       {"thread", &Post::thread}}};

// Members of which there is one. Their places in this table are the bits of members_seen_.
constexpr std::array<std::string_view, 10> kSingleMembers = {
    "id",  "source", "account", "channel",   "language",
    "url", "thread", "kind",    "published", "media"};

// What archives call the alternative text of an attachment.
constexpr std::array<std::string_view, 3> kMediaTexts = {"description", "alt", "alt_text"};

bool IsFieldKind(std::string_view name) { return NameOf(FieldKindOf(name)) == name; }

uint16_t MediaCount(uint64_t count) {
  return static_cast<uint16_t>(std::min<uint64_t>(count, std::numeric_limits<uint16_t>::max()));
}

// Only of names from our own tables: messages never hold what stands in the input.
std::string Quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

}  // namespace

void PostBuilder::Begin(const SourcePlace& where) {
  std::vector<Field> fields = std::move(post_.fields);
  std::vector<uint32_t> strings = std::move(strings_);
  fields.clear();
  strings.clear();
  *this = PostBuilder();
  post_.fields = std::move(fields);
  strings_ = std::move(strings);
  post_.file = where.file;
  post_.line = where.line;
  where_ = &where;
}

void PostBuilder::Finish(const Result<JsonOutcome>& outcome) {
  if (level_ == Level::kEntry) CloseEntry();
  NumberFields();
  if (!outcome) {
    SourcePlace place = *where_;
    place.column = outcome.error().where.column;
    AddProblem({ProblemKind::kUnread, "bad_json", "the line " + outcome.error().message, place});
    return;
  }
  if (outcome->was_repaired) {
    AddUnread(
        "invalid_utf8",
        "invalid UTF-8 or half of a surrogate pair stands in the line, and what it stood for could "
        "not be looked at. Save the text as UTF-8.");
  }
  if (outcome->had_raw_controls) {
    AddNote("raw_control", "control characters stand unescaped in the line. They were kept.");
  }
  if (!has_text_ && !has_unread_) {
    AddUnread(
        "no_text",
        "the record has no \"text\" and no \"fields\". Give its text, or \"\" if it has none.");
  }
}

void PostBuilder::OnKey(std::string_view key) {
  ++strings_seen_;
  if (passed_depth_ > 0) return;
  key_ = key;
  if (level_ == Level::kRecord) NoteDuplicate();
}

void PostBuilder::OnString(std::string_view value) {
  ++strings_seen_;
  OnScalar({Value::kString, value});
}

void PostBuilder::OnScalar(Value value) {
  if (passed_depth_ == 0) Take(value);
}

void PostBuilder::OnBegin(Value::Type container) {
  if (passed_depth_ > 0) {
    ++passed_depth_;
    return;
  }
  if (Enter(container)) return;
  passed_depth_ = 1;
  Take({container, {}});
}

void PostBuilder::OnEnd() {
  if (passed_depth_ > 0) {
    --passed_depth_;
    return;
  }
  switch (level_) {
    case Level::kEntry:
      CloseEntry();
      level_ = Level::kFields;
      return;
    case Level::kAttachment:
      level_ = Level::kMedia;
      return;
    case Level::kMedia:
      post_.media = MediaCount(media_);
      level_ = Level::kRecord;
      return;
    case Level::kFields:
      level_ = Level::kRecord;
      return;
    case Level::kRecord:
    case Level::kOutside:
      level_ = Level::kOutside;
      return;
  }
}

bool PostBuilder::Enter(Value::Type container) {
  const bool is_object = container == Value::kObject;
  if (level_ == Level::kOutside && is_object) {
    level_ = Level::kRecord;
    return true;
  }
  if (level_ == Level::kRecord && !is_object && key_ == "fields") {
    level_ = Level::kFields;
    has_text_ = true;
    return true;
  }
  if (level_ == Level::kFields && is_object) {
    level_ = Level::kEntry;
    entry_begin_ = post_.fields.size();
    entry_kind_ = FieldKind::kText;
    entry_has_text_ = false;
    return true;
  }
  if (level_ == Level::kRecord && !is_object && key_ == "media") {
    level_ = Level::kMedia;
    media_ = 0;
    return true;
  }
  if (level_ == Level::kMedia && is_object) {
    level_ = Level::kAttachment;
    ++media_;
    return true;
  }
  return false;
}

void PostBuilder::Take(Value value) {
  switch (level_) {
    case Level::kOutside:
      return AddUnread("bad_json", "the line is JSON but no object. Write one object a line.");
    case Level::kRecord:
      return TakeMember(value);
    case Level::kFields:
      return AddUnread("bad_field", "an entry of \"fields\" is no object.");
    case Level::kEntry:
      return TakeEntryMember(value);
    case Level::kMedia:
      ++media_;
      return;
    case Level::kAttachment:
      return TakeAttachmentMember(value);
  }
}

void PostBuilder::TakeMember(Value value) {
  if (value.type == Value::kNull) return;
  if (key_ == "kind") return TakePostKind(value);
  if (key_ == "published") return TakePublished(value);
  if (key_ == "media") return TakeMedia(value);
  if (key_ == "fields") return AddUnread("bad_field", "\"fields\" is no array of objects.");
  if (IsFieldKind(key_)) return TakeText(FieldKindOf(key_), value);
  for (const PlainMember& member : kPlainMembers) {
    if (member.name != key_) continue;
    if (value.type == Value::kString || value.type == Value::kNumber) {
      post_.*member.target = value.text;
    } else {
      AddNote("bad_member",
              Quoted(member.name) + " is neither a string nor a number; it was not used.");
    }
  }
}

void PostBuilder::TakeText(FieldKind kind, Value value) {
  if (value.type != Value::kString) {
    return AddUnread("bad_field",
                     Quoted(NameOf(kind)) + " is not a string, so it was not looked at.");
  }
  has_text_ = true;
  AddField(value.text, kind);
}

void PostBuilder::TakePostKind(Value value) {
  const auto kind = value.type == Value::kString ? PostKindOf(value.text) : std::nullopt;
  if (kind) {
    post_.kind = *kind;
  } else {
    AddNote("unknown_kind",
            "\"kind\" is none of own, reply, repost and inbound; the post is taken as the "
            "account's own.");
  }
}

void PostBuilder::TakePublished(Value value) {
  post_.published.reset();
  if (value.type == Value::kString) post_.published = ParseIsoTime(value.text);
  if (value.type == Value::kNumber) post_.published = ParseUnixTime(value.text);
  if (!post_.published) {
    AddNote("bad_published",
            "\"published\" is neither ISO 8601 with an offset or Z, nor a date, nor seconds since "
            "1970; it "
            "was not used.");
  }
}

void PostBuilder::TakeMedia(Value value) {
  uint64_t count = 0;
  const char* end = value.text.data() + value.text.size();
  const auto read = std::from_chars(value.text.data(), end, count);
  if (value.type == Value::kNumber && read.ptr == end && read.ec == std::errc()) {
    post_.media = MediaCount(count);
  } else {
    AddNote("bad_member", "\"media\" is neither a whole number nor an array; it was not used.");
  }
}

void PostBuilder::TakeEntryMember(Value value) {
  if (value.type == Value::kNull) return;
  if (key_ == "text") {
    if (value.type != Value::kString) {
      return AddUnread("bad_field",
                       "a \"text\" in \"fields\" is not a string, so it was not looked at.");
    }
    entry_has_text_ = true;
    AddField(value.text, FieldKind::kOther);  // until the entry's kind is known
  } else if (key_ == "kind") {
    TakeEntryKind(value);
  } else {
    AddUnread("bad_field",
              "an entry of \"fields\" has a member beside \"kind\" and \"text\", which was not "
              "looked at.");
  }
}

void PostBuilder::TakeEntryKind(Value value) {
  entry_kind_ = FieldKind::kOther;
  if (value.type != Value::kString) {
    AddUnread("bad_field",
              "a \"kind\" in \"fields\" is not a string, so it was not looked at. Give a kind's "
              "name, or leave it out.");
    return;
  }
  entry_kind_ = FieldKindOf(value.text);
  if (!IsFieldKind(value.text)) {
    AddNote("unknown_field_kind",
            "the kind of an entry of \"fields\" is not known. It is looked at as \"other\".");
  }
}

// An attachment's text does not stand in for the post's own: without that, the record is still one
// without text.
void PostBuilder::TakeAttachmentMember(Value value) {
  const auto name = std::find(kMediaTexts.begin(), kMediaTexts.end(), key_);
  if (name == kMediaTexts.end() || value.type == Value::kNull) return;
  if (value.type != Value::kString) {
    return AddUnread("bad_field",
                     Quoted(*name) + " in \"media\" is not a string, so it was not looked at.");
  }
  AddField(value.text, FieldKind::kAltText);
}

void PostBuilder::CloseEntry() {
  if (!entry_has_text_) {
    AddUnread("bad_field",
              "an entry of \"fields\" has no \"text\". Give one, or \"\" if it is empty.");
  }
  for (size_t i = entry_begin_; i < post_.fields.size(); ++i) post_.fields[i].kind = entry_kind_;
}

void PostBuilder::AddField(std::string_view text, FieldKind kind) {
  if (post_.fields.size() == kMaxFields) {
    return AddUnread("too_many_fields", "the post has more than " + std::to_string(kMaxFields) +
                                            " texts, and those after them were not looked at. "
                                            "Split it.");
  }
  post_.fields.push_back({.kind = kind, .text = text});
  strings_.push_back(strings_seen_ - 1);
}

void PostBuilder::NumberFields() {
  static_assert(kMaxFields <= std::numeric_limits<uint16_t>::max());
  std::array<uint16_t, static_cast<size_t>(FieldKind::kOther) + 1> counts{};
  for (Field& field : post_.fields) field.nth = counts[static_cast<size_t>(field.kind)]++;
}

void PostBuilder::NoteDuplicate() {
  const auto member = std::find(kSingleMembers.begin(), kSingleMembers.end(), key_);
  if (member == kSingleMembers.end()) return;
  const uint32_t bit = uint32_t{1} << (member - kSingleMembers.begin());
  if ((members_seen_ & bit) != 0) {
    AddNote("duplicate_member", Quoted(*member) + " is given more than once. The last one counts.");
  }
  members_seen_ |= bit;
}

void PostBuilder::AddUnread(std::string_view code, std::string message) {
  AddProblem({ProblemKind::kUnread, std::string(code), std::move(message), *where_});
}

void PostBuilder::AddNote(std::string_view code, std::string message) {
  AddProblem({ProblemKind::kNote, std::string(code), std::move(message), *where_});
}

// Each problem is told once a record, so that a record of a million faults does not become a
// million problems.
void PostBuilder::AddProblem(Problem problem) {
  has_unread_ = has_unread_ || problem.kind == ProblemKind::kUnread;
  const auto is_same = [&problem](const Problem& told) { return told.message == problem.message; };
  if (std::none_of(post_.problems.begin(), post_.problems.end(), is_same)) {
    post_.problems.push_back(std::move(problem));
  }
}

}  // namespace gatepost
