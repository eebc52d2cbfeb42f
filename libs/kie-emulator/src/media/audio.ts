import { Mp3Encoder } from '@breezystack/lamejs';
import type { Mp3Track } from './mp4-sound.ts';
import type { AudioSpec } from './spec.ts';
import { dice } from './theme.ts';

const rate = 22_050;

/** Tones of the asked length: a melody for music, one tone per syllable for speech. Mono, 22 050 Hz. */
export function renderAudio(spec: AudioSpec): Uint8Array {
  const samples = spec.style === 'speech' ? speech(spec) : melody(spec);
  return spec.format === 'wav' ? wav(samples) : mp3(samples);
}

/** The sound of a video, cut into the frames that a player reads one by one. */
export function renderSoundTrack(spec: AudioSpec): Mp3Track {
  const bytes = mp3(melody(spec));
  const frames: Uint8Array[] = [];
  const count = Math.round((spec.seconds * rate) / 576); // the encoder pads; the sound shall not outlast the picture
  for (let at = 0; frames.length < count && at + 4 <= bytes.length;) {
    // 48 kbit/s at 22 050 Hz: 156 bytes, one more when the padding bit is set (ISO 13818-3).
    const length = 156 + (((bytes[at + 2] ?? 0) >> 1) & 1);
    frames.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { frames, sampleRate: rate, samplesPerFrame: 576 };
}

function melody(spec: AudioSpec): Int16Array {
  const roll = dice(spec.prompt + spec.model);
  const tone = wave();
  const scale = [0, 2, 4, 7, 9, 12, 14, 16]; // five-tone scale: nothing in it clashes
  const root = 196 * 2 ** (Math.floor(roll(0) * 7) / 12);
  const beat = 0.24 + 0.12 * roll(1);
  return fill(spec.seconds, (second) => {
    const step = Math.floor(second / beat);
    const within = second - step * beat;
    const note = root * 2 ** ((scale[Math.floor(roll(step + 2) * 7.99)] ?? 0) / 12);
    const bass = (root / 2) * 2 ** ((scale[Math.floor(roll(Math.floor(step / 4) + 11) * 3.99)] ?? 0) / 12);
    const fade = Math.exp(-within * 5) * Math.min(1, within * 80);
    return 0.5 * fade * tone(note * second) + 0.25 * tone(bass * second);
  });
}

function speech(spec: AudioSpec): Int16Array {
  const syllables = spec.prompt.match(/[^aeiouyаеёиоуыэюя\s]*[aeiouyаеёиоуыэюя]+|\s+/giu) ?? ['a'];
  const each = spec.seconds / syllables.length;
  const roll = dice(spec.prompt);
  const tone = wave();
  return fill(spec.seconds, (second) => {
    const index = Math.min(syllables.length - 1, Math.floor(second / each));
    if ((syllables[index] ?? ' ').trim() === '') return 0;
    const within = (second - index * each) / each;
    const pitch = 120 + 80 * roll(index);
    return 2.4 * within * (1 - within) * tone(pitch * second);
  });
}

function fill(seconds: number, at: (second: number) => number): Int16Array {
  const samples = new Int16Array(Math.round(seconds * rate));
  for (let index = 0; index < samples.length; index++) samples[index] = at(index / rate) * 20_000;
  return samples;
}

/** A tone with two overtones, read from a table: three sines per sample would take longer than the encoder. */
function wave(): (cycles: number) => number {
  const table = Float64Array.from({ length: 4096 }, (_, index) => {
    const phase = (2 * Math.PI * index) / 4096;
    return 0.7 * Math.sin(phase) + 0.2 * Math.sin(2 * phase) + 0.1 * Math.sin(3 * phase);
  });
  return (cycles) => table[Math.floor(cycles * 4096) & 4095] ?? 0;
}

function mp3(samples: Int16Array): Uint8Array {
  const encoder = new Mp3Encoder(1, rate, 48);
  const parts: Uint8Array[] = [];
  for (let from = 0; from < samples.length; from += 1152) {
    parts.push(new Uint8Array(encoder.encodeBuffer(samples.subarray(from, from + 1152))));
  }
  parts.push(new Uint8Array(encoder.flush()));
  return Buffer.concat(parts);
}

function wav(samples: Int16Array): Uint8Array {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20); // PCM
  bytes.writeUInt16LE(1, 22); // mono
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => bytes.writeInt16LE(sample, 44 + index * 2));
  return bytes;
}
