# Reads the names of files on standard input, and `rules`: see floors.txt for what it says.

function complain(line, message) {
  print file ":" line ": " message
  faults++
}

# A shell pattern with * as the only special character.
function matches(text, pattern) {
  gsub(/[.+]/, "[&]", pattern)
  gsub(/\*/, ".*", pattern)
  return text ~ ("^" pattern "$")
}

function read_folder_rule(word, count,   i, header) {
  floor_of[word[2]] = word[3] + 0
  for (i = 4; i <= count; i++) {
    header = word[i]
    if (sub(/^tests:/, "", header)) {
      allowed[word[2], "tests", header] = 1
      continue
    }
    if (sub(/^h:/, "", header)) allowed[word[2], "h", header] = 1
    allowed[word[2], "cc", header] = 1
    fences[header] = fences[header] " " word[2]
  }
}

function read_rules(   text, word, count, i) {
  while ((getline text < rules) > 0) {
    count = split(text, word, " ")
    if (word[1] == "folder") read_folder_rule(word, count)
    else if (word[1] == "long") may_be_long[word[2]] = 1
    else if (word[1] == "system")
      for (i = 2; i <= count; i++) system_headers[word[i]] = 1
  }
}

# The folder of src or tests that a file belongs to: "text" of src/text/skeleton.cc, "." of src/gatepost.h, else "".
function folder_of(path,   part, count) {
  count = split(path, part, "/")
  if (part[1] != "src" && part[1] != "tests") return ""
  if (count == 2) return part[1] == "src" ? "." : ""
  return part[2] in floor_of ? part[2] : ""
}

function check_our_header(line, name,   target) {
  if (name !~ /\//) target = name == "gatepost.h" ? "." : ""
  else target = substr(name, 1, index(name, "/") - 1)
  if (target == "" || target == folder) return
  if (!(target in floor_of)) {
    if (file ~ /^src\//) complain(line, "includes \"" name "\", whose folder has no floor in floors.txt")
    return
  }
  if (floor_of[target] > floor_of[folder])
    complain(line, folder " (floor " floor_of[folder] ") includes " target " (floor " floor_of[target] ")")
  else if (floor_of[target] == floor_of[folder])
    complain(line, folder " includes " target ", of the same floor")
}

function check_foreign_header(line, name,   pattern, kind) {
  if (name !~ /[.\/]/) return  # the standard library's
  for (pattern in system_headers) if (matches(name, pattern)) return
  kind = file ~ /\.h$/ ? "h" : "cc"
  for (pattern in fences) {
    if (!matches(name, pattern)) continue
    if ((folder, kind, pattern) in allowed) return
    if (file ~ /^tests\// && (folder, "tests", pattern) in allowed) return
    if (kind == "h" && (folder, "cc", pattern) in allowed)
      complain(line, "<" name "> belongs in a .cc file, not in a header")
    else
      complain(line, "<" name "> may be included only in:" fences[pattern])
    return
  }
  if (file ~ /^src\//) complain(line, "<" name "> has no fence in floors.txt")
}

function check_include(line, text,   name) {
  name = text
  sub(/^[ \t]*#[ \t]*include[ \t]*[<"]/, "", name)
  sub(/[>"].*$/, "", name)
  if (text ~ /</) check_foreign_header(line, name)
  else check_our_header(line, name)
}

function check_size(lines,   limit) {
  limit = file ~ /\.h$/ ? 150 : 400
  if (lines > limit && !(file in may_be_long))
    complain(lines, "longer than " limit " lines: it is two things, or a table for floors.txt to name")
  if (lines <= limit && file in may_be_long)
    complain(lines, "named in floors.txt as long, and is not")
}

function check_file(   line, text, is_cpp, has_pragma) {
  is_cpp = file ~ /\.(cc|h)$/
  folder = folder_of(file)
  line = 0
  while ((getline text < file) > 0) {
    line++
    if (is_cpp && folder != "" && text ~ /^[ \t]*#[ \t]*include[ \t]*[<"]/) check_include(line, text)
    if (text ~ /^#pragma once/) has_pragma = 1
    if (text ~ /T[O]DO|F[I]XME/) complain(line, "unfinished work belongs in the tracker")
    if (text ~ /(^|[^A-Za-z0-9_.}])\/(work|home)\/[a-z]/) complain(line, "names a folder of somebody's machine")
  }
  close(file)
  if (!is_cpp) return
  if (file ~ /\.h$/ && !has_pragma) complain(1, "has no #pragma once")
  check_size(line)
}

BEGIN {
  read_rules()
  while ((getline file < "-") > 0) {
    seen[file] = 1
    check_file()
    files++
  }
  file = "floors.txt"
  for (path in may_be_long) if (!(path in seen)) complain(1, path " is named as long, and is not there")
  printf "%d files, %d faults\n", files, faults
  exit faults > 0
}
