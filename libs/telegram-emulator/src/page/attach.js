import { upload } from './api.js';
import { closeSheet, openMenu, openSheet } from './dialogs.js';
import { byId, formatSize, h } from './dom.js';

const kindOf = (file, asFile) => {
  if (asFile) return 'document';
  if (/^image\/(?:png|jpeg|webp)$/.test(file.type)) return 'photo';
  if (file.type.startsWith('video/')) return 'video';
  // Opus in Ogg is what a voice message is.
  if (/^audio\/(?:ogg|opus)/.test(file.type)) return 'voice';
  if (file.type.startsWith('audio/')) return 'audio';
  return 'document';
};

function preview(file) {
  if (file.type.startsWith('image/')) return h('img', { src: URL.createObjectURL(file), alt: file.name });
  if (file.type.startsWith('video/')) {
    return h('video', { src: URL.createObjectURL(file), muted: true, playsinline: true, controls: true });
  }
  return h('div', {}, h('strong', {}, file.name), h('br'), formatSize(file.size));
}

/** Shows what will be sent, asks for a caption and how to send it. */
async function confirmFiles(files, asFile) {
  if (files.length === 0) return;
  const caption = h('input', {
    type: 'text',
    placeholder: 'Caption',
    maxlength: 1024,
    data: { testid: 'send-caption' },
  });
  const compress = h('input', { type: 'checkbox', data: { testid: 'send-as-media' } });
  compress.checked = !asFile;
  const sendButton = h(
    'button',
    { type: 'button', class: 'primary', data: { testid: 'send-confirm' } },
    'Send',
  );
  const send = async () => {
    sendButton.disabled = true;
    const group = files.length > 1 ? String(Date.now()) : undefined;
    try {
      for (const [index, file] of files.entries()) {
        const kind = kindOf(file, !compress.checked);
        await upload(file, kind, { caption: index === 0 ? caption.value : '', group });
      }
    } finally {
      closeSheet();
    }
  };
  sendButton.addEventListener('click', () => void send());
  caption.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void send();
  });
  const title = files.length === 1 ? 'Send file' : `Send ${files.length} files`;
  await openSheet(
    'send-dialog',
    h('h2', {}, title),
    h('div', { class: 'previews' }, files.map(preview)),
    h('label', { class: 'check' }, compress, 'Send as photo, video or audio'),
    caption,
    h(
      'div',
      { class: 'actions' },
      h('button', { type: 'button', on: { click: closeSheet } }, 'Cancel'),
      sendButton,
    ),
  );
}

/** The paper clip, pasted pictures and files dropped onto the chat. */
export function createAttach() {
  const media = byId('attach-media');
  const plain = byId('attach-file');
  const voice = byId('attach-voice');
  const button = byId('attach-button');
  button.addEventListener('click', () => {
    openMenu(
      button,
      [
        { label: 'Photo or video', testId: 'attach-menu-media', run: () => media.click() },
        { label: 'File', testId: 'attach-menu-file', run: () => plain.click() },
        { label: 'Voice message', testId: 'attach-menu-voice', run: () => voice.click() },
      ],
      { above: true },
    );
  });
  for (const [input, asFile] of [
    [media, false],
    [plain, true],
  ]) {
    input.addEventListener('change', () => {
      const files = [...input.files];
      input.value = '';
      void confirmFiles(files, asFile);
    });
  }
  // A recording made elsewhere; it goes out at once, as a voice message does.
  voice.addEventListener('change', () => {
    const [file] = voice.files;
    if (file !== undefined) void upload(file, 'voice');
    voice.value = '';
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) void confirmFiles(files, false);
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    void confirmFiles([...(event.dataTransfer?.files ?? [])], false);
  });
}
