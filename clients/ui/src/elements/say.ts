import type { UserId } from '@natter/sdk';
import { readAttachment, type Attachment } from '../model/attachment.js';
import type { Line } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import type { Thread } from '../model/thread.js';
import type { Language } from '../words/language.js';

/** What a person is called; empty until that is known. */
export function nameOf(messenger: Messenger, user: UserId): string {
  return messenger.profiles.get(user)?.displayName ?? '';
}

/** What a conversation is called. */
export function titleOf(messenger: Messenger, thread: Thread, language: Language): string {
  if (thread.isGroup) {
    return thread.group?.title ?? language.say('group');
  }
  return thread.peer === messenger.me ? language.say('notes') : nameOf(messenger, thread.peer!);
}

function who(messenger: Messenger, user: UserId, language: Language): string {
  return user === messenger.me ? language.say('you') : nameOf(messenger, user) || language.say('somebody');
}

/** One line of plain text for a message or a notice. */
export function summaryOf(messenger: Messenger, line: Line, language: Language): string {
  if (line.kind === 'message') {
    return textOf(line, language);
  }
  const { content, from } = line;
  const members = Array.isArray(content.members) ? (content.members as UserId[]) : [];
  const count = Number(content.count ?? members.length);
  const values = {
    who: who(messenger, from, language),
    title: String(content.title ?? ''),
    whom:
      members.length > 0 && members.length <= 5
        ? members.map((member) => who(messenger, member, language)).join(', ')
        : language.count('members', count),
  };
  switch (content.kind) {
    case 'group.create':
      return language.say('groupCreated', values);
    case 'group.add':
      return language.say('groupAdded', values);
    case 'group.remove':
      return language.say('groupRemoved', values);
    case 'group.leave':
      return language.say('groupLeft', values);
    case 'group.profile':
      return values.title === '' ? language.say('groupChanged', values) : language.say('groupRenamed', values);
    default:
      return language.say('groupChanged', values);
  }
}

/** The words of a message, or what stands for them. */
export function textOf(line: Extract<Line, { kind: 'message' }>, language: Language): string {
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
  const presence = messenger.presence(user);
  if (presence?.state === 'online' || presence?.state === 'away') {
    return language.say(presence.state);
  }
  return presence?.lastSeen === undefined ? '' : language.say('lastSeen', { time: language.short(presence.lastSeen) });
}
