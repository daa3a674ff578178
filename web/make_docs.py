#!/usr/bin/env python3
"""Makes the page of the API's documentation out of its OpenAPI description.

  make_docs.py openapi.json docs.html

The page is read by people, on a phone too, and needs no script: every path with its parameters, bodies, answers and
examples, then every schema.
"""

import html
import json
import re
import sys

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")


def escaped(text):
    return html.escape(str(text))


def markup(text):
    """Text with `code`, **weight** and links, as descriptions have them."""
    text = escaped(text)
    text = re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
    text = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"\[([^\]]+)\]\(([^)\s]+)\)", r'<a href="\2">\1</a>', text)


def paragraphs(text):
    return "".join(f"<p>{markup(part)}</p>" for part in (text or "").split("\n\n") if part.strip())


def anchor(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Page:
    def __init__(self, description):
        self.description = description
        self.out = []

    def add(self, *parts):
        self.out.extend(parts)

    def resolved(self, node):
        """What a reference stands for."""
        while "$ref" in node:
            target = self.description
            for key in node["$ref"].removeprefix("#/").split("/"):
                target = target[key]
            node = target
        return node

    def type_of(self, schema):
        """A schema in a few words."""
        if schema is True:
            return "anything"
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            return f'<a href="#schema-{anchor(name)}">{escaped(name)}</a>'
        if "const" in schema:
            return f"<code>{escaped(json.dumps(schema['const']))}</code>"
        if "enum" in schema:
            return " or ".join(f"<code>{escaped(value)}</code>" for value in schema["enum"])
        for key, word in (("oneOf", " or "), ("anyOf", " or "), ("allOf", " with ")):
            if key in schema:
                return word.join(self.type_of(part) for part in schema[key])
        kind = schema.get("type", "anything")
        if isinstance(kind, list):
            return " or ".join(kind)
        if kind == "array":
            return f"array of {self.type_of(schema.get('items', True))}"
        return escaped(kind)

    def table(self, caption, headings, rows):
        if not rows:
            return
        self.add('<div class="wide" tabindex="0"><table><caption>', caption, "</caption><thead><tr>")
        self.add(*(f'<th scope="col">{heading}</th>' for heading in headings), "</tr></thead><tbody>")
        for first, *others in rows:
            self.add(f'<tr><th scope="row">{first}</th>', *(f"<td>{cell}</td>" for cell in others), "</tr>")
        self.add("</tbody></table></div>")

    def parameters(self, parameters):
        rows = []
        for parameter in map(self.resolved, parameters):
            schema = parameter.get("schema", {})
            default = f" Default: <code>{escaped(schema['default'])}</code>." if "default" in schema else ""
            needed = " Required." if parameter.get("required") else ""
            rows.append((f"<code>{escaped(parameter['name'])}</code>", parameter["in"], self.type_of(schema),
                         markup(parameter.get("description", "")) + default + needed))
        self.table("Parameters", ("Name", "In", "Value", "Meaning"), rows)

    def example(self, value):
        text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
        self.add(f'<pre tabindex="0"><code>{escaped(text)}</code></pre>')

    def content(self, content):
        """The bodies of a request or an answer, by type, with their examples."""
        for media, body in content.items():
            self.add(f"<p><code>{escaped(media)}</code>: {self.type_of(body.get('schema', True))}</p>")
            if "example" in body:
                self.example(body["example"])
            for name, example in body.get("examples", {}).items():
                self.add(f"<p>{markup(example.get('summary', name))}</p>")
                self.example(example["value"])

    def operation(self, path, method, operation, shared):
        name = anchor(f"{method} {path}")
        self.add(f'<section id="{name}"><h3><span class="method">{method.upper()}</span> <code>{escaped(path)}</code></h3>')
        self.add(f"<p><strong>{markup(operation.get('summary', ''))}</strong></p>", paragraphs(operation.get("description")))
        self.parameters(shared + operation.get("parameters", []))
        if "requestBody" in operation:
            body = self.resolved(operation["requestBody"])
            self.add("<h4>Body</h4>", paragraphs(body.get("description")))
            self.content(body["content"])
        self.add("<h4>Answers</h4>")
        for status, answer in operation["responses"].items():
            answer = self.resolved(answer)
            self.add(f"<p><strong>{escaped(status)}</strong> {markup(answer.get('description', ''))}</p>")
            self.content(answer.get("content", {}))
        self.add("</section>")

    def schema(self, name, schema):
        self.add(f'<section id="schema-{anchor(name)}"><h3>{escaped(name)}</h3>', paragraphs(schema.get("description")))
        members, required = {}, set()
        for part in [schema, *schema.get("allOf", [])]:
            part = self.resolved(part)
            members.update(part.get("properties", {}))
            required.update(part.get("required", []))
        constants = [part for part in schema.get("anyOf", []) if "const" in part and "description" in part]
        if constants:
            self.table("Values", ("Value", "Meaning"), [(f'<code id="{anchor(part["const"])}">{escaped(part["const"])}</code>',
                                                         markup(part["description"])) for part in constants])
        elif members:
            self.table("Members", ("Name", "Value", "Meaning"),
                       [(f"<code>{escaped(member)}</code>" + ("" if member in required else " <span class=\"hint\">optional</span>"),
                         self.type_of(its), markup(its.get("description", "")) if its is not True else "")
                        for member, its in members.items()])
        else:
            self.add(f"<p>{self.type_of(schema)}</p>")
        self.add("</section>")

    def operations(self):
        """By tag, in the order of the tags: (tag, [(path, method, operation, shared parameters)])."""
        groups = {tag["name"]: [] for tag in self.description.get("tags", [])}
        for path, item in self.description["paths"].items():
            for method in METHODS:
                if method in item:
                    tag = item[method].get("tags", ["Other"])[0]
                    groups.setdefault(tag, []).append((path, method, item[method], item.get("parameters", [])))
        return [(tag, its) for tag, its in groups.items() if its]

    def make(self):
        info = self.description["info"]
        self.add('<!doctype html><html lang="en"><head><meta charset="utf-8">',
                 '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
                 f"<title>{escaped(info['title'])}</title>",
                 '<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/page.css"></head><body>',
                 '<a class="skip" href="#paths">Go to the paths</a><div class="page api"><header>',
                 '<p class="brand"><img src="/icon.svg" alt="" width="28" height="28">Gatepost</p><a href="/">Check a post</a></header>',
                 f"<main><h1>{escaped(info['title'])}</h1>", paragraphs(info.get("description")),
                 '<p>The same for programs: <a href="/openapi.json"><code>/openapi.json</code></a> (OpenAPI 3.1).</p>')
        groups = self.operations()
        self.add('<nav id="paths" aria-label="Paths"><ol>')
        for _, operations in groups:
            for path, method, operation, _ in operations:
                self.add(f'<li><a href="#{anchor(f"{method} {path}")}">{method.upper()} <code>{escaped(path)}</code></a></li>')
        self.add("</ol></nav>")
        about = {tag["name"]: tag.get("description") for tag in self.description.get("tags", [])}
        for tag, operations in groups:
            self.add(f'<h2 id="{anchor(tag)}">{escaped(tag)}</h2>', paragraphs(about.get(tag)))
            for operation in operations:
                self.operation(*operation)
        self.add('<h2 id="schemas">Schemas</h2>')
        for name, schema in self.description.get("components", {}).get("schemas", {}).items():
            self.schema(name, schema)
        self.add("</main></div></body></html>\n")
        return "".join(self.out)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        page = Page(json.load(file)).make()
    with open(sys.argv[2], "w", encoding="utf-8") as file:
        file.write(page)


if __name__ == "__main__":
    main()
