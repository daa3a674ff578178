#include "judge/reason_json.h"

namespace gatepost {
namespace {

// The key under which a reason's detail stands.
std::string_view DetailKey(Reason::Kind kind) {
  switch (kind) {
    case Reason::Kind::kBase:
      return "variant";
    case Reason::Kind::kCompanion:
      return "pattern";
    case Reason::Kind::kValue:
      return "label";
    case Reason::Kind::kPostKind:
      return "post_kind";
    case Reason::Kind::kObfuscated:
      return "way";
    default:
      return "words";
  }
}

}  // namespace

void WriteReasons(std::span<const Reason> reasons, JsonWriter& json) {
  json.BeginArray();
  for (const Reason& reason : reasons) {
    json.BeginObject();
    json.Member("kind", NameOf(reason.kind)).Member("points", int64_t{reason.points});
    if (!reason.detail.empty()) json.Member(DetailKey(reason.kind), reason.detail);
    json.EndObject();
  }
  json.EndArray();
}

}  // namespace gatepost
