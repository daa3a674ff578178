# One library per folder of src/, one test program per folder of tests/: every target of the build is
# declared through these two functions, so that warnings, sanitizers and the language level are said once.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
endif()

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

add_library(gatepost_options INTERFACE)
target_compile_options(gatepost_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # GCC 12 sees overlaps in std::string's own code where there are none (GCC bug 105651). Nobody replaces a function of ours
  # by another of the same name, so calls within a file may be inlined, as Clang does.
  "$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict;-fno-semantic-interposition>")
if(GATEPOST_WERROR)
  target_compile_options(gatepost_options INTERFACE -Werror)
endif()
if(GATEPOST_SANITIZE)
  target_compile_options(gatepost_options INTERFACE
    -fsanitize=${GATEPOST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(gatepost_options INTERFACE -fsanitize=${GATEPOST_SANITIZE})
endif()
if(GATEPOST_FUZZ)
  target_compile_options(gatepost_options INTERFACE -fsanitize=fuzzer-no-link)  # counts what an input reaches
endif()
# Programs load only the libraries that they call: loading is most of the start of a check.
target_link_options(gatepost_options INTERFACE -Wl,--as-needed)
target_include_directories(gatepost_options INTERFACE "${PROJECT_SOURCE_DIR}/src")

# gatepost_library(NAME [PUBLIC dep…] [PRIVATE dep…]): the folder's .cc files as gatepost_NAME.
function(gatepost_library name)
  cmake_parse_arguments(ARG "" "" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cc")
  list(FILTER sources EXCLUDE REGEX "/(main|[a-z]+_main|make_[a-z_]+)\\.cc$")  # programs
  if(sources)
    add_library(gatepost_${name} STATIC ${sources})
    target_link_libraries(gatepost_${name} PUBLIC gatepost_options ${ARG_PUBLIC} PRIVATE ${ARG_PRIVATE})
  else()
    add_library(gatepost_${name} INTERFACE)
    target_link_libraries(gatepost_${name} INTERFACE gatepost_options ${ARG_PUBLIC})
  endif()
endfunction()

# gatepost_code_digest(SOURCE DEFINITION pattern…): SOURCE is compiled with DEFINITION, a string that changes with any of the
# files: what a program keeps for its next run is used only by the code that would make the same.
function(gatepost_code_digest source definition)
  file(GLOB files CONFIGURE_DEPENDS ${ARGN})
  set(digests "")
  foreach(file IN LISTS files)
    file(SHA256 "${file}" digest)
    string(APPEND digests "${digest}")
  endforeach()
  string(SHA256 digest "${digests}")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${files}")
  set_source_files_properties("${source}" PROPERTIES COMPILE_DEFINITIONS ${definition}="${digest}")
endfunction()

# gatepost_test(FOLDER [dep…]): the *_test.cc files of tests/FOLDER as one Catch2 program.
function(gatepost_test name)
  file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cc")
  if(NOT sources)
    return()
  endif()
  add_executable(${name}_test ${sources})
  target_link_libraries(${name}_test PRIVATE gatepost_options ${ARGN} Catch2::Catch2WithMain)
  # Making tests takes longer than running them: they are optimised little, and what they test as always.
  target_compile_options(${name}_test PRIVATE $<IF:$<CONFIG:Debug>,-O0,-O1>)
  target_include_directories(${name}_test PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${name}_test PRIVATE GATEPOST_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
