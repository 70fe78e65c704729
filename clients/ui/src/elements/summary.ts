import type { GroupSettings, UserId } from '@natter/sdk';
import type { Line, NoticeLine } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import type { Thread } from '../model/thread.js';
import type { Language } from '../words/language.js';
import { nameOf, textOf } from './say.js';

/** Of so many members the names are said. */
const FEW = 5;

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

/** Also of two people, who can set for how long their messages stay. */
function groupNotice(messenger: Messenger, { content, from }: NoticeLine, language: Language): string {
  const isOwn = from === messenger.me;
  const values = {
    who: isOwn ? language.say('you') : nameOf(messenger, from) || language.say('somebody'),
    did: language.say(isOwn ? 'youDid' : 'theyDid'),
    whom: whom(messenger, content, language),
    title: String(content.title ?? ''),
  };
  switch (content.kind) {
    case 'group.create':
      return language.say('groupCreated', values);
    case 'group.add':
      return language.say(content.byInvite === true ? 'groupJoined' : 'groupAdded', values);
    case 'group.remove':
      return language.say('groupRemoved', values);
    case 'group.leave':
      return language.say('groupLeft', values);
    case 'group.profile':
      if (values.title !== '') {
        return language.say('groupRenamed', values);
      }
      return language.say(content.avatar === undefined ? 'groupChanged' : 'groupPicture', values);
    case 'group.ask':
      return language.say('groupAsks', values);
    case 'group.decline':
      return language.say('groupDeclined', values);
    case 'group.role':
      return language.say(content.role === 'admin' ? 'groupAdmins' : 'groupNoAdmins', values);
    case 'group.owner':
      return language.say('groupOwner', values);
    case 'group.invite':
      return language.say('groupLinkMade', values);
    case 'group.revoke':
      return language.say('groupLinkEnded', values);
    case 'group.settings':
      return settingsNotice((content.settings ?? {}) as GroupSettings, values, language);
    default:
      return language.say('groupChanged', values);
  }
}

/** One thing that was set is said; of more than one, only that they were. */
function settingsNotice(
  { expireAfter, send, ...rest }: GroupSettings,
  values: Readonly<Record<string, string>>,
  language: Language,
): string {
  if (Object.keys(rest).length === 0 && send === undefined && expireAfter !== undefined) {
    return expireAfter === 0
      ? language.say('messagesStay', values)
      : language.say('messagesVanish', { ...values, time: language.span(expireAfter) });
  }
  if (Object.keys(rest).length === 0 && send !== undefined && expireAfter === undefined) {
    return language.say(send === 'admins' ? 'groupAdminsWrite' : 'groupAllWrite', values);
  }
  return language.say('groupSettings', values);
}

/** To whom it was done: their names if they are few, else how many they are. */
function whom(messenger: Messenger, { members, owner, count }: NoticeLine['content'], language: Language): string {
  const users = (Array.isArray(members) ? members : [owner]).filter((user): user is UserId => typeof user === 'string');
  if (users.length === 0 || users.length > FEW) {
    return language.count('members', Number(count ?? users.length));
  }
  return users
    .map((user) =>
      user === messenger.me ? language.say('youObject') : nameOf(messenger, user) || language.say('somebody'),
    )
    .join(', ');
}
