// Text and entities into elements. JavaScript counts in the same UTF-16 units as Telegram.

import { el } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};
const SAFE_LINK = /^(https?|tg|ton|mailto|tel):/i;

export function rendered(text, entities, onCommand) {
  const ordered = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodesBetween(text, 0, text.length, ordered, onCommand);
}

function nodesBetween(text, from, to, entities, onCommand) {
  const nodes = [];
  let position = from;
  let rest = entities;
  while (rest.length) {
    const [entity, ...others] = rest;
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset > position) nodes.push(text.slice(position, entity.offset));
    const inside = others.filter((other) => other.offset < end);
    const shown = wrapped(entity, text.slice(entity.offset, end), onCommand);
    shown.append(...nodesBetween(text, entity.offset, end, inside, onCommand));
    nodes.push(shown);
    position = end;
    rest = others.filter((other) => other.offset >= end);
  }
  if (position < to) nodes.push(text.slice(position, to));
  return nodes;
}

function wrapped(entity, covered, onCommand) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url);
    case "url":
      return link(covered);
    case "email":
      return link(`mailto:${covered}`);
    case "bot_command":
      return el("button", { type: "button", class: "command", onclick: () => onCommand(covered) });
    case "spoiler":
      return el("span", {
        class: "spoiler", role: "button", tabindex: "0",
        onclick: (event) => event.currentTarget.classList.add("told"),
        onkeydown: (event) => event.key === "Enter" && event.currentTarget.classList.add("told"),
      });
    default:
      return el(TAGS[entity.type] ?? "span");
  }
}

function link(url) {
  return SAFE_LINK.test(url)
    ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" })
    : el("span");
}
