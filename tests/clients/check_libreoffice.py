#!/usr/bin/env python3
"""Stock LibreOffice, without a window, has paragraphs checked by `gatepost serve` as its LanguageTool server.

usage: check_libreoffice.py GATEPOST PATTERNS

What LibreOffice says it would underline must be the values, whatever stands before them: it counts in UTF-16 units and,
in version 7.4, sends texts without encoding them. Ends with status 77 where LibreOffice is not installed.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from served import Served

try:
    import uno
    from com.sun.star.connection import NoConnectException
    from com.sun.star.lang import Locale
except ImportError:
    print("SKIPPED: python3-uno is not installed: scripts/setup --all installs it")
    sys.exit(77)

PHONE = "07700 900123"  # kept by Ofcom for fiction
# Texts, and what of them is underlined.
PARAGRAPHS = [
    ("Ring Pat 🙂 on 07700 900123 please", PHONE),
    ("Fish & chips 100% off +1 ring 07700 900123", PHONE),
    ("50%2B & 20% of a+b = c, ring 07700 900123", PHONE),
    ("Café ŵy 👩‍👩‍👧 🇬🇧 naïve: 07700 900123!", PHONE),
    ("a&language=de&text=b, ring 07700 900123", PHONE),
    ("info&events, doors open at seven", None),
    ("Nothing here", None),
]

SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="BaseURL" oor:op="fuse"><value>{url}</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/GrammarChecking/LanguageTool">
<prop oor:name="IsEnabled" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""
START_SECONDS = 120


def start_office(folder, url):
    profile = pathlib.Path(folder, "profile")
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS.format(url=url), encoding="utf-8")
    pipe = f"gatepost-{os.getpid()}"
    process = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}",
         f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    return process, pipe


def connect(pipe):
    """LibreOffice says by nothing but taking a connection that it is there."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise SystemExit("FAILED: LibreOffice does not start")
            time.sleep(0.2)


def cut_utf16(text, begin, size):
    units = text.encode("utf-16-le")
    return units[2 * begin:2 * (begin + size)].decode("utf-16-le")


def check(checker, text, expected, locale):
    size = len(text.encode("utf-16-le")) // 2
    errors = checker.doProofreading("document", text, locale, 0, size, ()).aErrors
    found = [cut_utf16(text, error.nErrorStart, error.nErrorLength) for error in errors]
    if found != ([expected] if expected else []):
        print(f"FAILED: {locale.Language}: {text!r}: underlined {found}", file=sys.stderr)
        return False
    return all(error.aFullComment and error.aSuggestions for error in errors)


def check_all(context):
    checker = context.ServiceManager.createInstanceWithContext(
        "org.openoffice.lingu.LanguageToolGrammarChecker", context)
    known = {(locale.Language, locale.Country) for locale in checker.getLocales()}
    if not {("en", "GB"), ("cy", "GB")} <= known:
        print(f"FAILED: LibreOffice does not know that English and Welsh are checked: {known}", file=sys.stderr)
        return False
    results = [check(checker, text, expected, Locale(language, "GB", ""))
               for text, expected in PARAGRAPHS for language in ("en", "cy")]
    return all(results)


def main(program, patterns):
    if not shutil.which("soffice"):
        print("SKIPPED: LibreOffice is not installed: scripts/setup --all installs it")
        return 77
    with tempfile.TemporaryDirectory() as folder, Served(program, "--patterns", patterns, "--no-watch") as served:
        office, pipe = start_office(folder, served.address + "/v2")
        try:
            context = connect(pipe)
            is_right = check_all(context)
        finally:
            os.killpg(office.pid, 15)
            office.wait()
    print(f"{2 * len(PARAGRAPHS)} paragraphs checked by LibreOffice")
    return 0 if is_right else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
