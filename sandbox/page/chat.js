// One person's chat: header with a small menu, bubbles that change in place, toasts, and the foot.

import { bubble } from "./bubble.js";
import { Composer } from "./composer.js";
import { el, icon } from "./dom.js";
import { get, post, sendFile } from "./line.js";
import { words } from "./words.js";

const NEAR_BOTTOM = 80;
const ANSWER_MS = 15_000;
const TOAST_MS = 3_500;
const TYPING_MS = 5_000;
const YARD = { latitude: 50.4501, longitude: 30.5234 };

export class Chat {
  constructor(personId, { startPayload, onClose }) {
    this.personId = personId;
    this.path = `/sandbox/people/${personId}`;
    this.startPayload = startPayload;
    this.onClose = onClose;
    this.spinning = new Map();
    this.answered = new Map();
    this.build();
  }

  build() {
    this.name = el("h2");
    this.note = el("span", { class: "note", hidden: true });
    this.status = el("span", { class: "status", role: "status" });
    this.face = el("span", { class: "face", "aria-hidden": "true" });
    this.list = el("ol", { class: "bubbles", role: "log", "aria-label": words.chat, tabindex: "0",
      onscroll: () => this.onScroll() });
    this.sticks = true;
    new ResizeObserver(() => this.settle()).observe(this.list);
    this.list.addEventListener("load", () => this.settle(), true);
    this.down = el("button", { type: "button", class: "round down", hidden: true, "aria-label": words.down,
      onclick: () => this.toBottom() }, icon("down"));
    this.toast = el("div", { class: "toast", role: "status", hidden: true });
    this.alertText = el("p", { dir: "auto" });
    this.alert = el("dialog", { class: "alert", role: "alertdialog", "aria-label": words.alert,
      onkeydown: (event) => event.key === "Escape" && this.alert.close() },
      el("form", { method: "dialog" }, this.alertText, el("button", { class: "key strong" }, words.ok)));
    this.empty = el("div", { class: "empty" }, el("b", {}, words.hello), el("span", {}, words.helloHint));
    this.composer = new Composer({
      onSay: (text) => this.act("say", { text }),
      onFile: (file, caption) => this.try(() => sendFile(this.personId, file, caption)),
      onEditDone: (message, text) => this.act("edit", { message_id: message.message_id, text }),
      onContact: () => this.shareContact(),
      onLocation: () => this.act("location", YARD),
    });
    const head = el("header", { class: "head" }, this.face,
      el("div", { class: "who" }, this.name, el("div", {}, this.note, this.status)), this.menu());
    this.element = el("section", { class: "chat", id: `chat-${this.personId}`, "data-person": this.personId },
      head, el("div", { class: "scroll" }, this.toast, this.empty, this.list, this.down),
      this.composer.element, this.alert);
  }

  menu() {
    this.blocking = el("button", { type: "button", onclick: () => this.toggleBlock() });
    const item = (text, deed) => el("button", { type: "button", onclick: deed }, text);
    const sheet = el("div", { class: "sheet-menu" }, item(words.phone, () => this.shareContact()),
      item(words.place, () => this.act("location", YARD)), this.blocking,
      item(words.close, () => this.onClose(this.personId)));
    const menu = el("details", { class: "menu" },
      el("summary", { class: "round", "aria-label": words.menu, title: words.menu }, icon("menu")), sheet);
    const shut = () => menu.removeAttribute("open");
    sheet.addEventListener("click", shut);
    menu.addEventListener("focusout", (event) => menu.contains(event.relatedTarget) || shut());
    menu.addEventListener("keydown", (event) => event.key === "Escape" && shut());
    return menu;
  }

  async load() {
    const shown = await get(this.path);
    this.showPerson(shown.person);
    this.composer.showCommands(shown.commands);
    this.composer.showKeyboard(shown.keyboard);
    const stays = this.list.children.length > 0 && !this.isAtBottom();
    const top = this.list.scrollTop;
    this.list.replaceChildren(...shown.messages.map((message) => this.bubble(message)));
    this.noteEmptiness();
    if (stays) this.list.scrollTop = top;
    else this.toBottom();
  }

  take(event) {
    switch (event.kind) {
      case "message": return this.add(event.message);
      case "edited": return this.replace(event.message);
      case "deleted": return this.find(event.message_id)?.remove();
      case "keyboard": return this.keepingBottom(() => this.composer.showKeyboard(event.keyboard));
      case "answer": return this.answer(event.query_id, event.answer);
      case "person": return this.showPerson(event.person);
      case "action": return this.showTyping();
    }
  }

  showPerson(person) {
    this.person = person;
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    this.name.textContent = name;
    this.face.textContent = [...name][0] ?? "?";
    this.face.style.setProperty("--face", `var(--face-${person.id % 6})`);
    this.note.textContent = person.note;
    this.note.hidden = !person.note;
    this.element.setAttribute("aria-label", `${words.chat}: ${name}`);
    this.element.classList.toggle("blocking", person.is_blocking);
    this.blocking.textContent = person.is_blocking ? words.unblock : words.block;
    this.status.textContent = person.is_blocking ? words.blocked : person.language_code ?? "";
    this.element.dispatchEvent(new CustomEvent("named", { bubbles: true, detail: { id: person.id, name } }));
  }

  showTyping() {
    this.status.textContent = words.typing;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.showPerson(this.person), TYPING_MS);
  }

  add(message) {
    if (message.from.is_bot && this.status.textContent === words.typing) this.showPerson(this.person);
    if (this.find(message.message_id)) return this.replace(message);
    const sticks = this.isAtBottom() || !message.from.is_bot;
    this.list.append(this.bubble(message));
    this.noteEmptiness();
    if (sticks) this.toBottom();
    else this.down.hidden = false;
  }

  replace(message) {
    this.keepingBottom(() => this.find(message.message_id)?.replaceWith(this.bubble(message)));
  }

  bubble(message) {
    return bubble(message, {
      onCommand: (text) => this.act("say", { text }),
      onTap: (tapped, button, element) => this.tap(tapped, button, element),
      onEdit: (own) => this.composer.startEditing(own),
    });
  }

  find(messageId) {
    return this.list.querySelector(`[data-message="${messageId}"]`);
  }

  noteEmptiness() {
    const isEmpty = this.list.children.length === 0;
    this.empty.hidden = !isEmpty;
    const text = `/start ${this.startPayload ?? ""}`.trim();
    this.composer.showStart(isEmpty ? () => this.act("say", { text }) : null);
  }

  act(deed, body) {
    return this.try(() => post(`${this.path}/${deed}`, body));
  }

  async try(deed) {
    try {
      return await deed();
    } catch (error) {
      this.showToast(error.message);
      return null;
    }
  }

  shareContact() {
    return this.act("contact", { phone_number: `+38044${String(this.personId).padStart(7, "0").slice(-7)}` });
  }

  toggleBlock() {
    return this.act(this.person.is_blocking ? "unblock" : "block", {});
  }

  async tap(message, button, element) {
    if (element.getAttribute("aria-busy") === "true") return;
    element.setAttribute("aria-busy", "true");
    const sent = await this.act("tap", { message_id: message.message_id, data: button.callback_data });
    if (!sent) return element.removeAttribute("aria-busy");
    this.spinning.set(sent.query_id, element);
    const early = this.answered.get(sent.query_id);
    if (early) this.answer(sent.query_id, early);
    else setTimeout(() => this.answer(sent.query_id, {}), ANSWER_MS);
  }

  answer(queryId, answer) {
    const element = this.spinning.get(queryId);
    if (!element) {
      this.answered.set(queryId, answer);
      return;
    }
    this.spinning.delete(queryId);
    this.answered.delete(queryId);
    element.removeAttribute("aria-busy");
    if (answer.url) open(answer.url, "_blank", "noopener");
    if (answer.text && answer.show_alert) {
      this.alertText.textContent = answer.text;
      if (!this.alert.open) this.alert.show();
    } else if (answer.text) this.showToast(answer.text);
  }

  showToast(text) {
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.toasting);
    this.toasting = setTimeout(() => { this.toast.hidden = true; }, TOAST_MS);
  }

  isAtBottom() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_BOTTOM;
  }

  keepingBottom(change) {
    const sticks = this.isAtBottom();
    change();
    if (sticks) this.toBottom();
  }

  toBottom() {
    this.sticks = true;
    this.list.scrollTop = this.list.scrollHeight;
    this.down.hidden = true;
  }

  settle() {
    if (this.sticks) this.toBottom();
  }

  onScroll() {
    this.sticks = this.isAtBottom();
    if (this.sticks) this.down.hidden = true;
  }
}
