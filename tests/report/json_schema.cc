#include "report/json_schema.h"

#include <algorithm>

#include "regex/regex.h"

namespace gatepost {
namespace {

using Type = ParsedJson::Type;

bool IsSame(const ParsedJson& a, const ParsedJson& b) {
  return a.type == b.type && a.text == b.text;
}

bool IsOfType(const ParsedJson& value, const std::string& name) {
  if (name == "object") return value.type == Type::kObject;
  if (name == "array") return value.type == Type::kArray;
  if (name == "string") return value.type == Type::kString;
  if (name == "boolean") return value.type == Type::kBool;
  REQUIRE(name == "integer");
  return value.type == Type::kNumber && value.text.find_first_of(".eE") == std::string::npos;
}

// Patterns that are anchored at both ends and otherwise of our own subset, as all of ours are.
bool MatchesPattern(const std::string& text, const std::string& pattern) {
  REQUIRE((pattern.starts_with('^') && pattern.ends_with('$')));
  const auto regex =
      Regex::Parse(pattern.substr(1, pattern.size() - 2), {.is_case_sensitive = true});
  REQUIRE(regex.has_value());
  return MatchesWhole(*regex, text);
}

class SchemaCheck {
 public:
  explicit SchemaCheck(const ParsedJson& root) : root_(root) {}

  void Check(const ParsedJson& schema, const ParsedJson& value, const std::string& path) {
    for (const auto& [keyword, rule] : schema.members) {
      if (!CheckValue(keyword, rule, value, path) &&
          !CheckStructure(keyword, schema, value, path)) {
        FAIL("json_schema.cc does not know the keyword " + keyword);
      }
    }
  }

  std::vector<std::string> breaches;

 private:
  void Require(bool is_so, const std::string& path, const std::string& breach) {
    if (!is_so) breaches.push_back(path + ": " + breach);
  }

  // Keywords that look at the value itself.
  bool CheckValue(const std::string& keyword, const ParsedJson& rule, const ParsedJson& value,
                  const std::string& path) {
    if (keyword == "type") {
      Require(IsOfType(value, rule.text), path, "is no " + rule.text);
    } else if (keyword == "const") {
      Require(IsSame(value, rule), path, "is not " + rule.text);
    } else if (keyword == "enum") {
      const bool is_listed =
          std::any_of(rule.elements.begin(), rule.elements.end(),
                      [&value](const ParsedJson& listed) { return IsSame(value, listed); });
      Require(is_listed, path, "is none of the values listed");
    } else if (keyword == "minimum") {
      const bool is_enough =
          value.type != Type::kNumber || std::stod(value.text) >= std::stod(rule.text);
      Require(is_enough, path, "is less than " + rule.text);
    } else if (keyword == "minLength") {
      Require(value.text.size() >= std::stoul(rule.text), path, "is too short");
    } else if (keyword == "minItems") {
      Require(value.elements.size() >= std::stoul(rule.text), path, "has too few items");
    } else if (keyword == "maxItems") {
      Require(value.elements.size() <= std::stoul(rule.text), path, "has too many items");
    } else if (keyword == "pattern") {
      Require(MatchesPattern(value.text, rule.text), path, "is not " + rule.text);
    } else {
      return false;
    }
    return true;
  }

  // Keywords that look into it, or that say nothing of it.
  bool CheckStructure(const std::string& keyword, const ParsedJson& schema, const ParsedJson& value,
                      const std::string& path) {
    const ParsedJson& rule = schema[keyword];
    if (keyword == "required") {
      for (const ParsedJson& key : rule.elements) {
        Require(value.Has(key.text), path, "has no " + key.text);
      }
    } else if (keyword == "properties") {
      for (const auto& [key, inner] : rule.members) {
        if (value.Has(key)) Check(inner, value[key], path + "/" + key);
      }
    } else if (keyword == "additionalProperties") {
      CheckAdditional(schema, value, path);
    } else if (keyword == "items") {
      for (size_t i = 0; i < value.elements.size(); ++i) {
        Check(rule, value[i], path + "/" + std::to_string(i));
      }
    } else if (keyword == "oneOf") {
      CheckOneOf(rule, value, path);
    } else if (keyword == "$ref") {
      const std::string prefix = "#/$defs/";
      REQUIRE(rule.text.starts_with(prefix));
      Check(root_["$defs"][rule.text.substr(prefix.size())], value, path);
    } else {
      return keyword == "$schema" || keyword == "$id" || keyword == "title" ||
             keyword == "description" || keyword == "$defs";
    }
    return true;
  }

  void CheckAdditional(const ParsedJson& schema, const ParsedJson& value, const std::string& path) {
    const ParsedJson& rule = schema["additionalProperties"];
    for (const auto& [key, inner] : value.members) {
      if (schema.Has("properties") && schema["properties"].Has(key)) continue;
      if (rule.type == Type::kObject) {
        Check(rule, inner, path + "/" + key);
      } else {
        Require(rule.text == "true", path, "has " + key);
      }
    }
  }

  void CheckOneOf(const ParsedJson& rule, const ParsedJson& value, const std::string& path) {
    size_t met = 0;
    std::string reasons;
    for (const ParsedJson& alternative : rule.elements) {
      SchemaCheck check(root_);
      check.Check(alternative, value, path);
      if (check.breaches.empty()) ++met;
      for (const std::string& breach : check.breaches) reasons += "; " + breach;
    }
    Require(met == 1, path, "meets " + std::to_string(met) + " alternatives" + reasons);
  }

  const ParsedJson& root_;
};

}  // namespace

std::vector<std::string> BreachesOf(const ParsedJson& schema, const ParsedJson& document) {
  SchemaCheck check(schema);
  check.Check(schema, document, "");
  return check.breaches;
}

}  // namespace gatepost
