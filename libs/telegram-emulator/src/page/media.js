import { fileUrl } from './api.js';
import { formatSize, formatTime, h, icon } from './dom.js';

const MAX_WIDTH = 420;
const MAX_HEIGHT = 460;
const PLAY = 'M8 5.5v13l11-6.5z';
const PAUSE = 'M7 5h4v14H7zM13 5h4v14h-4z';
const DOCUMENT = 'M7 3h7l5 5v13H7zM14 3v5h5';

/** Reserves the place of a picture before it is loaded, so that the chat does not jump. */
function fit(box, width, height) {
  if (!(width > 0 && height > 0)) return;
  const scale = Math.min(1, MAX_WIDTH / width, MAX_HEIGHT / height);
  const shown = Math.max(180, Math.round(width * scale));
  box.style.width = `${shown}px`;
  box.style.aspectRatio = `${width} / ${Math.min(height, width * 2)}`;
}

function photo(sizes, alt, inAlbum) {
  const largest = sizes.at(-1);
  const url = fileUrl(largest.file_id);
  const image = h('img', {
    src: url,
    alt: alt ?? 'Photo',
    loading: 'lazy',
    decoding: 'async',
    data: { testid: 'photo' },
  });
  const box = h('a', { class: 'media', href: url, target: '_blank', rel: 'noopener' }, image);
  if (!inAlbum) fit(box, largest.width, largest.height);
  return box;
}

function video(file, testId, inAlbum) {
  const looping = testId === 'animation';
  const player = h('video', {
    src: fileUrl(file.file_id),
    controls: !looping,
    playsinline: true,
    preload: 'metadata',
    loop: looping,
    autoplay: looping,
    data: { testid: testId },
  });
  player.muted = looping;
  const box = h('div', { class: 'media' }, player);
  if (!inAlbum) fit(box, file.width || 640, file.height || 360);
  return box;
}

/** Audio and voice: a round button, a track and the time. */
function audio(file, testId) {
  const sound = h('audio', { src: fileUrl(file.file_id), preload: 'metadata', data: { testid: testId } });
  const button = h(
    'button',
    { type: 'button', class: 'badge', 'aria-label': 'Play', data: { testid: 'play' } },
    icon(PLAY),
  );
  const track = h('input', { type: 'range', min: 0, max: 1000, value: 0, 'aria-label': 'Position' });
  const note = h('span', { class: 'note' });
  const draw = () => {
    const length = Number.isFinite(sound.duration) ? sound.duration : (file.duration ?? 0);
    track.value = String(length > 0 ? Math.round((sound.currentTime / length) * 1000) : 0);
    note.textContent =
      sound.currentTime > 0 ? `${formatTime(sound.currentTime)} / ${formatTime(length)}` : formatTime(length);
  };
  const show = () => {
    button.replaceChildren(icon(sound.paused ? PLAY : PAUSE));
    button.setAttribute('aria-label', sound.paused ? 'Play' : 'Pause');
  };
  button.addEventListener('click', () => (sound.paused ? void sound.play() : sound.pause()));
  track.addEventListener('input', () => {
    if (Number.isFinite(sound.duration)) sound.currentTime = (Number(track.value) / 1000) * sound.duration;
  });
  for (const event of ['timeupdate', 'loadedmetadata', 'ended']) sound.addEventListener(event, draw);
  for (const event of ['play', 'pause', 'ended']) sound.addEventListener(event, show);
  draw();
  const title = testId === 'voice' ? 'Voice message' : (file.title ?? file.file_name ?? 'Audio');
  const name = h(
    'span',
    { class: 'name' },
    file.performer === undefined ? title : `${file.performer} – ${title}`,
  );
  return h(
    'div',
    { class: 'content' },
    h('div', { class: 'player' }, button, h('div', { class: 'track' }, name, track, note), sound),
  );
}

function documentRow(file) {
  const badge = h('span', { class: 'badge' }, icon(DOCUMENT, true));
  const name = h('span', { class: 'name' }, file.file_name ?? 'File');
  const note = h('span', { class: 'note' }, `${formatSize(file.file_size)} · ${file.mime_type ?? 'file'}`);
  const row = h(
    'a',
    {
      class: 'file',
      href: fileUrl(file.file_id),
      download: file.file_name ?? 'file',
      data: { testid: 'document' },
    },
    badge,
    h('span', {}, name, note),
  );
  return h('div', { class: 'content' }, row);
}

/** The name of a message's media kind; undefined for none. */
export function mediaKind(message) {
  return ['photo', 'animation', 'video', 'audio', 'voice', 'document'].find(
    (kind) => message[kind] !== undefined,
  );
}

export const isVisual = (message) => ['photo', 'video', 'animation'].includes(mediaKind(message));

/** The media of a message as a node; undefined for none. */
export function renderMedia(message, { inAlbum = false } = {}) {
  const kind = mediaKind(message);
  let node;
  if (kind === 'photo') node = photo(message.photo, message.caption, inAlbum);
  else if (kind === 'video' || kind === 'animation') node = video(message[kind], kind, inAlbum);
  else if (kind === 'audio' || kind === 'voice') node = audio(message[kind], kind);
  else if (kind === 'document') node = documentRow(message.document);
  if (message.has_media_spoiler === true && node !== undefined) {
    node.classList.add('hidden-media');
    node.addEventListener(
      'click',
      (event) => {
        if (!node.classList.contains('hidden-media')) return;
        event.preventDefault();
        node.classList.remove('hidden-media');
      },
      true,
    );
  }
  return node;
}
