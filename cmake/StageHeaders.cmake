# Copies gatepost.h, and every header of ours that it leads to, from ${source} to ${stage}. In the copies they include each
# other as users do, "gatepost/base/post.h", so that names such as base/ are not put in the way of the user's own.
cmake_policy(VERSION 3.25)  # an install script has none of its own

file(REMOVE_RECURSE "${stage}")
set(waiting gatepost.h)
set(staged)
while(waiting)
  list(POP_FRONT waiting header)
  if(header IN_LIST staged)
    continue()
  endif()
  list(APPEND staged "${header}")
  file(READ "${source}/${header}" text)
  string(REGEX MATCHALL "\n#include \"[^\"]+\"" includes "${text}")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "\n#include \"([^\"]+)\"" "\\1" included "${include}")
    list(APPEND waiting "${included}")
  endforeach()
  string(REPLACE "\n#include \"" "\n#include \"gatepost/" text "${text}")
  file(WRITE "${stage}/${header}" "${text}")
endwhile()
