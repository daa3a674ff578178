#include "service/annotated_text.h"

#include <utility>

#include "base/json_tree.h"

namespace gatepost::service {
namespace {

uint32_t SizeOf(const std::string& text) { return static_cast<uint32_t>(text.size()); }

tl::unexpected<Error> BadData(std::string_view what) {
  return Fail(ErrorCode::kSyntax, "In \"data\", " + std::string(what));
}

}  // namespace

class AnnotatedText::Builder {
 public:
  Status AddAll(JsonValue annotation) {
    out_.has_markup_ = true;
    for (const JsonValue entry : annotation.elements()) {
      if (Status added = Add(entry); !added) return added;
    }
    return {};
  }

  [[nodiscard]] AnnotatedText Take() { return std::move(out_); }

 private:
  Status Add(JsonValue entry) {
    if (entry.has_repeated_key()) return BadData("a member of an annotation stands twice.");
    const JsonValue text = entry["text"];
    const JsonValue markup = entry["markup"];
    const JsonValue meaning = entry["interpretAs"];
    if (text.exists() == markup.exists()) {
      return BadData("every annotation has either \"text\" or \"markup\".");
    }
    if (!(text.exists() ? text : markup).is_string() ||
        (meaning.exists() && !(meaning.is_string() && markup.exists()))) {
      return BadData("texts, markup and what markup is interpreted as are strings.");
    }
    if (text.exists()) {
      out_.text_ += text.text();
      out_.source_ += text.text();
    } else {
      AddMarkup(markup.text(), meaning.text());
    }
    return {};
  }

  void AddMarkup(std::string_view markup, std::string_view meaning) {
    OffsetEdit edit;
    edit.derived.begin = SizeOf(out_.text_);
    edit.original.begin = SizeOf(out_.source_);
    out_.text_ += meaning;
    out_.source_ += markup;
    edit.derived.end = SizeOf(out_.text_);
    edit.original.end = SizeOf(out_.source_);
    out_.map_.Add(edit);
  }

  AnnotatedText out_;
};

Result<AnnotatedText> AnnotatedText::Read(std::string_view json) {
  JsonTree tree;
  const Result<JsonOutcome> outcome = tree.Read(json);
  if (!outcome) return Fail(ErrorCode::kSyntax, "\"data\" " + outcome.error().message);
  if (tree.root().has_repeated_key()) return BadData("a member stands twice.");
  const JsonValue text = tree.root()["text"];
  const JsonValue annotation = tree.root()["annotation"];
  if (text.exists() == annotation.exists()) {
    return BadData("give either \"text\" or \"annotation\".");
  }
  AnnotatedText read;
  if (text.is_string()) {
    read = AnnotatedText(std::string(text.text()));
  } else if (annotation.is_array()) {
    Builder builder;
    if (Status added = builder.AddAll(annotation); !added) return Fail(added.error());
    read = builder.Take();
  } else {
    return BadData("\"text\" is a string and \"annotation\" an array.");
  }
  read.was_repaired_ = outcome->was_repaired;
  return read;
}

}  // namespace gatepost::service
