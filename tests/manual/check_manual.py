#!/usr/bin/env python3
"""Compares the manual pages and the completions with what --help says of every command.

usage: check_manual.py PAGES|ROFF|BASH|ZSH|FISH PROGRAM FOLDER

PROGRAM is gatepost, FOLDER what gatepost_make_manual wrote. Ends with status 77 where the tool that looks is missing.
"""

import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77
OPTION = re.compile(r"^  ((?:-\w|--[\w-]+)(?:,(?:-\w|--[\w-]+))*)")
COMMAND = re.compile(r"^  ([a-z]+) ")


def run(command, **kwargs):
    return subprocess.run(command, capture_output=True, text=True, check=True, **kwargs).stdout


class Command:
    """What --help says of one command: `path` is ["patterns", "list"]."""

    def __init__(self, program, path):
        self.path = path
        self.options, self.commands = set(), []
        section = ""
        for line in run([program, *path, "--help"]).splitlines():
            if line and not line.startswith(" "):
                section = line
            if section == "Options:" and (found := OPTION.match(line)):
                self.options.update(found[1].split(","))
            if section == "Subcommands:" and (found := COMMAND.match(line)):
                self.commands.append(found[1])


def commands_of(program, path=()):
    command = Command(program, list(path))
    yield command
    for name in command.commands:
        yield from commands_of(program, [*path, name])


def plain(roff):
    return re.sub(r"\\f[BIR]", "", roff).replace(r"\-", "-")


def check_pages(commands, folder):
    """Each command's options stand in its page or its section of one, and no others do."""
    pages = {"gatepost": "gatepost.1"}
    pages.update({name: f"gatepost-{name}.1" for name in commands[0].commands})
    written = {page.name for page in (folder / "man").glob("*.1")}
    assert written == set(pages.values()), f"pages are {written}"
    for command in commands:
        page = plain((folder / "man" / pages[command.path[0] if command.path else "gatepost"]).read_text())
        if len(command.path) > 1:
            _, _, page = page.partition(f".SS gatepost {' '.join(command.path)}\n")
        page = re.split(r"^\.S[SH] (?!NAME|SYNOPSIS|DESCRIPTION|OPTIONS)", page, flags=re.M)[0]
        shown = set()
        for line in re.findall(r"^\.TP\n(-.*)$", page, flags=re.M):
            shown.update(re.findall(r"(?<![\w-])--?[a-z][\w-]*", line))
        assert shown == command.options, f"{command.path}: the page has {shown ^ command.options} more or less"


def check_roff(_, folder):
    for page in sorted((folder / "man").glob("*.1")):
        said = subprocess.run(["groff", "-K", "utf8", "-man", "-ww", "-z", page], capture_output=True, text=True, check=True)
        assert said.stderr == "", said.stderr


def completed_by_bash(folder, words, workplace="/"):
    script = 'source "$1" || exit 1; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _gatepost; printf "%s\\n" "${COMPREPLY[@]}"'
    said = run(["bash", "--norc", "-uc", script, "bash", folder / "bash" / "gatepost", "gatepost", *words], cwd=workplace)
    return set(said.split())


def completed_by_fish(folder, words, workplace="/"):
    line = " ".join(["gatepost", *words])
    said = run(["fish", "--no-config", "-c", f"source {folder}/fish/gatepost.fish; complete -C '{line}'"], cwd=workplace)
    return {found.split("\t")[0] for found in said.splitlines()}


def check_completion(commands, folder, completed):
    """Everything that --help names is offered, words as words and files as files, and nothing else."""
    for command in commands:
        offered = completed(folder, [*command.path, "-"]) | completed(folder, [*command.path, "--"])
        assert offered == command.options, f"{command.path}: offers {offered ^ command.options} more or less"
        if command.commands:
            offered = completed(folder, [*command.path, ""])
            assert offered == set(command.commands), f"{command.path}: offers {offered}"
    for words, expected in [
        (["check", "-f", ""], {"text", "json", "jsonl"}),
        (["check", "--format", "js"], {"json", "jsonl"}),
        (["check", "--fail-on", ""], {"review", "block", "never"}),
        (["check", "draft.txt", "--lang", ""], {"en", "cy"}),
        (["check", "--colour", "n"], {"never"}),
        (["check", "--channel", ""], set()),
    ]:
        offered = completed(folder, words)
        assert offered == expected, f"{words}: offers {offered}"
    assert completed(folder, ["check", "--policy", "g"], folder / "man") >= {"gatepost.1", "gatepost-check.1"}
    assert completed(folder, ["check", "g"], folder / "man") >= {"gatepost.1"}
    assert {name.rstrip("/") for name in completed(folder, ["check", "--patterns", "m"], folder)} == {"man"}


def check_bash(commands, folder):
    check_completion(commands, folder, completed_by_bash)
    assert completed_by_bash(folder, ["check", "--format", "=", "jsonl"]) == {"jsonl"}


def check_zsh(commands, folder):
    """The script can be read, and each command's function names the command's options."""
    script = folder / "zsh" / "_gatepost"
    run(["zsh", "-n", script])
    for command in commands:
        function = "_".join(["_gatepost", *command.path])
        body = re.search(rf"^{function}\(\) {{\n(.*?)^}}$", script.read_text(), flags=re.M | re.S)[1]
        named = set(re.findall(r"^ +'(?:\*|\([^)]*\))(--?[a-z-]*[a-z])", body, flags=re.M))
        assert named == command.options, f"{command.path}: has {named ^ command.options} more or less"


def main():
    what, program, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
    tool = {"ROFF": "groff", "ZSH": "zsh", "FISH": "fish"}.get(what, "bash")
    if not shutil.which(tool):
        print(f"{tool} is not installed: scripts/setup --all installs it")
        return SKIPPED
    commands = list(commands_of(program))
    assert len(commands) > 10
    if what == "FISH":
        check_completion(commands, folder, completed_by_fish)
    else:
        {"PAGES": check_pages, "ROFF": check_roff, "BASH": check_bash, "ZSH": check_zsh}[what](commands, folder)
    return 0


sys.exit(main())
