#pragma once

// The events of one JSON record made into a post; the rules are JsonlPostReader's.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "base/post.h"

namespace gatepost {

// Reused from record to record. The post borrows the JSON reader's memory.
class PostBuilder : public JsonHandler {
 public:
  // Forgets the last record. `where` names the line in problems; borrowed until Finish.
  void Begin(const SourcePlace& where);
  // After the last event, also when a fault ended them.
  void Finish(const Result<JsonOutcome>& outcome);
  [[nodiscard]] const Post& post() const { return post_; }
  // JsonlPostReader::strings().
  [[nodiscard]] const std::vector<uint32_t>& strings() const { return strings_; }

  void OnKey(std::string_view key) override;
  void OnString(std::string_view value) override;
  void OnNumber(std::string_view literal) override { OnScalar({Value::kNumber, literal}); }
  void OnBool(bool /*value*/) override { OnScalar({Value::kBool, {}}); }
  void OnNull() override { OnScalar({Value::kNull, {}}); }
  void OnBeginObject() override { OnBegin(Value::kObject); }
  void OnEndObject() override { OnEnd(); }
  void OnBeginArray() override { OnBegin(Value::kArray); }
  void OnEndArray() override { OnEnd(); }

 private:
  struct Value {
    enum Type : uint8_t { kString, kNumber, kBool, kNull, kObject, kArray };
    Type type = kNull;
    std::string_view text;  // of kString and kNumber
  };
  enum class Level : uint8_t { kOutside, kRecord, kFields, kEntry, kMedia, kAttachment };

  void OnScalar(Value value);
  void OnBegin(Value::Type container);
  void OnEnd();
  // Whether the container is a part of the record's own structure. The events in others are passed
  // over.
  [[nodiscard]] bool Enter(Value::Type container);

  void Take(Value value);
  void TakeMember(Value value);
  void TakeText(FieldKind kind, Value value);
  void TakePostKind(Value value);
  void TakePublished(Value value);
  void TakeMedia(Value value);
  void TakeEntryMember(Value value);
  void TakeEntryKind(Value value);
  void TakeAttachmentMember(Value value);
  void CloseEntry();
  void AddField(std::string_view text, FieldKind kind);
  void NumberFields();
  void NoteDuplicate();

  void AddUnread(std::string_view code, std::string message);
  void AddNote(std::string_view code, std::string message);
  void AddProblem(Problem problem);

  Post post_;
  std::vector<uint32_t> strings_;  // by field
  uint32_t strings_seen_ = 0;      // keys and strings begun
  const SourcePlace* where_ = nullptr;
  Level level_ = Level::kOutside;
  std::string_view key_;
  uint32_t passed_depth_ = 0;  // containers open that are passed over
  uint64_t media_ = 0;         // elements of the array of media so far
  uint32_t members_seen_ = 0;  // a bit each
  bool has_text_ = false;      // or says that it has none: "fields":[]
  bool has_unread_ = false;    // a problem says why something was not read

  // The entry of "fields" that is open. Its texts wait for its kind, which may come after them.
  size_t entry_begin_ = 0;  // in post_.fields
  FieldKind entry_kind_ = FieldKind::kText;
  bool entry_has_text_ = false;
};

}  // namespace gatepost
