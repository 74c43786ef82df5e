// One message as a bubble: text, file, picture, time, and the inline keyboard beneath.

import { el, icon } from "./dom.js";
import { rendered } from "./entities.js";
import { fileUrl } from "./line.js";
import { language, words } from "./words.js";

const clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" });
const KILOBYTE = 1024;

// `deeds` has onCommand(text), onTap(message, button, element) and onEdit(message).
export function bubble(message, deeds) {
  const isOwn = !message.from.is_bot;
  const text = message.text ?? message.caption ?? "";
  const entities = message.entities ?? message.caption_entities;
  const body = el("div", { class: "bubble" }, replied(message), attachment(message));
  if (text) body.append(el("div", { class: "text", dir: "auto" }, ...rendered(text, entities, deeds.onCommand)));
  body.append(stamp(message));
  const pencil = isOwn && message.text
    ? el("button", { type: "button", class: "pencil", "aria-label": words.edit, title: words.edit,
        onclick: () => deeds.onEdit(message) }, icon("pencil"))
    : null;
  return el("li", { class: isOwn ? "said own" : "said", "data-message": message.message_id },
    pencil, el("div", { class: "stack" }, body, keyboard(message, deeds)));
}

function stamp(message) {
  const time = clock.format(new Date(message.date * 1000));
  return el("span", { class: "stamp" }, message.edit_date ? `${words.edited} ${time}` : time);
}

function replied(message) {
  const first = message.reply_to_message;
  return first ? el("div", { class: "replied" }, first.text ?? first.caption ?? "…") : null;
}

function attachment(message) {
  const shown = message.link_preview_options?.url;
  if (shown) {
    const image = el("img", { src: shown, alt: shown, loading: "lazy" });
    return el("a", { class: "photo", href: shown, target: "_blank", rel: "noopener" }, image);
  }
  if (message.photo) {
    const address = fileUrl(message.photo.at(-1).file_id);
    const image = el("img", { src: address, alt: message.caption ?? words.photo, loading: "lazy" });
    return el("a", { class: "photo", href: address, target: "_blank" }, image);
  }
  if (message.document) return documentCard(message.document);
  const film = message.video ?? message.video_note;
  if (film) return el("video", { controls: true, src: fileUrl(film.file_id), "aria-label": words.video });
  if (message.audio) return el("audio", { controls: true, src: fileUrl(message.audio.file_id), "aria-label": words.voice });
  if (message.voice) return el("audio", { controls: true, src: fileUrl(message.voice.file_id), "aria-label": words.voice });
  if (message.location) {
    const { latitude, longitude } = message.location;
    return el("div", { class: "text" }, `📍 ${latitude.toFixed(5)}, ${longitude.toFixed(5)}`);
  }
  if (message.contact) {
    return el("div", { class: "text" }, `☎ ${message.contact.first_name}, ${message.contact.phone_number}`);
  }
  return null;
}

function documentCard(document) {
  const address = fileUrl(document.file_id);
  const name = document.file_name ?? "file";
  const kind = name.includes(".") ? name.split(".").at(-1).slice(0, 4) : "";
  return el("div", { class: "document" },
    el("span", { class: "sheet", "aria-hidden": "true" }, kind),
    el("div", {},
      el("div", { class: "name" }, name),
      el("div", { class: "size" }, size(document.file_size ?? 0), " · ",
        el("a", { href: address, target: "_blank", "aria-label": `${words.open}: ${name}` }, words.open), " · ",
        el("a", { href: address, download: name, "aria-label": `${words.download}: ${name}` }, words.download))));
}

function size(bytes) {
  const kilobytes = bytes / KILOBYTE;
  const unit = (value, name) =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, maximumFractionDigits: 1 }).format(value);
  if (bytes < KILOBYTE) return unit(bytes, "byte");
  return kilobytes < KILOBYTE ? unit(kilobytes, "kilobyte") : unit(kilobytes / KILOBYTE, "megabyte");
}

function keyboard(message, deeds) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el("div", { class: "keyboard" }, ...rows.map((row) =>
    el("div", { class: "row" }, ...row.map((button) => key(message, button, deeds)))));
}

function key(message, button, deeds) {
  const style = button.style ? `key ${button.style}` : "key";
  if (button.url) {
    return el("a", { class: style, href: button.url, target: "_blank", rel: "noopener noreferrer" },
      button.text, icon("link"));
  }
  const element = el("button", { type: "button", class: style, dir: "auto" }, button.text);
  element.addEventListener("click", () => deeds.onTap(message, button, element));
  return element;
}
