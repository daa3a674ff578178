# What `cmake --install` gives beside the program and its patterns, for programs that link Gatepost:
#   gatepost::c         libgatepost.so, the C API                 gatepost.pc
#   gatepost::gatepost  libgatepost_cpp.a, the C++ API            gatepost-cpp.pc
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME dev)  # what programs that are built with Gatepost need

# All that src/gatepost.h stands for, as one archive.
set(cpp_objects)
foreach(folder base text regex validate post pattern match judge set scan)
  list(APPEND cpp_objects "$<TARGET_OBJECTS:gatepost_${folder}>")
endforeach()
add_library(gatepost_cpp STATIC ${cpp_objects})
set_target_properties(gatepost_cpp PROPERTIES LINKER_LANGUAGE CXX EXPORT_NAME gatepost)
target_compile_features(gatepost_cpp INTERFACE cxx_std_20)
target_include_directories(gatepost_cpp INTERFACE "$<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>")
# The libraries of those folders, which gatepostConfig.cmake.in and gatepost-cpp.pc.in name too.
foreach(library IN ITEMS tl::expected $<LINK_ONLY:simdjson::simdjson> $<LINK_ONLY:PkgConfig::NETTLE>
                         $<LINK_ONLY:tomlplusplus::tomlplusplus> $<LINK_ONLY:PkgConfig::RE2>
                         $<LINK_ONLY:PkgConfig::HS> $<LINK_ONLY:Threads::Threads>)
  target_link_libraries(gatepost_cpp INTERFACE "$<INSTALL_INTERFACE:${library}>")
endforeach()

# Both languages' headers; those of the C++ API under the names that users include.
install(FILES "${PROJECT_SOURCE_DIR}/src/c/gatepost_c.h" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/gatepost")
install(CODE "set(source \"${PROJECT_SOURCE_DIR}/src\")
set(stage \"${CMAKE_BINARY_DIR}/installed_headers/gatepost\")")
install(SCRIPT "${CMAKE_CURRENT_LIST_DIR}/StageHeaders.cmake")
install(DIRECTORY "${CMAKE_BINARY_DIR}/installed_headers/gatepost" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/gatepost")
install(TARGETS gatepost_c EXPORT gatepostCTargets
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT program NAMELINK_COMPONENT dev)
install(TARGETS gatepost_cpp EXPORT gatepostCXXTargets ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT gatepostCTargets NAMESPACE gatepost:: DESTINATION "${package_folder}")
install(EXPORT gatepostCXXTargets NAMESPACE gatepost:: DESTINATION "${package_folder}")
set(patterns_folder "${CMAKE_INSTALL_DATADIR}/gatepost/patterns")
configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/gatepostConfig.cmake.in" "${CMAKE_BINARY_DIR}/gatepostConfig.cmake"
  INSTALL_DESTINATION "${package_folder}" PATH_VARS patterns_folder)
# Before 1.0 a minor version may change the C++ API.
write_basic_package_version_file("${CMAKE_BINARY_DIR}/gatepostConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_BINARY_DIR}/gatepostConfig.cmake" "${CMAKE_BINARY_DIR}/gatepostConfigVersion.cmake"
        DESTINATION "${package_folder}")

# Places in .pc files are relative to them, so that the installation can be moved.
set(pc_folder "${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig")
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_LIBDIR BASE_DIRECTORY "${pc_folder}" OUTPUT_VARIABLE lib_from_pc)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_INCLUDEDIR BASE_DIRECTORY "${pc_folder}" OUTPUT_VARIABLE include_from_pc)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_FULL_DATADIR BASE_DIRECTORY "${pc_folder}" OUTPUT_VARIABLE data_from_pc)
foreach(name gatepost gatepost-cpp)
  configure_file("${CMAKE_CURRENT_LIST_DIR}/${name}.pc.in" "${CMAKE_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${CMAKE_BINARY_DIR}/${name}.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endforeach()
