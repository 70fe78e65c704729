import type { UserId } from '@natter/sdk';
import { readAttachment, type Attachment } from '../model/attachment.js';
import type { Line, NoticeLine } from '../model/lines.js';
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

function who(messenger: Messenger, user: UserId, language: Language): string {
  return user === messenger.me ? language.say('you') : nameOf(messenger, user) || language.say('somebody');
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

/** One line of plain text for a message or a notice. */
export function summaryOf(messenger: Messenger, thread: Thread, line: Line, language: Language): string {
  if (line.kind === 'message') {
    return textOf(line, language);
  }
  return thread.isTopic ? topicNotice(line, language) : groupNotice(messenger, line, language);
}

/** Who of the publishers did it is not for readers. */
function topicNotice({ content }: NoticeLine, language: Language): string {
  switch (content.kind) {
    case 'group.create':
      return language.say('channelMade');
    case 'group.add':
    case 'group.remove':
    case 'group.leave':
      return language.say('publishersChanged');
    case 'group.profile':
      return typeof content.title === 'string'
        ? language.say('channelRenamed', { title: content.title })
        : language.say('channelChanged');
    default:
      return language.say('channelChanged');
  }
}

function groupNotice(messenger: Messenger, line: NoticeLine, language: Language): string {
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
  const presence = messenger.presences.of(user);
  if (presence?.state === 'online' || presence?.state === 'away') {
    return language.say(presence.state);
  }
  return presence?.lastSeen === undefined ? '' : language.say('lastSeen', { time: language.short(presence.lastSeen) });
}
