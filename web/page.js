// The paste box: asks /v1/check of the service that this page came from, and shows what it says.
// Nothing is kept: no cookie, no storage. What is shown is put in as text, never as markup.
"use strict";

const sentences = {
  en: {
    skip: "Go to the text", language: "Language", heading: "Check a post before you publish it",
    lead: "Paste what you are about to post. You are told whether it gives away personal data, and what you could write instead.",
    text: "The post", kind: "It is", own: "a post of our own", reply: "a reply to somebody", repost: "somebody else’s post, shared",
    channel: "Channel, if the policy has several", token: "Token",
    tokenHint: "This service asks who you are. Your token is forgotten when you leave this page.",
    check: "Check", checking: "Checking …", keys: "or Ctrl + Enter",
    privacy: "The text goes to this service alone, and is neither kept nor logged.", api: "The API for programs",
    block: "Do not publish this", incomplete: "Hold this back: not all of it could be looked at",
    review: "Somebody should look at this first", pass: "Nothing in it calls for more",
    reportOnly: "The policy of this channel only reports: enforced, it would be “{}”.",
    where: "Where it stands", found: "What was found", suggestion: "Safe to post instead", use: "Use this text", copy: "Copy",
    copied: "Copied.", why: "Why", score: "score {}", together: "Together", problems: "What could not be looked at", notes: "Worth knowing",
    actions: { block: "block", review: "review", pass: "may stay" },
    unreachable: "The service does not answer. The text has not been checked: hold it back.",
    needsToken: "This service needs a token. Enter yours, and check again.",
    failed: "The text has not been checked: hold it back. The service says: {}",
    checkedWith: "Checked with patterns {} and policy {}.",
  },
  cy: {
    skip: "Neidio i’r testun", language: "Iaith", heading: "Gwiriwch neges cyn ei chyhoeddi",
    lead: "Gludwch yr hyn yr ydych ar fin ei bostio. Cewch wybod a yw’n datgelu data personol, a beth y gallech ei ysgrifennu yn lle hynny.",
    text: "Y neges", kind: "Beth yw hi", own: "neges ein hunain", reply: "ateb i rywun", repost: "neges rhywun arall, wedi’i rhannu",
    channel: "Sianel, os oes gan y polisi fwy nag un", token: "Tocyn",
    tokenHint: "Mae’r gwasanaeth hwn yn gofyn pwy ydych chi. Anghofir eich tocyn pan adewch y dudalen hon.",
    check: "Gwirio", checking: "Yn gwirio …", keys: "neu Ctrl + Enter",
    privacy: "I’r gwasanaeth hwn yn unig yr â’r testun, ac ni chaiff ei gadw na’i gofnodi.", api: "Yr API ar gyfer rhaglenni",
    block: "Peidiwch â chyhoeddi hon", incomplete: "Daliwch hon yn ôl: ni ellid edrych ar y cyfan ohoni",
    review: "Dylai rhywun edrych ar hon yn gyntaf", pass: "Nid oes dim ynddi sy’n galw am fwy",
    reportOnly: "Adrodd yn unig y mae polisi’r sianel hon: o’i orfodi, “{}” fyddai’r canlyniad.",
    where: "Ble mae’n sefyll", found: "Beth a ganfuwyd", suggestion: "Diogel i’w bostio yn lle hynny", use: "Defnyddio’r testun hwn",
    copy: "Copïo", copied: "Wedi’i gopïo.", why: "Pam", score: "sgôr {}", together: "Gyda’i gilydd", problems: "Beth na ellid edrych arno",
    notes: "Gwerth ei wybod",
    actions: { block: "atal", review: "adolygu", pass: "caiff aros" },
    unreachable: "Nid yw’r gwasanaeth yn ateb. Nid yw’r testun wedi’i wirio: daliwch ef yn ôl.",
    needsToken: "Mae angen tocyn ar y gwasanaeth hwn. Rhowch eich un chi, a gwiriwch eto.",
    failed: "Nid yw’r testun wedi’i wirio: daliwch ef yn ôl. Dywed y gwasanaeth: {}",
    checkedWith: "Gwiriwyd gyda phatrymau {} a pholisi {}.",
  },
};

const element = (id) => document.getElementById(id);
const language = () => element("language").value;
const say = (key, ...values) => values.reduce((text, value) => text.replace("{}", () => value), sentences[language()][key]);

// An element of that class with children, which are elements or text.
function make(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null));
  return made;
}

function showLanguage() {
  document.documentElement.lang = language();
  for (const place of document.querySelectorAll("[data-say]")) place.textContent = say(place.dataset.say);
  document.title = `${say("heading")} – Gatepost`;
}

// The places of findings in the text, without overlaps; a place under two findings shows the first.
function placesOf(findings) {
  const places = findings.flatMap((finding, nth) =>
    (finding.places ?? [finding]).filter((place) => place.field === "text" && place.nth === 0)
      .map((place) => ({ begin: place.span.utf16[0], end: place.span.utf16[1], nth, action: finding.action })));
  places.sort((a, b) => a.begin - b.begin || a.nth - b.nth);
  let end = 0;
  return places.filter((place) => place.begin >= end && (end = place.end, true));
}

function showText(text, findings) {
  const shown = make("p", "text");
  let done = 0;
  for (const place of placesOf(findings)) {
    shown.append(text.slice(done, place.begin));
    shown.append(make("mark", place.action, text.slice(place.begin, place.end), make("sup", "", String(place.nth + 1))));
    done = place.end;
  }
  shown.append(text.slice(done));
  return shown;
}

function reasonText(reason) {
  const about = ["variant", "words", "label", "pattern", "post_kind", "way"].map((key) => reason[key]).filter(Boolean).join(", ");
  const points = reason.points > 0 ? `+${reason.points}` : String(reason.points);
  return `${reason.kind.replaceAll("_", " ")}${about ? ` (${about})` : ""} ${points}`;
}

function showFinding(finding, nth) {
  const head = make("p", "finding-head", make("strong", "", `${nth + 1}. ${finding.name ?? finding.pattern}`), make("code", "", finding.masked),
    make("span", `tag ${finding.action}`, sentences[language()].actions[finding.action]));
  const why = make("details", "", make("summary", "", `${say("why")}: ${say("score", finding.score)}`),
    make("ul", "why", ...finding.reasons.map((reason) => make("li", "", reasonText(reason)))));
  return make("li", "", head, make("p", "", finding.advice), why);
}

// Sentences under a heading; nothing if there are none.
function showList(heading, lines) {
  if (lines.length === 0) return [];
  return [make("h3", "", heading), make("ul", "", ...lines.map((line) => make("li", "", line)))];
}

function showSuggestion(suggestion) {
  if (suggestion === undefined) return [];
  const use = make("button", "second", say("use"));
  use.type = "button";
  use.addEventListener("click", () => {
    element("text").value = suggestion;
    element("form").requestSubmit();
  });
  const copied = make("span", "hint");
  const copy = make("button", "second", say("copy"));
  copy.type = "button";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(suggestion);
    copied.textContent = say("copied");
  });
  const actions = navigator.clipboard ? make("p", "actions", use, copy, copied) : make("p", "actions", use);
  return [make("h3", "", say("suggestion")), make("p", "text", suggestion), actions];
}

function showVerdict(answer, text) {
  const head = make("div", `verdict ${answer.verdict}`, make("h2", "", say(answer.verdict)), make("p", "", answer.summary ?? ""));
  if (answer.would_be && answer.would_be !== "pass") {
    head.append(make("p", "", say("reportOnly", sentences[language()].actions[answer.would_be])));
  }
  const unread = answer.problems.filter((problem) => problem.kind === "unread").map((problem) => problem.message);
  const notes = answer.problems.filter((problem) => problem.kind === "note").map((problem) => problem.message);
  const found = answer.findings.length === 0 ? [] : [
    make("h3", "", say("where")), showText(text, answer.findings),
    make("h3", "", say("found")), make("ol", "findings", ...answer.findings.map(showFinding))];
  show(head, ...showList(say("problems"), unread), ...found,
    ...showList(say("together"), answer.combinations.map((met) => `${met.heading ?? met.name}: ${met.advice}`)),
    ...showSuggestion(answer.suggestion), ...showList(say("notes"), notes),
    make("p", "hint", say("checkedWith", `${answer.patterns.name} ${answer.patterns.hash.slice(0, 8)}`, answer.policy)));
}

function showFailure(message) {
  show(make("div", "verdict incomplete", make("h2", "", say("incomplete")), make("p", "", message)));
}

function show(...parts) {
  const result = element("result");
  result.replaceChildren(...parts);
  result.hidden = false;
  result.focus({ preventScroll: true });
  result.scrollIntoView({ block: "nearest" });
}

// null: the service could not be reached, or the answer is no JSON.
async function ask(post) {
  const headers = { "Content-Type": "application/json" };
  const token = element("token").value.trim();
  if (token) headers.Authorization = `Bearer ${token}`;
  try {
    const response = await fetch(`/v1/check?lang=${language()}`,
      { method: "POST", headers, body: JSON.stringify(post), cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer" });
    return { status: response.status, answer: await response.json() };
  } catch {
    return null;
  }
}

async function check(event) {
  event.preventDefault();
  const text = element("text").value;
  const post = { text, kind: element("kind").value };
  if (element("channel").value.trim()) post.channel = element("channel").value.trim();
  element("check").disabled = true;
  element("check").textContent = say("checking");
  const reply = await ask(post);
  element("check").disabled = false;
  element("check").textContent = say("check");
  if (reply === null) return showFailure(say("unreachable"));
  if (reply.status === 200) return showVerdict(reply.answer, text);
  if (reply.status === 401 || reply.status === 403) {
    showFailure(say("needsToken"));
    element("token-label").hidden = false;
    return element("token").focus();
  }
  return showFailure(say("failed", reply.answer.detail ?? reply.status));
}

element("language").addEventListener("change", showLanguage);
element("form").addEventListener("submit", check);
element("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) element("form").requestSubmit();
});
if (navigator.language.startsWith("cy")) element("language").value = "cy";
showLanguage();
