# The Debian packages that scripts/package makes of an installation:
#   gatepost         the program, its patterns, manual pages, completions, documentation, a systemd unit of the service, and
#                    libgatepost.so.1
#   libgatepost-dev  what programs in C and C++ are built with
set(doc_folder "${CMAKE_INSTALL_DATADIR}/doc/gatepost")
install(FILES "${PROJECT_SOURCE_DIR}/README.md" DESTINATION "${doc_folder}" COMPONENT program)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/docs/" DESTINATION "${doc_folder}/docs" COMPONENT program
        FILES_MATCHING PATTERN "*.md" PATTERN "*.json")

# The service for systemd, which names files of the packages and is part of nothing else; no installation enables it.
set(systemd "${CMAKE_CURRENT_LIST_DIR}/systemd")
install(FILES "${systemd}/gatepost.service" DESTINATION lib/systemd/system COMPONENT program EXCLUDE_FROM_ALL)
install(FILES "${systemd}/gatepost.sysusers" DESTINATION lib/sysusers.d RENAME gatepost.conf COMPONENT program EXCLUDE_FROM_ALL)

set(debian "${CMAKE_BINARY_DIR}/debian")
file(READ "${PROJECT_SOURCE_DIR}/NOTICE" notice)
string(REGEX REPLACE "\n\n+" "\n.\n" notice "${notice}")
string(REGEX REPLACE "\n([^\n])" "\n \\1" NOTICE "${notice}")
configure_file("${CMAKE_CURRENT_LIST_DIR}/debian/copyright.in" "${debian}/copyright" @ONLY)
configure_file("${CMAKE_CURRENT_LIST_DIR}/debian/changelog.in" "${debian}/changelog" @ONLY)
execute_process(COMMAND gzip -9nkf "${debian}/changelog" COMMAND_ERROR_IS_FATAL ANY)
install(FILES "${debian}/copyright" "${debian}/changelog.gz" DESTINATION "${doc_folder}" COMPONENT program)
install(FILES "${debian}/copyright" "${debian}/changelog.gz"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/libgatepost-dev" COMPONENT dev)
install(FILES "${CMAKE_CURRENT_LIST_DIR}/debian/lintian-overrides"
        DESTINATION share/lintian/overrides RENAME gatepost COMPONENT program EXCLUDE_FROM_ALL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gatepost)
set(CPACK_PACKAGE_CONTACT "Gatepost maintainers <maintainers@gatepost.invalid>")
set(CPACK_PACKAGE_DIRECTORY "${CMAKE_BINARY_DIR}/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)

# The first line of each description is the project's; CPack indents what follows.
set(about "Gatepost reads a post before it is published and says whether it gives away
personal data: phone numbers, National Insurance and NHS numbers, payment
cards, e-mail addresses, postcodes. It is made for UK public bodies that
answer citizens in public, in English and Welsh.
")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME gatepost)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA)
foreach(file triggers postinst prerm postrm)
  list(APPEND CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_EXTRA "${CMAKE_CURRENT_LIST_DIR}/debian/${file}")
endforeach()
set(CPACK_DEBIAN_PROGRAM_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION "${about}
This package has the program, its patterns and the shared library of the C
API.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libgatepost-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
    "gatepost (= ${PROJECT_VERSION}), libexpected-dev, libsimdjson-dev, nettle-dev, libtomlplusplus-dev, libre2-dev, libhyperscan-dev | libvectorscan-dev")
set(CPACK_DEBIAN_DEV_DESCRIPTION "${about}
This package has what programs in C and C++ that call it are built with:
headers, a static library, and files for CMake and pkg-config.")
include(CPack)
