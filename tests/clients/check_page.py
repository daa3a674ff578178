#!/usr/bin/env python3
"""Uses the service's pages in Chromium, as people do.

  check_page.py GATEPOST

Starts the service on loopback, types posts into the paste box and looks at what is shown: verdicts, the places marked in the
text, the safe text taken over, the page in Welsh, and that nothing breaks the pages' own content security policy. Exits with 77,
skipped, without Chromium, its driver and Selenium (scripts/setup --all installs them).
"""

import subprocess
import sys
import tempfile

from served import PATIENCE, Served

try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service as Driver
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import Select, WebDriverWait
except ImportError:
    print("skipped: there is no Selenium")
    sys.exit(77)

OFFLINE = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--disable-default-apps")


class Page:
    """The paste box, with what a person does there."""

    def __init__(self, browser, address):
        self.browser = browser
        browser.get(address + "/")

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector):
        return [element.text for element in self.browser.find_elements(By.CSS_SELECTOR, selector)]

    def wait(self, condition):
        return WebDriverWait(self.browser, PATIENCE).until(condition)

    def check(self, text):
        # Not by keys: the driver cannot type what lies beyond the first 65,536 characters.
        self.browser.execute_script("arguments[0].value = arguments[1]", self.find("#text"), text)
        self.browser.execute_script("document.getElementById('result').replaceChildren()")
        self.find("#check").click()
        return self.wait(lambda _: self.texts("#result .verdict h2"))[0]


def check_verdicts(page):
    assert page.check("Our offices open at nine.") == "Nothing in it calls for more"
    assert page.texts("#result .findings > li") == []

    heading = page.check("Caf\u00e9 \U0001F642: thanks Pat, your NHS number 999 000 0018 is here")
    assert heading == "Do not publish this", heading
    marked = page.browser.execute_script(
        "return [...document.querySelectorAll('mark')].map((mark) => mark.firstChild.data)")
    assert marked == ["999 000 0018"], marked
    findings = page.texts("#result .findings > li")
    assert len(findings) == 1 and "NHS number" in findings[0] and "999 000 0018" not in findings[0], findings


def check_suggestion(page):
    page.check("Ring me on 07700 900123 please")
    use = page.find("#result .actions button")
    use.click()
    page.wait(lambda _: page.texts("#result .verdict h2") == ["Nothing in it calls for more"])
    assert page.find("#text").get_attribute("value") == "Ring me on [phone number] please"


def check_markup_is_text(page):
    """What is pasted is never taken as markup."""
    page.check("<img src=x onerror=document.title='run'> 07700 900123 <b>bold</b>")
    assert page.browser.find_elements(By.CSS_SELECTOR, "#result img, #result b") == []
    assert "run" != page.browser.title


def check_welsh(page):
    Select(page.find("#language")).select_by_value("cy")
    assert page.browser.execute_script("return document.documentElement.lang") == "cy"
    assert page.find("h1").text == "Gwiriwch neges cyn ei chyhoeddi"
    assert page.check("Ffoniwch 07700 900123") == "Peidiwch \u00e2 chyhoeddi hon"


def check_nothing_stored(page):
    assert page.browser.get_cookies() == []
    assert page.browser.execute_script("return localStorage.length + sessionStorage.length") == 0


def check_docs(browser, address):
    browser.get(address + "/docs")
    paths = [element.text for element in browser.find_elements(By.CSS_SELECTOR, "nav code")]
    assert "/v1/check" in paths and "/v2/check" in paths, paths
    broken = browser.execute_script(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.hash.slice(1))"
        ".filter((id) => document.getElementById(id) === null)")
    assert broken == [], broken


def check_console(browser):
    """No script failed, and nothing was refused by the content security policy."""
    entries = [entry["message"] for entry in browser.get_log("browser")]
    assert entries == [], entries


def check_token(browser, program):
    with tempfile.TemporaryDirectory() as folder:
        tokens = f"{folder}/tokens"
        token = subprocess.run([program, "serve", "token", "page", "--tokens", tokens], check=True, text=True,
                               stdout=subprocess.PIPE).stdout.strip()
        with Served(program, "--tokens", tokens) as served:
            check_asks_for_token(browser, served, token)


def check_asks_for_token(browser, served, token):
    page = Page(browser, served.address)
    assert not page.find("#token").is_displayed()
    page.check("Ring 07700 900123")
    assert page.find("#token").is_displayed()
    page.find("#token").send_keys(token)
    assert page.check("Ring 07700 900123") == "Do not publish this"
    browser.get_log("browser")  # the 401 stands there, as it should


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    options = webdriver.ChromeOptions()
    for argument in OFFLINE:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    with tempfile.TemporaryDirectory() as profile, Served(sys.argv[1]) as served:
        options.add_argument(f"--user-data-dir={profile}")
        try:
            browser = webdriver.Chrome(service=Driver("/usr/bin/chromedriver"), options=options)
        except Exception as error:  # pylint: disable=broad-except
            print("skipped: Chromium does not start:", str(error).splitlines()[0])
            return 77
        try:
            page = Page(browser, served.address)
            for check in (check_verdicts, check_suggestion, check_markup_is_text, check_welsh, check_nothing_stored):
                check(page)
            check_docs(browser, served.address)
            check_console(browser)
            check_token(browser, sys.argv[1])
        finally:
            browser.quit()
    print("the pages do what people do with them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
