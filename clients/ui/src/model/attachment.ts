import type { Content, MediaId } from '@natter/sdk';
import { isBlurhashValid } from 'blurhash';

/** How a file is shown: `file` is for everything that a browser might run, or cannot show. */
export type FileKind = 'picture' | 'video' | 'sound' | 'file';

/** What browsers show or play without ever running it, and what the server serves as what it is: no SVG, no HTML, no PDF. */
const KINDS: Readonly<Record<string, FileKind>> = {
  'image/jpeg': 'picture',
  'image/png': 'picture',
  'image/gif': 'picture',
  'image/webp': 'picture',
  'image/avif': 'picture',
  'video/mp4': 'video',
  'video/webm': 'video',
  'video/quicktime': 'video',
  'audio/aac': 'sound',
  'audio/mp4': 'sound',
  'audio/mpeg': 'sound',
  'audio/ogg': 'sound',
  'audio/wav': 'sound',
  'audio/webm': 'sound',
};
const REF = /^[0-9a-z]{26}$/;
const MOST_PIXELS = 100_000;

/** A file as a message speaks of it. All of it is its sender's word. */
export interface Attachment {
  readonly kind: FileKind;
  /** Absent while it is on its way. */
  readonly ref?: MediaId;
  readonly mime: string;
  readonly name: string;
  readonly caption: string;
  /** Bytes; 0 if its sender does not say. */
  readonly size: number;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly blurHash?: string;
  readonly durationMs?: number;
  /** Loudness, 0 to 100. */
  readonly waveform?: readonly number[];
}

export function kindOf(mime: string): FileKind {
  return Object.hasOwn(KINDS, mime) ? KINDS[mime]! : 'file';
}

/** The file that a message carries; undefined if it carries none. What makes no sense is left out. */
export function readAttachment(content: Content): Attachment | undefined {
  if (content.kind !== 'media') {
    return undefined;
  }
  const { ref, width, height, blurHash, durationMs, waveform } = content;
  const mime = text(content.mime).split(';')[0]!.trim().toLowerCase();
  const isMeasured = isWhole(width) && isWhole(height) && Math.max(width, height) < MOST_PIXELS;
  return {
    kind: kindOf(mime),
    mime,
    name: text(content.name),
    caption: text(content.caption),
    size: isWhole(content.size) ? content.size : 0,
    ...(typeof ref === 'string' && REF.test(ref) ? { ref: ref as MediaId } : {}),
    ...(isMeasured ? { width, height } : {}),
    ...(typeof blurHash === 'string' && isBlurhashValid(blurHash).result ? { blurHash } : {}),
    ...(isWhole(durationMs) ? { durationMs } : {}),
    ...(Array.isArray(waveform) && waveform.every(isLoudness) ? { waveform: waveform as number[] } : {}),
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isLoudness(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 100;
}
