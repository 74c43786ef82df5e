// The foot of a chat: what the person types, attaches, picks from commands or from reply buttons.

import { el, icon } from "./dom.js";
import { words } from "./words.js";

const ROWS_HEIGHT_MAX = 140;

export class Composer {
  // `deeds` has onSay(text), onFile(file, caption), onEditDone(message, text), onContact(), onLocation().
  constructor(deeds) {
    this.deeds = deeds;
    this.commands = [];
    this.editing = null;
    this.input = el("textarea", {
      rows: "1", placeholder: words.message, "aria-label": words.message, enterkeyhint: "send",
      onkeydown: (event) => this.onKey(event), oninput: () => this.onInput(),
    });
    this.file = el("input", { type: "file", class: "hidden", tabindex: "-1", "aria-hidden": "true",
      onchange: () => this.attach() });
    this.slash = this.button("slash", words.commands, () => this.toggleCommands());
    this.slash.setAttribute("aria-expanded", "false");
    this.list = el("ul", { class: "commands", hidden: true, "aria-label": words.commands });
    this.keys = el("div", { class: "reply-keys", hidden: true, role: "group", "aria-label": words.keyboard });
    this.notice = el("div", { class: "editing", hidden: true },
      words.editing, el("button", { type: "button", onclick: () => this.stopEditing() }, words.cancel));
    this.form = el("form", { class: "line", onsubmit: (event) => this.submit(event) },
      this.slash, this.input, this.file,
      this.button("attach", words.attach, () => this.file.click()),
      el("button", { type: "submit", class: "round send", "aria-label": words.send, title: words.send }, icon("send")));
    this.start = el("button", { type: "button", class: "start", hidden: true }, words.start);
    this.element = el("footer", { class: "foot" }, this.list, this.notice, this.form, this.start, this.keys);
  }

  button(name, label, onclick) {
    return el("button", { type: "button", class: "round", "aria-label": label, title: label, onclick }, icon(name));
  }

  showStart(onStart) {
    this.start.hidden = !onStart;
    this.form.hidden = Boolean(onStart);
    this.start.onclick = onStart;
  }

  showCommands(commands) {
    this.commands = commands;
    this.slash.hidden = commands.length === 0;
  }

  showKeyboard(keyboard) {
    const rows = keyboard?.keyboard ?? [];
    this.keys.hidden = rows.length === 0;
    this.keys.replaceChildren(...rows.map((row) =>
      el("div", { class: "row" }, ...row.map((key) =>
        el("button", { type: "button", class: "key", dir: "auto", onclick: () => this.pressKey(key) }, key.text)))));
    this.input.placeholder = keyboard?.input_field_placeholder ?? words.message;
  }

  startEditing(message) {
    this.editing = message;
    this.notice.hidden = false;
    this.input.value = message.text;
    this.grow();
    this.input.focus();
  }

  stopEditing() {
    this.editing = null;
    this.notice.hidden = true;
    this.input.value = "";
    this.grow();
  }

  pressKey(key) {
    if (key.request_contact) this.deeds.onContact();
    else if (key.request_location) this.deeds.onLocation();
    else this.deeds.onSay(key.text);
  }

  attach() {
    const [file] = this.file.files;
    if (!file) return;
    this.deeds.onFile(file, this.input.value.trim());
    this.file.value = "";
    this.input.value = "";
    this.grow();
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    if (this.editing) this.deeds.onEditDone(this.editing, text);
    else this.deeds.onSay(text);
    this.stopEditing();
    this.hideCommands();
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.submit(event);
    if (event.key === "Escape") {
      this.hideCommands();
      if (this.editing) this.stopEditing();
    }
    if (event.key === "ArrowUp" && !this.list.hidden) {
      event.preventDefault();
      this.list.querySelector("li:last-child button")?.focus();
    }
  }

  onInput() {
    this.grow();
    const typed = this.input.value;
    if (/^\/\w*$/.test(typed)) this.openCommands(typed.slice(1));
    else this.hideCommands();
  }

  toggleCommands() {
    if (this.list.hidden) this.openCommands("");
    else this.hideCommands();
  }

  openCommands(beginning) {
    const found = this.commands.filter((each) => each.command.startsWith(beginning));
    this.list.replaceChildren(...found.map(({ command, description }) =>
      el("li", {}, el("button", { type: "button", onclick: () => this.pick(command),
        onkeydown: (event) => event.key === "Escape" && (this.hideCommands(), this.input.focus()) },
        el("b", {}, `/${command}`), el("span", {}, description)))));
    this.list.hidden = found.length === 0;
    this.slash.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  hideCommands() {
    this.list.hidden = true;
    this.slash.setAttribute("aria-expanded", "false");
  }

  pick(command) {
    this.hideCommands();
    this.input.value = "";
    this.deeds.onSay(`/${command}`);
    this.input.focus();
  }

  grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, ROWS_HEIGHT_MAX)}px`;
  }
}
