// The desk: several people's chats side by side, or one at a time with tabs on a phone.
// ?people=101,102 names them; 101:Vera:resident:ru also gives a name, a note and a language.

import { Chat } from "./chat.js";
import { el, icon } from "./dom.js";
import { follow, get, post } from "./line.js";
import { language, words } from "./words.js";

const SHOWN_AT_FIRST = 4;
const query = new URLSearchParams(location.search);
const desk = document.querySelector(".desk");
const tabs = document.querySelector(".tabs");
const people = document.querySelector(".people");
const newcomer = document.querySelector(".newcomer");
const chats = new Map();
let unfollow = () => {};

async function begin() {
  document.documentElement.lang = language;
  people.setAttribute("aria-label", words.chat);
  const bot = await get("/sandbox/bot");
  document.title = bot.first_name;
  buildNewcomer();
  const named = (query.get("people") ?? "").split(",").filter(Boolean);
  const seated = named.length
    ? await post("/sandbox/people", named.map(readPerson))
    : (await get("/sandbox/people")).slice(0, SHOWN_AT_FIRST);
  for (const person of seated) seat(person.id);
  desk.append(adder());
  refollow();
}

function readPerson(part) {
  const [id, name, note, code] = part.split(":");
  return { id: Number(id), first_name: name || undefined, note, language_code: code || language };
}

function seat(personId) {
  const chat = new Chat(personId, { startPayload: query.get("start"), onClose: unseat });
  chats.set(personId, chat);
  desk.insertBefore(chat.element, desk.querySelector(".adder"));
  const tab = el("button", { type: "button", role: "tab", id: `tab-${personId}`,
    "aria-controls": `chat-${personId}`, onclick: () => show(personId) });
  people.append(tab);
  watcher.observe(chat.element);
}

function unseat(personId) {
  chats.get(personId)?.element.remove();
  chats.delete(personId);
  document.getElementById(`tab-${personId}`)?.remove();
  remember();
  refollow();
}

function show(personId) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  chats.get(personId)?.element.scrollIntoView({ behavior: calm ? "auto" : "smooth", inline: "start", block: "nearest" });
}

const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    document.getElementById(`tab-${target.dataset.person}`)
      ?.setAttribute("aria-selected", String(isIntersecting));
  }
}, { root: desk, threshold: 0.6 });

desk.addEventListener("named", ({ detail }) => {
  const tab = document.getElementById(`tab-${detail.id}`);
  if (tab) tab.textContent = detail.name;
});

function remember() {
  query.set("people", [...chats.keys()].join(","));
  history.replaceState(null, "", `?${query}`);
}

function refollow() {
  unfollow();
  unfollow = () => {};
  document.body.classList.toggle("nobody", chats.size === 0);
  if (chats.size === 0) return;
  unfollow = follow([...chats.keys()], {
    onOpen: () => {
      document.body.removeAttribute("data-lost");
      for (const chat of chats.values()) chat.try(() => chat.load());
    },
    onLost: () => { document.body.dataset.lost = words.lost; },
    onEvent: (event) => {
      if (event.kind === "commands") for (const chat of chats.values()) chat.try(() => chat.load());
      else chats.get(event.chat_id)?.take(event);
    },
  });
}

function adder() {
  const open = () => newcomer.showModal();
  tabs.append(el("button", { type: "button", class: "add-tab", "aria-label": words.add, onclick: open }, icon("plus")));
  return el("aside", { class: "adder" },
    el("div", { class: "nobody-hint" }, el("b", {}, words.nobody), el("span", {}, words.nobodyHint)),
    el("button", { type: "button", class: "add", onclick: open }, icon("plus"), words.add));
}

function buildNewcomer() {
  const field = (label, control) => el("label", {}, label, control);
  const names = [["ru", "Русский"], ["uk", "Українська"], ["en", "English"]];
  const choice = el("select", { name: "language_code" },
    ...names.map(([code, name]) => el("option", { value: code, selected: code === language }, name)));
  const form = el("form", { method: "dialog" }, el("h2", { id: "newcomer-title" }, words.add),
    field(words.name, el("input", { name: "first_name", required: true, autocomplete: "off" })),
    field(words.note, el("input", { name: "note", autocomplete: "off" })),
    field(words.language, choice),
    el("div", { class: "row" },
      el("button", { type: "button", class: "key", onclick: () => newcomer.close() }, words.cancel),
      el("button", { class: "key strong" }, words.create)));
  form.addEventListener("submit", async () => {
    const person = await post("/sandbox/people", Object.fromEntries(new FormData(form)));
    form.reset();
    seat(person.id);
    remember();
    refollow();
    show(person.id);
  });
  newcomer.setAttribute("aria-labelledby", "newcomer-title");
  newcomer.append(form);
}

begin();
