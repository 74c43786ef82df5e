// The line to the sandbox: the people API, and one websocket with everybody's events.

async function read(response) {
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? response.statusText);
  return body;
}

export const get = async (path) => read(await fetch(path));

export const post = async (path, body = {}) =>
  read(await fetch(path, { method: "POST", body: JSON.stringify(body) }));

export const fileUrl = (fileId) => `/sandbox/files/${fileId}`;

const KINDS = [
  ["photo", /^image\/(png|jpeg|webp)$/], ["voice", /^audio\/ogg/], ["audio", /^audio\//], ["video", /^video\//],
];

export function sendFile(personId, file, caption) {
  const kind = KINDS.find(([, types]) => types.test(file.type))?.[0] ?? "document";
  const form = new FormData();
  form.append("file", file, file.name);
  if (caption) form.append("caption", caption);
  return fetch(`/sandbox/people/${personId}/send/${kind}`, { method: "POST", body: form }).then(read);
}

// Follow these people; `onEvent` gets each event, `onOpen` runs at every (re)connection.
export function follow(people, { onEvent, onOpen, onLost }) {
  let socket;
  let stopped = false;
  const connect = () => {
    socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/sandbox/events?people=${people.join(",")}`);
    socket.onmessage = (frame) => {
      for (const event of JSON.parse(frame.data)) {
        if (event.kind === "hello") onOpen();
        else onEvent(event);
      }
    };
    socket.onclose = () => {
      if (stopped) return;
      onLost();
      setTimeout(connect, 1000);
    };
  };
  connect();
  return () => {
    stopped = true;
    socket.close();
  };
}
