import type { UserId } from '@natter/sdk';
import { readAttachment, type Attachment } from '../model/attachment.js';
import type { MessageLine } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import type { Thread } from '../model/thread.js';
import type { Language } from '../words/language.js';

/** What a person is called; empty until that is known. */
export function nameOf(messenger: Messenger, user: UserId): string {
  return messenger.profiles.get(user)?.displayName ?? '';
}

/** What a conversation is called. */
export function titleOf(messenger: Messenger, thread: Thread, language: Language): string {
  const { peer } = thread;
  if (peer === undefined) {
    return thread.group?.title ?? language.say(thread.isTopic ? 'channel' : 'group');
  }
  return peer === messenger.me ? language.say('notes') : nameOf(messenger, peer);
}

/** What kind of channel it is; empty until that is known, and of everything else. */
export function channelKind({ isTopic, group }: Thread, language: Language): string {
  return !isTopic || group === undefined
    ? ''
    : language.say(group.settings.public === true ? 'publicChannel' : 'privateChannel');
}

/** By which the words for it are found; what has none did not reach the server. */
export function codeOf(error: unknown): string {
  return (error as { readonly code?: string }).code ?? 'unavailable';
}

/** Why a link leads nowhere. */
export function inviteProblem(error: unknown, language: Language): string {
  const code = codeOf(error);
  switch (code) {
    case 'not_a_member':
    case 'conversation_unknown':
      return language.say('invitesToNothing');
    case 'gone':
      return language.say('invitationOver');
    default:
      return language.reason(code);
  }
}

/** The words of a message, or what stands for them. */
export function textOf(line: MessageLine, language: Language): string {
  if (line.retracted) {
    return language.say('retracted');
  }
  const attachment = readAttachment(line.content);
  if (attachment !== undefined) {
    return `${SIGNS[attachment.kind]} ${attachment.caption || attachmentName(attachment, language)}`;
  }
  return line.content.kind === 'text' && typeof line.content.text === 'string'
    ? line.content.text
    : language.say('unknownKind');
}

const SIGNS = { picture: '📷', video: '🎬', sound: '🎧', file: '📎' } as const;

/** What a file is, and its name if that says more. */
export function attachmentName({ kind, name }: Attachment, language: Language): string {
  return kind === 'picture' || name === '' ? language.say(kind) : name;
}

/** As players show it: 1:05. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const padded = (value: number) => String(value).padStart(2, '0');
  return hours === 0 ? `${minutes}:${padded(rest)}` : `${hours}:${padded(minutes)}:${padded(rest)}`;
}

/** Whether somebody is there, or when they last were. */
export function presenceOf(messenger: Messenger, user: UserId, language: Language): string {
  const presence = messenger.presences.of(user);
  if (presence?.state === 'online' || presence?.state === 'away') {
    return language.say(presence.state);
  }
  return presence?.lastSeen === undefined ? '' : language.say('lastSeen', { time: language.short(presence.lastSeen) });
}
